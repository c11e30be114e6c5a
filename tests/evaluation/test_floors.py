"""The gate: on each gold corpus the scores of now reach the floors pinned in floors.toml."""

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.evaluation.gate import check, measure, read_floors
from pipeline.evaluation.run import evaluate_gold

FLOORS = Path(__file__).with_name("floors.toml")
CORPUS = Path(__file__).parents[2] / "corpus"


def faults(gold: Path, nlp: Language) -> list[str]:
    outcome = evaluate_gold(gold, nlp)
    return check(measure(outcome.scores), outcome.fingerprint, read_floors(FLOORS)[gold.stem])


@pytest.mark.parametrize("name", ["articles", "blind"])
def test_the_projects_own_articles_reach_their_floors(nlp: Language, name: str) -> None:
    assert faults(CORPUS / name, nlp) == []


@pytest.mark.parametrize("name", ["news", "more"])
def test_news_that_nobody_here_wrote_reaches_its_floors(shared: Path, nlp: Language, name: str) -> None:
    assert faults(shared / "gold" / f"{name}.jsonl", nlp) == []
