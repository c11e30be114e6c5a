"""The record of a finding in a text: two figures of it that cannot both be right, each with its place."""

from dataclasses import dataclass, fields
from typing import Literal, get_args

Disagreeing = Literal["change", "sum", "repetition"]


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Figures of one text that cannot all be right, found without any table.

    Attributes:
        doc_id: The document.
        finding: `change` for one that its levels do not have, `sum` for a whole that its parts miss,
            `repetition` for one figure told twice.
        reason: Which figures, where, and what they make, in one sentence.
        start: First code point of the first figure in the document's text.
        end: First code point after it.
        text: The text between them.
        sentence: The sentence that holds it.
        other_start: First code point of the figure that disagrees most plainly with it.
        other_end: First code point after it.
        other_text: The text between them.
        other_sentence: The sentence that holds it.
    """

    doc_id: str
    finding: Disagreeing
    reason: str
    start: int
    end: int
    text: str
    sentence: str
    other_start: int
    other_end: int
    other_text: str
    other_sentence: str


INCONSISTENCY_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Inconsistency))
"""Names of the columns of a table of findings, in their order."""

DISAGREEING: tuple[str, ...] = get_args(Disagreeing)
