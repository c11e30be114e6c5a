"""Finds the words that name a metric: `Konzernumsatz`, `operatives Ergebnis`, `Ergebnis vor Zinsen und Steuern`."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from pipeline.vocabulary.loading import Rule, load_rules, load_words

# A word may hold a soft hyphen or be parted at the end of a line (`Konzernum-\nsatz`).
_WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}&0-9\u00ad]*(?:(?:[-.]|-[ \t]*\n\s*(?=\p{Ll}))\p{L}[\p{L}\p{M}&0-9\u00ad]*)*"
)
_PARTED = regex.compile(r"\u00ad|-\s*\n\s*")
_UMLAUTS = {"ae": "ä", "oe": "ö", "ue": "ü"}
_ABBREVIATED = frozenset(("ebit", "ebitda", "pretax_profit", "earnings_per_share", "gdp"))
NOTHING = "none"
"""Metric of the words that look like a metric and name none (`konstante Wechselkurse`)."""


_PER = regex.compile(r"(?i)(?:je|pro) (?:\p{L}+-)?$")


class MetricWords(Rule):
    """Words that name one metric."""

    metric: str
    loss: bool = False
    stems: list[str] = []
    words: list[str] = []
    phrases: list[str] = []


@dataclass(frozen=True, slots=True)
class MetricMention:
    """One place where the text names a metric.

    Attributes:
        start: First code point of the mention in the text.
        end: First code point after it.
        text: The text between them.
        metric: The metric that it names.
        loss: It names a loss (`Fehlbetrag`), so that a level is negative.
        prefix: What a compound says before the metric (`Retail-` in `Retail-Umsatz`, `Konzern` in `Konzernumsatz`).
        suffix: What it says after it (`plus` in `Umsatzplus`).
        verb: It is a verb or adjective (`verdiente`, `kauft`), weaker evidence than a noun.
    """

    start: int
    end: int
    text: str
    metric: str
    loss: bool = False
    prefix: str = ""
    suffix: str = ""
    verb: bool = False


@cache
def metric_words() -> tuple[MetricWords, ...]:
    """The metric words of the vocabulary."""
    return load_rules("metrics.toml", "metric", MetricWords)


@cache
def metric_units() -> dict[str, frozenset[str]]:
    """The kinds of unit in which each metric can be told."""
    return {metric: frozenset(kinds) for metric, kinds in load_words("metrics.toml", "units").items()}


@cache
def _compiled() -> tuple[tuple[MetricWords, "regex.Pattern[str] | None", frozenset[str]], ...]:
    return tuple(
        (rule, regex.compile("|".join(rule.stems)) if rule.stems else None, frozenset(rule.words))
        for rule in metric_words()
    )


@cache
def _phrases() -> tuple[tuple[MetricWords, "regex.Pattern[str]"], ...]:
    return tuple(
        (rule, regex.compile(rf"(?i)(?<!\p{{L}})(?:{'|'.join(rule.phrases)})"))
        for rule in metric_words()
        if rule.phrases
    )


@lru_cache(maxsize=65536)
def metric_of_word(word: str) -> tuple[str, bool, int, int, bool] | None:
    """The metric that one word names.

    Args:
        word: A word as written (`Konzernumsatz`).

    Returns:
        Metric, loss, where in the word the metric begins and ends, and whether the word is a verb; None for most words.
    """
    lowered = word.lower()
    best: tuple[int, int, MetricWords, int] | None = None
    for rule, stems, words in _compiled():
        if lowered in words:
            rank = (len(lowered) + 1, len(lowered), rule, 0)
            if best is None or rank[:2] > best[:2]:
                best = rank
        elif stems is not None and word[0].isupper():
            for match in stems.finditer(lowered):
                rank = (match.end(), match.end() - match.start(), rule, match.start())
                if best is None or rank[:2] > best[:2]:
                    best = rank
    if best is None:
        return None
    end, length, rule, start = best
    return rule.metric, rule.loss, start, min(start + length, end), word[0].islower()


@lru_cache(maxsize=65536)
def _with_umlauts(word: str) -> str:
    """`Erloese` as `Erlöse`; words that lose nothing by it stay as they are."""
    return regex.sub(
        r"(?i)(?<![aeq])(ae|oe|ue)",
        lambda match: (
            _UMLAUTS[match[0].lower()] if match[0].islower() else _UMLAUTS[match[0].lower()].upper()
        ),
        word,
    )


def find_metrics(text: str, start: int, end: int) -> list[MetricMention]:
    """Find the metric mentions of a part of a text.

    Args:
        text: The article.
        start: First code point to look at.
        end: First code point not to look at.

    Returns:
        Mentions in order, none overlapping another; a phrase wins over the words in it.
    """
    found: list[MetricMention] = []
    for rule, pattern in _phrases():
        for match in pattern.finditer(text, start, end):
            found.append(MetricMention(match.start(), match.end(), match[0], rule.metric, rule.loss))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[MetricMention] = []
    for mention in found:
        if apart and mention.start < apart[-1].end:
            if mention.end - mention.start > apart[-1].end - apart[-1].start:
                apart[-1] = mention
            continue
        apart.append(mention)
    covered = [(mention.start, mention.end) for mention in apart]
    for match in _WORD.finditer(text, start, end):
        word = _PARTED.sub("", match[0])
        hit = metric_of_word(word) or metric_of_word(_with_umlauts(word))
        if hit is None or any(begin < match.end() and match.start() < finish for begin, finish in covered):
            continue
        metric, loss, begin, finish, verb = hit
        if metric == "share_price" and _PER.search(text, max(start, match.start() - 6), match.start()):
            continue  # `10,77 Euro je Aktie` tells no share price
        apart.append(
            MetricMention(
                match.start(), match.end(), word, metric, loss, word[:begin], word[finish:].lower(), verb
            )
        )
    apart.sort(key=lambda mention: mention.start)
    return _with_abbreviation(text, [mention for mention in apart if mention.metric != NOTHING])


def _with_abbreviation(text: str, mentions: list[MetricMention]) -> list[MetricMention]:
    """`Betriebsgewinn (EBITDA)` is one mention of the metric that the brackets name."""
    joined: list[MetricMention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if (
            before is not None
            and text[before.end : mention.start].strip() == "("
            and text[mention.end : mention.end + 1] == ")"
            and mention.metric in _ABBREVIATED
        ):
            joined[-1] = replace(
                before, metric=mention.metric, end=mention.end + 1, text=text[before.start : mention.end + 1]
            )
        else:
            joined.append(mention)
    return joined
