"""Turns what the stages found into records: `doc._.claims`. The last place that sees spaCy objects."""

from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.claims.statement import Statement
from pipeline.mentions.mentions import Mentions
from pipeline.records.claim import Claim, Kind, Metric, Qualifier, Status
from pipeline.records.entity import Entity


def claim_of(statement: Statement, doc_id: str, text: str) -> Claim:
    """Make the record of a statement.

    Args:
        statement: The statement.
        doc_id: Name of its document.
        text: Text of its document.

    Returns:
        The claim; its `text` is the document's text between its offsets.
    """
    quantity = statement.quantity
    return Claim(
        doc_id=doc_id,
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        sentence=text[statement.sentence_start : statement.sentence_end],
        metric=cast(Metric, statement.metric),
        kind=cast(Kind, statement.kind),
        low=statement.low,
        high=statement.high,
        precision=quantity.precision,
        unit=statement.unit,
        qualifier=cast(Qualifier, quantity.qualifier),
        company=statement.company,
        company_id=statement.company_id,
        segment=statement.segment,
        adjusted=statement.adjusted,
        period=statement.period,
        period_start=statement.period_start,
        period_end=statement.period_end,
        fiscal=statement.fiscal,
        reference=statement.reference,
        status=cast(Status, statement.status),
        negated=statement.negated,
        speaker=statement.speaker,
        confidence=statement.confidence,
    )


def entities_of(doc: Doc) -> list[Entity]:
    """Make the record of each named entity of a document.

    Args:
        doc: A document with `doc.ents`.

    Returns:
        Entities in order; an organisation carries its full name and identifier where they are known.
    """
    mentions: Mentions | None = doc._.mentions
    named = {mention.start: mention for mention in mentions.companies} if mentions else {}
    records = []
    amounts = [(quantity.start, quantity.end) for quantity in doc._.quantities or ()]
    for entity in doc.ents:
        # A model may call the `Euro` of an amount, or `griechischer`, a name.
        amount = any(start < entity.end_char and entity.start_char < end for start, end in amounts)
        if amount or entity.text[:1].islower():
            continue
        company = named.get(entity.start_char) if entity.label_ == "ORG" else None
        records.append(
            Entity(
                doc_id=doc._.doc_id or "",
                start=entity.start_char,
                end=entity.end_char,
                text=entity.text,
                label=entity.label_,
                name=company.name if company else entity.text,
                entity_id=company.company_id if company else None,
            )
        )
    return records


def _annotate(doc: Doc) -> Doc:
    doc_id, text = doc._.doc_id or "", doc.text  # spaCy puts `doc.text` together anew at every call
    doc._.claims = tuple(claim_of(statement, doc_id, text) for statement in doc._.statements or ())
    return doc


@Language.factory("kennzahl_records", requires=["doc._.statements"], assigns=["doc._.claims"])
def make_records(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc._.claims`, a tuple of Claim.

    Args:
        nlp: The pipeline that it joins, after `kennzahl_claims`.
        name: Its name there.
    """
    if not Doc.has_extension("doc_id"):
        Doc.set_extension("doc_id", default=None)
    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=())
    return _annotate
