"""How a number is written is read, and another one is written the same way."""

import pytest

from pipeline.evaluation.gold import GoldClaim
from pipeline.evaluation.mutation.words import TABLES, Pairs, rules, turns
from pipeline.evaluation.mutation.written import decimal_mark, precision_of, read_written


def told(text: str, value: float, unit: str = "EUR") -> GoldClaim:
    return GoldClaim(0, len(text), text, "revenue", "level", value, value, unit, "exact", "reported")


@pytest.mark.parametrize(
    ("text", "value", "precision", "other", "again"),
    [
        ("12,4 Milliarden Euro", 12.4e9, 5e7, 9.87e9, "9,9 Milliarden Euro"),
        ("8.071 Mio. EUR", 8071e6, 5e5, 12345.6e6, "12.346 Mio. EUR"),
        ("EUR 4,30 Mrd", 4.3e9, 5e6, 5.128e9, "EUR 5,13 Mrd"),
        ("1'180 Mio Franken", 1180e6, 5e6, 2250e6, "2'250 Mio Franken"),
        ("36 Cent", 0.36, 0.005, 0.41, "41 Cent"),
        ("+39%", 39, 0.5, 41, "+41%"),
        ("265.000", 265_000, 500, 769, "769"),
        ("70.000", 70_000, 500, 68_200, "68.200"),
        ("7000", 7000, 50, 8100, "8100"),
        ("100 000", 100_000, 5000, 120_000, "120 000"),
        ("190", 190e6, 5e5, 210e6, "210"),
    ],
)
def test_numbers_are_read_and_written(
    text: str, value: float, precision: float, other: float, again: str
) -> None:
    written = read_written(told(text, value))
    assert written is not None
    assert written.text == text
    assert written.size == pytest.approx(value)
    assert written.precision == pytest.approx(precision)
    assert written.telling(other).text == again


def test_a_point_is_a_decimal_mark_in_a_swiss_text() -> None:
    claims = (told("3.6%", 3.6, "percent"), told("84.3 Mrd CHF", 84.3e9, "CHF"))
    assert decimal_mark(claims) == "."
    written = read_written(claims[1], ".")
    assert written is not None
    assert written.telling(92.56e9).text == "92.6 Mrd CHF"


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("1,2 bis 1,4 Milliarden Euro", 1.2e9, 5e7),
        ("zwölf Millionen Euro", 12e6, 5e5),
        ("zwei Cent", 0.02, 0.005),
    ],
)
def test_precision_of_ranges_and_words(text: str, value: float, precision: float) -> None:
    assert precision_of(told(text, value)) == pytest.approx(precision)


@pytest.mark.parametrize("table", TABLES)
def test_each_pair_of_words_turns_its_example_and_leaves_what_looks_alike(table: str) -> None:
    def turned(rule: Pairs, text: str) -> bool:
        other = {word for pair in rule.pairs for word in pair}
        return any(turn.word in other for turn in turns(table, text))

    for rule in rules(table):
        assert turned(rule, rule.example)
        assert not turned(rule, rule.counterexample)
