"""Calls fiscal the figures of a period that a document anywhere calls so."""

from pipeline.claims.metric_classes import MARKET, YEARLY
from pipeline.claims.question import is_part_label
from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.periods.calendar import shift_period

_DECEMBER = 12
_DAY, _MONTH = len("2020-01-31"), len("2020-01")


def mark_fiscal(statements: list[Statement], mentions: Mentions) -> None:
    """Call fiscal all figures of a period that the document anywhere calls so, the year before it too.

    Args:
        statements: All statements of a document; changed in place. In an article of one company after the
            other, each section calls only its own figures so.
        mentions: Its mentions.
    """
    for section in mentions.sections:
        named = [m for m in mentions.periods if m.fiscal and m.label and section.holds(m.start)]
        if named:
            own = [told for told in statements if section.holds(told.quantity.start)]
            _mark_section(own, named, section.fiscal_year_end != _DECEMBER)


def _mark_section(statements: list[Statement], named: list[PeriodMention], own_year: bool) -> None:
    """Mark the figures of one company.

    Args:
        statements: Its figures.
        named: The fiscal periods that the text names.
        own_year: Its business year is known not to be the calendar year.
    """
    fiscal = {mention.label: mention.first_day for mention in named}
    for mention in named:
        label, first_day, _ = shift_period(str(mention.label), mention.first_day, mention.last_day, 1)
        fiscal.setdefault(label, first_day)
    for statement in statements:
        period = statement.period
        if period is None or len(period) == _DAY or statement.metric in MARKET:
            continue
        if statement.company is None and own_year and statement.period_start != fiscal.get(period):
            continue  # `Die Branche wuchs im ersten Halbjahr`: a trade has no business year
        business = is_part_label(period) or (len(period) != _MONTH and statement.metric in YEARLY)
        if period in fiscal or (own_year and business):
            statement.fiscal = True
            statement.reasons.setdefault("fiscal", "the document calls this period fiscal")
