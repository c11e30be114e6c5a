"""Reads the heads of table columns: of which period and making, and of what, the figures below each are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import regex

from pipeline.claims.period import NO_PERIOD, Period, of_mention, shifted
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.metrics import find_metrics
from pipeline.mentions.periods.values import BUSINESS
from pipeline.vocabulary.patterns import pattern

PROSE = 100
"""Length in code points from which a sentence is no line of a table."""

_LONGEST_CELL = 24
"""Code points that the head of a column has at most beside the period that it names."""


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of the figures below it.

    Attributes:
        period: Their period; `NO_PERIOD` where neither it nor the title tells one.
        status: `consensus` or `forecast` where it says so (`Prognose 2024`), else None.
        metric: What it says is measured (`Umsatz`), None where the rows say so.
    """

    period: Period
    status: str | None = None
    metric: str | None = None


@cache
def _cell() -> "regex.Pattern[str]":
    return regex.compile(r"[^\s|](?:[^|\n]*?[^\s|])??(?=[ \u00a0]{2,}|\t|\s*[|\n]|\s*$)")


def column_heads(text: str, start: int, end: int, mentions: Sequence[PeriodMention]) -> tuple[Column, ...]:
    """What stands over the columns of a table.

    Args:
        text: The article.
        start: First code point of a line without figures.
        end: First code point after it.
        mentions: The times that it names.

    Returns:
        One entry a column, with the period of its head (`1-9/2022`), of the first column for a head that only
        tells a change (`Veränd.`, `gg. Vj.`); empty for a line that heads no table.
    """
    heads = [mention for mention in mentions if mention.label and mention.granularity in BUSINESS]
    if not heads:
        return ()
    marked = [cue for cue in find_cues(text, start, end) if cue.name in ("consensus", "forecast")]
    columns: list[Column] = []
    names_rows = False
    for cell in _cell().finditer(text, start, end):
        forecast = pattern("forecast_head").fullmatch(cell[0]) is not None  # `PROG ggVj` names no period
        inside = [m for m in heads if not forecast and cell.start() <= m.start < cell.end()]
        status = next((cue.name for cue in marked if cell.start() <= cue.start < cell.end()), None)
        status = "consensus" if forecast else status
        if len(cell[0]) > _LONGEST_CELL + sum(len(mention.text) for mention in inside):
            columns.clear()
            continue
        if inside:
            columns.extend(Column(of_mention(mention), status) for mention in inside)
        elif status == "consensus":
            names_rows = names_rows or (len(columns) == 1 and columns[0].status is None)
            columns.append(Column(_beside(columns, heads), status))
        elif pattern("change_head").fullmatch(cell[0]) and columns:
            columns.append(columns[0])
        elif columns:
            return ()
    if names_rows:  # `3. QUARTAL   PROG   PROG ggVj   3Q21`
        del columns[0]
    return tuple(columns) if len(columns) > 1 else ()


def metric_heads(text: str, start: int, end: int, period: Period) -> tuple[Column, ...]:
    """What stands over the columns of a table whose rows are divisions, places or firms.

    Args:
        text: The article.
        start: First code point of a line without figures.
        end: First code point after it.
        period: The period that the title of the table names.

    Returns:
        One entry a column of figures (`Sparte | Umsatz (Mio. Euro) | Veränderung`); empty for a line in which
        fewer than two cells name a metric alone.
    """
    cells = list(_cell().finditer(text, start, end))
    if len(cells) < 2:
        return ()
    metrics = [mention for mention in find_metrics(text, start, end) if not mention.verb]
    columns: list[Column] = []
    for number, cell in enumerate(cells):
        inside = [mention for mention in metrics if cell.start() <= mention.start < cell.end()]
        if len(inside) == 1 and len(cell[0]) <= _LONGEST_CELL + len(inside[0].text):
            columns.append(Column(period, metric=inside[0].metric))
        elif number:
            change = pattern("change_head").fullmatch(cell[0]) and columns
            columns.append(Column(period, metric=columns[-1].metric if change else None))
    return tuple(columns) if sum(column.metric is not None for column in columns) > 1 else ()


def _beside(columns: Sequence[Column], heads: Sequence[PeriodMention]) -> Period:
    """The period of a head without one: that of the column before it, else a year after that of the next."""
    if columns:
        return columns[-1].period
    return shifted(of_mention(heads[0]), -1, f"the year after `{heads[0].text}`")


@dataclass(slots=True)
class Table:
    """The table whose rows the document goes through.

    Attributes:
        columns: What heads its columns, while its rows follow; empty outside tables.
    """

    columns: tuple[Column, ...] = ()
    _stacked: list[Column] = field(default_factory=list)
    _title: Period = NO_PERIOD

    def read_line(self, text: str, start: int, end: int, mentions: Sequence[PeriodMention]) -> None:
        """Note the heads of a table, in one line or each in a line of its own; prose ends a table.

        Args:
            text: The article.
            start: First code point of a line without figures.
            end: First code point after it.
            mentions: The times of the line.
        """
        alone = len(mentions) == 1 and mentions[0].end - mentions[0].start == end - start
        if alone and mentions[0].granularity in BUSINESS and mentions[0].label:
            self._stacked.append(Column(of_mention(mentions[0])))
            if len(self._stacked) > 1:
                self.columns = tuple(self._stacked)
            return
        self._stacked.clear()
        while end - start > PROSE and "\n" in text[start:end]:  # a title stands above the heads
            start = text.index("\n", start) + 1
        mentions = [mention for mention in mentions if mention.start >= start]
        if end - start > PROSE:
            self.columns, self._title = (), NO_PERIOD
            return
        heads = column_heads(text, start, end, mentions) if mentions else ()
        heads = heads or metric_heads(text, start, end, self._title)
        self.columns = heads or self.columns
        told = next(
            (mention for mention in mentions if mention.label and mention.granularity in BUSINESS), None
        )
        self._title = of_mention(told) if told is not None else self._title

    def column_at(self, place: int | None) -> Column | None:
        """What heads a column of the table, the first for a place beyond its heads; None outside tables."""
        if place is None or not self.columns:
            return None
        return self.columns[place if place < len(self.columns) else 0]

    def metric_at(self, place: int | None) -> str | None:
        """What the head of a column says is measured; None outside tables whose heads name it."""
        inside = place is not None and place < len(self.columns)
        return self.columns[place].metric if inside else None  # type: ignore[index]

    def status_at(self, place: int | None, published: date | None) -> str | None:
        """What the head of a column makes of its figures.

        Args:
            place: Place of the column.
            published: Day of publication.

        Returns:
            A status; None outside tables with heads.
        """
        if place is None or place >= len(self.columns):
            return None
        column = self.columns[place]
        if column.period is NO_PERIOD:
            return column.status
        if column.status is not None or published is None:
            return column.status or "reported"
        first_day, last_day = column.period.first_day, column.period.last_day
        if first_day is not None and first_day > published:
            return "forecast"
        running = last_day is not None and last_day > published
        return None if running else "reported"
