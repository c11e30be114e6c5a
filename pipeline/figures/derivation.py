"""What follows from known figures though no row says it.

Growth from two levels, a level from base and growth, a margin from profit and revenue, sums and differences
of quarters, half-years and nine months.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

from pipeline.figures.finding import Question
from pipeline.figures.hedge_words import on_top
from pipeline.figures.known import KnownFigure
from pipeline.figures.meant import against_prior_year, known_value
from pipeline.figures.periods import Span, calendar_span, period_before, same_period, years_later

FLOWS = frozenset(
    {
        "revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "order_intake",
        "cash_flow", "investment", "costs", "sales_volume", "production",
    }
)  # fmt: skip
"""Metrics whose quarters add up to the year."""

PROFITS = ("ebit", "ebitda", "pretax_profit", "net_income", "gross_profit")
"""Profits that a margin may be of, the operating one first."""

_REPORTED = frozenset({"reported"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from known figures.

    Attributes:
        low: Lower end by interval arithmetic over the published precision.
        high: Upper end.
        middle: The value computed from the figures as published.
        unit: Its unit.
        sources: The figures that it follows from.
        how: The arithmetic in words.
    """

    low: float
    high: float
    middle: float
    unit: str
    sources: tuple[KnownFigure, ...]
    how: str

    @property
    def width(self) -> float:
        """Half the width of the interval."""
        return (self.high - self.low) / 2


def derive(question: Question) -> Iterator[Derived]:
    """All values that follow from known figures for the metric and period of a claim, in its unit.

    Args:
        question: The claim and the figures of its company.
    """
    claim = question.claim
    for span in question.spans:
        if claim.kind == "change":
            yield from growth(question, span)
        else:
            yield from margin(question, span)
            yield from level_from_growth(question, span)
            yield from sums(question, span)


def growth(question: Question, span: Span) -> Iterator[Derived]:
    """Change from the levels of two periods: in percent, as a factor, in points, or in their own unit."""
    claim = question.claim
    base = _base_span(question, span)
    if base is None:
        return
    levels = question.alike(claim.metric, "level", span)
    bases = question.alike(claim.metric, "level", base, _REPORTED) if levels else []
    for new, old in product(levels, bases):
        if new.unit != old.unit or new is old:
            continue
        how = f"against {old.period}"
        # `der Verlust ging um 23 Prozent zurück` is a fall of what was lost.
        sign = -1 if old.high < 0 and new.high < 0 else 1
        ratio = claim.unit in ("percent", "factor") and sign * old.low > 0
        if ratio and claim.unit == "percent":
            yield _computed((new, old), lambda n, o: (n / o - 1) * 100, "percent", how)
        elif ratio:
            yield _computed((new, old), lambda n, o: n / o, "factor", how)
            if on_top(claim):
                yield _computed((new, old), lambda n, o: n / o - 1, "factor", how)
        elif claim.unit == ("percentage_points" if new.unit == "percent" else new.unit):
            yield _computed((new, old), lambda n, o, s=sign: s * (n - o), claim.unit, how)


def points_taken_for_percent(question: Question) -> Iterator[Derived]:
    """Differences in points of a quantity in percent, for a claim that says percent."""
    claim = question.claim
    for span in question.spans if claim.kind == "change" and claim.unit == "percent" else ():
        base = _base_span(question, span)
        levels = question.alike(claim.metric, "level", span) if base else []
        for new, old in product(
            levels, question.alike(claim.metric, "level", base) if base and levels else ()
        ):
            if new.unit == old.unit == "percent":
                yield _computed((new, old), lambda n, o: n - o, "percentage_points", f"against {old.period}")


def level_from_growth(question: Question, span: Span) -> Iterator[Derived]:
    """A level from that of the year before or after and the growth between them."""
    claim = question.claim
    for years, how in ((-1, "grown by the change of"), (1, "before the change of")):
        other = years_later(span, years)
        changes = question.alike(claim.metric, "change", span if years < 0 else other)
        levels = question.alike(claim.metric, "level", other, _REPORTED) if changes else []
        for level, change in product(levels, changes):
            if level.unit != claim.unit or change.unit != "percent" or level.low <= 0 or change.low <= -100:
                continue
            words = f"{how} {change.period}"
            if years < 0:
                yield _computed((level, change), lambda v, g: v * (1 + g / 100), claim.unit, words)
            else:
                yield _computed((level, change), lambda v, g: v / (1 + g / 100), claim.unit, words)


