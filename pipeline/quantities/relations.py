"""Joins neighbouring quantities: two ends make a range, a bare number takes scale and unit from beside it."""

from dataclasses import replace
from functools import cache

import regex

from pipeline.quantities.quantity import Quantity
from pipeline.quantities.units import is_currency

_HEDGE_BETWEEN = r"(?:(?:rund|etwa|knapp|gut|über|fast|circa|ca\.|maximal|höchstens|mehr als)\s+)?"


@cache
def _range_connector() -> "regex.Pattern[str]":
    link = r"(?:(?<!\w)bis(?:\s+(?:zu|auf))?(?!\w)|[-–−]|oder(?!\w))"
    return regex.compile(rf"\s*{link}\s*{_HEDGE_BETWEEN}", regex.IGNORECASE)


@cache
def _and_connector() -> "regex.Pattern[str]":
    return regex.compile(rf"(?:\s+\p{{Lu}}[\p{{L}}-]+)?\s+und\s+{_HEDGE_BETWEEN}", regex.IGNORECASE)


@cache
def _between_before() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\w)zwischen\s+{_HEDGE_BETWEEN}$", regex.IGNORECASE)


@cache
def _forward_connector() -> "regex.Pattern[str]":
    """What may stand between a bare number and its giver: `von 6,8 auf 8,8 Milliarden Euro`."""
    return regex.compile(
        r"\s*(?:\([^()]{0,40}\)\s*|\((?:Vorjahr\w*|i\.\s?V\.|Vj\.?)?:?\s*)?"
        r"(?:[,/]\s*)?(?:(?<!\w)(?:auf|nach|zu|in|beziehungsweise|bzw\.?|respektive|resp\.?|und|sowie|oder|statt"
        r"|gegenüber|nun|noch|jetzt|zuletzt|im|Vorjahr|zuvor|von|aktuell|um|gar|sogar)(?:\s+|(?<=\.)))+"
        rf"{_HEDGE_BETWEEN}",
        regex.IGNORECASE,
    )


@cache
def _backward_cue() -> "regex.Pattern[str]":
    """What leads from the giver to a bare number: `(Vorjahr: 38)`, `nach 388,6 im Vorjahr`."""
    return regex.compile(
        r"(?:\(|:|(?<!\w)(?:nach|statt|von|gegenüber|zuvor|auf|bei|mit|noch|Vj\.?|Vorjahr\w*|i\.\s?V\.|erst|und"
        r"|restlichen|übrigen|anderen|als|waren|war|um|beziehungsweise|bzw\.|jeweils))\s*"
        r"(?:(?:noch|erst|zuvor|bislang|bisher|rund|etwa|knapp|gut|über|fast|minus|plus)\s+){0,2}$",
        regex.IGNORECASE,
    )


@cache
def _sentence_end() -> "regex.Pattern[str]":
    return regex.compile(r"[.!?]\s+\p{Lu}|\n")


@cache
def _counted_after() -> "regex.Pattern[str]":
    return regex.compile(r"\s(?!Vorjahr|Jahr|Ende|Prozent)(?:\p{Ll}+e[nrsm]?\s)?\p{Lu}\p{L}{2,}")


