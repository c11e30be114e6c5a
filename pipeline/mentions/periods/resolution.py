"""Decides which business year, or part of one, an expression means, by its words and the day of the news."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipeline.mentions.periods.calendar import (
    PARTS,
    FiscalCalendar,
    days_of,
    days_of_months,
    label_of,
    month_index,
    part_label,
)
from pipeline.mentions.periods.patterns import Expression, fold, table
from pipeline.mentions.periods.tense import Surroundings
from pipeline.mentions.periods.values import Reading, YearName, granularity_of, is_fiscal, split_year

_JUST_REPORTED = timedelta(days=45)
_NEXT_WITHIN = timedelta(days=200)
_REPORTING_SEASON = timedelta(days=110)


class Resolver:
    """Reads the expressions of one document.

    Attributes:
        published: Day of publication, None where it is unknown.
        calendar: The business years that the document speaks of.
        calendar_known: The text or the register tells the calendar, so that its days can be given.
        surroundings: The text around each expression.
    """

    def __init__(
        self,
        published: date | None,
        calendar: FiscalCalendar,
        calendar_known: bool,
        surroundings: Surroundings,
    ) -> None:
        self.published = published
        self.calendar = calendar
        self.calendar_known = calendar_known
        self.surroundings = surroundings

    @property
    def year_end(self) -> int | None:
        """Month in which the business year ends, where it is not the calendar year."""
        return None if self.calendar.last_month == 12 else self.calendar.last_month

    def year_name(self, parts: Mapping[str, str], expression: Expression) -> YearName | None:
        """The year that an expression names, as a figure or by its distance from the day of publication."""
        figure = split_year(parts)
        if figure is not None or self.published is None:
            return figure
        fiscal = "fiscal" in parts
        # `im laufenden Jahr`, told after a business year has ended, is of the one that has begun since
        running = parts.get("relative") == "laufend" and self.calendar_known
        present = self.calendar.year_of(self.published) if fiscal or running else self.published.year
        if "relative" in parts:
            return YearName(present + table("relative")[fold(parts["relative"])], named=False, fiscal=fiscal)
        if "today" in parts:
            return YearName(present, named=False)
        if "fresh" in parts:
            # `für das neue Jahr`, told after a business year has ended, is the one that has begun since
            present = self.calendar.year_of(self.published) if self.calendar_known else present
            start = (
                self.calendar.part_days("", present)[0]
                if fiscal or self.calendar_known
                else date(present, 1, 1)
            )
            ahead = self.published - start > timedelta(days=200)
            return YearName(present + ahead, named=False, fiscal=fiscal)
        if "whole" in parts:
            return YearName(self.whole_year(expression.start, expression.end), named=False, fiscal=fiscal)
        return None

    def whole_year(self, start: int, end: int, outlook: bool | None = None) -> int:
        """The business year that `Gesamtjahr` means: the last while it is being reported, else the present.

        Args:
            start: First code point of the words.
            end: First code point after them.
            outlook: Whether the word says that it lies ahead (`Jahresprognose`); None where it says nothing.

        Returns:
            Calendar year in which the business year ends.
        """
        assert self.published is not None
        present = self.calendar.year_of(self.published)
        reporting = self.published - self.calendar.part_days("", present - 1)[1] <= _REPORTING_SEASON
        if outlook:
            return present - (reporting and self.surroundings.is_fulfilled(start, end))
        ahead = self.surroundings.looks_ahead(start, end)
        return present - (not ahead if outlook is False else reporting and not ahead)

    def year(self, name: YearName) -> Reading:
        """A whole year."""
        fiscal = name.fiscal or name.split
        if name.first is not None:
            days = date(name.first, 1, 1), date(name.number, 12, 31)
            return Reading(str(name.number), *days, "other", fiscal)
        label = f"{name.number:04}"
        if not fiscal:
            return Reading(label, date(name.number, 1, 1), date(name.number, 12, 31), "year")
        if name.split and not self.calendar_known:
            return Reading(label, None, None, "year", fiscal)
        return Reading(label, *self.calendar.part_days("", name.number), "year", fiscal)

    def business_year(self, number: int) -> Reading:
        """The business year that ends in a calendar year."""
        return Reading(f"{number:04}", *self.calendar.part_days("", number), "year")

    def quarter_from(self, day: date, offset: int) -> Reading:
        """The quarter of the business year that lies so many from the one of a day."""
        start = month_index(day) - (month_index(day) - self.calendar.last_month) % 3 + 3 * offset
        days = days_of_months(start, start + 2)
        return Reading(label_of(*days, self.year_end), *days, "quarter")

    def part(self, part: str, expression: Expression, ended: bool = False) -> Reading:
        """A quarter, a half or the first nine months.

        Args:
            part: A key of `PARTS`.
            expression: Where it is named.
            ended: It is over for certain (`Halbjahresverlust`).

        Returns:
            Its reading. The label keeps a year that the text names, else its year is the one in which the
            part ends; there are no days where the business year is not known.
        """
        parts = expression.parts
        fiscal = is_fiscal(parts)
        name = self.year_name(parts, expression)
        granularity = granularity_of(f"2000-{part}")
        if name is not None:
            fiscal = fiscal or name.split
            days = self.calendar.part_days(part, name.number)
            label = f"{name.number:04}-{part}"
            if name.split and not self.calendar_known:
                return Reading(label, None, None, granularity, fiscal)
            if not name.named:
                label = part_label(part, days[1]) if name.fiscal else label
                days = days_of(label, self.year_end) or days
            return Reading(label, *days, granularity, fiscal)
        if self.published is None:
            return Reading(None, None, None, granularity, fiscal)
        if fiscal and not self.calendar_known:
            return Reading(self._unknown_calendar_label(part, expression), None, None, granularity, fiscal)
        offset, length = PARTS[part]
        days = self.nearest(offset, length, expression, ended)
        return Reading(part_label(part, days[1]), *days, granularity, fiscal)

    def _unknown_calendar_label(self, part: str, expression: Expression) -> str:
        assert self.published is not None
        if self.surroundings.looks_ahead(expression.start, expression.end):
            return part_label(part, self.published)
        reported = self.published - timedelta(days=20)
        return part_label(part, reported.replace(day=1) - timedelta(days=1))

    def nearest(
        self, offset: int, length: int, expression: Expression, ended: bool = False
    ) -> tuple[date, date]:
        """Days of that part of a business year of which news of the day of publication speaks.

        Args:
            offset: Months from the start of the business year to that of the part.
            length: Months that the part lasts.
            expression: Where it is named; its sentence tells whether it lies ahead.
            ended: It is over for certain.

        Returns:
            First and last day: the latest part that has begun in earnest, in an outlook the next one.
        """
        assert self.published is not None
        present = self.calendar.year_of(self.published)
        spans = []
        for fiscal_year in range(present - 2, present + 3):
            start = fiscal_year * 12 + self.calendar.last_month - 12 + offset
            spans.append(days_of_months(start, start + length - 1))
        if ended:
            return [span for span in spans if span[1] <= self.published][-1]
        told = self._counted(spans, expression)
        if told is not None:
            return told
        counted = expression.rule.kind == "first months"
        past = counted or self.surroundings.looks_back(expression.start, expression.end)
        early = timedelta(days=20 if length <= 3 else 15 * length)
        if counted:  # `in den ersten sechs Monaten` are nearly over when they are told
            early = timedelta(days=30 * length - (30 if length <= 3 else 45))
        begun = early if past else timedelta(0)
        last = [span for span in spans if span[0] + begun <= self.published][-1]
        if self.published - last[1] > _JUST_REPORTED and self.surroundings.looks_ahead(
            expression.start, expression.end
        ):
            coming = next(span for span in spans if span[1] >= self.published)
            # `Nach den ersten neun Monaten hebt sie die Prognose an`: not those of the year to come
            if coming[0] - self.published <= (timedelta(0) if counted else _NEXT_WITHIN):
                return coming
        return last

    def _counted(
        self, spans: Sequence[tuple[date, date]], expression: Expression
    ) -> tuple[date, date] | None:
        """The part that its word counts to: `abgelaufen` is the last one over, `kommend` the next."""
        if self.published is None or "which" not in expression.parts:
            return None
        offset, published = table("relative")[fold(expression.parts["which"])], self.published
        if offset < 0:
            return [span for span in spans if span[1] <= published][offset]
        if offset > 0:
            return next(span for span in spans if span[0] > published)
        return next((span for span in spans if span[0] <= published <= span[1]), None)

    def months(self, offset: int, count: int, expression: Expression) -> Reading:
        """A number of months from the start of the business year, which need not be a form of the record."""
        for part, span in PARTS.items():
            if span == (offset, count) and part:
                return self.part(part, expression)
        fiscal = is_fiscal(expression.parts)
        name = self.year_name(expression.parts, expression)
        if name is not None and not name.split:
            start = name.number * 12 + self.calendar.last_month - 12 + offset
            days = days_of_months(start, start + count - 1)
        elif self.published is not None and not fiscal:
            days = self.nearest(offset, count, expression)
        else:
            return Reading(None, fiscal=fiscal)
        return Reading(None, *days, "other", fiscal)
