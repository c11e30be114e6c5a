"""The verdict that a claim deserves by the definitions of the claim record, none where they leave room.

Nothing but the rows comes from `pipeline.figures`: what is measured must not tell what is right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.evaluation.mutation.times import Days, same_days, year_before
from pipeline.records.claim import Verdict

Unsure = Literal["unsure"]
UNSURE: Unsure = "unsure"
"""The definitions leave room: a hedge satisfied from afar, a table coarser than the text."""

SHARES = ("percent", "percentage_points", "factor")
OUTLOOKS = ("forecast", "prior_forecast")
PROFITS = ("ebit", "ebitda", "pretax_profit", "net_income", "gross_profit")

_NEAR_ABOUT, _FAR_ABOUT = 0.02, 0.15
_NEAR_SIDE = 0.05
_NEAR_END = 0.3
_EQUAL = 1e-9


class Row(Protocol):
    """What a row of known figures says; `pipeline.figures.known.KnownFigure` is one."""

    @property
    def metric(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def segment(self) -> str | None: ...  # noqa: D102
    @property
    def adjusted(self) -> bool: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def low(self) -> float: ...  # noqa: D102
    @property
    def high(self) -> float: ...  # noqa: D102
    @property
    def span(self) -> Days: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Told:
    """What a text states of a figure, as far as a verdict depends on it.

    Attributes:
        metric: The metric.
        kind: `level`, or `change` against the year before.
        segment: Division or variant.
        adjusted: Before special items.
        status: Of the claim record.
        unit: Unit.
        low: Lower end.
        high: Upper end.
        precision: Half a unit of the last digit written.
        qualifier: The hedge.
        days: First and last day of the period.
    """

    metric: str
    kind: str
    segment: str | None
    adjusted: bool
    status: str
    unit: str
    low: float
    high: float
    precision: float
    qualifier: str
    days: Days


def true_verdict(told: Told, rows: Sequence[Row]) -> Verdict | None:
    """The verdict that a claim deserves.

    Args:
        told: What the text states, of a period whose days are known.
        rows: All known figures of its company.

    Returns:
        The verdict; None where the definitions leave room, where several errors explain the number, or where
        no row speaks of the claim and yet some might.
    """
    alike = [row for row in rows if _same_thing(told, row)]
    plain = [row for row in alike if row.unit == told.unit]
    answers = {_agrees(told, row) for row in plain}
    confirming: tuple[Verdict, ...] = ("exact", "rounded", "hedged", "in_range")
    for verdict in confirming:
        if verdict in answers:
            return verdict
    if UNSURE in answers or _variants(told, rows):
        return None
    if not any(row.unit == told.unit or _units_mistaken(told.unit, row.unit) for row in alike):
        return _without_row(told, rows)
    if _derivable(told, rows):
        return None
    errors = set(_errors(told, plain, rows))
    if len(errors) > 1:
        return None
    return errors.pop() if errors else "contradicted"


def _same_thing(told: Told, row: Row, *, metric: bool = True, days: bool = True) -> bool:
    statuses: tuple[str, ...] = OUTLOOKS if told.status in OUTLOOKS else (told.status,)
    if told.metric == "dividend":
        statuses = (*OUTLOOKS, "reported")  # the table counts a proposed dividend as reported
    return (
        row.kind == told.kind
        and (row.segment or "").casefold() == (told.segment or "").casefold()
        and row.adjusted == told.adjusted
        and row.status in statuses
        and (not metric or row.metric == told.metric)
        and (not days or same_days(told.days, row.span))
    )


def _agrees(told: Told, row: Row) -> Verdict | Unsure | None:
    if told.low != told.high:
        return _range_agrees(told, row)
    if row.low != row.high:
        return _agrees_with_range(told, row)
    off, room = abs(told.low - row.low), told.precision * (1 + _EQUAL)
    over = abs(row.low) - abs(told.low)  # by how much the known value is the greater
    wrong_side = (told.qualifier == "under" and over > 0) or (told.qualifier == "over" and over < 0)
    if off <= _EQUAL * abs(row.low):
        return UNSURE if told.qualifier in ("under", "over") else "exact"
    if off <= room:
        return UNSURE if wrong_side else "rounded"
    if off <= room + shown_precision(row.low):
        return UNSURE
    return _hedge_agrees(told.qualifier, over, abs(row.low) or 1.0)


def _hedge_agrees(qualifier: str, over: float, size: float) -> Verdict | Unsure | None:
    """Whether a hedge is satisfied by a value that lies outside the rounding interval.

    Args:
        qualifier: The hedge.
        over: By how much the known value is greater than the one told, without their signs.
        size: The known value without its sign.
    """
    share = abs(over) / size
    match qualifier:
        case "about":
            return "hedged" if share <= _NEAR_ABOUT else UNSURE if share <= _FAR_ABOUT else None
        case "over" | "under":
            if (qualifier == "over") != (over > 0):
                return None
            return "hedged" if share <= _NEAR_SIDE else UNSURE
        case "at_least" | "at_most":
            if (qualifier == "at_least") != (over > 0):
                return None
            return "hedged" if share <= _NEAR_END else UNSURE
    return None


def _range_agrees(told: Told, row: Row) -> Verdict | Unsure | None:
    room = told.precision * (1 + _EQUAL)
    if told.low - room <= row.low and row.high <= told.high + room:
        return "in_range"
    if abs(told.low - row.low) <= room and abs(told.high - row.high) <= room:
        return "in_range"
    room += shown_precision(row.low) + (0.15 * abs(told.high) if told.qualifier == "about" else 0)
    return UNSURE if row.low <= told.high + room and told.low - room <= row.high else None


def _agrees_with_range(told: Told, row: Row) -> Verdict | Unsure | None:
    if row.low <= told.low <= row.high and told.qualifier == "exact":
        return "in_range"
    room = told.precision + 0.02 * abs(told.low)
    return UNSURE if row.low - room <= told.low <= row.high + room else None


def shown_precision(value: float) -> float:
    """Half a unit of the last digit of a published value that is not zero, of two digits at least."""
    text = f"{abs(value):.10f}".rstrip("0")
    whole, _, rest = text.partition(".")
    if rest:
        return 0.5 * 10.0 ** -len(rest)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 0.5 * 10.0 ** max(0, min(zeros, len(whole) - 2))


def _variants(told: Told, rows: Iterable[Row]) -> bool:
    """Whether the number is that of another division, adjustment or status, of which no verdict speaks."""
    return any(
        row.metric == told.metric
        and row.kind == told.kind
        and row.unit == told.unit
        and same_days(told.days, row.span)
        and not _same_thing(told, row)
        and _may_be(told, row)
        for row in rows
    )


def _errors(told: Told, plain: Sequence[Row], rows: Iterable[Row]) -> Iterable[Verdict]:
    """Every error by which the number would be right."""
    if told.unit not in SHARES:
        for scale in (1e3, 1e-3, 1e6, 1e-6):
            if any(_may_be(_times(told, scale), row) for row in plain):
                yield "scale_error"
    if any(_may_be(_times(told, -1.0), row) for row in plain):
        yield "sign_error"
    for row in rows:
        if row.unit != told.unit:
            if _same_thing(told, row) and _units_mistaken(told.unit, row.unit) and _may_be(told, row):
                yield "unit_error"
        elif not _same_thing(told, row):
            if _same_thing(told, row, days=False) and _may_be(told, row):
                yield "period_shift"
            if _same_thing(told, row, metric=False) and _may_be(told, row):
                yield "metric_confusion"


def _may_be(told: Told, row: Row) -> bool:
    """Whether the number may be a row's: `mehr als 300` is not that of every row above."""
    answer = _agrees(told, row)
    return bool(answer) and not (answer == UNSURE and told.qualifier not in ("exact", "about"))


