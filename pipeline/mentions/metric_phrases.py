"""Finds the phrases that name a metric (`Ergebnis vor Steuern`), in any spelling and over ends of lines."""

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metric_words import MetricWords, metric_words
from pipeline.quantities.spelling import any_spelling
from pipeline.vocabulary.pieces import SpottedTogether, folded, needs_of

_WITHIN_SENTENCE = "[^.;!?]"
"""How phrases of the vocabulary write what may stand between their words."""

# `(?<=…)` at the start of a phrase, whatever brackets it holds.
_LOOKS_BACK = regex.compile(r"\(\?<=(?P<inner>(?:[^()\[\\]|\\.|\[(?:[^]\\]|\\.)*+\]|\((?&inner)\))*+)\)")


def find_phrases(text: str, start: int, end: int) -> list[MetricMention]:
    """Find the phrases in a part of a text.

    Args:
        text: The article.
        start: First code point to look at.
        end: First code point not to look at.

    Returns:
        Mentions in order; of those that overlap, the longest.
    """
    return _apart(
        MetricMention(match.start(), match.end(), match[0], rule.metric, rule.loss)
        for rule, phrase in _phrases().that_may_match(folded(text[start:end]))
        for match in phrase.finditer(text, start, end)
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


def _in_any_text(phrases: Iterable[str]) -> str:
    read = any_spelling("|".join(map(_word_first, phrases))).replace(" ", r"\s")
    # A dot in a number or after `Mio` ends no sentence.
    return read.replace(_WITHIN_SENTENCE, r"(?:[^.;!?]|\.(?=\d)|(?<=Mi[oa]|M[rl]d|Mill)\.)")


def _word_first(phrase: str) -> str:
    """A phrase that looks back only from where its own words stand, which takes half the time."""
    back = _LOOKS_BACK.match(phrase)
    return f"(?={phrase[back.end() :]}){phrase}" if back else phrase
