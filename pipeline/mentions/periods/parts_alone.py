"""Reads a part of a year whose year the words do not tell: `Quartalsgewinn`, `im laufenden Quartal`."""

from dataclasses import replace

from pipeline.mentions.periods.calendar import days_of_months, label_of, month_index
from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.patterns import Expression, fold, table
from pipeline.mentions.periods.values import Reading, count_of, granularity_of, is_fiscal, split_year


def quarter_alone(document: Document, place: int, expression: Expression) -> Resolved | None:
    """A quarter without number or year (`Quartalsgewinn`): the one told of, else the last one over."""
    if "year" in expression.parts:
        return None
    ended = not document.resolver.surroundings.heads_outlook(expression.end)
    context = document.context(place, ("quarter",), ended=ended)
    if context is not None and ended:
        context = document.latest(place, context)
    return Resolved(replace(context, fiscal=False) if context else last_quarter(document, expression))


def running_quarter(document: Document, place: int, expression: Expression) -> Resolved | None:
    """A quarter told by its distance from the day of publication (`im vergangenen Quartal`)."""
    parts, published = expression.parts, document.resolver.published
    offset = table("relative").get(fold(parts.get("relative", "")), 0)
    if parts.get("relative") == "letzt" and ("year" in parts or "jahres" in document.words(expression)):
        return Resolved(document.resolver.part("Q4", expression))
    comparison = document.resolver.surroundings.is_comparison(expression.start, expression.end, prior=False)
    if offset < 0 or "whole" in parts:  # `Im gesamten Quartal sank der Umsatz`
        context = document.context(place, ("quarter",))
        if context is not None and (
            context.last_day is None or published is None or context.last_day < published
        ):
            return Resolved(context, comparison)
        return Resolved(last_quarter(document, expression), comparison)
    if published is None:
        return Resolved(Reading(None, granularity="quarter"), comparison)
    return Resolved(document.resolver.quarter_from(published, offset), comparison)


def neighbour_quarter(document: Document, place: int, expression: Expression) -> Resolved:
    """The quarter before or after the one told of (`Vorquartal`, `Folgequartal`)."""
    before = expression.parts["side"] == "vor"
    context, published = document.base(place, ("quarter",), ahead=True), document.resolver.published
    if context is not None and context.first_day is not None:
        reading = document.resolver.quarter_from(context.first_day, -1 if before else 1)
    elif published is not None:
        reading = document.resolver.quarter_from(published, -2 if before else 1)
    else:
        reading = Reading(None, granularity="quarter")
    return Resolved(reading, before)


def neighbour_month(document: Document, place: int, expression: Expression) -> Resolved:
    """The month before or after the one told of, or so many from today (`Vormonat`, `laufender Monat`)."""
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
    told_of = document.resolver.surroundings.follows(
        "told_of", expression.start
    )  # `Für den Vormonat wurde …`
    return Resolved(Reading(label_of(*days), *days, "month"), side == "vor" and not told_of)


def half_alone(document: Document, place: int, expression: Expression) -> Resolved:
    """A half without number or year (`Halbjahresverlust`): the one told of, else the last one over."""
    parts, published, resolver = expression.parts, document.resolver.published, document.resolver
    if "year" not in parts and "relative" in parts and published is not None:
        present = month_index(published)
        start = present - (present - resolver.calendar.last_month) % 6
        start += 6 * table("relative")[fold(parts["relative"])]
        days = days_of_months(start, start + 5)
        return Resolved(Reading(label_of(*days, resolver.year_end), *days, "half"))
    ended = not document.resolver.surroundings.heads_outlook(expression.end)
    context = None if "year" in parts else document.context(place, ("half",), ended=ended)
    if context is not None and ended:
        context = document.base(place, ("half",), ahead=True) or context
    return Resolved(context or resolver.part("H1", expression, ended=True))


def months_alone(document: Document, place: int, expression: Expression) -> Resolved | None:
    """A number of months without a year (`Neunmonatsgewinn`): the part of a year that lasts as long."""
    part = {3: "Q1", 6: "H1", 9: "9M"}.get(count_of(expression.parts) or 0)
    if part is None:
        return None
    context = None
    if split_year(expression.parts) is None:
        context = document.context(place, (granularity_of(f"2000-{part}"),), ended=True)
    surroundings = document.resolver.surroundings
    compared = surroundings.is_comparison(expression.start, expression.end, prior=False)
    return Resolved(context or document.resolver.part(part, expression, ended=True), compared)


def last_quarter(document: Document, expression: Expression) -> Reading:
    """The last quarter that is over at publication."""
    fiscal = is_fiscal(expression.parts)
    if document.resolver.published is None:
        return Reading(None, granularity="quarter", fiscal=fiscal)
    return replace(document.resolver.quarter_from(document.resolver.published, -1), fiscal=fiscal)