def _times(told: Told, factor: float) -> Told:
    low, high = sorted((told.low * factor, told.high * factor))
    return Told(
        told.metric, told.kind, told.segment, told.adjusted, told.status, told.unit, low, high,
        told.precision * abs(factor), told.qualifier, told.days,
    )  # fmt: skip


def _units_mistaken(one: str, other: str) -> bool:
    rates = {one, other} == {"percent", "percentage_points"}
    return rates or (
        len(one) == len(other) == 3 and one.isupper() and other.isupper() and "XXX" not in (one, other)
    )


def _without_row(told: Told, rows: Sequence[Row]) -> Verdict | None:
    """`derived`, or `unverifiable` where the company has no row of the metric at all.

    A row of another period, division or status leaves open whether it speaks of the claim.
    """
    alone = not any(
        row.metric == told.metric and row.kind == told.kind and same_days(told.days, row.span) for row in rows
    )
    if (
        alone
        and told.qualifier == "exact"
        and any(abs(value - told.low) <= told.precision for value in _derived(told, rows))
    ):
        return "derived"
    if told.metric in ("other", "margin") and rows:
        return None
    return None if any(row.metric == told.metric for row in rows) else "unverifiable"


def _derivable(told: Told, rows: Sequence[Row]) -> bool:
    """Whether something that follows from other rows comes near a number which its own row denies."""
    room = told.precision + 0.05 * abs(told.low)
    return any(abs(value - told.low) <= room for value in _derived(told, rows))


def _derived(told: Told, rows: Sequence[Row]) -> Iterable[float]:
    """Growth from two levels, a margin from profit and revenue, a year or half from its two parts."""
    if told.low != told.high:
        return

    def levels(metric: str, days: Days) -> list[Row]:
        return [
            row
            for row in rows
            if (row.metric, row.kind, row.status, row.adjusted)
            == (metric, "level", "reported", told.adjusted)
            and (row.segment or "").casefold() == (told.segment or "").casefold()
            and same_days(days, row.span)
        ]

    if told.kind == "change":
        for new in levels(told.metric, told.days):
            for old in levels(told.metric, year_before(told.days)):
                if new.unit != old.unit:
                    continue
                points = (told.unit, new.unit) == ("percentage_points", "percent")
                if points or (told.unit == new.unit and new.unit not in SHARES):
                    yield new.low - old.low
                elif told.unit in ("percent", "factor") and new.unit not in SHARES and new.low > 0 < old.low:
                    growth = new.low / old.low - 1
                    yield 100 * growth if told.unit == "percent" else growth + 1
    elif told.metric == "margin":
        for revenue in levels("revenue", told.days):
            for profit in (row for metric in PROFITS for row in levels(metric, told.days)):
                if profit.unit == revenue.unit:
                    yield 100 * profit.low / revenue.low
    else:
        for first in rows:
            if first.span[0] != told.days[0] or first.span[1] >= told.days[1]:
                continue
            for second in rows:
                parts = (first, second)
                if (
                    second.span[1] == told.days[1]
                    and 0 < (second.span[0] - first.span[1]).days < 3
                    and all(
                        part in levels(told.metric, part.span) and part.unit == told.unit for part in parts
                    )
                ):
                    yield first.low + second.low
