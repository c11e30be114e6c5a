"""Asks whether a figure that fits no row was read rightly, before the text is accused of an error.

Texts are mostly right and readings are not. A claim that the program read itself accuses only where its
sentence bears out the field on which the accusation rests, and nothing in the document speaks against it.
"""

from collections.abc import Callable, Mapping

from pipeline.figures import wording
from pipeline.figures.evidence import (
    CONFIRMED,
    FILE,
    Document,
    around,
    company_named,
    earlier_time,
    number,
    paired,
    period_told_beside,
    told_as_before,
    told_otherwise,
    told_twice,
    twinned,
    year_named,
)
from pipeline.figures.explanations import TELLING, Finding
from pipeline.figures.finding import Question
from pipeline.figures.intervals import Stated, Value, agreement
from pipeline.figures.known import KnownFigure
from pipeline.figures.meant import known_value, statuses_meant
from pipeline.figures.metric_doubts import metric_not_named, named_for_another
from pipeline.figures.slips import is_slip
from pipeline.mentions.context import find_cues
from pipeline.quantities.units import names_scale, names_unit
from pipeline.vocabulary.patterns import pattern

NEAR, NEAR_UNREAD = 0.1, 0.05
"""How near a hedged number is to the one it is said of, as a share, and where the hedge was not read."""

NEARBY = 40
"""Code points before a number within which a word may hedge it."""

WHOLLY = 3
"""How many figures of a company have to be wrong, and none right, so that no misreading explains them."""

CHANCE = 4
"""How many figures of a company have to be wrong for each that is right by chance."""

Doubt = Callable[[Question, Finding, Document], str | None]


def doubt(question: Question, finding: Finding, document: Document) -> str | None:
    """Why an accusation may come from a misreading.

    Args:
        question: The claim that is accused.
        finding: The accusation.
        document: The claims told beside it.

    Returns:
        A clause; None where nothing speaks against the reading.
    """
    return next((why for ask in _DOUBTS[finding.verdict] if (why := ask(question, finding, document))), None)


def _told_otherwise(question: Question, finding: Finding, document: Document) -> str | None:
    """`Ergebnis je Aktie 6,62 4,42`: of two values for one figure the one that is not known is of another."""
    if finding.other and told_twice(question, finding.other, document):
        return None
    if finding.value and _near_hedge(question, finding.value):
        return None  # `über 3,7 Milliarden` in the headline of a text that tells 3,56
    other = told_otherwise(question, document)
    return f"the text gives {wording.stated(other.stated, other.claim.unit)} for the same" if other else None


def _value_of_another(question: Question, finding: Finding, document: Document) -> str | None:
    """A number that stands in another row of the company is more often misread than wrong."""
    for figure in question.company.figures:
        alike = figure.unit == question.claim.unit and figure.status in statuses_meant(question.claim)
        if alike and _tells(question, figure):
            return f"the number is that of {wording.subject(figure)}"
    return None


def _tells(question: Question, figure: KnownFigure) -> bool:
    """Whether a number is a row's, which a short one is by chance unless the period is the claim's."""
    near = question.stated.relative_precision <= TELLING or any(
        figure.covers(span) for span in question.spans
    )
    return near and agreement(question.stated, known_value(figure)) in ("exact", "rounded", "in_range")


def _of_another_company(question: Question, finding: Finding, document: Document) -> str | None:
    claim = question.claim
    for key, company in document.companies.items():
        if key == question.link.key:
            continue
        for span in question.spans:
            for figure in company.at(claim.metric, claim.kind, span):
                if figure.unit == claim.unit and agreement(question.stated, known_value(figure)):
                    return f"the number is that of {figure.company}, of whom the text speaks too"
    return None


def _far_off(question: Question, finding: Finding, document: Document) -> str | None:
    """A number that is no slip of the known one is believed only where the sentence tells all it is of."""
    value = finding.value
    if value is None or _is_slip(question.stated, value) or _near_hedge(question, value):
        return None
    denied = _denied(question, document)
    if denied >= WHOLLY:
        return None
    unnamed = metric_not_named(question, finding, document)
    if unnamed:
        return unnamed
    points = 2 * year_named(question) + company_named(question) + (len(document.companies) == 1)
    points += period_told_beside(question, document) and not earlier_time(question)
    points += denied > 1
    points += 2 * (told_as_before(question, document) or any(twinned(question, document)))
    return None if points >= 2 else "the sentence does not name company and period"


def _is_slip(stated: Stated, known: Value) -> bool:
    single = stated.low == stated.high and known.low == known.high
    return single and is_slip(stated.low, known.low, 2 * stated.precision)


def _denied(question: Question, document: Document) -> int:
    """How many things that a text tells of a company are known to be wrong, 0 where others are right.

    Several values for one thing are those of parts; that nothing fits speaks of another company.
    """
    of_company = [
        (other.claim, found.verdict)
        for other, found in document.questions
        if other.link.key == question.link.key
    ]
    right = sum(verdict in CONFIRMED for _, verdict in of_company)
    denied = {
        (claim.metric, claim.kind, claim.period, claim.adjusted)
        for claim, verdict in of_company
        if verdict == "contradicted"
    }
    return len(denied) if CHANCE * right <= len(denied) else 0


