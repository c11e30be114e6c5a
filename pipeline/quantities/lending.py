"""Gives bare numbers the scale and unit of their neighbours: `von 6,8 auf 8,8 Milliarden Euro`."""

from dataclasses import replace
from functools import cache

import regex

from pipeline.quantities.listed import lend_down_lists
from pipeline.quantities.points import points_of_a_rate
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.ranges import hedge_between, link, scaled_like
from pipeline.quantities.units import is_currency, measure_after

FORWARD_REACH, BACKWARD_REACH, PARALLEL_REACH = 60, 80, 250
"""Code points over which a unit is lent: to a number before it, after it, in a clause built alike."""

_NAMED_BEFORE = 30
"""Code points before a number in which the noun can stand that leaves it without a unit."""

_OF_NO_THING = ("percent", "percentage_points", "points", "factor", "count")
"""Units of rates and of numbers of pieces."""

LARGEST_OF_A_SCALE = 1000
"""No bare number from here on is one of millions."""

RECALL_REACH = 160
"""Code points over which `waren es 51` takes up the figure spoken of before."""


@cache
def _forward() -> "regex.Pattern[str]":
    """What may stand between a bare number and the giver after it."""
    aside = rf"(?:\([^()]{{0,40}}\)\s*|\({link('year_before')}?:?\s*)?"
    words = rf"(?:(?<!\w){link('forward')}(?:\s+|(?<=\.)|$))+"
    return regex.compile(rf"\s*{aside}(?:[,/]\s*)?{words}{hedge_between()}", regex.IGNORECASE)


@cache
def _list() -> "regex.Pattern[str]":
    """A list of names and decimals (`9,06, Mercedes 5,20 und der Konkurrent BMW 8,50 Euro`)."""
    name = rf"(?:\p{{Lu}}[\p{{L}}&.-]*|\d+|{link('in_a_list')})"
    return regex.compile(rf"(?:,| und| sowie)\s(?:{name}\s){{0,4}}{name}\s?")


@cache
def _backward() -> "regex.Pattern[str]":
    """What leads from the giver to a bare number: `(Vorjahr: 38)`, `nach 388,6 im Vorjahr`."""
    words = rf"(?:\(|:|(?<!\w){link('backward')})\s*(?:{link('backward_filler')}\s*){{0,2}}"
    return regex.compile(rf"(?r){words}", regex.IGNORECASE)


@cache
def _earlier_sentence() -> "regex.Pattern[str]":
    """A sentence that tells the same of an earlier time: `… 2,4 Mrd. Euro um. Im Jahr davor waren es 2,1`."""
    told = rf"{link('earlier_time')}\s{link('earlier_was')}\s"
    return regex.compile(rf"[^.!?\n]{{0,40}}[.!]\s{told}{hedge_between()}", regex.IGNORECASE)


@cache
def _ratio() -> "regex.Pattern[str]":
    """A noun whose figure has no unit: `das Verhältnis lag bei 0,82`."""
    return regex.compile(rf"(?i){link('without_unit')}\s")


@cache
def _number_of() -> "regex.Pattern[str]":
    """What counts what it names: `auf 10,1 Milliarden Euro, und die Zahl der Kunden auf 46,9 Millionen`."""
    return regex.compile(rf"(?i)(?<!\w){link('number_of')}(?!\w)")


@cache
def _sentence_end() -> "regex.Pattern[str]":
    # The dot of `(1. Halbjahr 2019: 341,2)` ends nothing.
    return regex.compile(r"(?<![\s(]\d)[.!?]\s*\p{Lu}|\n")


@cache
def _counted_noun() -> "regex.Pattern[str]":
    noun = r"(?:\p{Ll}+e[nrsm]?\s)?\p{Lu}\p{L}{2,}"
    return regex.compile(rf"\s(?!{link('not_counted')}){noun}")


@cache
def _lead(name: str) -> "regex.Pattern[str]":
    return regex.compile(rf"(?r)(?<!\w){link(name)}\s*", regex.IGNORECASE)


@cache
def _to() -> "regex.Pattern[str]":
    return regex.compile(rf"\s*{link('reached')}(?!\w)")


