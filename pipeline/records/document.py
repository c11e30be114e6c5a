"""The document record: one article of a run, beside its claims and entities."""

import datetime
from dataclasses import dataclass
from pathlib import PurePosixPath
from re import sub
from urllib.parse import urlsplit


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


def outlet(document: Document) -> str | None:
    """Who brought an article: the site of its address, else the file, or the folder, that it came from."""
    if document.url and (site := _site(document.url)):
        return site.removeprefix("www.")
    if not document.source:
        return None
    file = sub(r":\d+$", "", document.source)
    # A line of a file is one article of many, a whole file one of a folder.
    return file if file != document.source else str(PurePosixPath(file).parent)


def _site(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
