"""A change that helps everywhere is told from one that luck explains."""

import json
import random
from pathlib import Path

import pytest

from pipeline.errors import InputError, UsageError
from pipeline.evaluation.bootstrap import compare_runs, read_run
from pipeline.evaluation.scoring import Counts, StageCounts
from pipeline.evaluation.table import intervals_as_text


def run(right: list[int]) -> dict[str, StageCounts]:
    """A run over documents of ten gold and ten predicted claims each."""
    return {
        f"doc-{at}": StageCounts(core=Counts(number, predicted=10, gold=10))
        for at, number in enumerate(right)
    }


def test_a_gain_in_every_document_is_no_luck() -> None:
    interval = compare_runs(run([5] * 30), run([7] * 30), "core")
    assert interval.difference == pytest.approx(0.2)
    assert interval.low == pytest.approx(0.2)
    assert interval.high == pytest.approx(0.2)


def test_a_gain_here_and_a_loss_there_may_be_luck() -> None:
    chance = random.Random(1)
    after = [5 + chance.choice((-3, 3)) for _ in range(40)]
    interval = compare_runs(run([5] * 40), run(after), "core")
    assert interval.low < 0 < interval.high
    assert interval.low <= interval.difference <= interval.high


def test_the_interval_is_as_wide_as_the_spread_of_the_documents_says() -> None:
    # The mean of 100 differences of +0.2 or 0 has standard error 0.01, so 95 percent lie within 1.96 of it.
    interval = compare_runs(run([5] * 100), run([7] * 50 + [5] * 50), "core")
    assert interval.difference == pytest.approx(0.1)
    assert interval.high - interval.low == pytest.approx(2 * 1.96 * 0.01, rel=0.1)


def test_the_same_seed_gives_the_same_interval() -> None:
    before, after = run([5, 6, 7, 8, 2]), run([6, 6, 8, 7, 3])
    assert compare_runs(before, after, "core") == compare_runs(before, after, "core")
    assert compare_runs(before, after, "core") != compare_runs(before, after, "core", seed=1, samples=37)


def test_runs_over_different_documents_are_refused() -> None:
    with pytest.raises(UsageError, match="'doc-2' is in one alone"):
        compare_runs(run([5, 5]), run([5, 5, 5]), "core")


def test_an_earlier_run_is_read_from_its_json(tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    entry = {"gold": 9, "pred": 8, "tp": 7, "core_gold": 6, "core_pred": 5, "core_tp": 4, "full_tp": 3}
    path.write_text(json.dumps({"documents": 1, "per_document": {"a": entry}}), encoding="utf-8")
    assert read_run(path) == {"a": StageCounts(Counts(7, 8, 9), Counts(4, 5, 6), Counts(3, 5, 6))}


@pytest.mark.parametrize("content", ["", "[]", '{"per_document": {"a": {"gold": 1}}}'])
def test_what_is_no_earlier_run_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "before.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="no earlier evaluation"):
        read_run(path)


def test_the_change_is_written_in_points() -> None:
    assert intervals_as_text({"core": compare_runs(run([5] * 30), run([7] * 30), "core")}) == (
        "change of F1  points  95 % from     to\ncore           +20.0      +20.0  +20.0"
    )
