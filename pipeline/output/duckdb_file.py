"""DuckDB: one table with the types of the record."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.errors import ClaimsError
from pipeline.output.table import Table, Write
from pipeline.records.rows import Record, Row

TYPES = {
    pa.string(): "VARCHAR",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
}
ROWS_AT_ONCE = 10_000


@contextmanager
def write_duckdb(path: Path, table: Table) -> Iterator[Write]:
    """Open a new database for writing records into one table."""
    with closing(duckdb.connect(str(path))) as connection:
        columns = ", ".join(
            f'"{field.name}" {TYPES[field.type]}{"" if field.nullable else " NOT NULL"}'
            for field in table.schema
        )
        connection.execute(f'CREATE TABLE "{table.name}" ({columns})')

        def write(records: Sequence[Record]) -> None:
            connection.register("written", pa.Table.from_batches([table.batch(records)]))
            connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM written')
            connection.unregister("written")

        yield write


def read_duckdb(path: Path, table: Table) -> Iterator[tuple[str, Row]]:
    """Read the rows of the table, each with its place.

    Raises:
        ClaimsError: The file is no database, or has no such table.
    """
    try:
        with closing(duckdb.connect(str(path), read_only=True)) as connection:
            result = connection.execute(f'SELECT * FROM "{table.name}"')
            names = [column[0] for column in result.description]
            rows = (row for rows in iter(lambda: result.fetchmany(ROWS_AT_ONCE), []) for row in rows)
            for number, row in enumerate(rows, start=1):
                yield f"{path}, row {number}", dict(zip(names, row, strict=True))
    except duckdb.Error as error:
        fault = f"no DuckDB database with a table {table.name!r}: {error}"
        raise ClaimsError(str(path), fault, "Give a file that kennzahl extract wrote") from None
