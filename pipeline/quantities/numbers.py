"""Reads one number, in digits or in words, and tells how precisely it is written."""

from argparse import ArgumentError  # zahlwort2num raises it for a word it cannot read
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import regex
import zahlwort2num

from pipeline.quantities.spelling import any_spelling, with_umlauts

_SIGNS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}

# Not \d, which knows digits of scripts and old computers of which Python makes no number.
DIGITS = (
    r"(?:(?:[0-9]{1,3}[ ])?[1-9]/[2-9](?=[ ]?(?:%|Prozent|Million|Milliard|Mio|Mrd))"  # 3 1/2 Prozent
    r"|(?:0|[1-9][0-9]{0,2})(?:[ .][0-9]{3})+(?:,[0-9]+)?(?![0-9])"  # 12.345,6 and 16 037,87, not 07/08 260
    r"|[0-9]{1,3}(?:'[0-9]{3})+(?:[.,][0-9]+)?"  # 1'234.50
    r"|[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+"  # 1,250.50
    r"|[0-9]{1,3}(?:,[0-9]{3}){2,}"  # 1,234,567
    r"|[0-9]+(?:[.,][0-9]+)?[½¼¾⅓⅔]?"
    r"|[½¼¾⅓⅔])"
    r"(?:[.,][-–—]{1,2}(?![\p{L}\d]|[ ](?:und|bis|/)[ ][0-9]{1,2}\.))?"  # Fr. 100.-, 11,- DM
)

