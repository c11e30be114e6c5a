"""Reads words that are a quantity: fractions (`ein Drittel`), factors (`verdoppelt`, `dreimal so viele`)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from pipeline.quantities.numbers import NUMBER_WORD, read_digits, read_word
from pipeline.quantities.spelling import any_spelling, with_umlauts

_FRACTIONS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
    "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100,
}  # fmt: skip
_ORDINALS = {
    "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9,
    "zehnte": 10, "zwanzigste": 20, "hundertste": 100,
}  # fmt: skip
_SMALL = "zwei|drei|vier|fünf|sechs|sieben|acht|neun"
# `vereinfacht` and `einfach so` hold no number.
_FOLD = rf"(?!eine?[mnr]?fach)(?:{NUMBER_WORD}|\d{{1,3}}(?:,\d+)?-?)(?=fach)"


@dataclass(frozen=True, slots=True)
class WordQuantity:
    """A word or phrase that is a quantity.

    Attributes:
        start: First code point of the covered words.
        end: First code point after them.
        value: Percent for a fraction, new value over old one for a factor.
        form: How it is written; `number` for a `Viertelpunkt`.
        unit: Its unit.
        inner: Hedge inside the phrase (`gut` in `ein gutes Drittel`).
    """

    start: int
    end: int
    value: float
    form: Literal["number", "fraction", "factor"]
    unit: str
    inner: str | None = None


@cache
def _pattern() -> "regex.Pattern[str]":
    fractions, ordinals = "|".join(_FRACTIONS), "|".join(_ORDINALS)
    hedge = r"(?:(?P<hedge>gut|knapp)e?[snmr]?\s+)"
    pattern = (
        r"(?<![\w-])(?:"
        rf"(?P<part>(?P<numerator>eine[nms]?|ein|{_SMALL})\s+(?:weitere[snm]?\s+)?{hedge}?"
        rf"(?P<denominator>{fractions})[ns]?)(?!\w|\s+(?:nach|vor)\s+\w+\s+Uhr)"
        r"|(?P<slash>(?P<above>[1-9])/(?P<below>[2-9]))(?=\s(?:der|des|aller|davon)(?!\w))"
        rf"|(?<!(?:erste|zweite)[nr]?\s){hedge}?(?P<half>Hälfte)(?!\w)"
        rf"|(?P<every>jede[rsmn]?\s+(?P<ordinal>{ordinals})[rnsm]?)(?!\w)"
        r"(?!\s+(?:Quartal|Jahr|Tag|Mal|Woche|Monat|Stunde|Minute|Sekunde))"
        rf"|(?P<of>(?P<some>ein|{_SMALL}|zehn|zwanzig|fünfzig)\s+von\s+(?P<whole>zehn|hundert|{_SMALL}))(?!\w)"
        r"|(?P<points>(?:eine?[nm]?\s+)?(?P<quarters>drei)?viertel-?(?:(?:prozent)?punkt(?:s|es)?|prozent))(?!\w)"
        rf"|(?P<verb>ver(?:doppel|(?P<multiple>{_FOLD})fach)(?:e?t|e?te[nrms]?|e?n|e|lung|elung|ung)"
        r"|verdoppl(?:ung|e))(?!\w)"
        r"|(?P<halving>halbier(?:t|te|ten|en|e|ter|tes|ung))(?!\w)"
        rf"|(?!einmal)(?P<times>(?P<count>\d{{1,3}}(?:,\d+)?|{NUMBER_WORD})[- ]?mal)"
        r"(?=\s+(?:so|mehr|höher|größer|soviel)(?!\w))"
        rf"|(?P<fold>doppelt|(?P<fold_word>{_FOLD})fach)(?=\s+so\s|\s+soviel)"
        rf"|(?<=(?:das|aufs|ums)\s(?:{hedge})?)(?P<noun>Doppelte|(?P<noun_word>{_FOLD})fache)(?!\w)"
        r"|(?P<halved>halb)(?=\s+so\s+(?:viel|hoch|groß|stark))"
        r")"
    )
    return regex.compile(any_spelling(pattern), regex.IGNORECASE)


def _key(word: str) -> str:
    return with_umlauts(word.casefold())


def _number(written: str | None) -> float:
    """The number before `fach` or `mal`; that of `doppelt` is not written."""
    if not written:
        return 2.0
    number = read_digits(written.rstrip("-")) if written[0].isdigit() else read_word(written)
    return float(number.value) if number else 2.0


_VALUES: dict[str, Callable[["regex.Match[str]"], float]] = {
    "part": lambda found: 100.0 * _number(found["numerator"]) / _FRACTIONS[_key(found["denominator"])],
    "slash": lambda found: 100.0 * int(found["above"]) / int(found["below"]),
    "half": lambda found: 50.0,
    "every": lambda found: 100.0 / _ORDINALS[_key(found["ordinal"])],
    "of": lambda found: 100.0 * _number(found["some"]) / _number(found["whole"]),
    "points": lambda found: 0.75 if found["quarters"] else 0.25,
    "verb": lambda found: _number(found["multiple"]),
    "halving": lambda found: 0.5,
    "times": lambda found: _number(found["count"]),
    "fold": lambda found: _number(found["fold_word"]),
    "noun": lambda found: _number(found["noun_word"]),
    "halved": lambda found: 0.5,
}
"""The value that each named part of the pattern states; the part is also what the offsets cover."""

_SHARES = frozenset(("part", "slash", "half", "every", "of"))


def _read(found: "regex.Match[str]") -> WordQuantity:
    name = next(name for name in _VALUES if found[name])
    place, value = found.span(name), round(_VALUES[name](found), 6)
    if name in _SHARES:
        return WordQuantity(place[0], place[1], value, "fraction", "percent", found["hedge"])
    if name == "points":
        return WordQuantity(place[0], place[1], value, "number", "percentage_points")
    return WordQuantity(place[0], place[1], value, "factor", "factor", found["hedge"])


def find_words(text: str) -> list[WordQuantity]:
    """Find the fractions and factors of a text.

    Args:
        text: The article in plain characters.

    Returns:
        What was found, in order; empty for most texts.
    """
    return [_read(found) for found in _pattern().finditer(text)]
