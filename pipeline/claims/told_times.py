"""Asks of a time that a text names what it is for the news: a business period, a day, a month, a part."""

from datetime import date, timedelta

from pipeline.claims.period import Period
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.values import BUSINESS

_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")


def is_day_of_news(mention: PeriodMention, published: date | None) -> bool:
    """Whether a weekday can be the one that the news is about: the day of publication or the one before.

    Args:
        mention: A mention of a day.
        published: Day of publication.

    Returns:
        False for days of comparison (`gegenüber Freitag`), for `Vortag`, and for days longer ago.
    """
    if mention.comparison or not mention.text.startswith(_WEEKDAYS):
        return False
    if published is None or mention.first_day is None:
        return True
    reach = 3 if published.weekday() == 0 else 1
    return timedelta(0) <= published - mention.first_day <= timedelta(days=reach)


def is_told_of(mention: PeriodMention) -> bool:
    """Whether a mention is a business period, and nothing to compare with."""
    return not mention.comparison and not mention.shift and mention.granularity in BUSINESS


def is_month_of_news(mention: PeriodMention) -> bool:
    """Whether a mention is a month that figures can be told of; an edge of one is a day of account."""
    if mention.granularity != "month" or mention.comparison or mention.shift:
        return False
    return not mention.text.lower().startswith(("ende", "anfang", "mitte", "beginn"))


def is_before(mention: PeriodMention, period: Period) -> bool:
    """Whether a mention is known to be over before a period is."""
    return (mention.last_day or date.min) < (period.last_day or date(1, 1, 2))


def ends_with(mention: PeriodMention, year: Period) -> bool:
    """Whether a time is the last part of a whole year."""
    whole = len(year.label or "") == len("2020") and year.last_day is not None
    return whole and mention.granularity != "year" and mention.last_day == year.last_day


def is_part(mention: PeriodMention, whole: PeriodMention) -> bool:
    """Whether a time lies in a year named before it: `Muster wächst 2022, Schlussquartal enttäuscht`."""
    if None in (mention.first_day, mention.last_day, whole.first_day, whole.last_day):
        return False
    return whole.first_day <= mention.first_day and mention.last_day <= whole.last_day  # type: ignore[operator]
