"""Reads how a gold claim's number is written, and writes another number the same way."""

from dataclasses import dataclass, replace
from functools import cache

import regex

from pipeline.evaluation.gold import GoldClaim

COMMA, POINT = ",", "."
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e12, 0.01)
_WORDS = {"illiard": 1e9, "illion": 1e6, "Cent": 0.01, "Rappen": 0.01, "Pence": 0.01}
_COARSE_WORD = 0.5
"""Half a unit of what words alone say: `ein Drittel`, `verdoppelt`."""


@cache
def _digits() -> "regex.Pattern[str]":
    return regex.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+| \d{3}(?!\d))*")


@dataclass(frozen=True, slots=True)
class Written:
    """One number as a text writes it.

    Attributes:
        before: What the quantity covers before its digits (`EUR `, `+`).
        digits: The digits with their marks (`8.071`).
        after: What it covers after them (` Mio. EUR`).
        mark: Decimal mark of the text.
        scale: What a one stands for: 1e6 for `Mio.`, 0.01 for `Cent`.
    """

    before: str
    digits: str
    after: str
    mark: str
    scale: float

    @property
    def text(self) -> str:
        """The quantity."""
        return self.before + self.digits + self.after

    @property
    def size(self) -> float:
        """The number in base units, without sign."""
        return round(_value(self.digits, self.mark) * self.scale, 6)

    @property
    def decimals(self) -> int:
        """Digits after the decimal mark."""
        return len(self.digits.partition(self.mark)[2])

    @property
    def precision(self) -> float:
        """Half a unit of the last digit, as the guide of the claim record defines it."""
        half = 0.5 * 10.0**-self.decimals * self.scale
        figures = "".join(sign for sign in self.digits if sign.isdigit())
        if not self.decimals and len(figures) > 3:
            zeros = len(figures) - len(figures.rstrip("0"))
            half *= 10 ** min(zeros, len(figures) - 2)
        return half

    def telling(self, size: float, decimals: int | None = None) -> "Written":
        """The same words with another number.

        Args:
            size: The number in base units, without sign; rounded to the decimals.
            decimals: Digits after the mark; as many as there are now where None.
        """
        number = f"{size / self.scale:.{self.decimals if decimals is None else decimals}f}"
        whole, _, rest = number.partition(".")
        return replace(
            self, digits=f"{self._grouped(whole)}{self.mark}{rest}" if rest else self._grouped(whole)
        )

    def _grouped(self, whole: str) -> str:
        separator = next((sign for sign in self.digits if not sign.isdigit() and sign != self.mark), None)
        if separator is None and (self.mark == POINT or len(self.digits) > 3):
            return whole
        return f"{int(whole):,}".replace(",", separator or POINT)


def read_written(claim: GoldClaim, mark: str = COMMA) -> Written | None:
    """Read the number of a claim.

    Args:
        claim: A gold claim.
        mark: Decimal mark of its document, for a number that tells none.

    Returns:
        How it is written; None for a range, for words, and where digits and value do not belong together.
    """
    found = _digits().findall(claim.text)
    if len(found) != 1 or claim.low != claim.high or not claim.low:
        return None
    before, digits, after = claim.text.partition(found[0])
    for one in dict.fromkeys((mark, COMMA, POINT)):
        number = _value(digits, one)
        for scale in _SCALES:
            if number and abs(number * scale - abs(claim.low)) <= 1e-9 * abs(claim.low):
                return Written(before, digits, after, one, scale)
    return None


def precision_of(claim: GoldClaim, mark: str = COMMA) -> float:
    """Half a unit of the last digit of any gold claim, in base units.

    Args:
        claim: A gold claim.
        mark: Decimal mark of its document.
    """
    written = read_written(claim, mark)
    if written is not None:
        return written.precision
    found = _digits().findall(claim.text)
    numbers = [_value(digits, mark) for digits in found]
    size = max(abs(claim.low), abs(claim.high))
    if not found or not numbers[-1]:
        words = next((scale for word, scale in _WORDS.items() if word in claim.text), 1.0)
        return _COARSE_WORD * words
    decimals = len(found[-1].partition(mark)[2])
    return 0.5 * 10.0**-decimals * min(_SCALES, key=lambda scale: abs(numbers[-1] * scale / size - 1))


def decimal_mark(claims: tuple[GoldClaim, ...]) -> str:
    """The decimal mark of a document, by the numbers that can be read in one way only."""
    for claim in claims:
        marks = {one for one in (COMMA, POINT) if (read := read_written(claim, one)) and read.mark == one}
        written = read_written(claim)
        if len(marks) == 1 and written is not None and written.decimals:
            return marks.pop()
    return COMMA


def _value(digits: str, mark: str) -> float:
    whole, _, rest = digits.partition(mark)
    if not rest.isdigit():
        rest = ""
    figures = "".join(sign for sign in whole if sign.isdigit())
    return float(f"{figures or 0}.{rest or 0}")
