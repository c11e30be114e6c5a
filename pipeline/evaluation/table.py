"""Writes scores as a text table for a person, and as a JSON object for a program."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.evaluation.agreement import FIELDS
from pipeline.evaluation.bootstrap import Interval, Level
from pipeline.evaluation.misses import Fault
from pipeline.evaluation.rules import RuleScore
from pipeline.evaluation.scoring import SCOPES, Counts, MetricScores, Scores, StageCounts
from pipeline.records.claim import CORE_METRICS


def as_text(scores: Scores) -> str:
    """Write scores as tables: levels, fields, metrics, manners of writing, and metrics taken for one another.

    Args:
        scores: What `score` gives.

    Returns:
        Lines of text; shares are in percent, `-` where there was nothing to count.
    """
    total = scores.total
    head = (
        f"{len(scores.per_document)} documents ({scores.without_prediction} without a predicted claim), "
        f"{total.detection.gold} claims in gold, {total.detection.predicted} predicted"
    )
    if scores.invalid:
        head += f", {scores.invalid} of them not valid"
    if scores.outside_gold:
        head += f"\n{scores.outside_gold} more predicted in documents outside gold"
    levels = (("detection", total.detection), ("core", total.core), ("full", total.full))
    fields = [(name, *(percent(scores.fields[scope].accuracy(name)) for scope in SCOPES)) for name in FIELDS]
    matches = ", ".join(str(scores.fields[scope].matches) for scope in SCOPES)
    parts = [
        head,
        table(_COUNT_HEADER, ((name, *_count_cells(counts)) for name, counts in levels)),
        table((f"field, on {matches} matches", "all", "named metric", "core"), fields),
        table(
            ("metric", "gold", "predicted", "found", "P", "R", "F1", "core", "full"),
            (_metric_row(metric, counts) for metric, counts in _by_weight(scores.per_metric)),
        ),
        _groups("manner", scores.per_manner),
        _groups("split", scores.per_split),
        _confusion(scores.confusion),
    ]
    return "\n\n".join(part for part in parts if part)


def as_json(scores: Scores) -> dict[str, Any]:
    """Bring scores into plain dictionaries and numbers.

    Args:
        scores: What `score` gives.

    Returns:
        An object that `json.dumps` takes; shares are of 1, null where there was nothing to count.
    """
    return {
        "documents": len(scores.per_document),
        "documents_without_prediction": scores.without_prediction,
        "predictions_outside_gold": scores.outside_gold,
        "invalid_predictions": scores.invalid,
        **_stages_json(scores.total),
        "fields": {
            scope: {"n": fields.matches, **{name: fields.accuracy(name) for name in FIELDS}}
            for scope, fields in scores.fields.items()
        },
        "per_metric": {metric: _metric_json(metric, counts) for metric, counts in scores.per_metric.items()},
        "confusion": {metric: dict(row) for metric, row in scores.confusion.items()},
        "per_manner": {manner: _stages_json(stages) for manner, stages in scores.per_manner.items()},
        "per_split": {split: _stages_json(stages) for split, stages in scores.per_split.items()},
        "per_document": {name: _document_json(stages) for name, stages in scores.per_document.items()},
    }


def faults_as_text(faults: Sequence[Fault]) -> str:
    """Write faults as blocks of lines, one block a sentence, after a line that counts them.

    Args:
        faults: In the order of the texts, as `list_faults` gives them.

    Returns:
        How many faults each field has, then under each sentence what was missed, false or wrong in it.
    """
    counts = Counter(fault.field if fault.kind == "wrong" else fault.kind for fault in faults)
    each = ", ".join(f"{name} {number}" for name, number in counts.most_common())
    lines = [f"{len(faults)} faults outside the test split" + (f": {each}" if each else "")]
    sentence: tuple[str, str] | None = None
    for fault in faults:
        if sentence != (fault.doc_id, fault.sentence):
            sentence = (fault.doc_id, fault.sentence)
            lines += ["", f"{fault.doc_id}: {fault.sentence}"]
        if fault.kind == "wrong":
            lines.append(f"  {fault.field:10} {fault.text}: {fault.expected}, found {fault.found}")
        else:
            lines.append(f"  {fault.kind:10} {fault.text}: {fault.expected or fault.found}")
    return "\n".join(lines)


def rules_as_text(rules: Sequence[RuleScore]) -> str:
    """Write how often each rule is right, in the order given."""
    return table(
        ("right %", "decided", "field", "rule"),
        ((percent(rule.right / rule.decided), str(rule.decided), rule.field, rule.rule) for rule in rules),
    )


def intervals_as_text(intervals: Mapping[Level, Interval]) -> str:
    """Write the differences of two runs in points of F1, with the intervals that hold them."""
    header = ("change of F1", "points", "95 % from", "to")
    return table(
        header,
        (
            (level, *(f"{100 * value:+.1f}" for value in (interval.difference, interval.low, interval.high)))
            for level, interval in intervals.items()
        ),
    )


_CONFUSIONS = 20
_COUNT_HEADER = ("level", "P", "R", "F1", "right", "predicted", "gold")


def percent(share: float | None) -> str:
    """Write a share of 1 in percent, `-` where there was nothing to count."""
    return "-" if share is None else f"{100 * share:.1f}"


def _count_cells(counts: Counts) -> tuple[str, ...]:
    shares = (counts.precision, counts.recall, counts.f1)
    return (*map(percent, shares), str(counts.right), str(counts.predicted), str(counts.gold))


def _metric_row(metric: str, scores: MetricScores) -> tuple[str, ...]:
    counts = (str(scores.core.gold), str(scores.core.predicted), percent(scores.found_share))
    if metric == "other":
        return (metric, *counts, "", "", "", "", "")
    shares = map(percent, (scores.core.precision, scores.core.recall, scores.core.f1))
    return (metric, *counts, *shares, str(scores.core.right), str(scores.full))


def _by_weight(per_metric: Mapping[str, MetricScores]) -> list[tuple[str, MetricScores]]:
    """Core metrics first, the most frequent before the rarer, `other` last."""
    return sorted(
        per_metric.items(),
        key=lambda item: (item[0] == "other", item[0] not in CORE_METRICS, -item[1].core.gold),
    )


def _groups(title: str, groups: Mapping[str, StageCounts]) -> str:
    if not groups:
        return ""
    return table(
        (f"F1 by {title}", "detection", "core", "full", "gold"),
        (
            (name, *(percent(counts.f1) for counts in (stages.detection, stages.core, stages.full)),
             str(stages.detection.gold))
            for name, stages in groups.items()
        ),
    )  # fmt: skip


def _confusion(confusion: Mapping[str, Mapping[str, int]]) -> str:
    wrong = [
        (number, gold, predicted)
        for gold, row in confusion.items()
        for predicted, number in row.items()
        if gold != predicted
    ]
    if not wrong:
        return ""
    wrong.sort(key=lambda entry: (-entry[0], entry[1:]))
    rows = [(f"{gold} as {predicted}", str(number)) for number, gold, predicted in wrong[:_CONFUSIONS]]
    if rest := sum(number for number, _, _ in wrong[_CONFUSIONS:]):
        rows.append((f"{len(wrong) - _CONFUSIONS} rarer ones", str(rest)))
    return table(("metric taken for another", "claims"), rows)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Align cells in columns, the first to the left, the others to the right.

    Args:
        header: Cells of the first line.
        rows: Cells of the others.
    """
    cells = [header, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = (
        "  ".join(
            [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
            ]
        )
        for row in cells
    )
    return "\n".join(line.rstrip() for line in lines)


def counts_json(counts: Counts) -> dict[str, float | int | None]:
    """Bring counts and their shares into a dictionary."""
    return {
        "tp": counts.right,
        "pred": counts.predicted,
        "gold": counts.gold,
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
    }


def _stages_json(stages: StageCounts) -> dict[str, Any]:
    return {
        "detection": counts_json(stages.detection),
        "core": counts_json(stages.core),
        "full": counts_json(stages.full),
    }


def _metric_json(metric: str, scores: MetricScores) -> dict[str, float | int | None]:
    counts = counts_json(scores.core)
    if metric == "other":
        # It counts for detection alone, so there is nothing that its shares could be of.
        counts = {name: counts[name] for name in ("tp", "pred", "gold")}
    return {**counts, "found": scores.found, "full": scores.full, "found_share": scores.found_share}


def _document_json(stages: StageCounts) -> dict[str, int]:
    return {
        "gold": stages.detection.gold,
        "pred": stages.detection.predicted,
        "tp": stages.detection.right,
        "core_gold": stages.core.gold,
        "core_pred": stages.core.predicted,
        "core_tp": stages.core.right,
        "full_tp": stages.full.right,
    }
