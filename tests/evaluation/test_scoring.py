"""Every number of the tables, worked out by hand on three short texts."""

import dataclasses
import json
from collections.abc import Callable

import pytest

from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.matching import match_claims
from pipeline.evaluation.outcome import Evaluation, evaluate_predictions
from pipeline.evaluation.scoring import Counts, MetricScores, StageCounts
from pipeline.evaluation.table import as_json, as_text
from pipeline.records.claim import Claim

Annotate = Callable[..., GoldDocument]
Predict = Callable[..., Claim]


@pytest.fixture
def documents(annotate: Annotate) -> tuple[GoldDocument, ...]:
    """Seven gold claims in three texts: four of core metrics, and costs, an index move, one `other`."""
    revenue = {"metric": "revenue", "company": "Fielmann", "period": "2022"}
    return (
        annotate(
            "agency-1",
            "Fielmann steigerte den Umsatz 2022 um 8 Prozent auf 2,1 Milliarden Euro und den Gewinn auf "
            "210 Millionen Euro. 300 Delegierte stimmten zu.",
            (
                "8 Prozent",
                revenue | {"kind": "change", "unit": "percent", "low": 8.0, "reference": "prior_year"},
            ),
            ("2,1 Milliarden Euro", revenue | {"low": 2.1e9}),
            (
                "210 Millionen Euro",
                {"metric": "net_income", "company": "Fielmann", "period": "2022", "low": 2.1e8},
            ),
            ("300", {"metric": "other", "unit": "count", "low": 300.0}),
            manner="agency",
            split="development",
        ),
        annotate(
            "market-1",
            "Der Dax fiel um 1,5 Prozent. Die Kosten lagen 2022 bei 40 Millionen Euro, nach Plänen von 1999.",
            ("1,5 Prozent", {"metric": "index_level", "kind": "change", "unit": "percent", "low": -1.5}),
            ("40 Millionen Euro", {"metric": "costs", "low": 4e7}),
            manner="market",
            split="test",
        ),
        annotate("agency-2", "Die Dividende beträgt 2 Euro.", ("2 Euro", {"metric": "dividend", "low": 2.0})),
    )


@pytest.fixture
def outcome(documents: tuple[GoldDocument, ...], predict: Predict) -> Evaluation:
    """Six of the seven found, one right in all and one more in the core; two claims of the second false."""
    first, second, _ = documents
    growth, level, profit, delegates = first.claims
    index, costs = second.claims
    predictions = {
        "agency-1": [
            predict(first, growth),
            predict(first, level, period="2021"),
            predict(first, profit, metric="ebit"),
            predict(first, delegates, metric="revenue"),
        ],
        "market-1": [
            predict(second, index, low=1.5, high=1.5),
            predict(second, costs, metric="revenue"),
            predict(second, costs, start=50, end=54, low=2022.0, high=2022.0, metric="other"),
            predict(second, costs, start=91, end=95, low=1999.0, high=1999.0, metric="net_income"),
        ],
        "elsewhere": [predict(first, growth, doc_id="elsewhere")],
    }
    return evaluate_predictions(documents, predictions)


def test_the_three_levels(outcome: Evaluation) -> None:
    # Core predictions: growth, level, profit as ebit, delegates and costs as revenue, the false 1999.
    # Core gold: growth, level, profit, the costs that were taken for revenue, the dividend.
    assert outcome.scores.total == StageCounts(
        detection=Counts(right=6, predicted=8, gold=7),
        core=Counts(right=2, predicted=6, gold=5),
        full=Counts(right=1, predicted=6, gold=5),
    )
    detection = outcome.scores.total.detection
    assert (detection.precision, detection.recall, detection.f1) == (6 / 8, 6 / 7, 12 / 15)


def test_the_levels_of_each_text_manner_and_split(outcome: Evaluation) -> None:
    scores = outcome.scores
    first = StageCounts(Counts(4, 4, 4), Counts(2, 4, 3), Counts(1, 4, 3))
    second = StageCounts(Counts(2, 4, 2), Counts(0, 2, 1), Counts(0, 2, 1))
    third = StageCounts(Counts(0, 0, 1), Counts(0, 0, 1), Counts(0, 0, 1))
    assert scores.per_document == {"agency-1": first, "agency-2": third, "market-1": second}
    assert scores.per_manner == {"agency": first, "market": second}
    assert scores.per_split == {"development": first, "test": second}
    assert (scores.without_prediction, scores.outside_gold, scores.invalid) == (1, 1, 0)


