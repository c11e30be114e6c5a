"""Reads the times that go back from another one: `Vorjahr`, `im gleichen Zeitraum`, `ein Jahr zuvor`."""

from datetime import date

from pipeline.mentions.periods.calendar import days_of, days_of_months, label_of, month_index
from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.parts_alone import last_quarter
from pipeline.mentions.periods.patterns import Expression, special_pattern
from pipeline.mentions.periods.values import (
    BUSINESS,
    Granularity,
    Reading,
    YearName,
    calendar_year,
    count_of,
    granularity_of,
    shifted,
    split_year,
)

_BESIDE = 40
"""Code points from a year to the time that is of it: `2019 waren es im gleichen Zeitraum`."""
_PARAGRAPH, _MEMORABLE = 600, 10
"""Code points over which, and years back to which, `im Jahr davor` counts from a year just named."""
_SAME = ("gleich", "selb", "demselb")
_EARLIER = ("zuvor", "davor", "vorher", "früher")
_HEADS: dict[str, tuple[Granularity, ...]] = {
    "quartal": ("quarter",),
    "vierteljahr": ("quarter",),
    "monat": ("month",),
    "halbjahr": ("half",),
}


def prior(document: Document, place: int, expression: Expression) -> Resolved:
    """A time told by how far it lies before another one (`Vorjahr`, `vor zehn Jahren`)."""
    parts, resolver = expression.parts, document.resolver
    word, head = parts.get("word", ""), parts.get("head", "")
    years = count_of(parts) or (2 if word.startswith("vorvor") else 1)
    comparison = resolver.surroundings.is_comparison(expression.start, expression.end, prior=True)
    comparison = comparison or "versus" in parts or (word in ("vorjahres", "vergleichswert") and not head)
    if not comparison and word.startswith(_SAME) and _is_same(document, expression):
        if _year_before(document, place) is None:
            return same_time(document, place, expression)
        comparison = bool((beside := document.resolved.get(place - 1)) and beside.comparison)
    if not head and document.words(expression).endswith(_EARLIER):
        before = document.one_more(place)
        if before is not None:
            return Resolved(shifted(before.reading, years), before.comparison)
    context = document.base(place, _HEADS.get(head, BUSINESS), ahead=bool(head))
    names_year = word.startswith(("vorj", "vorvorj", "letztj", "vj")) or word == "v"
    if not head and not names_year:
        context = document.in_sentence(place, ("month",)) or context
        if document.words(expression).endswith(_EARLIER):
            context = document.in_sentence(place, ("year",)) or context
        elif years > 1:
            context = None  # `vor zehn Jahren` counts back from today
    name = split_year(parts) or (_year_before(document, place) if head else None)
    if name is not None:
        if head not in _HEADS:
            context = _up_to_month(document, place) or context
        label = f"{name.number:04}" + (context.label[4:] if context and context.label and head else "")
        first_day, last_day = days_of(label, resolver.year_end) or (None, None)
        return Resolved(Reading(label, first_day, last_day, granularity_of(label)), comparison)
    if context is not None and document.words(expression).startswith("geschäftsjahr"):
        context = _business_year(document, context)  # `Im Geschäftsjahr davor`, also after a half
    near = document.is_near(context) or _is_just_named(document, place, expression)
    if context is None or not (head or near):
        context = _present(document, expression, head)
    if context is None or context.label is None:
        return Resolved(Reading(None), comparison, years)
    if not head and names_year and not (context.fiscal and context.granularity == "year"):
        context = calendar_year(int(context.label[:4]), context.fiscal)
    return Resolved(shifted(context, years), comparison, years)


def _business_year(document: Document, part: Reading) -> Reading:
    """The whole business year in which a time lies."""
    if part.label is None or part.granularity == "year":
        return part
    if part.last_day is None:
        return Reading(part.label[:4], granularity="year", fiscal=True)
    year = document.resolver.calendar.year_of(part.last_day)
    return Reading(f"{year:04}", *document.resolver.calendar.part_days("", year), "year", fiscal=True)