_UNITS = "eins|ein|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
_MORPHEMES = (
    "dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zehn|elf|zwölf"
    f"|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|{_UNITS}"
)
_CARDINAL = rf"(?:(?:{_MORPHEMES})(?:(?:und)?(?:{_MORPHEMES}))*+)"
_LARGE = {"hundert": Decimal(100), "tausend": Decimal(1000)}
_PARTS = {"einhalb": Decimal("0.5"), "einviertel": Decimal("0.25"), "dreiviertel": Decimal("0.75")}
_MIXED = rf"(?:(?:anderthalb|(?:{_UNITS}|zehn|elf|zwölf)(?:{'|'.join(_PARTS)}))(?:hundert|tausend)?)"
NUMBER_WORD = any_spelling(rf"(?:{_MIXED}|null|{_CARDINAL}|einen|einem|einer|eine)")
NUMBER_ROOTS = tuple(
    word
    for word in sorted({*_MORPHEMES.split("|"), "null", "anderthalb"})
    if not any(word != root and word.startswith(root) for root in _MORPHEMES.split("|"))
)
"""With one of these every number word begins."""
LONGEST_NUMBER = 40
"""Digits, blanks and points of the longest number that can be meant; a longer run of digits is none."""
LONGEST_WORD = 120
"""The same for a number word; `neunhundertneunundneunzigtausendneunhundertneunundneunzig` has 56 letters."""
ARTICLES = frozenset(("ein", "eine", "einen", "einem", "einer", "eines"))


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        value: What it says.
        step: The value of its last written digit (`12,4` is 0.1, `70.000` is 1000, `dreieinhalb` is 0.5).
    """

    value: Decimal
    step: Decimal


def _step_of_whole(digits: str, value: Decimal) -> Decimal:
    """Value of the last digit that means something: `265.000` is told in thousands, `7000` in hundreds."""
    if value < 1000:
        return Decimal(1)
    zeros = len(digits) - len(digits.rstrip("0"))
    # At least two digits count (CLAIMS.md, `precision`): `7000` is 7,000 ± 50 and not ± 500.
    return Decimal(10) ** min(zeros, len(digits) - 2)


@cache
def _fraction() -> "regex.Pattern[str]":
    return regex.compile(r"(?P<whole>.*?)[ ]?(?:(?P<sign>[½¼¾⅓⅔])|(?P<above>\d)/(?P<below>\d))")


@cache
def _dot_groups() -> "regex.Pattern[str]":
    return regex.compile(r"[1-9]\d{0,2}\.\d{3}")


def read_digits(written: str, *, point: bool = False) -> Number:
    """Read a number written in digits, in German, Swiss or English grouping.

    Args:
        written: One match of `DIGITS`, such as `12.345,6`, `1'234.50`, `2½` or `11,-`.
        point: The text writes decimals with a point, so that `1.250` is one and a quarter.

    Returns:
        Its value and step. Else a single dot before exactly three digits groups (`12.345`); before any other
        number of digits it is a decimal point (`2.5`, `1.0847`). A single comma is always a decimal comma.
    """
    fraction = _fraction().fullmatch(written)
    if fraction:
        above, below = _SIGNS.get(fraction["sign"]) or (int(fraction["above"]), int(fraction["below"]))
        whole = read_digits(fraction["whole"]).value if fraction["whole"] else Decimal(0)
        return Number(whole + Decimal(above) / below, Decimal(1) / below)
    digits = written.rstrip("-–—").rstrip(".,").replace(" ", "").replace("'", "")
    if digits.count(",") > 1 or ("," in digits and digits.rfind(".") > digits.rfind(",")):
        digits = digits.replace(",", "")
    elif "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(".") > 1 or (not point and _dot_groups().fullmatch(digits)):
        digits = digits.replace(".", "")
    value = Decimal(digits)
    if "." in digits:
        return Number(value, Decimal(1).scaleb(-len(digits.split(".")[1])))
    return Number(value, _step_of_whole(digits.lstrip("0") or "0", value))


@lru_cache(maxsize=4096)
def read_word(written: str) -> Number | None:
    """Read a number written as a German word.

    Args:
        written: A word such as `zwölf`, `dreieinhalb`, `zweihundertfünfzig`, `einer`.

    Returns:
        Its value and step, or None where the word is no number (`einund`).
    """
    if len(written) > LONGEST_WORD:
        return None
    word = with_umlauts(written.lower())
    word = "zwei" if word == "zwo" else word
    if word in ARTICLES:
        return Number(Decimal(1), Decimal(1))
    if word == "null":
        return Number(Decimal(0), Decimal(1))
    for large, factor in _LARGE.items():
        mixed = word.removesuffix(large)
        if mixed != word and mixed.endswith(("halb", "viertel")):  # `dreieinhalbtausend`
            some = read_word(mixed)
            return Number(some.value * factor, some.step * factor) if some else None
    if word == "anderthalb":
        return Number(Decimal("1.5"), Decimal("0.5"))
    for ending, part in _PARTS.items():
        if word.endswith(ending):
            whole = read_word(word.removesuffix(ending))
            return Number(whole.value + part, min(part, 1 - part)) if whole else None
    try:
        value = Decimal(zahlwort2num.convert(word))
    except (ValueError, LookupError, TypeError, AttributeError, ArgumentError):
        return None
    return Number(value, _step_of_whole(str(value), value))


@cache
def spoken_decimal() -> "regex.Pattern[str]":
    """Pattern of a decimal in words: `zwölf Komma vier`, `3 Komma 5`."""
    part = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
    return regex.compile(rf"(?<!\w)({part})\s[Kk]omma((?:\s{part})+)(?!\w)", regex.IGNORECASE)


def read_spoken_decimal(whole: str, decimals: str) -> Number | None:
    """Read the two sides of a spoken decimal.

    Args:
        whole: What stands before `Komma` (`zwölf`).
        decimals: What stands after it, one digit a word (`vier`, `zwei fünf`).

    Returns:
        The number, or None where a part is none.
    """
    parts = [whole, *decimals.split()]
    numbers = [read_digits(part) if part.isdigit() else read_word(part) for part in parts]
    if any(number is None or number.value % 1 for number in numbers):
        return None  # `zwölf Komma anderthalb`
    first, *rest = [str(number.value) for number in numbers if number]
    fraction = "".join(rest)
    return Number(Decimal(f"{first}.{fraction}"), Decimal(1).scaleb(-len(fraction)))