def margin(question: Question, span: Span) -> Iterator[Derived]:
    """Profit over revenue; the text's word for a margin does not always say of which profit."""
    claim = question.claim
    if claim.metric != "margin" or claim.unit != "percent":
        return
    revenues = [figure for adjusted in (False, True) for figure in _revenues(question, span, adjusted)]
    for metric in PROFITS if revenues else ():
        for profit, revenue in product(question.alike(metric, "level", span), revenues):
            if profit.unit == revenue.unit and revenue.low > 0:
                words = f"{metric.replace('_', ' ')} over revenue of"
                yield _computed(
                    (profit, revenue), lambda p, r: p / r * 100, "percent", f"{words} {revenue.period}"
                )


def _revenues(question: Question, span: Span, adjusted: bool) -> list[KnownFigure]:
    """Revenue is seldom adjusted where the profit is."""
    return [
        figure
        for figure in question.company.at("revenue", "level", span)
        if figure.status == "reported"
        and figure.adjusted == adjusted
        and (figure.segment or "").casefold() == (question.claim.segment or "").casefold()
    ]


def sums(question: Question, span: Span) -> Iterator[Derived]:
    """A period from the parts that it is made of, or from a longer one less the rest."""
    claim = question.claim
    if claim.metric not in FLOWS or claim.status != "reported" or span.days < 80:
        return
    parts: dict[Span, KnownFigure] = {}
    for figure in question.company.of_measure(claim.metric, "level"):
        near = span.start - 300 * _DAY <= figure.period_start and figure.period_end <= span.end + 300 * _DAY
        if near and not figure.at_a_date and figure.unit == claim.unit and question.agrees(figure):
            parts.setdefault(figure.span, figure)
    for pieces in _chains(span, parts, whole=True):
        yield _computed(
            pieces, lambda *values: sum(values), claim.unit, "added up over the parts of the period"
        )
    for longer, figure in parts.items():
        if longer.days <= span.days + 20:
            continue
        rest = _rest(longer, span)
        for pieces in _chains(rest, parts, whole=False) if rest else ():
            how = f"{figure.period} less the rest"
            yield _computed((figure, *pieces), lambda first, *others: first - sum(others), claim.unit, how)


def _rest(longer: Span, span: Span) -> Span | None:
    """What is left of a longer period without one that lies at its beginning or end."""
    if abs(longer.start - span.start) <= 10 * _DAY:
        return Span(span.end + _DAY, longer.end)
    if abs(longer.end - span.end) <= 10 * _DAY:
        return Span(longer.start, span.start - _DAY)
    return None


def _chains(span: Span, parts: dict[Span, KnownFigure], *, whole: bool) -> Iterator[tuple[KnownFigure, ...]]:
    """Known periods that follow each other and cover a span; at least two where `whole`."""
    for part, figure in parts.items():
        if abs(part.start - span.start) > 10 * _DAY:
            continue
        if same_period(part, span):
            if not whole:
                yield (figure,)
        elif part.end < span.end:
            for others in _chains(Span(part.end + _DAY, span.end), parts, whole=False):
                yield (figure, *others)


def _base_span(question: Question, span: Span) -> Span | None:
    """The period that a change is measured against."""
    claim = question.claim
    if against_prior_year(claim, span):
        return years_later(span, -1)
    if claim.reference == "prior_period":
        return period_before(span)
    return calendar_span(claim.reference) if claim.reference else None


def _computed(
    figures: tuple[KnownFigure, ...], formula: Callable[..., float], unit: str, how: str
) -> Derived:
    """Apply a formula that is monotonous in each argument: its extremes lie at the ends of the intervals."""
    values = [known_value(figure) for figure in figures]
    ends = [
        formula(*corner) for corner in product(*((v.low - v.precision, v.high + v.precision) for v in values))
    ]
    middle = formula(*(value.middle for value in values))
    return Derived(min(ends), max(ends), middle, unit, figures, how)
