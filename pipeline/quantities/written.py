"""Finds the places of a text where a number is written, in digits or in words, and reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from pipeline.quantities.numbers import (
    DIGITS,
    LONGEST_NUMBER,
    NUMBER_WORD,
    Number,
    read_digits,
    read_spoken_decimal,
    read_word,
    spoken_decimal,
)
from pipeline.quantities.places import matches_at, number_word_places
from pipeline.vocabulary.pieces import folded

_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number at its place.

    Attributes:
        start: First code point of its digits or words.
        end: First code point after them.
        number: What they say.
        word: The words in lower case, None for digits.
        inner: A hedge inside it (`gut` in `eine gute halbe Million`).
        glued: Letters stand directly before its digits (`standen18,6Mrd.€` in worn text, `iPhone12`).
    """

    start: int
    end: int
    number: Number
    word: str | None = None
    inner: str | None = None
    glued: bool = False


@cache
def _digits() -> "regex.Pattern[str]":
    # In `10-12` a number begins after the dash, in `A-12` and `B2-12` none does. The digit looked for first
    # lets the search skip all else.
    begin = r"(?<![\w.,]|\d'|\p{L}[-–_]|\p{L}\d+[-–_])"
    worn = r"(?P<glued>(?<=\p{Ll}{2}|\p{Ll}[.,;:])(?=\d))"
    money = r"(?<=(?<!\w)(?:EUR|TEUR|USD|CHF|TCHF|GBP|DEM|ATS))(?=\d)"  # `EUR3,67`
    return regex.compile(rf"(?=[0-9½¼¾⅓⅔])(?:{begin}|{worn}|{money}){DIGITS}")


@cache
def _words() -> "regex.Pattern[str]":
    pattern = rf"(?<![\p{{L}}\d_-]){NUMBER_WORD}(?:(?!\p{{L}})|(?=prozentig))"
    return regex.compile(pattern, regex.IGNORECASE)


@cache
def _parts() -> "regex.Pattern[str]":
    """`eine halbe Million`, `eine gute Viertelmilliarde`, `eine knappe Million`, `einen vollen Punkt`."""
    hedge = r"(?:(?P<inner>gut|knapp)e[nrsm]?\s+)"
    large = r"(?:Million|Milliarde|Billion)"
    half = rf"(?P<half>halbe[nrsm]?)(?=\s+(?:{large}|Prozent|Punkt|Euro|Dollar|Franken|Cent|Mark))"
    whole = rf"(?:voll|ganz)e[nrsm]?(?=\s+(?:{large}|Prozent|Punkt))"
    quarter = rf"(?P<quarter>(?P<three>drei)?viertel)(?={large})"
    return regex.compile(
        rf"(?<![\p{{L}}\d_-])(?:(?:eine?[mnrs]?\s+)?{hedge}?(?:{half}|{quarter})|eine?[mnrs]?\s+(?:{whole}|{hedge}(?={large})))",
        regex.IGNORECASE,
    )


@cache
def _point_decimals() -> "regex.Pattern[str]":
    """What shows that a text writes decimals with a point, as Swiss news does."""
    return regex.compile(r"(?=\d)(?:\d'\d{3}|\d{1,3}\.\d{1,2}[ ]?(?:%|Prozent|Mio|Mrd|Mill|Franken|CHF))")


@cache
def _comma_decimals() -> "regex.Pattern[str]":
    return regex.compile(r"\d,\d")


@cache
def _ambiguous() -> "regex.Pattern[str]":
    """Three digits after a point that are decimals in one text and a group in another (`2.125%`)."""
    return regex.compile(r"\d{1,3}\.\d{3}(?=[ ]?(?:%|Prozent|Mi[ol]|Mrd|Mia))")


def _writes_points(text: str) -> bool:
    return _point_decimals().search(text) is not None and _comma_decimals().search(text) is None


@cache
def _english_groups() -> "regex.Pattern[str]":
    return regex.compile(r"(?<=[$£])\d{1,3},\d{3}(?![\d,])")


def _in_digits(text: str) -> Iterator[WrittenNumber]:
    points = _writes_points(text)
    for match in _digits().finditer(text):
        if len(match[0]) > LONGEST_NUMBER:
            continue
        # `$1,250` in an English quotation has groups and no decimals.
        english = _english_groups().match(text, match.start())
        written = match[0].replace(",", "") if english else match[0]
        number = read_digits(written, point=points and _ambiguous().match(text, match.start()) is not None)
        yield WrittenNumber(match.start(), match.end(), number, glued=match["glued"] is not None)


def _in_words(text: str, plainly: str) -> Iterator[WrittenNumber]:
    for match in matches_at(_words(), text, number_word_places(plainly)):
        number = read_word(match[0])
        if number is not None:
            yield WrittenNumber(match.start(), match.end(), number, word=match[0].casefold())
    for match in spoken_decimal().finditer(text):
        number = read_spoken_decimal(match[1], match[2])
        if number is not None:
            yield WrittenNumber(match.start(), match.end(), number, word=match[0].casefold())


def _in_parts(text: str, plainly: str) -> Iterator[WrittenNumber]:
    large = any(scale in plainly for scale in ("million", "milliarde", "billion"))
    if not (large or any(part in plainly for part in ("halbe", "volle", "ganze"))):
        return
    for match in _parts().finditer(text):
        value = Decimal(1)
        if match["half"] or match["quarter"]:
            value = _HALF if match["half"] else _QUARTER * (3 if match["three"] else 1)
        number = Number(value, min(value, 1 - value) or value)
        yield WrittenNumber(match.start(), match.end(), number, match[0].casefold(), match["inner"])


def find_written(text: str) -> list[WrittenNumber]:
    """Find the numbers of a text.

    Args:
        text: The article in plain characters.

    Returns:
        Numbers in order, none overlapping another; of two that begin together the longer one.
    """
    plainly = folded(text)
    found = [*_in_digits(text), *_in_words(text, plainly), *_in_parts(text, plainly)]
    found.sort(key=lambda written: (written.start, -written.end))
    apart: list[WrittenNumber] = []
    for written in found:
        if not apart or written.start >= apart[-1].end:
            apart.append(written)
    return apart