def _near_hedge(question: Question, known: Value) -> bool:
    """`unter 18` of 18.6: a hedged number that is near the known one, but on the wrong side of it."""
    off = abs(question.stated.low - known.low)
    return question.stated.qualifier in ("over", "under") and off <= NEAR * abs(known.low)


def _period_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    other = finding.other
    if told_as_before(question, document) or (other and told_twice(question, other, document)):
        return None
    before = other is not None and all(other.period_end < span.end for span in question.spans)
    if earlier_time(question) and (before or not year_named(question)):
        return "the sentence speaks of an earlier time as well"
    if other is not None and _also_named(question, other):
        return "the sentence names that period too"
    if _length_in_doubt(question):
        return "the sentence leaves open whether a part of the year is meant"
    if year_named(question) or any(paired(question, document)):
        return None
    if not period_told_beside(question, document):
        return "the sentence does not name the period"
    shifted = _shifted_too(question, finding, document)
    return "other figures of the text are of another period too" if shifted else None


def _also_named(question: Question, other: KnownFigure) -> bool:
    """Whether the sentence names the other year whose value the number is."""
    year = other.period[:4]
    return year != (question.claim.period or "")[:4] and year in question.claim.sentence


def _length_in_doubt(question: Question) -> bool:
    """Whether a year was read where the sentence tells of a quarter, or the other way round."""
    period = question.claim.period or ""
    if period[5:].replace("-", "").isdigit():
        return False  # `zum 31. Dezember 2019`
    part = pattern("part_of_year", FILE).search(question.claim.sentence) is not None
    return year_named(question) and part != (len(period) > len("2020"))


def _shifted_too(question: Question, finding: Finding, document: Document) -> bool:
    """Several figures of one other period: not one of them is wrong, but the period was misread."""
    return any(
        other is not question
        and found.verdict == "period_shift"
        and found.other is not None
        and finding.other is not None
        and found.other.period == finding.other.period
        and other.claim.period == question.claim.period
        for other, found in document.questions
    )


def _of_a_part(question: Question, finding: Finding, document: Document) -> str | None:
    """`Die Sparte fuhr 1,8 Milliarden ein`: which one, the sentence before tells."""
    claim = question.claim
    before, _, after = claim.sentence.partition(claim.text)
    near = f"{before}{claim.text}{after[:NEARBY]}"
    part = pattern("part_of_company", FILE).search(near) if claim.segment is None else None
    return f"`{part[0]}` may be meant" if part else None


def _a_range(question: Question, finding: Finding, document: Document) -> str | None:
    """`eine Vorgabe von 1,7 bis 1,9 Milliarden`: what a company reports it tells in one number."""
    several = question.stated.low != question.stated.high and question.claim.status == "reported"
    return "a range may be an outlook" if several else None


def _hedged_otherwise(question: Question, finding: Finding, document: Document) -> str | None:
    """`nicht weit unter der Schwelle von 300 Millionen`: near the known value, with a hedge not read."""
    value, stated = finding.value, question.stated
    if value is None or stated.qualifier != "exact" or not value.low:
        return None
    near = abs(stated.low - value.low) <= NEAR_UNREAD * abs(value.low)
    hedge = pattern("any_hedge", FILE).search(_just_before(question)) if near else None
    return f"`{hedge[0]}` may hedge the number" if hedge else None


def _just_before(question: Question) -> str:
    """The words before a number, back to the figure or fraction before it: `um fast ein Drittel auf 5,2`."""
    before = number().split(question.claim.sentence.partition(question.claim.text)[0])[-1]
    parts = pattern("fraction", FILE).split(before)
    return str(parts[-1][-NEARBY:])


def _sign_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    claim = question.claim
    if claim.text[:1] in "+-–−":
        return None
    if claim.kind == "change":
        stretch = around(question, led_to=True)
        cues = {cue.name for cue in find_cues(stretch, 0, len(stretch))} & {"up", "down"}
        cues |= {name for name in ("up", "down") if pattern(f"{name}_noun", FILE).search(stretch)}
        plain = cues == {"up" if claim.low > 0 else "down"}
        return None if plain else "the sentence does not say plainly which way it went"
    words = {name: pattern(name, FILE).search(claim.sentence) for name in ("profit_word", "loss_word")}
    plain = (
        bool(words["loss_word"]) if claim.low < 0 else bool(words["profit_word"] and not words["loss_word"])
    )
    return None if plain else "the sentence does not say plainly whether it is a loss"


def _unit_not_written(question: Question, finding: Finding, document: Document) -> str | None:
    return None if names_unit(question.claim.text) else "no unit is written to the number"


def _scale_not_written(question: Question, finding: Finding, document: Document) -> str | None:
    return None if names_scale(question.claim.text) else "no scale is written to the number"


_DOUBTS: Mapping[str, tuple[Doubt, ...]] = {
    "scale_error": (_scale_not_written,),
    "sign_error": (_sign_not_named,),
    "unit_error": (_unit_not_written,),
    "period_shift": (_a_range, _told_otherwise, _of_a_part, _period_not_named),
    "metric_confusion": (_a_range, _of_a_part, named_for_another, metric_not_named),
    "contradicted": (
        _a_range,
        _told_otherwise,
        _of_a_part,
        _hedged_otherwise,
        named_for_another,
        _value_of_another,
        _of_another_company,
        _far_off,
    ),
}
