"""Gold is read whole, or refused with a message that names file, line, fault and cure."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import GoldError
from pipeline.evaluation.gold import GoldClaim, fingerprint, read_gold

TEXT = "Der Umsatz sank um 4 Prozent auf 1,2 Mrd. Euro."
CLAIM: dict[str, Any] = {
    "start": 33, "end": 46, "text": "1,2 Mrd. Euro", "metric": "revenue", "segment": None, "kind": "level",
    "low": 1.2e9, "high": 1.2e9, "unit": "EUR", "qualifier": "exact", "adjusted": False, "period": "2023-Q1",
    "fiscal": True, "reference": None, "status": "reported", "company": "Gerresheimer AG",
}  # fmt: skip


def document(doc_id: str = "a", **changes: Any) -> dict[str, Any]:
    return {"doc_id": doc_id, "date": "2023-05-04", "text": TEXT, "claims": [CLAIM | changes]}


def write(path: Path, *documents: dict[str, Any]) -> Path:
    path.write_text("\n".join(json.dumps(entry, ensure_ascii=False) for entry in documents), encoding="utf-8")
    return path


def fault_of(path: Path) -> GoldError:
    with pytest.raises(GoldError) as caught:
        read_gold(path)
    return caught.value


def test_a_document_comes_out_as_it_was_written(tmp_path: Path) -> None:
    path = write(tmp_path / "gold.jsonl", document() | {"manner": "agency", "split": "test"})
    (read,) = read_gold(path)
    assert (read.doc_id, read.date, read.text) == ("a", date(2023, 5, 4), TEXT)
    assert (read.manner, read.split, read.source) == ("agency", "test", None)
    assert read.claims == (GoldClaim(**CLAIM),)
    assert (read.article().id, read.article().date, read.article().text) == ("a", date(2023, 5, 4), TEXT)


def test_keys_that_the_guide_does_not_name_are_left_out(tmp_path: Path) -> None:
    extended = document(precision=5e7, note="zweimal gelesen") | {"license": "MIT", "planted": []}
    (read,) = read_gold(write(tmp_path / "gold.jsonl", extended))
    assert read.claims == (GoldClaim(**CLAIM),)


def test_a_folder_is_read_in_the_order_of_its_files(tmp_path: Path) -> None:
    write(tmp_path / "b.jsonl", document("third"))
    write(tmp_path / "a.jsonl", document("second"), document("first"))
    (tmp_path / "notes.txt").write_text("kein Gold", encoding="utf-8")
    assert [entry.doc_id for entry in read_gold(tmp_path)] == ["second", "first", "third"]


def test_a_byte_order_mark_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + json.dumps(document()) + "\r\n\n", encoding="utf-8-sig")
    assert len(read_gold(path)) == 1


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path: Path) -> None:
    text = "Ausblick\u2028" + TEXT
    entry = document(start=33 + 9, end=46 + 9) | {"text": text}
    assert read_gold(write(tmp_path / "gold.jsonl", entry))[0].text == text


@pytest.mark.parametrize(
    ("changes", "fault", "cure"),
    [
        ({"metric": "Umsatz"}, "claims.0.metric: 'Umsatz'", "'revenue', 'gross_profit'"),
        ({"status": "planned"}, "claims.0.status: 'planned'", "'forecast'"),
        ({"low": 1.3e9}, "low 1.3e+09 is above high 1.2e+09", "smaller number as low"),
        ({"start": 34, "end": 47}, "34 to 47 cover ',2 Mrd. Euro.'", "(33 to 46)"),
        ({"end": 33}, "33 to 33 cover ''", "(33 to 46)"),
        ({"start": -1}, "claims.0.start", "greater than or equal to 0"),
        ({"start": 33.0}, "claims.0.start", "integer"),
        ({"low": "1,2"}, "claims.0.low", "number"),
        ({"high": float("nan")}, "claims.0.high", "finite"),
        ({"period": "2023-Q5"}, "claims.0.period: '2023-Q5'", "YYYY-Qn"),
        ({"reference": "last_year"}, "claims.0.reference: 'last_year'", "prior_year"),
        ({"unit": " "}, "claims.0.unit", "at least 1 character"),
        ({"adjusted": "nein"}, "claims.0.adjusted", "boolean"),
    ],
)
def test_a_claim_that_breaks_the_guide_is_named(
    tmp_path: Path, changes: dict[str, Any], fault: str, cure: str
) -> None:
    path = write(tmp_path / "gold.jsonl", document("before"), document(**changes))
    error = fault_of(path)
    assert error.place == f"{path}:2"
    assert fault in error.fault
    assert cure in f"{error.fault} {error.cure}"


@pytest.mark.parametrize("field", sorted({"start", "end", "text", "metric", "kind", "low", "unit", "status"}))
def test_a_missing_field_is_named(tmp_path: Path, field: str) -> None:
    entry = document()
    entry["claims"] = [{name: value for name, value in CLAIM.items() if name != field}]
    error = fault_of(write(tmp_path / "gold.jsonl", entry))
    assert error.fault == f"claims.0.{field}: Field required"
    assert error.cure == "Add the field."


def test_a_doubled_document_names_both_places(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", document("x"), document("twice"))
    write(tmp_path / "b.jsonl", document("twice"))
    error = fault_of(tmp_path)
    assert error.place == f"{tmp_path / 'b.jsonl'}:1"
    assert f"{tmp_path / 'a.jsonl'}:2" in error.fault


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(document()) + "\n{kein JSON\n", encoding="utf-8")
    error = fault_of(path)
    assert error.place == f"{path}:2"
    assert "Invalid JSON" in error.fault


def test_a_wrong_date_is_named(tmp_path: Path) -> None:
    error = fault_of(write(tmp_path / "gold.jsonl", document() | {"date": "2023-02-30"}))
    assert "date" in error.fault


def test_a_file_that_is_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(json.dumps(document()).encode() + b'\n{"doc_id": "M\xfcnchen"}')
    error = fault_of(path)
    assert error.place == f"{path}:2"
    assert error.cure == "Save the file as UTF-8."


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_documents_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    assert "no gold document" in fault_of(path).fault


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no such file" in fault_of(tmp_path / "gold.jsonl").fault


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    assert "no .jsonl file" in fault_of(tmp_path).fault


def test_the_fingerprint_depends_on_content_alone(tmp_path: Path) -> None:
    one = read_gold(write(tmp_path / "one.jsonl", document("a"), document("b")))
    turned = read_gold(write(tmp_path / "two.jsonl", document("b", precision=5e7), document("a")))
    assert fingerprint(one) == fingerprint(turned)


@pytest.mark.parametrize(
    "changes", [{"low": 1.1e9}, {"period": "2023-Q2"}, {"company": None}, {"adjusted": True}]
)
def test_the_fingerprint_changes_with_a_claim(tmp_path: Path, changes: dict[str, Any]) -> None:
    one = read_gold(write(tmp_path / "one.jsonl", document()))
    changed = read_gold(write(tmp_path / "two.jsonl", document(**changes)))
    assert fingerprint(one) != fingerprint(changed)
