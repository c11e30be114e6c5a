"""Finds the single quantities of a text; ranges.py joins and lending.py completes them."""

from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from functools import cache
from math import isfinite

import regex

from pipeline.quantities.exclusions import date_spans, is_excluded, is_excluded_cell
from pipeline.quantities.hedges import hedge_of
from pipeline.quantities.numbers import ARTICLES, LONGEST_NUMBER, Number, read_digits
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.spelling import any_spelling
from pipeline.quantities.tables import Place, measure_in_bracket, read_tables
from pipeline.quantities.units import Measure, is_currency, measure_around
from pipeline.quantities.words import WordQuantity, find_words
from pipeline.quantities.written import WrittenNumber, find_written
from pipeline.vocabulary.patterns import pattern

SHORTEST_LIST = 3
"""Entries from which bare numbers 1, 2, 3 in a row number a list."""

_LONGEST_COUNT = 15
"""Digits of the longest number that counts something; longer ones name an account."""


@cache
def _grouped() -> "regex.Pattern[str]":
    return regex.compile(r"\d[.\s]\d{3}")


@cache
def _lost_blank() -> "regex.Pattern[str]":
    return regex.compile(r"(?<=\d\d)\p{Lu}\p{Ll}{3}")


@cache
def _sign() -> "regex.Pattern[str]":
    # `(- 43 Prozent)` is signed; `- 43 Prozent der Kunden` at the start of a line is a list.
    return regex.compile(r"(?r)(?<=[\s(\[/:;,>|]|^)(?:[+\-–−]|−\s)|(?<=\(|\s(?:auf|bei)\s)[+\-–−]\s")


def _from_word(text: str, found: WordQuantity) -> Quantity:
    qualifier, hedge_start = hedge_of(text, found.start, found.end, inner=found.inner)
    return Quantity(
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        low=found.value,
        high=found.value,
        precision=0.125 if found.form == "number" else 0.5,
        unit=found.unit,
        qualifier=qualifier,
        form=found.form,
        hedge_start=hedge_start,
        word=True,
    )


@cache
def _one_of_money() -> "regex.Pattern[str]":
    lead = r"um|auf|bei|mit|von|rund|etwa|knapp|gut|fast|über|unter"
    return regex.compile(any_spelling(rf"(?r)(?<!\p{{L}})(?:{lead})\s"), regex.IGNORECASE)


@cache
def _half_of_a_range() -> "regex.Pattern[str]":
    return regex.compile(r"(?i)ein- bis \p{Ll}")


@cache
def _rest_in_cents() -> "regex.Pattern[str]":
    """What follows the unit of `2 Euro 80`."""
    return regex.compile(
        r" (?P<digits>\d\d)(?=[.;!?)](?!\d)|,\s|\n|$| (?:je|pro|für|mehr|weniger|teurer|billiger)(?!\w))"
    )


def _article_counts(text: str, start: int, measure: Measure | None) -> bool:
    """Whether `ein`, `eine` states the number one: in `eine Million`, `um einen Euro`, not in `ein Punkt`."""
    if _half_of_a_range().match(text, start):
        return True
    if measure is None or (measure.unit is None and (measure.scale == 1 or measure.compound)):
        return False  # `einen Milliarden-Verlust` is vague
    if measure.scale > 1 or measure.unit in ("percent", "percentage_points"):
        return True
    return (is_currency(measure.unit) or measure.unit == "points") and bool(
        _one_of_money().match(text, 0, start)
    )


def _bare_digits_count(text: str, start: int, end: int) -> bool:
    """Whether digits without scale and unit can count something: not those of `2x`, `0815`, `16-Zylinder`."""
    written, following = text[start:end], text[end : end + 2]
    if following[:1].isalpha() and not (_grouped().search(written) or _lost_blank().match(text, end)):
        return False
    if following[:1] in ("_", "\\") or (following[:1] == "-" and not following[1:].isdigit()):
        return False
    if written[0] == "0" and written[1:2].isdigit():
        return False
    return len(written) <= _LONGEST_COUNT or not written.isdigit()


def _is_quantity(text: str, start: int, end: int, word: str | None, measure: Measure | None) -> bool:
    """Whether a number, with what stands beside it, states a quantity at all."""
    bare = measure is None or (measure.unit is None and measure.scale == 1)
    if word in ARTICLES:
        if not _article_counts(text, start, measure):
            return False
    elif bare and (word == "eins" or (word is None and not _bare_digits_count(text, start, end))):
        return False
    return not is_excluded(text, start, end, bare=bare)


