"""The command `python -m pipeline.language.training.card`: writes measured scores into the model card."""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

CARD = Path(__file__).parent.parent / "README.md"
EXPERIMENTS = Path(__file__).parent / "experiments.json"
BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"

Column = tuple[str, str, str]

NAMES: tuple[Column, ...] = (
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
)
GRAMMAR: tuple[Column, ...] = (
    ("GSD test: STTS", "gsd", "tag_of_given_words"),
    ("sentences", "gsd", "sentence"),
    ("sentence starts", "gsd", "sentence_start"),
    ("lemmas", "gsd", "lemma_of_given_words"),
)


def tables(experiments: Sequence[dict[str, Any]]) -> str:
    """Write experiments as Markdown tables of F1 scores, one row each.

    Args:
        experiments: Reports of `pipeline.language.training.measure`, each with a `name`; one of which
            `pipeline.evaluation.names` was kept too has `entities`.

    Returns:
        Two tables: of the models alone, and of the entities after all stages.
    """
    alone = _table(
        (*NAMES, *GRAMMAR, ("words a second", "", "")),
        (
            (e["name"], [*_cells(NAMES + GRAMMAR, e["scores"]), f"{e['words_a_second']:,.0f}"])
            for e in experiments
        ),
    )
    after = _table(
        NAMES,
        ((e["name"].split(":")[0], _cells(NAMES, e["entities"])) for e in experiments if "entities" in e),
    )
    return f"{alone}\n\nEntities as `--entities` gives them, after all stages:\n\n{after}"


def _table(columns: Sequence[Column], rows: Iterable[tuple[str, list[str]]]) -> str:
    lines = [
        "| model | " + " | ".join(title for title, _, _ in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    return "\n".join([*lines, *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows)])


def _cells(columns: Sequence[Column], scores: dict[str, Any]) -> list[str]:
    return [_cell(scores.get(data, {}).get(label)) for _, data, label in columns]


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
    return f"{before}{BEGIN}\n{tables(experiments)}\n{END}{after}"


def main() -> None:
    """Read the arguments, keep a new report if one is given, and renew the card."""
    parser = argparse.ArgumentParser(
        prog="pipeline.language.training.card", description="Renew the model card"
    )
    parser.add_argument(
        "--add", type=Path, nargs="+", help="reports to keep: of training.measure and of evaluation.names"
    )
    parser.add_argument("--name", help="what that model is")
    arguments = parser.parse_args()
    experiments = json.loads(EXPERIMENTS.read_text(encoding="utf-8"))
    if arguments.add:
        kept = {"name": arguments.name}
        for file in arguments.add:
            kept |= json.loads(file.read_text(encoding="utf-8"))
        experiments = [e for e in experiments if e["name"] != arguments.name] + [kept]
        EXPERIMENTS.write_text(json.dumps(experiments, indent=1) + "\n", encoding="utf-8")
    CARD.write_text(fill(CARD.read_text(encoding="utf-8"), experiments), encoding="utf-8")


if __name__ == "__main__":
    main()
