"""Which reader takes which file: by the ending of its name, or by its first bytes."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from pipeline.errors import ArticleError
from pipeline.reading import packed
from pipeline.reading.article import Article, Reject
from pipeline.reading.entry import Entry, Reader
from pipeline.reading.jsonlines import read_json_lines
from pipeline.reading.page import read_page
from pipeline.reading.plain import read_plain
from pipeline.reading.tables import read_csv, read_parquet
from pipeline.reading.warc import read_warc

DEEPEST = 3
"""How many archives may lie within one another."""

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".parquet": read_parquet,
    ".html": read_page,
    ".htm": read_page,
    ".warc": read_warc,
}
PACKED = {".gz": packed.read_gzip, ".tgz": packed.read_gzip, ".zip": packed.read_zip, ".tar": packed.read_tar}

KNOWN = frozenset((*READERS, *PACKED))
ENDINGS = ", ".join((*READERS, *PACKED))

BEGINNINGS = (
    (b"\x1f\x8b", ".gz"),
    (b"pk\x03\x04", ".zip"),
    (b"par1", ".parquet"),
    (b"warc/", ".warc"),
    (b"{", ".jsonl"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
)
"""What a file begins with, in small letters, and its ending."""


def read_entry(entry: Entry, depth: int = 0) -> Iterator[Article | Reject]:
    """Read what an entry holds, by the ending of its name.

    Args:
        entry: A file, or something within one.
        depth: In how many archives it lies.

    Yields:
        Articles and rejects in their order. An article has `/` and its name within the archive in its own.

    Raises:
        ArticleError: None of it can be read.
    """
    if entry.ending in PACKED:
        if depth == DEEPEST:
            fault = f"it lies in {DEEPEST} archives, one within the other"
            raise ArticleError(entry.place, fault, "Unpack the outer ones")
        found: Iterable[Article | Reject] = PACKED[entry.ending](
            entry, lambda inner: read_entry(inner, depth + 1), KNOWN
        )
    elif entry.ending in READERS:
        found = READERS[entry.ending](entry)
    else:
        fault = f"no reader for the ending {entry.ending!r}"
        raise ArticleError(entry.place, fault, f"Give a file that ends in {ENDINGS}")
    try:
        yield from found
    except (ArticleError, OSError):
        raise
    except Exception as error:
        # The parsers of other makers (pages, web archives) meet bytes that nobody foresaw.
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        raise ArticleError(entry.place, f"it cannot be read: {reason}", "Save its text as .txt") from error


def ending_of(start: bytes) -> str:
    """Tell the ending of a file from its first bytes; `.txt` where they are of no known kind."""
    start = start.removeprefix(BOM_UTF8).lstrip()[:16].lower()
    return next((ending for sign, ending in BEGINNINGS if start.startswith(sign)), ".txt")
