"""Remembers what a document spoke of last: metric, business period, outlook, weekday, columns of a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.claims.metric_classes import MARKET
from pipeline.claims.period import NO_PERIOD, Period, of_mention, reporting_year, shifted
from pipeline.claims.statement import Statement
from pipeline.mentions.context import Cue
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.metrics import MetricMention

PROSE = 100
"""Length in code points from which a sentence is no line of a table."""

_RECENT = timedelta(days=550)
"""How long ago a period may have ended that an article reports on: half a year more than a year."""

_BUSINESS = frozenset(("quarter", "half", "nine_months", "year"))


@dataclass(slots=True)
class Memory:
    """What the document spoke of last.

    Attributes:
        published: Day of publication.
        period: Business period that the document reports on; it moves on, and back only never.
        year: The last whole year of it.
        day: The last weekday named (`am Dienstag nach US-Börsenschluss`), for share moves told after it.
        outlook: Last period named for an outlook.
        columns: The periods over the columns of a table, while its rows follow.
        statuses: What the heads of these columns make of their figures: `reported`, `forecast`, `consensus`.
        statements: Everything stated so far, in order.
    """

    published: date | None
    period: Period = NO_PERIOD
    year: Period = NO_PERIOD
    day: Period = NO_PERIOD
    outlook: Period = NO_PERIOD
    columns: tuple[Period, ...] = ()
    statuses: tuple[str, ...] = ()
    statements: list[Statement] = field(default_factory=list)
    _spoken: list[tuple[str, int]] = field(default_factory=list)
    _topics: list[tuple[int, Callable[[], Sequence[MetricMention]]]] = field(default_factory=list)

    @property
    def last(self) -> Statement | None:
        """The statement made last."""
        return self.statements[-1] if self.statements else None

    def keep(self, statement: Statement, number: int) -> None:
        """Note a statement of the sentence of a number."""
        self.statements.append(statement)
        if statement.metric != "other":
            self._spoken.append((statement.metric, number))
            self._topics.clear()

    def topic(self, find: Callable[[], Sequence[MetricMention]], number: int) -> None:
        """Note a sentence without figures, which may speak of one metric (`Die Teuerung lässt nach.`).

        Args:
            find: Finds its metrics; called only where a later sentence asks what was spoken of.
            number: Number of the sentence.
        """
        self._topics.append((number, find))

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

    def recall(self, since: int = 0) -> str | None:
        """The metric spoken of last in a sentence of a number or after it, None where none was."""
        return next(self.spoken(since), None)

    def hear(self, mentions: Sequence[PeriodMention]) -> None:
        """Note the times of a sentence: a business period named in one still holds for the next ones."""
        whole: PeriodMention | None = None
        for mention in mentions:
            if not mention.comparison and not mention.shift and mention.granularity in _BUSINESS:
                if whole is None or not _is_part(mention, whole):
                    self._speak_of(of_mention(mention), mention.granularity)
                whole = mention if mention.granularity == "year" and whole is None else whole
            elif mention.granularity == "day" and mention.text[:1].isupper() and mention.text.isalpha():
                self.day = of_mention(mention)

    def head_columns(
        self, mentions: Sequence[PeriodMention], cues: Callable[[], Sequence[Cue]], length: int
    ) -> None:
        """Note the heads of a table: two or more in a line without figures (`Q4 2022 | Q1 2023`).

        Args:
            mentions: The times of the line.
            cues: Finds its cues; one of consensus heads a column of its own.
            length: Its length in code points; prose ends a table.
        """
        times = [mention for mention in mentions if mention.granularity in _BUSINESS and mention.label]
        expected = [cue for cue in cues() if cue.name == "consensus"] if times and length <= PROSE else []
        unordered: list[PeriodMention | Cue] = [*times, *expected]
        heads = sorted(unordered, key=lambda head: head.start)
        if len(heads) > 1 and sum(head.end - head.start for head in heads) > length / 4:
            self.columns = tuple(_period_over(heads, place) for place in range(len(heads)))
            self.statuses = tuple(self._status_under(head) for head in heads)
        elif length > PROSE:
            self.columns = self.statuses = ()

    def column_status(self, column: int | None) -> str | None:
        """What the head of a column makes of its figures; None outside tables with heads."""
        return self.statuses[column] if column is not None and column < len(self.statuses) else None

    def _status_under(self, head: PeriodMention | Cue) -> str:
        if isinstance(head, Cue):
            return "consensus"
        ahead = self.published is not None and head.last_day is not None and head.last_day > self.published
        return "forecast" if ahead else "reported"

    def _speak_of(self, period: Period, granularity: str) -> None:
        """Note a business period; one before that already spoken of is a comparison and changes nothing."""
        if period.label is None or period.last_day is None:
            return
        if self.published is not None and period.last_day > self.published:
            self.outlook = period
            return
        if self.period.last_day is None or period.last_day >= self.period.last_day:
            self.period = period
        if granularity == "year" and (self.year.last_day is None or period.last_day >= self.year.last_day):
            self.year = period


def _period_over(heads: Sequence[PeriodMention | Cue], place: int) -> Period:
    """The period of a column: its own, that of the column before it, else a year after that of the next."""
    head = heads[place]
    if isinstance(head, PeriodMention):
        return of_mention(head)
    before = [other for other in heads[:place] if isinstance(other, PeriodMention)]
    if before:
        return of_mention(before[-1])
    after = next(other for other in heads[place:] if isinstance(other, PeriodMention))
    return shifted(of_mention(after), -1, f"the year after `{after.text}`")


def _is_part(mention: PeriodMention, whole: PeriodMention) -> bool:
    """Whether a time lies in a year named before it: `Muster wächst 2022, Schlussquartal enttäuscht`."""
    if None in (mention.first_day, mention.last_day, whole.first_day, whole.last_day):
        return False
    return whole.first_day <= mention.first_day and mention.last_day <= whole.last_day  # type: ignore[operator]


def first_memory(mentions: Mentions) -> Memory:
    """A memory that begins with the first period over that the document names, for a headline before it.

    In the season of annual results it begins with the year before publication, so that `2018 waren es noch
    7,6 Milliarden` in an article of February 2020 moves nothing back; at other times a year long past is none
    to begin with.

    Args:
        mentions: Mentions of the document.

    Returns:
        The memory.
    """
    published = mentions.published
    memory = Memory(published)
    memory.period = memory.year = reporting_year(published)
    for mention in mentions.periods:
        if (
            mention.last_day is None
            or mention.comparison
            or mention.shift
            or mention.granularity not in _BUSINESS
        ):
            continue
        if published is None or published - _RECENT <= mention.last_day <= published:
            memory.hear([mention])
            break
    return memory
