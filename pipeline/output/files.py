"""Which format a file has: chosen by the ending of its name, for writing records and reading them again."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import ClaimsError, UsageError
from pipeline.output.atomic import check_target, written_whole
from pipeline.output.csv_file import read_csv, write_csv
from pipeline.output.duckdb_file import read_duckdb, write_duckdb
from pipeline.output.jsonlines_file import json_lines_to, read_json_lines, write_json_lines
from pipeline.output.parquet_file import read_parquet, write_parquet
from pipeline.output.sqlite_file import read_sqlite, write_sqlite
from pipeline.output.table import CLAIMS, DOCUMENTS, Table, Write
from pipeline.records.claim import Claim
from pipeline.records.document import Document
from pipeline.records.rows import Record, Row, claim_from_row, document_from_row

STANDARD_OUTPUT = "-"
RECORDS_AT_ONCE = 1_000


class Format(NamedTuple):
    """How records get into a file and out of it."""

    write: Callable[[Path, Table], AbstractContextManager[Write]]
    read: Callable[[Path, Table], Iterator[tuple[str, Row]]]


FORMATS = {
    ".jsonl": Format(write_json_lines, read_json_lines),
    ".csv": Format(write_csv, read_csv),
    ".parquet": Format(write_parquet, read_parquet),
    ".sqlite": Format(write_sqlite, read_sqlite),
    ".duckdb": Format(write_duckdb, read_duckdb),
}
"""The formats by the ending of a file's name in small letters."""


def check_output(target: str) -> None:
    """Tell before the work begins that an output cannot be written.

    Args:
        target: A file's name, or `-` for standard output.

    Raises:
        UsageError: No format has its ending, or its folder does not exist.
    """
    if target != STANDARD_OUTPUT:
        _format_of(target)
        check_target(Path(target))


@contextmanager
def open_output(target: str, table: Table) -> Iterator[Write]:
    """Open an output for records; a file is there whole at the end, or not at all.

    Args:
        target: A file's name, whose ending chooses the format, or `-` for JSON Lines on standard output.
        table: The kind of records.

    Yields:
        A function that appends records.

    Raises:
        UsageError: No format has the target's ending, or its folder does not exist.
    """
    if target == STANDARD_OUTPUT:
        yield json_lines_to(sys.stdout.buffer, table)
        sys.stdout.buffer.flush()
        return
    output_format = _format_of(target)
    with written_whole(Path(target)) as path, output_format.write(path, table) as write:
        gathered: list[Record] = []

        def gather(records: Sequence[Record]) -> None:
            gathered.extend(records)
            # In batches of one size, however the records come: the same records are the same bytes.
            while len(gathered) >= RECORDS_AT_ONCE:
                write(gathered[:RECORDS_AT_ONCE])
                del gathered[:RECORDS_AT_ONCE]

        yield gather
        if gathered:
            write(gathered)


def read_claims(path: str | Path) -> Iterator[Claim]:
    """Read the claims of a file, one by one.

    Args:
        path: A file in any format that `kennzahl extract` writes, told by its ending.

    Yields:
        Claims in the order of the file.

    Raises:
        UsageError: No format has the file's ending.
        ClaimsError: The file cannot be read, or a row of it is no claim.
    """
    return (claim_from_row(row, place) for place, row in _read_rows(path, CLAIMS))


def read_documents(path: str | Path) -> Iterator[Document]:
    """Read the articles of a file that `kennzahl extract --articles` wrote, one by one.

    Args:
        path: The file, its format told by its ending.

    Yields:
        Documents in the order of the file.

    Raises:
        UsageError: No format has the file's ending.
        ClaimsError: The file cannot be read, or a row of it is no document.
    """
    return (document_from_row(row, place) for place, row in _read_rows(path, DOCUMENTS))


def _read_rows(path: str | Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of a table from a file, each with its place."""
    input_format = _format_of(str(path))
    if not Path(path).is_file():
        raise ClaimsError(str(path), "there is no such file", "Correct the name")
    try:
        yield from input_format.read(Path(path), table)
    except OSError as error:
        fault = f"the file cannot be read: {error.strerror or error}"
        raise ClaimsError(str(path), fault, "Check that you may read it") from None


def _format_of(name: str) -> Format:
    ending = Path(name).suffix.lower()
    if ending not in FORMATS:
        raise UsageError(f"{name!r} ends in no known format: end it in one of {', '.join(FORMATS)}")
    return FORMATS[ending]
