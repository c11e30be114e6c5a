"""What follows from known figures though no row says it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest
from figure_claims import claim

from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims

Row = dict[str, Any]
SPANS = {
    "2020": ("2020-01-01", "2020-12-31"),
    "2021": ("2021-01-01", "2021-12-31"),
    "2021-Q1": ("2021-01-01", "2021-03-31"),
    "2021-Q2": ("2021-04-01", "2021-06-30"),
    "2021-Q3": ("2021-07-01", "2021-09-30"),
    "2021-Q4": ("2021-10-01", "2021-12-31"),
    "2021-H1": ("2021-01-01", "2021-06-30"),
    "2021-H2": ("2021-07-01", "2021-12-31"),
    "2021-9M": ("2021-01-01", "2021-09-30"),
    "2020-Q1": ("2020-01-01", "2020-03-31"),
}


def row(metric: str, period: str, value: float, kind: str = "level", unit: str = "EUR", **more: Any) -> Row:
    start, end = SPANS[period]
    return {
        "company": "Kesselbau Nord", "company_id": "DE000TEST001", "metric": metric, "segment": "",
        "kind": kind, "period": period, "period_start": start, "period_end": end, "fiscal": False,
        "status": "reported",
        "value_low": value, "value_high": value, "unit": unit, "adjusted": False, "as_of": "2022-02-01",
        "source": "https://example.org/kesselbau", **more,
    }  # fmt: skip


@pytest.fixture
def verdict() -> Callable[..., tuple[str | None, str | None]]:
    """The verdict on one claim about the company of these rows, and its reason."""

    def ask(rows: list[Row], period: str, **fields: Any) -> tuple[str | None, str | None]:
        start, end = (date.fromisoformat(day) for day in SPANS[period])
        told = claim(company="Kesselbau Nord AG", company_id=None, period=period, period_start=start,
                     period_end=end, **{"unit": "EUR", **fields})  # fmt: skip
        [checked] = validate_claims([told], load_known_figures(pd.DataFrame(rows)))
        return checked.verdict, checked.verdict_reason

    return ask


YEARS = [row("revenue", "2020", 1.9004e9), row("revenue", "2021", 2.0524e9)]
QUARTERS = [
    row("revenue", f"2021-Q{n}", value) for n, value in enumerate((480.2e6, 505.3e6, 517.1e6, 549.8e6), 1)
]


@pytest.mark.parametrize(
    ("expected", "fields"),
    [
        ("derived", {"value": 8.0, "precision": 0.5, "unit": "percent"}),
        ("derived", {"value": 1.08, "precision": 0.05, "unit": "factor"}),
        ("derived", {"value": 152e6, "precision": 5e5}),
        ("derived", {"value": 150e6, "precision": 5e5, "qualifier": "about"}),
        ("sign_error", {"value": -8.0, "precision": 0.5, "unit": "percent"}),
        ("scale_error", {"value": 152e9, "precision": 5e8}),
        ("unverifiable", {"value": 12.0, "precision": 0.5, "unit": "percent"}),
        (
            "unverifiable",
            {"value": 8.01, "precision": 0.005, "unit": "percent"},
        ),  # finer than the levels tell
        ("unverifiable", {"value": 8.0, "precision": 0.5, "unit": "percent", "reference": "consensus"}),
    ],
)
def test_growth_from_two_levels(
    expected: str, fields: dict[str, Any], verdict: Callable[..., tuple[str | None, str | None]]
) -> None:
    found, reason = verdict(YEARS, "2021", kind="change", **fields)
    assert found == expected, reason


def test_the_reason_names_what_a_value_follows_from(
    verdict: Callable[..., tuple[str | None, str | None]],
) -> None:
    _, reason = verdict(YEARS, "2021", kind="change", value=8.0, precision=0.5, unit="percent")
    assert reason == (
        "From 2.0524 billion EUR revenue of 2021 (example.org, 2022-02-01) and 1.9004 billion EUR revenue of "
        "2020 (example.org, 2022-02-01) of Kesselbau Nord follows 7.998 percent (against 2020); the text's "
        "8 percent agrees with it."
    )


def test_growth_against_the_quarter_before(verdict: Callable[..., tuple[str | None, str | None]]) -> None:
    told = {"kind": "change", "unit": "percent", "precision": 0.05, "reference": "prior_period"}
    assert verdict(QUARTERS, "2021-Q2", value=5.2, **told)[0] == "derived"
    assert verdict(QUARTERS, "2021-Q2", value=6.2, **told)[0] == "unverifiable"


def test_a_loss_that_shrinks_falls(verdict: Callable[..., tuple[str | None, str | None]]) -> None:
    """From -100 to -77 million the loss fell by 23 percent; to a profit there is no percentage."""
    losses = [row("net_income", "2020", -100e6), row("net_income", "2021", -77e6)]
    told = {"metric": "net_income", "kind": "change", "unit": "percent", "precision": 0.5}
    assert verdict(losses, "2021", value=-23.0, **told)[0] == "derived"
    turned = [row("net_income", "2020", -100e6), row("net_income", "2021", 77e6)]
    assert verdict(turned, "2021", value=-177.0, **told)[0] == "unverifiable"


def test_level_from_base_and_growth_both_ways(
    verdict: Callable[..., tuple[str | None, str | None]],
) -> None:
    change = row("revenue", "2021", 8.0, kind="change", unit="percent")
    assert verdict([YEARS[0], change], "2021", value=2.05e9, precision=5e6)[0] == "derived"
    assert verdict([YEARS[1], change], "2020", value=1.9e9, precision=5e7)[0] == "derived"
    assert verdict([YEARS[0], change], "2021", value=2.25e9, precision=5e6)[0] == "unverifiable"
    assert verdict([YEARS[0], change], "2021", value=2.05e6, precision=5e3)[0] == "scale_error"


def test_margin_from_profit_and_revenue(verdict: Callable[..., tuple[str | None, str | None]]) -> None:
    rows = [*YEARS, row("ebit", "2021", 205.2e6), row("net_income", "2021", 123e6)]
    told = {"metric": "margin", "unit": "percent", "precision": 0.05}
    assert verdict(rows, "2021", value=10.0, **told)[0] == "derived"
    assert verdict(rows, "2021", value=6.0, **told)[0] == "derived"
    assert verdict(rows, "2021", value=8.0, **told)[0] == "unverifiable"


@pytest.mark.parametrize(
    ("rows", "period", "value"),
    [
        (QUARTERS, "2021", 2.0524e9),
        (QUARTERS, "2021-H1", 985.5e6),
        (QUARTERS, "2021-9M", 1.5026e9),
        (QUARTERS, "2021-H2", 1.0669e9),
        ([*QUARTERS[:3], YEARS[1]], "2021-Q4", 549.8e6),
        ([row("revenue", "2021-H1", 985.5e6), YEARS[1]], "2021-H2", 1.0669e9),
        ([row("revenue", "2021-9M", 1.5026e9), YEARS[1]], "2021-Q4", 549.8e6),
        ([row("revenue", "2021-9M", 1.5026e9), row("revenue", "2021-H1", 985.5e6)], "2021-Q3", 517.1e6),
        ([row("revenue", "2021-H1", 985.5e6), QUARTERS[0]], "2021-Q2", 505.3e6),
    ],
)
def test_sums_and_differences_of_parts_of_the_year(
    rows: list[Row], period: str, value: float, verdict: Callable[..., tuple[str | None, str | None]]
) -> None:
    found, reason = verdict(rows, period, value=value, precision=5e5)
    assert found == "derived", reason
    assert verdict(rows, period, value=value * 1.05, precision=5e5)[0] == "unverifiable"
    assert verdict(rows, period, value=value / 1000, precision=5e2)[0] == "scale_error"


def test_stocks_and_shares_are_not_added_up(verdict: Callable[..., tuple[str | None, str | None]]) -> None:
    rows = [row("margin", f"2021-Q{n}", 5.0, unit="percent") for n in range(1, 5)]
    assert (
        verdict(rows, "2021", metric="margin", value=20.0, unit="percent", precision=0.5)[0] == "unverifiable"
    )


def test_a_row_that_speaks_of_it_goes_before_arithmetic_but_two_levels_save_a_growth(
    verdict: Callable[..., tuple[str | None, str | None]],
) -> None:
    """The base was restated: the published 5 percent and the 8 percent of the levels are both right."""
    rows = [*YEARS, row("revenue", "2021", 5.0, kind="change", unit="percent")]
    told = {"kind": "change", "unit": "percent", "precision": 0.5}
    assert verdict(rows, "2021", value=5.0, **told)[0] == "exact"
    assert verdict(rows, "2021", value=8.0, **told)[0] == "derived"
    assert verdict(rows, "2021", value=11.0, **told)[0] == "contradicted"
    assert verdict([*QUARTERS, YEARS[1]], "2021", value=2.06e9, precision=5e6)[0] == "contradicted"
