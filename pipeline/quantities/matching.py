"""Finds the single quantities of a text; relations.py joins them to ranges and lends them their neighbours' units."""

from bisect import bisect_right
from decimal import Decimal
from functools import cache

import regex

from pipeline.quantities.exclusions import date_spans, exclusion
from pipeline.quantities.hedges import hedge_after, hedge_before, hedge_of_mark
from pipeline.quantities.numbers import (
    DIGITS,
    NUMBER_WORD,
    Number,
    read_digits,
    read_spoken_decimal,
    read_word,
    spoken_decimal,
)
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.units import Measure, measure_after, measure_before
from pipeline.quantities.words import WordQuantity, find_words

_ARTICLES = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
_NOTHING = Decimal(1)
_GROUPED = regex.compile(r"\d[.\u00a0 ]\d{3}")


@cache
def _anchor() -> "regex.Pattern[str]":
    """Where a number can begin: a digit that no letter or number runs into, or a number word."""
    half = r"(?P<half>(?:eine?[mnrs]?\s+)?(?:(?P<half_hedge>gut|knapp)e[nrsm]?\s+)?halbe[nrsm]?(?=\s+(?:Million|Milliarde|Billion|Prozent)))"
    article = r"(?P<article>eine?[mnrs]?\s+(?P<article_hedge>gut|knapp)e[nrsm]?(?=\s+(?:Million|Milliarde|Billion)))"
    return regex.compile(
        # Worn archive text has lost blanks: `standen18,6Mrd.€und`, `(Vj.26,1 %)`.
        rf"(?:(?<![\w.,'’]|[\p{{L}}\d][-–_])|(?P<glued>(?<=\p{{Ll}}{{2}}|\p{{Ll}}[.,;:])(?=\d)))(?P<digits>{DIGITS})"
        rf"|(?<![\p{{L}}\d_-])(?:{half}|{article}|(?P<word>{NUMBER_WORD})(?![\p{{L}}]))",
        regex.IGNORECASE,
    )


@cache
def _sign() -> "regex.Pattern[str]":
    # `(- 43 Prozent)` is signed; `- 43 Prozent der Kunden` at the start of a line is a list.
    return regex.compile(r"(?:(?<=[\s(\[/:;,>|]|^)[+\-–−](?=$)|(?<=\()[+\-–−]\s$)")


def _precision(number: Number, factor: Decimal) -> float:
    return float(number.step * factor / 2)


def _hedged(inner: str | None, text: str, start: int, end: int) -> tuple[str, int]:
    qualifier, begin = hedge_before(text, start)
    if inner:
        return ("over" if inner.casefold() == "gut" else "under"), begin
    if qualifier == "exact":
        qualifier = hedge_after(text, end)
    return qualifier, begin


def _from_word(text: str, found: WordQuantity) -> Quantity:
    qualifier, begin = hedge_before(text, found.start)
    return Quantity(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        low=found.value,
        high=found.value,
        precision=0.5,
        unit="percent" if found.form == "fraction" else "factor",
        qualifier=found.qualifier if found.qualifier != "exact" else qualifier,
        form=found.form,
        hedge_start=begin,
        word=True,
    )


def _is_quantity(text: str, start: int, number_end: int, word: str | None, measure: Measure | None, *, left: bool) -> bool:
    """Whether a number, with what stands beside it, states a quantity at all."""
    bare = not left and (measure is None or (measure.unit is None and measure.scale == 1))
    if word is not None and word.casefold() in _ARTICLES:
        # `eine Million`, `ein Prozent` count; `ein Euro kostete` and `ein Punkt` do not.
        if measure is None or bare or (measure.unit is None and measure.compound):
            return False  # `einen Milliarden-Verlust` is vague
        if measure.scale == 1 and measure.unit != "percent" and measure.unit != "percentage_points":
            return word.casefold() in ("einen", "einem") and measure.unit in ("EUR", "USD", "CHF", "points")
    elif word is not None and bare and word.casefold() == "eins":
        return False
    elif word is None and bare:
        following = text[number_end : number_end + 2]
        if (following[:1].isalpha() and not _GROUPED.search(text[start:number_end])) or following[:1] in "_\\" or (following[:1] == "-" and not following[1:].isdigit()):
            return False
        if text[start] == "0" and number_end - start > 1 and text[start + 1].isdigit():
            return False
        if number_end - start > 15 and text[start:number_end].isdigit():
            return False
    return exclusion(text, start, number_end, bare=bare) is None