def same_time(document: Document, place: int, expression: Expression) -> Resolved:
    """`Im gleichen Zeitraum`: the business period told of; `im Berichtszeitraum`: the latest that is over."""
    latest = _latest_over(document, place) if "report" in expression.parts else None
    if latest is not None:
        return Resolved(latest)
    kinds = _HEADS.get(expression.parts.get("head", ""), BUSINESS)
    return Resolved(document.context(place, kinds if kinds == ("month",) else BUSINESS) or Reading(None))


def _latest_over(document: Document, place: int) -> Reading | None:
    """The business period named before a place that ended last before publication."""
    latest: Reading | None = None
    for other in range(place):
        reading = document.primary(other)
        if reading is None or reading.last_day is None or reading.granularity not in BUSINESS:
            continue
        if not document.is_ahead(reading) and (
            latest is None or reading.last_day >= (latest.last_day or date.min)
        ):
            latest = reading
    return latest


def _up_to_month(document: Document, place: int) -> Reading | None:
    """The part of the year that a sentence tells by its last month: `bis Ende September mehr als 2019`."""
    expression = document.joined[place].expression
    begin, _ = document.resolver.surroundings.sentence(expression.start, expression.end)
    for other in range(place - 1, -1, -1):
        before, reading = document.joined[other].expression, document.primary(other)
        if before.start < begin:
            return None
        if reading is None or reading.last_day is None or before.parts.get("edge") != "ende":
            continue
        if document.resolver.surroundings.follows("month_until", before.start):
            calendar = document.resolver.calendar
            first_day = calendar.part_days("", calendar.year_of(reading.last_day))[0]
            label = label_of(first_day, reading.last_day, document.resolver.year_end)
            return Reading(label, first_day, reading.last_day, granularity_of(label))
    return None


def _is_same(document: Document, expression: Expression) -> bool:
    """Whether `im gleichen Zeitraum` is the time told of, and not that of another year."""
    words = document.words(expression)
    if split_year(expression.parts) or any(word in words for word in ("jahr", "zuvor")):
        return False
    after = document.resolver.surroundings.lowered[expression.end : expression.end + _BESIDE]
    return special_pattern("comparison", "of_before").search(after) is None


def _is_just_named(document: Document, place: int, expression: Expression) -> bool:
    """Whether the year that `im Jahr davor` counts from was told just before, in the same paragraph."""
    if not document.words(expression).endswith(_EARLIER) or place == 0:
        return False
    before = document.joined[place - 1].expression
    between = document.resolver.surroundings.lowered[before.end : expression.start]
    context, published = document.primary(place - 1), document.resolver.published
    if context is None or context.label is None or published is None or len(between) > _PARAGRAPH:
        return False
    return "\n\n" not in between and published.year - int(context.label[:4]) <= _MEMORABLE


def _year_before(document: Document, place: int) -> YearName | None:
    """The year that a clause names before `im gleichen Zeitraum`: `2019 waren es im gleichen Zeitraum 4`."""
    if place == 0 or document.joined[place - 1].expression.rule.kind != "year figure":
        return None
    before = document.joined[place - 1].expression
    gap = document.resolver.surroundings.lowered[before.end : document.joined[place].expression.start]
    if len(gap) > _BESIDE or any(character in gap for character in ".,;:()"):
        return None
    return split_year(before.parts)


def _present(document: Document, expression: Expression, head: str) -> Reading | None:
    """What a comparison counts back from where the text names no time before it."""
    published = document.resolver.published
    if published is None:
        return None
    if head == "quartal":
        return last_quarter(document, expression)
    if head == "monat":
        days = days_of_months(month_index(published) - 1, month_index(published) - 1)
        return Reading(label_of(*days), *days, "month")
    return calendar_year(published.year, fiscal=False)
