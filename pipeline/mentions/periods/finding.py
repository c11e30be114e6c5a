"""Finds the times that a text names and resolves them to the periods of the record."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.calendar import FiscalCalendar
from pipeline.mentions.periods.document import Document
from pipeline.mentions.periods.joins import JoinedExpression, join_ends, year_end_likely, year_end_told
from pipeline.mentions.periods.leaning import leans, resolve_leaning
from pipeline.mentions.periods.patterns import lower_in_place, mend, scan
from pipeline.mentions.periods.present import end_of_only_year, reporting_day
from pipeline.mentions.periods.resolution import Resolver
from pipeline.mentions.periods.tense import Surroundings
from pipeline.mentions.periods.values import BUSINESS
from pipeline.mentions.periods.years_beside import of_year_beside

_EARLIEST, _LATEST = 1900, 2100


def find_periods(
    text: str, published: date | None, fiscal_year_end: int | None = None
) -> list[PeriodMention]:
    """Find every time that a text names.

    Args:
        text: The whole document.
        published: Day of publication, against which `gestern`, `im dritten Quartal`, `Vorjahr` are resolved.
        fiscal_year_end: Month in which the business year of the company ends, from the register; what the
            text itself says of it comes before that.

    Returns:
        Mentions without overlap in text order. Their offsets count code points; a mention leaves out the
        preposition and the article before it. A span of years (`2016 bis 2018`) carries the label of the last
        and granularity `other`.
    """
    return resolve_periods(text, published, fiscal_year_end)[0]


def resolve_periods(
    text: str, published: date | None, fiscal_year_end: int | None = None, *, of_a_trade: bool = False
) -> tuple[list[PeriodMention], date | None]:
    """Find every time that a text names, and the day from which it speaks.

    Args:
        text: The whole document.
        published: As for `find_periods`.
        fiscal_year_end: As for `find_periods`.
        of_a_trade: Read them as what a whole trade tells of, which has no business year.

    Returns:
        The mentions, and the day of publication; where nobody gives it, one in the season in which the latest
        time is reported of which it tells figures, against which `im laufenden Jahr` is read, but no day
        or month; else the last one of the only year that it names.
    """
    if published is not None and not _EARLIEST <= published.year <= _LATEST:
        published = None
    whole, places, lowered, joined = _expressions(text)
    if not joined:
        return [], published
    known = 12 if of_a_trade else year_end_told(joined, lowered) or fiscal_year_end
    surroundings = Surroundings(whole, lowered)

    def resolved(day: date | None) -> list[PeriodMention]:
        likely = year_end_likely(joined, day) if day is not None else None
        calendar = FiscalCalendar(known or likely or 12)
        return _mentions(Document(joined, Resolver(day, calendar, known is not None, surroundings)))

    mentions, present = resolved(published), published
    if published is None:
        present = reporting_day(mentions, surroundings)
        if present is None:
            present = end_of_only_year(mentions, surroundings)
        else:
            # Some words are a time only with a day to count from, or only without one.
            known_before = {(mention.start, mention.end): mention for mention in mentions}
            for mention in resolved(present):
                before = known_before.get((mention.start, mention.end))
                if mention.granularity in BUSINESS or (before is not None and before.label):
                    known_before[mention.start, mention.end] = mention
            mentions = [known_before[place] for place in sorted(known_before)]
    if places:
        mentions = [_at_original_place(mention, text, places) for mention in mentions]
    return mentions, present


def _mentions(document: Document) -> list[PeriodMention]:
    """Resolve all expressions, those that stand for themselves first."""
    places = range(len(document.joined))
    leaning = [
        place
        for place in places
        if document.joined[place].last_month is None and leans(document.joined[place].expression.rule.kind)
    ]
    for place in places:
        if place not in leaning:
            document.resolve_alone(place)
            of_year_beside(document, place)
    document.name_alike()
    for place in leaning:
        resolve_leaning(document, place)
        of_year_beside(document, place)
    if leaning:
        document.name_alike()
    mentions = []
    for place in places:
        resolved, expression = document.resolved[place], document.joined[place].expression
        if resolved is None:
            continue
        reading = resolved.reading
        mentions.append(
            PeriodMention(
                start=expression.start,
                end=expression.end,
                text=document.resolver.surroundings.text[expression.start : expression.end],
                label=reading.label,
                first_day=reading.first_day,
                last_day=reading.last_day,
                fiscal=reading.fiscal,
                shift=resolved.shift,
                comparison=resolved.comparison,
                granularity=reading.granularity,
            )
        )
    return mentions


def _at_original_place(mention: PeriodMention, text: str, places: list[int]) -> PeriodMention:
    start, end = places[mention.start], places[mention.end - 1] + 1
    return replace(mention, start=start, end=end, text=text[start:end])


def infer_fiscal_year_end(text: str) -> int | None:
    """Month in which the business year ends, as a text itself tells it.

    Args:
        text: The whole document.

    Returns:
        1 to 12; None where the text does not tell. `Im ersten Geschäftsquartal zu Ende April` tells January.
    """
    _, _, lowered, joined = _expressions(text)
    return year_end_told(joined, lowered)


@lru_cache(maxsize=1)
def _expressions(text: str) -> tuple[str, list[int], str, list[JoinedExpression]]:
    """The text mended, its places in the original, its lower case, its expressions; the last text is kept."""
    whole, places = mend(text)
    lowered = lower_in_place(whole)
    return whole, places, lowered, join_ends(scan(lowered), lowered)
