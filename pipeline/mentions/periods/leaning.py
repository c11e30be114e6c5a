"""Reads the times that lean on another time of the text: `Vorjahr`, `Quartalsgewinn`, `im Berichtsjahr`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipeline.mentions.periods.calendar import days_of, days_of_months, label_of, month_index, shift_period
from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.patterns import Expression, fold, special_pattern, table
from pipeline.mentions.periods.values import (
    BUSINESS,
    Granularity,
    Reading,
    YearName,
    count_of,
    granularity_of,
    is_fiscal,
    part_of,
    split_year,
)

_OUTLOOK_HEADS = ("prognose", "ziel", "ausblick", "vorgabe", "planung", "vorhersage", "erwartung", "guidance")
_BESIDE = 40
"""Code points from a year to the time that is of it: `2019 waren es im gleichen Zeitraum`."""
_PARAGRAPH, _MEMORABLE = 600, 10
"""Code points over which, and years back to which, `im Jahr davor` counts from a year just named."""
_PANDEMIC = 2020
_SAME = ("gleich", "selb", "demselb")
_EARLIER = ("zuvor", "davor", "vorher", "früher")
_HEADS: dict[str, tuple[Granularity, ...]] = {
    "quartal": ("quarter",),
    "monat": ("month",),
    "halbjahr": ("half",),
}


def resolve_leaning(document: Document, place: int) -> None:
    """Resolve an expression that leans on another; those before it must be resolved."""
    expression = document.joined[place].expression
    document.resolved[place] = _LEANING[expression.rule.kind](document, place, expression)


def leans(kind: str) -> bool:
    """Whether expressions of a kind lean on another time of the text."""
    return kind in _LEANING


def _last_quarter(document: Document, expression: Expression) -> Reading:
    fiscal = is_fiscal(expression.parts)
    if document.resolver.published is None:
        return Reading(None, granularity="quarter", fiscal=fiscal)
    return replace(document.resolver.quarter_from(document.resolver.published, -1), fiscal=fiscal)


def _quarter_alone(document: Document, place: int, expression: Expression) -> Resolved | None:
    if "year" in expression.parts:
        return None
    context = document.context(place, ("quarter",), ended=not _is_outlook(document, expression))
    return Resolved(replace(context, fiscal=False) if context else _last_quarter(document, expression))


def _running_quarter(document: Document, place: int, expression: Expression) -> Resolved | None:
    parts, published = expression.parts, document.resolver.published
    offset = table("relative").get(fold(parts.get("relative", "")), 0)
    if parts.get("relative") == "letzt" and ("year" in parts or "jahres" in document.words(expression)):
        return Resolved(document.resolver.part("Q4", expression))
    comparison = document.resolver.surroundings.is_comparison(expression.start, expression.end, prior=False)
    if offset < 0:
        context = document.context(place, ("quarter",))
        if context is not None and (
            context.last_day is None or published is None or context.last_day < published
        ):
            return Resolved(context, comparison)
        return Resolved(_last_quarter(document, expression), comparison)
    if published is None:
        return Resolved(Reading(None, granularity="quarter"), comparison)
    return Resolved(document.resolver.quarter_from(published, offset), comparison)


def _neighbour_quarter(document: Document, place: int, expression: Expression) -> Resolved:
    before = expression.parts["side"] == "vor"
    context, published = document.base(place, ("quarter",), ahead=True), document.resolver.published
    if context is not None and context.first_day is not None:
        reading = document.resolver.quarter_from(context.first_day, -1 if before else 1)
    elif published is not None:
        reading = document.resolver.quarter_from(published, -2 if before else 1)
    else:
        reading = Reading(None, granularity="quarter")
    return Resolved(reading, before)


def _neighbour_month(document: Document, place: int, expression: Expression) -> Resolved:
    side, published = expression.parts.get("side"), document.resolver.published
    start = month_index(published) if published is not None else None
    if side is None:
        offset = table("relative").get(fold(expression.parts.get("relative", "")), 0)
    else:
        offset = -1 if side == "vor" else 1
        context = document.context(place, ("month",), ahead=False)
        if context is not None and context.first_day is not None:
            start = month_index(context.first_day)
    if start is None:
        return Resolved(Reading(None, granularity="month"), side == "vor")
    days = days_of_months(start + offset, start + offset)
    return Resolved(Reading(label_of(*days), *days, "month"), side == "vor")


def _half_alone(document: Document, place: int, expression: Expression) -> Resolved:
    parts, published, resolver = expression.parts, document.resolver.published, document.resolver
    if "year" not in parts and "relative" in parts and published is not None:
        present = month_index(published)
        start = present - (present - resolver.calendar.last_month) % 6
        start += 6 * table("relative")[fold(parts["relative"])]
        days = days_of_months(start, start + 5)
        return Resolved(Reading(label_of(*days, resolver.year_end), *days, "half"))
    ended = not _is_outlook(document, expression)
    context = None if "year" in parts else document.context(place, ("half",), ended=ended)
    if context is not None and ended:
        context = document.base(place, ("half",), ahead=True) or context
    return Resolved(context or resolver.part("H1", expression, ended=True))


def _months_alone(document: Document, place: int, expression: Expression) -> Resolved | None:
    part = {3: "Q1", 6: "H1", 9: "9M"}.get(count_of(expression.parts) or 0)
    if part is None:
        return None
    context = None
    if split_year(expression.parts) is None:
        context = document.context(place, (granularity_of(f"2000-{part}"),), ended=True)
    surroundings = document.resolver.surroundings
    compared = surroundings.is_comparison(expression.start, expression.end, prior=False)
    return Resolved(context or document.resolver.part(part, expression, ended=True), compared)


def _business_year(document: Document, place: int, expression: Expression) -> Resolved:
    resolver = document.resolver
    ahead = resolver.surroundings.looks_ahead(expression.start, expression.end)
    context = document.context(place, ("year",), ended=not ahead)
    if context is None or not document.is_near(context):
        context = None
    fiscal = not document.words(expression).startswith("berichts")
    if resolver.published is not None and (context is None or (ahead and not context.fiscal)):
        context = resolver.business_year(resolver.calendar.year_of(resolver.published) - (not ahead))
    if context is None:
        return Resolved(Reading(None, granularity="year", fiscal=fiscal))
    return Resolved(replace(context, fiscal=context.fiscal or fiscal))


def _year_compound(document: Document, place: int, expression: Expression) -> Resolved:
    named, resolver = document.in_sentence(place, ("year",)), document.resolver
    if named is not None:
        return Resolved(named)
    outlook = _is_outlook(document, expression)
    told = None if outlook else document.context(place, ("year",), ahead=False, ended=True)
    if told is not None and told.fiscal and document.is_near(told):
        return Resolved(told)
    if resolver.published is None:
        return Resolved(Reading(None, granularity="year"))
    return Resolved(resolver.business_year(resolver.whole_year(expression.start, expression.end, outlook)))


def _is_outlook(document: Document, expression: Expression) -> bool:
    """Whether the word that an expression begins is one of an outlook (`Quartalsprognose`)."""
    after = document.resolver.surroundings.lowered[expression.end : expression.end + 24]
    head = "" if after[:1].isspace() else "".join(after.split()[:1])
    return any(word in head for word in _OUTLOOK_HEADS)


def _ellipsis(document: Document, place: int, expression: Expression) -> Resolved | None:
    """`im zweiten Quartal 3 Millionen, im dritten 5`: the noun and the year of the one before."""
    context, number = document.in_sentence(place, ("quarter", "half")), part_of(expression.parts)
    if context is None or context.label is None or number is None:
        return None
    if context.granularity == "half" and number > 2:
        return None
    label = f"{context.label[:6]}{number}"
    days = days_of(label, document.resolver.year_end) if context.last_day is not None else None
    first_day, last_day = days or (None, None)
    reading = Reading(label, first_day, last_day, context.granularity, context.fiscal)
    surroundings, published = document.resolver.surroundings, document.resolver.published
    ahead = days is not None and published is not None and days[1] > published
    if ahead and surroundings.looks_back(expression.start, expression.end):
        reading = _shifted(reading, 1)
    return Resolved(reading, surroundings.is_comparison(expression.start, expression.end, prior=False))


def _following_year(document: Document, place: int, expression: Expression) -> Resolved | None:
    context, published = document.context(place, ("year",), ahead=False), document.resolver.published
    years = count_of(expression.parts) or 1
    if context is None:
        if not document.words(expression).startswith("folge"):
            return None
        if published is None:
            return Resolved(Reading(None, granularity="year"))
        context = document.resolver.business_year(published.year)
    return Resolved(_shifted(context, -years))


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


def _event_year(document: Document, place: int, expression: Expression) -> Resolved:
    """`Im ersten Corona-Jahr` is 2020, `das Vor-Corona-Jahr` 2019."""
    if "before" in expression.parts:
        number = _PANDEMIC - 1
    else:
        number = _PANDEMIC + (expression.parts.get("ordinal") == "zweit")
    surroundings = document.resolver.surroundings
    compared = surroundings.is_comparison(expression.start, expression.end, prior=False)
    return Resolved(_calendar_year(number, fiscal=False), compared)


def _shifted(reading: Reading, years: int) -> Reading:
    label, first_day, last_day = shift_period(reading.label, reading.first_day, reading.last_day, years)
    return replace(reading, label=label, first_day=first_day, last_day=last_day)


def _same_time(document: Document, place: int, expression: Expression) -> Resolved:
    return Resolved(document.context(place, BUSINESS) or Reading(None))


def _prior(document: Document, place: int, expression: Expression) -> Resolved:
    parts, resolver = expression.parts, document.resolver
    word, head = parts.get("word", ""), parts.get("head", "")
    years = count_of(parts) or (2 if word.startswith("vorvor") else 1)
    comparison = resolver.surroundings.is_comparison(expression.start, expression.end, prior=True)
    comparison = comparison or "versus" in parts or (word in ("vorjahres", "vergleichswert") and not head)
    if not comparison and word.startswith(_SAME) and _is_same(document, expression):
        return _same_time(document, place, expression)
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
        label = f"{name.number:04}" + (context.label[4:] if context and context.label and head else "")
        first_day, last_day = days_of(label, resolver.year_end) or (None, None)
        return Resolved(Reading(label, first_day, last_day, granularity_of(label)), comparison)
    near = document.is_near(context) or _is_just_named(document, place, expression)
    if context is None or not (head or near):
        context = _present(document, expression, head)
    if context is None or context.label is None:
        return Resolved(Reading(None), comparison, years)
    if not head and names_year and not (context.fiscal and context.granularity == "year"):
        context = _calendar_year(int(context.label[:4]), context.fiscal)
    return Resolved(_shifted(context, years), comparison, years)


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
        return _last_quarter(document, expression)
    if head == "monat":
        days = days_of_months(month_index(published) - 1, month_index(published) - 1)
        return Reading(label_of(*days), *days, "month")
    return _calendar_year(published.year, fiscal=False)


def _calendar_year(number: int, fiscal: bool) -> Reading:
    return Reading(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year", fiscal)


_LEANING: dict[str, Callable[[Document, int, Expression], Resolved | None]] = {
    "running quarter": _running_quarter,
    "quarter alone": _quarter_alone,
    "neighbour quarter": _neighbour_quarter,
    "neighbour month": _neighbour_month,
    "half alone": _half_alone,
    "months alone": _months_alone,
    "business year alone": _business_year,
    "year compound": _year_compound,
    "following year": _following_year,
    "same time": _same_time,
    "then": _then,
    "this time": _this_time,
    "event year": _event_year,
    "prior": _prior,
    "ellipsis": _ellipsis,
}
