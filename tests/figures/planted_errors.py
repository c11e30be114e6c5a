"""Makes claims from known figures, right ones and ones with one planted error, each with its true verdict."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from math import floor, log10
from random import Random

from pipeline.figures.intervals import Stated, Value, agreement, published_precision
from pipeline.figures.known import KnownFigure
from pipeline.figures.periods import Span, same_period
from pipeline.records.claim import Claim

OTHER_CURRENCY = {"EUR": "USD", "USD": "EUR", "CHF": "EUR"}
SHARES = ("percent", "percentage_points", "factor")


@dataclass(frozen=True)
class Planted:
    """A claim, what was done to it, and the verdict that it deserves."""

    claim: Claim
    done: str
    verdict: str


def claim_of(figure: KnownFigure, **changes: object) -> Claim:
    """The claim of a text that states a known figure as it is."""
    claim = Claim(
        doc_id=f"row-{figure.row}",
        start=0,
        end=1,
        text="1",
        sentence="",
        metric=figure.metric,  # type: ignore[arg-type]
        kind=figure.kind,  # type: ignore[arg-type]
        low=figure.low,
        high=figure.high,
        precision=min(published_precision(end, figure.unit) for end in (figure.low, figure.high)),
        unit=figure.unit,
        company=figure.company,
        company_id=figure.company_id,
        segment=figure.segment,
        adjusted=figure.adjusted,
        period=figure.period,
        period_start=figure.period_start,
        period_end=figure.period_end,
        fiscal=figure.fiscal,
        status=figure.status,  # type: ignore[arg-type]
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def rounded_to(number: float, digits: int) -> tuple[float, float]:
    """A number rounded to a count of digits, with half a unit of the last one."""
    unit = 10.0 ** (floor(log10(abs(number))) + 1 - digits)
    return round(round(number / unit) * unit, 6), unit / 2


def planted(figures: Iterable[KnownFigure], chance: Random) -> Iterator[Planted]:
    """Of every row the right claim and one for each error that can be planted in it.

    A mutated claim that is right after all, by a restated value or by chance, is left out.

    Args:
        figures: Rows of a table.
        chance: Source of the random choices.
    """
    of_company: dict[str, list[KnownFigure]] = defaultdict(list)
    for figure in figures:
        of_company[figure.company_id or figure.company].append(figure)
    for key, same in of_company.items():
        strangers = [other for name, others in of_company.items() if name != key for other in others]
        for figure in same:
            yield Planted(claim_of(figure), "nothing", "in_range" if figure.low != figure.high else "exact")
            yield from _rounded(figure, chance)
            base = as_news_tell_it(figure, chance)
            for done, verdict, plant in ERRORS:
                claim = plant(base, figure, same, strangers, chance)
                if claim is not None and not _right_after_all(claim, of_company[claim.company_id or ""]):
                    yield Planted(claim, done, verdict)


def as_news_tell_it(figure: KnownFigure, chance: Random) -> Claim:
    """The claim of a text that gives two digits, three, or all."""
    digits = chance.choice((2, 3, 9))
    if figure.low != figure.high or not figure.low or digits == 9:
        return claim_of(figure)
    low, precision = rounded_to(figure.low, digits)
    return claim_of(figure) if low == figure.low else claim_of(figure, low=low, high=low, precision=precision)


def _right_after_all(claim: Claim, same: list[KnownFigure]) -> bool:
    stated = Stated(claim.low, claim.high, claim.precision, claim.qualifier)
    if claim.period_start is None or claim.period_end is None:
        return False
    span = Span(claim.period_start, claim.period_end)
    what = (claim.metric, claim.kind, claim.status, claim.segment, claim.adjusted, claim.unit)
    return any(
        (figure.metric, figure.kind, figure.status, figure.segment, figure.adjusted, figure.unit) == what
        and same_period(figure.span, span)
        and agreement(stated, Value(figure.low, figure.high, published_precision(figure.low, figure.unit)))
        for figure in same
    )


def _rounded(figure: KnownFigure, chance: Random) -> Iterator[Planted]:
    """A coarser number, and one hedged in the right direction."""
    if figure.low != figure.high or not figure.low:
        return
    low, precision = rounded_to(figure.low, chance.choice((2, 3)))
    if low != figure.low:
        yield Planted(claim_of(figure, low=low, high=low, precision=precision), "rounding", "rounded")
    near, _ = rounded_to(figure.low, 2)
    if abs(near - figure.low) > abs(near) / 2000:
        side = "over" if abs(figure.low) > abs(near) else "under"
        hedge = chance.choice((side, "about"))
        claim = claim_of(figure, low=near, high=near, precision=abs(near) / 2000, qualifier=hedge)
        yield Planted(claim, "hedge", "hedged")


Plant = Callable[[Claim, KnownFigure, list[KnownFigure], list[KnownFigure], Random], Claim | None]


def _digit(base: Claim, figure: KnownFigure, *context: object) -> Claim | None:
    """Another digit in one of the first three places of the greater end."""
    chance: Random = context[-1]  # type: ignore[assignment]
    unit = 2 * base.precision
    text = str(round(abs(base.high) / unit))
    place = chance.randrange(min(3, len(text)))
    digits = [
        digit for digit in "0123456789" if digit != text[place] and (place or digit != "0" or len(text) == 1)
    ]
    number = int(text[:place] + chance.choice(digits) + text[place + 1 :]) * unit
    high = -number if base.high < 0 else number
    if base.low == base.high:
        return replace(base, low=high, high=high)
    return replace(base, high=high) if high > base.low else None


def _scale(base: Claim, figure: KnownFigure, *context: object) -> Claim | None:
    chance: Random = context[-1]  # type: ignore[assignment]
    factor = chance.choice((1000.0, 0.001))
    if base.unit in SHARES or not base.high:
        return None
    return replace(base, low=base.low * factor, high=base.high * factor, precision=base.precision * factor)


def _sign(base: Claim, figure: KnownFigure, *context: object) -> Claim | None:
    return replace(base, low=-base.high, high=-base.low) if base.high else None


def _unit(base: Claim, figure: KnownFigure, *context: object) -> Claim | None:
    if base.unit == "percent" and base.kind == "change":
        return replace(base, unit="percentage_points")
    other = OTHER_CURRENCY.get(base.unit)
    return replace(base, unit=other) if other else None


def _hedge(base: Claim, figure: KnownFigure, *context: object) -> Claim | None:
    """The opposite hedge: `über 330` of 328, `knapp 170` of 172.7."""
    near = rounded_to(figure.low, 2)[0] if figure.low else 0
    off = abs(near) - abs(figure.low)
    if figure.low != figure.high or abs(off) <= abs(near) / 500:
        return None
    hedge = "over" if off > 0 else "under"
    return replace(base, low=near, high=near, precision=abs(near) / 2000, qualifier=hedge)  # type: ignore[arg-type]


def _period(base: Claim, figure: KnownFigure, same: list[KnownFigure], *context: object) -> Claim | None:
    """The known value told of the period nearest to a year before or after."""
    others = [
        other
        for other in same
        if _like(other, figure)
        and other.metric == figure.metric
        and not same_period(other.span, figure.span)
        and abs(other.span.days - figure.span.days) < 20
    ]
    if not others:
        return None
    other = min(
        others, key=lambda other: abs(abs(other.period_end - figure.period_end) - timedelta(days=365))
    )
    return _told_of(base, other)


def _metric(base: Claim, figure: KnownFigure, same: list[KnownFigure], *context: object) -> Claim | None:
    """The known value told of another metric of the period."""
    chance: Random = context[-1]  # type: ignore[assignment]
    others = [
        other
        for other in same
        if _like(other, figure) and other.metric != figure.metric and same_period(other.span, figure.span)
    ]
    return _told_of(base, chance.choice(others)) if others else None


def _company(
    base: Claim, figure: KnownFigure, same: list[KnownFigure], strangers: list[KnownFigure], chance: Random
) -> Claim | None:
    """The known value told of another company."""
    if figure.status != "reported":
        return None
    sample = chance.sample(strangers, min(100, len(strangers)))
    others = [other for other in sample if _like(other, figure) and other.metric == figure.metric]
    return _told_of(base, others[0]) if others else None


def _like(other: KnownFigure, figure: KnownFigure) -> bool:
    return (
        other.kind == figure.kind
        and other.unit == figure.unit
        and other.status == figure.status
        and other.segment == figure.segment
        and other.adjusted == figure.adjusted
    )


def _told_of(base: Claim, other: KnownFigure) -> Claim:
    return claim_of(other, low=base.low, high=base.high, precision=base.precision)


ERRORS: tuple[tuple[str, str, Plant], ...] = (
    ("digit", "contradicted", _digit),
    ("scale", "scale_error", _scale),
    ("sign", "sign_error", _sign),
    ("unit", "unit_error", _unit),
    ("wrong hedge", "contradicted", _hedge),
    ("period", "period_shift", _period),
    ("metric", "metric_confusion", _metric),
    ("company", "contradicted", _company),
)
