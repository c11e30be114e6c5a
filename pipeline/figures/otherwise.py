"""Finds the row that a figure states after all where one field of it was read in doubt.

Texts are mostly right. A number whose own row is not known, or does not fit, and which is that of another
period that the text tells, or of the metric that its sentence names, was more likely misread than wrong.
"""

from collections.abc import Iterator

from pipeline.figures import wording
from pipeline.figures.certainty import Certainty
from pipeline.figures.derivation import PROFITS
from pipeline.figures.evidence import Document, nearest_metric, says, told_otherwise, told_twice, year_named
from pipeline.figures.explanations import TELLING, Finding, slip_of
from pipeline.figures.finding import Question
from pipeline.figures.intervals import Value, agreement
from pipeline.figures.known import KnownFigure
from pipeline.figures.meant import known_value, statuses_meant
from pipeline.figures.periods import same_period
from pipeline.records.claim import CORE_METRICS, Verdict

COARSEST = 0.05
"""Written precision, as a share of the number, above which it is another's by chance: `7 Prozent`."""

Reading = tuple[KnownFigure, str]


def meant_otherwise(question: Question, finding: Finding, document: Document) -> Finding | None:
    """The row that a claim states in another reading than the one it was given.

    Args:
        question: A claim that its own row does not confirm, and whose reading is in doubt.
        finding: What its own row makes of it.
        document: The claims told beside it.

    Returns:
        A confirmation that names the row and what was read; None where no other reading fits.
    """
    claim, stated = question.claim, question.stated
    unknown = all(candidate.certainty < Certainty.LIKELY for candidate in question.candidates)
    if stated.relative_precision > COARSEST or (finding.verdict == "unverifiable" and not unknown):
        return None
    alike = [*_of_metrics(question, unknown=unknown), *_of_variants(question)]
    periods = list(_of_periods(question, document))
    # A value of another period may be wrong where it stands, unless the text gives that place a right one.
    meant = [*alike, *periods] if unknown or told_otherwise(question, document) else alike
    for figure, read in meant:
        fit = agreement(stated, known_value(figure)) if figure.unit == claim.unit else None
        if fit and fit != "hedged":
            told = f"the text's {wording.stated(stated, claim.unit)} is that, though read as {read}"
            return _finding(fit, figure, told)
    return _wrong_otherwise(question, [*alike, *periods, *_of_adjusted(question)])


def _wrong_otherwise(question: Question, readings: list[Reading]) -> Finding | None:
    """`12,56 Millionen` of 12.56 billion: three digits alike and a scale, unit or sign that differs."""
    for figure, read in readings if _telling(question) else ():
        slip = slip_of(question, figure)
        if slip:
            verdict, told = slip
            return _finding(verdict, figure, f"{told}, though read as {read}")
    return None


def _finding(verdict: Verdict, figure: KnownFigure, told: str) -> Finding:
    reason = wording.sentence(wording.known(figure), told)
    value = Value(figure.low, figure.high)
    return Finding(verdict, reason, value, figure.source, certainty=Certainty.POSSIBLE)


def _of_metrics(question: Question, *, unknown: bool) -> Iterator[Reading]:
    """`Nach Steuern blieben 2,4 Milliarden`, read as the profit before: the word beside it names another."""
    claim, mention = question.claim, nearest_metric(question)
    beside = mention.metric if mention else None
    vague = unknown and claim.metric not in CORE_METRICS and beside in (None, claim.metric)
    named = beside == claim.metric and mention is not None and not says(mention, "any_profit")
    a_profit = unknown and not named and claim.metric in PROFITS and _telling(question)
    for span in question.spans:
        for metric in question.company.metrics:
            possible = metric == beside or vague or (a_profit and metric in PROFITS)
            if possible and metric != claim.metric:
                for figure in question.alike(metric, claim.kind, span):
                    yield figure, wording.words(claim.metric)


def _of_periods(question: Question, document: Document) -> Iterator[Reading]:
    """A figure of a quarter told beside those of the year: the text tells of both."""
    claim = question.claim
    if year_named(question):
        return
    told = {
        span
        for other, _ in document.questions
        if other is not question and other.link.key == question.link.key
        for span in other.spans
    }
    for figure in question.company.of_measure(claim.metric, claim.kind):
        elsewhere = any(same_period(figure.span, span) for span in told)
        own = any(figure.covers(span) for span in question.spans)
        if elsewhere and not own and question.agrees(figure) and not told_twice(question, figure, document):
            yield figure, f"one of {claim.period}" if claim.period else "one without a period"


def _of_variants(question: Question) -> Iterator[Reading]:
    """The figure of the whole company read as one of a part, or one as reported read as adjusted."""
    claim = question.claim
    for span in question.spans if _telling(question) else ():
        for figure in question.company.at(claim.metric, claim.kind, span):
            if figure.status not in statuses_meant(claim) or figure.segment:
                continue
            if claim.adjusted and not figure.adjusted and not claim.segment:
                yield figure, "an adjusted one"
            elif claim.segment and figure.adjusted == claim.adjusted:
                yield figure, f'one of "{claim.segment}"'


def _of_adjusted(question: Question) -> Iterator[Reading]:
    """The adjusted figure, where the text says so in another sentence; as it is, it confirms anyway."""
    claim = question.claim
    for span in () if claim.adjusted else question.spans:
        for figure in question.company.at(claim.metric, claim.kind, span):
            if figure.adjusted and figure.status in statuses_meant(claim) and figure.segment == claim.segment:
                yield figure, "one as reported"


def _telling(question: Question) -> bool:
    return question.stated.relative_precision <= TELLING
