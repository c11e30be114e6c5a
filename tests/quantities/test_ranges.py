"""A range is one quantity with both ends; two numbers that only stand together are two."""

import pytest
from told import found_in, told


@pytest.mark.parametrize(
    ("written", "low", "high", "unit"),
    [
        ("1,2 und 1,4 Milliarden Euro", 1.2e9, 1.4e9, "EUR"),
        ("6 und 7 Prozent", 6, 7, "percent"),
        ("900 Millionen und 1,1 Milliarden Euro", 9e8, 1.1e9, "EUR"),
    ],
)
def test_between_two_numbers(written: str, low: float, high: float, unit: str) -> None:
    assert told(f"Der Wert liegt zwischen {written} im Jahr.") == [(written, (low, high), unit)]
    assert len(told(f"Die Werte sind {written} im Jahr.")) == 2


@pytest.mark.parametrize(
    ("written", "low", "high", "unit"),
    [
        ("6 bis 7 Prozent", 6, 7, "percent"),
        ("6% bis 7%", 6, 7, "percent"),
        ("6-7 %", 6, 7, "percent"),
        ("6 – 7 %", 6, 7, "percent"),
        ("10–12 Mio. Euro", 10e6, 12e6, "EUR"),
        ("10-12 Mio. Euro", 10e6, 12e6, "EUR"),
        ("3 bis zu 5 Prozent", 3, 5, "percent"),
        ("5 Mio. bis 6 Mio. Euro", 5e6, 6e6, "EUR"),
        ("5 Mio. Euro bis 6 Mio. Euro", 5e6, 6e6, "EUR"),
        ("EUR 5 bis 6 Mio.", 5e6, 6e6, "EUR"),
        ("EUR 5 Mio. bis EUR 6 Mio.", 5e6, 6e6, "EUR"),
        ("900 Millionen bis 1,1 Milliarden Euro", 9e8, 1.1e9, "EUR"),
        ("977.000 bis 2,8 Millionen Euro", 977e3, 2.8e6, "EUR"),
        ("zehn oder zwölf Prozent", 10, 12, "percent"),
        ("200 bis 300 000 Euro", 200e3, 300e3, "EUR"),
        ("50 bis 100.000 Euro", 50, 100e3, "EUR"),
        ("8-10", 8, 10, "count"),
        ("17 Milliarden plus oder minus 500 Millionen Euro", 16.5e9, 17.5e9, "EUR"),
        ("300 ± 20 Millionen Euro", 280e6, 320e6, "EUR"),
        ("5 Prozent plus/minus 0,5 Prozent", 4.5, 5.5, "percent"),
    ],
)
def test_from_one_number_to_another(written: str, low: float, high: float, unit: str) -> None:
    assert told(f"Geplant sind {written} Zuschuss im Jahr.") == [(written, (low, high), unit)]


def test_a_hedge_inside_or_before_a_range_holds_for_it() -> None:
    assert told("Erwartet werden 2,3 bis knapp 2,5 Mio. Euro, später rund 6 bis 7 Mio. Euro.") == [
        ("2,3 bis knapp 2,5 Mio. Euro", (2.3e6, 2.5e6), "EUR", "under"),
        ("6 bis 7 Mio. Euro", (6e6, 7e6), "EUR", "about"),
    ]


def test_from_to_of_a_change_is_two_levels() -> None:
    assert told(
        "Der Anteil stieg von 12 auf 15 Prozent, der Umsatz um 8 Prozent auf 2,1 Milliarden Euro."
    ) == [
        ("12", 12, "percent"),
        ("15 Prozent", 15, "percent"),
        ("8 Prozent", 8, "percent"),
        ("2,1 Milliarden Euro", 2.1e9, "EUR"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Er nahm 5 oder 500 Euro.",
        "Von den Werken stehen 12 - 3 Prozent weniger als im Vorjahr.",
        "Gezählt wurden 12\n- 15 Leute blieben.",
    ],
)
def test_two_numbers_far_apart_or_falling_are_no_range(text: str) -> None:
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("minus 42 bis minus 37 Mio. Euro", -42e6, -37e6),
        ("minus 37 bis minus 42 Mio. Euro", -42e6, -37e6),
        ("zwischen minus 5 und plus 7 Mio. Euro", -5e6, 7e6),
        ("zwischen -5 und +7 Mio. Euro", -5e6, 7e6),
        ("-42 bis -37 Mio. Euro", -42e6, -37e6),
    ],
)
def test_both_ends_have_their_signs(written: str, low: float, high: float) -> None:
    ((_, ends, unit),) = told(f"Erwartet wird ein Ergebnis von {written}.")
    assert (ends, unit) == ((low, high), "EUR")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Zwei- bis dreitausend Leute kamen.", 2000, 3000),
        ("Bedroht sind ein- bis zweihundert Stellen.", 100, 200),
        ("Zehn- bis zwölftausend Leute kamen.", 10_000, 12_000),
    ],
)
def test_the_first_word_of_a_range_leaves_its_ending_away(text: str, low: float, high: float) -> None:
    [quantity] = found_in(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, "count")
