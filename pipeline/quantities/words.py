"""Reads the words that are a quantity in themselves: fractions (`ein Drittel`) and factors (`verdoppelt`, `dreimal so viele`)."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from pipeline.quantities.numbers import read_digits, read_word

_FRACTIONS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "fuenftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8,
    "neuntel": 9, "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100,
}  # fmt: skip
_ORDINALS = {
    "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "fuenfte": 5, "sechste": 6, "siebte": 7,
    "achte": 8, "neunte": 9, "zehnte": 10, "zwanzigste": 20, "hundertste": 100,
}  # fmt: skip
_MULTIPLES = {
    "doppel": 2, "dreifach": 3, "vierfach": 4, "fünffach": 5, "fuenffach": 5, "sechsfach": 6,
    "siebenfach": 7, "achtfach": 8, "neunfach": 9, "zehnfach": 10, "hundertfach": 100,
}  # fmt: skip
_SMALL = "ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|zwanzig|fünfzig|hundert"


@dataclass(frozen=True, slots=True)
class WordQuantity:
    """A word or phrase that is a quantity.

    Attributes:
        start: First code point of the covered words.
        end: First code point after them.
        value: Percent for a fraction, new value over old one for a factor.
        form: Which of the two it is.
        qualifier: Hedge inside the phrase (`ein gutes Drittel`), else `exact`.
    """

    start: int
    end: int
    value: float
    form: Literal["fraction", "factor"]
    qualifier: str = "exact"


@cache
def _pattern() -> "regex.Pattern[str]":
    fractions, ordinals, multiples = "|".join(_FRACTIONS), "|".join(_ORDINALS), "|".join(_MULTIPLES)
    return regex.compile(
        r"(?<![\w-])(?:"
        rf"(?P<fraction>(?:(?P<numerator>eine[ms]?|ein|zwei|drei|vier|fünf)\s+)(?:(?P<hedge>gut|knapp)e[snmr]?\s+)?"
        rf"(?P<denominator>{fractions})[ns]?)(?!\w|\s+(?:nach|vor)\s+\w+\b(?=\s*Uhr))"
        r"|(?:(?P<half_hedge>gute?|knappe?)\s+)?(?P<half>Hälfte|Haelfte)(?!\w)"
        rf"|(?P<every>jede[rsmn]?\s+(?P<ordinal>{ordinals})[rnsm]?)(?!\w)(?!\s+(?:Quartal|Jahr|Tag|Mal|Woche|Monat))"
        rf"|(?P<of>(?P<some>{_SMALL})\s+von\s+(?P<whole>zehn|hundert|fünf|vier|drei))(?!\w)"
        rf"|(?P<verb>ver(?P<multiple>{multiples})(?:e?t|e?te[nrms]?|e?n|e|lung|elung|ung)|ver(?P<multiple2>doppl)(?:ung|e))(?!\w)"
        r"|(?P<halving>halbier(?:t|te|ten|en|e|ter|tes|ung)|Halbierung)(?!\w)"
        r"|(?P<times>(?:(?P<count>\d{1,3}(?:,\d+)?|" + _SMALL + r")[- ]?mal)(?=\s+(?:so|mehr|höher|größer|grösser|soviel)))"
        rf"|(?P<fold>(?P<fold_word>doppelt|{'|'.join(m for m in _MULTIPLES if m != 'doppel')}))(?=\s+so\s|\s+soviel)"
        rf"|(?:(?<=das\s)|(?<=aufs\s))(?P<noun>(?P<noun_word>Doppelte|Dreifache|Vierfache|Fünffache|Sechsfache|Zehnfache))(?!\w)"
        r"|(?P<half_as>halb)(?=\s+so\s+(?:viel|hoch|groß|gross|stark))"
        r")",
        regex.IGNORECASE,
    )


def _multiple(word: str) -> float:
    key = word.casefold()
    if key.startswith("doppl") or key.startswith("doppel"):
        return 2.0
    return float(_MULTIPLES[key.removesuffix("e") if key not in _MULTIPLES else key])


def _count(written: str) -> float:
    if written[0].isdigit():
        return float(read_digits(written).value)
    number = read_word(written)
    return float(number.value) if number else 1.0


_HEDGES = {"gut": "over", "gute": "over", "knapp": "under", "knappe": "under", None: "exact"}


def _read(match: "regex.Match[str]") -> WordQuantity:
    if match["fraction"]:
        share = 100.0 * _count(match["numerator"]) / _FRACTIONS[match["denominator"].casefold()]
        hedge = match["hedge"].casefold() if match["hedge"] else None
        return WordQuantity(*match.span("fraction"), round(share, 6), "fraction", _HEDGES[hedge])
    if match["half"]:
        hedge = match["half_hedge"].casefold() if match["half_hedge"] else None
        return WordQuantity(*match.span("half"), 50.0, "fraction", _HEDGES[hedge])
    if match["every"]:
        return WordQuantity(*match.span("every"), round(100.0 / _ORDINALS[match["ordinal"].casefold()], 6), "fraction")
    if match["of"]:
        share = 100.0 * _count(match["some"]) / _count(match["whole"])
        return WordQuantity(*match.span("of"), round(share, 6), "fraction")
    if match["verb"]:
        return WordQuantity(*match.span("verb"), _multiple(match["multiple"] or match["multiple2"]), "factor")
    if match["halving"] or match["half_as"]:
        return WordQuantity(*match.span("halving" if match["halving"] else "half_as"), 0.5, "factor")
    if match["times"]:
        return WordQuantity(*match.span("times"), _count(match["count"]), "factor")
    if match["fold"]:
        return WordQuantity(*match.span("fold"), _multiple(match["fold_word"].removesuffix("t")), "factor")
    return WordQuantity(*match.span("noun"), _multiple(match["noun_word"].casefold().removesuffix("te")), "factor")


def find_words(text: str) -> list[WordQuantity]:
    """Find the fractions and factors of a text.

    Args:
        text: The article.

    Returns:
        What was found, in order; empty for most texts.
    """
    return [_read(match) for match in _pattern().finditer(text)]
