"""Remembers what a document spoke of last: metric, business period, outlook, weekday, columns of a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.claims.columns import Column, column_heads
from pipeline.claims.metric_classes import EARNED, MARKET
from pipeline.claims.period import NO_PERIOD, Period, end_of, of_mention, shifted
from pipeline.claims.statement import Statement
from pipeline.claims.told_times import (
    ends_with,
    is_before,
    is_day_of_news,
    is_month_of_news,
    is_part,
    is_told_of,
)
from pipeline.mentions.context import Cue
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.metrics import MetricMention
from pipeline.mentions.periods.values import BUSINESS
from pipeline.vocabulary.patterns import pattern

PROSE = 100
"""Length in code points from which a sentence is no line of a table."""

_FRONT = 60
"""Code points from the start of a sentence within which a time is what the sentence goes on from."""

_OPENING, _PREDICATE = 20, 60
"""Code points from a sentence's start to its first words, and of what they say."""

ASIDE = 24
"""Code points of a word before a time that makes an aside of it."""

_YEAR = len("2020")

RECENT = timedelta(days=550)
"""How long ago a period may have ended that an article reports on: half a year more than a year."""

_LONG_AGO = timedelta(days=1000)
"""How long ago a year has ended that is history and none that a dividend is paid for."""

_STATISTICS = timedelta(days=75)
"""How long after its end a month is news."""

