"""The claims of a run as columns, the form in which the page carries them."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from pipeline.records.claim import Claim
from pipeline.records.companies import company_labels
from pipeline.report.places import in_browser

TEXTS = (
    "text", "sentence", "metric", "kind", "unit", "qualifier", "company", "company_id", "segment", "period",
    "period_start", "period_end", "reference", "status", "speaker", "verdict", "verdict_reason",
    "known_source",
)  # fmt: skip
NUMBERS = ("low", "high", "confidence", "known_low", "known_high")
FLAGS = ("adjusted", "fiscal", "negated")

Columns = dict[str, Any]


def claim_columns(claims: Sequence[Claim], places: Sequence[int]) -> Columns:
    """Put claims into columns.

    Args:
        claims: The claims.
        places: Where each claim's quantity begins in its sentence, in code points.

    Returns:
        Lists of one length by name, one entry a claim: numbers and flags as they are, texts as
        `{"values": […], "index": […]}`, each distinct text once and -1 for none. Beside the fields of the
        record `owner`, the name under which the company is counted, and `place`, where the quantity begins
        in the sentence, in UTF-16 code units.
    """
    columns: Columns = {name: text_column(getattr(claim, name) for claim in claims) for name in TEXTS}
    columns |= {name: [number(getattr(claim, name)) for claim in claims] for name in NUMBERS}
    columns |= {name: [int(getattr(claim, name)) for claim in claims] for name in FLAGS}
    columns["owner"] = text_column(company_labels(claims))
    columns["place"] = [
        in_browser(claim.sentence, [place])[0] for claim, place in zip(claims, places, strict=True)
    ]
    return columns


def text_column(values: Iterable[str | date | None]) -> dict[str, list[Any]]:
    """Put texts into a column: each distinct text once, and which of them each row has."""
    numbers: dict[str, int] = {}
    index = [-1 if value is None else numbers.setdefault(str(value), len(numbers)) for value in values]
    return {"values": list(numbers), "index": index}


def number(value: float | None) -> float | int | None:
    """A number as JSON can hold it, without `.0`; one that is not finite is missing."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
