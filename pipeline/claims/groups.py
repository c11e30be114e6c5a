"""Finds the quantities that tell of one thing together: `um 8 Prozent auf 2,1 Milliarden`, `40 Millionen (Vorjahr: 38)`."""

from functools import cache
from typing import Literal

import regex

from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity

Link = Literal["to", "from_to", "bracket", "after", "restated", "row"]


@cache
def _patterns() -> tuple[tuple[Link, "regex.Pattern[str]"], ...]:
    blank = r"(?:\s|(?:[\p{Ll}]+\s+){0,7}?)"
    return (
        ("row", regex.compile(r"[ \t]*\|[ \t]*|(?:[ \t\u00a0]{2,}|\t|[ \t]*\n[ \t]*){1,3}")),
        (
            "to",
            regex.compile(
                rf"\s*(?:\([^()]*\)\s*)?(?:,\s*)?{blank}auf\s*(?:nun|jetzt|noch|nur|insgesamt|aktuell|zuletzt|minus|plus)?\s*"
            ),
        ),
        (
            "bracket",
            regex.compile(
                r"\s*(?:\p{L}+\s){0,1}\(\s*(?:[\p{L}]+\.?\s?){0,4}(?:\d{4})?(?:/\d{2,4})?\s*:?\s*(?:[\p{Ll}]+\s){0,2}[+–-]?\s*",
                regex.IGNORECASE,
            ),
        ),
        (
            "after",
            regex.compile(
                r"\s*,?\s*(?:nach|gegenüber|statt|verglichen mit|im Vergleich zu|von|anstatt)\s+(?:noch|zuvor|bisher|bislang|rund|minus|plus|einem|einer|zunächst|erst)?\s*"
            ),
        ),
        (
            "restated",
            regex.compile(
                r"\s*(?:beziehungsweise|oder umgerechnet|umgerechnet|oder rund|, umgerechnet|–|/)\s*(?:rund|etwa)?\s*"
            ),
        ),
    )


def _is_money(quantity: Quantity) -> bool:
    return quantity.unit is not None and len(quantity.unit) == 3 and quantity.unit.isupper()


def link_between(sentence: Sentence, first: Quantity, second: Quantity) -> Link | None:
    """How two neighbouring quantities belong together.

    Args:
        sentence: The sentence of both.
        first: The quantity that stands first.
        second: The next one.

    Returns:
        `to` for `um 8 Prozent auf 2,1 Milliarden`, `from_to` for `von 12 auf 15 Prozent`, `bracket` for `40
        Millionen (Vorjahr: 38)`, `after` for `2,1 nach 1,9 Milliarden`, `restated` for the same amount again, `row` for the cells of a table; None where each stands for itself.
    """
    gap = sentence.text[first.end : second.hedge_start]
    if len(gap) > 90 or any(
        first.end <= mention.start < second.start and not mention.verb for mention in sentence.metrics
    ):
        return None
    lead_first, lead_second = sentence.lead(first), sentence.lead(second)
    for link, pattern in _patterns():
        if not pattern.fullmatch(gap):
            continue
        if link == "to":
            if lead_first in ("von", "vom") or (first.unit == second.unit and lead_first != "um"):
                return "from_to"
            return "to" if first.unit != second.unit or lead_first == "um" else None
        if link == "after" and first.unit != second.unit:
            continue
        if link == "restated" and not (_is_money(first) and _is_money(second) and first.unit != second.unit):
            continue
        return link
    if lead_first == "um" and lead_second == "auf" and sentence.boundaries(first.end, second.start) < 1.0:
        return "to"
    if (
        lead_first == "von"
        and lead_second == "auf"
        and first.unit == second.unit
        and sentence.boundaries(first.end, second.start) < 1.0
    ):
        return "from_to"
    return None


def group_quantities(sentence: Sentence) -> list[list[tuple[Quantity, Link | None]]]:
    """Cut the quantities of a sentence into groups that share their metric.

    Args:
        sentence: The sentence.

    Returns:
        Groups in order; each quantity with its link to the one before it, None for the first of a group.
    """
    groups: list[list[tuple[Quantity, Link | None]]] = []
    previous: Quantity | None = None
    for quantity in sentence.quantities:
        link = link_between(sentence, previous, quantity) if previous else None
        if link and groups:
            groups[-1].append((quantity, link))
        else:
            groups.append([(quantity, None)])
        previous = quantity
    return groups
