"""Gives the bare numbers of a list the unit that its first line tells: `- Eis 9,7 Mrd DM`, `- Nüsse 4,8`."""

from functools import cache

import regex

from pipeline.quantities.quantity import Quantity
from pipeline.quantities.ranges import scaled_like


@cache
def _line() -> "regex.Pattern[str]":
    """A line of a list: its sign, a name without figures, a number, and what the number is beside it."""
    name = r"[^\d\n.!?:;()]{2,40}?"
    return regex.compile(
        rf"^[ \t]*[-–—•*·>][ \t]*{name}[ \t:]*(?P<number>[+\-–−]?\d[^\n()]*)"
        r"(?P<beside>\([^()\n]*\))?[ \t;,]*$",
        regex.MULTILINE,
    )


@cache
def _alone() -> "regex.Pattern[str]":
    """What may stand after the number that a line tells, if it tells nothing more."""
    return regex.compile(r"[ \t;,.]*")


def _of_part(quantities: list[Quantity], start: int, end: int) -> int | None:
    """The place of the only quantity in a part of a line."""
    inside = [place for place, quantity in enumerate(quantities) if start <= quantity.start < end]
    return inside[0] if len(inside) == 1 and quantities[inside[0]].form == "number" else None


def lend_down_lists(text: str, quantities: list[Quantity]) -> None:
    """Complete the bare numbers of each line of a list by the line above, its bracket by that bracket.

    Args:
        text: The article in plain characters.
        quantities: Quantities in order, ranges joined; changed in place.
    """
    end, told = -1, dict[str, int]()
    for line in _line().finditer(text):
        if text[end : line.start()] != "\n":
            told = {}
        end = line.end()
        for part in ("number", "beside"):
            place = _of_part(quantities, *line.span(part))
            if place is None:
                continue
            if part in told and _alone().fullmatch(text[quantities[place].end : line.end(part)].rstrip(")")):
                _lend(quantities, told[part], place)
            if quantities[place].unit not in (None, "factor", "count"):
                told[part] = place


def _lend(quantities: list[Quantity], giver: int, taker: int) -> None:
    found = quantities[taker]
    if found.unit is None and not found.scaled:
        quantities[taker] = scaled_like(found, quantities[giver], quantities[giver].unit)
