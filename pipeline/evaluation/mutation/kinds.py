"""The errors that are planted in a text, one kind a function, and the rewordings that leave it right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import floor, log10
from random import Random
from typing import Any

import regex

from pipeline.evaluation.mutation.naming import renamed
from pipeline.evaluation.mutation.places import Place, Table
from pipeline.evaluation.mutation.rewriting import Edit, Rewording
from pipeline.evaluation.mutation.times import Days, same_days, year_before
from pipeline.evaluation.mutation.words import Turn, turns
from pipeline.evaluation.mutation.written import Written
from pipeline.figures.known import KnownFigure
from pipeline.records.claim import Verdict

HEDGES = {"over": ("mehr als", "über"), "under": ("weniger als", "unter"), "about": ("rund", "etwa")}
_YEARS_BACK = (1, 2, 3)
_LIKE = 100.0
"""How many times greater than the right value one may be that is put in its place."""


Plant = Callable[[Place, Table, Random], Rewording | None]


def _number(place: Place, written: Written, **fields: Any) -> Rewording:
    """The claim with another number in its place."""
    size = -written.size if place.claim.low < 0 else written.size
    edit = Edit(place.claim.start, place.claim.end, written.text)
    return Rewording((edit,), {"low": size, "high": size, **fields})


def digit(place: Place, table: Table, chance: Random) -> Rewording | None:
    """Another digit in one of the first three places: `12,4` becomes `12,9`."""
    written = place.written
    if written is None:
        return None
    at = [position for position, sign in enumerate(written.digits) if sign.isdigit()][:3]
    position = chance.choice(at)
    others = [sign for sign in "123456789" if sign != written.digits[position]]
    digits = written.digits[:position] + chance.choice(others) + written.digits[position + 1 :]
    return _number(place, replace(written, digits=digits))


def scale(place: Place, table: Table, chance: Random) -> Rewording | None:
    """`Mrd.` for `Mio.` or the other way round, where no figure beside it takes its scale from there."""
    claim = place.claim
    found = list(turns("scale", claim.text))
    if len(found) != 1 or _lends(place):
        return None
    turn = found[0]
    factor = 1e-3 if turn.word.casefold().startswith(("mio", "millio")) else 1e3
    edit = Edit(claim.start + turn.start, claim.start + turn.end, turn.word)
    return Rewording((edit,), {"low": claim.low * factor, "high": claim.high * factor})


def _lends(place: Place) -> bool:
    """Whether a figure of the sentence has no unit or no scale of its own and may take those of the claim."""
    return any(not regex.search(r"\p{L}{2}|[%€$]", other.text) for other in place.beside)


def sign(place: Place, table: Table, chance: Random) -> Rewording | None:
    """Minus for plus, `sank` for `stieg`, `Verlust` for `Gewinn`, where it is said of this figure alone."""
    claim = place.claim
    fields = {"low": -claim.high, "high": -claim.low}
    if claim.text[:1] in "+-−–":
        opposite = "-" if claim.text[0] == "+" else "+"
        return Rewording((Edit(claim.start, claim.start + 1, opposite),), fields)
    by_level = claim.metric == "net_income" and claim.kind == "level"
    if by_level:
        alike = [other for other in place.beside if other.metric == claim.metric]
    else:
        alike = [other for other in place.beside if other.kind == "change"]
    if alike or (claim.kind == "level" and not by_level):
        return None
    turn = _only_turn(place, "profit" if by_level else "direction", chance)
    return Rewording((Edit(turn.start, turn.end, turn.word),), fields) if turn else None


def _only_turn(place: Place, table: str, chance: Random) -> Turn | None:
    """The one word of a table in the sentence, outside all quantities; None where there are several."""
    found = list(turns(table, place.document.text, *place.sentence))
    claims = [place.claim, *place.beside]
    if not found or len({turn.start for turn in found}) > 1:
        return None
    if any(claim.start < found[0].end and found[0].start < claim.end for claim in claims):
        return None
    return chance.choice(found)


def unit(place: Place, table: Table, chance: Random) -> Rewording | None:
    """Another currency, or percentage points for percent."""
    claim = place.claim
    if _lends(place):
        return None
    if claim.unit == "percent":
        turn = next(turns("points", claim.text), None)
        other = "percentage_points"
    else:
        turn = next(turns("unit", claim.text), None)
        other = "EUR" if turn and turn.word.casefold() in ("euro", "eur", "€") else "USD"
    if turn is None or (claim.unit == "percent" and claim.kind != "change"):
        return None
    edit = Edit(claim.start + turn.start, claim.start + turn.end, turn.word)
    return Rewording((edit,), {"unit": other})


def period(place: Place, table: Table, chance: Random) -> Rewording | None:
    """The year of the sentence some years earlier, where it is named once and the claim is of it."""
    claim, told, (start, end) = place.claim, place.told, place.sentence
    year = claim.period[:4] if claim.period else ""
    if told is None or not year:
        return None
    named = list(
        regex.finditer(
            r"(?<![\d./-])(?:19|20)\d\d(?![\d/-]|\.\d)", place.document.text, pos=start, endpos=end
        )
    )
    if len(named) != 1 or named[0][0] != year:
        return None
    for back in _YEARS_BACK:
        days = year_before(told.days, back)
        if any(_of(told, row, days) for row in place.rows):
            earlier = f"{int(year) - back}{(claim.period or '')[4:]}"
            return Rewording(
                (Edit(named[0].start(), named[0].end(), earlier[:4]),), {"period": earlier}, days
            )
    return None


def _of(told: Any, row: KnownFigure, days: Days) -> bool:
    return (row.metric, row.kind, row.unit) == (told.metric, told.kind, told.unit) and same_days(
        days, row.span
    )


def metric(place: Place, table: Table, chance: Random) -> Rewording | None:
    """`Ebitda` for `Ebit`, where the sentence names the claim's metric with one such word."""
    found = [
        turn
        for turn in turns("metric", place.document.text, *place.sentence)
        if turn.metric == place.claim.metric
        and any(
            row.metric == turn.other and place.told and same_days(place.told.days, row.span)
            for row in place.rows
        )
    ]
    if not found or len({turn.start for turn in found}) > 1:
        return None
    turn = chance.choice(found)
    return Rewording((Edit(turn.start, turn.end, turn.word),), {"metric": turn.other})


