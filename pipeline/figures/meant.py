"""What a claim means: which periods, measured against what, in which unit, told as what."""

from collections.abc import Iterator

from pipeline.figures.hedge_words import on_top
from pipeline.figures.intervals import Value, published_precision
from pipeline.figures.known import CompanyFigures, KnownFigure
from pipeline.figures.periods import YEARS, Span, calendar_span, same_period, years_later
from pipeline.records.claim import Claim

_OUTLOOKS = frozenset({"forecast", "prior_forecast"})


def statuses_meant(claim: Claim) -> frozenset[str]:
    """The statuses of known figures that a claim is held against.

    The table counts a proposed dividend as reported, a text tells it as an outlook.
    """
    if claim.status not in _OUTLOOKS:
        return frozenset({claim.status})
    return _OUTLOOKS | {"reported"} if claim.metric == "dividend" else _OUTLOOKS


def spans_of(claim: Claim, company: CompanyFigures) -> list[Span]:
    """The periods that a claim may mean, dates going before labels.

    Args:
        claim: The claim.
        company: The figures of its company, for a fiscal calendar.

    Returns:
        Spans; empty where the claim names no period or one that the company does not have.
    """
    label = calendar_span(claim.period) if claim.period else None
    if claim.period_end is not None and claim.period_end.year in YEARS:
        dated = Span(claim.period_start or claim.period_end, claim.period_end)
        # The `zweite Quartal` of Siemens ends in March. Where the text does not say fiscal, the claim has the
        # dates of the calendar's quarter, and the company's own must be tried as well.
        if not (company.fiscal and label is not None and same_period(dated, label)):
            return [dated]
        own = _own(claim, company, dated)
        # Called fiscal, it has the calendar's days only where the text does not tell when that year ends.
        return own if claim.fiscal and own else _distinct([dated, *own])
    if claim.period is None or label is None:
        return []
    own = company.spans_labelled(claim.period) if company.fiscal else []
    return own if claim.fiscal and own else _distinct([label, *own])


def _own(claim: Claim, company: CompanyFigures, dated: Span) -> list[Span]:
    return company.spans_labelled(claim.period) if claim.period and dated.days > 31 else []


def _distinct(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not any(same_period(span, other) for other in kept):
            kept.append(span)
    return kept


def against_prior_year(claim: Claim, span: Span) -> bool:
    """Whether a change is measured against the year before, as all changes of the table are."""
    match claim.reference:
        case None | "prior_year":
            return True
        case "prior_period":
            return span.days > 300
        case "prior_day" | "forecast" | "consensus":
            return False
    base = calendar_span(claim.reference or "")
    earlier = years_later(span, -1)
    return base is not None and (
        same_period(base, earlier) or (claim.fiscal and base.end.year == earlier.end.year)
    )


def values_in_unit(figure: KnownFigure, claim: Claim) -> Iterator[Value]:
    """A known figure in the unit of a claim; nothing where the two units cannot be compared."""
    value = known_value(figure)
    if figure.unit == claim.unit or (claim.unit == "XXX" and len(figure.unit) == 3 and figure.unit.isupper()):
        yield value
    elif claim.unit == "factor" and figure.unit == "percent" and figure.kind == "change":
        grown = Value(value.low / 100, value.high / 100, value.precision / 100)
        yield Value(1 + grown.low, 1 + grown.high, grown.precision)
        if on_top(claim):
            yield grown


def known_value(figure: KnownFigure) -> Value:
    """The value of a known figure with the precision of its publication."""
    precision = max(
        published_precision(figure.low, figure.unit), published_precision(figure.high, figure.unit)
    )
    return Value(figure.low, figure.high, precision)
