"""Planted errors: an accused claim counts as justified where it stands on one, each error is found once."""

import json
from pathlib import Path

import pytest

from pipeline.errors import GoldError
from pipeline.evaluation.planted import Accusations, count_accusations, read_planted
from pipeline.records.claim import Claim, Verdict

PLACES = frozenset({("bau", 10, 20), ("bau", 40, 45), ("chip", 10, 20)})


def claim(doc_id: str, start: int, end: int, verdict: Verdict) -> Claim:
    return Claim(
        doc_id, start, end, "5 Prozent", "", "revenue", "change", 5, 5, 0.5, "percent", verdict=verdict
    )


def test_accusations_are_held_against_the_places_of_planted_errors() -> None:
    claims = [
        claim("bau", 0, 9, "rounded"),
        claim("bau", 12, 18, "scale_error"),
        claim("bau", 19, 24, "contradicted"),
        claim("bau", 30, 36, "sign_error"),
        claim("chip", 0, 5, "unverifiable"),
        claim("chip", 40, 45, "period_shift"),
    ]
    assert count_accusations(claims, PLACES) == Accusations(
        confirmed=1, unverifiable=1, accused=4, justified=2, planted=3, found=1
    )


def test_a_confirmed_claim_finds_no_planted_error() -> None:
    counts = count_accusations([claim("bau", 12, 18, "exact")], PLACES)
    assert (counts.found, counts.confirmed) == (0, 1)


def test_a_claim_that_ends_where_an_error_begins_does_not_stand_on_it() -> None:
    assert count_accusations([claim("bau", 5, 10, "contradicted")], PLACES).justified == 0


def test_places_are_read_from_all_files_of_a_folder(tmp_path: Path) -> None:
    for name, errors in {"bau": [(10, 20), (40, 45)], "chip": [(10, 20)], "park": []}.items():
        document = {"doc_id": name, "planted": [{"start": start, "end": end} for start, end in errors]}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(document) + "\n\n", encoding="utf-8")
    assert read_planted(tmp_path) == PLACES


def test_a_document_without_the_field_plants_nothing(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"doc_id": "bau"}\n', encoding="utf-8")
    assert read_planted(tmp_path) == frozenset()


def test_a_line_that_is_no_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"doc_id": "bau"}\nkein JSON\n', encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl:2"):
        read_planted(tmp_path)
