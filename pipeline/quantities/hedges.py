"""Finds the word that hedges a number: `rund`, `knapp`, `bis zu`, `oder mehr`."""

from functools import cache
from typing import Literal

import regex
from pydantic import Field

from pipeline.quantities.units import alternation
from pipeline.vocabulary.loading import Rule, load_rules


class Hedge(Rule):
    """Words that hedge a number."""

    qualifier: Literal["about", "under", "over", "at_most", "at_least"]
    forms: list[str] = Field(min_length=1)


# `um rund die Hälfte`, `mehr als nur ein Drittel`: what may stand between a hedge and its number.
_FILLER = r"(?:(?:die|der|einem|einer|einen|nur|noch|insgesamt|jeweils|weitere[nr]?|etwa|rund)\s+){0,2}"


@cache
def hedges(side: Literal["before", "after"]) -> tuple[Hedge, ...]:
    """The hedges of the vocabulary.

    Args:
        side: Those that stand before the number, or after it.
    """
    return load_rules("hedges.toml", side, Hedge)


@cache
def _before_pattern() -> "regex.Pattern[str]":
    # The longest form of all decides: `kaum mehr als` is `under`, though `mehr als` in it is `over`.
    named = [(form, hedge.qualifier) for hedge in hedges("before") for form in hedge.forms]
    named.sort(key=lambda pair: -len(pair[0]))
    groups = "|".join(f"(?P<{qualifier}>{form})" for form, qualifier in named)
    return regex.compile(rf"(?r)(?<![\w-])(?:{groups})\s*{_FILLER}", regex.IGNORECASE)


@cache
def _after_patterns() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple(
        (hedge.qualifier, regex.compile(rf"\s*{alternation(hedge.forms)}(?!\w)")) for hedge in hedges("after")
    )


@cache
def _amount_noun() -> "regex.Pattern[str]":
    # `Kredit über 5 Millionen Euro` names an amount and hedges nothing.
    return regex.compile(
        r"(?r)(?:[Kk]redit|[Vv]ertrag|[Dd]arlehen|[Aa]nleihe|[Aa]uftrag|[Ss]check|[Rr]echnung|[Ff]inanzierungsrunde"
        r"|[Pp]rogramm|[Aa]ufträge|[Ee]mission|[Pp]olice|[Bb]estellung)\p{Ll}*\s+"
    )


@cache
def _falling() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?r)(?<!\w)(?:unter|unterhalb|verl\w+|f[iä]\w*l\w*|sank|rutsch\w+)(?!\w)[^.!?]{0,40}",
        regex.IGNORECASE,
    )


def hedge_of_mark(text: str, start: int) -> str:
    """How a number that is a mark is passed.

    Args:
        text: The article.
        start: First code point of the number.

    Returns:
        `over` for `übersteigt die 400-Millionen-Marke`, `under` where something falls below it.
    """
    return "under" if _falling().match(text, 0, start) else "over"


def hedge_before(text: str, start: int) -> tuple[str, int]:
    """The hedge directly before a number.

    Args:
        text: The article.
        start: First code point of the number.

    Returns:
        Qualifier and where the hedge begins; (`exact`, start) where there is none.
    """
    match = _before_pattern().match(text, 0, start)
    if match is None:
        return "exact", start
    begin = match.start()
    if match[0].lower().startswith("über") and _amount_noun().match(text, 0, begin):
        return "exact", start
    return str(match.lastgroup), begin


def hedge_after(text: str, end: int) -> str:
    """The hedge directly after a number (`10 Prozent oder mehr`), `exact` where there is none.

    Args:
        text: The article.
        end: First code point after the number and its unit.
    """
    for qualifier, pattern in _after_patterns():
        if pattern.match(text, end):
            return qualifier
    return "exact"
