"""WARC, the form of web archives: each page and each plain text that a server answered is an article."""

import logging
from collections import Counter
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING

import regex

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.reading.entry import LARGEST_DOCUMENT, Entry, Reader
from pipeline.reading.page import read_page
from pipeline.reading.plain import read_plain

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

logger = logging.getLogger(__name__)

READERS: dict[str, Reader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "text/plain": read_plain,
}
CHARSET = r"(?i)charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})"
FOUND = "200"
AGAIN = "Fetch the archive again"


def read_warc(entry: Entry) -> Iterator[Article | Reject]:
    """Read a WARC file, plain or with each record compressed.

    The day on which a page was fetched is not its day of publication and is left alone.

    Args:
        entry: The file. The address of a page is its url; with its number it names the article.

    Yields:
        An article or a reject for each page found and each text converted from one (WET).

    Raises:
        ArticleError: The file is no WARC, or is cut off.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if not entry.stream.peek().startswith(b"WARC/"):
        raise ArticleError(entry.place, "it does not begin as a WARC does", AGAIN)
    passed_over = Counter[str]()
    try:
        records = ArchiveIterator(entry.stream)
        # It tells of a record's wrong length past all logging, where a scheduler reads JSON Lines.
        records.INC_RECORD = ""
        for number, record in enumerate(records, start=1):
            if record.rec_type is None:
                raise ArticleError(f"{entry.place}:{number}", "a WARC record without a type", AGAIN)
            kind = _kind(record)
            if kind in READERS:
                yield from _read_record(record, kind, entry, number)
            elif record.rec_type in ("response", "resource", "conversion"):
                passed_over[kind or "no kind told"] += 1
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        fault = f"no whole WARC record: {reason}"
        raise ArticleError(entry.place, fault, AGAIN) from None
    if passed_over:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(passed_over.items()))
        logger.warning("%s: passed over what is no page: %s", entry.place, kinds)


def _kind(record: "ArcWarcRecord") -> str | None:
    """The kind of content of an answer that was found; None for any other record."""
    if record.rec_type == "response":
        if record.http_headers is None or record.http_headers.get_statuscode() != FOUND:
            return None
        told = record.http_headers.get_header("Content-Type")
    elif record.rec_type in ("resource", "conversion"):
        told = record.rec_headers.get_header("Content-Type")
    else:
        return None
    return (told or "").partition(";")[0].strip().casefold()


def _read_record(record: "ArcWarcRecord", kind: str, entry: Entry, number: int) -> Iterator[Article | Reject]:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    charset = regex.search(CHARSET, headers.get_header("Content-Type") or "")
    url = record.rec_headers.get_header("WARC-Target-URI")
    page = Entry(
        BufferedReader(BytesIO(record.content_stream().read(LARGEST_DOCUMENT + 1))),
        name=url or "",
        place=f"{entry.place}:{number}",
        doc_id=f"{entry.doc_id}:{number}",
        charset=charset[1] if charset else None,
        url=url,
    )
    try:
        yield from READERS[kind](page)
    except ArticleError as error:
        yield Reject(error.place, error.fault, error.cure)
