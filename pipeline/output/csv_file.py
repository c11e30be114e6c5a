"""CSV in UTF-8 with a head line: days as `YYYY-MM-DD`, `true` and `false`, an empty cell for null.

A text that a spreadsheet would run as a formula (`=HYPERLINK(…)`) has an apostrophe before it, as
spreadsheets themselves write it; reading takes it off again.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row, rows_of

LONGEST_CELL = 2**31 - 1

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet may run (OWASP, CSV Injection), or one that is marked as such."""

QUANTITY = re.compile(r"[+-]\s?[\d.,]+[\w\s.%€$]*")
"""A figure with its sign (`-15,7 Prozent`): without brackets and operators nothing can run."""


@contextmanager
def write_csv(path: Path, table: Table) -> Iterator[Write]:
    """Open a file for writing records as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.columns)

        def write(records: Sequence[Record]) -> None:
            writer.writerows(map(csv_cell, row.values()) for row in rows_of(records, table.columns))

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
            yield place, {name: _unmarked(value) or None for name, value in row.items()}


def csv_cell(value: Any) -> Any:
    """Write a boolean as JSON and SQL write it, and mark what may be a formula."""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) and not QUANTITY.fullmatch(value) else value
    return str(value).lower() if isinstance(value, bool) else value


def _unmarked(value: str) -> str:
    return value[1:] if value.startswith("'") and FORMULA.match(value) else value
