"""JSON Lines: one object a record, days as `YYYY-MM-DD`, what is missing as null."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row, rows_of


@contextmanager
def write_json_lines(path: Path, table: Table) -> Iterator[Write]:
    """Open a file for writing records as JSON Lines in UTF-8."""
    with path.open("wb") as stream:
        yield json_lines_to(stream, table)


def json_lines_to(stream: BinaryIO, table: Table) -> Write:
    """Make a writer of JSON Lines to an open stream, such as standard output."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=date.isoformat).encode

    def write(records: Sequence[Record]) -> None:
        lines = (f"{encode(row)}\n" for row in rows_of(records, table.columns))
        stream.write("".join(lines).encode())

    return write


def read_json_lines(path: Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of a file, each with its place.

    Raises:
        ClaimsError: A line is no JSON object in UTF-8.
    """
    with path.open("rb") as stream:
        for number, line in enumerate(stream, start=1):
            place = f"{path}:{number}"
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ClaimsError(place, f"no JSON: {error}", "Correct or remove the line") from None
            if not isinstance(row, dict):
                raise ClaimsError(place, "no JSON object", "Correct or remove the line")
            yield place, row
