"""Finds the quantities that tell of one thing together: `um 8 Prozent auf 2,1 Mrd.`, `40 (Vorjahr: 38)`."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from pipeline.claims.fitting import unit_kind
from pipeline.claims.sentence import SOFT, Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern

Link = Literal["to", "from_to", "bracket", "after", "restated", "row"]

_FARTHEST = 90
"""Most code points between two quantities that belong together."""

_OPENING = 20
"""Code points from the start of a clause within which its first word and figure stand."""

_FEW_WORDS = r"(?:\s|(?:\p{Ll}+\s+){0,7}?)"


@dataclass(frozen=True, slots=True)
class Member:
    """A quantity in its group.

    Attributes:
        quantity: The quantity.
        link: How it hangs on the one before it, None for the first.
        following: How the next one hangs on it, None for the last.
        column: Its place in a row of a table, None outside tables.
    """

    quantity: Quantity
    link: Link | None
    following: Link | None
    column: int | None


@cache
def _connectors() -> tuple[tuple[Link, "regex.Pattern[str]"], ...]:
    """The whole text between two quantities for each link, in the order in which they are tried."""
    return (
        ("row", regex.compile(r"[ \t]*\|[ \t]*|(?:[ \t]*+\n[ \t]*+|[ \t\u00a0]{2,}+|\t){1,3}+")),
        ("to", regex.compile(rf"\s*(?:\([^()]*\)\s*)?(?:,\s*)?{_FEW_WORDS}{alternation('to')}\s*")),
        ("bracket", regex.compile(
            r"\s*(?:(?:der|des|aller|ihrer|seiner)\s)?(?:\p{L}+\s)?\(\s*(?:\p{L}+\.?\s?){0,4}(?:\d{4})?(?:/\d{2,4})?\s*:?\s*(?:\p{L}+\s){0,2}[+–-]?\s*"
        )),
        ("bracket", pattern("bracket_after_verb")),
        ("bracket", pattern("change_beside")),
        ("after", pattern("after_earlier")),
        ("restated", pattern("restated")),
    )  # fmt: skip


def link_between(sentence: Sentence, first: Quantity, second: Quantity) -> Link | None:
    """How two neighbouring quantities belong together.

    Args:
        sentence: The sentence of both.
        first: The quantity that stands first.
        second: The next one.

    Returns:
        `to` for `um 8 Prozent auf 2,1 Milliarden`, `from_to` for `von 12 auf 15 Prozent`, `bracket` for `40
        Millionen (Vorjahr: 38)`, `after` for `2,1 nach 1,9 Milliarden`, `restated` for the same amount in
        another currency, `row` for the cells of a table; None where each stands for itself.
    """
    gap = sentence.text[first.end : second.hedge_start]
    named_between = any(
        first.end <= mention.start < second.start and not mention.verb for mention in sentence.metrics
    )
    lead_first, lead_second = sentence.lead(first), sentence.lead(second)
    same_unit = first.unit == second.unit
    if len(gap) > _FARTHEST:
        return None
    if (lead_first, lead_second) == ("from", "to") and same_unit and _opens_clause(sentence, first, second):
        return "from_to"
    if named_between:
        return "bracket" if _own_noun_between(sentence, first, gap) else None
    told_of = first.unit != "percent" and second.unit == "percent"
    if told_of and second.signed and gap.strip() == ",":
        return "bracket"  # `16,4 Milliarden, +11 Prozent`
    for link, connector in _connectors():
        if not connector.fullmatch(gap):
            continue
        if link == "to":
            if told_of:
                continue  # `kam auf Erlöse von 397 Millionen und damit auf 2 Prozent mehr als erwartet`
            return "from_to" if lead_first == "from" or (same_unit and lead_first != "by") else "to"
        if link == "bracket" and "(" not in gap and not told_of:
            continue  # `16,4 Milliarden, plus 11 Prozent`: only a change is told so
        two_currencies = not same_unit and unit_kind(first.unit) == unit_kind(second.unit) == "money"
        if (link == "after" and not same_unit) or (link == "restated" and not two_currencies):
            continue
        return link
    if lead_second == "to" and sentence.boundaries(first.end, second.start) < SOFT:
        if lead_first == "by":
            return "to"
        if lead_first == "from" and same_unit:
            return "from_to"
    return None


@cache
def _noun_and_bracket() -> "regex.Pattern[str]":
    return regex.compile(
        r"\s(?P<noun>(?:(?!d\p{Ll}{2}\s)\p{Ll}+e[nrsm]?\s)?\p{Lu}[\p{L}-]+)(?:\s\p{Ll}+){0,2}\s\((?:\p{L}+\.?\s?){0,3}(?:\d{4})?(?:/\d{2,4})?:?\s*"
    )


def _own_noun_between(sentence: Sentence, first: Quantity, gap: str) -> bool:
    """Whether only the noun of the first one parts them: `weist 9,9 Mio. Euro Ebit aus (2016: 9,4)`."""
    told = _noun_and_bracket().fullmatch(gap)
    if told is None:
        return False
    end = first.end + told.end("noun")
    return any(first.end < mention.start and mention.end == end for mention in sentence.metrics)


def _opens_clause(sentence: Sentence, first: Quantity, second: Quantity) -> bool:
    """Whether the first of two opens their clause (`Von 12 Prozent stieg die Marge auf 15 Prozent`)."""
    begin, end = sentence.clause(first.start)
    return (
        first.start - begin < _OPENING
        and second.start < end
        and not sentence.quantities_between(begin, first.start)
    )


def group_quantities(sentence: Sentence) -> list[list[Member]]:
    """Cut the quantities of a sentence into groups that share their metric.

    Args:
        sentence: The sentence.

    Returns:
        Groups in order.
    """
    groups: list[list[tuple[Quantity, Link | None]]] = []
    for number, quantity in enumerate(sentence.quantities):
        link = link_between(sentence, sentence.quantities[number - 1], quantity) if number else None
        if link:
            groups[-1].append((quantity, link))
        else:
            groups.append([(quantity, None)])
    return [_members(group) for group in groups]


def _members(group: list[tuple[Quantity, Link | None]]) -> list[Member]:
    links = [link for _, link in group]
    return [
        Member(quantity, link, following, column if "row" in links else None)
        for column, ((quantity, link), following) in enumerate(zip(group, [*links[1:], None], strict=True))
    ]
