"""Names the kind of an error where the plain reading fails: scale, sign, unit, metric or period."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.figures import wording
from pipeline.figures.certainty import Certainty
from pipeline.figures.derivation import PROFITS, Derived, points_taken_for_percent
from pipeline.figures.finding import Candidate, Question
from pipeline.figures.intervals import Stated, Value, agreement, close
from pipeline.figures.known import KnownFigure
from pipeline.figures.meant import known_value
from pipeline.figures.periods import TOLERANCE, Span, same_period, years_later
from pipeline.figures.slips import SCALES
from pipeline.records.claim import CORE_METRICS, Verdict

TELLING = 0.005
"""Written precision, as a share of the number, that makes it worth looking for elsewhere: three digits."""

_UNITS_MISTAKEN = (frozenset({"percent", "percentage_points", "permille", "‰"}),)


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with what it rests on.

    Attributes:
        verdict: The verdict.
        reason: Why, in one sentence.
        value: The known value of what the claim speaks of.
        source: Where it was published.
        other: The figure of another metric or period whose value the claim states.
        certainty: What the link to the row is good for that confirms the claim.
    """

    verdict: Verdict
    reason: str
    value: Value | None = None
    source: str | None = None
    other: KnownFigure | None = None
    certainty: Certainty = Certainty.CERTAIN


def explain_number(question: Question) -> Finding | None:
    """A wrong scale, sign or unit that explains why a claim does not fit the figure that it speaks of.

    Args:
        question: A claim that its figures do not confirm.
    """
    likely = [candidate for candidate in question.candidates if candidate.certainty >= Certainty.LIKELY]
    return _wrong_number(question, likely) or _wrong_unit(question)


def explain_certain(question: Question) -> Finding:
    """The verdict where the plain reading fails: the value of another metric or period, or contradicted.

    Args:
        question: A claim that a known figure certainly speaks of.
    """
    turned = question.stated.times(-1.0)
    for candidate in question.candidates if _of_a_loss(question) else ():
        if agreement(turned, candidate.value):
            told = f"the text's {wording.stated(question.stated, question.claim.unit)} may be said of a loss"
            return _finding("unverifiable", candidate.figure, wording.known(candidate.figure), told)
    other = None if _wrong_hedge(question) else _other_figure(question)
    return other or _contradicted(question)


def _wrong_hedge(question: Question) -> bool:
    """`über 173` of 172.7: the number is right, so no other figure need be looked for."""
    if question.stated.qualifier not in ("under", "over"):
        return False
    number = replace(question.stated, qualifier="about")
    return any(agreement(number, candidate.value) for candidate in question.candidates)


def explain_derived(question: Question, values: list[Derived]) -> Finding | None:
    """A wrong scale or sign shown by derived values alone, where no row speaks of the same thing.

    Args:
        question: A claim that no known row speaks of.
        values: What follows from the known rows.
    """
    if question.company_certainty is Certainty.POSSIBLE:
        return None
    for value in values:
        middle = Value(value.middle, value.middle)
        for factor, verdict in _corrections(question):
            if agreement(question.stated.times(factor), middle):
                return Finding(
                    verdict,
                    wording.sentence(wording.derived(value), _told(question, verdict)),
                    middle,
                    value.sources[0].source,
                )
    return None


def slip_of(question: Question, figure: KnownFigure) -> tuple[Verdict, str] | None:
    """A wrong scale, sign or unit by which a claim would state a row.

    Args:
        question: The claim.
        figure: The row.

    Returns:
        The verdict with the clause that tells it; None where the number is not the row's.
    """
    claim, value = question.claim, known_value(figure)
    if figure.unit == claim.unit:
        for factor, verdict in _corrections(question):
            if agreement(question.stated.times(factor), value) in ("exact", "rounded"):
                return verdict, _told(question, verdict)
    elif _mistaken(claim.unit, figure.unit) and agreement(question.stated, value) in ("exact", "rounded"):
        told = wording.stated(question.stated, claim.unit)
        return "unit_error", f"the text gives the number in another unit, {told}"
    return None


def _corrections(question: Question) -> Iterator[tuple[float, Verdict]]:
    if question.claim.unit not in ("percent", "percentage_points", "factor"):
        for scale in SCALES:
            yield scale, "scale_error"
    if question.claim.unit != "factor" and not _of_a_loss(question):
        yield -1.0, "sign_error"


def _of_a_loss(question: Question) -> bool:
    """Whether a change may be that of a loss, which one text says fell and another that it improved."""
    claim = question.claim
    if claim.kind != "change" or claim.metric not in (*PROFITS, "earnings_per_share"):
        return False
    for span in question.spans:
        for year in (span, years_later(span, -1)):
            # The result before special items may be a profit where the one after them is a loss.
            levels = question.alike(claim.metric, "level", year)
            if any(level.low < 0 for level in levels or question.company.at(claim.metric, "level", year)):
                return True
    return False


def _told(question: Question, verdict: Verdict) -> str:
    told = wording.stated(question.stated, question.claim.unit)
    wrong = "power of 1,000" if verdict == "scale_error" else "sign"
    return f"the text's {told} has the wrong {wrong}"


def _wrong_number(question: Question, candidates: list[Candidate]) -> Finding | None:
    for factor, verdict in _corrections(question):
        for candidate in candidates:
            if agreement(question.stated.times(factor), candidate.value):
                clauses = (wording.known(candidate.figure), _told(question, verdict), *candidate.reasons)
                return _finding(verdict, candidate.figure, *clauses)
    return None


