"""Reads the words that repeat a time of the text (`damals`), and hands on what leans on one otherwise."""

from collections.abc import Callable

from pipeline.mentions.periods.calendar import days_of_months, month_index, part_label
from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.parts_alone import (
    half_alone,
    months_alone,
    neighbour_month,
    neighbour_quarter,
    quarter_alone,
    running_quarter,
)
from pipeline.mentions.periods.patterns import Expression
from pipeline.mentions.periods.prior_times import prior, same_time
from pipeline.mentions.periods.values import BUSINESS, Reading, part_of, shifted
from pipeline.mentions.periods.years_alone import business_year, event_year, following_year, year_compound

_NEXT_QUARTER = 160
"""Code points from a quarter to the next one that the text counts."""


def resolve_leaning(document: Document, place: int) -> None:
    """Resolve an expression that leans on another; those before it must be resolved."""
    expression = document.joined[place].expression
    document.resolved[place] = _LEANING[expression.rule.kind](document, place, expression)


def leans(kind: str) -> bool:
    """Whether expressions of a kind lean on another time of the text."""
    return kind in _LEANING


def _ellipsis(document: Document, place: int, expression: Expression) -> Resolved | None:
    """`im zweiten Quartal 3 Millionen, im dritten 5`: the noun and the year of the one before."""
    number = part_of(expression.parts)
    context = document.in_sentence(place, ("quarter", "half")) or _counted_on(document, place, number)
    if context is None or context.label is None or number is None:
        return None
    if context.granularity == "half" and number > 2:
        return None
    label = f"{context.label[:6]}{number}"
    days = None
    if context.first_day is not None:
        length = 6 if context.granularity == "half" else 3
        start = month_index(context.first_day) + length * (number - int(context.label[-1]))
        days = days_of_months(start, start + length - 1)
        if context.last_day is not None and context.label.startswith(f"{context.last_day.year:04}"):
            label = part_label(label[5:], days[1])
    first_day, last_day = days or (None, None)
    reading = Reading(label, first_day, last_day, context.granularity, context.fiscal)
    surroundings, published = document.resolver.surroundings, document.resolver.published
    ahead = days is not None and published is not None and days[1] > published
    if ahead and surroundings.looks_back(expression.start, expression.end):
        reading = shifted(reading, 1)
    return Resolved(reading, surroundings.is_comparison(expression.start, expression.end, prior=False))


def _counted_on(document: Document, place: int, number: int | None) -> Reading | None:
    """The quarter before it, told in the sentence before: `… im zweiten 14 Mio. Dann, im dritten, …`."""
    before = document.primary(place - 1)
    if before is None or before.granularity != "quarter" or number is None:
        return None
    gap = document.resolver.surroundings.lowered[
        document.joined[place - 1].expression.end : document.joined[place].expression.start
    ]
    near = len(gap) <= _NEXT_QUARTER and "\n\n" not in gap
    return before if near and before.label is not None and int(before.label[-1]) == number - 1 else None


def _then(document: Document, place: int, expression: Expression) -> Resolved | None:
    """`Damals`: the last time named, also one to compare with (`über dem Niveau von 2019. Damals …`)."""
    for other in range(place - 1, -1, -1):
        found = document.resolved.get(other)
        if found is None or found.reading.label is None or found.reading.granularity not in BUSINESS:
            continue
        surroundings = document.resolver.surroundings
        compared = surroundings.is_comparison(expression.start, expression.end, prior=False)
        return Resolved(found.reading, compared)
    return None


def _this_time(document: Document, place: int, expression: Expression) -> Resolved | None:
    """`In dieser Zeit`: the time named last, also one that no form of the record fits."""
    found = document.resolved.get(place - 1)
    if found is None or found.comparison or found.shift or found.reading.granularity in ("day", "week"):
        return None
    return found


def _this_month(document: Document, place: int, expression: Expression) -> Resolved | None:
    """`Mit 38.600 Gästen lag der Monat unter Plan`: the month named last, in the same paragraph."""
    before = document.primary(place - 1)
    if before is None or before.granularity != "month":
        return None
    begin = document.joined[place - 1].expression.end
    gap = document.resolver.surroundings.lowered[begin : expression.start]
    return None if "\n\n" in gap else Resolved(before)


_LEANING: dict[str, Callable[[Document, int, Expression], Resolved | None]] = {
    "running quarter": running_quarter,
    "quarter alone": quarter_alone,
    "neighbour quarter": neighbour_quarter,
    "neighbour month": neighbour_month,
    "half alone": half_alone,
    "months alone": months_alone,
    "business year alone": business_year,
    "year compound": year_compound,
    "following year": following_year,
    "same time": same_time,
    "then": _then,
    "this time": _this_time,
    "this month": _this_month,
    "event year": event_year,
    "prior": prior,
    "ellipsis": _ellipsis,
}
