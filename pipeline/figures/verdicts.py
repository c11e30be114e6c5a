"""Gives each claim its verdict, the known value, its source and one sentence of reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from pipeline.figures import wording
from pipeline.figures.certainty import Certainty
from pipeline.figures.derivation import Derived, derive
from pipeline.figures.doubt import doubt
from pipeline.figures.evidence import CONFIRMED, Document, of_another_time
from pipeline.figures.explanations import (
    Finding,
    explain_certain,
    explain_derived,
    explain_number,
    explain_unknown,
)
from pipeline.figures.finding import Candidate, Question, ask
from pipeline.figures.intervals import Stated, Value, agreement, close, holds_from_afar
from pipeline.figures.known import KnownFigure, KnownFigures
from pipeline.figures.meant import known_value, spans_of
from pipeline.figures.otherwise import meant_otherwise
from pipeline.records.claim import VERDICTS, Claim, Verdict

COARSE_LEVEL, COARSE_RATE = 0.05, 0.01
"""Written precision, as a share of the number, above which it fits a doubtful figure too easily.

Profits and revenues of two digits seldom meet, percentages often do.
"""

ACCUSING = frozenset(
    {"scale_error", "sign_error", "unit_error", "period_shift", "metric_confusion", "contradicted"}
)

COIN = 0.5
"""Confidence below which a claim's metric is no surer than not, so that it accuses nobody."""

TOO_WIDE = 5.0
"""How many times wider than the claim's rounding a derived interval may be and still say something."""


def validate_claims(claims: Iterable[Claim], known: KnownFigures) -> Iterator[Claim]:
    """Hold claims against a table of known figures.

    Claims of one document are taken together where they follow each other, since the periods that it reports
    tell when its outlooks were given.

    Args:
        claims: The claims, in any order; those of a document side by side.
        known: The table, as `load_known_figures` gives it.

    Yields:
        The same claims in the same order with `verdict`, `verdict_reason`, `known_low`, `known_high` and
        `known_source`.
    """
    for _, group in groupby(claims, key=lambda claim: claim.doc_id):
        document = list(group)
        told_after = _newest_periods(document, known)
        questions = [None if claim.negated else ask(claim, known, told_after) for claim in document]
        findings = [
            _unasked(claim) if question is None else _answer(question)
            for claim, question in zip(document, questions, strict=True)
        ]
        asked = [
            (question, finding) for question, finding in zip(questions, findings, strict=True) if question
        ]
        beside = Document(asked, {question.link.key: question.company for question, _ in asked})
        for claim, question, finding in zip(document, questions, findings, strict=True):
            told = finding
            if question is not None:
                told = _as_told_elsewhere(question, beside) or _unless_misread(question, finding, beside)
            yield replace(
                claim,
                verdict=told.verdict,
                verdict_reason=told.reason,
                known_low=told.value.low if told.value else None,
                known_high=told.value.high if told.value else None,
                known_source=told.source,
            )


def _newest_periods(document: list[Claim], known: KnownFigures) -> dict[str, date]:
    """For each company of a document the last day of the newest period that it reports.

    A day that one figure alone ends on may be misread; it counts where no two figures share one.
    """
    if not any(claim.status == "forecast" for claim in document):
        return {}
    ends: dict[str, Counter[date]] = defaultdict(Counter)
    for claim in document:
        link = known.link(claim.company, claim.company_id) if claim.status == "reported" else None
        if link is not None:
            ends[link.key].update(span.end for span in spans_of(claim, known.of_company(link.key))[-1:])
    return {
        key: max((day for day, times in days.items() if times > 1), default=max(days))
        for key, days in ends.items()
        if days
    }


def _unasked(claim: Claim) -> Finding:
    """The verdict on a claim that is not put to the table."""
    if claim.negated:
        return Finding("unverifiable", "The text denies this figure.")
    if claim.company is None and claim.company_id is None:
        return Finding("unverifiable", "The claim is about no company.")
    return Finding("unverifiable", f"No figures are known of {claim.company or claim.company_id}.")


