"""Whether a claim and a known figure are limited to the same division, product or variant of a metric."""

from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz

from pipeline.figures.certainty import Certainty
from pipeline.figures.known import KnownFigure
from pipeline.records.claim import Claim

PER_SHARE = frozenset({"dividend", "earnings_per_share"})

_STEM = 5  # letters that two words share at least: `täglich` and `tägliche`, not `mehr` and `mehrere`
_NEAR = 90.0


@cache
def _word_pattern() -> "regex.Pattern[str]":
    return regex.compile(r"\p{L}{5,}|\p{Lu}\p{L}+|\d[\d.,]*\d")


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """Long words, nouns, abbreviations and numbers."""
    return frozenset(word.casefold() for word in _word_pattern().findall(text))


@lru_cache(maxsize=1 << 14)
def _plain(segment: str) -> str:
    return " ".join(regex.sub(r"[^\p{L}\d]+", " ", segment.casefold()).split())


def named_in(segment: str, text: str) -> bool:
    """Whether at least half of a segment's words stand in a text, inflected or as part of a compound.

    `Kunden mit mehr als 10 Mitarbeitern` is named in `Firmenkunden mit mehr als zehn Mitarbeitern`.
    """
    asked, given = _words(segment), _words(text)
    found = sum(any(_akin(word, other) for other in given) for word in asked)
    return bool(asked) and 2 * found >= len(asked)


def _akin(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if not shorter[0].isalpha():
        return False
    if len(shorter) < _STEM:
        return False
    return longer.endswith(shorter) or longer[:_STEM] == shorter[:_STEM]


def same_segment(claim: Claim, figure: KnownFigure) -> Certainty | None:
    """How sure it is that both speak of the same part of the company; None where they do not.

    A claim without a segment may still mean a variant of the headline figure that the table keeps beside it,
    such as the profit after minorities. A claim with one does not mean the headline figure, but for a class
    of shares, of which the headline may be one: BMW's `Stammaktie`, VW's `Vorzugsaktie`.
    """
    if not claim.segment:
        return Certainty.POSSIBLE if figure.segment else Certainty.CERTAIN
    if not figure.segment:
        return Certainty.POSSIBLE if claim.metric in PER_SHARE else None
    asked, known = _plain(claim.segment), _plain(figure.segment)
    if asked == known:
        return Certainty.CERTAIN
    if fuzz.ratio(asked, known) >= _NEAR:
        return Certainty.LIKELY
    shared = named_in(figure.segment, f"{claim.segment} {claim.sentence}") or named_in(
        claim.segment, figure.segment
    )
    return Certainty.POSSIBLE if shared else None