def test_the_accuracy_of_each_field(outcome: Evaluation) -> None:
    fields = outcome.scores.fields
    assert {scope: entry.matches for scope, entry in fields.items()} == {"all": 6, "not_other": 5, "core": 5}
    assert [fields[scope].accuracy("metric") for scope in fields] == [3 / 6, 3 / 5, 2 / 5]
    assert [fields[scope].accuracy("value") for scope in fields] == [5 / 6, 4 / 5, 1]
    assert [fields[scope].accuracy("period") for scope in fields] == [5 / 6, 4 / 5, 4 / 5]
    assert [fields[scope].accuracy("company") for scope in fields] == [1, 1, 1]


def test_the_confusion_of_metrics(outcome: Evaluation) -> None:
    assert outcome.scores.confusion == {
        "costs": {"revenue": 1},
        "index_level": {"index_level": 1},
        "net_income": {"ebit": 1},
        "other": {"revenue": 1},
        "revenue": {"revenue": 2},
    }


def test_the_whole_table(outcome: Evaluation) -> None:
    assert as_text(outcome.scores) == TABLE


TABLE = """\
3 documents (1 without a predicted claim), 7 claims in gold, 8 predicted
1 more predicted in documents outside gold

level         P     R    F1  right  predicted  gold
detection  75.0  85.7  80.0      6          8     7
core       33.3  40.0  36.4      2          6     5
full       16.7  20.0  18.2      1          6     5

field, on 6, 5, 5 matches    all  named metric   core
metric                      50.0          60.0   40.0
kind                       100.0         100.0  100.0
unit                       100.0         100.0  100.0
value                       83.3          80.0  100.0
company                    100.0         100.0  100.0
period                      83.3          80.0   80.0
status                     100.0         100.0  100.0
qualifier                  100.0         100.0  100.0
segment                    100.0         100.0  100.0
adjusted                   100.0         100.0  100.0
fiscal                     100.0         100.0  100.0
reference                  100.0         100.0  100.0
span                       100.0         100.0  100.0

metric       gold  predicted  found     P      R    F1  core  full
revenue         2          4  100.0  50.0  100.0  66.7     2     1
net_income      1          1  100.0   0.0    0.0   0.0     0     0
dividend        1          0    0.0     -    0.0   0.0     0     0
ebit            0          1      -   0.0      -   0.0     0     0
costs           1          0  100.0     -    0.0   0.0     0     0
index_level     1          1  100.0   0.0    0.0   0.0     0     0
other           1          1  100.0

F1 by manner  detection  core  full  gold
agency            100.0  57.1  28.6     4
market             66.7   0.0   0.0     2

F1 by split  detection  core  full  gold
development      100.0  57.1  28.6     4
test              66.7   0.0   0.0     2

metric taken for another  claims
costs as revenue               1
net_income as ebit             1
other as revenue               1"""


def test_the_object_for_a_program_holds_the_same_numbers(outcome: Evaluation) -> None:
    written = json.loads(json.dumps(as_json(outcome.scores)))
    assert written["core"] == {
        "tp": 2, "pred": 6, "gold": 5, "precision": 2 / 6, "recall": 2 / 5, "f1": 4 / 11,
    }  # fmt: skip
    assert written["per_metric"]["revenue"] == {
        "gold": 2, "pred": 4, "found": 2, "tp": 2, "full": 1,
        "precision": 2 / 4, "recall": 1, "f1": 4 / 6, "found_share": 1,
    }  # fmt: skip
    assert written["per_metric"]["other"] == {
        "gold": 1, "pred": 1, "found": 1, "tp": 0, "full": 0, "found_share": 1,
    }  # fmt: skip
    assert written["fields"]["core"]["n"] == 5
    assert written["fields"]["core"]["metric"] == 2 / 5
    assert written["per_document"]["market-1"] == {
        "gold": 2, "pred": 4, "tp": 2, "core_gold": 1, "core_pred": 2, "core_tp": 0, "full_tp": 0,
    }  # fmt: skip
    assert (written["documents"], written["predictions_outside_gold"]) == (3, 1)


