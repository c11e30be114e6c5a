"""Interval arithmetic: what a number allows by its precision and hedge, and whether a known one fits."""

from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

from pipeline.records.claim import Verdict

EQUAL = 1e-9
"""Relative difference below which two numbers are the same number, kept in floating point."""

CLOSE = 0.02
"""How near a hedged number must be to a value that is not certainly the one meant, as a share of it."""

Reach = Literal["near", "wide"]


@dataclass(frozen=True, slots=True)
class Value:
    """A known value and how finely it was published.

    Attributes:
        low: Lower end.
        high: Upper end; equals `low` unless a range was published.
        precision: Half a unit of the last digit published.
    """

    low: float
    high: float
    precision: float = 0.0

    @property
    def middle(self) -> float:
        """The value itself, or the middle of the range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A number as a text states it.

    Attributes:
        low: Lower end.
        high: Upper end; equals `low` unless the text gives a range.
        precision: Half a unit of the last digit as written.
        qualifier: The hedge.
        reach: What the hedge says of distance: `near` (`knapp`), `wide` (`unter`), None where not known.
        fraction: A fraction in words, which is coarse: `ein Drittel` is said of 34 percent as well.
    """

    low: float
    high: float
    precision: float
    qualifier: str = "exact"
    reach: Reach | None = None
    fraction: bool = False

    def times(self, factor: float) -> "Stated":
        """The same words with every number multiplied; a negative factor turns the range round."""
        low, high = sorted((self.low * factor, self.high * factor))
        return replace(self, low=low, high=high, precision=self.precision * abs(factor))

    @property
    def relative_precision(self) -> float:
        """Precision as a share of the number: 0.005 for three digits.

        The higher, the more often it fits by chance. Zeros of a hedged number are no digits: `über 350` tells
        two.
        """
        size = max(abs(self.low), abs(self.high))
        precision = self.precision
        if self.qualifier != "exact":
            precision = max(precision, last_step(self.high, self.precision) / 2)
        return precision / size if size else 1.0


def equal(one: float, other: float) -> bool:
    """Whether two numbers are the same but for floating point."""
    return abs(one - other) <= EQUAL * max(abs(one), abs(other))


def within(value: float, low: float, high: float) -> bool:
    """Whether a value lies between two ends or on one of them, up to floating point."""
    slack = EQUAL * max(abs(low), abs(high), abs(value))
    return low - slack <= value <= high + slack


def close(stated: "Stated", known: Value) -> bool:
    """Whether a hedged number is so near a value that it may be meant although another is expected."""
    return abs(stated.low - known.low) <= CLOSE * abs(known.low)


def last_step(value: float, precision: float) -> float:
    """One unit of the last digit that is not zero: 100 million for `300 Millionen`, 1,000 for `265.000`.

    Args:
        value: The number as written, in base units.
        precision: Half a unit of its last written digit.
    """
    step = 2 * precision
    if value == 0 or step <= 0 or not isfinite(value / step):
        return step
    while step * 10 <= abs(value) * (1 + EQUAL) and equal(round(value / (step * 10)) * step * 10, value):
        step *= 10
    return step


def published_precision(value: float, unit: str) -> float:
    """Half a unit of the last digit of a known value, as far as the number itself shows it.

    A table keeps no trailing zeros: 15.8 billion stands there as 15800000000 and may be off by 50 million.
    Two digits are taken as meant in any case, so that 300 million is known to 5 million; small amounts of
    money are known to a cent.

    Args:
        value: Known value in base units.
        unit: Its unit.
    """
    size = abs(value)
    if size < 1000:
        decimals = len(repr(size).partition(".")[2].rstrip("0"))
        if unit.isupper():
            decimals = max(decimals, 2)
        return 0.5 * 10.0**-decimals
    if not equal(size, round(size)):
        return 0.5 * 10.0 ** -len(repr(size).partition(".")[2])
    digits = str(round(size))
    return 0.5 * 10.0 ** (len(digits) - max(2, len(digits.rstrip("0"))))