def _from_number(text: str, match: "regex.Match[str]") -> Quantity | None:
    start, end = match.span()
    word, inner = match["word"], match["half_hedge"] or match["article_hedge"]
    if match["digits"]:
        number: Number | None = read_digits(match["digits"])
    elif match["half"]:
        number = Number(Decimal("0.5"), Decimal("0.5"))
    else:
        number = read_word(word or "eine")
    if number is None:
        return None
    quantity = build_quantity(text, start, end, number, word=word, inner=inner)
    if quantity and match["glued"] is not None and quantity.unit is None and not quantity.scaled and not _GROUPED.search(match[0]):
        return None  # `iPhone12`, `Covid19`
    return quantity


def build_quantity(
    text: str, start: int, number_end: int, number: Number, *, word: str | None = None, inner: str | None = None
) -> Quantity | None:
    """Put a number together with scale, unit, sign and hedge.

    Args:
        text: The article.
        start: First code point of the number.
        number_end: First code point after it.
        number: What it says.
        word: The word, where it is written as one.
        inner: A hedge inside the number (`eine knappe halbe Million`).

    Returns:
        The quantity, or None where the number states none.
    """
    measure = measure_after(text, number_end)
    left = None if word else measure_before(text, start)
    if not _is_quantity(text, start, number_end, word, measure, left=left is not None):
        return None
    begin, end = start, number_end
    scale, unit, factor, compound = _NOTHING, None, _NOTHING, ""
    if measure is not None:
        end, scale, unit, factor, compound = measure.end, measure.scale, measure.unit, measure.factor, measure.compound
    if left is not None and unit is None:
        begin, left_scale, unit, factor = left
        scale *= left_scale
    total = scale * factor
    value = number.value * total
    signed = False
    sign = _sign().search(text[max(0, begin - 3) : begin])
    if sign and not word:
        begin = max(0, begin - 3) + sign.start()
        signed = True
        value = -value if sign[0].strip() in "-–−" else value
    qualifier, hedge_start = _hedged(inner, text, begin, end)
    if qualifier == "exact" and "marke" in compound.casefold().rpartition("-")[2]:
        qualifier = hedge_of_mark(text, begin)
    return Quantity(
        start=begin,
        end=end,
        text=text[begin:end],
        low=float(value),
        high=float(value),
        precision=_precision(number, total),
        unit=unit,
        qualifier=qualifier,
        hedge_start=hedge_start,
        signed=signed,
        multiplier=float(total),
        word=word is not None,
        compound=compound,
        decimal=number.step < 1,
    )


def _spoken(text: str) -> list[Quantity]:
    found = []
    for match in spoken_decimal().finditer(text):
        number = read_spoken_decimal(match[1], match[2])
        quantity = number and build_quantity(text, *match.span(), number, word=match[0])
        if quantity:
            found.append(quantity)
    return found


def find_single(text: str) -> list[Quantity]:
    """Find every quantity by itself, before ranges are joined.

    Args:
        text: The article.

    Returns:
        Quantities in order, none overlapping another.
    """
    found = _spoken(text) + [_from_word(text, word) for word in find_words(text)]
    taken = sorted(date_spans(text) + [(quantity.start, quantity.end) for quantity in found])
    ends = [end for _start, end in taken]
    for match in _anchor().finditer(text):
        following = bisect_right(ends, match.start())
        if following < len(taken) and taken[following][0] < match.end():
            continue
        quantity = _from_number(text, match)
        if quantity is not None:
            found.append(quantity)
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    apart: list[Quantity] = []
    for quantity in found:
        if not apart or quantity.start >= apart[-1].end:
            apart.append(quantity)
    return apart
