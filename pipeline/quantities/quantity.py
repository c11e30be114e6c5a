"""What a quantity is: a number that the text writes, with its scale, unit, written precision and hedge."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["number", "fraction", "factor"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that the text states.

    Attributes:
        start: First code point of the quantity in the text.
        end: First code point after it.
        text: The text between them.
        low: Lower end in base units, without the sign that only the sentence tells (`Verlust von 5 Mio.`
            is 5e6).
        high: Upper end; equals `low` unless the text gives a range.
        precision: Half a unit of the last digit as written, in base units.
        unit: ISO 4217 code, `percent`, `percentage_points`, `factor`, `count`, `points` or a physical unit;
            None where the text names none.
        qualifier: How the number is hedged, by the word before or after it.
        form: Written as number, as fraction (`ein Drittel`) or as factor (`verdoppelt`).
        hedge_start: Where the hedge begins, or `start`; what stands before it tells how the number is used.
        signed: A sign is written to the number (`-15,7 Prozent`).
        multiplier: What the written number was multiplied with: its scale (`Millionen` 1e6) and the factor
            of its unit (`Pence` 0.01).
        borrowed: Unit or scale was taken over from a neighbour (`von 6,8 auf 8,8 Milliarden Euro`).
        word: The number is written as a word.
        compound: It is part of a compound (`400-Millionen-Euro-Marke`); its last part, else empty.
        decimal: It is written with decimals.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    precision: float
    unit: str | None
    qualifier: str = "exact"
    form: Form = "number"
    hedge_start: int = -1
    signed: bool = False
    multiplier: float = 1.0
    borrowed: bool = False
    word: bool = False
    compound: str = ""
    decimal: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word such as `Millionen` is written with it or was taken over."""
        return self.multiplier >= 1000
