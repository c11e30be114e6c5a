"""Names each claim that is missed, false or wrong in a field, with the sentence it stands in."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.errors import UsageError
from pipeline.evaluation.agreement import FIELDS
from pipeline.evaluation.gold import GoldClaim
from pipeline.evaluation.matching import MatchedDocument
from pipeline.language.boundaries import sentence_spans
from pipeline.records.claim import Claim

DETECTION = "detection"
"""The field under which missed and false claims stand: nothing can be said of their other fields."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a prediction has wrong.

    Attributes:
        kind: `missed` for a gold claim without partner, `false` for a predicted one, `wrong` for a field.
        field: The wrong field, `detection` for a missed or false claim.
        doc_id: The document.
        start: First code point of the quantity in its text.
        text: The quantity as gold covers it, for a false claim as it was predicted.
        sentence: The sentence that holds it.
        expected: What gold says; None for a false claim.
        found: What was predicted; None for a missed claim.
    """

    kind: Literal["missed", "false", "wrong"]
    field: str
    doc_id: str
    start: int
    text: str
    sentence: str
    expected: str | None
    found: str | None


def list_faults(documents: Iterable[MatchedDocument], field: str | None = None) -> list[Fault]:
    """List what is missed, false and wrong, in the order of the texts.

    Documents of the test split are left out: of them only the score may be looked at.

    Args:
        documents: Gold documents with predictions and pairs.
        field: One of `FIELDS` or `detection`, to list faults of that field alone.

    Returns:
        One entry for each missed or false claim and each wrong field of a pair.

    Raises:
        UsageError: There is no such field.
    """
    check_field(field)
    faults = (fault for entry in documents if entry.document.split != "test" for fault in _faults_of(entry))
    return [fault for fault in faults if field in (None, fault.field)]


def check_field(field: str | None) -> None:
    """Refuse a field that faults cannot be listed by.

    Args:
        field: As `list_faults` takes it.

    Raises:
        UsageError: There is no such field.
    """
    if field not in (None, DETECTION, *FIELDS):
        raise UsageError(f"There is no field {field!r}. Use one of {', '.join((DETECTION, *FIELDS))}.")


def _faults_of(entry: MatchedDocument) -> list[Fault]:
    matched_gold = {pair.gold for pair in entry.matches}
    matched_predicted = {pair.predicted for pair in entry.matches}
    faults = [
        _fault(entry, "missed", DETECTION, claim, describe(claim), None)
        for at, claim in enumerate(entry.document.claims)
        if at not in matched_gold
    ]
    faults += [
        _fault(entry, "false", DETECTION, claim, None, describe(claim))
        for at, claim in enumerate(entry.predicted)
        if at not in matched_predicted
    ]
    for pair in entry.matches:
        gold, predicted = entry.document.claims[pair.gold], entry.predicted[pair.predicted]
        faults += [
            _fault(entry, "wrong", field, gold, _field_text(gold, field), _field_text(predicted, field))
            for field in FIELDS
            if field not in pair.right
        ]
    return sorted(faults, key=lambda fault: fault.start)


def _fault(
    entry: MatchedDocument,
    kind: Literal["missed", "false", "wrong"],
    field: str,
    claim: Claim | GoldClaim,
    expected: str | None,
    found: str | None,
) -> Fault:
    sentence = sentence_at(entry.document.text, claim.start)
    return Fault(kind, field, entry.document.doc_id, claim.start, claim.text, sentence, expected, found)


@lru_cache(maxsize=1)
def _sentences(text: str) -> list[tuple[int, int]]:
    return sentence_spans(text)


def sentence_at(text: str, position: int) -> str:
    """Cut out the sentence of a quantity; gold, and so a missed claim, carries none."""
    return next((text[start:end] for start, end in _sentences(text) if start <= position < end), "")


def describe(claim: Claim | GoldClaim) -> str:
    """Say a claim in one line: the core fields, then those of the full record that are not the usual ones."""
    parts = [claim.metric, claim.kind, _field_text(claim, "value"), claim.unit]
    parts += [part for part in (claim.company, claim.segment, claim.period) if part]
    parts += [part for part in (claim.status, claim.qualifier) if part not in ("reported", "exact")]
    return " ".join(parts)


def _field_text(claim: Claim | GoldClaim, field: str) -> str:
    if field == "value":
        return f"{claim.low:.12g}" if claim.low == claim.high else f"{claim.low:.12g} to {claim.high:.12g}"
    if field == "span":
        return f"{claim.text} ({claim.start} to {claim.end})"
    value = getattr(claim, field)
    return "none" if value is None else str(value)