def _build(
    text: str,
    start: int,
    number: Number,
    measure: Measure,
    *,
    word: str | None = None,
    inner: str | None = None,
    borrowed: bool = False,
) -> Quantity:
    """Put a number together with scale, unit, sign and hedge.

    Args:
        text: The article.
        start: First code point of the number or of the currency before it.
        number: What it says.
        measure: Scale and unit; it ends where the quantity ends.
        word: The word in lower case, where the number is written as one.
        inner: A hedge inside the number (`gut` in `eine gute halbe Million`).
        borrowed: The measure comes from a table or from brackets before the number.
    """
    factor = measure.scale * measure.factor
    value = number.value * factor
    sign = None if word else _sign().match(text, 0, start)
    if sign is not None:
        start = sign.start()
        value = value if sign[0].strip() == "+" else -value
    qualifier, hedge_start = hedge_of(text, start, measure.end, inner=inner, compound=measure.compound)
    return Quantity(
        start=start,
        end=measure.end,
        text=text[start : measure.end],
        low=float(value),
        high=float(value),
        precision=float(number.step * factor / 2),
        unit=measure.unit,
        qualifier=qualifier,
        hedge_start=hedge_start,
        signed=sign is not None,
        multiplier=float(factor),
        borrowed=borrowed,
        word=word is not None,
        compound=measure.compound,
        decimal=number.step < 1,
    )


def _from_number(text: str, written: WrittenNumber, floor: int) -> Quantity | None:
    start, end, word = written.start, written.end, written.word
    measure = measure_around(text, start, end, start if word else floor)
    bracketed = measure_in_bracket(text, start, end) if measure is None else None
    measure = measure or bracketed
    if not _is_quantity(text, start, end, word, measure):
        return None
    glued = written.glued and not (_grouped().search(text, start, end) or _lost_blank_before(text, start))
    if glued and (measure is None or (measure.unit is None and measure.scale < 1000)):
        return None  # `iPhone12`, `Covid19`
    measure = measure or Measure(start, end)
    number = written.number
    cents = _rest_in_cents().match(text, measure.end) if is_currency(measure.unit) else None
    if cents and measure.scale == measure.factor == number.step == 1:
        number = Number(number.value + Decimal(cents["digits"]) / 100, Decimal("0.01"))
        measure = replace(measure, end=cents.end())
    return _build(
        text,
        measure.start,
        number,
        measure,
        word=word,
        inner=written.inner,
        borrowed=bracketed is not None,
    )


def _lost_blank_before(text: str, start: int) -> bool:
    """Whether worn text has lost the blank before a number (`arbeiten dort780 Leute`, `das Ziel,350 bis`)."""
    if text[start - 1] in ",;:":
        return True
    return pattern("before_glued", "links.toml").search(text[max(0, start - 12) : start]) is not None


def _in_cells(text: str, cells: dict[Place, Measure]) -> list[Quantity]:
    return [
        _build(text, start, read_digits(text[start:end]), measure, borrowed=True)
        for (start, end), measure in cells.items()
        if end - start <= LONGEST_NUMBER and not is_excluded_cell(text, start, end)
    ]


def _without_counting(quantities: list[Quantity]) -> list[Quantity]:
    """Leave out numbers that only count the entries of a list (`1 Stau auf der A7 2 Wetter 3 Horoskop`)."""
    kept: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in quantities:
        bare = quantity.unit is None and not (quantity.scaled or quantity.word or quantity.decimal)
        expected = run[-1].low + 1 if run else 1
        if bare and quantity.low == expected:
            run.append(quantity)
            continue
        kept += run if len(run) < SHORTEST_LIST else []
        run = [quantity] if bare and quantity.low == 1 else []
        kept += [] if run else [quantity]
    return kept + (run if len(run) < SHORTEST_LIST else [])


def find_single(text: str) -> list[Quantity]:
    """Find every quantity by itself, before ranges are joined.

    Args:
        text: The article.

    Returns:
        Quantities in order, none overlapping another.
    """
    tables = read_tables(text)
    found = _in_cells(text, tables.cells) + [_from_word(text, word) for word in find_words(text)]
    taken = sorted(date_spans(text) + tables.heads + [(quantity.start, quantity.end) for quantity in found])
    ends = [end for _start, end in taken]
    floor = 0
    for written in find_written(text):
        following = bisect_right(ends, written.start)
        if following < len(taken) and taken[following][0] < written.end:
            continue
        quantity = _from_number(text, written, floor)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    apart: list[Quantity] = []
    for quantity in found:
        # Not finite is a row of hundreds of digits before `fach`.
        if isfinite(quantity.low) and (not apart or quantity.start >= apart[-1].end):
            apart.append(quantity)
    return _without_counting(apart)
