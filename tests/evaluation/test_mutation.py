"""Errors planted in the corpus: the copies fit their gold, the measure sees a broken rule, floors hold."""

from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.errors import GoldError
from pipeline.evaluation import gate
from pipeline.evaluation.mutation.cases import Plan
from pipeline.evaluation.mutation.floors import fingerprint_of, measures
from pipeline.evaluation.mutation.kinds import RIGHT, WRONG
from pipeline.evaluation.mutation.measure import judge_gold, judge_texts, make_plan
from pipeline.evaluation.mutation.score import VerdictScores, score_verdicts
from pipeline.figures.explanations import Finding
from pipeline.figures.intervals import Value
from pipeline.figures.known import KnownFigure, KnownFigures
from pipeline.figures.table import load_known_figures
from pipeline.records.claim import VERDICTS

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = Path(__file__).with_name("floors.toml")


@pytest.fixture(scope="module")
def known() -> KnownFigures:
    return load_known_figures(CORPUS / "figures" / "known_figures.csv")


@pytest.fixture(scope="module")
def planned(known: KnownFigures) -> Plan:
    return make_plan(CORPUS / "articles", known)


@pytest.fixture(scope="module")
def right_extraction(planned: Plan, known: KnownFigures) -> VerdictScores:
    return score_verdicts(list(judge_gold(planned, known)))


def test_every_copy_fits_its_gold(planned: Plan) -> None:
    originals = {group[0].document.doc_id: group[0].document for group in planned.untouched if group}
    for case in planned.cases:
        original = originals[case.document.doc_id.partition("#")[0]]
        assert case.document.text != original.text
        for at, (claim, before) in enumerate(zip(case.document.claims, original.claims, strict=True)):
            assert claim.text == case.document.text[claim.start : claim.end]
            assert at == case.at or claim.text == before.text
            assert claim.low <= claim.high


def test_a_copy_says_what_its_gold_says(planned: Plan) -> None:
    """An example of each kind, by eye once and then by its words."""
    kinds = {case.kind for case in planned.cases}
    assert kinds == {*WRONG, *RIGHT}
    for case in planned.cases:
        claim = case.document.claims[case.at]
        before = case.document.text[: claim.start].rstrip()
        if case.kind == "range":
            assert " bis " in claim.text
            assert claim.low < claim.high
        if case.kind == "hedge":
            assert before.endswith(("als", "über", "unter"))
            assert case.truth == "contradicted"
        if case.kind in ("hedge", "hedged", "range"):
            line = case.document.text[: claim.start].rpartition("\n")[2]
            assert line.strip("| "), "nobody hedges a number in a column of a table"
        if case.kind == "period":
            assert claim.period is not None
            assert claim.period[:4] in case.document.text


def test_a_company_is_renamed_in_capitals_too(known: KnownFigures) -> None:
    """`*INFINEON WILL ...` would leave the right company above a text of another one."""
    gold = CORPUS / "articles" / "agency.jsonl"
    every = make_plan(gold, known, "development", per_kind=1000)
    renamed = [case for case in every.cases if case.kind == "company" and "-infineon" in case.document.doc_id]
    assert renamed
    for case in renamed:
        assert "infineon" not in case.document.text.casefold()
        name = (case.document.claims[case.at].company or "").split()[0]
        assert f"*{name.upper()} " in case.document.text


def test_the_same_errors_are_planted_in_every_run(planned: Plan, known: KnownFigures) -> None:
    again = make_plan(CORPUS / "articles", known)
    assert [case.document.text for case in again.cases] == [case.document.text for case in planned.cases]


def test_all_twelve_verdicts_are_deserved_by_some_claim(right_extraction: VerdictScores) -> None:
    assert set(right_extraction.verdicts) == set(VERDICTS)
    assert min(counts.gold for counts in right_extraction.verdicts.values()) >= 10


def test_verdicts_reach_their_floors(
    planned: Plan, known: KnownFigures, nlp: Language, right_extraction: VerdictScores
) -> None:
    raw = score_verdicts(list(judge_texts(planned, known, nlp)))
    floors = gate.read_floors(FLOORS)["articles, verdicts"]
    now = measures({"right extraction": right_extraction, "raw text": raw})
    assert gate.check(now, fingerprint_of(planned, known), floors) == []


NOTHING = Finding("unverifiable", "Nothing is asked.")
BROKEN = {
    "scale_error": ("pipeline.figures.explanations.SCALES", ()),
    "period_shift": ("pipeline.figures.explanations._of_other_periods", lambda question: []),
    "metric_confusion": ("pipeline.figures.explanations._of_other_metrics", lambda question: []),
    "unit_error": ("pipeline.figures.explanations._wrong_unit", lambda question: None),
    "sign_error": ("pipeline.figures.explanations._corrections", lambda question: iter(())),
    "contradicted": ("pipeline.figures.verdicts.explain_certain", lambda question: NOTHING),
    "derived": ("pipeline.figures.verdicts.derive", lambda question: iter(())),
    "hedged": ("pipeline.figures.intervals._hedge_holds", lambda stated, known: False),
    "in_range": ("pipeline.figures.intervals._range_agreement", lambda stated, known: None),
    "rounded": ("pipeline.figures.intervals.EQUAL", 0.01),
}


@pytest.mark.parametrize("verdict", BROKEN)
def test_a_broken_rule_is_seen(
    verdict: str,
    planned: Plan,
    known: KnownFigures,
    right_extraction: VerdictScores,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place, instead = BROKEN[verdict]
    monkeypatch.setattr(place, instead)
    broken = score_verdicts(list(judge_gold(planned, known)))
    before, after = right_extraction.verdicts[verdict].f1, broken.verdicts[verdict].f1
    assert before is not None
    assert after is not None
    assert after < before - 0.2
    assert broken.macro_f1 < right_extraction.macro_f1 - 0.01


def test_an_accusation_of_a_right_claim_is_counted(
    planned: Plan, known: KnownFigures, right_extraction: VerdictScores, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert right_extraction.false_alarms <= 0.005

    def twice(figure: KnownFigure) -> Value:
        return Value(2 * figure.low, 2 * figure.high)

    monkeypatch.setattr("pipeline.figures.meant.known_value", twice)
    monkeypatch.setattr("pipeline.figures.derivation.known_value", twice)
    doubled = score_verdicts(list(judge_gold(planned, known)))
    # Of the claims that a row speaks of; of most claims none does.
    assert doubled.accused > 0.75 * doubled.with_row
    assert doubled.false_alarms == doubled.accused / doubled.correct


def test_gold_that_the_table_does_not_know_is_refused(tmp_path: Path, known: KnownFigures) -> None:
    text = '{"doc_id": "a", "date": null, "text": "Nichts.", "claims": []}\n'
    (tmp_path / "gold.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(GoldError, match="speak of no claim"):
        make_plan(tmp_path / "gold.jsonl", known)
