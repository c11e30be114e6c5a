"""Tells from when a text speaks that nobody dates: from soon after the latest time it tells figures of."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.patterns import special_pattern
from pipeline.mentions.periods.tense import Surroundings
from pipeline.mentions.periods.values import BUSINESS

_NEXT = 120
"""Code points of the sentence after a time in which its figure can follow."""

_PART_REPORTED, _YEAR_REPORTED = timedelta(days=40), timedelta(days=75)
"""How long after its end a part of a year, or a whole one, is mostly reported."""


def reporting_day(mentions: Sequence[PeriodMention], surroundings: Surroundings) -> date | None:
    """Find the day from which a text without a day of publication reports.

    Args:
        mentions: Its times, resolved without such a day.
        surroundings: The words around them.

    Returns:
        A day in the season in which the latest time is reported that it tells figures of; None where it tells
        of none, or only of plans (`bis Ende 2026`) and of what had been before (`2014 hatte sie 3 Mio.`).
    """
    days = [
        mention.last_day + (_YEAR_REPORTED if mention.granularity == "year" else _PART_REPORTED)
        for mention in mentions
        if mention.last_day is not None
        and _is_business(mention, surroundings)
        and not surroundings.looks_ahead(mention.start, mention.end)
        and _is_reported(mention, surroundings)
    ]
    return max(days, default=None)


def end_of_only_year(mentions: Sequence[PeriodMention], surroundings: Surroundings) -> date | None:
    """Find the last day of the year of which a text speaks that reports of none.

    Args:
        mentions: Its times, resolved without a day of publication.
        surroundings: The words around them.

    Returns:
        The end of the only year that it names, plans apart; None where it names none or several.
    """
    years = {
        str(mention.label)[:4]
        for mention in mentions
        if mention.label is not None and _is_business(mention, surroundings)
    }
    return date(int(years.pop()), 12, 31) if len(years) == 1 else None


def _is_business(mention: PeriodMention, surroundings: Surroundings) -> bool:
    if mention.granularity not in BUSINESS or mention.comparison or mention.shift:
        return False
    return not surroundings.follows("not_over", mention.start)


def _is_reported(mention: PeriodMention, surroundings: Surroundings) -> bool:
    begin, end = surroundings.sentence(mention.start, mention.end)
    if special_pattern("comparison", "long_over").search(surroundings.lowered, begin, end):
        return False
    return (
        special_pattern("comparison", "amount").search(surroundings.lowered, begin, end + _NEXT) is not None
    )
