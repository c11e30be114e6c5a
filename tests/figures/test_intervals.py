"""Interval arithmetic; no correct rounding and no satisfied hedge is ever called wrong."""

from datetime import date

import pytest
from figure_claims import claim
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.figures.hedge_words import HedgeWords, _pattern, hedge_words, reach_of
from pipeline.figures.intervals import (
    Stated,
    Value,
    about,
    agreement,
    holds_from_afar,
    last_step,
    published_precision,
)
from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims

CONFIRMED = {"exact", "rounded", "hedged", "in_range", "derived"}

REVENUE = {  # of the small table, in whole companies' headline figures
    ("US98980L1017", "USD", date(2020, 2, 1), date(2020, 4, 30)): 328.2e6,
    ("DE0005190003", "EUR", date(2022, 1, 1), date(2022, 12, 31)): 142.61e9,
    ("DE0007664039", "EUR", date(2020, 1, 1), date(2020, 3, 31)): 55.1e9,
    ("DE0007236101", "EUR", date(2022, 10, 1), date(2023, 9, 30)): 77.8e9,
}


def told(key: tuple[str, str, date, date], **fields: object) -> dict[str, object]:
    company_id, unit, start, end = key
    return {"company_id": company_id, "unit": unit, "period": f"{end.year}", "period_start": start,
            "period_end": end, "fiscal": True, **fields}  # fmt: skip


@given(key=st.sampled_from(sorted(REVENUE)), digits=st.integers(1, 7))
@settings(max_examples=200, deadline=None)
def test_a_correct_rounding_is_confirmed(
    known: KnownFigures, key: tuple[str, str, date, date], digits: int
) -> None:
    value = REVENUE[key]
    unit = 10.0 ** (len(str(int(value))) - digits)
    rounded = round(value / unit) * unit
    [checked] = validate_claims([claim(**told(key, value=rounded, precision=unit / 2))], known)
    assert checked.verdict in ("exact", "rounded"), checked.verdict_reason


@given(
    key=st.sampled_from(sorted(REVENUE)),
    part=st.floats(0.02, 0.99),
    qualifier=st.sampled_from(["over", "under", "at_least", "at_most", "about"]),
    digits=st.integers(1, 4),
)
@settings(max_examples=400, deadline=None)
def test_a_satisfied_hedge_is_never_called_wrong(
    known: KnownFigures, key: tuple[str, str, date, date], part: float, qualifier: str, digits: int
) -> None:
    """Near or far, with any count of digits: `über` a smaller number and `unter` a greater one hold."""
    value = REVENUE[key]
    bound = value * part if qualifier in ("over", "at_least") else value / part
    unit = 10.0 ** (len(str(int(bound))) - digits)
    bound = (int(bound / unit) + (qualifier in ("under", "at_most"))) * unit
    assume(bound > 0)
    if qualifier == "about":
        bound = value * (1 + part / 100)
    [checked] = validate_claims(
        [claim(**told(key, value=bound, precision=unit / 2, qualifier=qualifier))], known
    )
    assert checked.verdict in CONFIRMED | {"unverifiable"}, checked.verdict_reason


@given(low=st.floats(0.5, 1), high=st.floats(1, 2), key=st.sampled_from(sorted(REVENUE)))
@settings(max_examples=100, deadline=None)
def test_a_range_that_holds_the_value_is_confirmed(
    known: KnownFigures, low: float, high: float, key: tuple[str, str, date, date]
) -> None:
    value = REVENUE[key]
    [checked] = validate_claims(
        [claim(**told(key, low=value * low, high=value * high, precision=1.0))], known
    )
    assert checked.verdict in ("in_range", "exact")


