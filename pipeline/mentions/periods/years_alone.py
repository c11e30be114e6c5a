"""Reads a year that only its kind of word tells: `im Berichtsjahr`, `Jahresprognose`, `Corona-Jahr`."""

from dataclasses import replace

from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.patterns import Expression
from pipeline.mentions.periods.values import PARTS_OF_YEAR, Reading, calendar_year, count_of, shifted

_PANDEMIC = 2020


def business_year(document: Document, place: int, expression: Expression) -> Resolved:
    """`Im Berichtsjahr`, `im Geschäftsjahr`: the year told of, else the last one over, or the present one."""
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


def year_compound(document: Document, place: int, expression: Expression) -> Resolved:
    """A whole year within a word (`Jahresprognose`): the one of its sentence, else the one of its news."""
    named, resolver = document.in_sentence(place, ("year",)), document.resolver
    if named is not None:
        return Resolved(named)
    outlook = document.resolver.surroundings.heads_outlook(expression.end)
    told = None if outlook else document.context(place, ("year",), ahead=False, ended=True)
    if told is not None and told.fiscal and document.is_near(told):
        return Resolved(told)
    if resolver.published is None:
        return Resolved(Reading(None, granularity="year"))
    return Resolved(resolver.business_year(resolver.whole_year(expression.start, expression.end, outlook)))


def following_year(document: Document, place: int, expression: Expression) -> Resolved | None:
    """A year so many after the one told of (`im Folgejahr`, `zwei Jahre später`)."""
    # `Im zweiten Quartal 2021 waren es 828 Millionen. Im Jahr darauf`
    kinds = ("year", *PARTS_OF_YEAR) if document.words(expression).endswith("darauf") else ("year",)
    context, published = document.context(place, kinds, ahead=False), document.resolver.published
    if context is not None and context.label is not None and context.granularity != "year":
        context = document.resolver.business_year(int(context.label[:4]))
    years = count_of(expression.parts) or 1
    if context is None:
        if not document.words(expression).startswith("folge"):
            return None
        if published is None:
            return Resolved(Reading(None, granularity="year"))
        context = document.resolver.business_year(published.year)
    return Resolved(shifted(context, -years))


def event_year(document: Document, place: int, expression: Expression) -> Resolved:
    """`Im ersten Corona-Jahr` is 2020, `das Vor-Corona-Jahr` 2019."""
    if "before" in expression.parts:
        number = _PANDEMIC - 1
    else:
        number = _PANDEMIC + (expression.parts.get("ordinal") == "zweit")
    surroundings = document.resolver.surroundings
    compared = surroundings.is_comparison(expression.start, expression.end, prior=False)
    return Resolved(calendar_year(number, fiscal=False), compared)
