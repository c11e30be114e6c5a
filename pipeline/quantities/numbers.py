"""Reads one number, in digits or in words, and tells how precisely it is written."""

from argparse import ArgumentError  # zahlwort2num raises it for a word it cannot read
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import regex
import zahlwort2num

FRACTION_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667"}

DIGITS = (
    r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?!\d)"  # 12.345,6 and 16 037,87
    r"|\d{1,3}(?:['’´`]\d{3})+(?:[.,]\d+)?"  # 1'234.50
    r"|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?"  # 1,234,567
    r"|\d+(?:[.,]\d+)?(?:[½¼¾⅓⅔])?"
    r"|[½¼¾⅓⅔]"
)

_UNITS = "eins|ein|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun"
_MORPHEMES = (
    "dreizehn|vierzehn|fünfzehn|fuenfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zehn|elf|zwölf|zwoelf"
    "|zwanzig|dreißig|dreissig|vierzig|fünfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend"
    f"|{_UNITS}"
)
CARDINAL = rf"(?:(?:{_MORPHEMES})(?:(?:und)?(?:{_MORPHEMES}))*+)"
HALVES = rf"(?:anderthalb|(?:{_UNITS}|zehn|elf|zwölf)einhalb)"
NUMBER_WORD = rf"(?:{HALVES}|null|{CARDINAL}|einen|einem|einer|eine)"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    Attributes:
        value: What it says.
        step: The value of its last written digit (`12,4` is 0.1, `70.000` is 1000).
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


def read_digits(written: str) -> Number:
    """Read a number written in digits, in German, Swiss or English grouping.

    Args:
        written: One match of `DIGITS`, such as `12.345,6`, `1'234.50` or `2½`.

    Returns:
        Its value and step. A single dot before exactly three digits groups (`12.345`); before any other
        number of digits it is a decimal point (`2.5`, `1.0847`). A single comma is always a decimal comma.
    """
    sign = written[-1]
    if sign in FRACTION_SIGNS:
        whole = read_digits(written[:-1]).value if len(written) > 1 else Decimal(0)
        return Number(whole + Decimal(FRACTION_SIGNS[sign]), Decimal(1))
    digits = regex.sub(r"[\s'’´`]", "", written)
    if digits.count(",") > 1:
        digits = digits.replace(",", "")
    elif "," in digits:
        digits = digits.replace(".", "").replace(",", ".")
    elif digits.count(".") > 1 or regex.fullmatch(r"[1-9]\d{0,2}\.\d{3}", digits):
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
    word = written.lower().replace("fuenf", "fünf").replace("zwoelf", "zwölf").replace("dreissig", "dreißig")
    word = "zwei" if word == "zwo" else word
    if word in ("ein", "eine", "einen", "einem", "einer", "eines"):
        return Number(Decimal(1), Decimal(1))
    if word == "null":
        return Number(Decimal(0), Decimal(1))
    if word == "anderthalb":
        return Number(Decimal("1.5"), Decimal("0.5"))
    if word.endswith("einhalb"):
        whole = read_word(word.removesuffix("einhalb") or "null")
        return Number(whole.value + Decimal("0.5"), Decimal("0.5")) if whole else None
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
    if any(number is None for number in numbers):
        return None
    first, *rest = [str(number.value) for number in numbers if number]
    fraction = "".join(rest)
    return Number(Decimal(f"{first}.{fraction}"), Decimal(1).scaleb(-len(fraction)))
