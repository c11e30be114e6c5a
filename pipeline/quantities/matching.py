"""Finds the single quantities of a text; relations.py joins and completes them."""

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
from pipeline.quantities.tables import Place, read_tables
from pipeline.quantities.units import ONE, Measure, measure_after, measure_before
from pipeline.quantities.words import WordQuantity, find_words

_ARTICLES = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))
_HALF = Number(Decimal("0.5"), Decimal("0.5"))
_LONGEST_COUNT = 15
"""Digits of the longest number that counts something; longer ones name an account."""


@cache
def _anchor() -> "regex.Pattern[str]":
    """Where a number can begin: a digit that no letter or number runs into, or a number word."""
    hedge = r"(?:gut|knapp)e[nrsm]?"
    half = (
        rf"(?P<half>(?:eine?[mnrs]?\s+)?(?:(?P<half_hedge>{hedge})\s+)?halbe[nrsm]?"
        r"(?=\s+(?:Million|Milliarde|Billion|Prozent)))"
    )
    article = rf"(?P<article>eine?[mnrs]?\s+(?P<article_hedge>{hedge})(?=\s+(?:Million|Milliarde|Billion)))"
    return regex.compile(
        # Worn archive text has lost blanks: `standen18,6Mrd.€und`, `(Vj.26,1 %)`.
        r"(?:(?<![\w.,'’]|[\p{L}\d][-–_])|(?P<glued>(?<=\p{Ll}{2}|\p{Ll}[.,;:])(?=\d)))"
        rf"(?P<digits>{DIGITS})"
        rf"|(?<![\p{{L}}\d_-])(?:{half}|{article}|(?P<word>{NUMBER_WORD})(?![\p{{L}}]))",
        regex.IGNORECASE,
    )


@cache
def _grouped() -> "regex.Pattern[str]":
    return regex.compile(r"\d[.\s]\d{3}")


@cache
def _sign() -> "regex.Pattern[str]":
    # `(- 43 Prozent)` is signed; `- 43 Prozent der Kunden` at the start of a line is a list.
    return regex.compile(r"(?r)(?<=[\s(\[/:;,>|]|^)[+\-–−]|(?<=\()[+\-–−]\s")


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


def _article_counts(word: str, measure: Measure | None) -> bool:
    """Whether `ein`, `eine` states the number one: in `eine Million`, `ein Prozent`, not in `ein Punkt`."""
    if measure is None or (measure.unit is None and (measure.scale == 1 or measure.compound)):
        return False  # `einen Milliarden-Verlust` is vague
    if measure.scale > 1 or measure.unit in ("percent", "percentage_points"):
        return True
    return word in ("einen", "einem") and measure.unit in ("EUR", "USD", "CHF", "points")


def _bare_digits_count(text: str, start: int, end: int) -> bool:
    """Whether digits without scale and unit can count something: not those of `2x`, `0815`, `16-Zylinder`."""
    written, following = text[start:end], text[end : end + 2]
    if following[:1].isalpha() and not _grouped().search(written):
        return False
    if following[:1] in ("_", "\\") or (following[:1] == "-" and not following[1:].isdigit()):
        return False
    if written[0] == "0" and written[1:2].isdigit():
        return False
    return len(written) <= _LONGEST_COUNT or not written.isdigit()


def _is_quantity(
    text: str, start: int, end: int, word: str | None, before: Measure | None, after: Measure | None
) -> bool:
    """Whether a number, with what stands beside it, states a quantity at all."""
    bare = before is None and (after is None or (after.unit is None and after.scale == 1))
    if word in _ARTICLES:
        if not _article_counts(word, after):
            return False
    elif bare and (word == "eins" or (word is None and not _bare_digits_count(text, start, end))):
        return False
    return exclusion(text, start, end, bare=bare) is None


def _build(
    text: str,
    start: int,
    number_end: int,
    number: Number,
    word: str | None = None,
    inner: str | None = None,
    cell: Measure | None = None,
) -> Quantity | None:
    """Put a number together with scale, unit, sign and hedge.

    Args:
        text: The article.
        start: First code point of the number.
        number_end: First code point after it.
        number: What it says.
        word: The word in lower case, where it is written as one.
        inner: A hedge inside the number (`eine knappe halbe Million`).
        cell: What a table says of the number.

    Returns:
        The quantity, or None where the number states none.
    """
    after = measure_after(text, number_end)
    before = None if word else measure_before(text, start)
    if cell is None and not _is_quantity(text, start, number_end, word, before, after):
        return None
    measure = cell or after or Measure(number_end, number_end)
    begin, end, unit, factor = start, measure.end, measure.unit, measure.scale * measure.factor
    if before is not None and unit is None:
        begin, unit, factor = before.start, before.unit, factor * before.scale * before.factor
    value = number.value * factor
    sign = None if word else _sign().match(text, 0, begin)
    if sign is not None:
        begin = sign.start()
        value = value if sign[0].strip() == "+" else -value
    qualifier, hedge_start = hedge_before(text, begin)
    if inner:
        qualifier = "over" if inner.casefold().startswith("gut") else "under"
    elif qualifier == "exact":
        qualifier = hedge_after(text, end)
    if qualifier == "exact" and "marke" in measure.compound.casefold().rpartition("-")[2]:
        qualifier = hedge_of_mark(text, begin)
    return Quantity(
        start=begin,
        end=end,
        text=text[begin:end],
        low=float(value),
        high=float(value),
        precision=float(number.step * factor / 2),
        unit=unit,
        qualifier=qualifier,
        hedge_start=hedge_start,
        signed=sign is not None,
        multiplier=float(factor),
        word=word is not None,
        borrowed=cell is not None,
        compound=measure.compound,
        decimal=number.step < ONE,
    )


def _from_number(text: str, match: "regex.Match[str]") -> Quantity | None:
    start, end = match.span()
    word = match["word"].casefold() if match["word"] else None
    if match["digits"]:
        number: Number | None = read_digits(match["digits"])
    else:
        number = _HALF if match["half"] else read_word(word or "eine")
    if number is None:
        return None
    quantity = _build(text, start, end, number, word, match["half_hedge"] or match["article_hedge"])
    if quantity is None or match["glued"] is None or quantity.unit or quantity.scaled:
        return quantity
    return quantity if _grouped().search(match[0]) else None  # `iPhone12`, `Covid19`


def _spoken(text: str) -> list[Quantity]:
    found = []
    for match in spoken_decimal().finditer(text):
        number = read_spoken_decimal(match[1], match[2])
        quantity = number and _build(text, match.start(), match.end(), number, match[0].casefold())
        if quantity:
            found.append(quantity)
    return found


def _in_cells(text: str, cells: dict[Place, Measure]) -> list[Quantity]:
    found = (
        _build(text, start, end, read_digits(text[start:end]), cell=measure)
        for (start, end), measure in cells.items()
    )
    return [quantity for quantity in found if quantity is not None]


def find_single(text: str) -> list[Quantity]:
    """Find every quantity by itself, before ranges are joined.

    Args:
        text: The article.

    Returns:
        Quantities in order, none overlapping another.
    """
    tables = read_tables(text)
    words = [_from_word(text, word) for word in find_words(text)]
    found = _spoken(text) + _in_cells(text, tables.cells) + words
    taken = sorted(date_spans(text) + tables.heads + [(quantity.start, quantity.end) for quantity in found])
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
