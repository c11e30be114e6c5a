"""The verdict that a claim deserves by the definitions of the claim record, none where they leave room.

Nothing but the rows comes from `pipeline.figures`: what is measured must not tell what is right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.evaluation.mutation.agreeing import UNSURE, Row, Told, agrees, may_be
from pipeline.evaluation.mutation.derivation import SHARES, derived
from pipeline.evaluation.mutation.times import same_days
from pipeline.records.claim import Verdict

_OUTLOOKS = ("forecast", "prior_forecast")


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
    answers = {agrees(told, row) for row in plain}
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
    statuses: tuple[str, ...] = _OUTLOOKS if told.status in _OUTLOOKS else (told.status,)
    if told.metric == "dividend":
        statuses = (*_OUTLOOKS, "reported")  # the table counts a proposed dividend as reported
    return (
        row.kind == told.kind
        and (row.segment or "").casefold() == (told.segment or "").casefold()
        and row.adjusted == told.adjusted
        and row.status in statuses
        and (not metric or row.metric == told.metric)
        and (not days or same_days(told.days, row.span))
    )


def _variants(told: Told, rows: Iterable[Row]) -> bool:
    """Whether the number is that of another division, adjustment or status, of which no verdict speaks."""
    return any(
        row.metric == told.metric
        and row.kind == told.kind
        and row.unit == told.unit
        and same_days(told.days, row.span)
        and not _same_thing(told, row)
        and may_be(told, row)
        for row in rows
    )


def _errors(told: Told, plain: Sequence[Row], rows: Iterable[Row]) -> Iterable[Verdict]:
    """Every error by which the number would be right."""
    if told.unit not in SHARES:
        for scale in (1e3, 1e-3, 1e6, 1e-6):
            if any(may_be(_times(told, scale), row) for row in plain):
                yield "scale_error"
    if any(may_be(_times(told, -1.0), row) for row in plain):
        yield "sign_error"
    for row in rows:
        if row.unit != told.unit:
            if _same_thing(told, row) and _units_mistaken(told.unit, row.unit) and may_be(told, row):
                yield "unit_error"
        elif not _same_thing(told, row):
            if _same_thing(told, row, days=False) and may_be(told, row):
                yield "period_shift"
            if _same_thing(told, row, metric=False) and may_be(told, row):
                yield "metric_confusion"


def _times(told: Told, factor: float) -> Told:
    low, high = sorted((told.low * factor, told.high * factor))
    return replace(told, low=low, high=high, precision=told.precision * abs(factor))


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
        and any(abs(value - told.low) <= told.precision for value in derived(told, rows))
    ):
        return "derived"
    if told.metric in ("other", "margin") and rows:
        return None
    return None if any(row.metric == told.metric for row in rows) else "unverifiable"


def _derivable(told: Told, rows: Sequence[Row]) -> bool:
    """Whether something that follows from other rows comes near a number which its own row denies."""
    room = told.precision + 0.05 * abs(told.low)
    return any(abs(value - told.low) <= room for value in derived(told, rows))
