"""Tables of articles, CSV and Parquet: one article a row, its columns those of JSON Lines."""

import csv
import io
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.reading.encoding import Decoder
from pipeline.reading.entry import LARGEST_DOCUMENT, Entry, lines_of, read_whole
from pipeline.reading.jsonlines import LARGEST_LINE, article_from_fields

if TYPE_CHECKING:
    import _csv

COLUMNS = ("text", "doc_id", "date", "title", "url")
SEPARATORS = ",;\t|"
ROWS_AT_ONCE = 256
NO_TEXT = 'the column "text" is missing'
NAME_IT = 'Call the column that holds the articles "text"'


def read_csv(entry: Entry) -> Iterator[Article | Reject]:
    """Read a CSV table with a header; the separator is the one that the header uses.

    Args:
        entry: The table. An article's source is its place with the number of the line where its row begins.

    Yields:
        An article or a reject for each row.

    Raises:
        ArticleError: The table is no text, or has no column `text`; or from some row on it is no CSV.
    """
    lines = _text_lines(entry)
    header = next(lines, "")
    separator = max(SEPARATORS, key=header.count)
    csv.field_size_limit(LARGEST_DOCUMENT)
    rows = csv.reader(chain([header], lines), delimiter=separator, strict=True)
    names = [name.strip().casefold() for name in next(rows, [])]
    if "text" not in names:
        raise ArticleError(entry.place, NO_TEXT, NAME_IT)
    yield from _articles(_numbered(rows, names, entry), entry)


def _text_lines(entry: Entry) -> Iterator[str]:
    decoder = Decoder()
    for number, line in enumerate(lines_of(entry), start=1):
        place = f"{entry.place}:{number}"
        if line is None:
            raise ArticleError(place, f"the line has more than {LARGEST_LINE}", "Write one article a row")
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        yield decoder.decode(line, place, entry.charset)


def _numbered(rows: "_csv.Reader", names: list[str], entry: Entry) -> Iterator[tuple[int, dict[str, object]]]:
    line = rows.line_num + 1
    try:
        # Not enumerate(): an article in quotation marks runs over many lines.
        for row in rows:
            if row:
                yield line, dict(zip(names, row, strict=False))
            line = rows.line_num + 1
    except csv.Error as error:
        place = f"{entry.place}:{line}"
        raise ArticleError(place, f"no CSV from here on: {error}", "Close the quotation marks") from None


def read_parquet(entry: Entry) -> Iterator[Article | Reject]:
    """Read a Parquet table some rows at a time.

    Args:
        entry: The table. An article's source is its place with the number of the row, the first being 1.

    Yields:
        An article or a reject for each row.

    Raises:
        ArticleError: The file is no Parquet table or has no column `text`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = entry.stream if entry.stream.seekable() else io.BytesIO(read_whole(entry))
    try:
        table = pq.ParquetFile(stream)
        names = [name for name in COLUMNS if name in table.schema_arrow.names]
        if "text" not in names:
            raise ArticleError(entry.place, NO_TEXT, NAME_IT)
        batches = table.iter_batches(ROWS_AT_ONCE, columns=names)
        rows = (row for batch in batches for row in batch.to_pylist())
        yield from _articles(enumerate(rows, start=1), entry)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0][:200]
        raise ArticleError(entry.place, f"no Parquet table: {reason}", "Write the table anew") from None


def _articles(rows: Iterable[tuple[int, Mapping[str, object]]], entry: Entry) -> Iterator[Article | Reject]:
    for number, row in rows:
        try:
            fields = {name: _plain(row.get(name)) for name in COLUMNS}
            article = article_from_fields(fields, f"{entry.place}:{number}", f"{entry.doc_id}:{number}")
        except ArticleError as error:
            yield Reject(error.place, error.fault, error.cure)
        else:
            yield article if article.date is not None else replace(article, date=entry.day)


def _plain(value: object) -> object:
    """A day as JSON Lines write it; a moment counts as its day."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else value