def other_period(place: Place, table: Table, chance: Random) -> Rewording | None:
    """The value of another year in the place of the right one."""
    told, written = place.told, place.written
    if told is None or written is None:
        return None
    others = [
        row
        for back in (1, 2, -1)
        for row in place.rows
        if _of(told, row, year_before(told.days, back)) and row.low == row.high
    ]
    return _with_value(place, others[:1], chance)


def other_metric(place: Place, table: Table, chance: Random) -> Rewording | None:
    """The value of another metric of the period in the place of the right one."""
    told = place.told
    if told is None:
        return None
    others = [
        row
        for row in place.rows
        if row.metric != told.metric
        and (row.kind, row.unit, row.segment, row.adjusted, row.status)
        == (told.kind, told.unit, told.segment, told.adjusted, told.status)
        and same_days(told.days, row.span)
        and row.low == row.high
    ]
    return _with_value(place, others, chance)


def _with_value(place: Place, rows: list[KnownFigure], chance: Random) -> Rewording | None:
    written = place.written
    # Billions a share would be no slip but nonsense.
    same_sign = [row for row in rows if 1 / _LIKE <= row.low / place.claim.low <= _LIKE]
    if written is None or not same_sign:
        return None
    other = written.telling(abs(chance.choice(same_sign).low))
    return _number(place, other) if other.size else None


def company(place: Place, table: Table, chance: Random) -> Rewording | None:
    """Another company's name in the whole text, of one that the table has or of one that it lacks."""
    return renamed(place, table, chance)