def test_revenue_called_other_is_a_miss_and_no_false_claim(annotate: Annotate, predict: Predict) -> None:
    document = annotate("a", "Der Umsatz lag bei 5 Euro.", ("5 Euro", {"metric": "revenue", "low": 5.0}))
    claims = {"a": [predict(document, document.claims[0], metric="other")]}
    assert evaluate_predictions([document], claims).scores.total.core == Counts(0, 0, 1)


def test_claims_of_metric_other_count_for_detection_alone(annotate: Annotate, predict: Predict) -> None:
    document = annotate(
        "a", "Die Strecke misst 5 Kilometer.", ("5 Kilometer", {"metric": "other", "low": 5.0})
    )
    scores = evaluate_predictions([document], {"a": [predict(document, document.claims[0])]}).scores
    assert scores.total == StageCounts(detection=Counts(1, 1, 1))
    assert scores.per_metric == {"other": MetricScores(core=Counts(0, 1, 1), found=1, full=0)}


def test_nothing_to_find_and_nothing_found_has_no_score(annotate: Annotate) -> None:
    scores = evaluate_predictions([annotate("a", "Heute schien die Sonne.")], {}).scores
    assert (scores.total.detection.precision, scores.total.detection.recall, scores.total.core.f1) == (
        None,
    ) * 3
    assert "detection  -  -   -" in as_text(scores)


def test_a_claim_without_extent_or_value_is_counted_and_matches_nothing(
    annotate: Annotate, predict: Predict
) -> None:
    document = annotate("a", "Der Umsatz lag bei 5 Euro.", ("5 Euro", {"metric": "revenue", "low": 5.0}))
    (gold,) = document.claims
    bad = [predict(document, gold, end=gold.start), predict(document, gold, low=float("nan"))]
    scores = evaluate_predictions([document], {"a": bad}).scores
    assert (scores.total.detection, scores.invalid) == (Counts(0, 2, 1), 2)


def test_the_best_overlap_is_paired_first(annotate: Annotate, predict: Predict) -> None:
    # Both touch gold with the right value; the second covers it more closely, so the first is a false claim.
    document = annotate("a", "Der Umsatz lag bei rund 5 Euro.", ("5 Euro", {"metric": "revenue", "low": 5.0}))
    (gold,) = document.claims
    loose, close = (
        predict(document, gold, start=gold.start - 5),
        predict(document, gold, start=gold.start - 1),
    )
    assert [(pair.predicted, pair.gold) for pair in match_claims([loose, close], [gold])] == [(1, 0)]


def test_two_claims_on_one_phrase_go_to_the_gold_that_they_agree_with(
    annotate: Annotate, predict: Predict
) -> None:
    # „Umsatz und Gewinn stiegen um je 8 Prozent“ is two claims with the same offsets.
    growth = {"kind": "change", "unit": "percent", "low": 8.0}
    text = "Umsatz und Gewinn stiegen um je 8 Prozent."
    document = annotate("a", text, ("8 Prozent", growth | {"metric": "revenue"}))
    (revenue,) = document.claims
    profit = dataclasses.replace(revenue, metric="net_income")
    predicted = [predict(document, profit), predict(document, revenue)]
    pairs = match_claims(predicted, [revenue, profit])
    assert {(pair.predicted, pair.gold) for pair in pairs} == {(1, 0), (0, 1)}
    assert all("metric" in pair.right for pair in pairs)


def test_a_neighbour_with_the_same_value_is_no_match(annotate: Annotate, predict: Predict) -> None:
    document = annotate("a", "Von 5 Euro auf 5 Euro.", ("5 Euro", {"metric": "revenue", "low": 5.0}))
    (gold,) = document.claims
    elsewhere = predict(document, gold, start=gold.end, end=gold.end + 6)
    assert match_claims([elsewhere], [gold]) == ()
