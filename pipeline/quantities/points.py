"""Tells the points of a rate from those of an index: `die Marge stieg um zwei Punkte auf 9 Prozent`."""

from functools import cache

import regex

from pipeline.quantities.quantity import Quantity

_MOST = 10
"""Points below which they can be those of a percentage."""
_REACH = 60
"""Code points from a percentage, or the noun of a rate, to its points."""


@cache
def _rate_before() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?:[Mm]arge|[Qq]uote|[Rr]endite|[Mm]arktanteil)\b[^.;:!?\d]*(?<!\p{L})um [\p{Ll} ]*$"
    )


@cache
def _more_than_before() -> "regex.Pattern[str]":
    """`58 Prozent kamen aus dem Ausland, zwei Punkte weniger als im Vorjahr`."""
    return regex.compile(r"\s(?:mehr|weniger|höher|niedriger|tiefer|besser|schlechter)\b")


@cache
def _reaches() -> "regex.Pattern[str]":
    """What stands between points and the level to which they lead."""
    return regex.compile(r"\s*(?:\p{Ll}+\s){0,2}(?:auf|zu|bei)\s(?:\p{Ll}+\s){0,3}")


def points_of_a_rate(text: str, quantities: list[Quantity], index: int) -> bool:
    """Tell whether points are those of a rate: `5,4 Prozent, 0,1 Punkte mehr`, `um 0,5 Punkte auf 4 Prozent`.

    Args:
        text: The article in plain characters.
        quantities: Its quantities in order.
        index: Which of them is asked about.
    """
    quantity = quantities[index]
    if quantity.unit != "points" or abs(quantity.high) >= _MOST:
        return False
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    if following is not None and _reaches().fullmatch(text[quantity.end : following.start]):
        return following.unit == "percent"  # `um 5,5 Punkte auf 15.632 Zähler` tells of an index
    before = quantities[index - 1] if index else None
    beside = before is not None and before.unit == "percent" and quantity.start - before.end < _REACH
    if quantity.decimal:
        return beside
    if beside and before is not None and _more_than_before().match(text, quantity.end):
        return "," in text[before.end : quantity.start]
    return _rate_before().search(text, max(0, quantity.start - _REACH), quantity.start) is not None
