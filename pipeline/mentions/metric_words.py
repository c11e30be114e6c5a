"""Reads which metric one word names: a listed word, or the stem that heads a compound (`Konzernumsatz`)."""

from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

import regex

from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.loading import Rule, load_rules, load_words
from pipeline.vocabulary.pieces import SpottedTogether

FILE = "metrics.toml"

_PARTED = regex.compile(r"\u00ad|-\s*\n\s*")
_MISREAD = str.maketrans("âôûÂÔÛ", "äöüÄÖÜ")
"""Umlauts as scanned text has them (`Hâuser`)."""

NOTHING = "none"
"""Metric of the words that look like a metric and name none (`konstante Wechselkurse`)."""


class MetricWords(Rule):
    """Words that name one metric.

    Attributes:
        metric: The metric, or `none`.
        loss: They name a loss.
        weak: The stems stand at the end of a word in which no other stem is found (`Frachtmenge`).
        stems: Patterns in a capitalised word in lower case.
        words: Whole words in lower case.
        phrases: Patterns over several words.
    """

    metric: str
    loss: bool = False
    weak: bool = False
    stems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedInWord:
    """A metric within one word.

    Attributes:
        rule: The rule that found it.
        start: Where in the word the metric begins.
        end: Where it ends.
    """

    rule: MetricWords
    start: int
    end: int


@cache
def metric_words() -> tuple[MetricWords, ...]:
    """The metric words of the vocabulary."""
    return load_rules(FILE, "metric", MetricWords)


@cache
def metric_units() -> dict[str, frozenset[str]]:
    """The kinds of unit in which each metric can be told."""
    return {metric: frozenset(kinds) for metric, kinds in load_words(FILE, "units").items()}


def metrics_of_word(word: str) -> tuple[NamedInWord, ...]:
    """The metric that one word names, or the metrics between which the unit of the figure decides.

    Args:
        word: A word as written (`Konzernumsatz`).

    Returns:
        The metric of a listed word; else, in a capitalised word, that of the stem that ends last and is the
        longest, as the head of a German compound stands last. Nothing for most words, and for a compound
        whose head measures nothing (`Kundenservice`).
    """
    lowered = word.lower()
    if lowered in _whole_words():
        return tuple(NamedInWord(rule, 0, len(lowered)) for rule in _whole_words()[lowered])
    if not word[0].isupper():
        return ()
    best = _last_stem(lowered, _stems()) or _last_stem(lowered, _weak_stems())
    if best is None or (best.rule.metric != "other" and _head_of_nothing().search(lowered, best.end)):
        return ()
    return (best,)


@kept
def read_word(written: str) -> tuple[str, tuple[NamedInWord, ...]]:
    """Read a word as a text has it.

    Args:
        written: The word, which may be parted or misspelled (`Jahresüberschuß`).

    Returns:
        The word without the hyphen of a parted one and with composed letters, and the metrics that it names.
    """
    word = normalize("NFC", _PARTED.sub("", written))
    umlauts = word.translate(_MISREAD)
    for spelling in dict.fromkeys((word, umlauts, umlauts.replace("ß", "ss"))):
        if metrics := metrics_of_word(spelling):
            return word, metrics
    return word, ()


@cache
def _whole_words() -> dict[str, tuple[MetricWords, ...]]:
    """The rules that list a word: `verkauft` is of a price in money and of a sales volume in pieces."""
    listed: dict[str, tuple[MetricWords, ...]] = {}
    for rule in metric_words():
        for word in rule.words:
            listed[word] = (*listed.get(word, ()), rule)
    return listed


def _last_stem(lowered: str, stems_of: SpottedTogether[MetricWords]) -> NamedInWord | None:
    """Of the stems found in a word, the one that ends last, then the longest."""
    found = (
        NamedInWord(rule, match.start(), match.end())
        for rule, stems in stems_of.that_may_match(lowered)
        for match in stems.finditer(lowered)
    )
    return max(found, key=lambda named: (named.end, -named.start), default=None)


@cache
def _stems() -> SpottedTogether[MetricWords]:
    # The longest first, so that `ebitda-gewinn` wins over `ebitda`.
    return SpottedTogether(
        (rule, regex.compile("|".join(sorted(rule.stems, key=len, reverse=True))))
        for rule in metric_words()
        if rule.stems and not rule.weak
    )


@cache
def _weak_stems() -> SpottedTogether[MetricWords]:
    return SpottedTogether(
        (rule, regex.compile(rf"(?<=\p{{L}}-?)(?:{'|'.join(rule.stems)})(?:e?[ns]|es?)?$"))
        for rule in metric_words()
        if rule.weak
    )


@cache
def _head_of_nothing() -> "regex.Pattern[str]":
    heads = "|".join(load_words(FILE, "heads")["of_nothing"])
    return regex.compile(rf"(?:{heads})(?:e?[sn]|e|ern?|in|innen|se[sn]?)?$")
