"""Bare numbers that take scale and unit from the figure spoken of before, and those that count nothing."""

import pytest
from told import values

from pipeline.quantities.component import find_quantities


def read(text: str) -> list[tuple[str, float, str | None]]:
    """Text, value and unit of each quantity."""
    return [(quantity.text, quantity.high, quantity.unit) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Nach Steuern blieben 5,1 Millionen übrig (Vorjahresquartal: 10,7).", 10.7e6, "count"),
        ("Der Umsatz brach auf 214,8 Mio. Euro ein (1. Halbjahr 2019: 341,2).", 341.2e6, "EUR"),
        ("Umgesetzt wurden 36,4 Milliarden Euro. Nun sind es 13,6.", 13.6e9, "EUR"),
        ("Übrig blieben 86 Millionen Euro. Davor waren es 51.", 51e6, "EUR"),
        ("Der Verlust beläuft sich auf 12 Millionen Euro, geplant waren 5,5.", 5.5e6, "EUR"),
        ("Vor Steuern fehlten 1,7 Milliarden, gut anderthalb waren es danach.", 1.5e9, "count"),
    ],
)
def test_what_is_told_again_keeps_its_scale(text: str, value: float, unit: str) -> None:
    assert read(text)[-1][1:] == (value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Verluste, zunächst 17, dann 44, im dritten Jahr gar 93 Millionen Mark", [17e6, 44e6, 93e6]),
        ("Der Gewinn lag bei 38,2\n(19,0) Mill. DM.", [38.2e6, 19e6]),
    ],
)
def test_a_row_shares_what_stands_at_its_end(text: str, values: list[float]) -> None:
    assert [value for _, value, _ in read(text)] == values
    assert {unit for _, _, unit in read(text)} == {"DEM"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12 Millionen Besucher kamen. Im Tal waren es 14 Gemeinden.", [12e6, 14]),
        ("12 Millionen Besucher kamen. Davor waren es 3.200.", [12e6, 3200]),
        ("Um 3 Millionen Euro sank der Gewinn. Davor waren es 51 Läden.", [3e6, 51]),
    ],
)
def test_pieces_keep_their_own_value(text: str, values: list[float]) -> None:
    assert [value for _, value, _ in read(text)] == values


def test_a_place_after_the_comma_is_read_with_the_words_after_it() -> None:
    assert read("Um 5 Stellen besser hinter dem Komma.")[0][2] == "points"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Das Ergebnis betrug 62 Mio. S im Jahr davor.", 62e6, "ATS"),
        ("Der Strom kostet 17,2 Rp. je Einheit.", 0.172, "CHF"),
        ("Der Stundenlohn betrug 42 Pfennig.", 0.42, "DEM"),
        ("Sie setzte 38 Mrd. Lire um.", 38e9, "ITL"),
    ],
)
def test_old_and_small_money(text: str, value: float, unit: str) -> None:
    assert read(text)[0][1:] == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "Krabbe, 63, wird das nicht erleben.",
        "Ihr Vertrag endet 2020, da sind Sie 61.",
        "Er hat einen Garten, Parzelle 212, mit Rhabarber.",
        "Auf Folie 38 stand die Zahl.",
        "Die WKN ist WKN 776 120.",
        "Die 50-DM-Aktie und die 100-Gramm-Tafel gibt es nicht mehr.",
    ],
)
def test_ages_and_labels_count_nothing(text: str) -> None:
    assert read(text) == []


def test_a_list_tells_its_unit_once() -> None:
    text = "- Eis 9,7 Mrd DM (+2,4 vH)\n- Kekse 4,8 (unv.)\n- Nüsse 4,1 (-0,5)\n\n- Regale 12\n- Tische 8"
    assert values(text) == [
        (9.7e9, "DEM"),
        (2.4, "percent"),
        (4.8e9, "DEM"),
        (4.1e9, "DEM"),
        (-0.5, "percent"),
        (12, "count"),
        (8, "count"),
    ]
