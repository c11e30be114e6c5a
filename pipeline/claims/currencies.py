"""Gives an amount of money that names no currency the one that its document uses."""

from collections.abc import Sequence

from pipeline.claims.fitting import unit_kind
from pipeline.claims.statement import Statement

UNKNOWN = "XXX"
"""The code of ISO 4217 for an amount whose currency nothing tells."""


def name_currencies(statements: Sequence[Statement]) -> None:
    """Complete amounts without a currency by the first one told after them, else the last one before.

    Args:
        statements: All statements of a document in text order; changed in place. Where no amount names a
            currency, the unit stays `XXX`: in `Das Ebit drehte von 38 Millionen Plus auf 67 Millionen Minus.
            Die Schulden stiegen auf 400 Millionen Euro`, all three are euros.
    """
    named = [statement for statement in statements if unit_kind(statement.unit) == "money"]
    known = [statement.unit for statement in named if statement.unit != UNKNOWN]
    for statement in statements:
        if statement.unit == UNKNOWN and known:
            statement.unit = next(
                (
                    other.unit
                    for other in named
                    if other.quantity.start > statement.quantity.start and other.unit != UNKNOWN
                ),
                known[-1],
            )
