"""Checks a table of known figures and names every row at fault at once, equal faults together."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import isfinite

import numpy as np
import numpy.typing as npt
import pandas as pd
import regex

from pipeline.errors import FiguresError
from pipeline.figures.columns import Column, Columns, Origin, Rows
from pipeline.figures.periods import TOLERANCE, YEARS, calendar_span, possible_lengths
from pipeline.records.claim import KINDS, METRICS, STATUSES

KEY = (
    "company", "company_id", "metric", "segment", "kind", "period", "period_start", "period_end", "status",
    "adjusted",
)  # fmt: skip
"""What a value is known of; two values of one key are a restatement or a fault."""

RESTATED = 0.5
"""Most by which two right values of one key differ, as a share of the greater; the most met is 0.19."""

_UNIT = regex.compile(
    r"[A-Z]{3}|percent|percentage_points|factor|count|points|[\p{Ll}µ°][\p{L}/²³·]{0,14}|[\p{L}]{1,3}[Wh]+"
)
_NO_BASE_UNIT = frozenset(
    {
        "eur",
        "usd",
        "chf",
        "gbp",
        "euro",
        "dollar",
        "franken",
        "prozent",
        "teur",
        "tsd",
        "mio",
        "mrd",
        "million",
        "millions",
        "bn",
    }
)
_AS_OF = regex.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")

Fault = tuple[str, Rows]


Found = dict[str, list[int]]
"""Faults of a table, each with the numbers of its rows."""


def check(columns: Columns) -> None:
    """Check a whole table.

    Args:
        columns: The table as read.

    Raises:
        FiguresError: Rows are at fault; the message lists all of them with their faults.
    """
    report(find_faults(columns), columns.origin)


def find_faults(columns: Columns) -> Found:
    """All faults of a table, or of a part of it that holds companies whole."""
    return {
        fault: columns.rows[np.flatnonzero(rows)].tolist() for fault, rows in _faults(columns) if rows.any()
    }


def report(found: Found, origin: Origin) -> None:
    """Name all faults at once.

    Args:
        found: Faults with the numbers of their rows.
        origin: Where the table comes from.

    Raises:
        FiguresError: There are any.
    """
    told = [(fault, [line]) for line, fault in origin.misshapen]
    told += [(fault, [origin.line(row) for row in rows]) for fault, rows in found.items()]
    if told:
        lines = len({line for _, numbers in told for line in numbers})
        listing = "; ".join(f"{_numbers(numbers, origin.header)}: {fault}" for fault, numbers in told)
        raise FiguresError(
            origin.place,
            f"{lines} row{'s' if lines > 1 else ''} at fault: {listing}",
            "Mend or remove them; no row of the table was used.",
        )


def _numbers(numbers: Sequence[int], header: int) -> str:
    """`line 4`, `lines 3, 7-9`: numbers told shortly, none left out."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    told = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
    return f"{'line' if header else 'row'}{'s' if len(numbers) > 1 else ''} {told}"


def _faults(columns: Columns) -> Iterator[Fault]:
    yield "no company", columns["company"].rows_where(lambda cell: not cell)
    yield from _each(columns["metric"], lambda cell: cell not in METRICS, "unknown metric {!r}")
    yield from _each(columns["kind"], lambda cell: cell not in KINDS, "kind {!r} is neither level nor change")
    yield from _each(columns["status"], lambda cell: cell not in STATUSES, "unknown status {!r}")
    yield from _each(columns["unit"], _no_unit, "{!r} is no base unit")
    for name in ("fiscal", "adjusted"):
        yield from _each(
            columns[name], lambda cell: truth(cell) is None, f"{name} {{!r}} is neither true nor false"
        )
    yield from _each(columns["as_of"], _no_as_of, "as_of {!r} is no date")
    yield from _value_faults(columns)
    yield from _period_faults(columns)
    yield from _key_faults(columns)


def _each(column: Column, wrong: Callable[[str], bool], fault: str) -> Iterator[Fault]:
    """One fault for each distinct wrong cell."""
    for code, cell in enumerate(column.cells):
        if wrong(cell):
            yield fault.format(cell), column.codes == code


def _no_unit(cell: str) -> bool:
    return _UNIT.fullmatch(cell) is None or (cell.casefold() in _NO_BASE_UNIT and not cell.isupper())


def _no_as_of(cell: str) -> bool:
    day = cell[:10]
    return _AS_OF.fullmatch(day) is None or (bool(day) and parse_day((day + "-01-01")[:10]) is None)


def parse_day(cell: str) -> date | None:
    """A day written as `2020-04-30`; what a time stamp adds is left out; None where it is no date."""
    try:
        day = date.fromisoformat(cell[:10]) if len(cell) in (10, 19) else None
    except ValueError:
        return None
    return day if day and day.year in YEARS else None


