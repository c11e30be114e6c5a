"""Counts what the pairs of predicted and gold claims amount to, by level, field, metric and manner."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluation.agreement import CORE_FIELDS, FULL_FIELDS
from pipeline.evaluation.matching import Match, MatchedDocument, can_match
from pipeline.records.claim import CORE_METRICS, METRICS

Scope = str
SCOPES: tuple[Scope, ...] = ("all", "not_other", "core")
"""Over which matches a field's accuracy is given: all, those of a named gold metric, those of the core."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims are right, of how many predicted and how many in gold."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """Share of the predicted claims that are right; None without any."""
        return _share(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        """Share of the gold claims that are right; None without any."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to find and nothing found."""
        return _share(2 * self.right, self.predicted + self.gold)

    def __add__(self, other: "Counts") -> "Counts":
        """Counts of two disjoint sets of claims taken together."""
        return Counts(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)


@dataclass(frozen=True, slots=True)
class StageCounts:
    """The three levels of being right, over one document or many.

    Attributes:
        detection: The claim is found, whatever is said of it.
        core: Metric, kind, unit and signed value are right as well; over claims of a core metric.
        full: Company, period, status and qualifier are right too.
    """

    detection: Counts = Counts()
    core: Counts = Counts()
    full: Counts = Counts()

    def __add__(self, other: "StageCounts") -> "StageCounts":
        """Counts of two disjoint sets of documents taken together."""
        return StageCounts(self.detection + other.detection, self.core + other.core, self.full + other.full)


@dataclass(frozen=True, slots=True)
class FieldScores:
    """How often each field is right over some of the matches.

    Attributes:
        matches: Number of the matches.
        right: For each field, in how many of them it agrees.
    """

    matches: int
    right: Mapping[str, int]

    def accuracy(self, field: str) -> float | None:
        """Share of the matches in which the field agrees; None without any."""
        return _share(self.right.get(field, 0), self.matches)


@dataclass(frozen=True, slots=True)
class MetricScores:
    """What became of the claims of one metric.

    Attributes:
        core: Pairs of this gold metric with all core fields right; none for `other`, which is only detected.
        found: Gold claims of it that were detected, whatever was said of them.
        full: Those of them with all full fields right.
    """

    core: Counts
    found: int
    full: int

    @property
    def found_share(self) -> float | None:
        """Share of the gold claims of this metric that were detected; None without any."""
        return _share(self.found, self.core.gold)


@dataclass(frozen=True, slots=True)
class Scores:
    """The whole result of holding predictions against gold.

    Attributes:
        total: The three levels over all documents.
        per_document: The same for each document.
        per_manner: The same for each manner of writing that the gold names.
        per_split: The same for the development and the test part, where the gold tells them apart.
        fields: For each of `SCOPES`, how often each field is right.
        per_metric: For each metric that occurs on either side, in the order of the record's metrics.
        confusion: For each gold metric, how often its pairs were predicted as which metric.
        without_prediction: Documents for which nothing was predicted.
        outside_gold: Predicted claims of documents that the gold does not hold; they count nowhere.
        invalid: Predicted claims that cover no characters or have no finite value; they match nothing.
    """

    total: StageCounts
    per_document: Mapping[str, StageCounts]
    per_manner: Mapping[str, StageCounts]
    per_split: Mapping[str, StageCounts]
    fields: Mapping[Scope, FieldScores]
    per_metric: Mapping[str, MetricScores]
    confusion: Mapping[str, Mapping[str, int]]
    without_prediction: int
    outside_gold: int
    invalid: int


def score(documents: Sequence[MatchedDocument], outside_gold: int = 0) -> Scores:
    """Count what the pairs amount to.

    Args:
        documents: Gold documents with predictions and pairs, as `match_documents` gives them.
        outside_gold: Number of predicted claims whose document is not among them.

    Returns:
        All scores.
    """
    gold = {entry.document.doc_id: entry.document for entry in documents}
    per_document = {entry.document.doc_id: _count_stages(entry) for entry in documents}
    return Scores(
        total=sum(per_document.values(), StageCounts()),
        per_document=dict(sorted(per_document.items())),
        per_manner=_sum_by({name: entry.manner for name, entry in gold.items()}, per_document),
        per_split=_sum_by({name: entry.split for name, entry in gold.items()}, per_document),
        fields={scope: _count_fields(documents, scope) for scope in SCOPES},
        per_metric=_count_metrics(documents),
        confusion=_count_confusion(documents),
        without_prediction=sum(not entry.predicted for entry in documents),
        outside_gold=outside_gold,
        invalid=sum(not can_match(claim) for entry in documents for claim in entry.predicted),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _sum_by(
    groups: Mapping[str, str | None], per_document: Mapping[str, StageCounts]
) -> dict[str, StageCounts]:
    """Sum the counts of the documents of each named group."""
    names = sorted({group for group in groups.values() if group is not None})
    return {
        name: sum((per_document[doc] for doc, group in groups.items() if group == name), StageCounts())
        for name in names
    }


def _metrics(entry: MatchedDocument, pair: Match) -> tuple[str, str]:
    """Gold and predicted metric of a pair."""
    return entry.document.claims[pair.gold].metric, entry.predicted[pair.predicted].metric


def _is_core(entry: MatchedDocument, pair: Match) -> bool:
    return not set(_metrics(entry, pair)).isdisjoint(CORE_METRICS)


def _count_stages(entry: MatchedDocument) -> StageCounts:
    core_pairs = [pair for pair in entry.matches if _is_core(entry, pair)]
    # A matched claim is in scope by either metric of its pair, an unmatched one by its own; `other` never is:
    # gold revenue called `other` is a miss and no false claim.
    predicted_in_scope = {pair.predicted for pair in core_pairs}
    gold_in_scope = {pair.gold for pair in core_pairs}
    core_predicted = sum(
        claim.metric in CORE_METRICS or (at in predicted_in_scope and claim.metric != "other")
        for at, claim in enumerate(entry.predicted)
    )
    core_gold = sum(
        claim.metric in CORE_METRICS or (at in gold_in_scope and claim.metric != "other")
        for at, claim in enumerate(entry.document.claims)
    )
    return StageCounts(
        detection=Counts(len(entry.matches), len(entry.predicted), len(entry.document.claims)),
        core=Counts(
            sum(pair.right.issuperset(CORE_FIELDS) for pair in core_pairs), core_predicted, core_gold
        ),
        full=Counts(
            sum(pair.right.issuperset(FULL_FIELDS) for pair in core_pairs), core_predicted, core_gold
        ),
    )


def _count_fields(documents: Iterable[MatchedDocument], scope: Scope) -> FieldScores:
    matches = 0
    right: Counter[str] = Counter()
    for entry in documents:
        for pair in entry.matches:
            gold_metric, _ = _metrics(entry, pair)
            if (scope == "not_other" and gold_metric == "other") or (
                scope == "core" and not _is_core(entry, pair)
            ):
                continue
            matches += 1
            right.update(pair.right)
    return FieldScores(matches, right)


def _count_metrics(documents: Iterable[MatchedDocument]) -> dict[str, MetricScores]:
    gold: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    core: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for entry in documents:
        gold.update(claim.metric for claim in entry.document.claims)
        predicted.update(claim.metric for claim in entry.predicted)
        for pair in entry.matches:
            metric, _ = _metrics(entry, pair)
            found[metric] += 1
            if metric == "other":
                continue
            core[metric] += pair.right.issuperset(CORE_FIELDS)
            full[metric] += pair.right.issuperset(FULL_FIELDS)
    return {
        metric: MetricScores(
            Counts(core[metric], predicted[metric], gold[metric]), found[metric], full[metric]
        )
        for metric in METRICS
        if gold[metric] or predicted[metric]
    }


def _count_confusion(documents: Iterable[MatchedDocument]) -> dict[str, dict[str, int]]:
    pairs = Counter(_metrics(entry, pair) for entry in documents for pair in entry.matches)
    confusion: dict[str, dict[str, int]] = {}
    for (gold_metric, predicted_metric), number in sorted(pairs.items()):
        confusion.setdefault(gold_metric, {})[predicted_metric] = number
    return confusion
