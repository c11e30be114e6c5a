"""Turns what the stages found into records: `doc._.claims`, `doc._.entities`; the last with spaCy objects."""

from collections.abc import Callable
from functools import partial
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

import pipeline.records.serialisation  # noqa: F401 (registers how a document is written)
from pipeline.claims.statement import Statement
from pipeline.language.plain import Plain, plain_of
from pipeline.mentions.mention import EntityMention
from pipeline.mentions.mentions import Mentions
from pipeline.records.claim import Claim, Kind, Metric, Qualifier, Status
from pipeline.records.entity import Entity


def claim_of(statement: Statement, doc_id: str, written: Plain) -> Claim:
    """Make the record of a statement.

    Args:
        statement: The statement.
        doc_id: Name of its document.
        written: Text of its document, in whose plain characters the statement has its places.

    Returns:
        The claim; its `text` is the document's text between its offsets.
    """
    quantity = statement.quantity
    start, end = written.in_article(quantity.start, quantity.end)
    # A quantity can stand across the end of a sentence: `5⏎⏎Euro`, `Euro(+46,4%).Im Quartal` in worn text.
    first, last = written.in_article(
        min(statement.sentence_start, quantity.start), max(statement.sentence_end, quantity.end)
    )
    return Claim(
        doc_id=doc_id,
        start=start,
        end=end,
        text=written.article[start:end],
        sentence=written.article[first:last],
        metric=cast(Metric, statement.metric),
        kind=cast(Kind, statement.kind),
        low=statement.low,
        high=statement.high,
        precision=quantity.precision,
        unit=statement.unit,
        qualifier=cast(Qualifier, quantity.qualifier),
        company=statement.company and written.as_written(statement.company),
        company_id=statement.company_id,
        segment=statement.segment and written.as_written(statement.segment),
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


def entity_of(mention: EntityMention, doc_id: str, written: Plain) -> Entity:
    """Make the record of a named entity.

    Args:
        mention: The entity as the mentions stage found it.
        doc_id: Name of its document.
        written: Text of its document, where the mention has its places.

    Returns:
        The record; an organisation carries its identifier where the register knows it.
    """
    return Entity(
        doc_id=doc_id,
        start=mention.start,
        end=mention.end,
        text=written.article[mention.start : mention.end],
        label=mention.label,
        name=written.as_written(mention.name),
        entity_id=mention.company_id,
    )


def _get(extension: str, doc: Doc) -> tuple[Claim | Entity, ...]:
    # A document that was written and read again has a list there.
    return tuple(doc.user_data.get(f"kennzahl.{extension}", ()))


def _set(extension: str, doc: Doc, records: tuple[Claim | Entity, ...]) -> None:
    doc.user_data[f"kennzahl.{extension}"] = records


def _annotate(doc: Doc) -> Doc:
    doc_id, written = doc._.doc_id or "", plain_of(doc)
    doc._.claims = tuple(claim_of(statement, doc_id, written) for statement in doc._.statements or ())
    mentions: Mentions | None = doc._.mentions
    entities = mentions.entities if mentions else ()
    doc._.entities = tuple(entity_of(mention, doc_id, written) for mention in entities)
    return doc


@Language.factory(
    "kennzahl_records",
    requires=["doc._.statements", "doc._.mentions"],
    assigns=["doc._.claims", "doc._.entities"],
)
def make_records(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc._.claims`, a tuple of Claim, and `doc._.entities`, one of Entity.

    Args:
        nlp: The pipeline that it joins, after `kennzahl_claims`.
        name: Its name there.
    """
    if not Doc.has_extension("doc_id"):
        Doc.set_extension("doc_id", default=None)
    for extension in ("claims", "entities"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, getter=partial(_get, extension), setter=partial(_set, extension))
    return _annotate
