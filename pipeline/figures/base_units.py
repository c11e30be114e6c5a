"""Which units a known figure may have, and which of them a metric is told in."""

from functools import cache

import regex

from pipeline.quantities.units import scale_of, unit_of, units
from pipeline.vocabulary.loading import load_words

FILE = "base_units.toml"
SHARES = frozenset({"percent", "percentage_points", "factor"})
"""Units of a change, of a margin, and of a part of any whole."""

_PLAIN = SHARES | {"count", "points"}

MONEY = frozenset(
    {
        "revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "earnings_per_share",
        "dividend", "cash_flow", "debt", "equity", "assets", "investment", "costs", "savings", "deal_value",
        "market_cap",
    }
)  # fmt: skip
"""Metrics told in a currency, or as a share."""

COUNTED = frozenset({"customers", "employees", "locations"})
"""Metrics told in pieces, or as a share."""

RATIOS = frozenset({"margin", "market_share", "inflation"})
"""Metrics that are a share of something."""


def is_base_unit(cell: str) -> bool:
    """Whether values can be in a unit as they stand: `EUR` and `kWh`, but not `TEUR`, `Mio`, `Euro` or `bps`.

    Args:
        cell: The unit as a table writes it.
    """
    if cell in _PLAIN or cell in _currencies() or any(unit.symbol == cell for unit in units()):
        return True
    return bool(_physical().fullmatch(cell)) and not _written_otherwise(cell)


def fits_metric(metric: str, unit: str) -> bool:
    """Whether a metric can be told in a unit: no headcount in euros, no revenue in pieces.

    Args:
        metric: A metric of the record.
        unit: A base unit.
    """
    if metric in MONEY:
        return unit in SHARES or unit in _currencies()
    if metric in COUNTED:
        return unit in SHARES or unit == "count"
    return metric not in RATIOS or unit in SHARES


@cache
def _currencies() -> frozenset[str]:
    return frozenset(load_words(FILE, "currencies")["codes"].split())


@cache
def _physical() -> "regex.Pattern[str]":
    return regex.compile(r"(?!.*\p{Lu}{3})(?:[\p{Ll}µ°][\p{L}/²³·]{0,14}|\p{Lu}{1,2}\p{L}?[WhJ])")


def _written_otherwise(cell: str) -> bool:
    """Whether the vocabulary reads a scale in it, or a unit whose symbol is another."""
    if cell.casefold() in load_words(FILE, "no_units")["words"]:
        return True
    for form in {cell, f"{cell}.", cell.casefold(), cell.upper(), cell.capitalize()}:
        if scale_of(form) != 1:
            return True
        try:
            symbol, factor = unit_of(form)
        except KeyError:
            continue
        if symbol != cell or factor != 1:
            return True
    return False
