"""Finds the words that name a metric: `Konzernumsatz`, `operatives Ergebnis`, `Ergebnis vor Steuern`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import normalize

import regex

from pipeline.quantities.spelling import any_spelling
from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.loading import Rule, load_rules, load_words
from pipeline.vocabulary.patterns import pattern
from pipeline.vocabulary.pieces import SpottedTogether, folded, needs_of

FILE = "metrics.toml"

# A word may hold a soft hyphen or be parted at the end of a line (`Konzernum-\nsatz`).
_WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}&0-9\u00ad]*(?:(?:[-.]|-[ \t]*\n\s*(?=\p{Ll}))\p{L}[\p{L}\p{M}&0-9\u00ad]*)*"
)
_PARTED = regex.compile(r"\u00ad|-\s*\n\s*")
_MISREAD = str.maketrans("âôûÂÔÛ", "äöüÄÖÜ")
"""Umlauts as scanned text has them (`Hâuser`)."""
_PIECE = 40
"""Code points before a word in which `je dividendenberechtigter` can stand."""

_ABBREVIATED = frozenset(("ebit", "ebitda", "pretax_profit", "earnings_per_share", "gdp"))
_NAMED_CLOSER = frozenset((*_ABBREVIATED, "net_income", "gross_profit", "other"))
"""Metrics that a word in brackets after them names more closely."""
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
class MetricMention:
    """One place where the text names a metric.

    Attributes:
        start: First code point of the mention in the text.
        end: First code point after it.
        text: The text between them, without the hyphen of a parted word and with composed letters.
        metric: The metric that it names.
        loss: It names a loss (`Fehlbetrag`), so that a level is negative.
        prefix: What a compound says before the metric (`Retail-` in `Retail-Umsatz`).
        suffix: What it says after it, in lower case (`plus` in `Umsatzplus`).
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
def _whole_words() -> dict[str, tuple[MetricWords, ...]]:
    """The rules that list a word: `verkauft` is of a price in money and of a sales volume in pieces."""
    listed: dict[str, tuple[MetricWords, ...]] = {}
    for rule in metric_words():
        for word in rule.words:
            listed[word] = (*listed.get(word, ()), rule)
    return listed


@cache
def _phrases() -> SpottedTogether[MetricWords]:
    """The phrases of each rule, whatever blank or line break stands between their words.

    Those that must be looked for everywhere stand apart, as all others of their rule had to be with them.
    """
    found: list[tuple[MetricWords, regex.Pattern[str]]] = []
    for rule in metric_words():
        anywhere = [phrase for phrase in rule.phrases if not all(needs_of(_in_any_text([phrase])))]
        for phrases in ([phrase for phrase in rule.phrases if phrase not in anywhere], anywhere):
            if phrases:
                pattern = regex.compile(rf"(?i)(?<!\p{{L}})(?:{_in_any_text(phrases)})")
                found.append((rule, pattern))
    return SpottedTogether(found)


_WITHIN_SENTENCE = "[^.;!?]"
"""How phrases of the vocabulary write what may stand between their words."""


# `(?<=…)` at the start of a phrase, whatever brackets it holds.
_LOOKS_BACK = regex.compile(r"\(\?<=(?P<inner>(?:[^()\[\\]|\\.|\[(?:[^]\\]|\\.)*+\]|\((?&inner)\))*+)\)")


def _word_first(phrase: str) -> str:
    """A phrase that looks back only from where its own words stand, which takes half the time."""
    back = _LOOKS_BACK.match(phrase)
    return f"(?={phrase[back.end() :]}){phrase}" if back else phrase


def _in_any_text(phrases: Iterable[str]) -> str:
    read = any_spelling("|".join(map(_word_first, phrases))).replace(" ", r"\s")
    # A dot in a number or after `Mio` ends no sentence.
    return read.replace(_WITHIN_SENTENCE, r"(?:[^.;!?]|\.(?=\d)|(?<=Mi[oa]|M[rl]d|Mill)\.)")


@cache
def _head_of_nothing() -> "regex.Pattern[str]":
    heads = "|".join(load_words(FILE, "heads")["of_nothing"])
    return regex.compile(rf"(?:{heads})(?:e?[sn]|e|ern?|in|innen|se[sn]?)?$")


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
def _read(written: str) -> tuple[str, tuple[NamedInWord, ...]]:
    """A word without the hyphen of a parted one and with composed letters, and the metrics that it names.

    `Jahresüberschuß` is read as `Jahresüberschuss`.
    """
    word = normalize("NFC", _PARTED.sub("", written))
    umlauts = word.translate(_MISREAD)
    for spelling in dict.fromkeys((word, umlauts, umlauts.replace("ß", "ss"))):
        if metrics := metrics_of_word(spelling):
            return word, metrics
    return word, ()


def find_metrics(text: str, start: int, end: int) -> list[MetricMention]:
    """Find the metric mentions of a part of a text.

    Args:
        text: The article.
        start: First code point to look at.
        end: First code point not to look at.

    Returns:
        Mentions in order, none overlapping another; a phrase wins over the words in it.
    """
    phrases = _apart(
        MetricMention(match.start(), match.end(), match[0], rule.metric, rule.loss)
        for rule, phrase in _phrases().that_may_match(folded(text[start:end]))
        for match in phrase.finditer(text, start, end)
    )
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
        word, metrics = _read(match[0])
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


def _apart(mentions: Iterator[MetricMention]) -> list[MetricMention]:
    """Of mentions that overlap, the longest."""
    apart: list[MetricMention] = []
    for mention in sorted(mentions, key=lambda found: (found.start, -found.end)):
        if apart and mention.start < apart[-1].end:
            if mention.end - mention.start > apart[-1].end - apart[-1].start:
                apart[-1] = mention
            continue
        apart.append(mention)
    return apart


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
        if mention.metric == "net_income" and stage is not None:
            between = text[stage.end : mention.start]
            if pattern("result_of_any_stage", FILE).fullmatch(mention.text) and _same_clause().fullmatch(
                between
            ):
                read.append(replace(mention, metric=stage.metric))
                continue
        if pattern("stage_of_result", FILE).fullmatch(mention.text):
            stage = mention
        read.append(mention)
    return read


@cache
def _same_clause() -> "regex.Pattern[str]":
    return regex.compile(r"(?:\s(?:\([^()]*\)|[\p{L}-]+|\d(?:[\d.,]*\d)?)){0,9}\s")
