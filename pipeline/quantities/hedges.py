"""Finds the word that hedges a number: `rund`, `knapp`, `bis zu`, `oder mehr`."""

from functools import cache
from typing import Literal

import regex
from pydantic import Field

from pipeline.quantities.spelling import any_spelling
from pipeline.quantities.units import alternation
from pipeline.vocabulary.loading import Rule, load_rules
from pipeline.vocabulary.patterns import alternation as wording_forms


class Hedge(Rule):
    """Words that hedge a number.

    Attributes:
        qualifier: How they hedge it.
        forms: Regular expressions.
        lead: For words after the number, what must stand before it (`von 80 Euro aufwärts`).
    """

    qualifier: Literal["about", "under", "over", "at_most", "at_least"]
    forms: list[str] = Field(min_length=1)
    lead: str = ""


FILE = "hedges.toml"

_HALF = 10
"""Code points of a number that tell whether it is `die Hälfte`."""


def _words(name: str) -> str:
    """The forms of a wording as one group, in any spelling."""
    return any_spelling(wording_forms(name, FILE))


@cache
def hedges(side: Literal["before", "after"]) -> tuple[Hedge, ...]:
    """The hedges of the vocabulary.

    Args:
        side: Those that stand before the number, or after it.
    """
    return load_rules(FILE, side, Hedge)


@cache
def _before_pattern() -> "regex.Pattern[str]":
    # The longest form of all decides: `kaum mehr als` is `under`, though `mehr als` in it is `over`.
    named = [(form, hedge.qualifier) for hedge in hedges("before") for form in hedge.forms]
    named.sort(key=lambda pair: -len(pair[0]))
    groups = "|".join(f"(?P<{qualifier}>{any_spelling(form)})" for form, qualifier in named)
    filler = rf"(?:{_words('filler')}\s+){{0,2}}"
    begins = rf"(?<![\w-])|(?<=(?<![\w-]){_words('glued')})"
    return regex.compile(rf"(?r)(?:{begins})(?:{groups})\s*{filler}", regex.IGNORECASE)


@cache
def _after_patterns() -> tuple[tuple[str, "regex.Pattern[str]", "regex.Pattern[str]"], ...]:
    return tuple(
        (
            hedge.qualifier,
            regex.compile(rf"(?r)(?<!\p{{L}})(?:{hedge.lead})\s" if hedge.lead else "(?r)"),
            regex.compile(rf"\s*{alternation(hedge.forms)}(?!\w)"),
        )
        for hedge in hedges("after")
    )


@cache
def _compares() -> "regex.Pattern[str]":
    return regex.compile(rf"{_words('compares')}\s*$", regex.IGNORECASE)


@cache
def _by_half() -> "regex.Pattern[str]":
    return regex.compile(rf"{_words('by_the')} {_words('half')}", regex.IGNORECASE)


@cache
def _over() -> "regex.Pattern[str]":
    return regex.compile(_words("over"), regex.IGNORECASE)


@cache
def _no_hedge() -> "regex.Pattern[str]":
    """What `über` follows without hedging: `Kredit über 5 Millionen Euro`, `verfügt neu über 19 Mandate`."""
    verb = rf"(?<!\p{{L}}){_words('has_at_hand')}(?: [^\s,.;]+){{0,9}}"
    return regex.compile(
        rf"(?r)(?:{verb}|(?<!\w){_words('amount_over')}(?: (?:aus|von|für|mit|des|der) \p{{L}}+)?)\s+",
        regex.IGNORECASE,
    )


@cache
def _falling() -> "regex.Pattern[str]":
    return regex.compile(rf"(?r)(?<!\w){_words('falling')}(?!\w)[^.!?]{{0,40}}", regex.IGNORECASE)


@cache
def _mark_compound() -> "regex.Pattern[str]":
    return regex.compile(rf"-{_words('marke')}$", regex.IGNORECASE)


@cache
def _mark() -> "regex.Pattern[str]":
    passing = rf"(?:(?P<down>{_words('passing_down')})|{_words('passing_up')})"
    return regex.compile(rf"(?r)(?<!\w){passing}(?: [^\s.,;]+){{0,4}} {_words('mark_of')} ?")


@cache
def _crossing() -> "regex.Pattern[str]":
    return regex.compile(
        rf"(?r)(?<!\w){_words('crossing_up')}(?: [^\s.,;\d]+){{0,3}}(?<! (?:mit|um|bei|nach)) ?"
    )


@cache
def _bound() -> "regex.Pattern[str]":
    """A noun that makes its number a bound: `eine Mindestdividende in Höhe von 2 Euro`."""
    return regex.compile(
        rf"(?r)(?<!\w)(?:(?P<at_least>{_words('least_noun')})|{_words('most_noun')})(?: in Höhe)? von "
    )


def _of_bound(text: str, start: int) -> str:
    noun = _bound().match(text, 0, start)
    if noun is None:
        return "exact"
    return "at_least" if noun["at_least"] else "at_most"


def _of_mark(text: str, start: int, compound: str) -> str:
    """How a number that is a mark is passed: over it, unless something falls below it."""
    if _mark_compound().search(f"-{compound}"):  # die 400-Millionen-Marke
        return "under" if _falling().match(text, 0, start) else "over"
    named = _mark().match(text, 0, start)
    if named is None:
        return "over" if _crossing().match(text, 0, start) else "exact"
    return "under" if named["down"] else "over"


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
    if _compares().search(match[0]) and text[start : start + 1].isdecimal():
        return "exact", start  # `etwas weniger als die 769 Millionen Euro aus dem Vorjahr`
    begin = match.start()
    if _by_half().match(f"{match[0].strip()} {text[start : start + _HALF]}"):
        return "exact", start  # `um die Hälfte teurer`
    over = _over().match(match[0])
    if over and _no_hedge().match(text, 0, begin):
        match = _before_pattern().match(text, begin + over.end(), start)  # `ein Kredit über rund 5 Millionen`
        return (str(match.lastgroup), match.start()) if match else ("exact", start)
    return str(match.lastgroup), begin


def _hedge_after(text: str, start: int, end: int) -> str:
    """The hedge directly after a number (`10 Prozent oder mehr`), `exact` where there is none."""
    for qualifier, lead, pattern in _after_patterns():
        if pattern.match(text, end) and lead.match(text, 0, start):
            return qualifier
    return "exact"


def hedge_of(
    text: str, start: int, end: int, *, inner: str | None = None, compound: str = ""
) -> tuple[str, int]:
    """How a number is hedged, by the words before it, inside it or after it.

    Args:
        text: The article.
        start: First code point of the number and its unit.
        end: First code point after them.
        inner: The hedge inside it (`gut` in `ein gutes Drittel`).
        compound: The rest of the compound that it begins (`Marke`).

    Returns:
        Qualifier and where the words before the number begin that hedge it, `start` where none do.
    """
    qualifier, hedge_start = hedge_before(text, start)
    if inner:
        return ("over" if inner.casefold() == "gut" else "under"), hedge_start
    if qualifier == "exact":
        qualifier = _hedge_after(text, start, end)
    if qualifier == "exact":
        qualifier = _of_bound(text, start)
    return (_of_mark(text, start, compound) if qualifier == "exact" else qualifier), hedge_start
