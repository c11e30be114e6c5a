"""The verdict that a claim deserves, by the definitions alone, and none where they leave room."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.evaluation.mutation.agreeing import Told, shown_precision
from pipeline.evaluation.mutation.times import calendar_days, readings, year_before
from pipeline.evaluation.mutation.truth import true_verdict
from pipeline.figures.known import KnownFigure

YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def row(value: float, high: float | None = None, /, **fields: object) -> KnownFigure:
    usual: dict[str, object] = {
        "company": "Krollmann", "company_id": None, "metric": "revenue", "segment": None, "kind": "level",
        "period": "2022", "period_start": YEAR[0], "period_end": YEAR[1], "fiscal": False,
        "status": "reported", "low": value, "high": value if high is None else high, "unit": "EUR",
        "adjusted": False, "as_of": None, "source": None, "row": 1,
    }  # fmt: skip
    return KnownFigure(**usual | fields)  # type: ignore[arg-type]


ROWS = [
    row(328.2e6),
    row(302.4e6, period="2021", period_start=date(2021, 1, 1), period_end=date(2021, 12, 31)),
    row(41.7e6, metric="ebit"),
    row(-12.3e6, metric="net_income"),
    row(8.5, kind="change", unit="percent"),
    row(350e6, 360e6, status="forecast"),
]
TOLD = Told("revenue", "level", None, False, "reported", "EUR", 328.2e6, 328.2e6, 5e4, "exact", YEAR)
GROWTH = {"kind": "change", "unit": "percent", "precision": 0.05}


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        ("exact", {}),
        ("rounded", {"low": 328e6, "high": 328e6, "precision": 5e5}),
        ("hedged", {"low": 330e6, "high": 330e6, "precision": 5e5, "qualifier": "under"}),
        ("hedged", {"low": 330e6, "high": 330e6, "precision": 5e5, "qualifier": "about"}),
        ("in_range", {"low": 320e6, "high": 330e6, "precision": 5e6}),
        ("in_range", {"status": "forecast", "low": 350e6, "high": 360e6, "precision": 5e6}),
        ("derived", {"metric": "margin", "unit": "percent", "low": 12.7, "high": 12.7, "precision": 0.05}),
        ("scale_error", {"low": 328.2e9, "high": 328.2e9, "precision": 5e7}),
        ("sign_error", {"metric": "net_income", "low": 12.3e6, "high": 12.3e6}),
        ("unit_error", {"unit": "USD"}),
        ("unit_error", {**GROWTH, "unit": "percentage_points", "low": 8.5, "high": 8.5}),
        ("period_shift", {"low": 302.4e6, "high": 302.4e6}),
        ("metric_confusion", {"low": 41.7e6, "high": 41.7e6}),
        ("contradicted", {"low": 388.2e6, "high": 388.2e6}),
        ("contradicted", {"low": 330e6, "high": 330e6, "precision": 5e5, "qualifier": "over"}),
        ("unverifiable", {"metric": "employees", "unit": "count", "low": 5.0, "high": 5.0}),
    ],
)  # fmt: skip
def test_each_verdict_has_its_claim(verdict: str, fields: dict[str, object]) -> None:
    assert true_verdict(replace(TOLD, **fields), ROWS) == verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        # The table shows no more digits than the text: 328.24 may be the same figure.
        {"low": 328.24e6, "high": 328.24e6, "precision": 5e3},
        # `weniger als 600 Millionen` holds, but nobody says so of 328.
        {"low": 600e6, "high": 600e6, "precision": 5e5, "qualifier": "under"},
        # Of another division something may be known or not.
        {"segment": "Pumpen"},
        # Nine percent is not what the row says, but what follows from the levels when they are rounded.
        {**GROWTH, "low": 8.6, "high": 8.6},
    ],
)
def test_where_the_definitions_leave_room_there_is_no_truth(fields: dict[str, object]) -> None:
    assert true_verdict(replace(TOLD, **fields), ROWS) is None  # type: ignore[arg-type]


def test_what_two_errors_explain_has_no_truth() -> None:
    twice = [*ROWS, row(302.4e6, metric="ebitda")]
    assert true_verdict(replace(TOLD, low=302.4e6, high=302.4e6), twice) is None


def test_a_label_is_read_by_the_calendar_and_by_the_companys_own() -> None:
    fiscal = row(
        1.0, period="2023-Q2", period_start=date(2023, 1, 1), period_end=date(2023, 3, 31), fiscal=True
    )
    assert readings("2023-Q2", [fiscal]) == [
        (date(2023, 1, 1), date(2023, 3, 31)),
        (date(2023, 4, 1), date(2023, 6, 30)),
    ]
    assert calendar_days("2023-9M") == (date(2023, 1, 1), date(2023, 9, 30))
    assert calendar_days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert year_before(calendar_days("2024-02")) == calendar_days("2023-02")


@pytest.mark.parametrize(("value", "half"), [(15.8e9, 5e7), (300e6, 5e6), (24.7, 0.05), (265_400, 50)])
def test_precision_as_published(value: float, half: float) -> None:
    assert shown_precision(value) == pytest.approx(half)
