"""`kennzahl evaluate`: tables, JSON, faults, comparison with an earlier run, floors, and how it ends."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner, Result

from pipeline.cli.main import app

TEXT = "Die Deutsche Lufthansa AG hat 2022 einen Umsatz von 32,8 Milliarden Euro erzielt."
CLAIM: dict[str, Any] = {
    "start": 52, "end": 72, "text": "32,8 Milliarden Euro", "metric": "revenue", "segment": None,
    "kind": "level", "low": 32.8e9, "high": 32.8e9, "unit": "EUR", "qualifier": "exact", "adjusted": False,
    "period": "2022", "fiscal": False, "reference": None, "status": "reported",
    "company": "Deutsche Lufthansa AG",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two documents with one claim each; in the second gold says dividend, which no program should find."""
    entries = [
        {"doc_id": "right", "date": "2023-03-03", "split": "test", "text": TEXT, "claims": [CLAIM]},
        {"doc_id": "odd", "date": "2023-03-03", "text": TEXT, "claims": [CLAIM | {"metric": "dividend"}]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(entry) for entry in entries), encoding="utf-8")
    return path


@pytest.fixture
def evaluate(gold: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.setattr("pipeline.flow.load", lambda model: nlp)

    def call(*options: str | Path) -> Result:
        return CliRunner().invoke(app, ["evaluate", str(gold), *map(str, options)])

    return call


def test_the_tables_are_written(evaluate: Callable[..., Result]) -> None:
    result = evaluate()
    assert result.exit_code == 0
    assert "2 documents (0 without a predicted claim), 2 claims in gold, 2 predicted" in result.stdout
    assert "detection  100.0  100.0  100.0" in result.stdout
    assert "core        50.0   50.0   50.0" in result.stdout
    assert "dividend as revenue            1" in result.stdout


def test_the_object_for_a_program_stands_alone_on_standard_output(evaluate: Callable[..., Result]) -> None:
    result = evaluate("--json")
    written = json.loads(result.stdout)
    assert (written["detection"]["f1"], written["core"]["f1"]) == (1.0, 0.5)
    assert "faults" not in written
    assert "change" not in written


def test_faults_are_listed_where_asked(evaluate: Callable[..., Result]) -> None:
    listed = evaluate("--field", "metric").stdout
    assert f"odd: {TEXT}\n  metric     32,8 Milliarden Euro: dividend, found revenue" in listed
    (fault,) = json.loads(evaluate("--json", "--misses", "--field", "metric").stdout)["faults"]
    assert (fault["doc_id"], fault["expected"], fault["found"]) == ("odd", "dividend", "revenue")


def test_one_split_can_be_taken_alone(evaluate: Callable[..., Result]) -> None:
    assert json.loads(evaluate("--json", "--split", "test").stdout)["core"]["f1"] == 1.0
    result = evaluate("--split", "training")
    assert result.exit_code == 1
    assert "no document is of the split 'training'" in result.stderr


def test_a_run_is_compared_with_an_earlier_one(evaluate: Callable[..., Result], tmp_path: Path) -> None:
    before = json.loads(evaluate("--json").stdout)
    before["per_document"]["right"] |= {"core_tp": 0, "full_tp": 0}
    (tmp_path / "before.json").write_text(json.dumps(before), encoding="utf-8")
    change = json.loads(evaluate("--json", "--against", tmp_path / "before.json").stdout)["change"]
    assert change["core"]["difference"] == 0.5
    assert change["detection"] == {"difference": 0.0, "low": 0.0, "high": 0.0}
    assert "core           +50.0" in evaluate("--against", tmp_path / "before.json").stdout


def test_floors_are_pinned_and_then_held(evaluate: Callable[..., Result], tmp_path: Path, gold: Path) -> None:
    floors = tmp_path / "floors.toml"
    assert evaluate("--floors", floors).exit_code == 2
    assert evaluate("--floors", floors, "--pin").exit_code == 0
    assert "core_f1 = 0.5000" in floors.read_text(encoding="utf-8")
    assert evaluate("--floors", floors).exit_code == 0

    floors.write_text(floors.read_text(encoding="utf-8").replace("core_f1 = 0.5000", "core_f1 = 0.9000"))
    fallen = evaluate("--floors", floors)
    assert fallen.exit_code == 1
    assert "gold: core_f1 fell to 0.5000, its floor is 0.9000." in fallen.stderr
    assert evaluate("--floors", floors, "--pin").exit_code == 2
    assert "core_f1 = 0.9000" in floors.read_text(encoding="utf-8")
    assert evaluate("--floors", floors, "--pin", "--lower").exit_code == 0
    assert "core_f1 = 0.5000" in floors.read_text(encoding="utf-8")

    gold.write_text(gold.read_text(encoding="utf-8").replace("2022 einen", "2021 einen"))
    changed = evaluate("--floors", floors)
    assert changed.exit_code == 1
    assert "pin them anew" in changed.stderr


@pytest.mark.parametrize("options", [("--pin",), ("--lower",), ("--field", "colour")])
def test_wrong_use_ends_with_two(evaluate: Callable[..., Result], options: tuple[str, ...]) -> None:
    assert evaluate(*options).exit_code == 2


def test_broken_gold_ends_with_one_and_names_the_line(evaluate: Callable[..., Result], gold: Path) -> None:
    gold.write_text(gold.read_text(encoding="utf-8") + "\n{", encoding="utf-8")
    result = evaluate()
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{gold}:3: Invalid JSON" in result.stderr


CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def annual_report(tmp_path: Path) -> Path:
    """Gold with one figure that the corpus's table knows."""
    claim = CLAIM | {"text": "30,9 Milliarden Euro", "low": 30.9e9, "high": 30.9e9}
    text = TEXT.replace("32,8", "30,9")
    entry = {"doc_id": "right", "date": "2023-03-03", "text": text, "claims": [claim]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(entry), encoding="utf-8")
    return path


def test_verdicts_are_scored_in_both_ways(
    annual_report: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.flow.load", lambda model: nlp)
    figures = CORPUS / "figures" / "known_figures.csv"
    call = ["evaluate", str(annual_report), "--verdicts", "--figures", str(figures)]
    written = json.loads(CliRunner().invoke(app, [*call, "--json", "--misses"]).stdout)
    assert written["claims"] == 1
    assert written["reworded"] > 3
    assert written["right_extraction"]["macro_f1"] == 1.0
    assert written["right_extraction"]["kinds"]["scale"] == {"right": 1, "texts": 1}
    for fault in written["faults"]:
        assert fault["sentence"]
        assert fault["deserved"] != fault["verdict"]
    told = CliRunner().invoke(app, call).stdout
    assert "1 documents with 1 claims" in told
    assert "macro-F1 over the verdicts" in told


@pytest.mark.parametrize(
    "options", [["--verdicts"], ["--figures", "figures.csv"], ["--verdicts", "--field", "metric"]]
)
def test_verdicts_need_figures_and_figures_verdicts(annual_report: Path, options: list[str]) -> None:
    result = CliRunner().invoke(app, ["evaluate", str(annual_report), *options])
    assert result.exit_code == 2
    assert "--figures" in result.stderr or "--verdicts" in result.stderr
