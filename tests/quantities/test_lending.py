"""A bare number takes scale and unit from its neighbour, and only from one that lends it."""

import pytest
from told import told, values

from pipeline.quantities.component import find_quantities

EUR = "EUR"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz stieg von 6,8 auf 8,8 Milliarden Euro.", [(6.8e9, EUR), (8.8e9, EUR)]),
        ("Es waren rund 40 Mio. Franken (Vorjahr: 38).", [(40e6, "CHF"), (38e6, "CHF")]),
        ("Die Aktie gewann 2,2 Prozent auf 178,40.", [(2.2, "percent"), (178.4, "count")]),
        ("Die Quote stieg von 2,2 Prozent auf 3,4.", [(2.2, "percent"), (3.4, "percent")]),
        ("Es waren rund 40 Mio. Franken (VJ 38,5).", [(40e6, "CHF"), (38.5e6, "CHF")]),
        ("Das Ebit stieg auf 210 (Vorjahr: 190) Millionen Euro.", [(210e6, EUR), (190e6, EUR)]),
        ("Sie wuchsen um 8 beziehungsweise 12 Prozent.", [(8, "percent"), (12, "percent")]),
        ("Sie wuchsen um 3, 5 und 7 Prozent.", [(3, "percent"), (5, "percent"), (7, "percent")]),
        ("Der Gewinn betrug 5 Mio. Euro nach 388.000 im Vorjahr.", [(5e6, EUR), (388e3, EUR)]),
        ("Der Umsatz lag bei 2,1 Milliarden Euro nach 1,9 im Vorjahr.", [(2.1e9, EUR), (1.9e9, EUR)]),
        ("Der Gewinn stieg auf 96 Mio. Euro, das Verhältnis lag bei 0,82.", [(96e6, EUR), (0.82, "count")]),
        ("Der Gewinn stieg auf 9 Mrd. Euro, nach zuletzt 8,5.", [(9e9, EUR), (8.5e9, EUR)]),
        ("Sie setzte 2,4 Mrd. Euro um. Im Jahr davor waren es 2,1.", [(2.4e9, EUR), (2.1e9, EUR)]),
        ("Es waren 120 Millionen Euro, im Jahr davor 98.", [(120e6, EUR), (98e6, EUR)]),
        ("Er hat 9 Mio. Euro bekommen. Damals waren es 14 Leute.", [(9e6, EUR), (14, "count")]),
        ("Statt 32 werden 35 Cent gezahlt.", [(0.32, EUR), (0.35, EUR)]),
        ("Aus 15,0 wurden 7,1 Milliarden Dollar.", [(15e9, "USD"), (7.1e9, "USD")]),
        ("Die Rendite stieg von minus 0,30 auf minus 0,26 Prozent.", [(0.3, "percent"), (0.26, "percent")]),
        (
            "Mercedes zahlt 5,20, BMW 8,50 Euro je Stammaktie.",
            [(5.2, EUR), (8.5, EUR)],
        ),
        (
            "Nestlé büsste 0,9 und Novartis 0,6 Prozent ein.",
            [(0.9, "percent"), (0.6, "percent")],
        ),
        (
            "Die Dividende beträgt 8,50 Euro (Vorjahr: 5,80), je Vorzugsaktie 8,52.",
            [(8.5, EUR), (5.8, EUR), (8.52, EUR)],
        ),
    ],
)
def test_numbers_beside_each_other_share_their_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == [(pytest.approx(value), unit) for value, unit in expected]


def test_what_was_taken_over_is_marked() -> None:
    borrowed = [
        quantity.borrowed for quantity in find_quantities("Der Umsatz stieg von 6,8 auf 8,8 Mrd. Euro.")
    ]
    assert borrowed == [True, False]


def test_a_difference_of_percentages_counts_in_points() -> None:
    assert told("Der Rat erhöht den Steuerfuss um 6 auf 105 Prozent.") == [
        ("6", 6, "percentage_points"),
        ("105 Prozent", 105, "percent"),
    ]
    assert told("Die Teuerung lag bei 5,4 Prozent, 0,1 Punkte mehr als im März.")[1] == (
        "0,1 Punkte",
        0.1,
        "percentage_points",
    )
    assert values(
        "Der Leitzins steigt um 0,5 Punkte auf 4,0 Prozent, der Dax um 5,5 Punkte auf 15.632 Zähler."
    ) == [
        (0.5, "percentage_points"),
        (4, "percent"),
        (5.5, "points"),
        (15632, "points"),
    ]


def test_a_clause_built_like_the_one_before_tells_percent() -> None:
    text = "Der Umsatz stieg um 8 Prozent auf 2,1 Milliarden Euro, der Gewinn um 5 auf 210 Millionen Euro."
    assert values(text) == [(8, "percent"), (2.1e9, EUR), (5, "percent"), (210e6, EUR)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz stieg um 8 Prozent, in 12 Filialen wurde gebaut.", (12, "count")),
        ("Der Absatz stieg um 2,8 Prozent auf gut 206.000.", (206000, "count")),
        ("Das Ebit sei mit 184 Millionen um 13 Prozent geschrumpft.", (184e6, "count")),
        ("Er zahlte 5 Millionen Euro. Gekommen waren 40.", (40, "count")),
        ("Er zahlte 5 Millionen Euro und nach drei Tagen waren 40 Leute da.", (40, "count")),
    ],
)
def test_what_has_no_claim_to_the_unit_beside_it(text: str, expected: tuple[float, str]) -> None:
    assert expected in values(text)
