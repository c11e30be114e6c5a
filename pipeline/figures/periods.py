"""The days that a period covers, so that two periods are compared by their dates and not by their names."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import regex

TOLERANCE = 10
"""Days by which two ends may differ: Apple's year ends on the last Saturday of September, not on the 30th."""

_LABEL = regex.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<nine>9M)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_LENGTHS = {
    "year": (350, 380),
    "half": (170, 195),
    "nine": (260, 290),
    "quarter": (80, 100),
    "month": (27, 31),
    "day": (1, 1),
}


class Span(NamedTuple):
    """First and last day of a period, both inclusive; a figure at a date has one day."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Number of days covered."""
        return (self.end - self.start).days + 1


YEARS = range(1800, 2200)
"""Years that a figure can be of; those before and after are slips of the pen."""


def shape_of(label: str) -> str | None:
    """The part of a label beside its year (`Q1`, `H2`, `9M`, `03`; empty for a year), None for no label."""
    match = _LABEL.fullmatch(label)
    return None if match is None else label[5:]


@cache
def calendar_span(label: str) -> Span | None:
    """The days that a label means in the calendar year.

    Args:
        label: Period as in the record (`2020`, `2020-Q1`, `2020-H1`, `2020-9M`, `2020-04`, `2020-04-30`).

    Returns:
        First and last day, None where the label has no such form or names no day that exists.
    """
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    year = int(match["year"])
    if year not in YEARS:
        return None
    first, last = 1, 12
    if match["quarter"]:
        first, last = 3 * int(match["quarter"]) - 2, 3 * int(match["quarter"])
    elif match["half"]:
        first, last = 6 * int(match["half"]) - 5, 6 * int(match["half"])
    elif match["nine"]:
        last = 9
    elif match["month"]:
        first = last = int(match["month"])
    try:
        if match["day"]:
            day = date(year, first, int(match["day"]))
            return Span(day, day)
        return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
    except ValueError:  # month 13, 30 February, year 0
        return None


def possible_lengths(label: str) -> tuple[int, int] | None:
    """Fewest and most days that a period of this label can have, by the company's own calendar."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    kind = (
        "day"
        if match["day"]
        else next((part for part in ("quarter", "half", "nine", "month") if match[part]), "year")
    )
    return _LENGTHS[kind]


def same_period(one: Span, other: Span) -> bool:
    """Whether two spans mean the same period, up to a few days at either end."""
    return abs((one.end - other.end).days) <= TOLERANCE and abs((one.start - other.start).days) <= TOLERANCE


def years_later(span: Span, years: int) -> Span:
    """The same period a number of years later (earlier where negative), month ends kept."""
    return Span(_shift(span.start, years), _shift(span.end, years))


def _shift(day: date, years: int) -> date:
    year = day.year + years
    month_end = day.day == monthrange(day.year, day.month)[1]
    last = monthrange(year, day.month)[1]
    return date(year, day.month, last if month_end else min(day.day, last))


def period_before(span: Span) -> Span:
    """The period of the same length that ends the day before this one begins."""
    end = span.start - timedelta(days=1)
    return Span(end - timedelta(days=span.days - 1), end)
