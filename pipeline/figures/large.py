"""Keeps a table of known figures that is too large for memory in DuckDB on disk, sorted by company."""

import shutil
import weakref
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet

from pipeline.errors import FiguresError
from pipeline.figures.checks import Found, find_faults, report
from pipeline.figures.columns import COLUMNS, Columns, Origin, coded_columns
from pipeline.figures.companies import CompanyNames
from pipeline.figures.known import KnownFigure, KnownFigures
from pipeline.figures.unfolding import figure_of

LARGE_FILE = 500_000_000
"""Bytes of a CSV file above which it is not held in memory."""

LARGE_PARQUET = 2_500_000
"""Rows of a Parquet file above which it is not held in memory."""

CHECKED_AT_ONCE = 500_000
"""Rows that are checked at once, about; a company is never cut."""


def is_large(path: Path) -> bool:
    """Whether a file is a database or too large to be held in memory."""
    if path.suffix == ".duckdb":
        return True
    if not path.is_file():
        return False
    if path.suffix == ".parquet":
        try:
            return bool(pa.parquet.read_metadata(path).num_rows > LARGE_PARQUET)
        except pa.ArrowInvalid:
            return False
    return path.stat().st_size > LARGE_FILE


def load_large(path: Path) -> KnownFigures:
    """Copy a table into a database of its own, check it by parts, and give access by company.

    Args:
        path: File ending in `.csv`, `.csv.gz`, `.parquet`, or `.duckdb` with one table.

    Returns:
        The figures; the copy is removed together with them.

    Raises:
        FiguresError: The table cannot be read, lacks columns, or has rows at fault (all are listed).
    """
    store = _Store(path)
    found: Found = {}
    for columns in store.parts():
        for fault, rows in find_faults(columns).items():
            found.setdefault(fault, []).extend(rows)
    report(found, store.origin)
    return KnownFigures(store.names, store.figures, store.size, str(path))


class _Store:
    """The sorted copy of one table.

    Args:
        path: File that it is read from.
    """

    def __init__(self, path: Path) -> None:
        folder = Path(mkdtemp(prefix="kennzahl-"))
        self._database = duckdb.connect(folder / "figures.duckdb")
        weakref.finalize(self, _remove, self._database, folder)
        self._database.execute("SET memory_limit = '1GB'; SET threads = 1")
        self.origin = Origin(str(path), int(path.suffix not in (".parquet", ".duckdb")))
        try:
            self._copy(path)
        except duckdb.Error as error:
            raise FiguresError(
                str(path),
                f"not a readable table: {str(error).splitlines()[0]}",
                "Save it as CSV (UTF-8, commas) or as Parquet, or a DuckDB file with that one table.",
            ) from error
        pairs = self._database.execute("SELECT company, company_id FROM pairs ORDER BY pair").fetchall()
        self.names = CompanyNames(pairs)
        self._number = {key: number for number, key in enumerate(self.names.keys)}
        numbers = [self._number[key] for key in self.names.key_of_spelling]
        self._database.register("numbers", pa.table({"pair": np.arange(len(pairs)), "number": numbers}))
        self._database.execute(
            "CREATE TABLE figures AS SELECT read.*, number FROM read JOIN pairs USING (company, company_id)"
            " JOIN numbers USING (pair) ORDER BY number, row; DROP TABLE read"
        )
        [[self.size]] = self._database.execute("SELECT count(*) FROM figures").fetchall()

    def _copy(self, path: Path) -> None:
        name = str(path).replace("'", "''")
        match path.suffix:
            case ".parquet":
                source = f"read_parquet('{name}')"
            case ".duckdb":
                self._database.execute(f"ATTACH '{name}' AS given (READ_ONLY)")
                tables = self._database.execute(
                    "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'given'"
                ).fetchall()
                if len(tables) != 1:
                    raise FiguresError(
                        str(path), f"holds {len(tables)} tables", "Give a file with one table."
                    )
                source = 'given."{}"."{}"'.format(*tables[0])
            case _:
                source = (
                    f"read_csv('{name}', header = true, delim = ',', quote = '\"', all_varchar = true,"
                    " ignore_errors = true, store_rejects = true)"
                )
        # Columns are checked on no rows, with the message that any other table gets.
        coded_columns(self._database.sql(f"SELECT * FROM {source} LIMIT 0").to_arrow_table(), self.origin)
        cells = ", ".join(f"coalesce(trim(CAST({column} AS VARCHAR)), '') AS {column}" for column in COLUMNS)
        self._database.execute(
            f"CREATE TABLE read AS SELECT {cells}, row_number() OVER () AS row FROM {source};"
            "CREATE TABLE pairs AS SELECT company, company_id, row_number() OVER () - 1 AS pair"
            " FROM (SELECT DISTINCT company, company_id FROM read)"
        )
        if source.startswith("read_csv"):
            rejects = self._database.execute(
                "SELECT line, any_value(error_message) FROM reject_errors GROUP BY line ORDER BY line"
            ).fetchall()
            told = tuple((line, message.splitlines()[0]) for line, message in rejects)
            self.origin = Origin(self.origin.place, self.origin.header, told)

    def parts(self) -> Iterator[Columns]:
        """The table in parts that hold companies whole."""
        query = "SELECT number, count(*) FROM figures GROUP BY number ORDER BY number"
        first, count = 0, 0
        for number, size in self._database.execute(query).fetchall():
            count += size
            if count >= CHECKED_AT_ONCE or number == len(self._number) - 1:
                yield self._part(first, number)
                first, count = number + 1, 0

    def figures(self, key: str) -> Iterator[KnownFigure]:
        """The records of one company."""
        query = f"SELECT {', '.join(COLUMNS)}, row FROM figures WHERE number = ?"
        found = self._database.execute(query, [self._number[key]]).fetchall()
        return (figure_of(cells, row) for *cells, row in sorted(found, key=itemgetter(-1)))

    def _part(self, first: int, last: int) -> Columns:
        query = "SELECT * FROM figures WHERE number BETWEEN ? AND ?"
        table: Any = self._database.sql(query, params=[first, last]).to_arrow_table()
        return coded_columns(table, self.origin, table.column("row").to_numpy().astype(np.int64))


def _remove(database: duckdb.DuckDBPyConnection, folder: Path) -> None:
    database.close()
    shutil.rmtree(folder, ignore_errors=True)
