"""Finds where a text names a metric: `Konzernumsatz`, `operatives Ergebnis`, `Ergebnis vor Steuern`."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metric_phrases import find_phrases
from pipeline.mentions.metric_words import FILE, NOTHING, read_word
from pipeline.vocabulary.patterns import pattern

# A word may hold a soft hyphen or be parted at the end of a line (`Konzernum-\nsatz`).
_WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}&0-9\u00ad]*(?:(?:[-.]|-[ \t]*\n\s*(?=\p{Ll}))\p{L}[\p{L}\p{M}&0-9\u00ad]*)*"
)
_PIECE = 40
"""Code points before a word in which `je dividendenberechtigter` can stand."""

_ABBREVIATED = frozenset(("ebit", "ebitda", "pretax_profit", "earnings_per_share", "gdp"))
_NAMED_CLOSER = frozenset((*_ABBREVIATED, "net_income", "gross_profit", "other"))
"""Metrics that a word in brackets after them names more closely."""


def find_metrics(text: str, start: int, end: int) -> list[MetricMention]:
    """Find the metric mentions of a part of a text.

    Args:
        text: The article.
        start: First code point to look at.
        end: First code point not to look at.

    Returns:
        Mentions in order, none overlapping another; a phrase wins over the words in it.
    """
    phrases = find_phrases(text, start, end)
    words = [
        mention
        for mention in _in_words(text, start, end)
        if not any(phrase.start < mention.end and mention.start < phrase.end for phrase in phrases)
    ]
    mentions = sorted([*phrases, *words], key=lambda mention: mention.start)
    named = [mention for mention in mentions if mention.metric != NOTHING]
    return _at_their_stage(text, _with_abbreviation(text, named))


def _in_words(text: str, start: int, end: int) -> Iterator[MetricMention]:
    for match in _WORD.finditer(text, start, end):
        word, metrics = read_word(match[0])
        for named in metrics:
            before = text[max(start, match.start() - _PIECE) : match.start()]
            if named.rule.metric == "share_price" and pattern("per_piece", FILE).search(before):
                continue
            yield MetricMention(
                match.start(),
                match.end(),
                word,
                named.rule.metric,
                named.rule.loss,
                word[: named.start],
                word[named.end :].lower(),
                word[0].islower(),
            )


def _with_abbreviation(text: str, mentions: list[MetricMention]) -> list[MetricMention]:
    """`Betriebsgewinn (EBITDA)` is one mention of the metric that the brackets name."""
    joined: list[MetricMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        # `Umsatzrendite (Ebit)` is a margin.
        profit = before is not None and before.metric in _NAMED_CLOSER
        in_brackets = text[mention.end : mention.end + 1] == ")" and mention.metric in _ABBREVIATED
        if before is not None and profit and in_brackets and text[before.end : mention.start].strip() == "(":
            end = mention.end + 1
            joined[-1] = replace(before, metric=mention.metric, end=end, text=text[before.start : end])
        else:
            joined.append(mention)
    return joined


def _at_their_stage(text: str, mentions: list[MetricMention]) -> list[MetricMention]:
    """Read a result as the one that its clause says: `Vor Steuern blieb ein Ergebnis`."""
    read: list[MetricMention] = []
    stage: MetricMention | None = None
    for mention in mentions:
        if stage is not None and _is_at_stage(text, mention, stage.end, mention.start):
            read.append(replace(mention, metric=stage.metric))
            continue
        if pattern("stage_of_result", FILE).fullmatch(mention.text):
            stage = mention
            for place, before in enumerate(read):
                # `verdiente bis Juni vor Steuern`
                if (
                    before.verb
                    and before.end == read[-1].end
                    and _is_at_stage(text, before, before.end, mention.start)
                ):
                    read[place] = replace(before, metric=mention.metric)
        read.append(mention)
    return read


def _is_at_stage(text: str, mention: MetricMention, start: int, end: int) -> bool:
    """Whether a mention is a result of any stage, and the same clause tells its stage beyond a gap."""
    if mention.metric != "net_income" or not pattern("result_of_any_stage", FILE).fullmatch(mention.text):
        return False
    return _same_clause().fullmatch(text, start, end) is not None


@cache
def _same_clause() -> "regex.Pattern[str]":
    """Words and numbers, and what is put in between: `operativ, um Sondereffekte bereinigt, 2,8 Mrd.`."""
    aside = r",(?:\s[\p{L}-]+){1,4},"
    return regex.compile(rf"(?:{aside})?(?:\s(?:\([^()]*\)|[\p{{L}}-]+|\d(?:[\d.,]*\d)?)){{0,9}}\s")