def about(stated: Stated, number: float) -> float:
    """How far the true value may be from a number hedged by `rund`, `knapp` or `gut`.

    Half a unit of the last digit that is not zero (`rund 330` is 325 to 335), not more than a tenth of the
    number (`rund 300` is 270 to 330) nor less than a fiftieth; a tenth for a fraction.

    Args:
        stated: What the text says.
        number: The end of the range that is asked about.
    """
    size = abs(number)
    if stated.fraction:
        return 0.1 * size
    return max(stated.precision, min(last_step(size, stated.precision) / 2, 0.1 * size), 0.02 * size)


def aside(stated: Stated) -> float:
    """How far the true value may lie on the side that `über` or `unter` names and still be near.

    One unit of the last digit that is not zero (`über 300` is said up to 400, then it would be `über 400`),
    not more than 15 percent of the number nor less than 5.

    Args:
        stated: What the text says.
    """
    size = abs(stated.low)
    if stated.fraction:
        return 0.15 * size
    if stated.reach == "near":
        return about(stated, size)
    return max(stated.precision, min(last_step(size, stated.precision), 0.15 * size), 0.05 * size)


def agreement(stated: Stated, known: Value) -> Verdict | None:
    """How a known value confirms a stated one.

    Args:
        stated: What the text says.
        known: What is known, in the same unit.

    Returns:
        `exact`, `rounded`, `hedged` or `in_range`; None where the value does not fit, or satisfies a hedge
        only from afar.
    """
    if not equal(stated.low, stated.high):
        return _range_agreement(stated, known)
    if _on_the_wrong_side(stated, known):
        return None
    number, precision = stated.low, stated.precision
    if not equal(known.low, known.high):
        if _hedge_holds(stated, known):
            return "hedged"
        return "in_range" if within(number, known.low - precision, known.high + precision) else None
    if equal(number, known.low):
        return "exact"
    distance = abs(number - known.low)
    # The second test is for a text that tells more digits than the table: 15.83 where 15.8 is known.
    if within(distance, 0, precision) or distance < known.precision * (1 - EQUAL):
        return "rounded"
    return "hedged" if _hedge_holds(stated, known) else None


def _on_the_wrong_side(stated: Stated, known: Value) -> bool:
    """`über 173` of 172.7: rounded rightly, but the hedge is wrong."""
    if stated.qualifier not in ("under", "over"):
        return False
    number, low, high = _sizes(stated, known)
    wrong = low - number if stated.qualifier == "under" else number - high
    return wrong > known.precision + EQUAL * number


def _range_agreement(stated: Stated, known: Value) -> Verdict | None:
    precision = max(stated.precision, known.precision * (1 - EQUAL))
    if within(known.low, stated.low - stated.precision, stated.high + stated.precision) and within(
        known.high, stated.low - stated.precision, stated.high + stated.precision
    ):
        return "in_range"
    if within(abs(known.low - stated.low), 0, precision) and within(
        abs(known.high - stated.high), 0, precision
    ):
        return "in_range"
    if stated.qualifier == "about":
        low = stated.low - about(stated, stated.low)
        high = stated.high + about(stated, stated.high)
        return "hedged" if within(known.low, low, high) and within(known.high, low, high) else None
    return None


def _hedge_holds(stated: Stated, known: Value) -> bool:
    """Whether a value satisfies a hedge from near; `über 12 Prozent gefallen` is measured by size."""
    number, low, high = _sizes(stated, known)
    precision = stated.precision
    match stated.qualifier:
        case "about" | "exact" if stated.fraction or stated.qualifier == "about":
            near = about(stated, number)
            return within(low, number - near, number + near) and within(high, number - near, number + near)
        case "under":
            return within(high, number - aside(stated), number)
        case "over":
            return within(low, number, number + aside(stated))
        case "at_most":
            return within(high, number / 2, number + precision)
        case "at_least":
            return within(low, number - precision, 2 * number)
    return False


def holds_from_afar(stated: Stated, known: Value) -> bool:
    """Whether a value lies on the side that the hedge names, however far: 500 for `über 300`.

    Args:
        stated: What the text says.
        known: What is known, in the same unit.
    """
    if stated.reach == "near" or not equal(stated.low, stated.high):
        return False
    number, low, high = _sizes(stated, known)
    if stated.qualifier in ("under", "at_most"):
        return high <= number
    return stated.qualifier in ("over", "at_least") and low >= number


def _sizes(stated: Stated, known: Value) -> tuple[float, float, float]:
    if stated.low >= 0:
        return stated.low, known.low, known.high
    return -stated.low, -known.high, -known.low