def parse_number(cell: str) -> float:
    """A number in base units written with a point; not a number where it is none."""
    try:
        number = float(cell)
    except ValueError:
        return float("nan")
    return number if isfinite(number) else float("nan")


def truth(cell: str) -> bool | None:
    """True or false as CSV files write it; None where it is neither."""
    return {"true": True, "1": True, "false": False, "0": False}.get(cell.casefold())


def numbers(column: Column) -> npt.NDArray[np.float64]:
    """The number of each row, NaN where a cell is none."""
    return np.array(column.parse(parse_number), np.float64)[column.codes]


def _value_faults(columns: Columns) -> Iterator[Fault]:
    for name in ("value_low", "value_high"):
        column = columns[name]
        yield from _each(
            column, lambda cell: parse_number(cell) != parse_number(cell), f"{name} {{!r}} is no number"
        )
    yield "value_low is above value_high", numbers(columns["value_low"]) > numbers(columns["value_high"])


def _period_faults(columns: Columns) -> Iterator[Fault]:
    for name in ("period_start", "period_end"):
        yield from _each(columns[name], lambda cell: parse_day(cell) is None, f"{name} {{!r}} is no date")
    label = columns["period"]
    yield from _each(
        label,
        lambda cell: calendar_span(cell) is None,
        "period {!r} is none of YYYY, -Qn, -Hn, -9M, -MM, -DD",
    )
    start, end = _ordinals(columns["period_start"]), _ordinals(columns["period_end"])
    lengths = _pairs(label, lambda cell: possible_lengths(cell) or (0, 0))
    dated = (start > 0) & (end > 0) & (lengths[:, 1] > 0)
    days = end - start + 1
    yield "period_start is after period_end", dated & (days < 1)
    odd = (days != 1) & (days >= 1) & ((days < lengths[:, 0]) | (days > lengths[:, 1]))
    yield "the dates do not have the length of the period", dated & odd
    calendar = _pairs(label, _calendar_ends)
    elsewhere = np.abs(end - calendar[:, 1]) > 366
    fiscal = columns["fiscal"].rows_where(lambda cell: truth(cell) is True)
    shifted = (np.abs(end - calendar[:, 1]) > TOLERANCE) | (
        (days != 1) & (np.abs(start - calendar[:, 0]) > TOLERANCE)
    )
    yield "the dates are not those of the period", dated & ~odd & (elsewhere | (~fiscal & shifted))


def _pairs(column: Column, parser: Callable[[str], tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Two numbers for each row."""
    return np.array(column.parse(parser), np.int64).reshape(-1, 2)[column.codes]


def _calendar_ends(label: str) -> tuple[int, int]:
    span = calendar_span(label)
    return (0, 0) if span is None else (span.start.toordinal(), span.end.toordinal())


def _ordinals(column: Column) -> npt.NDArray[np.int64]:
    days = (parse_day(cell) for cell in column.cells)
    return np.array([0 if day is None else day.toordinal() for day in days], np.int64)[column.codes]


def _key_faults(columns: Columns) -> Iterator[Fault]:
    """Rows told twice, keys in two currencies, and values of one key too far apart to be a restatement."""
    codes = pd.DataFrame({name: columns[name].codes for name in KEY})
    doubled = codes.duplicated(keep=False).to_numpy()
    if not doubled.any():
        return
    rows = np.flatnonzero(doubled)
    few = codes.iloc[rows].assign(
        low=numbers(columns["value_low"])[rows],
        high=numbers(columns["value_high"])[rows],
        unit=columns["unit"].codes[rows],
        as_of=columns["as_of"].codes[rows],
        source=columns["source"].codes[rows],
    )
    yield "the row stands there before", _mask(rows[few.duplicated(keep="first").to_numpy()], len(columns))
    money = np.array(columns["unit"].parse(lambda cell: len(cell) == 3 and cell.isupper()), bool)
    few["currency"] = few["unit"].where(money[few["unit"].to_numpy()])
    groups = few.groupby(list(KEY), sort=False)
    mixed = groups["currency"].transform("nunique") > 1
    yield "one key in several currencies", _mask(rows[mixed.to_numpy()], len(columns))
    reported = columns["status"].rows_where(lambda cell: cell == "reported")[rows]
    by_unit = few.groupby([*KEY, "unit"], sort=False)
    least, most = by_unit["low"].transform("min"), by_unit["high"].transform("max")
    apart = (most - least) > RESTATED * np.maximum(most.abs(), least.abs())
    yield (
        "values of one key too far apart to be a restatement",
        _mask(rows[apart.to_numpy() & reported], len(columns)),
    )


def _mask(rows: npt.NDArray[np.int64], size: int) -> Rows:
    mask = np.zeros(size, bool)
    mask[rows] = True
    return mask
