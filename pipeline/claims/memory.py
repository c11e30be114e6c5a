"""Remembers what a document spoke of last: metric, business period, outlook, weekday, columns of a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.claims.columns import Column, column_heads
from pipeline.claims.metric_classes import MARKET
from pipeline.claims.period import NO_PERIOD, Period, end_of, of_mention, reporting_year
from pipeline.claims.statement import Statement
from pipeline.mentions.context import Cue
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions, Section
from pipeline.mentions.metrics import MetricMention
from pipeline.mentions.periods.values import BUSINESS
from pipeline.vocabulary.patterns import pattern

PROSE = 100
"""Length in code points from which a sentence is no line of a table."""

_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")

_FRONT = 60
"""Code points from the start of a sentence within which a time is what the sentence goes on from."""

_OPENING, _PREDICATE, _ASIDE = 20, 60, 24
"""Code points from a sentence's start to its first words, of what they say, of a word that makes an aside."""

_RECENT = timedelta(days=550)
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
        columns: What heads the columns of a table, while its rows follow.
        statements: Everything stated so far, in order.
        told: Number of the sentence of each statement.
        named_last: Metric of the last noun that named one in a sentence with figures.
        before: Finds the metrics of the sentence before, where that has no figures.
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
    columns: tuple[Column, ...] = ()
    statements: list[Statement] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    named_last: str | None = None
    before: Callable[[], Sequence[MetricMention]] | None = None
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
        alone = not any(True for _ in self.recent(0)) and sum(map(_is_told_of, mentions)) == 1
        for mention in mentions:
            if _is_told_of(mention):
                if mention.label is None and mention.granularity != "year":
                    self._lose_year()
                if whole is None or not _is_part(mention, whole):
                    if pattern("excursion").search(text[max(start, mention.start - _ASIDE) : mention.start]):
                        continue  # `Allein das vierte Quartal brachte einen Verlust von 46 Millionen`
                    fronted = alone or mention.start - start <= _FRONT
                    self._speak_of(of_mention(mention), mention.granularity, fronted)
                    if alone and mention.start - start <= _OPENING:
                        self._go_back(of_mention(mention), text[mention.end : mention.end + _PREDICATE])
                whole = mention if mention.granularity == "year" and whole is None else whole
            elif mention.granularity == "day" and _is_day_of_news(mention, self.published):
                if pattern("of_a_day").search(text, start, mention.start):
                    continue
                if self.day.first_day is None or self.day.first_day < (mention.first_day or date.min):
                    self.day = of_mention(mention)
            elif _is_month_of_news(mention) and not _is_before(mention, self.month):
                self.month, self.month_sentence = of_mention(mention), self.number

    def _go_back(self, period: Period, predicate: str) -> None:
        """Go back to a time with which a sentence without figures begins (`Das Jahr 1998 war das beste`)."""
        end = end_of(period)
        if end is None or self.present is None or self.present - end > _RECENT or self._lies_ahead(period):
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


def _is_day_of_news(mention: PeriodMention, published: date | None) -> bool:
    """Whether a weekday can be the one that the news is about: the day of publication or the one before.

    Args:
        mention: A mention of a day.
        published: Day of publication.

    Returns:
        False for days of comparison (`gegenüber Freitag`), for `Vortag`, and for days longer ago.
    """
    if mention.comparison or not mention.text.startswith(_WEEKDAYS):
        return False
    if published is None or mention.first_day is None:
        return True
    reach = 3 if published.weekday() == 0 else 1
    return timedelta(0) <= published - mention.first_day <= timedelta(days=reach)


def _is_told_of(mention: PeriodMention) -> bool:
    """Whether a mention is a business period, and nothing to compare with."""
    return not mention.comparison and not mention.shift and mention.granularity in BUSINESS


def _is_month_of_news(mention: PeriodMention) -> bool:
    """Whether a mention is a month that figures can be told of; an edge of one is a day of account."""
    if mention.granularity != "month" or mention.comparison or mention.shift:
        return False
    return not mention.text.lower().startswith(("ende", "anfang", "mitte", "beginn"))


def _is_before(mention: PeriodMention, period: Period) -> bool:
    """Whether a mention is known to be over before a period is."""
    return (mention.last_day or date.min) < (period.last_day or date(1, 1, 2))


def _is_part(mention: PeriodMention, whole: PeriodMention) -> bool:
    """Whether a time lies in a year named before it: `Muster wächst 2022, Schlussquartal enttäuscht`."""
    if None in (mention.first_day, mention.last_day, whole.first_day, whole.last_day):
        return False
    return whole.first_day <= mention.first_day and mention.last_day <= whole.last_day  # type: ignore[operator]


def first_memory(mentions: Mentions, text: str = "") -> Memory:
    """A memory that begins with the first period over that the document names, for a headline before it.

    In the season of annual results it begins with the year before publication, so that `2018 waren es noch
    7,6 Milliarden` in an article of February 2020 moves nothing back; at other times a year long past is none
    to begin with.

    Args:
        mentions: Mentions of the document.
        text: The article.

    Returns:
        The memory.
    """
    section = mentions.sections[0]
    memory = Memory(mentions.published, mentions.present, section.fiscal_year_end)
    memory.period = memory.year = reporting_year(mentions.published)
    own = [mention for mention in mentions.periods if section.holds(mention.start)]
    first = _first_told(own, memory, text) or _first_told(mentions.periods, memory, text)
    if first is not None:
        memory.hear([first])
    memory.month = next(filter(memory.is_recent, map(of_mention, filter(_is_month_of_news, own))), NO_PERIOD)
    return memory


def begin_section(memory: Memory, mentions: Mentions, section: Section) -> None:
    """Go over to the next company of an article that tells of one after the other.

    Args:
        memory: What the document spoke of before; changed in place. The section begins with the first period
            over that it names, else with that of the article.
        mentions: Mentions of the document.
        section: The section.
    """
    memory.leave_section(reporting_year(memory.published), section.fiscal_year_end)
    own = [mention for mention in mentions.periods if section.holds(mention.start)]
    first = _first_told(own, memory) or _first_told(mentions.periods, memory)
    if first is not None:
        memory.hear([first])


def _first_told(periods: Sequence[PeriodMention], memory: Memory, text: str = "") -> PeriodMention | None:
    """The first business period over of those named."""
    present = memory.present
    for mention in periods:
        if not _is_told_of(mention) or pattern("excursion").search(
            text[max(0, mention.start - _ASIDE) : mention.start]
        ):
            continue
        end = end_of(of_mention(mention))
        if end is not None and present is not None and present - _RECENT <= end <= present:
            return mention
    return None
