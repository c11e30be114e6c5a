"""Reads a table of known figures as coded columns: each distinct cell once, and its number for every row."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from pipeline.errors import FiguresError

COLUMNS = (
    "company", "company_id", "metric", "segment", "kind", "period", "period_start", "period_end", "fiscal",
    "status", "value_low", "value_high", "unit", "adjusted", "as_of", "source",
)  # fmt: skip
"""The columns of a table of known figures, in their order; others are ignored."""

Parsed = TypeVar("Parsed")
Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its distinct cells, and for each row the index of its cell."""

    cells: list[str]
    codes: npt.NDArray[np.int32]

    def parse(self, parser: Callable[[str], Parsed]) -> list[Parsed]:
        """Apply a function to each distinct cell once."""
        return [parser(cell) for cell in self.cells]

    def rows_where(self, test: Callable[[str], bool]) -> Rows:
        """The rows whose cell passes a test, as a mask."""
        return np.fromiter((test(cell) for cell in self.cells), bool, len(self.cells))[self.codes]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a table comes from, for messages.

    Attributes:
        place: Name of the file.
        header: Lines before the first row: 1 for a CSV file, whose rows are named by their line.
        misshapen: Lines that do not have as many cells as the header, and how many they have.
    """

    place: str
    header: int = 0
    misshapen: tuple[tuple[int, str], ...] = ()

    def line(self, row: int) -> int:
        """The number by which a message names a row: its line in a CSV file, else its count.

        Args:
            row: Number of the row, from 1.
        """
        line = row + self.header
        for skipped, _ in self.misshapen:
            line += skipped <= line
        return line


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a table.

    Attributes:
        by_name: The columns by name.
        rows: For each row its number in the file, from 1, lines that are empty or misshapen not counted.
        origin: Where they come from.
    """

    by_name: dict[str, Column]
    rows: npt.NDArray[np.int64]
    origin: "Origin"

    def __getitem__(self, name: str) -> Column:
        return self.by_name[name]

    def __len__(self) -> int:
        return len(self.by_name["company"].codes)


def read_columns(path: Path) -> Columns:
    """Read a CSV or Parquet file.

    Args:
        path: File ending in `.csv`, `.csv.gz` or `.parquet`.

    Returns:
        The columns that a table of known figures has.

    Raises:
        FiguresError: The file is missing, cannot be read, or lacks columns.
    """
    misshapen: list[tuple[int, str]] = []
    parquet = path.suffix == ".parquet"
    try:
        table = pa.parquet.read_table(path) if parquet else _read_csv(path, misshapen)
    except FileNotFoundError:
        raise FiguresError(
            str(path), "there is no such file", "Give the path of a CSV or Parquet table."
        ) from None
    except (pa.ArrowInvalid, OSError) as error:
        raise FiguresError(
            str(path),
            f"not a readable table: {str(error).splitlines()[0]}",
            "Save it as CSV (UTF-8, commas) or as Parquet.",
        ) from error
    return coded_columns(table, Origin(str(path), 0 if parquet else 1, tuple(misshapen)))


def columns_of_frame(frame: pd.DataFrame, place: str) -> Columns:
    """The columns of a pandas DataFrame; rows are counted from 1 in messages.

    Args:
        frame: Table with the columns of a table of known figures.
        place: Name for messages.

    Raises:
        FiguresError: Columns are missing.
    """
    return coded_columns(pa.Table.from_pandas(frame, preserve_index=False), Origin(place))


def _read_csv(path: Path, misshapen: list[tuple[int, str]]) -> Any:
    def keep(row: Any) -> str:
        misshapen.append((row.number, f"{row.actual_columns} cells instead of {row.expected_columns}"))
        return "skip"

    coded = {name: pa.dictionary(pa.int32(), pa.string()) for name in COLUMNS}
    return pa.csv.read_csv(
        path,
        read_options=pa.csv.ReadOptions(use_threads=False),
        parse_options=pa.csv.ParseOptions(
            newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=keep
        ),
        convert_options=pa.csv.ConvertOptions(column_types=coded, strings_can_be_null=False),
    )


def coded_columns(table: Any, origin: Origin, rows: npt.NDArray[np.int64] | None = None) -> Columns:
    """Take the columns of a table of known figures out of an Arrow table.

    Args:
        table: Arrow table.
        origin: Where it comes from.
        rows: For each row its number in the file; None where they are all there, in order.

    Raises:
        FiguresError: Columns are missing.
    """
    lacking = [name for name in COLUMNS if table.column_names.count(name) != 1]
    if lacking:
        raise FiguresError(
            origin.place,
            f"columns missing or doubled: {', '.join(lacking)}",
            f"A table of known figures has the columns {', '.join(COLUMNS)}.",
        )
    by_name = {name: _coded(table.column(name)) for name in COLUMNS}
    if rows is None:
        rows = np.arange(1, table.num_rows + 1)
    empty = np.logical_and.reduce([column.rows_where(lambda cell: not cell) for column in by_name.values()])
    if empty.any():
        by_name = {name: Column(column.cells, column.codes[~empty]) for name, column in by_name.items()}
        rows = rows[~empty]
    return Columns(by_name, rows, origin)


def _coded(column: Any) -> Column:
    if column.null_count or not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(pc.fill_null(column.cast(pa.string()), ""))
    column = column.unify_dictionaries().combine_chunks()
    cells = [str(cell).strip() for cell in column.dictionary.to_pylist()]
    codes = column.indices.to_numpy(zero_copy_only=False).astype(np.int32, copy=False)
    return Column(cells, codes)
