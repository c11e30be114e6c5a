"""Reads words that are a quantity: fractions (`ein Drittel`), factors (`verdoppelt`, `dreimal so viele`)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from pipeline.quantities.numbers import NUMBER_WORD, read_digits, read_word
from pipeline.quantities.spelling import any_spelling, with_umlauts
from pipeline.vocabulary.pieces import Spotted, folded

_FRACTIONS = {
    "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9,
    "zehntel": 10, "zwanzigstel": 20, "hundertstel": 100,
}  # fmt: skip
_ORDINALS = {
    "zweite": 2, "dritte": 3, "vierte": 4, "fünfte": 5, "sechste": 6, "siebte": 7, "achte": 8, "neunte": 9,
    "zehnte": 10, "zwanzigste": 20, "hundertste": 100,
}  # fmt: skip
_HOURS = "(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One way to say a quantity in words.

    Attributes:
        unit: Unit of what it says.
        sign: What a text that holds it must hold in lower case, as a simple pattern that is searched fast.
        pattern: Regular expression; its group `covered` is what the offsets cover.
        value: Reads the value from a match.
    """

    unit: Literal["percent", "percentage_points", "factor"]
    sign: str
    pattern: str
    value: Callable[["regex.Match[str]"], float]


def _key(word: str) -> str:
    return with_umlauts(folded(word))


def _number(written: str) -> float:
    """The number before `fach` or `mal`, or of which a fraction is made."""
    number = read_digits(written.rstrip("-")) if written[0].isdigit() else read_word(written)
    return float(number.value) if number else 1.0


_HEDGE = r"(?:(?P<hedge>gut|knapp)e?[snmr]?\s+)"
_VERB_END = r"(?:e?t|e?te[nrms]?|e?n|e|lung|elung|ung)(?!\w)"
_PHRASES = (
    _Phrase(  # ein gutes Drittel, zwei Drittel
        "percent",
        "|".join(_FRACTIONS),
        rf"(?P<covered>(?P<above>eine[nms]?|ein|{_SMALL})\s+(?:weitere[snm]?\s+)?{_HEDGE}?"
        rf"(?P<part>{'|'.join(_FRACTIONS)})[ns]?)(?!\w|\s+(?:nach|vor)\s+\w+\s+Uhr|\s+p(?:rozent|unkt)|\s+{_HOURS}(?!\w))",
        lambda found: 100.0 * _number(found["above"]) / _FRACTIONS[_key(found["part"])],
    ),
    _Phrase(  # 1/3 der Kunden
        "percent",
        "/[2-9]",
        r"(?P<covered>(?P<above>[1-9])/(?P<below>[2-9]))(?=\s(?:der|des|aller|davon)(?!\w))",
        lambda found: 100.0 * int(found["above"]) / int(found["below"]),
    ),
    _Phrase(  # knapp die Hälfte; nicht `die zweite Hälfte`
        "percent",
        "hälfte",
        rf"(?<!(?:erste|zweite|obere|untere)[nr]?\s){_HEDGE}?(?P<covered>Hälfte)(?!\w)",
        lambda found: 50.0,
    ),
    _Phrase(  # jeder fünfte Kunde
        "percent",
        rf"jede[rsmn]?\s+(?:{'|'.join(_ORDINALS)})",
        rf"(?P<covered>jede[rsmn]?\s+(?P<ordinal>{'|'.join(_ORDINALS)})[rnsm]?)(?!\w)"
        r"(?!\s+(?:Quartal|Jahr|Tag|Mal|Woche|Monat|Stunde|Minute|Sekunde))",
        lambda found: 100.0 / _ORDINALS[_key(found["ordinal"])],
    ),
    _Phrase(  # drei von vier Befragten
        "percent",
        rf"von\s+(?:zehn|hundert|{_SMALL})",
        rf"(?P<covered>(?P<some>ein|{_SMALL}|zehn|zwanzig|fünfzig)\s+von\s+(?P<all>zehn|hundert|{_SMALL}))(?!\w)",
        lambda found: 100.0 * _number(found["some"]) / _number(found["all"]),
    ),
    _Phrase(  # um einen Viertelpunkt
        "percentage_points",
        "viertel[ -]?p",
        r"(?P<covered>(?:eine?[nm]?\s+)?(?P<three>drei)?[ ]?viertel[ -]?(?:prozent|(?:prozent)?punkte?s?))"
        r"(?!\w)",
        lambda found: 0.75 if found["three"] else 0.25,
    ),
    _Phrase("factor", "verdopp", rf"(?P<covered>verdopp(?:el|l(?=ung|e)){_VERB_END})", lambda found: 2.0),
    _Phrase(  # vervierfacht
        "factor",
        "fach",
        rf"(?P<covered>ver(?P<times>{_FOLD})fach{_VERB_END})",
        lambda found: _number(found["times"]),
    ),
    _Phrase(
        "factor", "halbier", r"(?P<covered>halbier(?:t|te|ten|en|e|ter|tes|ung))(?!\w)", lambda found: 0.5
    ),
    _Phrase(  # dreimal so viele, 2,5-mal höher; nicht `einmal mehr`
        "factor",
        r"mal\s+(?:so|mehr|höher|größer)",
        rf"(?!einmal)(?P<covered>(?P<times>\d{{1,3}}(?:,\d+)?|{NUMBER_WORD})[- ]?mal)"
        r"(?=\s+(?:so|mehr|höher|größer|soviel)(?!\w))",
        lambda found: _number(found["times"]),
    ),
    _Phrase(  # um den Faktor 2,5
        "factor",
        "faktor",
        rf"Faktor\s(?:von\s)?(?P<covered>(?P<times>\d{{1,3}}(?:,\d+)?|{NUMBER_WORD}))(?![\w%]|[.,:]\d)",
        lambda found: _number(found["times"]),
    ),
    _Phrase("factor", "doppelt", r"(?P<covered>doppelt)(?=\s+so\s|\s+soviel)", lambda found: 2.0),
    _Phrase(  # zehnfach so hoch
        "factor",
        r"fach\s+so",
        rf"(?P<covered>(?P<times>{_FOLD})fach)(?=\s+so\s|\s+soviel)",
        lambda found: _number(found["times"]),
    ),
    _Phrase(  # das gut Doppelte
        "factor",
        "doppelte",
        rf"(?:das|dem|aufs|ums|zum)\s{_HEDGE}?(?P<covered>Doppelten?)(?!\w)",
        lambda found: 2.0,
    ),
    _Phrase(  # auf das 3,8-Fache
        "factor",
        "fache",
        rf"(?:das|dem|aufs|ums|zum)\s{_HEDGE}?(?P<covered>(?P<times>{_FOLD})fachen?)(?!\w)",
        lambda found: _number(found["times"]),
    ),
    _Phrase(
        "factor", r"halb\s+so", r"(?P<covered>halb)(?=\s+so\s+(?:viel|hoch|groß|stark))", lambda found: 0.5
    ),
)