def _as_told_elsewhere(question: Question, document: Document) -> Finding | None:
    """A headline gives no period: it confirms what the text below tells for one and is known of it."""
    claim = question.claim
    if claim.period is not None:
        return None
    for other, found in document.questions:
        alike = other.link.key == question.link.key and all(
            getattr(claim, name) == getattr(other.claim, name)
            for name in ("metric", "kind", "segment", "adjusted", "status", "unit")
        )
        if alike and other.claim.period and found.value and found.verdict in CONFIRMED:
            fit = agreement(question.stated, found.value)
            if fit and (fit != "hedged" or close(question.stated, found.value)):
                known, when = (
                    found.reason.partition("; ")[0],
                    f"told for {other.claim.period} elsewhere in it",
                )
                return replace(found, verdict=fit, reason=wording.sentence(known, _how(question, fit), when))
    return None


def _unless_misread(question: Question, finding: Finding, document: Document) -> Finding:
    """Take back an accusation that rests on a doubtful reading; what a person states is read rightly."""
    if question.claim.confidence == 1.0:
        return finding
    if finding.verdict == "unverifiable":
        return _otherwise(question, finding, document) or finding
    if finding.verdict not in ACCUSING:
        return finding
    why = _doubt(question, finding, document)
    if why is None:
        return finding
    before = of_another_time(question, document) if finding.verdict == "period_shift" else None
    if before is not None:
        return _of_the_year_before(question, before)
    otherwise = _otherwise(question, finding, document)
    if otherwise is not None:
        return otherwise
    reason = f"{finding.reason.removesuffix('.')}, unless the text was misread ({why})."
    return replace(finding, verdict="unverifiable", reason=reason)


def _doubt(question: Question, finding: Finding, document: Document) -> str | None:
    confidence = question.claim.confidence
    return f"confidence {confidence:.2f}" if confidence < COIN else doubt(question, finding, document)


def _otherwise(question: Question, finding: Finding, document: Document) -> Finding | None:
    """What a doubtful claim states in another reading, unless that too is an accusation in doubt."""
    other = meant_otherwise(question, finding, document)
    doubtful = other is not None and other.verdict in ACCUSING and _doubt(question, other, document)
    return None if doubtful else other


def _of_the_year_before(question: Question, figure: KnownFigure) -> Finding:
    """Confirmation of the second of two values that a text gives for one period: `64.475 57.550`."""
    value = Value(figure.low, figure.high)
    verdict = agreement(question.stated, known_value(figure))
    assert verdict is not None
    beside = f"the text telling it beside that for {question.claim.period}"
    reason = wording.sentence(wording.known(figure), _how(question, verdict), beside)
    return Finding(verdict, reason, value, figure.source, certainty=Certainty.LIKELY)


def _answer(question: Question) -> Finding:
    fits = [
        (candidate, fit)
        for candidate in question.candidates
        if (fit := agreement(question.stated, candidate.value)) and _means(question, candidate, fit)
    ]
    if fits:
        return _confirmed(question, *min(fits, key=_preference))
    return _derived(question) or _explained(question)


def _means(question: Question, candidate: Candidate, fit: Verdict) -> bool:
    """A hedge that a variant satisfies says little where the figure that is certainly meant does not."""
    doubtful = candidate.certainty is Certainty.POSSIBLE and question.every_reading_known
    return not (doubtful and fit == "hedged") or close(question.stated, candidate.value)


def _preference(fit: tuple[Candidate, Verdict]) -> tuple[int, int]:
    candidate, verdict = fit
    return -candidate.certainty, VERDICTS.index(verdict)


