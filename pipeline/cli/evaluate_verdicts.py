"""`kennzahl evaluate --verdicts`: errors planted in gold texts, and what the verdicts make of them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.evaluation.mutation.measure import Judged, Way

BESIDE_GOLD = Path("figures") / "known_figures.csv"
"""Where the table of known figures lies, seen from the folder that holds a folder of gold."""


def figures_of(gold: Path, figures: Path | None) -> Path:
    """The table to measure with: the one given, or the one that lies beside the gold.

    Args:
        gold: A gold file or folder.
        figures: The table that the user gives.

    Raises:
        UsageError: None is given and none lies there.
    """
    if figures is not None:
        return figures
    for folder in (gold.resolve().parent, gold.resolve().parent.parent):
        if (folder / BESIDE_GOLD).is_file():
            return folder / BESIDE_GOLD
    raise UsageError(f"There is no {BESIDE_GOLD} beside {gold}: give the known figures with --figures FILE.")


def evaluate_verdicts(
    gold: Path, figures: Path | None, model: str | None, split: str | None, *, as_json: bool, misses: bool
) -> tuple[dict[str, float], str]:
    """Measure, write the scores, and name what the gate holds.

    Args:
        gold: A gold file or folder.
        figures: The known figures, None for those beside the gold.
        model: Name of the language model.
        split: Part of the gold.
        as_json: Write one JSON object instead of tables.
        misses: List every wrong verdict.

    Returns:
        The scores for the gate, and the fingerprint of what they were measured on.
    """
    from pipeline.evaluation.mutation.floors import fingerprint_of, measures
    from pipeline.evaluation.mutation.measure import judge_gold, judge_texts, make_plan
    from pipeline.evaluation.mutation.score import score_verdicts
    from pipeline.evaluation.mutation.told import (
        verdict_faults_json,
        verdict_faults_text,
        verdicts_as_json,
        verdicts_as_text,
    )
    from pipeline.figures.table import load_known_figures
    from pipeline.flow import load

    known = load_known_figures(figures_of(gold, figures))
    planned = make_plan(gold, known, split)
    judged: dict[Way, list[Judged]] = {
        "right extraction": list(judge_gold(planned, known)),
        "raw text": list(judge_texts(planned, known, load(model))),
    }
    scores = {way: score_verdicts(claims) for way, claims in judged.items()}
    listed = verdict_faults_json(judged) if misses else None
    if as_json:
        written = verdicts_as_json(planned, scores)
        if listed is not None:
            written["faults"] = listed
        typer.echo(json.dumps(written, ensure_ascii=False, indent=1))
    else:
        typer.echo(f"{gold}: {verdicts_as_text(planned, scores)}")
        if listed is not None:
            typer.echo(f"\n{verdict_faults_text(listed)}")
    return measures(scores), fingerprint_of(planned, known)
