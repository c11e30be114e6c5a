"""Scales and units on either side of a number."""

import pytest
from told import told, values


@pytest.mark.parametrize(
    "written",
    [
        "12,4 Mrd. €",
        "12,4 Mrd €",
        "12,4 Mrd. Euro",
        "12,4 Milliarden Euro",
        "12,4 Mrd. EUR",
        "12,4 Mrd EUR",
        "EUR 12,4 Mrd.",
        "EUR 12,4 Mrd",
        "€ 12,4 Mrd.",
        "€12,4 Mrd.",
        "12.400 Mio. EUR",
        "12.400 Millionen Euro",
        "TEUR 12.400.000",
        "12.400.000 TEUR",
        "T€ 12.400.000",
        "MEUR 12.400",
        "Euro 12,4 Mrd.",
        "12,4 Mrd.Euro",
        "12,4Mrd.€",
        "zwölf Komma vier Milliarden Euro",
    ],
)
def test_one_amount_has_one_value(written: str) -> None:
    assert told(f"Der Umsatz erreichte {written} im Jahr.") == [(written, 12.4e9, "EUR")]


def test_percent_percentage_points_and_basis_points_are_three_things() -> None:
    text = (
        "Der Zins stieg um 25 Basispunkte, die Quote um 1,2 Prozentpunkte auf 3,5 Prozent, er um 25 Punkte."
    )
    assert told(text) == [
        ("25 Basispunkte", 0.25, "percentage_points"),
        ("1,2 Prozentpunkte", 1.2, "percentage_points"),
        ("3,5 Prozent", 3.5, "percent"),
        ("25 Punkte", 25, "points"),
    ]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("3 %-Punkte", 3, "percentage_points"),
        ("3,5 Prozent-Punkte", 3.5, "percentage_points"),
        ("50 bp", 0.5, "percentage_points"),
        ("50 Bp.", 0.5, "percentage_points"),
        ("einen Prozentpunkt", 1, "percentage_points"),
        ("einen halben Prozentpunkt", 0.5, "percentage_points"),
        ("einen Viertelpunkt", 0.25, "percentage_points"),
        ("drei Promille", 0.3, "percent"),
        ("5‰", 0.5, "percent"),
        ("17,5 v. H.", 17.5, "percent"),
        ("17,5 vH", 17.5, "percent"),
        ("ein halbes Prozent", 0.5, "percent"),
        ("½ Prozent", 0.5, "percent"),
        ("3 1/2 Prozent", 3.5, "percent"),
    ],
)
def test_rates_in_every_writing(written: str, value: float, unit: str) -> None:
    assert told(f"Die Rate stieg um {written} im Jahr.") == [(written, value, unit)]


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("12 Cent", 0.12, "EUR"),
        ("12 Euro-Cent", 0.12, "EUR"),
        ("44 US-Cent", 0.44, "USD"),
        ("80 Rappen", 0.8, "CHF"),
        ("12,6 Pence", 0.126, "GBP"),
        ("5 US-Dollar", 5, "USD"),
        ("US$ 5", 5, "USD"),
        ("5 kanadische Dollar", 5, "CAD"),
        ("5 Hongkong-Dollar", 5, "HKD"),
        ("3 Milliarden norwegische Kronen", 3e9, "NOK"),
        ("300 Gigawattstunden", 300, "GWh"),
        ("2 Mio. Tonnen", 2e6, "t"),
        ("5.000 Barrel", 5000, "barrel"),
        ("12.894 Punkte", 12894, "points"),
        ("131 km/h", 131, "km/h"),
        ("zwei Dutzend", 24, "count"),
    ],
)
def test_money_is_told_in_the_main_unit_and_things_as_written(written: str, value: float, unit: str) -> None:
    (found,) = told(f"Es geht um {written} im Monat.")
    assert found == (written, pytest.approx(value), unit)


def test_a_cent_is_one_of_the_dollar_where_the_text_knows_only_dollars() -> None:
    assert told("Der Gewinn betrug 3 Millionen Dollar oder 36 Cent je Aktie.")[1] == ("36 Cent", 0.36, "USD")
    assert told("Der Gewinn betrug 3 Millionen Dollar; in Wien kostet der Kaffee 36 Cent, im Haus 2 Euro.")[
        1
    ] == (
        "36 Cent",
        0.36,
        "EUR",
    )


