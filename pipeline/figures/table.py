"""Loads a table of known figures from CSV, Parquet or pandas, checked as a whole, cut by company."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.figures.checks import check, parse_day, parse_number, truth
from pipeline.figures.columns import COLUMNS, Column, Columns, columns_of_frame, read_columns
from pipeline.figures.companies import CompanyNames, plain_name
from pipeline.figures.known import KnownFigure, KnownFigures


def load_known_figures(source: Path | str | pd.DataFrame) -> KnownFigures:
    """Load and check a table of known figures.

    Args:
        source: A file ending in `.csv`, `.csv.gz` or `.parquet`, or a DataFrame; its columns are `COLUMNS`.

    Returns:
        The figures, ready for `validate_claims`.

    Raises:
        FiguresError: The table cannot be read, lacks columns, or has rows at fault (all are listed).
    """
    if isinstance(source, pd.DataFrame):
        columns = columns_of_frame(source, "the table of known figures")
    else:
        columns = read_columns(Path(source))
    check(columns)
    return _cut(columns)


def _cut(columns: Columns) -> KnownFigures:
    """Group the rows by company, an identifier in common being one company under two names."""
    names, ids = columns["company"], columns["company_id"]
    pairs, pair_of_row = np.unique(
        names.codes.astype(np.int64) * len(ids.cells) + ids.codes, return_inverse=True
    )
    spelled = [(names.cells[pair // len(ids.cells)], ids.cells[pair % len(ids.cells)]) for pair in pairs]
    ids_of_name: dict[str, set[str]] = {}
    for name, company_id in spelled:
        ids_of_name.setdefault(plain_name(name), set()).update({company_id} - {""})
    keys = [_key(name, company_id, ids_of_name[plain_name(name)]) for name, company_id in spelled]
    distinct = list(dict.fromkeys(keys))
    number = {key: position for position, key in enumerate(distinct)}
    group_of_row = np.array([number[key] for key in keys], np.int64)[pair_of_row]
    order = np.argsort(group_of_row, kind="stable")
    ends = np.searchsorted(group_of_row[order], np.arange(len(distinct) + 1))
    rows = {key: order[ends[position] : ends[position + 1]] for key, position in number.items()}
    triples = ((key, name, company_id) for key, (name, company_id) in zip(keys, spelled, strict=True))
    return KnownFigures(CompanyNames(triples), _Unfolding(columns, rows), len(columns), columns.place)


def _key(name: str, company_id: str, ids: set[str]) -> str:
    if company_id:
        return company_id
    return next(iter(ids)) if len(ids) == 1 else plain_name(name)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A column with its distinct cells parsed, from which single rows are read."""

    values: list[Any]
    codes: npt.NDArray[np.int32]

    def of(self, rows: npt.NDArray[np.int64]) -> list[Any]:
        return [self.values[code] for code in self.codes[rows]]


class _Unfolding:
    """Makes `KnownFigure` records of the rows of one company when they are asked for."""

    def __init__(self, columns: Columns, rows: dict[str, npt.NDArray[np.int64]]) -> None:
        self._columns = [_folded(name, columns[name]) for name in COLUMNS]
        self._rows = rows

    def __call__(self, key: str) -> Iterator[KnownFigure]:
        rows = self._rows[key]
        cells = [column.of(rows) for column in self._columns]
        return (KnownFigure(*row) for row in zip(*cells, (rows + 1).tolist(), strict=True))


def _folded(name: str, column: Column) -> _Folded:
    parsers: dict[str, Any] = {
        "company_id": _or_none, "segment": _or_none, "as_of": _or_none, "source": _or_none,
        "period_start": parse_day, "period_end": parse_day, "fiscal": truth, "adjusted": truth,
        "value_low": parse_number, "value_high": parse_number,
    }  # fmt: skip
    return _Folded(column.parse(parsers.get(name, str)), column.codes)


def _or_none(cell: str) -> str | None:
    return cell or None
