"""Holds a text against itself, with no table: levels and changes, parts and sums, a figure told twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, groupby, product

from pipeline.figures import wording
from pipeline.figures.derivation import FLOWS
from pipeline.figures.explanations import TELLING
from pipeline.figures.hedge_words import stated_number
from pipeline.figures.intervals import Stated, about, aside
from pipeline.figures.slips import SCALES, is_slip
from pipeline.records.claim import CORE_METRICS, Claim
from pipeline.records.inconsistency import Disagreeing, Inconsistency
from pipeline.vocabulary.patterns import pattern

Subject = tuple[str | None, str, str | None, bool]
"""Company, metric, segment, adjusted: what a figure is of, but for its period."""

COMPARED = (*CORE_METRICS, "order_intake", "order_backlog", "sales_volume", "production")
"""Metrics of which a company has one value a period, other than share prices, stakes or deals."""

PARTS = {
    "": (("-Q1", "-Q2", "-Q3", "-Q4"), ("-H1", "-H2"), ("-9M", "-Q4"), ("-H1", "-Q3", "-Q4")),
    "-H1": (("-Q1", "-Q2"),),
    "-H2": (("-Q3", "-Q4"),),
    "-9M": (("-Q1", "-Q2", "-Q3"), ("-H1", "-Q3")),
}
"""Periods, by the part of their label after the year, and the shorter ones that make them up."""


FILE = "doubts.toml"

TOGETHER = 150
"""Code points within which a change and its levels stand that were read from a text."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures of one text that cannot all be right.

    Attributes:
        doc_id: The document.
        kind: A change that its levels do not have, parts that miss their sum, or one figure told twice.
        claims: The figures, each with its place.
        reason: The same in one sentence.
    """

    doc_id: str
    kind: Disagreeing
    claims: tuple[Claim, ...]
    reason: str

    def record(self) -> Inconsistency:
        """The finding as a row of a table, with the places of its first two figures."""
        first, other = self.claims[:2]
        return Inconsistency(
            self.doc_id, self.kind, self.reason, first.start, first.end, first.text, first.sentence,
            other.start, other.end, other.text, other.sentence,
        )  # fmt: skip


def find_disagreements(claims: Iterable[Claim]) -> Iterator[Disagreement]:
    """Find figures that contradict each other within a text.

    Only what happened is compared, by interval arithmetic over written precision and hedges, so that rounding
    alone never disagrees.

    Args:
        claims: Claims, those of a document side by side.

    Yields:
        The disagreements of each document.
    """
    for doc_id, group in groupby(claims, key=lambda claim: claim.doc_id):
        document = _Document(claim for claim in group if claim.status == "reported" and not claim.negated)
        for kind, places, reason in (*document.changes(), *document.sums(), *document.repetitions()):
            yield Disagreement(doc_id, kind, places, reason)


Found = tuple[Disagreeing, tuple[Claim, ...], str]
Interval = tuple[float, float]


class _Document:
    """The figures of one text by what they are of."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._levels: dict[tuple[Subject, str], list[Claim]] = defaultdict(list)
        self._changes: dict[tuple[Subject, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            bounded = claim.qualifier not in ("at_most", "at_least")
            if claim.period and claim.company and claim.metric in COMPARED and bounded:
                subject = (claim.company, claim.metric, claim.segment, claim.adjusted)
                (self._levels if claim.kind == "level" else self._changes)[subject, claim.period].append(
                    claim
                )
        self._drop_twofold()

    def _drop_twofold(self) -> None:
        """Leave out what a text tells two series of: Segment- and Betriebsergebnis are both `ebit`."""
        split = Counter(
            subject
            for (subject, _), levels in self._levels.items()
            if any(not _meet(interval(one), interval(other)) for one, other in combinations(levels, 2))
        )
        for figures in (self._levels, self._changes):
            for key in [key for key in figures if split[key[0]] > 1]:
                del figures[key]

    def changes(self) -> Iterator[Found]:
        """`um 8 Prozent auf 2,1 nach 1,9 Milliarden`: 2.1 is 11 percent more than 1.9."""
        for (subject, period), changes in self._changes.items():
            levels = self._levels.get((subject, period), ())
            bases = self._levels.get((subject, f"{int(period[:4]) - 1}{period[4:]}"), ())
            for change in changes:
                pairs = [
                    (level, base, _growth(level, base, change)) for level, base in product(levels, bases)
                ]
                known = [
                    (level, base, growth)
                    for level, base, growth in pairs
                    if growth is not None and _told_together(change, level, base)
                ]
                if known and not any(growth and _meet(interval(change), growth) for *_, growth in pairs):
                    level, base, (low, high) = known[0]
                    makes = wording.amount(_short(low), _short(high), change.unit)
                    says = f"but the text says {_told(change)}"
                    yield (
                        "change",
                        (change, level, base),
                        f"{_told(level)} after {_told(base)} makes {makes}, {says}.",
                    )

    def sums(self) -> Iterator[Found]:
        """Quarters that do not make up their half-year."""
        for (subject, period), levels in self._levels.items():
            for parts in PARTS.get(period[4:], ()) if subject[1] in FLOWS else ():
                told = [self._levels.get((subject, period[:4] + part), ()) for part in parts]
                for whole, *pieces in product(levels, *told):
                    ends = [interval(piece) for piece in pieces]
                    added = sum(low for low, _ in ends), sum(high for _, high in ends)
                    alike = all(piece.unit == whole.unit for piece in pieces)
                    if alike and not _meet(interval(whole), added):
                        reason = f"{' and '.join(map(_told, pieces))} do not make up {_told(whole)}."
                        yield "sum", (whole, *pieces), reason

    def repetitions(self) -> Iterator[Found]:
        """One figure told twice, in the headline and in the body, with different values."""
        for told in (*self._levels.values(), *self._changes.values()):
            for one, other in combinations(told, 2):
                alike = one.unit == other.unit and one.reference == other.reference
                if alike and not _meet(interval(one), interval(other)) and _meant_alike(one, other):
                    yield "repetition", (one, other), f"The text says {_told(one)} and then {_told(other)}."


def _meant_alike(one: Claim, other: Claim) -> bool:
    """Whether two readings are of one figure: a number far from the other is of something else, misread."""
    if one.confidence == other.confidence == 1.0:
        return True
    first, second = stated_number(one), stated_number(other)
    step = 2 * first.precision if first.precision == second.precision else 0.0
    same = [factor for factor in (-1.0, *SCALES) if _meet(interval(one), interval(_times(other, factor)))]
    telling = first.relative_precision <= TELLING and second.relative_precision <= TELLING
    return is_slip(first.low, second.low, step) or (telling and bool(same))


def _times(claim: Claim, factor: float) -> Claim:
    low, high = sorted((claim.low * factor, claim.high * factor))
    return replace(claim, low=low, high=high, precision=claim.precision * abs(factor))


def _told_together(change: Claim, level: Claim, base: Claim) -> bool:
    """Whether a person states the figures, or a text tells them in one breath.

    Read from a text, `In den Läden ging er um 44 Prozent zurück` after the levels of the whole company is of
    something else; `Das sind 8 Prozent mehr` is of them.
    """
    claims = change, level, base
    if all(claim.confidence == 1.0 for claim in claims):
        return True
    places = [claim.start for claim in claims]
    if level.sentence != base.sentence or ";" in _between(level, base):
        return False
    if change.sentence == level.sentence:
        return ";" not in _between(change, level)
    goes_on = pattern("goes_on", FILE).match(change.sentence) is not None
    return goes_on and max(places) - min(places) <= TOGETHER


def _between(one: Claim, other: Claim) -> str:
    """The words of a sentence between two of its figures."""
    first, second = sorted((one, other), key=lambda claim: claim.start)
    return first.sentence.partition(first.text)[2][: max(0, second.start - first.end)]


def _growth(level: Claim, base: Claim, change: Claim) -> Interval | None:
    """The change from one level to another in the unit of a change, None where it cannot be worked out."""
    if change.reference not in (None, "prior_year") or level.unit != base.unit:
        return None
    new, old = interval(level), interval(base)
    if change.unit == level.unit == "percent":
        return None  # a share of 44 and then of 49 percent has no growth that a text would tell
    if change.unit == "percent" and old[0] > 0:
        return (new[0] / old[1] - 1) * 100, (new[1] / old[0] - 1) * 100
    if change.unit == "factor" and old[0] > 0:
        return new[0] / old[1], new[1] / old[0]
    points = change.unit == "percentage_points" and level.unit == "percent"
    return (new[0] - old[1], new[1] - old[0]) if points or change.unit == level.unit != "percent" else None


def interval(claim: Claim) -> Interval:
    """Between what ends the true value lies by the written precision and the hedge of a claim.

    Args:
        claim: A claim without an open end (`mindestens`).
    """
    stated = stated_number(claim)
    low, high = stated.low - stated.precision, stated.high + stated.precision
    sign = -1 if stated.high < 0 else 1
    match stated.qualifier:
        case "about":
            return stated.low - about(stated, stated.low), stated.high + about(stated, stated.high)
        case "over" | "under":
            outward = (stated.qualifier == "over") == (sign > 0)
            return (low, high + aside(stated)) if outward else (low - aside(stated), high)
    return low, high


def may_be_one(one: Claim, other: Claim) -> bool:
    """Whether one true value fits what two claims state: `110.330` is one of `mehr als 100.000`."""
    return _meet(interval(one), interval(other))


def _meet(one: Interval, other: Interval) -> bool:
    slack = 1e-9 * max(abs(end) for end in (*one, *other))
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


def _short(number: float) -> float:
    return float(f"{number:.3g}")


def _told(claim: Claim) -> str:
    number = Stated(claim.low, claim.high, claim.precision, claim.qualifier)
    what = (
        wording.words(claim.metric) if claim.kind == "level" else f"change of {wording.words(claim.metric)}"
    )
    return f'{wording.stated(number, claim.unit)} {what} for {claim.period} ("{claim.text}" at {claim.start})'
