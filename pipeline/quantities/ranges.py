"""Makes one quantity of the two ends of a range: `1,2 bis 1,4 Milliarden Euro`, `300 ± 20`."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from pipeline.quantities.quantity import Quantity
from pipeline.quantities.spelling import any_spelling
from pipeline.quantities.units import is_currency
from pipeline.vocabulary.patterns import alternation

LINKS = "links.toml"
"""The vocabulary of what stands between two numbers."""

ALTERNATIVES = 1.5
"""How far apart two numbers joined by `oder` can lie and still be a range (`zehn oder zwölf Prozent`)."""

NEAR_THOUSANDS = 5
"""How far apart the ends of a range can lie whose first one leaves its thousands away."""


def link(name: str) -> str:
    """The forms of a wording between two numbers as one group, in any spelling.

    Args:
        name: Its name in `links.toml`.
    """
    return any_spelling(alternation(name, LINKS))


def hedge_between() -> str:
    """What may stand before the second of two numbers that belong together, as part of a pattern."""
    return rf"(?:{link('between_hedge')}\s*)?"


@cache
def _to() -> "regex.Pattern[str]":
    joined = rf"\s*(?<!\w){link('to')}(?!\w)\s*|[ ]*[-–−][ ]*"
    return regex.compile(rf"(?:{joined}){hedge_between()}", regex.IGNORECASE)


@cache
def _or() -> "regex.Pattern[str]":
    return regex.compile(rf"\s*(?<!\w){link('or')}(?!\w)\s*{hedge_between()}", regex.IGNORECASE)


@cache
def _and() -> "regex.Pattern[str]":
    noun = r"(?:\s+\p{Lu}[\p{L}-]+)?"
    return regex.compile(rf"{noun}\s*(?<!\w){link('and')}(?!\w)\s*{hedge_between()}", regex.IGNORECASE)


@cache
def _between() -> "regex.Pattern[str]":
    return regex.compile(rf"(?r)(?<!\w){link('between')}\s*{hedge_between()}", regex.IGNORECASE)


@cache
def _to_signed() -> "regex.Pattern[str]":
    """Between the ends of a range, the second of which has its own sign: `minus 42 bis minus 37`."""
    sign = rf"(?:(?P<minus>{link('minus')})|{link('plus')})"
    joined = rf"\s*(?<!\w)(?:{link('to')}|{link('and')})\s+"
    return regex.compile(rf"{joined}{hedge_between()}{sign}\s+", regex.IGNORECASE)


@cache
def _minus() -> "regex.Pattern[str]":
    return regex.compile(rf"(?r)(?<!\w){link('minus')}\s+{hedge_between()}", regex.IGNORECASE)


@cache
def _tolerance() -> "regex.Pattern[str]":
    return regex.compile(rf"\s*(?:{link('tolerance')}|±|\+/?[-–−])\s*", regex.IGNORECASE)


def _times(value: float, factor: float) -> float:
    """The product as one would write it: `4,1` milliards are 4100000000, not 4099999999.9999995."""
    return float(Decimal(repr(value)) * Decimal(factor))


def scaled_like(taker: Quantity, giver: Quantity, unit: str | None) -> Quantity:
    """Give a bare number the scale of its neighbour and a unit.

    Args:
        taker: The bare number (`6,8`).
        giver: The neighbour (`8,8 Milliarden Euro`).
        unit: The unit that it gets.

    Returns:
        The number in base units. The scale is left away where the number has its own or is written out (`von
        977'000 auf 2,8 Millionen Franken`).
    """
    factor = 1.0 if taker.scaled else giver.multiplier
    if factor >= 1000 and taker.low >= 10_000 and giver.low / factor < 1000:
        factor = 1.0
    return replace(
        taker,
        low=_times(taker.low, factor),
        high=_times(taker.high, factor),
        precision=_times(taker.precision, factor),
        unit=unit,
        multiplier=taker.multiplier * factor,
        borrowed=True,
    )


def _with_scale_of(low: Quantity, high: Quantity) -> Quantity:
    """The first number in the scale that the second one tells for both (`EUR 5 bis 6 Mio.`)."""
    if low.scaled or (low.unit is not None and not high.scaled):
        return low
    return scaled_like(low, high, high.unit or low.unit)


def _in_thousands(first: Quantity, last: Quantity) -> bool:
    """Whether the first number leaves its thousands to the second: `200 bis 300 000 Euro`."""
    bare = first.unit is None and first.multiplier == 1.0 and last.multiplier == 1.0
    near = 100 <= first.low < last.low / 1000 <= first.low * NEAR_THOUSANDS
    return bare and near and last.low % 1000 == 0


def _signed_range(text: str, first: Quantity, scaled: Quantity, last: Quantity) -> Quantity | None:
    """A range whose ends have their own signs, as words or written to the numbers; else None."""
    gap = text[first.end : last.start]
    if first.signed and last.signed:
        between = _and().fullmatch(gap) and _between().match(text, 0, first.start)
        linked = between or (_to().fullmatch(gap) and not gap.endswith(("-", "–", "−")))
        ends = (scaled.low, last.low) if linked else None
    elif (joined := _to_signed().fullmatch(gap)) and not (first.signed or last.signed):
        minus = _minus().match(text, 0, first.start) is not None
        ends = (
            -scaled.low if minus else scaled.low,
            -last.low if joined["minus"] else last.low,
        )
    else:
        return None
    return replace(_joined(text, scaled, last, min(ends), max(ends)), signed=True) if ends else None


def _joined(text: str, first: Quantity, last: Quantity, low: float, high: float) -> Quantity:
    # `2,3 bis knapp 2,5 Mio.` is hedged by `knapp`, `6 bis 7 Prozent` is not by `bis`.
    inner = last.qualifier if last.qualifier != "at_most" else "exact"
    unit = last.unit if last.unit is not None else first.unit
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        low=low,
        high=high,
        precision=min(first.precision, last.precision),
        unit=unit,
        qualifier=first.qualifier if first.qualifier != "exact" else inner,
        multiplier=last.multiplier,
        borrowed=False,
        compound=last.compound,
        decimal=first.decimal or last.decimal,
    )


@cache
def _ending() -> "regex.Pattern[str]":
    """What `zwei- bis dreitausend` leaves away at its first number."""
    return regex.compile(r"(?i)(?P<hundred>hundert)|(?P<thousand>tausend)")


def _hyphened(text: str, first: Quantity, last: Quantity) -> Quantity | None:
    """The range of `zwei- bis dreitausend`, None where the two numbers are not written so."""
    gap = text[first.end : last.start]
    if not (first.word and last.word and gap.startswith("-")) or not _to().fullmatch(gap[1:]):
        return None
    ending = _ending().search(last.text)
    factor = 1 if ending is None else 100 if ending["hundred"] else 1000
    low = first.low * factor * (last.multiplier if first.multiplier == 1 else 1)
    return _joined(text, first, last, low, last.low) if low < last.low else None


def _added(text: str, first: Quantity, last: Quantity) -> Quantity | None:
    """One number of two that words tell in turn (`eine Million fünfhunderttausend Euro`), else None."""
    in_turn = first.word and last.word and text[first.end : last.start] == " "
    if not in_turn or first.unit is not None or not first.scaled or last.low >= first.multiplier:
        return None
    return _joined(text, first, last, first.low + last.low, first.high + last.high)


def _range(text: str, first: Quantity, last: Quantity) -> Quantity | None:
    """The two as one range, None where they are none."""
    if first.form != "number" or last.form != "number" or last.start - first.end > 40:
        return None
    whole = _hyphened(text, first, last) or _added(text, first, last)
    if whole is not None:
        return whole
    gap = text[first.end : last.start]
    scaled = _with_scale_of(first, last)
    if _tolerance().fullmatch(gap) and abs(last.low) < abs(scaled.low) and first.unit in (None, last.unit):
        tolerance = replace(last, qualifier="exact")
        return _joined(text, scaled, tolerance, scaled.low - last.low, scaled.low + last.low)
    same = first.unit in (None, last.unit) or (last.unit is None and last.scaled and is_currency(first.unit))
    if not same or (first.scaled and not last.scaled):
        return None
    with_signs = _signed_range(text, first, scaled, last)
    if with_signs or last.signed:
        return with_signs
    if abs(scaled.low) >= abs(last.low):
        return None
    if _to().fullmatch(gap) and _in_thousands(first, last):
        scaled = replace(scaled, low=1000 * first.low, precision=1000 * first.precision)
    near = abs(last.low) <= ALTERNATIVES * abs(scaled.low)
    between = _and().fullmatch(gap) and _between().match(text, 0, first.start)
    if _to().fullmatch(gap) or between or (near and _or().fullmatch(gap)):
        return _joined(text, scaled, last, min(scaled.low, last.low), max(scaled.low, last.low))
    return None


def join_ranges(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Make one quantity of the two ends of a range.

    Args:
        text: The article in plain characters.
        quantities: Single quantities in order.

    Returns:
        The same with the ends of each range joined.
    """
    joined: list[Quantity] = []
    for quantity in quantities:
        whole = _range(text, joined[-1], quantity) if joined else None
        if whole is None:
            joined.append(quantity)
        else:
            joined[-1] = whole
    return joined
