"""A period as the record wants it, and the ways to make one."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.calendar import FiscalCalendar, month_index, shift_period

REPORTING_SEASON = 4
"""Months after its end in which companies report a year, so that a result without any time is of it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period as the record wants it.

    Attributes:
        label: In the form of the record, None where it is not known.
        first_day: First day.
        last_day: Last day.
        fiscal: The text calls it fiscal.
        reason: Why this one.
    """

    label: str | None
    first_day: date | None
    last_day: date | None
    fiscal: bool
    reason: str


NO_PERIOD = Period(None, None, None, False, "the text names no time")


def of_mention(mention: PeriodMention, reason: str | None = None) -> Period:
    """The period that a mention names."""
    return Period(
        mention.label, mention.first_day, mention.last_day, mention.fiscal, reason or f"`{mention.text}`"
    )


def of_statement(statement: Statement, reason: str) -> Period:
    """The period of another statement."""
    return Period(statement.period, statement.period_start, statement.period_end, statement.fiscal, reason)


def end_of(period: Period) -> date | None:
    """The last day of a period; of one whose calendar nobody tells (`2022/23`), the end of its year."""
    if period.label is None:
        return None
    return period.last_day or date(int(period.label[:4]), 12, 31)


def shifted(period: Period, years: int, reason: str) -> Period:
    """The same period some years earlier."""
    if period.label is None:
        return Period(None, None, None, period.fiscal, reason)
    label, first_day, last_day = shift_period(period.label, period.first_day, period.last_day, years)
    return Period(label, first_day, last_day, period.fiscal, reason)


def day_of(when: date | None, reason: str) -> Period:
    """One day as a period."""
    return Period(when.isoformat(), when, when, False, reason) if when else NO_PERIOD


def month_of(when: date | None, reason: str) -> Period:
    """The month of a day as a period."""
    if when is None:
        return NO_PERIOD
    last = when.replace(day=monthrange(when.year, when.month)[1])
    return Period(f"{when:%Y-%m}", when.replace(day=1), last, False, reason)


def years_ago(mention: PeriodMention, published: date) -> Period | None:
    """The month that lies as many years back as a mention says: `Vor einem Jahr waren es 27 Euro`.

    Args:
        mention: A mention that counts back from today.
        published: Day of publication.

    Returns:
        The month, None where the mention names a year or a part of it (`Vorjahr`, `Vorjahresquartal`).
    """
    if not mention.shift or mention.text.lower().startswith(("vorj", "gleich", "vergleich", "im vorj")):
        return None
    day = published.replace(year=published.year - mention.shift, day=1)
    return month_of(day, f"counted back from today by `{mention.text}`")


def year_of(year: int, reason: str) -> Period:
    """A calendar year as a period."""
    return Period(str(year), date(year, 1, 1), date(year, 12, 31), False, reason)


def reporting_year(published: date | None, year_end: int = 12) -> Period:
    """The year that a text reports on which names no business period at all.

    Args:
        published: Day of publication.
        year_end: Month in which the business year ends.

    Returns:
        The last business year that is over, in the season of annual results; else no period.
    """
    if published is None:
        return NO_PERIOD
    calendar = FiscalCalendar(year_end)
    number = calendar.year_of(published) - 1
    days = calendar.part_days("", number)
    if month_index(published) - month_index(days[1]) > REPORTING_SEASON:
        return NO_PERIOD
    return Period(f"{number:04}", *days, False, "told in the season of annual results")
