"""Entities are scored as a reader gets them, not on documents that the company rules were written with."""

import json
from pathlib import Path

import pytest

from pipeline.evaluation.names import measure_entities
from pipeline.language.training import measure as measuring
from pipeline.language.training.annotated import AnnotatedText

OWN = "Die Siemens AG wächst. An Siemens glaubt man."
CLAIMED = "Die Infineon AG schrumpft. An Infineon zweifelt man in allen Häusern der Branche."


def test_names_of_the_register_count_and_documents_with_gold_claims_do_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    texts = [
        AnnotatedText("made up", "own", OWN, ((4, 14, "ORG"), (26, 33, "ORG")), None, None),
        AnnotatedText("made up", "claimed", CLAIMED, ((0, 3, "PER"),), None, None),
    ]
    for name in (
        "smartdata_test",
        "smartdata_test_version_1",
        "germeval_dev",
        "germeval_dev_with_adjectives",
    ):
        monkeypatch.setattr(measuring, name, lambda data: texts)
    record = {"doc_id": "smartdata-7", "text": CLAIMED}
    (tmp_path / "news.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    scores = measure_entities(Path(), tmp_path, "blank")
    assert scores["smartdata"] == {
        label: {"p": 1.0, "r": 1.0, "f": 1.0, "n": 2} for label in ("all", "names", "ORG")
    }
    counted = measure_entities(Path(), None, "blank")
    assert counted["smartdata"]["all"]["n"] == 3
