"""Whether the number of a known row is what a text states of it, by the definitions of the claim record."""

from dataclasses import dataclass
from typing import Literal, Protocol

from pipeline.evaluation.mutation.times import Days
from pipeline.records.claim import Verdict

Unsure = Literal["unsure"]
UNSURE: Unsure = "unsure"
"""The definitions leave room: a hedge satisfied from afar, a table coarser than the text."""

_NEAR_ABOUT, _FAR_ABOUT = 0.02, 0.15
_NEAR_SIDE = 0.05
_NEAR_END = 0.3
_EQUAL = 1e-9


class Row(Protocol):
    """What a row of known figures says; `pipeline.figures.known.KnownFigure` is one."""

    @property
    def metric(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def segment(self) -> str | None: ...  # noqa: D102
    @property
    def adjusted(self) -> bool: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def low(self) -> float: ...  # noqa: D102
    @property
    def high(self) -> float: ...  # noqa: D102
    @property
    def span(self) -> Days: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Told:
    """What a text states of a figure, as far as a verdict depends on it.

    Attributes:
        metric: The metric.
        kind: `level`, or `change` against the year before.
        segment: Division or variant.
        adjusted: Before special items.
        status: Of the claim record.
        unit: Unit.
        low: Lower end.
        high: Upper end.
        precision: Half a unit of the last digit written.
        qualifier: The hedge.
        days: First and last day of the period.
    """

    metric: str
    kind: str
    segment: str | None
    adjusted: bool
    status: str
    unit: str
    low: float
    high: float
    precision: float
    qualifier: str
    days: Days


def agrees(told: Told, row: Row) -> Verdict | Unsure | None:
    """Whether a row confirms a number.

    Args:
        told: What the text states.
        row: A row of the same thing in the same unit.

    Returns:
        How it confirms it, `UNSURE` where the definitions leave room, None where it does not.
    """
    if told.low != told.high:
        return _range_agrees(told, row)
    if row.low != row.high:
        return _agrees_with_range(told, row)
    off, room = abs(told.low - row.low), told.precision * (1 + _EQUAL)
    over = abs(row.low) - abs(told.low)  # by how much the known value is the greater
    wrong_side = (told.qualifier == "under" and over > 0) or (told.qualifier == "over" and over < 0)
    if off <= _EQUAL * abs(row.low):
        return UNSURE if told.qualifier in ("under", "over") else "exact"
    if off <= room:
        return UNSURE if wrong_side else "rounded"
    if off <= room + shown_precision(row.low):
        return UNSURE
    return _hedge_agrees(told.qualifier, over, abs(row.low) or 1.0)


def may_be(told: Told, row: Row) -> bool:
    """Whether the number may be a row's: `mehr als 300` is not that of every row above."""
    answer = agrees(told, row)
    return bool(answer) and not (answer == UNSURE and told.qualifier not in ("exact", "about"))


def _hedge_agrees(qualifier: str, over: float, size: float) -> Verdict | Unsure | None:
    """Whether a hedge is satisfied by a value that lies outside the rounding interval.

    Args:
        qualifier: The hedge.
        over: By how much the known value is greater than the one told, without their signs.
        size: The known value without its sign.
    """
    share = abs(over) / size
    match qualifier:
        case "about":
            return "hedged" if share <= _NEAR_ABOUT else UNSURE if share <= _FAR_ABOUT else None
        case "over" | "under":
            if (qualifier == "over") != (over > 0):
                return None
            return "hedged" if share <= _NEAR_SIDE else UNSURE
        case "at_least" | "at_most":
            if (qualifier == "at_least") != (over > 0):
                return None
            return "hedged" if share <= _NEAR_END else UNSURE
    return None


def _range_agrees(told: Told, row: Row) -> Verdict | Unsure | None:
    room = told.precision * (1 + _EQUAL)
    if told.low - room <= row.low and row.high <= told.high + room:
        return "in_range"
    if abs(told.low - row.low) <= room and abs(told.high - row.high) <= room:
        return "in_range"
    room += shown_precision(row.low) + (0.15 * abs(told.high) if told.qualifier == "about" else 0)
    return UNSURE if row.low <= told.high + room and told.low - room <= row.high else None


def _agrees_with_range(told: Told, row: Row) -> Verdict | Unsure | None:
    if row.low <= told.low <= row.high and told.qualifier == "exact":
        return "in_range"
    room = told.precision + 0.02 * abs(told.low)
    return UNSURE if row.low - room <= told.low <= row.high + room else None


def shown_precision(value: float) -> float:
    """Half a unit of the last digit of a published value that is not zero, of two digits at least."""
    text = f"{abs(value):.10f}".rstrip("0")
    whole, _, rest = text.partition(".")
    if rest:
        return 0.5 * 10.0 ** -len(rest)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 0.5 * 10.0 ** max(0, min(zeros, len(whole) - 2))