def wrong_hedge(place: Place, table: Table, chance: Random) -> Rewording | None:
    """`mehr als 330` of 328, `weniger als 320` of it."""
    near = _coarser(place, chance)
    if near is None:
        return None
    return _hedged(place, near, "over" if near.size > abs(place.claim.low) else "under", chance)


def hedge(place: Place, table: Table, chance: Random) -> Rewording | None:
    """`rund 330`, `mehr als 320` of 328: still right."""
    near = _coarser(place, chance)
    if near is None:
        return None
    side = "under" if near.size > abs(place.claim.low) else "over"
    return _hedged(place, near, chance.choice((side, "about")), chance)


def _coarser(place: Place, chance: Random) -> Written | None:
    """The number with two digits, rounded up or down, of an unhedged claim."""
    written, claim = place.written, place.claim
    if written is None or claim.qualifier != "exact" or (written.before and claim.text[0] in "+-−–"):
        return None
    if _in_column(place):
        return None
    step = 10.0 ** (floor(log10(written.size)) - 1)
    near = (floor(written.size / step) + chance.choice((0, 1))) * step
    if abs(near - written.size) < 2 * written.precision:
        return None
    return written.telling(near, _decimals(near / written.scale, step / written.scale))


def _in_column(place: Place) -> bool:
    """Whether the number stands in a table, where nobody writes `mehr als` or `6,2 bis 6,3`."""
    before = place.document.text[: place.claim.start].rpartition("\n")[2]
    return not before.strip() or before.endswith(("  ", "\t")) or before.rstrip().endswith("|")


def _decimals(number: float, step: float) -> int:
    return max(0, -floor(log10(step) + 1e-9)) if number % 1 > 1e-9 else 0


def _hedged(place: Place, near: Written, qualifier: str, chance: Random) -> Rewording:
    claim = place.claim
    word = chance.choice(HEDGES[qualifier])
    rewording = _number(place, near, qualifier=qualifier)
    return replace(rewording, edits=(Edit(claim.start, claim.start, f"{word} "), *rewording.edits))


def rounding(place: Place, table: Table, chance: Random) -> Rewording | None:
    """One digit less than now, rounded rightly."""
    written = place.written
    if written is None or place.claim.qualifier != "exact" or not written.decimals:
        return None
    rounded = written.telling(written.size, written.decimals - 1)
    return _number(place, rounded) if rounded.size else None


def a_range(place: Place, table: Table, chance: Random) -> Rewording | None:
    """`320 bis 330 Millionen` of 328."""
    claim, near = place.claim, _coarser(place, chance)
    if near is None or near.before:
        return None
    step = 10.0 ** (floor(log10(near.size)) - 1)
    ends = (near.size - step, near.size) if near.size > abs(claim.low) else (near.size, near.size + step)
    decimals = _decimals(0.1 if near.decimals else 0.0, step / near.scale)
    first, second = (near.telling(end, decimals) for end in ends)
    low, high = sorted(-end if claim.low < 0 else end for end in (first.size, second.size))
    text = f"{first.digits} bis {second.text}"
    return Rewording((Edit(claim.start, claim.end, text),), {"low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rewording with the verdicts that it may deserve; any other truth leaves it out."""

    plant: Plant
    verdicts: tuple[Verdict, ...]


WRONG: Mapping[str, Kind] = {
    "digit": Kind(digit, ("contradicted",)),
    "scale": Kind(scale, ("scale_error",)),
    "sign": Kind(sign, ("sign_error",)),
    "unit": Kind(unit, ("unit_error",)),
    "period": Kind(period, ("period_shift",)),
    "value of another period": Kind(other_period, ("period_shift",)),
    "metric": Kind(metric, ("metric_confusion",)),
    "value of another metric": Kind(other_metric, ("metric_confusion",)),
    "company": Kind(company, ("contradicted", "unverifiable")),
    "hedge": Kind(wrong_hedge, ("contradicted",)),
}
RIGHT: Mapping[str, Kind] = {
    "rounded": Kind(rounding, ("rounded",)),
    "hedged": Kind(hedge, ("hedged",)),
    "range": Kind(a_range, ("in_range",)),
}
