"""Floors are held, raised, and lowered only where that is asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import InputError, UsageError
from pipeline.evaluation.gate import Floors, check, measure, pin, read_floors, write_floors
from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.outcome import Evaluation, evaluate_predictions
from pipeline.records.claim import Claim

Outcomes = tuple[Evaluation, Evaluation]


@pytest.fixture
def outcomes(annotate: Callable[..., GoldDocument], predict: Callable[..., Claim]) -> Outcomes:
    """Three claims of revenue; a run that has all of them right, and one with two found and one right."""
    document = annotate(
        "a",
        "Der Umsatz lag bei 5, 6 und 7 Euro.",
        *((number, {"metric": "revenue", "low": float(number), "period": "2020"}) for number in "567"),
    )
    good = [predict(document, claim) for claim in document.claims]
    poor = [good[0], predict(document, document.claims[1], period="2019")]
    first, second = (evaluate_predictions([document], {"a": claims}) for claims in (good, poor))
    return first, second


def test_what_is_measured(outcomes: Outcomes) -> None:
    _, poor = outcomes
    assert measure(poor.scores) == {
        "detection_f1": 4 / 5,
        "core_f1": 4 / 5,
        "full_f1": 2 / 5,
        "metric_accuracy": 1,
        "company_accuracy": 1,
        "period_accuracy": 1 / 2,
        "status_accuracy": 1,
        "qualifier_accuracy": 1,
    }


def test_scores_pass_the_floors_that_they_set(outcomes: Outcomes) -> None:
    for outcome in outcomes:
        floors = pin(measure(outcome.scores), outcome.fingerprint, None)
        assert check(measure(outcome.scores), outcome.fingerprint, floors) == []


def test_each_score_under_its_floor_is_named(outcomes: Outcomes) -> None:
    good, poor = outcomes
    floors = pin(measure(good.scores), good.fingerprint, None)
    assert check(measure(poor.scores), poor.fingerprint, floors) == [
        "detection_f1 fell to 0.8000, its floor is 1.0000.",
        "core_f1 fell to 0.8000, its floor is 1.0000.",
        "full_f1 fell to 0.4000, its floor is 1.0000.",
        "period_accuracy fell to 0.5000, its floor is 1.0000.",
    ]


def test_a_floor_for_what_is_not_measured_fails(outcomes: Outcomes) -> None:
    good, _ = outcomes
    faults = check(measure(good.scores), good.fingerprint, Floors(good.fingerprint, {"beauty": 0.5}))
    assert faults == ["beauty fell to 0.0000, its floor is 0.5000."]


def test_floors_of_other_gold_do_not_hold(outcomes: Outcomes) -> None:
    good, _ = outcomes
    (fault,) = check(measure(good.scores), good.fingerprint, Floors("0" * 64, {}))
    assert "pin them anew" in fault


def test_floors_are_raised_without_asking(outcomes: Outcomes) -> None:
    good, poor = outcomes
    old = pin(measure(poor.scores), poor.fingerprint, None)
    assert pin(measure(good.scores), good.fingerprint, old).floors["full_f1"] == 1.0


@pytest.mark.parametrize("old_fingerprint", [None, "0" * 64])
def test_floors_are_lowered_only_where_asked(outcomes: Outcomes, old_fingerprint: str | None) -> None:
    good, poor = outcomes
    old = pin(measure(good.scores), old_fingerprint or good.fingerprint, None)
    with pytest.raises(UsageError, match=r"full_f1 1\.0000 to 0\.4000.*--lower"):
        pin(measure(poor.scores), poor.fingerprint, old)
    lowered = pin(measure(poor.scores), poor.fingerprint, old, lower=True)
    assert (lowered.fingerprint, lowered.floors["full_f1"]) == (poor.fingerprint, 0.4)


def test_a_floor_is_cut_off_not_rounded_up(
    annotate: Callable[..., GoldDocument], predict: Callable[..., Claim]
) -> None:
    # One period of three is right: 0.33333 must not be pinned as 0.3334.
    document = annotate(
        "a", "1, 2 und 3 Euro.", *((n, {"metric": "revenue", "low": float(n)}) for n in "123")
    )
    claims = [predict(document, claim, period="2020") for claim in document.claims[:2]]
    claims.append(predict(document, document.claims[2]))
    outcome = evaluate_predictions([document], {"a": claims})
    floors = pin(measure(outcome.scores), outcome.fingerprint, None)
    assert floors.floors["period_accuracy"] == 0.3333
    assert check(measure(outcome.scores), outcome.fingerprint, floors) == []


def test_floors_come_back_as_they_were_written(tmp_path: Path, outcomes: Outcomes) -> None:
    good, poor = outcomes
    corpora = {
        "news": pin(measure(poor.scores), poor.fingerprint, None),
        "articles": pin(measure(good.scores), good.fingerprint, None),
    }
    write_floors(tmp_path / "floors.toml", corpora)
    assert read_floors(tmp_path / "floors.toml") == corpora


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "floors.toml") == {}


@pytest.mark.parametrize("content", ["[articles", '[articles]\nfingerprint = "a"', "articles = 0.9"])
def test_a_broken_file_of_floors_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not a file of floors"):
        read_floors(path)
