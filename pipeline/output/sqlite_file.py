"""SQLite: one table, days as `YYYY-MM-DD`, booleans as 0 and 1."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row, rows_of

TYPES = {
    pa.string(): "TEXT",
    pa.int64(): "INTEGER",
    pa.float64(): "REAL",
    pa.bool_(): "INTEGER",
    pa.date32(): "TEXT",
}


@contextmanager
def write_sqlite(path: Path, table: Table) -> Iterator[Write]:
    """Open a new database for writing records into one table, in one transaction."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # The file is under a temporary name until it is whole, so that nothing is to be rolled back.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        columns = ", ".join(
            f'"{field.name}" {TYPES[field.type]}{"" if field.nullable else " NOT NULL"}'
            for field in table.schema
        )
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        connection.execute("BEGIN")
        places = ", ".join("?" * len(table.columns))
        insert = f'INSERT INTO "{table.name}" VALUES ({places})'

        def write(records: Sequence[Record]) -> None:
            rows = rows_of(records, table.columns)
            connection.executemany(insert, ([_value(value) for value in row.values()] for row in rows))

        yield write
        connection.execute("COMMIT")


def read_sqlite(path: Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of the table, each with its place.

    Raises:
        ClaimsError: The file is no database, or has no such table.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
            for number, row in enumerate(rows, start=1):
                yield f"{path}, row {number}", dict(row)
    except sqlite3.Error as error:
        fault = f"no SQLite database with a table {table.name!r}: {error}"
        raise ClaimsError(str(path), fault, "Give a file that kennzahl extract wrote") from None


def _value(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
