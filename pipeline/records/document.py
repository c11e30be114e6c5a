"""The document record: one article of a run, beside its claims and entities."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One article that was read.

    Attributes:
        doc_id: Name of the document.
        date: Day of publication.
        source: The file, and the line or entry in it, that it came from.
        title: Headline where the source keeps it apart.
        url: Address under which it was published.
        duplicate_of: The document that it is a near copy of, where copies were looked for.
        claims: Number of its claims.
        text: The whole text, in which the offsets of claims and entities count.
    """

    doc_id: str
    date: datetime.date | None
    source: str | None
    title: str | None
    url: str | None
    duplicate_of: str | None
    claims: int
    text: str
