"""The command `python -m pipeline.evaluation.names`: entities of held-out news after all stages."""

import argparse
import json
import sys
from pathlib import Path

from pipeline.flow import load
from pipeline.language.training.corpus import gold_texts
from pipeline.language.training.holdout import HeldOut
from pipeline.language.training.measure import Score, measure_names


def measure_entities(data: Path, gold: Path | None, model: str | None = None) -> dict[str, dict[str, Score]]:
    """Score `doc.ents` after all stages: the model's, those of the register, and what a document repeats.

    Args:
        data: Folder of the data sets.
        gold: Folder of gold claims. Its documents are not counted: company rules were written with them.
        model: Name or folder of a German spaCy pipeline; None for the built-in one.

    Returns:
        Scores by set, as `pipeline.language.training.measure` has them for a model alone.

    Raises:
        ModelError: The model is not installed or is not German.
        InputError: A set is missing.
    """
    return measure_names(load(model), data, HeldOut(gold_texts(gold)))


def main() -> None:
    """Read the arguments, measure, and write one JSON object to standard output."""
    parser = argparse.ArgumentParser(
        prog="pipeline.evaluation.names", description="Score entities after all stages"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--gold", type=Path, help="folder of gold claims, whose documents are not counted")
    parser.add_argument("--model", help="folder of a model, or the name of an installed one")
    arguments = parser.parse_args()
    scores = measure_entities(arguments.data, arguments.gold, arguments.model)
    sys.stdout.write(json.dumps({"entities": scores}, indent=1) + "\n")


if __name__ == "__main__":
    main()
