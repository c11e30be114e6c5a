"""Reads words that are a quantity: fractions (`ein Drittel`), factors (`verdoppelt`, `dreimal so viele`)."""

from collections.abc import Callable
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
    fractions, ordinals = "|".join(_FRACTIONS), "|".join(_ORDINALS)
    multiples = "|".join(word for word in _MULTIPLES if word != "doppel")
    return regex.compile(
        r"(?<![\w-])(?:"
        r"(?P<part>(?:(?P<numerator>eine[ms]?|ein|zwei|drei|vier|fünf)\s+)(?:(?P<part_hedge>gut|knapp)e[snmr]?\s+)?"
        rf"(?P<denominator>{fractions})[ns]?)(?!\w|\s+(?:nach|vor)\s+\w+\b(?=\s*Uhr))"
        r"|(?:(?P<half_hedge>gut|knapp)e?\s+)?(?P<half>Hälfte|Haelfte)(?!\w)"
        rf"|(?P<every>jede[rsmn]?\s+(?P<ordinal>{ordinals})[rnsm]?)(?!\w)"
        r"(?!\s+(?:Quartal|Jahr|Tag|Mal|Woche|Monat))"
        rf"|(?P<of>(?P<some>{_SMALL})\s+von\s+(?P<whole>zehn|hundert|fünf|vier|drei))(?!\w)"
        rf"|(?P<verb>ver(?P<multiple>doppel|{multiples})(?:e?t|e?te[nrms]?|e?n|e|lung|elung|ung)"
        r"|verdoppl(?:ung|e))(?!\w)"
        r"|(?P<halving>halbier(?:t|te|ten|en|e|ter|tes|ung))(?!\w)"
        rf"|(?P<times>(?P<count>\d{{1,3}}(?:,\d+)?|{_SMALL})[- ]?mal)"
        r"(?=\s+(?:so|mehr|höher|größer|grösser|soviel))"
        rf"|(?P<fold>doppelt|(?P<fold_word>{multiples}))(?=\s+so\s|\s+soviel)"
        r"|(?:(?<=das\s)|(?<=aufs\s))"
        r"(?P<noun>Doppelte|(?P<noun_word>Dreifach|Vierfach|Fünffach|Sechsfach|Zehnfach)e)(?!\w)"
        r"|(?P<halved>halb)(?=\s+so\s+(?:viel|hoch|groß|gross|stark))"
        r")",
        regex.IGNORECASE,
    )


def _count(written: str) -> float:
    number = read_digits(written) if written[0].isdigit() else read_word(written)
    return float(number.value) if number else 1.0


def _multiple(written: str | None) -> float:
    return float(_MULTIPLES[written.casefold()]) if written else 2.0


_VALUES: dict[str, Callable[["regex.Match[str]"], float]] = {
    "part": lambda found: 100.0 * _count(found["numerator"]) / _FRACTIONS[found["denominator"].casefold()],
    "half": lambda found: 50.0,
    "every": lambda found: 100.0 / _ORDINALS[found["ordinal"].casefold()],
    "of": lambda found: 100.0 * _count(found["some"]) / _count(found["whole"]),
    "verb": lambda found: _multiple(found["multiple"]),
    "halving": lambda found: 0.5,
    "times": lambda found: _count(found["count"]),
    "fold": lambda found: _multiple(found["fold_word"]),
    "noun": lambda found: _multiple(found["noun_word"]),
    "halved": lambda found: 0.5,
}
"""The value that each named part of the pattern states; the part is also what the offsets cover."""

_SHARES = frozenset(("part", "half", "every", "of"))
_HEDGES = {"gut": "over", "knapp": "under"}


def _read(found: "regex.Match[str]") -> WordQuantity:
    name = next(name for name in _VALUES if found[name])
    hedge = (found["part_hedge"] or found["half_hedge"] or "").casefold()
    return WordQuantity(
        start=found.start(name),
        end=found.end(name),
        value=round(_VALUES[name](found), 6),
        form="fraction" if name in _SHARES else "factor",
        qualifier=_HEDGES.get(hedge, "exact"),
    )


def find_words(text: str) -> list[WordQuantity]:
    """Find the fractions and factors of a text.

    Args:
        text: The article.

    Returns:
        What was found, in order; empty for most texts.
    """
    return [_read(found) for found in _pattern().finditer(text)]
