"""Reads lists whose heading names the metric of their lines: `Umsatz nach Sparten: - Lacke 9,7 Mio. Euro`."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import fits
from pipeline.claims.groups import Member
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import SUMMED
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import pattern

FILE = "growth.toml"

_TITLE = 120
"""Length in code points from which a line is no heading of a list and no item of one."""


def heads_list(text: str, start: int, end: int) -> bool:
    """Whether a line without figures stands over a list and says what its lines are parts of.

    Args:
        text: The article.
        start: First code point of the line.
        end: First code point after it.
    """
    return text.startswith("\n", end) and pattern("list_head", FILE).search(text, start, end) is not None


def heads_outlook(text: str, start: int, end: int) -> bool:
    """Whether a line without figures stands over lines that tell an outlook: `Prognose für 2024:`.

    Args:
        text: The article.
        start: First code point of the line.
        end: First code point after it.
    """
    line = text[start:end].rstrip()
    if not _item().match(text, end):
        return False
    if pattern("title_of_outlook", FILE).fullmatch(line):
        return True
    if not line.endswith(":") or pattern("analysts").search(line):
        return False
    cues = {cue.name for cue in find_cues(text, start, end)}
    return "consensus" not in cues and ("forecast" in cues or bool(pattern("outlook_revised").search(line)))


def goes_on_with_outlook(memory: Memory, statement: Statement, time: PeriodMention | None) -> bool:
    """Whether a figure of a line under such a heading is an outlook: `- Umsatz: 5 Mio. Euro (Vorjahr: 4)`.

    Args:
        memory: What the document spoke of last, the heading among it.
        statement: The figure, with its status.
        time: The time that the line names for it.
    """
    if not memory.outlook_listed or statement.status != "reported":
        return False
    if statement.earlier or statement.link is not None:
        return False
    over = time is not None and None not in (time.last_day, memory.published)
    return not (over and time.last_day < memory.published)  # type: ignore[union-attr, operator]


def is_item(text: str, start: int, end: int) -> bool:
    """Whether a sentence is an item of a list.

    Args:
        text: The article.
        start: First code point of the sentence.
        end: First code point after it.
    """
    short = end - start < _TITLE and not text[:end].endswith(".")
    return short or _item().match(text, max(0, text.rfind("\n", 0, start))) is not None


@cache
def _item() -> "regex.Pattern[str]":
    return regex.compile(r"\s*\n\s*(?:[-–•*·▪]\s*|(?=\p{Lu}[^\n.]{1,60}:\s))")


def metric_of_list(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric that the heading of a list names, for a line that names none.

    Args:
        memory: What the document spoke of last, the heading among it.
        sentence: The line.
        quantity: A quantity of it.

    Returns:
        An attachment without a mention of its own; None outside lists, and where the heading names several.
    """
    if memory.topics.listed is None or sentence.metrics or not sentence.is_line:
        return None
    named = {mention.metric for mention in memory.topics.listed() if not mention.verb}
    if len(named) != 1:
        return None
    metric = named.pop()
    if not fits(metric, sentence, quantity):
        return None
    return Attachment(metric, None, 1.0, 1.0, "named over the list")


def metric_of_column(memory: Memory, sentence: Sentence, member: Member) -> Attachment | None:
    """The metric that heads the column of a figure, in a row that names none: `Pumpen   120,4   12,1`.

    Args:
        memory: What the document spoke of last, the heads of the table among it.
        sentence: The row.
        member: A figure of it.
    """
    metric = memory.table.metric_at(member.column)
    if metric is None or sentence.metrics or not fits(metric, sentence, member.quantity):
        return None
    return Attachment(metric, None, 1.0, 1.0, "the head of the column")


def part_of_list(memory: Memory, sentence: Sentence) -> str | None:
    """The part that a line tells of, in a list whose heading names the metric: `- Speiseeis 2,7 Mrd DM`."""
    if memory.topics.listed is None or sentence.metrics or sentence.companies or not sentence.is_line:
        return None
    part = _part().match(sentence.text, sentence.start, sentence.quantities[0].start)
    return str(part["part"]) if part else None


def part_of_row(sentence: Sentence, quantity: Quantity, metric: str, headed: bool) -> str | None:
    """The part that heads a row of a table, under the row of which it is a part or under heads of metrics.

    `Umsatz   212,6   197,4`, and below it `Fahrzeugtechnik   121,9   117,8`.

    Args:
        sentence: The row.
        quantity: A quantity of it.
        metric: Its metric, taken over from the row above.
        headed: It is what heads the column instead, so that each row is a part.
    """
    if not (headed or metric in SUMMED) or sentence.metrics or sentence.companies:
        return None
    line = sentence.text.rfind("\n", 0, quantity.start) + 1
    row = _row().match(sentence.text, line, quantity.end)
    if row is None or row["part"].split()[0].lower() in load_words("segments.toml", "sums")["words"]:
        return None
    return str(row["part"])


@cache
def _row() -> "regex.Pattern[str]":
    return regex.compile(
        r"[\s|–•*-]*(?P<part>\p{Lu}[^\d\n.:;,()%|]{2,40}?)(?:[ .\u00a0]{2,}|\t|[ ]?\|)\s*(?=[-+–]?\d)"
    )


@cache
def _part() -> "regex.Pattern[str]":
    return regex.compile(r"[\s\-–—•*·>]*(?P<part>\p{Lu}[^\d\n.:;,()]{1,40}?)[\s:,–-]*$")