def _wrong_unit(question: Question) -> Finding | None:
    claim = question.claim
    if question.company_certainty is Certainty.POSSIBLE:
        return None
    for span in question.spans:
        for figure in question.alike(claim.metric, claim.kind, span):
            if _mistaken(claim.unit, figure.unit) and agreement(question.stated, known_value(figure)):
                told = wording.stated(question.stated, claim.unit)
                return _finding(
                    "unit_error",
                    figure,
                    wording.known(figure),
                    f"the text gives the number in another unit, {told}",
                )
    for value in points_taken_for_percent(question):
        if agreement(question.stated, Value(value.middle, value.middle)):
            told = f"the text says {wording.stated(question.stated, claim.unit)} instead of points"
            return _finding("unit_error", value.sources[0], wording.derived(value), told)
    return None


def _mistaken(one: str, other: str) -> bool:
    """Whether one unit can be written for the other: two currencies, or percent and percentage points."""
    if one == other or "XXX" in (one, other):
        return False
    currencies = len(one) == len(other) == 3 and one.isupper() and other.isupper()
    return currencies or any(one in units and other in units for units in _UNITS_MISTAKEN)


def _other_figure(question: Question) -> Finding | None:
    """The known value of another metric or period, the closest first."""
    found: list[tuple[KnownFigure, Verdict]] = [
        *((figure, "metric_confusion") for figure in _of_other_metrics(question)),
        *((figure, "period_shift") for figure in _of_other_periods(question)),
    ]
    fitting = []
    for rank, (figure, verdict) in enumerate(found):
        if figure.unit == question.claim.unit:
            value = known_value(figure)
            fit = agreement(question.stated, value)
            off = abs(question.stated.low - value.low)
            if fit and (fit != "hedged" or close(question.stated, value)):
                fitting.append((off, rank, figure, verdict))
    if not fitting:
        return None
    _, _, other, verdict = min(fitting, key=lambda fit: fit[:2])
    plain = max(question.candidates, key=lambda candidate: candidate.certainty)
    told = wording.stated(question.stated, question.claim.unit)
    reason = wording.sentence(
        wording.known(plain.figure), f"the text gives {told}, the value of {wording.subject(other)}"
    )
    value = Value(plain.figure.low, plain.figure.high)
    return Finding(verdict, reason, value, plain.figure.source, other)


def explain_unknown(question: Question) -> Finding | None:
    """The value of another metric of the same period, where no row speaks of the claim's own.

    Only a number of three digits is looked for, and not for `Gewinn`, which a text may say of any profit. Of
    the 1,451 such rows of the full table none is the value of another metric when its own row is taken away.

    Args:
        question: A claim that no known row speaks of.
    """
    claim = question.claim
    vague = claim.metric not in CORE_METRICS or claim.metric == "net_income"
    if vague or not question.link.certain or question.stated.relative_precision > TELLING:
        return None
    for figure in _of_other_metrics(question):
        if figure.unit == claim.unit and agreement(question.stated, known_value(figure)) in (
            "exact",
            "rounded",
        ):
            told = (
                f"the text calls it {wording.words(claim.metric)}, of which nothing is known for the period"
            )
            found = _finding("metric_confusion", figure, wording.known(figure), told)
            return replace(found, other=figure)
    return None


def _of_other_metrics(question: Question) -> Iterator[KnownFigure]:
    claim = question.claim
    for span in question.spans:
        for metric in question.company.metrics:
            if metric != claim.metric:
                yield from question.alike(metric, claim.kind, span)


def _of_other_periods(question: Question) -> list[KnownFigure]:
    """Other periods of the same metric.

    All for a number of three digits, else only the neighbours, so that no `5 Prozent` is found again by
    chance.
    """
    claim = question.claim
    others = [
        figure
        for figure in question.company.of_measure(claim.metric, claim.kind)
        if not any(same_period(figure.span, span) for span in question.spans) and question.agrees(figure)
    ]
    if question.stated.relative_precision <= TELLING:
        return others
    return [figure for span in question.spans for figure in _neighbours(others, span)]


def _neighbours(figures: list[KnownFigure], span: Span) -> Iterator[KnownFigure]:
    """The known periods of the same length next to another, and the same ones of the years beside it."""
    alike = [
        figure for figure in figures if figure.at_a_date or abs(figure.span.days - span.days) <= TOLERANCE
    ]
    gaps = {figure: (figure.period_end - span.end).days for figure in alike}
    before = max((gap for gap in gaps.values() if gap < 0), default=0)
    after = min((gap for gap in gaps.values() if gap > 0), default=0)
    for figure, gap in gaps.items():
        if gap in (before, after) or abs(abs(gap) - 365) <= TOLERANCE:
            yield figure


def _finding(verdict: Verdict, figure: KnownFigure, *clauses: str) -> Finding:
    return Finding(verdict, wording.sentence(*clauses), Value(figure.low, figure.high), figure.source)


def _contradicted(question: Question) -> Finding:
    sure = [candidate for candidate in question.candidates if candidate.certainty is Certainty.CERTAIN]
    nearest = min(sure, key=lambda candidate: _distance(question.stated, candidate.value))
    claim = question.claim
    told = f"the text's {wording.stated(question.stated, claim.unit)} is "
    clauses = (
        wording.known(nearest.figure),
        told + wording.deviation(question.stated, nearest.value, claim.unit),
    )
    return _finding("contradicted", nearest.figure, *clauses)


def _distance(stated: Stated, value: Value) -> float:
    return abs(stated.low - value.low) + abs(stated.high - value.high)