@pytest.mark.parametrize(
    ("stated", "known", "verdict"),
    [
        (Stated(12.4, 12.4, 0.05), Value(12.4, 12.4), "exact"),
        (Stated(12.4, 12.4, 0.05), Value(12.35, 12.35), "rounded"),
        (Stated(12.4, 12.4, 0.05), Value(12.451, 12.451), None),
        (Stated(15.83, 15.83, 0.005), Value(15.8, 15.8, 0.05), "rounded"),
        (Stated(15.9, 15.9, 0.05), Value(15.8, 15.8, 0.05), None),
        (Stated(300, 300, 0.5, "over"), Value(328, 328), "hedged"),
        (Stated(300, 300, 0.5, "over"), Value(400, 400), None),
        (Stated(300, 300, 0.5, "over", "near"), Value(328, 328), "hedged"),
        (Stated(300, 300, 0.5, "over", "near"), Value(335, 335), None),
        (Stated(300, 300, 0.5, "under"), Value(290, 290), "hedged"),
        (Stated(300, 300, 0.5, "under"), Value(301, 301), None),
        (Stated(173, 173, 0.5, "over"), Value(172.7, 172.7), None),
        (Stated(173, 173, 0.5, "over"), Value(172.9, 172.9, 0.5), "rounded"),
        (Stated(173, 173, 0.5, "under"), Value(172.7, 172.7), "rounded"),
        (Stated(300, 300, 0.5, "about"), Value(275, 275), "hedged"),
        (Stated(330, 330, 0.5, "about"), Value(320, 320), None),
        (Stated(915, 915, 0.5, "at_most"), Value(905, 915), "hedged"),
        (Stated(905, 905, 0.5, "at_least"), Value(905, 915), "hedged"),
        (Stated(910, 910, 0.5), Value(905, 915), "in_range"),
        (Stated(1.78, 1.80, 0.005), Value(1.775, 1.8), "in_range"),
        (Stated(1.2, 1.4, 0.05), Value(1.3, 1.3), "in_range"),
        (Stated(1.2, 1.4, 0.05), Value(1.5, 1.5), None),
        (Stated(1.2, 1.4, 0.005, "about"), Value(1.44, 1.44), "hedged"),
        (Stated(1.2, 1.4, 0.05), Value(1.2, 1.6), None),
        (Stated(-12, -12, 0.5, "over"), Value(-12.9, -12.9), "hedged"),
        (Stated(-12, -12, 0.5, "over"), Value(-11.2, -11.2), None),
    ],
)
def test_agreement(stated: Stated, known: Value, verdict: str | None) -> None:
    assert agreement(stated, known) == verdict


@pytest.mark.parametrize(
    ("value", "precision", "step"),
    [
        (328e6, 5e5, 1e6),
        (300e6, 5e5, 1e8),
        (265_000, 500, 1000),
        (1.2e9, 5e7, 1e8),
        (10, 0.5, 10),
        (0, 0.5, 1),
    ],
)
def test_the_last_digit_that_is_not_zero(value: float, precision: float, step: float) -> None:
    assert last_step(value, precision) == pytest.approx(step)


@pytest.mark.parametrize(
    ("value", "unit", "precision"),
    [
        (15_800_000_000, "EUR", 5e7),
        (300_000_000, "count", 5e6),
        (252_632_000_000, "EUR", 5e5),
        (405, "count", 0.5),
        (24.7, "percent", 0.05),
        (169, "percent", 0.5),
        (3.3, "EUR", 0.005),
        (-0.24, "EUR", 0.005),
        (0, "USD", 0.005),
    ],
)
def test_the_precision_of_a_published_value_shows_in_its_digits(
    value: float, unit: str, precision: float
) -> None:
    assert published_precision(float(value), unit) == pytest.approx(precision)


def test_rund_is_coarser_for_a_round_number() -> None:
    assert about(Stated(300, 300, 0.5, "about"), 300) == 30
    assert about(Stated(330, 330, 0.5, "about"), 330) == pytest.approx(6.6)
    assert about(Stated(33.3, 33.3, 0.5, "about", fraction=True), 33.3) == pytest.approx(3.33)


def test_a_hedge_can_hold_from_afar_but_not_gut_and_knapp() -> None:
    assert holds_from_afar(Stated(300, 300, 0.5, "over"), Value(700, 700))
    assert not holds_from_afar(Stated(300, 300, 0.5, "over", "near"), Value(700, 700))
    assert holds_from_afar(Stated(300, 300, 0.5, "at_most"), Value(10, 10))
    assert not holds_from_afar(Stated(300, 300, 0.5), Value(700, 700))


@pytest.mark.parametrize("table", ["near", "wide", "on_top", "fraction"])
def test_each_rule_of_hedges_fires_on_its_example_alone(table: str) -> None:
    rules: tuple[HedgeWords, ...] = hedge_words(table)  # type: ignore[arg-type]
    assert rules
    for rule in rules:
        for text, fires in ((rule.example, True), (rule.counterexample, False)):
            if table in ("near", "wide"):
                assert (reach_of(text, "300") == table) is fires
            else:
                words = text.partition("viermal")[2] or text
                assert bool(_pattern(table).match(words)) is fires  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "reach"),
    [
        ("Der Umsatz stieg auf knapp 300 Millionen Euro.", "near"),
        ("Fast 300 Filialen schließen.", "near"),
        ("Es waren deutlich mehr als 300 Gäste da.", "wide"),
        ("Etwas mehr als 300 Gäste kamen.", "near"),
        ("Nicht ganz 300 Gäste kamen.", "near"),
        ("300 Gäste kamen.", None),
        ("", None),
    ],
)
def test_the_word_before_the_number_tells_near_from_far(sentence: str, reach: str | None) -> None:
    assert reach_of(sentence, "300") == reach
