"""Reads from a claim's words what its record does not keep: a near hedge, a fraction, `viermal mehr`."""

from functools import cache
from typing import Literal

import regex
from pydantic import Field

from pipeline.figures.intervals import Reach, Stated
from pipeline.quantities.hedges import hedge_before
from pipeline.records.claim import Claim
from pipeline.vocabulary.loading import Rule, load_rules

_TURNED = {"over": "under", "under": "over", "at_most": "at_least", "at_least": "at_most"}


class HedgeWords(Rule):
    """Hedges that say alike how far the value may be."""

    forms: list[str] = Field(min_length=1)


Table = Literal["near", "wide", "on_top", "fraction"]


@cache
def hedge_words(table: Table) -> tuple[HedgeWords, ...]:
    """The words of one table of the vocabulary."""
    return load_rules("near_hedges.toml", table, HedgeWords)


@cache
def _pattern(table: Table) -> "regex.Pattern[str]":
    forms = "|".join(form for rule in hedge_words(table) for form in rule.forms)
    return regex.compile(rf"\s*(?:{forms})", regex.IGNORECASE)


def stated_number(claim: Claim) -> Stated:
    """The number of a claim with its precision and hedge."""
    reach = reach_of(claim.sentence, claim.text) if claim.qualifier in ("under", "over") else None
    fraction = claim.unit == "percent" and bool(_pattern("fraction").match(claim.text))
    qualifier: str = claim.qualifier
    precision = claim.precision
    if claim.unit == "factor":
        # `mehr als halbiert` says of the value that it is under 0.5; and half of 0.5 would be as much again.
        qualifier = _TURNED.get(qualifier, qualifier) if abs(claim.high) < 1 else qualifier
        precision = min(precision, abs(claim.high) / 4)
    return Stated(claim.low, claim.high, precision, qualifier, reach, fraction)


def reach_of(sentence: str, number: str) -> Reach | None:
    """What the hedge before a number says of distance.

    Args:
        sentence: The sentence that states the number.
        number: The number as it stands there.

    Returns:
        `near` (`knapp`, `gut`), `wide` (`unter`, `mehr als`), None where the sentence does not show it.
    """
    at = sentence.find(number)
    if at < 0 or not number:
        return None
    _, begin = hedge_before(sentence, at)
    word = sentence[begin:at].strip()
    for reach in ("near", "wide"):
        if word and _pattern(reach).match(word):
            return reach
    return None


def on_top(claim: Claim) -> bool:
    """Whether a factor may come on top of the old number: `viermal mehr` is told of 354 percent growth."""
    at = claim.sentence.find(claim.text)
    return at >= 0 and bool(_pattern("on_top").match(claim.sentence, at + len(claim.text)))
