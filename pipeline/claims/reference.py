"""Tells what a change is measured against: a year, the year before, the quarter before, the day before."""

from datetime import date

from pipeline.claims.metric_classes import MARKET, WITHOUT_IMPLIED_YEAR
from pipeline.claims.period import Period, shifted
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.trading_days import of_a_survey
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_OPENING = 30
"""Code points from the start of a sentence within which a time opens it."""


def reference_of(
    sentence: Sentence, statement: Statement, period: Period, published: date | None
) -> str | None:
    """Tell what a change is measured against.

    Args:
        sentence: Its sentence.
        statement: The change, with its metric and status.
        period: The period that it covers.
        published: Day of publication.

    Returns:
        A reference in the form of the record, None where nothing tells.
    """
    quantity, metric = statement.quantity, statement.metric
    if sentence.says("prior_period", quantity):
        return "prior_period"
    year = sentence.says("against_year", quantity)
    if year:
        preceding = period.last_day and period.last_day.year - 1 == int(year[1])
        return "prior_year" if preceding and "seit" not in year[0].lower() else str(year[1])
    month = _month_against(sentence, quantity)
    if month is not None:
        return "prior_year" if month == shifted(period, 1, "").label else month
    if metric in MARKET and of_a_survey(sentence, statement):
        return "prior_period"
    if metric in MARKET:
        if sentence.says("since_new_year", quantity):
            return str(published.year) if published else None
        return "prior_period" if sentence.says("week", quantity) else "prior_day"
    begin, end = sentence.predicate(quantity.start)
    over = [
        mention
        for mention in sentence.periods
        if begin <= mention.start < end and mention.label and pattern("past_years").search(mention.text)
    ]
    if over:
        return over[0].label
    if statement.status == "forecast" and sentence.says("until_year", quantity):
        return None
    if any(mention.shift for mention in sentence.periods):
        return "prior_year"
    year_named = any(mention.granularity == "year" for mention in sentence.periods)
    nothing_implied = (
        quantity.unit == "count" or metric in WITHOUT_IMPLIED_YEAR or (metric == "other" and not year_named)
    )
    return None if nothing_implied else "prior_year"


def _month_against(sentence: Sentence, quantity: Quantity) -> str | None:
    """The month that a change is measured against: `3 Prozent mehr als im Mai`, `Gegenüber Mai 3`."""
    begin, end = sentence.predicate(quantity.start)
    for mention in sentence.periods:
        if mention.granularity != "month" or not mention.comparison or mention.shift:
            continue
        follows = quantity.end <= mention.start < end
        opens = begin <= mention.start < quantity.start and mention.start - sentence.start < _OPENING
        between = quantity.end if follows else mention.end, mention.start if follows else quantity.start
        if not (follows or opens) or sentence.quantities_between(*between):
            continue
        if pattern("against_month").search(sentence.before(mention.start, _OPENING)):
            return mention.label
    return None
