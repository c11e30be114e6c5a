"""Loads a table of known figures from CSV, Parquet or pandas, checked as a whole, cut by company."""

from pathlib import Path

import numpy as np
import pandas as pd

from pipeline.figures.checks import check
from pipeline.figures.columns import Columns, columns_of_frame, read_columns
from pipeline.figures.companies import CompanyNames
from pipeline.figures.known import KnownFigures
from pipeline.figures.large import is_large, load_large
from pipeline.figures.unfolding import Unfolding


def load_known_figures(source: Path | str | pd.DataFrame) -> KnownFigures:
    """Load and check a table of known figures.

    Args:
        source: A file ending in `.csv`, `.csv.gz`, `.parquet` or `.duckdb`, or a DataFrame; its columns are
            `COLUMNS`. What is too large for memory is kept on disk.

    Returns:
        The figures, ready for `validate_claims`.

    Raises:
        FiguresError: The table cannot be read, lacks columns, or has rows at fault (all are listed).
    """
    if isinstance(source, pd.DataFrame):
        columns = columns_of_frame(source, "the table of known figures")
    elif is_large(Path(source)):
        return load_large(Path(source))
    else:
        columns = read_columns(Path(source))
    check(columns)
    return _cut(columns)


def _cut(columns: Columns) -> KnownFigures:
    """Group the rows by company."""
    names, ids = columns["company"], columns["company_id"]
    pairs, pair_of_row = np.unique(
        names.codes.astype(np.int64) * len(ids.cells) + ids.codes, return_inverse=True
    )
    companies = CompanyNames(
        (names.cells[pair // len(ids.cells)], ids.cells[pair % len(ids.cells)]) for pair in pairs
    )
    number = {key: position for position, key in enumerate(companies.keys)}
    group_of_row = np.array([number[key] for key in companies.key_of_spelling], np.int64)[pair_of_row]
    order = np.argsort(group_of_row, kind="stable")
    ends = np.searchsorted(group_of_row[order], np.arange(len(number) + 1))
    unfolding = Unfolding(columns)
    return KnownFigures(
        companies,
        lambda key: unfolding.figures(order[ends[number[key]] : ends[number[key] + 1]]),
        len(columns),
        columns.origin.place,
    )
