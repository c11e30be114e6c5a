"""Rewrites places of a gold document and moves its claims along, so that every offset still fits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.evaluation.gold import GoldClaim, GoldDocument
from pipeline.evaluation.mutation.times import Days
from pipeline.figures.known import KnownFigure


@dataclass(frozen=True, slots=True)
class Edit:
    """A place of a text and what is to stand there.

    Attributes:
        start: First code point of the place.
        end: First code point after it; equals `start` for words put in.
        text: What stands there afterwards.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change of a text.

    Attributes:
        edits: Places and what is to stand there.
        fields: Fields of the gold claim that get other values by it.
        days: The period's days, where they change.
        rows: Known figures of the company, where it changes.
        companies: Names by which all claims of the document are about another company.
    """

    edits: tuple[Edit, ...]
    fields: Mapping[str, Any] = field(default_factory=dict)
    days: Days | None = None
    rows: tuple[KnownFigure, ...] | None = None
    companies: Mapping[str, str] = field(default_factory=dict)


def rewrite(document: GoldDocument, at: int, rewording: Rewording, name: str) -> GoldDocument:
    """Write a private copy of a document with some places changed.

    Args:
        document: The document, which stays as it is.
        at: Position of the claim that the rewording is made for.
        rewording: Places that do not overlap, each within a quantity or outside all of them.
        name: What `doc_id` of the copy ends in.

    Returns:
        The copy; `text`, `start` and `end` of its claims fit its text.
    """
    ordered = sorted(rewording.edits, key=lambda edit: edit.start)
    text = document.text
    for edit in reversed(ordered):
        text = text[: edit.start] + edit.text + text[edit.end :]
    claims = []
    for position, claim in enumerate(document.claims):
        start = claim.start + _growth(edit for edit in ordered if edit.end <= claim.start)
        # Words put in right behind a quantity stay outside it.
        end = claim.end + _growth(
            edit for edit in ordered if edit.end <= claim.end and edit.start < claim.end
        )
        fields: dict[str, Any] = {"start": start, "end": end, "text": text[start:end]}
        fields["company"] = rewording.companies.get(claim.company or "", claim.company)
        if position == at:
            fields |= rewording.fields
        claims.append(replace(claim, **fields))
    return replace(document, doc_id=f"{document.doc_id}#{name}", text=text, claims=tuple(claims))


def _growth(edits: Iterable[Edit]) -> int:
    return sum(len(edit.text) - (edit.end - edit.start) for edit in edits)


def sentence_of(spans: list[tuple[int, int]], claim: GoldClaim) -> tuple[int, int]:
    """Start and end of the sentence that holds a claim."""
    return next(
        ((start, end) for start, end in spans if start <= claim.start < end), (claim.start, claim.end)
    )