def _bare(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.form == "number"


def _scaled(quantity: Quantity, factor: float, unit: str | None) -> Quantity:
    return replace(
        quantity,
        low=quantity.low * factor,
        high=quantity.high * factor,
        precision=quantity.precision * factor,
        unit=unit,
        multiplier=quantity.multiplier * factor,
        borrowed=True,
    )


def borrow(taker: Quantity, giver: Quantity, unit: str | None = None) -> Quantity:
    """Give a bare number the scale and unit of its neighbour.

    Args:
        taker: The bare number (`6,8`).
        giver: The neighbour (`8,8 Milliarden Euro`).
        unit: Another unit than the neighbour's.

    Returns:
        The number in base units. The scale is left where the number is written out (`von 977'000 auf 2,8
        Millionen Franken`) or has one of its own.
    """
    factor = 1.0 if taker.scaled else giver.multiplier
    if factor >= 1000 and taker.low >= 10_000 and giver.low / factor < 1000:
        factor = 1.0
    return _scaled(taker, factor, unit or giver.unit)


def _join(text: str, low: Quantity, high: Quantity) -> Quantity:
    if low.unit is None or (not low.scaled and high.scaled and low.unit == high.unit):
        low = borrow(low, high)
    # `2,3 bis knapp 2,5 Mio.` is hedged by `knapp`, `6 bis 7 Prozent` is not by `bis`.
    inner = high.qualifier if high.qualifier != "at_most" else "exact"
    qualifier = low.qualifier if low.qualifier != "exact" else inner
    start, end = low.start, high.end
    return replace(
        low,
        end=end,
        text=text[start:end],
        low=min(low.low, high.low),
        high=max(low.high, high.high),
        precision=min(low.precision, high.precision) if low.precision and high.precision else high.precision,
        unit=high.unit,
        qualifier=qualifier,
        multiplier=high.multiplier,
        borrowed=False,
        compound=high.compound,
        decimal=low.decimal or high.decimal,
    )


def _is_range(text: str, low: Quantity, high: Quantity) -> bool:
    if low.form != "number" or high.form != "number" or high.signed:
        return False
    gap = text[low.end : high.start]
    if len(gap) > 40 or not (low.unit is None or low.unit == high.unit):
        return False
    if low.unit is None and high.unit is None and low.scaled and not high.scaled:
        return False
    if _range_connector().fullmatch(gap):
        first, second = low.low, high.low
        if low.unit is None and not low.scaled:
            first = borrow(low, high).low
        return abs(first) < abs(second)
    between = _between_before().search(text[max(0, low.start - 30) : low.start])
    return bool(between and _and_connector().fullmatch(gap))


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Make one quantity of the two ends of a range.

    Args:
        text: The article.
        quantities: Single quantities in order.

    Returns:
        The same with `1,2 und 1,4 Milliarden Euro`, `6 bis 7 Prozent`, `10–12 Mio.` joined.
    """
    joined: list[Quantity] = []
    for quantity in quantities:
        if joined and _is_range(text, joined[-1], quantity):
            joined[-1] = _join(text, joined[-1], quantity)
        else:
            joined.append(quantity)
    return joined


def _lends(giver: Quantity) -> bool:
    return giver.form == "number" and giver.unit not in (None, "factor", "count")


def _lend_forward(text: str, quantities: list[Quantity]) -> None:
    for index in range(len(quantities) - 2, -1, -1):
        taker, giver = quantities[index], quantities[index + 1]
        if (
            not _bare(taker)
            or taker.borrowed
            or not (giver.scaled or _lends(giver))
            or giver.form != "number"
        ):
            continue
        gap = text[taker.end : giver.start]
        if 2 < len(gap) <= 60 and _forward_connector().fullmatch(gap):
            # `erhöht die Steuern um 6 auf 105 Prozent`: a difference of two percentages counts in points.
            by = text[max(0, taker.hedge_start - 3) : taker.hedge_start].strip().casefold() == "um"
            apart = by and giver.unit == "percent" and gap.lstrip().startswith("auf ")
            quantities[index] = borrow(taker, giver, "percentage_points" if apart else None)


def _lend_backward(text: str, quantities: list[Quantity]) -> None:
    for index in range(1, len(quantities)):
        taker, giver = quantities[index], quantities[index - 1]
        if not _bare(taker) or not _lends(giver):
            continue
        if taker.scaled and not is_currency(giver.unit):
            continue  # `um drei Prozent auf 48,9 Millionen`
        gap = text[giver.end : taker.start]
        if len(gap) > 80 or _sentence_end().search(gap) or not _backward_cue().search(gap):
            continue
        if not _counted_after().match(text, taker.end):
            quantities[index] = borrow(taker, giver)


def lend_units(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give bare numbers the scale and unit of their neighbours.

    Args:
        text: The article.
        quantities: Quantities in order, ranges joined.

    Returns:
        The same with `von 6,8 auf 8,8 Milliarden Euro`, `rund 40 Mio. Franken (Vorjahr: 38)` completed; what
        still has no unit counts pieces.
    """
    lent = list(quantities)
    _lend_forward(text, lent)
    _lend_backward(text, lent)
    return [replace(quantity, unit="count") if quantity.unit is None else quantity for quantity in lent]
