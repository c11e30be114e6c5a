"""Days of periods, for the truth of verdicts: what a label can mean, and whether two spans are one period."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Protocol

Days = tuple[date, date]
"""First and last day."""

SLACK = 10
"""Days by which two ends of one period may differ: Apple's year ends on a Saturday."""


class Dated(Protocol):
    """A row of known figures, as far as its period goes."""

    @property
    def period(self) -> str: ...  # noqa: D102
    @property
    def fiscal(self) -> bool: ...  # noqa: D102
    @property
    def span(self) -> Days: ...  # noqa: D102


def same_days(told: Days, known: Days) -> bool:
    """Whether a known figure is of a period; one at a date is of every period that ends on it."""
    ends = abs((told[1] - known[1]).days) <= SLACK
    return ends and (known[0] == known[1] or abs((told[0] - known[0]).days) <= SLACK)


def year_before(days: Days, years: int = 1) -> Days:
    """The same period some years earlier."""
    return _back(days[0], years), _back(days[1], years)


def readings(label: str, rows: Iterable[Dated]) -> list[Days]:
    """Every period that a label can mean of a company: by the calendar, by its fiscal year, by where it ends.

    Args:
        label: A period as the claim record writes it.
        rows: Known figures of the company.
    """
    found = {calendar_days(label)}
    part = label[5:]
    for row in rows:
        if row.fiscal and row.span[0] != row.span[1]:
            by_end = part and row.period[5:] == part and row.span[1].year == int(label[:4])
            if row.period == label or by_end:
                found.add((row.span[0], row.span[1]))
    return sorted(found)


def calendar_days(label: str) -> Days:
    """The days of a label by the calendar."""
    year, part = int(label[:4]), label[5:]
    if len(label) == 10:
        day = date.fromisoformat(label)
        return day, day
    first, last = {"": (1, 12), "Q": (1, 3), "H": (1, 6), "9": (1, 9)}.get(part[:1], (0, 0))
    if part[:1] in ("Q", "H"):
        months = last * (int(part[1]) - 1)
        first, last = first + months, last + months
    elif part and part != "9M":
        first = last = int(part)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _back(day: date, years: int) -> date:
    year = day.year - years
    at_end = day.day == monthrange(day.year, day.month)[1]
    last = monthrange(year, day.month)[1]
    return date(year, day.month, last if at_end else min(day.day, last))
