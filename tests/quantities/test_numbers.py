"""Numbers in digits and words, with the precision in which they are written."""

import pytest
from told import found_in, told, values


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("12,4", 12.4),
        ("12.345", 12345),
        ("12.345,67", 12345.67),
        ("1.234.567", 1234567),
        ("12 345", 12345),
        ("1 234 567", 1234567),
        ("12'345", 12345),
        ("12’345.50", 12345.5),
        ("1'234'567", 1234567),
        ("1,234,567", 1234567),
        ("1,250.50", 1250.5),
        ("2.5", 2.5),
        ("1.0847", 1.0847),
        ("0.125", 0.125),
        ("2½", 2.5),
        ("¾", 0.75),
        ("zwölf", 12),
        ("zwoelf", 12),
        ("fünfundzwanzig", 25),
        ("dreißig", 30),
        ("dreissig", 30),
        ("hundert", 100),
        ("zweihundertfünfzig", 250),
        ("zweitausendfünfhundert", 2500),
        ("zweieinhalb", 2.5),
        ("anderthalb", 1.5),
        ("eineinhalb", 1.5),
        ("zweidreiviertel", 2.75),
        ("zwölf Komma vier", 12.4),
        ("drei Komma eins vier", 3.14),
        ("3 Komma 5", 3.5),
    ],
)
def test_a_number_is_read_in_every_writing(written: str, value: float) -> None:
    assert told(f"Es waren {written} Euro im Topf.") == [(f"{written} Euro", value, "EUR")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("eine Million", 1e6),
        ("einer Milliarde", 1e9),
        ("zwölf Millionen", 12e6),
        ("hundert Millionen", 1e8),
        ("dreieinhalb Milliarden", 3.5e9),
        ("eine halbe Million", 5e5),
        ("einer halben Milliarde", 5e8),
        ("eine Viertelmilliarde", 2.5e8),
        ("eine Dreiviertelmillion", 7.5e5),
        ("1.000 Millionen", 1e9),
        ("2 Tsd.", 2e3),
        ("3,5 Mio.", 3.5e6),
        ("3,5 Mio", 3.5e6),
        ("3,5 Mill.", 3.5e6),
        ("2 Mrd.", 2e9),
        ("2,1 Mia.", 2.1e9),
        ("1,5 Billionen", 1.5e12),
        ("1,5 Bill.", 1.5e12),
        ("500 Tausend", 5e5),
        ("3 Tausend Millionen", 3e9),
        ("12 MILLIONEN", 12e6),
        ("vier millionen", 4e6),
    ],
)
def test_scale_words_multiply(written: str, value: float) -> None:
    assert told(f"Das Werk kostet {written} Franken.") == [(f"{written} Franken", value, "CHF")]


@pytest.mark.parametrize(
    ("written", "precision"),
    [
        ("12,4 Milliarden Euro", 5e7),
        ("328 Millionen Euro", 5e5),
        ("zehn Prozent", 0.5),
        ("2,50 Euro", 0.005),
        ("265.000 Euro", 500),
        ("70.000 Euro", 500),
        ("7000 Euro", 50),
        ("1.234 Euro", 0.5),
        ("2.500.000 Euro", 5e4),
        ("1'200'000 Franken", 5e4),
        ("12.400 Mio. Euro", 5e7),
        ("dreieinhalb Millionen Euro", 2.5e5),
        ("zwölf Komma vier Milliarden Euro", 5e7),
        ("25 Basispunkte", 0.005),
        ("12 Cent", 0.005),
    ],
)
def test_precision_is_half_a_unit_of_the_last_digit_written(written: str, precision: float) -> None:
    (quantity,) = found_in(f"Gemeldet wurden {written} im Jahr.")
    assert quantity.precision == pytest.approx(precision)


@pytest.mark.parametrize("written", ["ein Drittel der Erlöse", "verdoppelt", "dreimal so viele Kunden"])
def test_fractions_and_factors_are_precise_to_half_a_unit(written: str) -> None:
    (quantity,) = found_in(f"Der Absatz hat {written}.")
    assert quantity.precision == 0.5


def test_a_range_is_as_precise_as_its_more_precise_end() -> None:
    (quantity,) = found_in("Erwartet werden 1,25 bis 1,5 Milliarden Euro.")
    assert quantity.precision == pytest.approx(5e6)