def _bare(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.form == "number"


def _has_unit(quantity: Quantity) -> bool:
    return quantity.form == "number" and quantity.unit not in (None, "factor", "count")


def _gives(quantity: Quantity) -> bool:
    """Whether a number has what another can take: a unit, or a scale alone (`5,1 Millionen`)."""
    return _has_unit(quantity) or (quantity.form == "number" and quantity.scaled)


def _takes(taker: Quantity, unit: str | None) -> bool:
    """Whether a number can be told in a unit: `184 Millionen` and `206.000` are no percentages."""
    large = taker.scaled or (taker.low >= 1000 and not taker.decimal)
    return is_currency(unit) or _is_physical(unit) or not large or (unit is None and not taker.scaled)


def _is_physical(unit: str | None) -> bool:
    """Whether a unit measures a thing: a ton, a barrel, an hour of kilowatts."""
    return unit not in (None, *_OF_NO_THING) and not is_currency(unit)


def _lend_to_bracket(text: str, quantities: list[Quantity]) -> None:
    """`210 (Vorjahr: 190) Millionen Euro`: what stands after the bracket measures both numbers."""
    for index in range(1, len(quantities)):
        first, second = quantities[index - 1], quantities[index]
        bracket = text[first.end : second.start]
        if not (_bare(first) and _bare(second)) or not text.startswith(")", second.end) or "(" not in bracket:
            continue
        measure = measure_after(text, second.end + 1)
        if measure is None or len(bracket) > FORWARD_REACH:
            continue
        giver = replace(second, unit=measure.unit, multiplier=float(measure.scale * measure.factor))
        quantities[index - 1] = scaled_like(first, giver, measure.unit)
        quantities[index] = scaled_like(second, giver, measure.unit)


def _raised_by_percent(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a clause built alike tells percent: `um 8 Prozent auf 2,1 Mrd., der Gewinn um 5 auf 0,2`."""
    taker = quantities[index]
    return any(
        before.unit == "percent"
        and taker.start - before.end < PARALLEL_REACH
        and _lead("by").match(text, 0, before.hedge_start)
        and _to().match(text, before.end)
        for before in quantities[:index]
    )


def _lend_forward(text: str, quantities: list[Quantity]) -> None:
    for index in range(len(quantities) - 2, -1, -1):
        taker, giver = quantities[index], quantities[index + 1]
        if not _bare(taker) or not (giver.scaled or _has_unit(giver)) or not _takes(taker, giver.unit):
            continue
        gap = text[taker.end : giver.start]
        if len(gap) > FORWARD_REACH:
            continue
        linked = _forward().fullmatch(gap) or (gap == ", " and giver.borrowed)
        if not linked and not (taker.decimal and _list().fullmatch(gap)):
            continue
        by_to = _lead("by").match(text, 0, taker.hedge_start) and _to().match(text, taker.end)
        if by_to and giver.unit == "percent":
            # `erhöht die Steuern um 6 auf 105 Prozent`: a difference of two percentages counts in points.
            quantities[index] = scaled_like(taker, giver, "percentage_points")
        elif by_to and _raised_by_percent(text, quantities, index):
            quantities[index] = replace(taker, unit="percent", borrowed=True)
        else:
            quantities[index] = scaled_like(taker, giver, giver.unit)


def _lend_backward(text: str, quantities: list[Quantity]) -> None:
    for index in range(1, len(quantities)):
        taker, giver = quantities[index], quantities[index - 1]
        if not _bare(taker) or not _gives(giver) or not _takes(taker, giver.unit):
            continue
        if _leads_to_pieces(text, quantities, index):
            continue
        if giver.unit is None and (taker.scaled or taker.low >= LARGEST_OF_A_SCALE):
            continue
        gap = text[giver.end : taker.start]
        if _earlier_sentence().fullmatch(gap) and not _counted_noun().match(text, taker.end):
            quantities[index] = scaled_like(taker, giver, giver.unit)
            continue
        if len(gap) > BACKWARD_REACH or _sentence_end().search(gap):
            continue
        if taker.decimal and _ratio().search(text, giver.end, taker.start):
            continue
        if giver.unit is not None and _number_of().search(gap):
            continue
        moved = giver.unit == "percent" and not _lead("from").match(text, 0, giver.hedge_start)
        if moved and _to().fullmatch(gap.rstrip()):
            continue  # `gewann 2,2 Prozent auf 178,40` leads to a price
        if _backward().match(text, giver.end, taker.start) and not _counted_noun().match(text, taker.end):
            if _per_share().search(gap):  # `Umsatz von 209 Mio. Euro, Gewinn je Aktie von 1,20`
                quantities[index] = replace(taker, unit=giver.unit, borrowed=True)
            else:
                quantities[index] = scaled_like(taker, giver, giver.unit)


@cache
def _per_share() -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)(?<!\w){link('per_share')}(?!\w)")


def _leads_to_pieces(text: str, quantities: list[Quantity], index: int) -> bool:
    """Whether a number is what a number of pieces came from: `Belegschaft von 720 auf 655 Mitarbeiter`."""
    if index + 1 >= len(quantities):
        return False
    reached = quantities[index + 1]
    linked = _to().fullmatch(text[quantities[index].end : reached.start].rstrip())
    return bool(linked and _bare(reached) and _counted_noun().match(text, reached.end))


@cache
def _recalls() -> "regex.Pattern[str]":
    return regex.compile(rf"(?r)(?i)(?<!\w){link('recalls')}\s*(?:{link('backward_filler')}\s*){{0,2}}")


@cache
def _recalled() -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)\s{link('recalled')}(?!\w)")


def _lend_to_recalling(text: str, quantities: list[Quantity]) -> None:
    """`86 Millionen Euro. Davor waren es 51`: what stands before `es` is what is spoken of again."""
    for index, taker in enumerate(quantities):
        if not _bare(taker):
            continue
        told = _recalls().match(text, 0, taker.hedge_start) or _recalled().match(text, taker.end)
        if not told or _counted_noun().match(text, taker.end):
            continue
        near = [
            giver
            for giver in quantities[:index]
            if taker.start - giver.end < RECALL_REACH
            and giver.unit != "percentage_points"
            and not _lead("by").match(text, 0, giver.hedge_start)
        ]
        large = taker.scaled or taker.low >= LARGEST_OF_A_SCALE
        if large and not (near and _is_physical(near[-1].unit)):
            continue
        if near and "\n\n" not in text[near[-1].end : taker.start] and _gives(near[-1]):
            quantities[index] = scaled_like(taker, near[-1], near[-1].unit)


def _alike(text: str, taker: Quantity, giver: Quantity) -> int | None:
    """Code points between two numbers written with as many decimals, None where a sentence ends between."""
    low, high = min(taker.end, giver.end), max(taker.start, giver.start)
    step = giver.precision / giver.multiplier
    if not _gives(giver) or abs(step - taker.precision) > step / 100 or high - low > BACKWARD_REACH:
        return None
    return None if _sentence_end().search(text, low, high) else high - low


def _beside_in_brackets(text: str, taker: Quantity, giver: Quantity) -> bool:
    """Whether a percentage in brackets is the change of a number outside them: `17,5 (-2,9 Prozent)`."""
    if giver.unit != "percent":
        return False
    opened = text.rfind("(", max(0, giver.start - _NAMED_BEFORE), giver.start)
    inside = opened >= 0 and ")" not in text[opened : giver.start]
    return inside and not (opened <= taker.start and ")" not in text[opened : taker.start])


def _lend_to_decimals(text: str, quantities: list[Quantity]) -> None:
    """A decimal counts no pieces: where no word links it, it takes the unit of the nearest number like it."""
    for index, taker in enumerate(quantities):
        if not _bare(taker) or taker.scaled or not taker.decimal or _counted_noun().match(text, taker.end):
            continue
        if _ratio().search(text, max(0, taker.start - _NAMED_BEFORE), taker.start):
            continue
        neighbours = quantities[max(0, index - 1) : index] + quantities[index + 1 : index + 2]
        neighbours = [giver for giver in neighbours if not _beside_in_brackets(text, taker, giver)]
        near = [(gap, giver) for giver in neighbours if (gap := _alike(text, taker, giver)) is not None]
        if near:
            giver = min(near, key=lambda pair: pair[0])[1]
            quantities[index] = scaled_like(taker, giver, giver.unit)


def _settled(text: str, quantities: list[Quantity], index: int) -> Quantity:
    """A quantity with the unit that only its surroundings tell."""
    quantity = quantities[index]
    if quantity.unit is None:
        return replace(quantity, unit="count")
    if points_of_a_rate(text, quantities, index):
        return replace(quantity, unit="percentage_points")
    return quantity


def lend_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give bare numbers the scale and unit of their neighbours.

    Args:
        text: The article in plain characters.
        quantities: Quantities in order, ranges joined.

    Returns:
        The same with `von 6,8 auf 8,8 Milliarden Euro`, `rund 40 Mio. Franken (Vorjahr: 38)` completed; what
        still has no unit counts pieces.
    """
    lent = list(quantities)
    if "\n" in text:
        lend_down_lists(text, lent)
    _lend_to_bracket(text, lent)
    _lend_forward(text, lent)
    _lend_backward(text, lent)
    _lend_to_recalling(text, lent)
    _lend_to_decimals(text, lent)
    return [_settled(text, lent, index) for index in range(len(lent))]