@cache
def _of_before() -> "regex.Pattern[str]":
    """What a fraction is a factor of: an earlier amount of the same (`ein Viertel des Vorjahreswertes`)."""
    return regex.compile(
        r"\s(?:des|der|vom|von\sdem)\s(?:(?:Vorjahres|Vorquartals|Vergleichs)\p{L}+"
        r"|(?:früheren|einstigen|damaligen|vorjährigen|letztjährigen)\s\p{L}*"
        r"(?:werte?s?|niveaus?|umsatze?s|gewinns?|absatzes|volumens?|menge|umfangs|erlöse?s?|ergebnisses)(?!\p{L}))",
        regex.IGNORECASE,
    )


_FORMS: dict[str, Literal["number", "fraction", "factor"]] = {
    "percent": "fraction",
    "percentage_points": "number",
    "factor": "factor",
}


@cache
def _compiled() -> tuple[tuple[_Phrase, Spotted, "regex.Pattern[str]"], ...]:
    # A pattern each: one that holds a plain word is searched many times faster than an alternation of all.
    return tuple(
        (
            phrase,
            Spotted(re.compile(any_spelling(phrase.sign))),
            regex.compile(any_spelling(rf"(?<![\w-]){phrase.pattern}"), regex.IGNORECASE),
        )
        for phrase in _PHRASES
    )


def find_words(text: str) -> list[WordQuantity]:
    """Find the fractions and factors of a text.

    Args:
        text: The article in plain characters.

    Returns:
        What was found, in order; empty for most texts.
    """
    plainly = folded(text)
    found = [
        _read(text, phrase, match)
        for phrase, sign, pattern in _compiled()
        if sign.may_match(plainly) and sign.pattern.search(plainly)
        for match in pattern.finditer(text)
    ]
    return sorted(found, key=lambda quantity: quantity.start)


def _read(text: str, phrase: _Phrase, match: "regex.Match[str]") -> WordQuantity:
    (start, end), value, unit = match.span("covered"), phrase.value(match), phrase.unit
    if unit == "percent" and _of_before().match(text, end) and not text[:start].endswith("um "):
        unit, value = "factor", value / 100  # `nicht einmal ein Viertel des Vorjahreswertes`
    inner = match.groupdict().get("hedge")
    return WordQuantity(start, end, round(value, 6), _FORMS[unit], unit, inner)
