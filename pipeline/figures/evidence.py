"""What in a text bears out how a figure was read: words beside it, and right figures near it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.figures.certainty import Certainty
from pipeline.figures.consistency import may_be_one
from pipeline.figures.explanations import Finding
from pipeline.figures.finding import Question
from pipeline.figures.intervals import agreement
from pipeline.figures.known import CompanyFigures, KnownFigure
from pipeline.figures.meant import known_value
from pipeline.figures.periods import same_period, years_later
from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metrics import find_metrics
from pipeline.vocabulary.patterns import pattern

FILE = "doubts.toml"
CONFIRMED = frozenset({"exact", "rounded", "hedged", "in_range", "derived"})
BESIDE = 150
"""Code points within which another figure bears out the period of a sentence."""

NEARBY = 80
"""Code points before a word within which another may tell what it is said of."""

PAIRED = 60
"""Code points between a change and the level that it led to: `um 8 Prozent auf 2,1 Milliarden`."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a document's claims say of each other.

    Attributes:
        questions: Its claims that the table has a company for, with what was found of each.
        companies: The known figures of these companies, by key.
    """

    questions: Sequence[tuple[Question, Finding]]
    companies: Mapping[str, CompanyFigures]

    def right(self, question: Question) -> Iterator[Question]:
        """The other claims of a question's company that known figures confirm."""
        for other, found in self.questions:
            if other is not question and found.verdict in CONFIRMED and other.link.key == question.link.key:
                yield other


def same_figure(one: Question, other: Question, *apart: str) -> bool:
    """Whether two claims speak of one figure.

    Args:
        one: A claim.
        other: Another one.
        apart: Fields in which they may differ.
    """
    fields = {"metric", "kind", "segment", "adjusted", "status", "unit", "period"} - set(apart)
    return one.link.key == other.link.key and all(
        getattr(one.claim, name) == getattr(other.claim, name) for name in fields
    )


def distance(one: Question, other: Question) -> int:
    """Code points between the begins of two claims."""
    return abs(one.claim.start - other.claim.start)


def company_named(question: Question) -> bool:
    """Whether the sentence names the company, be it in capitals."""
    name = (question.claim.company or question.link.name).split()[0]
    return name in question.claim.sentence or name.upper() in question.claim.sentence


def year_named(question: Question) -> bool:
    """Whether the sentence names the year of the claim."""
    claim = question.claim
    year = claim.period[:4] if claim.period else ""
    named = regex.finditer(rf"(?<!\d){year}(?!\d)|/{year[2:]}(?!\d)", claim.sentence)
    base = pattern("base_of_comparison", FILE)
    clause = pattern("clause_of_time", FILE)
    return bool(year) and any(
        not base.search(before_place(claim.sentence, place.start()))
        or clause.match(claim.sentence, place.end())
        for place in named
    )


def period_told_beside(question: Question, document: Document) -> bool:
    """Whether another figure of the same company and period stands near and is known to be right."""
    return any(
        other.claim.period == question.claim.period and distance(question, other) <= BESIDE
        for other in document.right(question)
    )


def told_as_before(question: Question, document: Document) -> bool:
    """`5,5 nach 4,1 Milliarden im Vorjahr`: the figure of the year after stands beside it and is right."""
    return earlier_time(question) and any(
        same_figure(question, other, "period")
        and distance(question, other) <= BESIDE
        and any(same_period(years_later(span, 1), later) for span in question.spans for later in other.spans)
        for other in document.right(question)
    )


def twinned(question: Question, document: Document) -> Iterator[Question]:
    """`5,5 Milliarden, vor Jahresfrist 4,1`: the figures of the year before in its sentence, where right."""
    for other in _right_in_sentence(question, document):
        years = [years_later(span, -1) for span in question.spans]
        # The dividend of a year is proposed, `35 Cent (VJ: 32)`, and that of the year before is paid.
        apart = ("period", "status") if question.claim.metric == "dividend" else ("period",)
        if same_figure(question, other, *apart) and any(
            same_period(year, older) for year in years for older in other.spans
        ):
            yield other


def paired(question: Question, document: Document) -> Iterator[Question]:
    """`um 8 Prozent auf 2,1 Milliarden`: the changes that lead to the level, or the levels, where right."""
    for other in _right_in_sentence(question, document):
        if (
            same_figure(question, other, "kind", "unit")
            and other.claim.kind != question.claim.kind
            and distance(question, other) <= PAIRED
        ):
            yield other


def _right_in_sentence(question: Question, document: Document) -> Iterator[Question]:
    return (other for other in document.right(question) if other.claim.sentence == question.claim.sentence)


def told_otherwise(question: Question, document: Document) -> Question | None:
    """`Ergebnis je Aktie 6,62 4,42`: another claim gives the same figure another value, which is right."""
    for other, found in document.questions:
        sure = found.verdict in CONFIRMED and found.certainty is Certainty.CERTAIN
        if sure and same_figure(question, other) and not may_be_one(question.claim, other.claim):
            return other
    return None


