"""The command `python -m pipeline.language.training.card`: writes measured scores into the model card."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CARD = Path(__file__).parent.parent / "README.md"
EXPERIMENTS = Path(__file__).parent / "experiments.json"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"

COLUMNS = (
    ("SmartData v3 test news: all", "smartdata", "all"),
    ("ORG", "smartdata", "ORG"),
    ("PER", "smartdata", "PER"),
    ("LOC", "smartdata", "LOC"),
    ("with the spans of version 1: all", "smartdata_version_1", "all"),
    ("ORG", "smartdata_version_1", "ORG"),
    ("GermEval dev: ORG, PER, LOC", "germeval", "names"),
    ("ORG", "germeval", "ORG"),
    ("PER", "germeval", "PER"),
    ("LOC", "germeval", "LOC"),
    ("MISC", "germeval", "MISC"),
    ("all four", "germeval", "all"),
    ("GSD test: STTS", "gsd", "tag_of_given_words"),
    ("sentences", "gsd", "sentence"),
    ("sentence starts", "gsd", "sentence_start"),
    ("lemmas", "gsd", "lemma_of_given_words"),
)


def table(experiments: Sequence[dict[str, Any]]) -> str:
    """Write experiments as a Markdown table of F1 scores, one row each.

    Args:
        experiments: Reports of `pipeline.language.training.measure`, each with a `name`.

    Returns:
        The table.
    """
    rows = [
        "| model | " + " | ".join(title for title, _, _ in COLUMNS) + " | words a second |",
        "|---|" + "---|" * (len(COLUMNS) + 1),
    ]
    for experiment in experiments:
        scores = experiment["scores"]
        cells = [_cell(scores.get(data, {}).get(label)) for _, data, label in COLUMNS]
        rows.append(f"| {experiment['name']} | {' | '.join(cells)} | {experiment['words_a_second']:,.0f} |")
    return "\n".join(rows)


def _cell(score: dict[str, float] | None) -> str:
    return f"{score['f']:.3f}" if score else ""


def fill(card: str, experiments: Sequence[dict[str, Any]]) -> str:
    """Put the table of experiments into the model card.

    Args:
        card: The card, with the two marks between which the table stands.
        experiments: The measured experiments.

    Returns:
        The card with the table renewed.
    """
    before, rest = card.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table(experiments)}\n{END}{after}"


def main() -> None:
    """Read the arguments, keep a new report if one is given, and renew the card."""
    parser = argparse.ArgumentParser(
        prog="pipeline.language.training.card", description="Renew the model card"
    )
    parser.add_argument("--add", type=Path, help="report of pipeline.language.training.measure to keep")
    parser.add_argument("--name", help="what that model is")
    arguments = parser.parse_args()
    experiments = json.loads(EXPERIMENTS.read_text(encoding="utf-8"))
    if arguments.add:
        report = json.loads(arguments.add.read_text(encoding="utf-8"))
        experiments = [e for e in experiments if e["name"] != arguments.name]
        experiments.append({"name": arguments.name, **report})
        EXPERIMENTS.write_text(json.dumps(experiments, indent=1) + "\n", encoding="utf-8")
    CARD.write_text(fill(CARD.read_text(encoding="utf-8"), experiments), encoding="utf-8")


if __name__ == "__main__":
    main()
