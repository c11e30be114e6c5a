"""Known figures: one published value, those of one company, and a whole table cut by company."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.figures.companies import CompanyNames, Link
from pipeline.figures.periods import TOLERANCE, Span, same_period, shape_of

ROWS_KEPT = 1_000_000
"""Rows that stay unfolded; companies not asked for the longest time are folded up again first."""

_BUCKET = 16  # days; wider than the tolerance, so that two neighbouring buckets hold every end that may match


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """One published figure: a row of the table.

    Attributes:
        company: Name of the company.
        company_id: Its identifier (ISIN), None where the table gives none.
        metric: What is measured, in the vocabulary of the claim record.
        segment: Division or variant of the metric, None for the headline figure.
        kind: `level`, or `change` in percent against the year before.
        period: The company's own label of the period.
        period_start: First day; equals `period_end` for a figure at a date.
        period_end: Last day.
        fiscal: The period is one of a fiscal year.
        status: `reported` or `forecast`.
        low: Lower end of the value in base units.
        high: Upper end; equals `low` unless a range was published.
        unit: ISO 4217 code, `percent`, `count` and so on.
        adjusted: Before special items, organic, in constant currency.
        as_of: Day, month or year of publication as far as it is known.
        source: Where it was published.
        row: Number of the row in the table, the first being 1.
    """

    company: str
    company_id: str | None
    metric: str
    segment: str | None
    kind: str
    period: str
    period_start: date
    period_end: date
    fiscal: bool
    status: str
    low: float
    high: float
    unit: str
    adjusted: bool
    as_of: str | None
    source: str | None
    row: int

    @property
    def span(self) -> Span:
        """First and last day of the period."""
        return Span(self.period_start, self.period_end)

    @property
    def at_a_date(self) -> bool:
        """A stock such as a head count or debt, true for one day."""
        return self.period_start == self.period_end

    def covers(self, span: Span) -> bool:
        """Whether the figure is of a period; one at a date is of every period that ends on that date."""
        if self.at_a_date:
            return abs((self.period_end - span.end).days) <= TOLERANCE
        return same_period(self.span, span)


class CompanyFigures:
    """The known figures of one company, arranged by metric and by the end of the period.

    Args:
        figures: All rows of the company, in the order of the table.
    """

    def __init__(self, figures: Iterable[KnownFigure]) -> None:
        self.figures: tuple[KnownFigure, ...] = tuple(figures)
        self.fiscal = any(figure.fiscal for figure in self.figures)
        by_measure: dict[tuple[str, str], list[KnownFigure]] = defaultdict(list)
        by_end: dict[tuple[str, str, int], list[KnownFigure]] = defaultdict(list)
        spans: dict[str, set[Span]] = defaultdict(set)
        for figure in self.figures:
            by_measure[figure.metric, figure.kind].append(figure)
            by_end[figure.metric, figure.kind, figure.period_end.toordinal() // _BUCKET].append(figure)
            if not figure.at_a_date:
                spans[figure.period].add(figure.span)
        self._by_measure = dict(by_measure)
        self._by_end = dict(by_end)
        self._spans = dict(spans)
        self.metrics: tuple[str, ...] = tuple(dict.fromkeys(figure.metric for figure in self.figures))

    def of_measure(self, metric: str, kind: str) -> list[KnownFigure]:
        """All rows of one metric and kind, whatever their period."""
        return self._by_measure.get((metric, kind), [])

    def at(self, metric: str, kind: str, span: Span) -> list[KnownFigure]:
        """The rows of one metric, kind and period.

        A figure at a date belongs to every period that ends on that date: the head count of 31 December is
        that of the year and that of the fourth quarter.
        """
        end = span.end.toordinal()
        first, last = (end - TOLERANCE) // _BUCKET, (end + TOLERANCE) // _BUCKET
        return [
            figure
            for bucket in range(first, last + 1)
            for figure in self._by_end.get((metric, kind, bucket), ())
            if figure.covers(span)
        ]

    def spans_labelled(self, label: str) -> list[Span]:
        """The periods that a label can mean in this company's calendar.

        A claim numbers the fiscal quarter as the text does but takes the year in which the quarter ends, the
        table takes the company's own year: Zoom's quarter to April 2020 is `2020-Q1` in one, `2021-Q1` in the
        other.
        """
        spans = set(self._spans.get(label, ()))
        shape = shape_of(label)
        if shape:
            for own in (label, f"{int(label[:4]) + 1}-{shape}"):
                spans.update(span for span in self._spans.get(own, ()) if span.end.year == int(label[:4]))
        return sorted(spans)


class KnownFigures:
    """A table of known figures; the rows of a company are unfolded when the first claim speaks of it.

    Args:
        names: The companies of the table by name and identifier.
        rows_of: Gives the rows of one company by its key in `names`.
        size: Number of rows of the table.
        place: File that the table was read from, for messages.
    """

    def __init__(
        self,
        names: CompanyNames,
        rows_of: Callable[[str], Iterable[KnownFigure]],
        size: int,
        place: str,
    ) -> None:
        self._names = names
        self._rows_of = rows_of
        self._size = size
        self._unfolded: OrderedDict[str, CompanyFigures] = OrderedDict()
        self._rows_unfolded = 0
        self.place = place

    def __len__(self) -> int:
        """Number of rows of the table."""
        return self._size

    def __iter__(self) -> Iterator[CompanyFigures]:
        """The figures of each company in turn."""
        return (self.of_company(key) for key in self._names.keys)

    def link(self, name: str | None, company_id: str | None) -> Link | None:
        """The company of the table that a claim names, and how sure that is.

        Args:
            name: The name that the text uses.
            company_id: Its identifier in the company register, where the name is found there.

        Returns:
            The link with its confidence, None where no company of the table is meant.
        """
        return self._names.link(name, company_id)

    def of_company(self, key: str) -> CompanyFigures:
        """The figures of one company.

        Args:
            key: Key of the company as in `Link.key`.
        """
        company = self._unfolded.get(key)
        if company is None:
            company = CompanyFigures(self._rows_of(key))
            self._unfolded[key] = company
            self._rows_unfolded += len(company.figures)
            while self._rows_unfolded > ROWS_KEPT and len(self._unfolded) > 1:
                self._rows_unfolded -= len(self._unfolded.popitem(last=False)[1].figures)
        else:
            self._unfolded.move_to_end(key)
        return company
