"""Arithmetic of period labels: from a label to its days and back, and years earlier, in any business year."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import regex

PARTS: dict[str, tuple[int, int]] = {
    "": (0, 12),
    "Q1": (0, 3),
    "Q2": (3, 3),
    "Q3": (6, 3),
    "Q4": (9, 3),
    "H1": (0, 6),
    "H2": (6, 6),
    "9M": (0, 9),
}
"""Parts of a business year: months from its start to theirs, and how many months they last."""

FIRST_YEAR, LAST_YEAR = 1900, 2099


@cache
def _label_pattern() -> Any:
    return regex.compile(r"(\d{4})(?:-(Q[1-4]|H[12]|9M)|-(\d\d)(?:-(\d\d))?)?")


def month_index(day: date) -> int:
    """Number of a day's month, counted on from year 0, so that months can be subtracted."""
    return day.year * 12 + day.month - 1


def days_of_months(first: int, last: int) -> tuple[date, date]:
    """First day of one month and last day of another.

    Args:
        first: Index of the first month, as `month_index` counts.
        last: Index of the last month.

    Returns:
        Both days, inclusive.
    """
    return date(first // 12, first % 12 + 1, 1), _month_end(last)


def _month_end(month: int) -> date:
    following = month + 1
    return date(following // 12, following % 12 + 1, 1) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FiscalCalendar:
    """The business years of one company.

    Attributes:
        last_month: Month in which the business year ends, 1 to 12.
    """

    last_month: int = 12

    def part_days(self, part: str, fiscal_year: int) -> tuple[date, date]:
        """Days of a part of a business year.

        Args:
            part: A key of `PARTS`, the empty string for the whole year.
            fiscal_year: The calendar year in which the business year ends.

        Returns:
            First and last day.
        """
        offset, length = PARTS[part]
        start = fiscal_year * 12 + self.last_month - 12 + offset
        return days_of_months(start, start + length - 1)

    def year_of(self, day: date) -> int:
        """Business year that holds a day, named by the calendar year in which it ends."""
        return day.year + (day.month > self.last_month)


def part_label(part: str, last_day: date) -> str:
    """Label of a part of a business year, whose year is the one in which the part ends."""
    return f"{last_day.year:04}-{part}" if part else f"{last_day.year:04}"


def days_of(label: str, fiscal_year_end: int | None = None) -> tuple[date, date] | None:
    """Days that a label stands for.

    Args:
        label: A period as the record writes it: `2015`, `2015-Q3`, `2015-H1`, `2015-9M`, `2015-04` or a day.
        fiscal_year_end: Month in which the company's business year ends; None for the calendar year.

    Returns:
        First and last day, both inclusive; None for what is no label. The year of a part is the one in which
        the part ends: with April as the end of the first quarter, `2020-Q1` is 2020-02-01 to 2020-04-30.
    """
    match = _label_pattern().fullmatch(label)
    if match is None:
        return None
    year = int(match[1])
    if not FIRST_YEAR - 100 <= year <= LAST_YEAR + 100:
        return None
    if match[4]:
        day = make_day(year, int(match[3]), int(match[4]))
        return (day, day) if day else None
    if match[3]:
        month = int(match[3])
        return days_of_months(year * 12 + month - 1, year * 12 + month - 1) if 1 <= month <= 12 else None
    calendar, part = FiscalCalendar(fiscal_year_end or 12), match[2] or ""
    days = calendar.part_days(part, year)
    return days if days[1].year == year else calendar.part_days(part, year + 1)


def label_of(first_day: date, last_day: date, fiscal_year_end: int | None = None) -> str | None:
    """Label of a span of days.

    Args:
        first_day: First day.
        last_day: Last day.
        fiscal_year_end: Month in which the company's business year ends; None for the calendar year.

    Returns:
        The label whose days these are, None where no form of the record fits (`Januar bis April`).
    """
    if first_day == last_day:
        return first_day.isoformat()
    start, end = month_index(first_day), month_index(last_day)
    if first_day.day != 1 or last_day != _month_end(end):
        return None
    if start == end:
        return f"{first_day.year:04}-{first_day.month:02}"
    offset = (start - (fiscal_year_end or 12)) % 12
    for part, span in PARTS.items():
        if span == (offset, end - start + 1):
            return part_label(part, last_day)
    return None


def shift_period(
    label: str | None, first_day: date | None, last_day: date | None, years: int
) -> tuple[str | None, date | None, date | None]:
    """The same period some years earlier.

    Args:
        label: Its label, None where there is none.
        first_day: Its first day, None where it is unknown.
        last_day: Its last day, None where it is unknown.
        years: How many years to go back, as `PeriodMention.shift` counts; negative goes forward.

    Returns:
        Label and days, each None where it was None or the year leaves the calendar. The end of February stays
        the end of February in a leap year, so that there and back is the same period; only the label of a
        29th of February itself comes back as the 28th.
    """
    shifted = None
    if label is not None:
        match = _label_pattern().fullmatch(label)
        year = int(match[1]) - years if match else 0
        if match and 1 <= year <= 9999:
            shifted = f"{year:04}{label[4:]}"
            if shifted.endswith("-02-29") and make_day(year, 2, 29) is None:
                shifted = f"{year:04}-02-28"
    single = first_day is not None and first_day == last_day
    return shifted, _shift_day(first_day, years, False), _shift_day(last_day, years, not single)


def _shift_day(day: date | None, years: int, keep_month_end: bool) -> date | None:
    if day is None or not 1 <= day.year - years < 9999:
        return None
    month = month_index(day) - 12 * years
    if keep_month_end and day == _month_end(month_index(day)):
        return _month_end(month)
    return make_day(day.year - years, day.month, day.day) or _month_end(month)


def make_day(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, None where there is no such day (`30.2.2015`)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
