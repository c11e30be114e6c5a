"""Checks a table of known figures and names every row at fault at once, equal faults together."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipeline.errors import FiguresError
from pipeline.figures.base_units import SHARES, fits_metric, is_base_unit
from pipeline.figures.cells import last_possible_day, parse_day, parse_number, truth
from pipeline.figures.columns import Column, Columns, Origin, Rows
from pipeline.figures.periods import TOLERANCE, calendar_span, possible_lengths
from pipeline.records.claim import KINDS, METRICS, STATUSES

KEY = (
    "company", "company_id", "metric", "segment", "kind", "period", "period_start", "period_end", "status",
    "adjusted",
)  # fmt: skip
"""What a value is known of; two values of one key are a restatement or a fault."""

RESTATED = 0.5
"""Most by which two right values of one key differ, as a share of the greater; the most met is 0.19."""

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
        told.sort(key=lambda one: min(one[1]))
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
    yield from _each(columns["unit"], lambda cell: not is_base_unit(cell), "{!r} is no base unit")
    yield from _unit_faults(columns)
    for name in ("fiscal", "adjusted"):
        yield from _each(
            columns[name], lambda cell: truth(cell) is None, f"{name} {{!r}} is neither true nor false"
        )
    yield from _each(
        columns["as_of"],
        lambda cell: bool(cell) and last_possible_day(cell) is None,
        "as_of {!r} is no date",
    )
    yield from _value_faults(columns)
    yield from _period_faults(columns)
    yield from _key_faults(columns)


def _each(column: Column, wrong: Callable[[str], bool], fault: str) -> Iterator[Fault]:
    """One fault for each distinct wrong cell."""
    for code, cell in enumerate(column.cells):
        if wrong(cell):
            yield fault.format(cell), column.codes == code


def numbers(column: Column) -> npt.NDArray[np.float64]:
    """The number of each row, NaN where a cell is none."""
    return np.array(column.parse(parse_number), np.float64)[column.codes]


def _unit_faults(columns: Columns) -> Iterator[Fault]:
    metrics, units = columns["metric"], columns["unit"]
    for place, unit in enumerate(units.cells):
        if is_base_unit(unit):
            wrong = np.array([not fits_metric(metric, unit) for metric in metrics.cells], bool)
            for at in np.flatnonzero(wrong):
                rows = (metrics.codes == at) & (units.codes == place)
                yield f"{metrics.cells[at]} is not told in {unit!r}", rows


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
    out = _pairs(columns["as_of"], _days_out)[:, 0]
    reported = columns["status"].rows_where(lambda cell: cell == "reported")
    early = reported & dated & (out > 0) & (out + TOLERANCE < end)
    yield "reported before the period had ended", early
    yield "the dates are not those of the period", dated & ~odd & (elsewhere | (~fiscal & shifted))


def _pairs(column: Column, parser: Callable[[str], tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Two numbers for each row."""
    return np.array(column.parse(parser), np.int64).reshape(-1, 2)[column.codes]


def _calendar_ends(label: str) -> tuple[int, int]:
    span = calendar_span(label)
    return (0, 0) if span is None else (span.start.toordinal(), span.end.toordinal())


def _days_out(cell: str) -> tuple[int, int]:
    day = last_possible_day(cell)
    return (0, 0) if day is None else (day.toordinal(), 0)


def _ordinals(column: Column) -> npt.NDArray[np.int64]:
    days = (parse_day(cell) for cell in column.cells)
    return np.array([0 if day is None else day.toordinal() for day in days], np.int64)[column.codes]


def _key_faults(columns: Columns) -> Iterator[Fault]:
    """Rows told twice, keys in two units, and values of one key too far apart to be a restatement."""
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
    # A revenue may be told in euros and as a share of the whole, but not in euros and in dollars.
    whole = np.array(columns["unit"].parse(lambda cell: cell not in SHARES), bool)
    few["measure"] = few["unit"].where(whole[few["unit"].to_numpy()])
    mixed = few.groupby(list(KEY), sort=False)["measure"].transform("nunique") > 1
    yield "one key in several units", _mask(rows[mixed.to_numpy()], len(columns))
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
