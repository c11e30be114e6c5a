"""Remembers what a document spoke of last: statements, business period, outlook, weekday, month."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.claims.columns import Table
from pipeline.claims.metric_classes import EARNED, RESULTS, YEARLY
from pipeline.claims.period import NO_PERIOD, Period, shifted
from pipeline.claims.statement import Statement
from pipeline.claims.topics import Topics

_STATISTICS = timedelta(days=75)
"""How long after its end a month is news."""


@dataclass(slots=True)
class Memory:
    """What the document spoke of last.

    Attributes:
        published: Day of publication.
        present: The same; where it is not known, a day from which the text seems to speak.
        year_end: Month in which the business year ends.
        number: Number of the sentence that is being read.
        section: Number of the first sentence about the company told of, where there is one after the other.
        period: Business period that the document reports on; it moves on, and back only never.
        named: The text names it; it is not only the year before, told in the season of annual results.
        whole: What it reported on before it went over to the last part of that.
        whole_sentence: Number of the sentence with which it went over.
        year: The last whole year spoken of.
        day: The weekday that the news is about (`am Dienstag nach US-Börsenschluss`), for share moves told
            after it.
        month: The last month named, for what is told by the month.
        month_sentence: Number of the sentence that named it.
        outlook: Last period named that is not over.
        outlook_sentence: Number of the sentence that named it.
        outlook_listed: The lines of a list follow that its heading says is an outlook.
        plan: The year ahead of whose public budget the article tells.
        aside: An earlier time of which the present paragraph tells before all else.
        paragraph: Number of the first sentence of the present paragraph.
        table: The table that it goes through.
        topics: The metrics that it spoke of.
        statements: Everything stated so far, in order.
        told: Number of the sentence of each statement.
    """

    published: date | None
    present: date | None = None
    year_end: int = 12
    number: int = 0
    section: int = 0
    period: Period = NO_PERIOD
    named: bool = False
    whole: Period = NO_PERIOD
    whole_sentence: int = -9
    year: Period = NO_PERIOD
    day: Period = NO_PERIOD
    month: Period = NO_PERIOD
    month_sentence: int = -9
    outlook: Period = NO_PERIOD
    outlook_sentence: int = -9
    outlook_listed: bool = False
    plan: Period = NO_PERIOD
    aside: Period = NO_PERIOD
    paragraph: int = 0
    table: Table = field(default_factory=Table)
    topics: Topics = field(default_factory=Topics)
    statements: list[Statement] = field(default_factory=list)
    told: list[int] = field(default_factory=list)

    @property
    def last(self) -> Statement | None:
        """The statement made last."""
        return self.statements[-1] if self.statements else None

    def recent(self, reach: int) -> Iterator[Statement]:
        """The statements of the last sentences of the section, the last one first.

        Args:
            reach: How many sentences to go back; 0 for this sentence alone.
        """
        first = max(self.number - reach, self.section)
        for statement, number in zip(reversed(self.statements), reversed(self.told), strict=True):
            if number < first:
                return
            yield statement

    def leave_section(self, period: Period, year_end: int) -> None:
        """Forget the times of the company told of so far.

        Args:
            period: What a text reports on that names no time.
            year_end: Month in which the business year of the next company ends.
        """
        self.section, self.table.columns, self.year_end = self.number, (), year_end
        self.period = self.year = period
        self.named, self.outlook, self.outlook_sentence = False, NO_PERIOD, -9
        self.whole = NO_PERIOD

    def keep(self, statement: Statement) -> None:
        """Note a statement of the sentence that is being read."""
        self.statements.append(statement)
        self.told.append(self.number)
        self.topics.state(statement.metric, self.number)

    def begin_paragraph(self) -> None:
        """Note that the next sentence is the first one of a paragraph."""
        self.aside, self.paragraph = NO_PERIOD, self.number + 1

    def report(self, period: Period) -> None:
        """Go over to another period under report, from a whole to its last part too."""
        now, part = self.period, period
        days = now.first_day, now.last_day, part.first_day, part.last_day
        if None not in days and now.last_day == part.last_day and now.first_day < part.first_day:  # type: ignore[operator]
            self.whole, self.whole_sentence = now, self.number
        elif now.label != period.label:
            self.whole = NO_PERIOD
        self.period, self.named = period, True

    def statements_of_report(self) -> bool:
        """Whether figures of the time under report were told."""
        return any(other.period == self.period.label and not other.earlier for other in self.statements)

    def earned_in(self, period: Period) -> bool:
        """Whether a result of a period was told."""
        return any(other.period == period.label and other.metric in EARNED for other in self.statements)

    def is_of_before(self, statement: Statement) -> bool:
        """Whether a figure is of the time a year before the one under report."""
        return statement.metric in YEARLY and statement.period == shifted(self.period, 1, "").label

    def is_before_month(self, statement: Statement) -> bool:
        """Whether a figure is of a time over before the month that was named last."""
        end, first_day = statement.period_end, self.month.first_day
        return end is not None and first_day is not None and end < first_day

    def tells_of_month(self) -> bool:
        """Whether a result was told of the month that was named last."""
        return any(other.period == self.month.label and other.metric in RESULTS for other in self.statements)

    def is_recent(self, month: Period) -> bool:
        """Whether a month is one that statistics of the day of publication tell of."""
        if month.last_day is None or month.first_day is None or self.published is None:
            return False
        return month.first_day <= self.published <= month.last_day + _STATISTICS