def _confirmed(question: Question, candidate: Candidate, verdict: Verdict) -> Finding:
    claim, figure = question.claim, candidate.figure
    told = wording.stated(question.stated, claim.unit)
    value = Value(figure.low, figure.high)
    coarse = COARSE_RATE if claim.kind == "change" or claim.unit == "percent" else COARSE_LEVEL
    doubtful = candidate.certainty is Certainty.POSSIBLE and question.every_reading_known
    if doubtful and question.stated.relative_precision > coarse:
        reason = wording.sentence(wording.known(figure), f"the text's {told} may mean it", *candidate.reasons)
        return Finding("unverifiable", reason, value, figure.source)
    reason = wording.sentence(wording.known(figure), _how(question, verdict), *candidate.reasons)
    return Finding(verdict, reason, value, figure.source, certainty=candidate.certainty)


def _how(question: Question, verdict: Verdict) -> str:
    told = wording.stated(question.stated, question.claim.unit)
    return {
        "exact": "the text says the same",
        "rounded": f"the text's {told} is that value rounded",
        "hedged": f'it satisfies the text\'s "{told}"',
        "in_range": f"the text's {told} is in agreement",
    }[verdict]


def _derived(question: Question) -> Finding | None:
    """Confirmation by arithmetic; what a row contradicts, only two levels or profit and revenue can save."""
    claim = question.claim
    if question.every_reading_known and claim.kind == "level" and claim.metric != "margin":
        return None
    for value in derive(question):
        if _follows(question.stated, value, strictly=question.every_reading_known):
            told = wording.stated(question.stated, claim.unit)
            reason = wording.sentence(wording.derived(value), f"the text's {told} agrees with it")
            return Finding("derived", reason, Value(value.middle, value.middle), value.sources[0].source)
    return None


def _follows(stated: Stated, value: Derived, *, strictly: bool) -> bool:
    """Whether a derived interval is narrow enough to say something and agrees, strictly without a hedge."""
    fit = agreement(stated, Value(value.middle, value.middle))
    if value.width > TOO_WIDE * stated.precision:
        return fit == "exact"  # computed by the text from the same rounded figures
    slack = value.width if value.width <= stated.precision else 0.0
    fit = fit or agreement(stated, Value(value.middle, value.middle, slack))
    return fit is not None and not (strictly and fit == "hedged")


def _explained(question: Question) -> Finding:
    finding = explain_number(question)
    if finding is not None:
        return finding
    least = Certainty.CERTAIN if question.every_reading_known else Certainty.POSSIBLE
    afar = [
        candidate
        for candidate in question.candidates
        if candidate.certainty >= least and holds_from_afar(question.stated, candidate.value)
    ]
    if afar:
        return _from_afar(question, afar[0])
    if question.every_reading_known:
        return explain_certain(question)
    if question.candidates:
        return _unverifiable(question, [])
    values = list(derive(question))
    return explain_derived(question, values) or explain_unknown(question) or _unverifiable(question, values)


def _from_afar(question: Question, candidate: Candidate) -> Finding:
    """`mehr als 300` holds for 700; `gut 300` would not, and the record alone does not say which it was."""
    told = wording.stated(question.stated, question.claim.unit)
    judgement = f'it satisfies the text\'s "{told}" only from afar'
    verdict: Verdict = "hedged" if question.stated.reach == "wide" else "unverifiable"
    value = Value(candidate.figure.low, candidate.figure.high)
    reason = wording.sentence(wording.known(candidate.figure), judgement, *candidate.reasons)
    return Finding(verdict, reason, value, candidate.figure.source)


def _unverifiable(question: Question, values: list[Derived]) -> Finding:
    told = wording.stated(question.stated, question.claim.unit)
    if question.candidates:
        nearest = max(question.candidates, key=lambda candidate: candidate.certainty)
        doubts = nearest.reasons or ("and it is not sure that the text means it",)
        reason = wording.sentence(
            wording.known(nearest.figure), f"the text's {told} does not fit it", *doubts
        )
        return Finding(
            "unverifiable", reason, Value(nearest.figure.low, nearest.figure.high), nearest.figure.source
        )
    if values:
        return Finding(
            "unverifiable",
            wording.sentence(
                wording.derived(values[0]),
                f"that is too far from the text's {told} to confirm it and too uncertain to deny it",
            ),
        )
    return Finding("unverifiable", wording.unknown(question))
