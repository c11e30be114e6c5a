"""CSV in UTF-8 with a head line: days as `YYYY-MM-DD`, `true` and `false`, an empty cell for null."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row, rows_of

LONGEST_CELL = 2**31 - 1


@contextmanager
def write_csv(path: Path, table: Table) -> Iterator[Write]:
    """Open a file for writing records as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.columns)

        def write(records: Sequence[Record]) -> None:
            writer.writerows(map(_cell, row.values()) for row in rows_of(records, table.columns))

        yield write


def read_csv(path: Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of a file, each with its place.

    Raises:
        ClaimsError: The file is no CSV in UTF-8, or a row has more cells than the head line.
    """
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        while True:
            try:
                row = next(reader, None)
            except (csv.Error, UnicodeDecodeError) as error:
                fault = f"no CSV in UTF-8: {error}"
                raise ClaimsError(f"{path}:{reader.line_num + 1}", fault, "Save it as CSV in UTF-8") from None
            if row is None:
                return
            place = f"{path}:{reader.line_num}"
            if None in row:
                raise ClaimsError(place, "more cells than the head line", "Correct or remove the row")
            yield place, {name: value or None for name, value in row.items()}


def _cell(value: Any) -> Any:
    """Write a boolean as JSON, SQL and the table of known figures write it."""
    return str(value).lower() if isinstance(value, bool) else value
