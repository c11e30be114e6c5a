"""Counts what judged claims amount to: F1 of each verdict, false alarms, the right row, what was misread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluation.mutation.measure import FALSE, MISSED, Judged
from pipeline.evaluation.scoring import Counts
from pipeline.records.claim import VERDICTS

ACCUSING = ("contradicted", "scale_error", "sign_error", "period_shift", "metric_confusion")
"""Verdicts that are false alarms on a claim that is right."""

NOT_FOUND = "not found"
"""What stands for the verdict of a claim that was not found."""


@dataclass(frozen=True, slots=True)
class VerdictScores:
    """What verdicts are worth, measured in one way.

    Attributes:
        verdicts: For each verdict that some claim deserves, how many got it rightly, got it, deserve it.
        confusion: How many claims that deserve a verdict got which, `NOT_FOUND` where they were missed.
        kinds: For each kind of text, how many claims got the verdict that they deserve, of how many.
        correct: Claims that state nothing wrong, those whose verdict the definitions leave open among them.
        accused: Those of them with a verdict of `ACCUSING`.
        settled: Those of them with any verdict but `unverifiable`.
        first: Claims whose known value is that of the right row.
        with_row: Claims that one row confirms.
        misread: Of the claims with a wrong verdict, and of the false alarms, how many had which field read
            otherwise than gold has it; `nothing` where the verdict alone is at fault.
    """

    verdicts: Mapping[str, Counts]
    confusion: Mapping[str, Mapping[str, int]]
    kinds: Mapping[str, tuple[int, int]]
    correct: int
    accused: int
    settled: int
    first: int
    with_row: int
    misread: Mapping[str, int]

    @property
    def macro_f1(self) -> float:
        """Mean of the F1 of all verdicts that some claim deserves."""
        scores = [counts.f1 or 0.0 for counts in self.verdicts.values()]
        return sum(scores) / len(scores) if scores else 0.0

    @property
    def false_alarms(self) -> float:
        """Share of the correct claims that are accused."""
        return self.accused / self.correct if self.correct else 0.0

    @property
    def right_row(self) -> float:
        """Share of the claims with one right row whose verdict names its value."""
        return self.first / self.with_row if self.with_row else 0.0


def score_verdicts(judged: Sequence[Judged]) -> VerdictScores:
    """Count what judged claims amount to.

    Args:
        judged: Claims judged in one way.

    Returns:
        The scores.
    """
    settled = [one for one in judged if one.truth is not None]
    pairs = Counter((str(one.truth), one.verdict or NOT_FOUND) for one in settled)
    # A claim that gold does not have deserves no verdict, so that one which says something is false.
    spurious = Counter(
        str(one.verdict) for one in judged if FALSE in one.misread and one.verdict != "unverifiable"
    )
    deserved = [verdict for verdict in VERDICTS if any(truth == verdict for truth, _ in pairs)]
    correct = [one for one in judged if not one.wrong]
    kinds: dict[str, tuple[int, int]] = {}
    for one in settled:
        right, all_of_it = kinds.get(one.kind, (0, 0))
        kinds[one.kind] = right + (one.truth == one.verdict), all_of_it + 1
    first = [one.row_first for one in judged if one.row_first is not None]
    return VerdictScores(
        verdicts={
            verdict: Counts(
                pairs[verdict, verdict],
                sum(count for (_, got), count in pairs.items() if got == verdict) + spurious[verdict],
                sum(count for (truth, _), count in pairs.items() if truth == verdict),
            )
            for verdict in deserved
        },
        confusion={
            truth: {got: pairs[truth, got] for got in (*VERDICTS, NOT_FOUND) if pairs[truth, got]}
            for truth in deserved
        },
        kinds=kinds,
        correct=len(correct),
        accused=sum(one.verdict in ACCUSING for one in correct),
        settled=sum(one.verdict not in (None, "unverifiable") for one in correct),
        first=sum(first),
        with_row=len(first),
        misread=_misread(faults(judged)),
    )


def faults(judged: Iterable[Judged]) -> list[Judged]:
    """The claims with a wrong verdict, and the false alarms."""
    return [
        one
        for one in judged
        if (one.truth is not None and one.truth != one.verdict) or (not one.wrong and one.verdict in ACCUSING)
    ]


def _misread(judged: Iterable[Judged]) -> dict[str, int]:
    counts = Counter(name for one in judged for name in one.misread or ("nothing",))
    return {name: count for name, count in counts.most_common() if name not in (MISSED, FALSE)} | {
        name: counts[name] for name in (MISSED, FALSE) if counts[name]
    }