OUTLOOKS = frozenset(("forecast", "prior_forecast", "consensus"))
"""What is said of figures that are not known yet, or were not when it was said."""


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
        year: The last whole year spoken of.
        day: The weekday that the news is about (`am Dienstag nach US-Börsenschluss`), for share moves told
            after it.
        month: The last month named, for what is told by the month.
        month_sentence: Number of the sentence that named it.
        outlook: Last period named that is not over.
        outlook_sentence: Number of the sentence that named it.
        aside: An earlier time of which the present paragraph tells before all else.
        columns: What heads the columns of a table, while its rows follow.
        statements: Everything stated so far, in order.
        told: Number of the sentence of each statement.
        named_last: Metric of the last noun that named one in a sentence with figures.
        before: Finds the metrics of the sentence before, where that has no figures.
        listed: Finds the metrics of the line that heads a list, while its lines follow.
    """

    published: date | None
    present: date | None = None
    year_end: int = 12
    number: int = 0
    section: int = 0
    period: Period = NO_PERIOD
    named: bool = False
    year: Period = NO_PERIOD
    day: Period = NO_PERIOD
    month: Period = NO_PERIOD
    month_sentence: int = -9
    outlook: Period = NO_PERIOD
    outlook_sentence: int = -9
    aside: Period = NO_PERIOD
    columns: tuple[Column, ...] = ()
    statements: list[Statement] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    named_last: str | None = None
    before: Callable[[], Sequence[MetricMention]] | None = None
    listed: Callable[[], Sequence[MetricMention]] | None = None
    _paragraph: int = 0
    _spoken: list[tuple[str, int]] = field(default_factory=list)
    _topics: list[tuple[int, Callable[[], Sequence[MetricMention]]]] = field(default_factory=list)
    _heads: list[Column] = field(default_factory=list)

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
        self.section, self.columns, self.year_end = self.number, (), year_end
        self.period = self.year = period
        self.named, self.outlook, self.outlook_sentence = False, NO_PERIOD, -9

    def keep(self, statement: Statement) -> None:
        """Note a statement of the sentence that is being read."""
        self.statements.append(statement)
        self.told.append(self.number)
        if statement.metric != "other":
            self._spoken.append((statement.metric, self.number))
            self._topics.clear()

    def topic(self, find: Callable[[], Sequence[MetricMention]]) -> None:
        """Note a sentence without figures, which may speak of one metric (`Die Teuerung lässt nach.`).

        Args:
            find: Finds its metrics; called only where a later sentence asks what was spoken of.
        """
        self._topics.append((self.number, find))

    def spoken(self, since: int) -> Iterator[str]:
        """The metrics spoken of, the last first: by a claim, or as the topic of a sentence without figures.

        Args:
            since: Number of the first sentence that still counts.
        """
        asked, self._topics = self._topics, []
        for number, find in asked:
            if number < since:
                continue
            named = {mention.metric for mention in find() if not mention.verb and mention.metric != "other"}
            if named == {"net_income"} and self._spoken and self._spoken[-1][0] in MARKET:
                continue  # `Um die Mittagszeit bröckelten die Gewinne ab`
            if len(named) == 1:
                self._spoken.append((named.pop(), number))
        for metric, number in reversed(self._spoken):
            if number < since:
                return
            yield metric

    def latter(self) -> str | None:
        """The metric named last before this sentence, with figures or without; None where none was."""
        mentions = self.before() if self.before else ()
        return next((mention.metric for mention in reversed(mentions) if not mention.verb), self.named_last)

    def recall(self, since: int = 0) -> str | None:
        """The metric spoken of last in a sentence of a number or after it, None where none was."""
        return next(self.spoken(since), None)

    def hear(self, mentions: Sequence[PeriodMention], text: str = "", start: int = 0) -> None:
        """Note the times of a sentence: a business period named in one still holds for the next ones.

        Args:
            mentions: The times in their order.
            text: The article.
            start: First code point of the sentence.
        """
        whole: PeriodMention | None = None
        alone = not any(True for _ in self.recent(0)) and sum(map(is_told_of, mentions)) == 1
        several = sum(map(is_told_of, mentions)) > 1
        for mention in mentions:
            if is_told_of(mention):
                if mention.label is None and mention.granularity != "year":
                    self._lose_year()
                if whole is None or not is_part(mention, whole):
                    before = text[max(start, mention.start - ASIDE) : mention.start]
                    entered = pattern("falls_to").match(text, mention.end, mention.end + _PREDICATE)
                    if entered or pattern("excursion").search(before) or self._is_of_something_else(mention):
                        continue  # `Allein das vierte Quartal brachte einen Verlust von 46 Millionen`
                    if several and pattern("passing").search(before):
                        continue  # `Trotz eines schwachen vierten Quartals hat Gantner 2019 mehr verdient`
                    self._step_aside(mention, text[mention.end : mention.end + _PREDICATE])
                    fronted = alone or mention.start - start <= _FRONT
                    self._speak_of(of_mention(mention), mention.granularity, fronted)
                    if alone and mention.start - start <= _OPENING:
                        self._go_back(of_mention(mention), text[mention.end : mention.end + _PREDICATE])
                whole = mention if mention.granularity == "year" and whole is None else whole
            elif mention.granularity == "day" and is_day_of_news(mention, self.published):
                if pattern("of_a_day").search(text, start, mention.start):
                    continue
                if self.day.first_day is None or self.day.first_day < (mention.first_day or date.min):
                    self.day = of_mention(mention)
            elif is_month_of_news(mention) and not is_before(mention, self.month):
                self.month, self.month_sentence = of_mention(mention), self.number

    def begin_paragraph(self) -> None:
        """Note that the next sentence is the first one of a paragraph."""
        self.aside, self._paragraph = NO_PERIOD, self.number + 1

    def _step_aside(self, mention: PeriodMention, predicate: str) -> None:
        """Note an earlier time with which a paragraph begins, and which it then goes on to tell of."""
        told, now = of_mention(mention), end_of(self.period)
        end = end_of(told)
        if end is None or now is None or next(self.recent(0), None) is None:
            return
        if end >= now:
            self.aside = NO_PERIOD
        elif not self._tells_of_report() and pattern("long_over").search(predicate) is None:
            compared = shifted(self.period, 1, "").label
            pointed_at = mention.text.lower().startswith(("jene", "damals"))
            self.aside = NO_PERIOD if told.label == compared and not pointed_at else told

    def _tells_of_report(self) -> bool:
        """Whether the paragraph has told of the time under report."""
        return any(other.period == self.period.label for other in self.recent(self.number - self._paragraph))

    def _is_of_something_else(self, mention: PeriodMention) -> bool:
        """Whether a part of the year whose results are told is one of orders or pieces only."""
        year, told = self.period, [other.metric for other in self.recent(0)]
        if not told or not ends_with(mention, year) or EARNED.intersection(told):
            return False
        return self.earned_in(year)

    def earned_in(self, period: Period) -> bool:
        """Whether a result of a period was told."""
        return any(other.period == period.label and other.metric in EARNED for other in self.statements)

    def go_back_to_whole(self, text: str, mentions: Sequence[PeriodMention]) -> None:
        """Go back from the last part of a year to the year: `Insgesamt verdiente der Konzern 5 Millionen`.

        Args:
            text: A sentence with figures.
            mentions: The times that it names.
        """
        part = len(self.period.label or "") > _YEAR and len(self.year.label or "") == _YEAR
        if not part or end_of(self.period) != end_of(self.year) or any(map(is_told_of, mentions)):
            return
        if pattern("all_told").match(text) and self.earned_in(self.year):
            self.period = self.year

    def _go_back(self, period: Period, predicate: str) -> None:
        """Go back to a time with which a sentence without figures begins (`Das Jahr 1998 war das beste`)."""
        end = end_of(period)
        if end is None or self.present is None or self.present - end > RECENT or self._lies_ahead(period):
            return
        if pattern("long_over").search(predicate) is None:
            self.period, self.named = period, True

    def _lose_year(self) -> None:
        """Go over to a time of which nobody tells the year (`im dritten Quartal` in a text without a day)."""
        if self.published is None and not any(other.status in OUTLOOKS for other in self.recent(0)):
            self.period, self.named = NO_PERIOD, True

    def is_recent(self, month: Period) -> bool:
        """Whether a month is one that statistics of the day of publication tell of."""
        if month.last_day is None or month.first_day is None or self.published is None:
            return False
        return month.first_day <= self.published <= month.last_day + _STATISTICS

    def head_columns(
        self,
        text: str,
        start: int,
        end: int,
        mentions: Sequence[PeriodMention],
        cues: Callable[[], Sequence[Cue]],
    ) -> None:
        """Note the heads of a table, in one line or each in a line of its own; prose ends a table.

        Args:
            text: The article.
            start: First code point of a line without figures.
            end: First code point after it.
            mentions: The times of the line.
            cues: Finds its cues; one of consensus heads a column of its own.
        """
        alone = len(mentions) == 1 and mentions[0].end - mentions[0].start == end - start
        if alone and mentions[0].granularity in BUSINESS and mentions[0].label:
            self._heads.append(Column(of_mention(mentions[0])))
            if len(self._heads) > 1:
                self.columns = tuple(self._heads)
            return
        self._heads.clear()
        while end - start > PROSE and "\n" in text[start:end]:  # a title stands above the heads
            start = text.index("\n", start) + 1
        mentions = [mention for mention in mentions if mention.start >= start]
        heads = column_heads(text, start, end, mentions, cues) if mentions and end - start <= PROSE else ()
        if heads:
            self.columns = heads
        elif end - start > PROSE:
            self.columns = ()

    def column_of(self, place: int | None) -> Column | None:
        """What heads a column of the table, the first for a place beyond its heads; None outside tables."""
        if place is None or not self.columns:
            return None
        return self.columns[place if place < len(self.columns) else 0]

    def column_status(self, place: int | None) -> str | None:
        """What the head of a column makes of its figures; None outside tables with heads."""
        if place is None or place >= len(self.columns):
            return None
        column = self.columns[place]
        if column.status is not None or self.published is None:
            return column.status or "reported"
        first_day, last_day = column.period.first_day, column.period.last_day
        if first_day is not None and first_day > self.published:
            return "forecast"
        running = last_day is not None and last_day > self.published
        return None if running else "reported"

    def _speak_of(self, period: Period, granularity: str, fronted: bool) -> None:
        """Note a business period; one before that already spoken of is a comparison and changes nothing.

        Of two that end on one day (`viertes Quartal`, `2023`) the text goes over to the one with which a
        sentence begins; at the end of a sentence it is an aside.
        """
        end = end_of(period)
        if end is None:
            return
        if self._lies_ahead(period):
            self.outlook, self.outlook_sentence = period, self.number
            return
        now = end_of(self.period)
        if now is None or end > now or (end == now and (fronted or not self.named)):
            self.period, self.named = period, True
        year = end_of(self.year)
        recent = self.present is None or end >= self.present - _LONG_AGO
        if granularity == "year" and recent and (year is None or end >= year):
            self.year = period

    def _lies_ahead(self, period: Period) -> bool:
        """Whether a period is not over; one without days is where an outlook of its sentence is of it."""
        if self.present is not None and period.last_day is not None:
            return period.last_day > self.present
        if self.present is not None and int(str(period.label)[:4]) > self.present.year:
            return True
        outlooks = (statement for statement in self.recent(0) if statement.status in OUTLOOKS)
        return any(statement.period == period.label for statement in outlooks)
