"""Makes records of single rows of a coded table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.figures.cells import parse_day, parse_number, truth
from pipeline.figures.columns import COLUMNS, Columns
from pipeline.figures.known import KnownFigure


def _or_none(cell: str) -> str | None:
    return cell or None


_PARSERS: dict[str, Callable[[str], Any]] = {
    "company_id": _or_none,
    "segment": _or_none,
    "as_of": _or_none,
    "source": _or_none,
    "period_start": parse_day,
    "period_end": parse_day,
    "fiscal": truth,
    "adjusted": truth,
    "value_low": parse_number,
    "value_high": parse_number,
}


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A column with its distinct cells parsed."""

    values: list[Any]
    codes: npt.NDArray[np.int32]

    def at(self, indices: npt.NDArray[np.int64]) -> list[Any]:
        return [self.values[code] for code in self.codes[indices]]


def figure_of(cells: Iterable[str], row: int) -> KnownFigure:
    """The record of one row.

    Args:
        cells: Its cells as text, in the order of `COLUMNS`.
        row: Its number in the file, from 1.
    """
    parsed: list[Any] = [_PARSERS.get(name, str)(cell) for name, cell in zip(COLUMNS, cells, strict=True)]
    parsed.append(row)
    return KnownFigure(*parsed)


class Unfolding:
    """Makes `KnownFigure` records when they are asked for.

    Args:
        columns: A table that was checked.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = [
            _Parsed(columns[name].parse(_PARSERS.get(name, str)), columns[name].codes) for name in COLUMNS
        ]
        self._rows = columns.rows

    def figures(self, indices: npt.NDArray[np.int64]) -> Iterator[KnownFigure]:
        """The records of some rows.

        Args:
            indices: Positions of the rows in the columns.
        """
        cells = [column.at(indices) for column in self._columns]
        return (KnownFigure(*row) for row in zip(*cells, self._rows[indices].tolist(), strict=True))
