"""Finds the known figures that a claim may speak of, says how sure each link is and why it was made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from pipeline.figures.certainty import Certainty
from pipeline.figures.companies import Link
from pipeline.figures.hedge_words import stated_number
from pipeline.figures.intervals import Stated, Value
from pipeline.figures.known import CompanyFigures, KnownFigure, KnownFigures
from pipeline.figures.meant import against_prior_year, spans_of, statuses_meant, values_in_unit
from pipeline.figures.periods import Span, calendar_span
from pipeline.figures.segments import named_in, same_segment
from pipeline.records.claim import Claim

OUTLOOK_BEFORE, OUTLOOK_AFTER = timedelta(days=31), timedelta(days=130)
"""An outlook told together with the figures of a period is published about when they are."""

STOCK_AGE = timedelta(days=100)
"""How old the newest known count may be when a text tells one in the present tense."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known figure that a claim may speak of.

    Attributes:
        figure: The row of the table.
        value: Its value in the unit of the claim.
        certainty: What the link is good for.
        reasons: Clauses that say why the row was taken although something differs.
    """

    figure: KnownFigure
    value: Value
    certainty: Certainty
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A claim together with what is known of its company.

    Attributes:
        claim: The claim.
        link: The company of the table that it means.
        company: The known figures of that company.
        told_after: Last day of the newest period that the document reports of the company, None where
            unknown.
    """

    claim: Claim
    link: Link
    company: CompanyFigures
    told_after: date | None = None

    @cached_property
    def stated(self) -> Stated:
        """The number as the text states it."""
        return stated_number(self.claim)

    @cached_property
    def spans(self) -> list[Span]:
        """The periods that the claim may mean; more than one only where the text gives no dates."""
        return spans_of(self.claim, self.company)

    @cached_property
    def company_certainty(self) -> Certainty:
        """What the link to the company is good for."""
        if self.link.certain:
            return Certainty.CERTAIN
        return Certainty.LIKELY if self.link.confidence >= 0.9 else Certainty.POSSIBLE

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The rows that speak of the same metric, kind and period in a unit that can be compared."""
        found = [candidate for span in self.spans for candidate in self._at(span)]
        return found or list(self._older_stocks()) or list(self._other_metrics())

    @cached_property
    def every_reading_known(self) -> bool:
        """Whether for each period that the claim may mean a row certainly speaks of the same thing."""
        sure = [candidate.figure for candidate in self.candidates if candidate.certainty is Certainty.CERTAIN]
        return bool(self.spans) and all(any(figure.covers(span) for figure in sure) for span in self.spans)

    def alike(
        self, metric: str, kind: str, span: Span, statuses: frozenset[str] | None = None
    ) -> list[KnownFigure]:
        """The rows of a metric, kind and period that agree with the claim in segment, status and adjustment.

        Args:
            metric: The metric.
            kind: `level` or `change`.
            span: The period.
            statuses: Statuses to take instead of the claim's.
        """
        return [figure for figure in self.company.at(metric, kind, span) if self.agrees(figure, statuses)]

    def agrees(self, figure: KnownFigure, statuses: frozenset[str] | None = None) -> bool:
        """Whether a row has the claim's segment, status and adjustment, whatever its metric and period."""
        return (
            figure.status in (statuses or statuses_meant(self.claim))
            and figure.adjusted == self.claim.adjusted
            and same_segment(self.claim, figure) is Certainty.CERTAIN
        )

    def _at(self, span: Span) -> Iterator[Candidate]:
        claim = self.claim
        if claim.kind == "change" and not against_prior_year(claim, span):
            return
        for figure in self.company.at(claim.metric, claim.kind, span):
            yield from self._candidates(figure, Certainty.CERTAIN, ())

    def _older_stocks(self) -> Iterator[Candidate]:
        """`hat jetzt 265.000 Kunden`, told in June: the newest count known then is that of April."""
        claim = self.claim
        for span in self.spans:
            if span.days > 31:
                continue
            older = [
                figure
                for figure in self.company.of_measure(claim.metric, claim.kind)
                if figure.at_a_date and span.start - STOCK_AGE <= figure.period_end < span.end
            ]
            newest = max((figure.period_end for figure in older), default=None)
            for figure in older:
                if figure.period_end == newest:
                    reason = f"the newest known before {span.end} being of {newest}"
                    yield from self._candidates(figure, Certainty.POSSIBLE, (reason,))

    def _other_metrics(self) -> Iterator[Candidate]:
        """A figure of no named metric (`300 Millionen Teilnahmen täglich`) may still stand in the table."""
        claim = self.claim
        if claim.metric != "other":
            return
        for span in self.spans:
            for metric in self.company.metrics:
                for figure in self.company.at(metric, claim.kind, span):
                    if figure.segment and named_in(figure.segment, claim.sentence):
                        yield from self._candidates(figure, Certainty.POSSIBLE, ())

    def _candidates(
        self, figure: KnownFigure, certainty: Certainty, reasons: tuple[str, ...]
    ) -> Iterator[Candidate]:
        claim = self.claim
        segment = same_segment(claim, figure)
        status = self._status(figure)
        if segment is None or status is None or (claim.adjusted and not figure.adjusted):
            return
        certainty = min(certainty, self.company_certainty, segment, status)
        if self.link.reason:
            reasons = (self.link.reason, *reasons)
        if segment is not Certainty.CERTAIN:
            reasons = (*reasons, f'the known figure being that of "{figure.segment}"')
        if figure.adjusted and not claim.adjusted:
            certainty = Certainty.POSSIBLE
            reasons = (*reasons, "the known figure being an adjusted one")
        if figure.status == "forecast" and status is not Certainty.CERTAIN and figure.as_of:
            reasons = (*reasons, f"the outlook being that of {figure.as_of}")
        if claim.unit == "XXX":
            certainty = min(certainty, Certainty.LIKELY)
        for value in values_in_unit(figure, claim):
            yield Candidate(figure, value, certainty, reasons)

    def _status(self, figure: KnownFigure) -> Certainty | None:
        if figure.status not in statuses_meant(self.claim):
            return None
        if figure.status == self.claim.status != "forecast":
            return Certainty.CERTAIN
        return Certainty.CERTAIN if self._told_with(figure) else Certainty.LIKELY

    def _told_with(self, outlook: KnownFigure) -> bool:
        """Whether an outlook was published when the document was, by the newest figures that it reports.

        What somebody else expects (`Analysten`) is no outlook of the company.
        """
        if self.claim.status != "forecast" or self.claim.speaker:
            return False
        if self.told_after is None or not outlook.as_of:
            return False
        published = calendar_span(outlook.as_of)
        if published is None:
            return False
        first, last = self.told_after - OUTLOOK_BEFORE, self.told_after + OUTLOOK_AFTER
        return first <= published.start and published.end <= last


def ask(claim: Claim, known: KnownFigures, told_after: Mapping[str, date]) -> Question | None:
    """Put a claim to the table.

    Args:
        claim: The claim.
        known: The table of known figures.
        told_after: By key of a company, the last day of the newest period that the document reports.

    Returns:
        The question; None where the table has no such company.
    """
    link = known.link(claim.company, claim.company_id)
    if link is None:
        return None
    return Question(claim, link, known.of_company(link.key), told_after.get(link.key))
