"""Reads the cells of a table of known figures: days, numbers, truth values."""

from datetime import date, datetime
from functools import cache
from math import isfinite

import regex

from pipeline.figures.periods import YEARS


@cache
def _day_pattern() -> "regex.Pattern[str]":
    return regex.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.0{1,9})?)?", regex.ASCII)


@cache
def _number_pattern() -> "regex.Pattern[str]":
    return regex.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", regex.ASCII)


def parse_day(cell: str) -> date | None:
    """A day written as `2020-04-30`; what a time stamp adds is left out; None where it is no date."""
    if _day_pattern().fullmatch(cell) is None:
        return None
    try:
        day = datetime.fromisoformat(cell[:19]).date()
    except ValueError:
        return None
    return day if day.year in YEARS else None


def last_possible_day(cell: str) -> date | None:
    """The last day that `2020`, `2020-04` or `2020-04-30` can mean; None where it is none of them."""
    if len(cell) == 4:
        return parse_day(f"{cell}-12-31")
    if len(cell) == 7:
        return next((day for last in (31, 30, 29, 28) if (day := parse_day(f"{cell}-{last}"))), None)
    return parse_day(cell)


def parse_number(cell: str) -> float:
    """A number in base units written with a point; not a number where it is none."""
    if _number_pattern().fullmatch(cell) is None:
        return float("nan")
    number = float(cell)
    return number if isfinite(number) else float("nan")


def truth(cell: str) -> bool | None:
    """True or false as CSV files write it; None where it is neither."""
    return {"true": True, "1": True, "false": False, "0": False}.get(cell.casefold())
