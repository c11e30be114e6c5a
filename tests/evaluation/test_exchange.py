"""Gold goes out to the tools in which people correct it, and comes back with what they changed."""

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from pipeline.cli.main import app
from pipeline.errors import GoldError
from pipeline.evaluation.exchange.correction import predicted
from pipeline.evaluation.exchange.transfer import FORMS, read_form, write_form
from pipeline.evaluation.gold import GoldDocument, read_gold
from pipeline.flow import load
from pipeline.reading.article import Article

TEXT = (
    "Die Kolb AG steigerte 2023 den Umsatz um 8 Prozent auf 2,1 Mrd. Euro.\u2028Mit der "
    "12-Prozent-Beteiligung an Reber 👍 will der Vorstand mindestens 40 Mio. Euro verdienen."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank")


@pytest.fixture(scope="module")
def gold(nlp: Language) -> GoldDocument:
    (document,) = predicted(nlp, [Article("kolb", TEXT)])
    assert [claim.text for claim in document.claims] == [
        "8 Prozent", "2,1 Mrd. Euro", "12-Prozent", "40 Mio. Euro",
    ]  # fmt: skip
    return document


@pytest.mark.parametrize("form", FORMS)
def test_what_goes_out_comes_back_as_it_was(
    form: str, gold: GoldDocument, nlp: Language, tmp_path: Path
) -> None:
    assert write_form([gold], tmp_path / "tasks", form, nlp) == 1
    assert list(read_form(tmp_path / "tasks", form, nlp)) == [gold]


def _prodigy(task: Any) -> list[Any]:
    spans: list[Any] = task["spans"]
    return spans


def _doccano(task: Any) -> list[Any]:
    labels: list[Any] = task["label"]
    return labels


def _label_studio(task: Any) -> list[Any]:
    task["annotations"] = task.pop("predictions")  # as its export has them once a person has agreed
    results: list[Any] = task["annotations"][0]["result"]
    return results


def _marked(form: str, start: int, end: int, label: str) -> Any:
    if form == "doccano":
        return [start, end, label]
    span = {"start": start, "end": end, "label": label, "token_start": 3}
    value = {"start": start, "end": end, "labels": [label]}
    return span if form == "prodigy" else {"type": "labels", "value": value}


@pytest.mark.parametrize(
    ("form", "spans_of"), [("prodigy", _prodigy), ("doccano", _doccano), ("label-studio", _label_studio)]
)
def test_what_a_person_took_out_relabelled_and_marked_is_the_gold(
    form: str, spans_of: Any, gold: GoldDocument, nlp: Language, tmp_path: Path
) -> None:
    file = tmp_path / "tasks.json"
    write_form([gold], file, form, nlp)
    content = json.loads(file.read_text(encoding="utf-8"))
    task = content[0] if form == "label-studio" else content
    spans = spans_of(task)
    start = TEXT.index("40 Mio.") + (form == "doccano")  # which counts the thumb twice
    del spans[3], spans[0]
    spans[0] = _marked(form, gold.claims[1].start, gold.claims[1].end, "order_intake")
    spans.insert(0, _marked(form, start, start + len("40 Mio."), "net_income"))  # one that ends too early
    file.write_text(json.dumps(content), encoding="utf-8")
    (document,) = read_form(file, form, nlp)
    relabelled, stake, drawn = document.claims
    assert (relabelled.text, relabelled.metric, relabelled.low) == ("2,1 Mrd. Euro", "order_intake", 2.1e9)
    assert stake == gold.claims[2]
    # Its fields are those that the pipeline reads there.
    assert (drawn.text, drawn.metric, drawn.low, drawn.qualifier) == (
        "40 Mio.",
        "net_income",
        4e7,
        "at_least",
    )


def test_tasks_that_a_person_rejected_are_no_gold(gold: GoldDocument, nlp: Language, tmp_path: Path) -> None:
    file = tmp_path / "tasks.jsonl"
    write_form([gold], file, "prodigy", nlp)
    task = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(task | {"answer": "reject"}), encoding="utf-8")
    assert list(read_form(file, "prodigy", nlp)) == []


def test_a_text_that_was_marked_elsewhere_has_its_place_as_id(nlp: Language, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text(
        '{"id": 7, "text": "Der Umsatz stieg auf 5 Mio. Euro.", "label": [[21, 32, "revenue"]]}\n'
    )
    (document,) = read_form(file, "doccano", nlp)
    assert document.doc_id == f"{file}:1"
    assert [(claim.text, claim.low) for claim in document.claims] == [("5 Mio. Euro", 5e6)]


@pytest.mark.parametrize(
    ("form", "content", "fault"),
    [
        ("doccano", '{"text": "Der Umsatz.", "label": [[4, 10, "revenue"]]}', "can be read in 'Umsatz'"),
        ("doccano", '{"text": "Es sind 5 Euro.", "label": [[8, 14, "sales"]]}', "'sales' is not a value"),
        ("doccano", '{"text": "Es sind 5 Euro.", "label": [[8]]}', "no task of doccano"),
        ("prodigy", '{"text": "Es sind 5 Euro.", "spans": [{"start": 8}]}', "no task of prodigy"),
        ("label-studio", '[{"text": "Es sind 5 Euro."}]', "task 1: no task of label-studio"),
        ("label-studio", "[1]", "task 1: no task of label-studio"),
        ("prodigy", "Umsatz;5", "no JSON"),
        ("docbin", "Umsatz;5", "no DocBin"),
    ],
)  # fmt: skip
def test_what_is_no_gold_is_told_with_file_place_and_cure(
    form: str, content: str, fault: str, nlp: Language, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=fault) as error:
        list(read_form(file, form, nlp))
    assert str(file) in str(error.value)


def test_the_command_goes_from_articles_to_a_tool_and_back_to_gold(tmp_path: Path) -> None:
    article, tasks, gold = tmp_path / "kolb.txt", tmp_path / "tasks.json", tmp_path / "gold.jsonl"
    article.write_text(TEXT, encoding="utf-8")
    run = CliRunner()
    out = ["gold", str(article), "--date", "2024-03-01", "--to", "label-studio", "-o", str(tasks)]
    assert run.invoke(app, out).exit_code == 0
    back = run.invoke(app, ["gold", str(tasks), "--from", "label-studio", "-o", str(gold)])
    assert (back.exit_code, back.stderr) == (0, f"1 document in {gold}\n")
    (document,) = read_gold(gold)
    assert (document.text, str(document.date), len(document.claims)) == (TEXT, "2024-03-01", 4)
    unknown = run.invoke(app, ["gold", str(article), "--to", "excel", "-o", str(gold)])
    assert (unknown.exit_code, "There is no form 'excel'" in unknown.stderr) == (2, True)
