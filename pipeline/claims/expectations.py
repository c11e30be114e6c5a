"""Finds the expectation that a figure is held against: `3 Prozent über der Prognose`."""

from dataclasses import dataclass
from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import kinds_of, unit_kind
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import EARNED
from pipeline.claims.sentence import SOFT, Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern

_REACH = 2
"""Sentences back to which costs can stand between a result and what was expected of it."""

_NEAR = 70
"""Most code points between a figure and the expectation that it lies above or below."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How far something lies above or below what was expected.

    Attributes:
        sign: 1 above, -1 below.
        reference: `consensus` for what analysts and the market expected, `forecast` for any other outlook.
        words: The words that tell it.
    """

    sign: int
    reference: str
    words: str


@cache
def _beside() -> "regex.Pattern[str]":
    """What leads from a figure to the expectation that it is above or below, all without another figure."""
    sides = f"(?:(?P<above>{alternation('above')})|(?P<below>{alternation('below')}))"
    what = f"(?:{alternation('expectation')}|{alternation('expected')}|{alternation('analysts')})"
    return regex.compile(rf"(?i)\s{sides}\s(?:[\p{{L}}-]+\s){{0,6}}?{what}(?!\w)")


def expectation_gap(sentence: Sentence, quantity: Quantity) -> Gap | None:
    """How a figure lies to what was expected, where the figure is the distance.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        The gap; None where the figure is no distance from an expectation.
    """
    beside = _beside().match(sentence.after(quantity.end, _NEAR))
    if beside and not sentence.is_hedge(quantity.end + 1):
        return _gap(sentence, quantity, 1 if beside["above"] else -1, beside[0].strip())
    if sentence.lead(quantity) != "by":
        return None
    begin, end = sentence.predicate(quantity.start)
    for sign, name in ((1, "surpassed"), (-1, "missed")):
        verb = pattern(name).search(sentence.text, begin, end)
        if verb and _expected(sentence, begin, end):
            return _gap(sentence, quantity, sign, verb[0])
    return None


def _expected(sentence: Sentence, begin: int, end: int) -> "regex.Match[str] | None":
    for name in ("expectation", "analysts"):
        match = pattern(name).search(sentence.text, begin, end)
        if match:
            return match
    return None


def _gap(sentence: Sentence, quantity: Quantity, sign: int, words: str) -> Gap:
    begin, end = sentence.clause(quantity.start, SOFT)
    clause = f"{sentence.text[begin:end]} {words}"
    whose_market = pattern("analysts").search(clause)
    guessed = pattern("guessed").search(clause) and not pattern("own_outlook").search(clause)
    return Gap(sign, "consensus" if whose_market or guessed else "forecast", words)


def result_guessed(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The result that analysts guessed at, and not what was told beside it: `Darin stecken 3 Mio. Kosten`.

    Args:
        memory: What the document spoke of last.
        sentence: A sentence that names no metric.
        quantity: Its quantity.

    Returns:
        An attachment to the result; None where nobody guesses, or where nothing was told beside a result.
    """
    last = memory.last
    if last is None or "money" not in kinds_of(sentence, quantity) or not quantity.scaled:
        return None
    if not sentence.cues_in(sentence.start, sentence.end, "consensus"):
        return None
    costs = any(other.metric == "costs" for other in memory.recent(_REACH))
    apart = last.unit == "percent" and last.metric in EARNED
    for other in memory.recent(_REACH + 1 if costs else 1):
        told = other.kind == "level" and other.status == "reported" and unit_kind(other.unit) == "money"
        if other.metric in EARNED and told and not other.earlier:
            same = costs or (apart and other.sentence_start == last.sentence_start)
            if same and other.metric != last.metric:
                return Attachment(other.metric, None, 0.5, 0.5, "the result told before", carried=True)
            return None
    return None