def test_what_follows_the_unit_is_not_covered() -> None:
    text = "Sie zahlt 2,10 Euro je Aktie, 12 Euro pro Jahr und hat 7000 Jobs und 1,2 Millionen Kunden."
    assert told(text) == [
        ("2,10 Euro", 2.1, "EUR"),
        ("12 Euro", 12, "EUR"),
        ("7000", 7000, "count"),
        ("1,2 Millionen", 1.2e6, "count"),
    ]


def test_a_unit_ends_where_its_word_ends() -> None:
    assert told("Es kamen 5 Europäer, 3 Millionäre, 12 Miller und 4 Markthändler.") == [
        ("5", 5, "count"),
        ("3", 3, "count"),
        ("12", 12, "count"),
        ("4", 4, "count"),
    ]


def test_one_of_something_is_a_quantity_only_with_scale_rate_or_lead() -> None:
    assert told("Ein Euro ist kein Grund, eine Aktie auch nicht, ein Punkt schon gar nicht.") == []
    assert told("Das Heft wird um einen Euro teurer, der Anteil wächst um ein Prozent.") == [
        ("einen Euro", 1, "EUR"),
        ("ein Prozent", 1, "percent"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Kaufpreis lag bei 400 Millionen Gulden.", [("400 Millionen Gulden", 4e8, "NLG")]),
        ("Der Liter kostete 98 Pfennig.", [("98 Pfennig", 0.98, "DEM")]),
        ("Die Semmel wurde um 50 Groschen teurer.", [("50 Groschen", 0.5, "ATS")]),
        ("Der Umsatz stieg auf 1,2 Mrd. S.", [("1,2 Mrd. S", 1.2e9, "ATS")]),
        ("Für das Kilo gab es 3,85 S.", [("3,85 S", 3.85, "ATS")]),
        ("Die Linie S 5 und 12 S-Bahnen fallen aus.", [("12", 12, "count")]),
        (
            "Der Tarif liegt bei 27,4 Rp. (Vorjahr: 25,3 Rp.) je Einheit.",
            [("27,4 Rp.", 0.274, "CHF"), ("25,3 Rp.", 0.253, "CHF")],
        ),
        ("Der Index schloss bei 3.411,27 Einheiten.", [("3.411,27 Einheiten", 3411.27, "points")]),
        ("Verkauft wurden 3.411 Einheiten.", [("3.411", 3411, "count")]),
    ],
)
def test_old_and_small_money_is_read(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Prag kostete ein Euro am Abend 24,72 Kronen.", "CZK"),
        ("Die dänische Reederei setzte 8 Milliarden Kronen um.", "DKK"),
        ("Der Konzern aus Stockholm setzte 8 Milliarden Kronen um.", "SEK"),
        ("Der Konzern setzte 8 Milliarden Kronen um.", "SEK"),
        ("Die Bank in Oslo zahlt dem dänischen Käufer 3 Milliarden norwegische Kronen.", "NOK"),
        ("In Chile kostet der Dollar 870 Pesos.", "CLP"),
    ],
)
def test_money_of_several_countries_is_that_of_the_one_named_nearest(text: str, unit: str) -> None:
    assert told(text)[-1][2] == unit


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("einen vollen Prozentpunkt", 1, "percentage_points"),
        ("einen viertel Prozentpunkt", 0.25, "percentage_points"),
        ("einen halben Euro", 0.5, "EUR"),
        ("eine ganze Milliarde Euro", 1e9, "EUR"),
    ],
)
def test_parts_and_wholes_are_numbers(written: str, value: float, unit: str) -> None:
    assert told(f"Der Preis stieg um {written} an.") == [(written, value, unit)]


def test_a_lone_s_is_schilling_where_the_text_tells_of_millions_of_them() -> None:
    assert values("Der Umsatz betrug 300 Mill. S, die Dividende 8 S und 1 S Bonus.") == [
        (3e8, "ATS"),
        (8, "ATS"),
        (1, "ATS"),
    ]
    assert values("In Wien fuhren 3 S-Bahnen, dazu 8 S.") == [(3, "count"), (8, "count")]


def test_a_currency_may_stand_against_its_number() -> None:
    assert values("Das Ergebnis lag bei EUR3,67 (2014: EUR0,12).") == [(3.67, "EUR"), (0.12, "EUR")]
