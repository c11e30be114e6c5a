"""Tells whether a change of scores is more than the luck of the documents: a paired bootstrap over them."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ValidationError

from pipeline.errors import InputError, UsageError
from pipeline.evaluation.scoring import Counts, StageCounts

Level = Literal["detection", "core", "full"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Interval:
    """The difference of F1 between two runs on the same documents.

    Attributes:
        difference: F1 of the second run less that of the first.
        low: Lower end of the interval that holds it with the confidence asked for.
        high: Upper end.
    """

    difference: float
    low: float
    high: float


def compare_runs(
    before: Mapping[str, StageCounts],
    after: Mapping[str, StageCounts],
    level: Level,
    *,
    samples: int = 2000,
    confidence: float = 0.95,
    seed: int = 20200602,
) -> Interval:
    """Estimate how far the difference of two runs would move with other documents of the same kind.

    Documents are drawn with replacement, the same ones for both runs; the interval is the middle share of
    the differences so drawn. One that holds zero says that the change may be luck.

    Args:
        before: Counts of the first run by document, as in `Scores.per_document`.
        after: Counts of the second run on the same documents.
        level: Which F1 is compared.
        samples: How many times the documents are drawn.
        confidence: Share of the drawn differences that the interval holds.
        seed: Start of the random numbers; the same seed gives the same interval.

    Returns:
        The difference in F1, as a share of 1, with its interval.

    Raises:
        UsageError: The runs are over different documents.
    """
    if before.keys() != after.keys():
        differing = sorted(before.keys() ^ after.keys())
        raise UsageError(
            f"The two runs are over different documents ({differing[0]!r} is in one alone). "
            "Evaluate both on the same gold."
        )
    pairs = [(getattr(before[name], level), getattr(after[name], level)) for name in sorted(before)]
    generator = random.Random(seed)
    drawn = sorted(_difference(generator.choices(pairs, k=len(pairs))) for _ in range(samples))
    tail = round((1 - confidence) / 2 * (samples - 1))
    return Interval(_difference(pairs), drawn[tail], drawn[samples - 1 - tail])


class _Document(BaseModel):
    gold: int
    pred: int
    tp: int
    core_gold: int
    core_pred: int
    core_tp: int
    full_tp: int


class _Run(BaseModel):
    per_document: dict[str, _Document]


def read_run(path: Path) -> dict[str, StageCounts]:
    """Read the counts of an earlier run from what `kennzahl evaluate --json` wrote.

    Args:
        path: The JSON file.

    Returns:
        Counts by document.

    Raises:
        InputError: The file cannot be read, or holds no such counts.
    """
    try:
        run = _Run.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError(
            str(path),
            "no earlier evaluation can be read from it",
            "Write one with `kennzahl evaluate --json`.",
        ) from error
    return {
        name: StageCounts(
            Counts(entry.tp, entry.pred, entry.gold),
            Counts(entry.core_tp, entry.core_pred, entry.core_gold),
            Counts(entry.full_tp, entry.core_pred, entry.core_gold),
        )
        for name, entry in run.per_document.items()
    }


def _difference(pairs: list[tuple[Counts, Counts]]) -> float:
    return _f1([second for _, second in pairs]) - _f1([first for first, _ in pairs])


def _f1(counts: list[Counts]) -> float:
    """F1 over the documents together, 0 where there is nothing to find and nothing found."""
    whole = sum(count.predicted + count.gold for count in counts)
    return 2 * sum(count.right for count in counts) / whole if whole else 0.0