def told_twice(question: Question, figure: KnownFigure, document: Document) -> bool:
    """`von 735 auf 735 Millionen`: the number stands near for the figure whose value it is, and is right.

    Args:
        question: A claim that gives the number for another figure.
        figure: The figure whose value it is.
        document: The claims told beside it.
    """
    value = known_value(figure)
    return any(
        (other.claim.metric, other.claim.kind, other.claim.unit) == (figure.metric, figure.kind, figure.unit)
        and any(figure.covers(span) for span in other.spans)
        and agreement(other.stated, value) is not None
        and distance(question, other) <= BESIDE
        for other in document.right(question)
    )


def listed(question: Question, document: Document) -> bool:
    """`BMW zahlt 8,50 Euro, VW 8,76, die Deutsche Bank 0,30`: others in a list of one metric are right."""
    claim = question.claim
    return any(
        found.verdict in CONFIRMED
        and other.link.key != question.link.key
        and (other.claim.metric, other.claim.kind, other.claim.unit, other.claim.period)
        == (claim.metric, claim.kind, claim.unit, claim.period)
        and other.claim.start < claim.start
        and other.claim.sentence == claim.sentence
        for other, found in document.questions
    )


def before_place(sentence: str, at: int) -> str:
    """The words that stand before a place, as far back as they say something of it."""
    return sentence[max(0, at - NEARBY) : at]


def nearest_metric(question: Question) -> MetricMention | None:
    """The metric named last before a figure, else the first one after it.

    A verb right behind the figure goes first, `6,9 Milliarden verdient`, and so does any word behind it where
    the one before closes another figure: `14,2 Milliarden umgesetzt, bei 2,1 Milliarden Gewinn`. What comes
    after `wegen` is no metric of it: `wegen hoher Abschreibungen`.
    """
    sentence = question.claim.sentence
    at = sentence.find(question.claim.text)
    end, reason = at + len(question.claim.text), pattern("reason", FILE)
    mentions = [
        mention
        for mention in find_metrics(sentence, 0, len(sentence))
        if mention.metric != "other" and not reason.search(before_place(sentence, mention.start))
    ]
    before = [mention for mention in mentions if mention.end <= at]
    after = mentions[len(before) :]
    if before and after:
        between = sentence[end : max(after[0].start, end)]
        closed = pattern("told_of_before", FILE).search(before_place(sentence, before[-1].start))
        if (after[0].verb and not between.strip()) or (closed and not number().search(between)):
            return after[0]
    return before[-1] if before else next(iter(after), None)


def says(mention: MetricMention, name: str) -> bool:
    """Whether a word for a metric is one of a wording of doubts: `Gewinn` of `any_profit`."""
    return pattern(name, FILE).fullmatch(mention.text) is not None


def earlier_time(question: Question) -> bool:
    """Whether a word beside the figure tells of an earlier time: `nach`, `Vorjahr`, `zuvor`."""
    return pattern("earlier_time", FILE).search(around(question)) is not None


def around(question: Question, *, led_to: bool = False) -> str:
    """A figure with the words beside it, up to the next figures of its sentence.

    Args:
        question: The claim.
        led_to: Go on over the level that a change led to: `um 8 Prozent auf 2,1 Milliarden gefallen`.
    """
    sentence, text = question.claim.sentence, question.claim.text
    before, found, after = sentence.partition(text)
    behind = number().split(after)
    if led_to and pattern("leads_to", FILE).fullmatch(behind[0]) and len(behind) > 1:
        told = behind[1]
        for sign in ",;:":
            told = told.partition(sign)[0]
        behind[0] += told
    return f"{number().split(before)[-1]}{text}{behind[0]}" if found else sentence


@cache
def number() -> "regex.Pattern[str]":
    """A number in figures that is no year and no day: `schrumpfte 2017 um 12 Prozent` goes on to its 12."""
    year_or_day = r"(?:(?:19|20)\d\d(?![.,]?\d)|[0-3]?\d\.(?: (?=\p{Lu})|[01]?\d\.))"
    return regex.compile(rf"(?<![\d./])(?!{year_or_day})\d+(?:[.,]\d+)*")


def of_another_time(question: Question, document: Document) -> KnownFigure | None:
    """The row of the year before that a figure states, where the text gives a right one for its period.

    `Umsatz 64.475 57.550` gives two values for one year: the second is that of the year before.

    Args:
        question: A claim that its own row does not confirm.
        document: The claims told beside it.
    """
    claim = question.claim
    told = [
        other
        for other, found in document.questions
        if found.verdict in CONFIRMED
        and found.certainty is Certainty.CERTAIN
        and same_figure(question, other)
        and distance(question, other) <= BESIDE
    ]
    if not told:
        return None
    for span in question.spans:
        for figure in question.alike(claim.metric, claim.kind, years_later(span, -1)):
            fit = agreement(question.stated, known_value(figure))
            if figure.unit == claim.unit and fit in ("exact", "rounded", "in_range"):
                return figure
    return None
