"""What every tool has in common: spans with one label each, and a note that brings the other fields back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from spacy.language import Language

from pipeline.errors import GoldError
from pipeline.evaluation.gold import GoldClaim, GoldDocument, as_record, parse_document
from pipeline.flow import extract_claims
from pipeline.reading.article import Article
from pipeline.records.claim import Claim

FIELDS = frozenset(entry.name for entry in fields(GoldClaim)) - {"start", "end", "text"}
"""What a claim says beside its place; `metric` is the label that a person sees."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a person left, moved or marked.

    Attributes:
        start: Offset of its first code point.
        end: Offset after the last.
        label: Its metric.
        fields: Fields of the gold claim that the tool holds beside the label; they win over what was there.
    """

    start: int
    end: int
    label: str
    fields: Mapping[str, Any] = field(default_factory=dict)


def predicted(nlp: Language, articles: Iterable[Article]) -> Iterator[GoldDocument]:
    """Write what the pipeline finds as gold, to be corrected.

    Args:
        nlp: A pipeline made by `flow.load`.
        articles: The articles.

    Yields:
        A gold document for each, in order.
    """
    for article, claims, _ in extract_claims(nlp, articles):
        gold = tuple(GoldClaim(claim.start, claim.end, claim.text, **_fields(claim)) for claim in claims)
        yield GoldDocument(article.id, article.text, gold, article.date, article.source)


def note(document: GoldDocument) -> dict[str, Any]:
    """What a tool carries along unseen, so that fields which it does not know come back.

    Args:
        document: Gold.

    Returns:
        All of it but the text, in values that JSON knows.
    """
    record = as_record(document)
    del record["text"]
    return record


def corrected(
    text: str, note: Mapping[str, Any], spans: Iterable[Span], nlp: Language, place: str
) -> GoldDocument:
    """Make gold of what a person left.

    A span that stands where a claim stood keeps its fields; one that was moved or is new takes them from what
    the pipeline reads there, to be looked through once more.

    Args:
        text: The text as the tool gives it back.
        note: What `note` sent along; empty for a text that was not sent from here.
        spans: The spans of the text.
        nlp: The pipeline that reads new spans.
        place: Where the task stands, for messages and as id of a text that has none.

    Returns:
        The document.

    Raises:
        GoldError: Nothing can be read where a new span is, or what came back is no gold.
    """
    told = {(claim["start"], claim["end"]): claim for claim in note.get("claims", ())}
    bare = {"doc_id": place, **note, "text": text, "claims": []}
    article = parse_document(place, json.dumps(bare)).article()
    ((_, read, _),) = extract_claims(nlp, [article])
    claims = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        known = told.get((span.start, span.end)) or _read_there(read, span)
        covered = text[span.start : span.end]
        if known is None:
            cure = "Mark a number with its unit, or write the claim into the gold by hand"
            raise GoldError(place, f"no figure can be read in {covered!r}", cure)
        claims.append(
            {**known, **span.fields, "metric": span.label}
            | {"start": span.start, "end": span.end, "text": covered}
        )
    return parse_document(place, json.dumps({**bare, "claims": claims}))


def _fields(claim: Claim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in FIELDS}


def _read_there(read: Iterable[Claim], span: Span) -> dict[str, Any] | None:
    claim = next((claim for claim in read if claim.start < span.end and span.start < claim.end), None)
    return None if claim is None else _fields(claim)
