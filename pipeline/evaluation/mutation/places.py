"""Gold claims with the row of known figures that each speaks of, where the definitions alone can tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.evaluation.agreement import same_company
from pipeline.evaluation.gold import GoldClaim, GoldDocument
from pipeline.evaluation.mutation.agreeing import Told
from pipeline.evaluation.mutation.rewriting import sentence_of
from pipeline.evaluation.mutation.times import Days, readings
from pipeline.evaluation.mutation.truth import true_verdict
from pipeline.evaluation.mutation.written import Written, decimal_mark, precision_of, read_written
from pipeline.figures.known import KnownFigure, KnownFigures
from pipeline.language.boundaries import sentence_spans
from pipeline.mentions.companies.register import register
from pipeline.records.claim import Verdict

DIRECT: tuple[Verdict, ...] = ("exact", "rounded", "hedged", "in_range")
"""Verdicts that rest on one row."""

NO_COMPANY: tuple[KnownFigure, ...] = ()


class Table:
    """The rows of a table by company.

    Args:
        known: The table.
    """

    def __init__(self, known: KnownFigures) -> None:
        rows: dict[str, list[KnownFigure]] = defaultdict(list)
        for company in known:
            for figure in company.figures:
                rows[figure.company_id or figure.company].append(figure)
        self.companies: dict[str, tuple[KnownFigure, ...]] = {key: tuple(rows[key]) for key in sorted(rows)}

    def rows_of(self, name: str | None) -> tuple[KnownFigure, ...] | None:
        """The rows of a company, empty for one that the table does not have, None where that is not sure."""
        company = register().lookup(name) if name else None
        if company is not None and company.isin:
            return self.companies.get(company.isin, NO_COMPANY)
        alike = [rows for rows in self.companies.values() if same_company(name, rows[0].company)]
        return None if alike else NO_COMPANY


@dataclass(frozen=True, slots=True)
class Place:
    """A gold claim in its document, and what known figures make of it.

    Attributes:
        document: The document.
        at: Position of the claim among its claims.
        sentence: Start and end of its sentence.
        mark: Decimal mark of the document.
        truth: The verdict that the claim deserves; None where the definitions leave it open.
        told: What it states, where its period's days are known.
        row: The row that it speaks of, where one confirms it.
        rows: The known figures of its company.
    """

    document: GoldDocument
    at: int
    sentence: tuple[int, int]
    mark: str
    truth: Verdict | None = None
    told: Told | None = None
    row: KnownFigure | None = None
    rows: Sequence[KnownFigure] = NO_COMPANY

    @property
    def claim(self) -> GoldClaim:
        """The gold claim."""
        return self.document.claims[self.at]

    @property
    def written(self) -> Written | None:
        """How its number is written; None for a range and for words."""
        return read_written(self.claim, self.mark)

    @property
    def beside(self) -> list[GoldClaim]:
        """The other claims of its sentence."""
        start, end = self.sentence
        return [
            other
            for at, other in enumerate(self.document.claims)
            if at != self.at and start <= other.start < end
        ]


def places(document: GoldDocument, table: Table) -> Iterator[Place]:
    """Look up every claim of a document.

    Args:
        document: Gold whose figures are right.
        table: Known figures.
    """
    spans, mark = sentence_spans(document.text), decimal_mark(document.claims)
    for at, claim in enumerate(document.claims):
        place = Place(document, at, sentence_of(spans, claim), mark)
        rows = table.rows_of(claim.company)
        if rows is not None:
            place = _looked_up(place, rows)
        yield place


def _looked_up(place: Place, rows: Sequence[KnownFigure]) -> Place:
    claim = place.claim
    if (
        claim.metric != "other"
        and not any(row.metric == claim.metric for row in rows)
        and claim.metric != "margin"
    ):
        return replace(place, truth="unverifiable", rows=rows)
    against = claim.kind == "level" or claim.reference in (None, "prior_year")
    if not rows or claim.period is None or not against:
        return replace(place, rows=rows)
    told = [told_of(claim, place.mark, days) for days in readings(claim.period, rows)]
    verdicts = [true_verdict(one, rows) for one in told]
    direct = [at for at, verdict in enumerate(verdicts) if verdict in DIRECT]
    if len(direct) == 1:
        meant, verdict = told[direct[0]], verdicts[direct[0]]
        return replace(place, truth=verdict, told=meant, row=_row_of(meant, rows, verdict), rows=rows)
    settled = set(verdicts)
    if not direct and len(settled) == 1 and settled <= {"derived", "unverifiable"}:
        return replace(place, truth=verdicts[0], told=told[0] if len(told) == 1 else None, rows=rows)
    return replace(place, rows=rows)


def told_of(claim: GoldClaim, mark: str, days: Days) -> Told:
    """What a gold claim states of a period.

    Args:
        claim: The claim.
        mark: Decimal mark of its document.
        days: First and last day of its period.
    """
    return Told(
        claim.metric, claim.kind, claim.segment, claim.adjusted, claim.status, claim.unit, claim.low,
        claim.high, precision_of(claim, mark), claim.qualifier, days,
    )  # fmt: skip


def _row_of(told: Told, rows: Iterable[KnownFigure], verdict: Verdict | None) -> KnownFigure | None:
    """The row that confirms a claim, if it is one alone."""
    confirming = [row for row in rows if true_verdict(told, [row]) == verdict]
    return confirming[0] if len({(row.low, row.high) for row in confirming}) == 1 else None