def test_english_amounts_in_a_quotation() -> None:
    text = "“We spent $1.2bn on chips, $5m on rent, £3m on tea, €500k on paper and $1,250 on me”, sagte er."
    assert told(text) == [
        ("$1.2bn", 1.2e9, "USD"),
        ("$5m", 5e6, "USD"),
        ("£3m", 3e6, "GBP"),
        ("€500k", 5e5, "EUR"),
        ("$1,250", 1250, "USD"),
    ]


def test_swiss_amounts() -> None:
    text = (
        "Der Preis stieg von Fr. 12.50 auf 14.80 Franken, die Kosten um Fr. 212'000.- auf 12 Mio Fr. im Jahr."
    )
    assert told(text) == [
        ("Fr. 12.50", 12.5, "CHF"),
        ("14.80 Franken", 14.8, "CHF"),
        ("Fr. 212'000.-", 212000, "CHF"),
        ("12 Mio Fr.", 12e6, "CHF"),
    ]


def test_three_digits_after_a_point_are_decimals_where_the_text_writes_them_so() -> None:
    swiss = "Die Bank zahlt 2.125% auf 1'250 Mio. Franken und 1.075 Mio. für 12.345 Kunden."
    assert [value for _text, value, _unit in told(swiss)] == [2.125, 1.25e9, 1.075e6, 12345]
    german = "Die Bank zahlt 2,5% auf 1.250 Mio. Euro und 1.075 Prozent für 12.345 Kunden."
    assert [value for _text, value, _unit in told(german)] == [2.5, 1.25e9, 1075, 12345]


def test_whole_amounts_with_a_dash() -> None:
    assert told("Die Dividende beträgt 11,- DM, der Eintritt 3,-- Euro.") == [
        ("11,- DM", 11, "DEM"),
        ("3,-- Euro", 3, "EUR"),
    ]


def test_a_compound_holds_number_scale_and_unit() -> None:
    text = (
        "Nach der 4,5-Milliarden-Euro-Übernahme folgt ein 120-Millionen-Programm, ein 12-Prozent-Anteil, "
        "ein 2,5-prozentiger Zuwachs, ein 25%iges Plus und eine zehnprozentige Beteiligung."
    )
    assert told(text) == [
        ("4,5-Milliarden-Euro", 4.5e9, "EUR"),
        ("120-Millionen", 120e6, "count"),
        ("12-Prozent", 12, "percent"),
        ("2,5-prozentiger", 2.5, "percent"),
        ("25%iges", 25, "percent"),
        ("zehnprozentige", 10, "percent"),
    ]
    assert [quantity.compound for quantity in found_in(text)][:3] == [
        "Übernahme",
        "Programm",
        "Anteil",
    ]


def test_a_sign_belongs_to_the_number_and_the_word_minus_does_not() -> None:
    text = "Das Ergebnis (-15,7 Prozent) fiel nach plus 3 Prozent und +4 Prozent auf minus 2 Millionen Euro."
    assert told(text) == [
        ("-15,7 Prozent", -15.7, "percent"),
        ("3 Prozent", 3, "percent"),
        ("+4 Prozent", 4, "percent"),
        ("2 Millionen Euro", 2e6, "EUR"),
    ]


def test_a_dash_at_the_start_of_a_line_is_no_sign() -> None:
    assert told("Die Lage:\n- 43 Prozent sind zufrieden\n- 12 Prozent sind es nicht") == [
        ("43 Prozent", 43, "percent"),
        ("12 Prozent", 12, "percent"),
    ]


def test_worn_text_glues_little_words_to_numbers_and_names_hold_numbers() -> None:
    text = "Heute arbeiten dort780 Leute,geplant sind weitere14,das Ziel,350 Stück,bleibt.Das iPhone12 auch."
    assert values(text) == [(780, "count"), (14, "count"), (350, "count")]


@pytest.mark.parametrize(
    ("written", "value"),
    [("Dreieinhalbtausend", 3500), ("anderthalbtausend", 1500), ("zweieinhalbhundert", 250)],
)
def test_a_mixed_number_of_hundreds_or_thousands(written: str, value: float) -> None:
    assert told(f"{written} Stellen fallen weg.") == [(written, value, "count")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Fahrt kostet 2 Euro 80.", [("2 Euro 80", 2.8, "EUR")]),
        ("Die Fahrt kostet 2 Euro, 80 Leute kamen.", [("2 Euro", 2, "EUR"), ("80", 80, "count")]),
        (
            "Gezahlt wurde eine Million fünfhunderttausend Euro.",
            [("eine Million fünfhunderttausend Euro", 1.5e6, "EUR")],
        ),
    ],
)
def test_one_number_can_be_told_in_two(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(text) == expected
