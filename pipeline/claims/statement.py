"""What the claims stage makes: a quantity with all the text says of it, and why each field is what it is."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.quantities.quantity import Quantity

OUTLOOKS = frozenset(("forecast", "prior_forecast", "consensus"))
"""What is said of figures that are not known yet, or were not when it was said."""


@dataclass(slots=True)
class Statement:
    """A quantity with what it measures, whose it is, for when and how sure.

    The fields are those of the claim record (see `pipeline.records.claim.Claim`); the rules of this stage
    fill them one after the other, so this class is not frozen.

    Attributes:
        quantity: The quantity.
        sentence_start: First code point of its sentence.
        sentence_end: First code point after it.
        link: How it hangs on the quantity before it in its group, None for the first.
        earlier: It is told of the time before the one that the sentence speaks of (`Vorjahr: 38`).
        column: Its place in a row of a table, None outside tables.
        reasons: For each field that a rule decided, the reason in words.
    """

    quantity: Quantity
    sentence_start: int
    sentence_end: int
    metric: str = "other"
    kind: str = "level"
    low: float = 0.0
    high: float = 0.0
    unit: str = "count"
    link: str | None = None
    earlier: bool = False
    column: int | None = None
    company: str | None = None
    company_id: str | None = None
    segment: str | None = None
    adjusted: bool = False
    period: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    fiscal: bool = False
    reference: str | None = None
    status: str = "reported"
    negated: bool = False
    speaker: str | None = None
    confidence: float = 1.0
    reasons: dict[str, str] = field(default_factory=dict)
