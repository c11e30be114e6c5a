"""Weights are learned from gold: what is collected, what is found, and that it is the same each time."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.claims.features import WEIGHTS
from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.weights import Example, Scorer, accuracy, collect, cross_validated, learn, main

Annotate = Callable[..., GoldDocument]

START = Scorer({"near": 0.0, "noise": 0.0}, least=-5.0)

EXAMPLES = [
    Example(
        f"document {number}",
        [("ebit", {"noise": number % 2}), ("revenue", {"near": 1.0, "noise": (number // 2) % 2})],
        "revenue",
    )
    for number in range(20)
]
"""Twenty documents in which the nearer metric is right, and noise says nothing."""


@pytest.fixture
def document(annotate: Annotate) -> GoldDocument:
    return annotate(
        "a",
        "Der Umsatz der Brenda AG stieg auf 50 Mio. Euro bei einem Ergebnis von 4 Mio. Euro. "
        "In Kassel arbeiten 30 Menschen. Teuer waren 7 Mio. Euro.",
        ("50 Mio. Euro", {"metric": "revenue", "low": 5e7}),
        ("4 Mio. Euro", {"metric": "net_income", "low": 4e6}),
        ("7 Mio. Euro", {"metric": "other", "low": 7e6}),
    )


def test_the_feature_that_separates_gets_the_weight() -> None:
    learned = learn(EXAMPLES, START)
    assert accuracy(EXAMPLES, START) == 0
    assert accuracy(EXAMPLES, learned) == 1
    assert learned.weights["near"] > 2
    assert abs(learned.weights["noise"]) < 0.1


def test_what_holds_on_other_documents_is_what_counts() -> None:
    assert cross_validated(EXAMPLES, START) == 1
    by_chance = [
        Example(example.document, example.candidates, ("revenue", "ebit")[number % 2])
        for number, example in enumerate(EXAMPLES)
        if example.candidates[0][1] == example.candidates[1][1] or number % 4 in (0, 3)
    ]
    assert cross_validated(by_chance, START) < 1


def test_mentions_of_nothing_that_is_meant_raise_the_threshold() -> None:
    far = [Example(f"far {number}", [("ebit", {"noise": 1.0})], "other") for number in range(20)]
    learned = learn([*EXAMPLES, *far], Scorer(START.weights, least=0.0))
    assert all(learned.right(example) for example in far)
    assert learned.least > learned.weights["noise"]
    assert accuracy(EXAMPLES, learned) == 1


def test_a_strong_pull_leaves_the_weights_where_they_are() -> None:
    learned = learn(EXAMPLES, START, pull=1e6)
    assert learned.weights == pytest.approx(START.weights, abs=1e-5)
    assert learned.least == pytest.approx(START.least, abs=1e-5)


def test_the_same_examples_give_the_same_weights() -> None:
    assert learn(EXAMPLES, START) == learn(EXAMPLES, START)
    assert cross_validated(EXAMPLES, START) == cross_validated(EXAMPLES[::-1], START)


def test_each_annotated_figure_comes_with_the_mentions_that_fit_its_unit(
    document: GoldDocument, nlp: Language
) -> None:
    first, second = collect([document], nlp)
    assert (first.document, first.gold, second.gold) == ("a", "revenue", "net_income")
    assert [metric for metric, _ in first.candidates] == ["revenue", "net_income"]
    assert [metric for metric, _ in second.candidates] == ["revenue", "net_income"]
    (_, far), (_, near) = second.candidates
    assert near["directly_before"] == 1
    assert "directly_before" not in far
    assert far["quantities_between"] == 1
    assert set(near) | set(far) <= set(WEIGHTS)


def test_the_command_shows_both_weights_and_says_what_gold_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = Path(__file__).parents[2] / "corpus" / "articles" / "adhoc.jsonl"
    monkeypatch.setattr(sys, "argv", ["weights", str(corpus), "nowhere/*.jsonl"])
    main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "nowhere/*.jsonl is not here: nothing is learned from it"
    assert [line.split()[0] for line in lines[2:-2]] == [*WEIGHTS, "LEAST"]
    assert lines[-1].startswith("present 0.")


def test_the_command_wants_enough_documents(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["weights", "nowhere.jsonl"])
    with pytest.raises(SystemExit):
        main()
    assert "fewer than 5 documents" in capsys.readouterr().err
