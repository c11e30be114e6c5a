"""The numbers that follow from known rows: growth, a margin, the sum of two parts of a year."""

from collections.abc import Iterable, Sequence

from pipeline.evaluation.mutation.agreeing import Row, Told
from pipeline.evaluation.mutation.times import Days, same_days, year_before

SHARES = ("percent", "percentage_points", "factor")
_PROFITS = ("ebit", "ebitda", "pretax_profit", "net_income", "gross_profit")


def derived(told: Told, rows: Sequence[Row]) -> Iterable[float]:
    """The numbers that other rows give for what a text states.

    Args:
        told: What the text states; nothing gives a range.
        rows: All known figures of its company.

    Returns:
        Growth from two levels, a margin from profit and revenue, a year or half from its two parts.
    """
    if told.low != told.high:
        return ()
    if told.kind == "change":
        return _growth(told, rows)
    return _margins(told, rows) if told.metric == "margin" else _sums(told, rows)


def _levels(told: Told, rows: Sequence[Row], metric: str, days: Days) -> list[Row]:
    return [
        row
        for row in rows
        if (row.metric, row.kind, row.status, row.adjusted) == (metric, "level", "reported", told.adjusted)
        and (row.segment or "").casefold() == (told.segment or "").casefold()
        and same_days(days, row.span)
    ]


def _growth(told: Told, rows: Sequence[Row]) -> Iterable[float]:
    for new in _levels(told, rows, told.metric, told.days):
        for old in _levels(told, rows, told.metric, year_before(told.days)):
            if new.unit != old.unit:
                continue
            points = (told.unit, new.unit) == ("percentage_points", "percent")
            if points or (told.unit == new.unit and new.unit not in SHARES):
                yield new.low - old.low
            elif told.unit in ("percent", "factor") and new.unit not in SHARES and new.low > 0 < old.low:
                growth = new.low / old.low - 1
                yield 100 * growth if told.unit == "percent" else growth + 1


def _margins(told: Told, rows: Sequence[Row]) -> Iterable[float]:
    for revenue in _levels(told, rows, "revenue", told.days):
        for profit in (row for metric in _PROFITS for row in _levels(told, rows, metric, told.days)):
            if profit.unit == revenue.unit:
                yield 100 * profit.low / revenue.low


def _sums(told: Told, rows: Sequence[Row]) -> Iterable[float]:
    for first in rows:
        if first.span[0] != told.days[0] or first.span[1] >= told.days[1]:
            continue
        for second in rows:
            joined = 0 < (second.span[0] - first.span[1]).days < 3
            if second.span[1] == told.days[1] and joined and _are_parts(told, rows, first, second):
                yield first.low + second.low


def _are_parts(told: Told, rows: Sequence[Row], *parts: Row) -> bool:
    """Whether rows are of what a text states, in its unit, whatever their days."""
    return all(
        part in _levels(told, rows, told.metric, part.span) and part.unit == told.unit for part in parts
    )
