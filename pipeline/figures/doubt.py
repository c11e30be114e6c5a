"""Asks whether a figure that fits no row was read rightly, before the text is accused of an error.

Texts are mostly right and readings are not. A claim that the program read itself accuses only where its
sentence bears out the field on which the accusation rests, and nothing in the document speaks against it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.figures import wording
from pipeline.figures.certainty import Certainty
from pipeline.figures.explanations import TELLING, Finding
from pipeline.figures.finding import Question
from pipeline.figures.intervals import Stated, Value, agreement
from pipeline.figures.known import CompanyFigures, KnownFigure
from pipeline.figures.meant import known_value
from pipeline.figures.slips import is_slip
from pipeline.mentions.context import find_cues
from pipeline.mentions.metrics import MetricMention, find_metrics
from pipeline.vocabulary.patterns import pattern

FILE = "doubts.toml"
CONFIRMED = frozenset({"exact", "rounded", "hedged", "in_range", "derived"})
BESIDE = 150
"""Code points within which another figure bears out the period of a sentence."""

NEAR = 0.05
"""How near a hedged number is to the one it is said of, as a share."""

PROFITS = frozenset({"ebit", "ebitda", "pretax_profit", "net_income", "gross_profit"})


@dataclass(frozen=True, slots=True)
class Document:
    """What a document's claims say of each other.

    Attributes:
        questions: Its claims that the table has a company for, with what was found of each.
        companies: The known figures of these companies, by key.
    """

    questions: Sequence[tuple[Question, Finding]]
    companies: Mapping[str, CompanyFigures]


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
    for other, found in document.questions:
        sure = found.verdict in CONFIRMED and found.certainty is Certainty.CERTAIN
        if sure and _same_figure(question, other) and not _overlap(question, other):
            return f"the text gives {wording.stated(other.stated, other.claim.unit)} for the same"
    return None


def _same_figure(one: Question, other: Question) -> bool:
    first, second = one.claim, other.claim
    return one.link.key == other.link.key and all(
        getattr(first, name) == getattr(second, name)
        for name in ("metric", "kind", "segment", "adjusted", "status", "unit", "period")
    )


def _overlap(one: Question, other: Question) -> bool:
    room = one.stated.precision + other.stated.precision
    return one.stated.low - room <= other.stated.high and other.stated.low <= one.stated.high + room


def _value_of_another(question: Question, finding: Finding, document: Document) -> str | None:
    """A number that stands in another row of the company is more often misread than wrong."""
    for figure in question.company.figures:
        if figure.unit == question.claim.unit and _tells(question, figure):
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
    unnamed = _metric_not_named(question, finding, document)
    if unnamed:
        return unnamed
    points = 2 * _year_named(question) + _company_named(question) + (len(document.companies) == 1)
    points += _borne_out(question, document) and not _earlier_time(question)
    points += _nothing_fits(question, document)
    return None if points >= 2 else "the sentence does not name company and period"


def _is_slip(stated: Stated, known: Value) -> bool:
    single = stated.low == stated.high and known.low == known.high
    return single and is_slip(stated.low, known.low, 2 * stated.precision)


def _nothing_fits(question: Question, document: Document) -> bool:
    """Whether a text of one company has several figures for it and not one that is known."""
    verdicts = [found.verdict for _, found in document.questions]
    return (
        len(document.companies) == 1 and verdicts.count("contradicted") > 1 and not CONFIRMED & set(verdicts)
    )


def _near_hedge(question: Question, known: Value) -> bool:
    """`unter 18` of 18.6: a hedged number that is near the known one, but on the wrong side of it."""
    off = abs(question.stated.low - known.low)
    return question.stated.qualifier in ("over", "under") and off <= NEAR * abs(known.low)


def _company_named(question: Question) -> bool:
    return (question.claim.company or question.link.name).split()[0] in question.claim.sentence


def _year_named(question: Question) -> bool:
    claim = question.claim
    year = claim.period[:4] if claim.period else ""
    named = regex.search(rf"(?<!\d){year}(?!\d)|/{year[2:]}(?!\d)", claim.sentence)
    return bool(year and named)


def _borne_out(question: Question, document: Document) -> bool:
    """Whether another figure of the same company and period is known to be right."""
    return any(
        other is not question
        and found.verdict in CONFIRMED
        and other.link.key == question.link.key
        and other.claim.period == question.claim.period
        and abs(other.claim.start - question.claim.start) <= BESIDE
        for other, found in document.questions
    )


def _earlier_time(question: Question) -> bool:
    return pattern("earlier_time", FILE).search(_around(question)) is not None


def _around(question: Question) -> str:
    """A figure with the words beside it, up to the next figures of its sentence."""
    sentence, text = question.claim.sentence, question.claim.text
    before, found, after = sentence.partition(text)
    return f"{_number().split(before)[-1]}{text}{_number().split(after)[0]}" if found else sentence


def _period_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    before = finding.other is not None and all(finding.other.period_end < span.end for span in question.spans)
    if _earlier_time(question) and (before or not _year_named(question)):
        return "the sentence speaks of an earlier time as well"
    if _year_named(question):
        return None
    if not _borne_out(question, document):
        return "the sentence does not name the period"
    return (
        "other figures of the text are of another period too"
        if _shifted_too(question, finding, document)
        else None
    )


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


def _metric_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    claim = question.claim
    mention = _nearest(question)
    named = wording.words(claim.metric)
    if mention is None or mention.metric != claim.metric or mention.verb:
        return f"the {named} is not named right beside it"
    other = finding.other.metric if finding.other else None
    if finding.verdict == "metric_confusion" and not question.candidates:
        return f"nothing is known of the {named} itself"
    if {claim.metric, other} == {"sales_volume", "production"} and _says(mention, "any_count"):
        return f"`{mention.text}` can be sold or made"
    if claim.metric == "net_income" and other in PROFITS and _says(mention, "any_profit"):
        return f"`{mention.text}` can be any profit"
    at = claim.sentence.find(claim.text)
    between = claim.sentence[mention.end : max(at, mention.end)]
    # A row of a table has nothing but figures and their units behind its label.
    if len(_number().findall(between)) > 1 and pattern("word", FILE).search(between):
        return f"other figures stand between it and the {named}"
    return None


def _says(mention: MetricMention, name: str) -> bool:
    return pattern(name, FILE).fullmatch(mention.text) is not None


def _nearest(question: Question) -> MetricMention | None:
    """The metric named last before a figure, else the first one after it."""
    sentence = question.claim.sentence
    at = sentence.find(question.claim.text)
    mentions = [mention for mention in find_metrics(sentence, 0, len(sentence)) if mention.metric != "other"]
    before = [mention for mention in mentions if mention.end <= at]
    return before[-1] if before else next(iter(mentions), None)


@cache
def _number() -> "regex.Pattern[str]":
    return regex.compile(r"\d+(?:[.,]\d+)*")


def _sign_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    claim = question.claim
    if claim.text[:1] in "+-–−":
        return None
    if claim.kind == "change":
        stretch = _around(question)
        cues = {cue.name for cue in find_cues(stretch, 0, len(stretch))} & {"up", "down"}
        plain = cues == {"up" if claim.low > 0 else "down"}
        return None if plain else "the sentence does not say plainly which way it went"
    words = {name: pattern(name, FILE).search(claim.sentence) for name in ("profit_word", "loss_word")}
    plain = (
        bool(words["loss_word"]) if claim.low < 0 else bool(words["profit_word"] and not words["loss_word"])
    )
    return None if plain else "the sentence does not say plainly whether it is a loss"


def _unit_not_written(question: Question, finding: Finding, document: Document) -> str | None:
    text = regex.sub(r"(?i)milli\p{L}+|mio\.?|mrd\.?|tsd\.?|tausend", "", question.claim.text)
    return None if regex.search(r"\p{L}|[%€$£]", text) else "no unit is written to the number"


def _scale_not_written(question: Question, finding: Finding, document: Document) -> str | None:
    written = regex.search(r"(?i)milli|mio|mrd|tsd|tausend|teur|t€", question.claim.text)
    return None if written else "no scale is written to the number"


_DOUBTS: Mapping[str, tuple[Doubt, ...]] = {
    "scale_error": (_scale_not_written,),
    "sign_error": (_sign_not_named,),
    "unit_error": (_unit_not_written,),
    "period_shift": (_told_otherwise, _period_not_named),
    "metric_confusion": (_metric_not_named,),
    "contradicted": (_told_otherwise, _value_of_another, _of_another_company, _far_off),
}
