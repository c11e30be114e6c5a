"""Finds the scale and the unit beside a number, on either side of it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

import regex
from pydantic import Field

from pipeline.quantities.spelling import any_spelling
from pipeline.vocabulary.loading import Rule, load_rules

LONGEST_GAP = 3
GAP = rf"\s{{0,{LONGEST_GAP}}}"
"""What may stand between a number, its scale and its unit: blanks of any kind, line breaks too (`73\\n%`)."""

SYMBOLS = "€$£¥%‰"
DOT = r"\.?"
ONE = Decimal(1)
_THOUSAND = r"(?P<thousand>[TkM])(?P<currency>EUR|€|CHF|USD|US\$|DM|GBP|SFr\.?|Euro)(?!\w)"


class Scale(Rule):
    """A word that multiplies a number, such as `Millionen`."""

    factor: float
    forms: list[str] = Field(min_length=1)


class Unit(Rule):
    """A word that says what a number counts, such as `Euro` or `Prozent`."""

    symbol: str
    factor: float = 1.0
    forms: list[str] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Measure:
    """Scale and unit found beside a number.

    Attributes:
        start: First code point of them.
        end: First code point after them.
        scale: Factor of the scale words, 1 where none is written.
        unit: Unit, None where none is written.
        factor: Factor of the unit itself (`Pence` is 0.01 GBP).
        compound: The rest of a compound that they begin (`Übernahme` in `4-Milliarden-Euro-Übernahme`).
    """

    start: int
    end: int
    scale: Decimal = ONE
    unit: str | None = None
    factor: Decimal = ONE
    compound: str = ""


@cache
def scales() -> tuple[Scale, ...]:
    """The scale words of the vocabulary."""
    return load_rules("units.toml", "scale", Scale)


@cache
def units() -> tuple[Unit, ...]:
    """The units of the vocabulary."""
    return load_rules("units.toml", "unit", Unit)


def alternation(forms: list[str]) -> str:
    """One pattern of many forms, the longest first, so that `Euro-Cent` wins over `Euro`.

    Args:
        forms: Regular expressions.

    Returns:
        A non-capturing group of them, in every spelling of their umlauts.
    """
    return any_spelling(f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})")


_END = r"(?!\w)"
_WORN_END = (
    rf"(?:{_END}|(?=\p{{Lu}}|(?:und|auf|im|in|an|zu|mehr|weniger|nach|von|vor|bei|gegenüber)(?!\p{{L}})))"
)
"""Where a longer word ends in worn text that has lost a blank: `8,50 EuroDividende`, `um 7 Prozentauf`."""


def _bounded(form: str) -> str:
    """A form that ends in a letter must end there (`Mill` is not `Miller`), one in a dot or sign need not."""
    if form.endswith((*SYMBOLS, ".")):
        return form
    end = _WORN_END if len(form) > 2 and form.rstrip("\\.?")[-1].islower() else _END
    return rf"{form.removesuffix(DOT)}(?:\.|{end})" if form.endswith(DOT) else f"{form}{end}"


def _words(forms: list[str]) -> str:
    bounded = [_bounded(form) for form in sorted(forms, key=len, reverse=True)]
    return any_spelling(f"(?:{'|'.join(bounded)})")


@cache
def _scale_pattern() -> "regex.Pattern[str]":
    return regex.compile(_words([form for scale in scales() for form in scale.forms]))


@cache
def _unit_pattern() -> "regex.Pattern[str]":
    return regex.compile(_words([form for unit in units() for form in unit.forms]))


@cache
def _right_pattern() -> "regex.Pattern[str]":
    scale, unit = _scale_pattern().pattern, _unit_pattern().pattern
    return regex.compile(
        rf"{GAP}-?(?:{_THOUSAND}"
        rf"|(?P<percent>prozentig\p{{Ll}}*|%ig\p{{Ll}}*)"
        rf"|(?P<scale>{scale})(?:{GAP}-?(?P<scale2>{scale}))?(?:{GAP}-?(?:an )?(?P<unit>{unit}))?"
        rf"|(?P<only>{unit}))"
        rf"(?:-(?P<compound>\p{{L}}[\p{{L}}-]*))?"
    )


@lru_cache(maxsize=4096)
def _begins_measure(sign: str) -> bool:
    """Whether scale or unit can begin with a sign; asked first, as after most numbers none does."""
    return _right_pattern().match(sign, partial=True) is not None


def measure_words() -> str:
    """Pattern of what can begin a measure that no number stands before (`Mio.`, `TEUR`, `Euro`)."""
    return rf"(?:{_THOUSAND}|{_scale_pattern().pattern}|{_unit_pattern().pattern})"


@cache
def _named_scale() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\p{{L}})(?:{_THOUSAND}|{_scale_pattern().pattern})")


@cache
def _named_unit() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<!\p{{L}})(?:{_THOUSAND}|{_unit_pattern().pattern})")


def names_scale(written: str) -> bool:
    """Whether a quantity as written tells its scale: `4,5 Mio.`, `TEUR 300`, but not `4,5`."""
    return _named_scale().search(written) is not None


def names_unit(written: str) -> bool:
    """Whether a quantity as written tells its unit: `4,5 Mio. Euro`, `12 %`, but not `4,5 Mio.`."""
    return _named_unit().search(written) is not None


def is_currency(unit: str | None) -> bool:
    """Whether a unit is money (an ISO 4217 code)."""
    return unit is not None and len(unit) == 3 and unit.isupper()


@cache
def _left_pattern(words: bool) -> "regex.Pattern[str]":
    """A currency before a number; as a word only before a scale (`Euro 5,3 Mio.`, not `der Dollar 0,89`)."""
    short = r"^[A-Z]{3}$|\$|€|£|¥|Fr" + ("|^(?:US-)?[DE]\\w+[or]$" if words else "")
    forms = [form for unit in units() if is_currency(unit.symbol) for form in unit.forms]
    currency = alternation([form for form in forms if regex.search(short, form)])
    scale = r"(?P<scale>Mio\.?|Mrd\.?|Tsd\.?|[TkM](?=EUR|€|CHF|USD|US\$|GBP))"
    # Not `Mo.-Fr. 8`.
    return regex.compile(rf"(?r)(?<![\w$–-])(?:{scale}{GAP})?(?P<unit>{currency}){GAP}")


@lru_cache(maxsize=2048)
def scale_of(written: str | None) -> Decimal:
    """Factor of a scale word as written (`Mrd.` is 10^9), 1 of none."""
    for scale in scales() if written else ():
        if regex.fullmatch(alternation(scale.forms), written):
            return Decimal(scale.factor)
    return ONE


@lru_cache(maxsize=2048)
def unit_of(written: str) -> tuple[str, Decimal]:
    """Symbol and factor of a unit as written (`Pence` is GBP and 0.01)."""
    for unit in units():
        # What a form asks of the text after it is not written with the unit: `Stellen(?= \w+er hinter)`.
        forms = [f"{form.replace('(?=', '(?:')}?" if "(?=" in form else form for form in unit.forms]
        if regex.fullmatch(alternation(forms), written):
            return unit.symbol, Decimal(str(unit.factor))
    raise KeyError(written)


_PREFIX = {"T": Decimal(1000), "k": Decimal(1000), "M": Decimal(10**6)}


def measure_after(text: str, position: int) -> Measure | None:
    """Read scale and unit that begin where a number ends.

    Args:
        text: The article.
        position: First code point after the number.

    Returns:
        What was found, or None where neither scale nor unit follows.
    """
    place = position
    while place < position + LONGEST_GAP and text[place : place + 1].isspace():
        place += 1
    place += text.startswith("-", place)
    match = _right_pattern().match(text, position) if _begins_measure(text[place : place + 1]) else None
    if match is None:
        return None
    compound = match["compound"] or ""
    end = match.start("compound") - 1 if compound else match.end()
    if match["percent"]:
        return Measure(position, end, unit="percent", compound=compound)
    written = match["currency"] or match["only"] or match["unit"]
    symbol, factor = unit_of(written) if written else (None, ONE)
    scale = _PREFIX[match["thousand"]] if match["thousand"] else scale_of(match["scale"])
    return Measure(position, end, scale * scale_of(match["scale2"]), symbol, factor, compound)


@cache
def _letter() -> "regex.Pattern[str]":
    return regex.compile(r"(?:(?P<thousand>[kK])|(?P<million>[mM])|(?P<billion>[bB]))(?!\w)")


def letter_scale(text: str, position: int) -> Measure | None:
    """Read the letter that English writes for a scale after a currency and a number (`$5m`, `£3b`, `€500k`).

    Args:
        text: The article.
        position: First code point after the number.
    """
    match = _letter().match(text, position)
    if match is None:
        return None
    return Measure(
        position, match.end(), Decimal(10) ** {"thousand": 3, "million": 6, "billion": 9}[match.lastgroup]
    )


def measure_before(text: str, position: int, *, words: bool = False) -> Measure | None:
    """Read a currency that stands before a number (`EUR 4,3 Mio.`, `TEUR 12.400`).

    Args:
        text: The article.
        position: First code point of the number.
        words: The currency can be written as a word (`Euro 5,3 Mio.`).

    Returns:
        What was found, or None where no currency precedes.
    """
    match = _left_pattern(words).match(text, 0, position)
    if match is None:
        return None
    symbol, factor = unit_of(match["unit"])
    prefix = match["scale"]
    scale = _PREFIX.get(prefix) or scale_of(prefix)
    return Measure(match.start(), position, scale, symbol, factor)


def measure_around(text: str, start: int, end: int, floor: int) -> Measure | None:
    """Read what is written to a number on both sides of it.

    Args:
        text: The article.
        start: First code point of the number.
        end: First code point after it.
        floor: First code point that may be read before it.

    Returns:
        Scale and unit with the offsets of number, scale and unit together; None where neither is written.
    """
    after = measure_after(text, end)
    if after is not None and after.unit is not None:
        return replace(after, start=start)
    before = measure_before(text, start, words=after is not None) if floor < start else None
    if before is None or before.start < floor:
        return after and replace(after, start=start)
    after = after or letter_scale(text, end) or Measure(end, end)
    return replace(before, end=after.end, scale=before.scale * after.scale, compound=after.compound)
