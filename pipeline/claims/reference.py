"""Tells what a change is measured against: a year, the year before, the quarter before, the day before."""

from datetime import date

from pipeline.claims.metric_classes import MARKET, WITHOUT_IMPLIED_YEAR
from pipeline.claims.period import Period
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.vocabulary.patterns import pattern


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
