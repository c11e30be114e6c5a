"""Chooses the company that a figure belongs to by where it stands."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.mentions.mention import CompanyMention

_REFERENCE: Final = 0.5
"""Weight of a reference beside a name in telling what a document is about."""
_FIRST: Final = 1.0
"""Extra weight of the company that a document names first."""
_DOMINANT: Final = 0.5
"""Share from which a company is the one that the whole document is about."""
_BESIDE: Final = 8
"""Code points between a name and its figure in `Erste Group (plus 1,15 Prozent)`."""
_TAKEN_UP: Final = 100
"""Code points from the last name to a sentence that goes on about it."""


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?]\s+|\n\s*)(?:(?:Der|Die|Das)\s+)?(?:[a-zäöü][\w-]{1,40}\s+)?(?:[A-ZÄÖÜ][\w-]{1,40}\s+)?\Z"
    )


def _opens(text: str, mention: CompanyMention) -> bool:
    """Whether a name is the subject that opens its sentence, alone or after its noun."""
    if not mention.subject or mention.role != "name":
        return False
    follows = text[mention.end : mention.end + 2]
    return (
        follows[:1] == " "
        and follows[1:].islower()
        and bool(_opening().search(text[max(0, mention.start - 90) : mention.start]))
    )


def main_company(mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """Find the company that a document is mostly about.

    Args:
        mentions: All mentions of the document, in order.

    Returns:
        The first mention of that company, None where the document speaks of no company.
    """
    weights = _weights(mentions)
    if not weights:
        return mentions[0] if mentions else None
    best = max(weights, key=lambda name: weights[name])
    return next(mention for mention in mentions if mention.name == best and mention.subject)


def _weights(mentions: Sequence[CompanyMention]) -> dict[str, float]:
    """How much a document speaks of each company, in the order of their first mention."""
    weights: dict[str, float] = {}
    for mention in mentions:
        if mention.subject:
            first = _FIRST if not weights else 0.0
            weight = 1.0 if mention.role == "name" else _REFERENCE
            weights[mention.name] = weights.get(mention.name, 0.0) + weight + first
    return weights


def choose_company(
    mentions: Sequence[CompanyMention],
    sentence_start: int,
    sentence_end: int,
    claim_start: int,
    claim_end: int,
    text: str = "",
) -> CompanyMention | None:
    """Choose the company that a figure most likely belongs to by where it stands.

    In its sentence that is the last company before the figure, else the first one after it. A sentence that
    names none goes on about the one that opens the sentence before it (`Der Autobauer Hendrikson verdiente
    weniger.`), else about the company of the whole document where there is one, else about the last one.

    Args:
        mentions: All mentions of the document, in order.
        sentence_start: First code point of the sentence that holds the figure.
        sentence_end: Code point after it.
        claim_start: First code point of the figure.
        claim_end: Code point after it.
        text: The article; without it no sentence is taken up.

    Returns:
        The mention, None where the document speaks of no company.
    """
    inside = [mention for mention in mentions if sentence_start <= mention.start < sentence_end]
    before = [mention for mention in inside if mention.end <= claim_start]
    spoken = [mention for mention in before if mention.subject]
    if spoken:
        return spoken[-1]
    if before and claim_start - before[-1].end <= _BESIDE:
        return before[-1]
    after = next((mention for mention in inside if mention.subject and mention.start >= claim_end), None)
    if after is not None:
        return after
    last = next((mention for mention in reversed(mentions) if mention.end <= sentence_start), None)
    if last is not None and sentence_start - last.end <= _TAKEN_UP and _opens(text, last):
        return last
    main, weights = main_company(mentions), _weights(mentions)
    if main is None or weights.get(main.name, 0.0) >= _DOMINANT * sum(weights.values()):
        return main
    return next(
        (mention for mention in reversed(mentions) if mention.subject and mention.end <= sentence_start), main
    )
