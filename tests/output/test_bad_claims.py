"""A file that holds no claims is refused with its place, its fault and a cure."""

from pathlib import Path

import pytest

from pipeline.errors import ClaimsError, UsageError
from pipeline.output.files import FORMATS, open_output, read_claims
from pipeline.output.table import CLAIMS
from pipeline.records.claim import Claim


@pytest.fixture
def csv_lines(tmp_path: Path, zoom: Claim) -> list[str]:
    target = tmp_path / "good.csv"
    with open_output(str(target), CLAIMS) as write:
        write([zoom])
    return target.read_text(encoding="utf-8").splitlines()


def refusal(path: Path) -> ClaimsError:
    with pytest.raises(ClaimsError) as caught:
        list(read_claims(path))
    return caught.value


def test_an_unknown_metric_is_named_with_file_and_line(tmp_path: Path, csv_lines: list[str]) -> None:
    head, row = csv_lines
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join([head, row, row.replace(",revenue,", ",turnover,")]), encoding="utf-8")
    error = refusal(bad)
    assert error.place == f"{bad}:3"
    assert "metric 'turnover'" in error.fault
    assert error.cure


def test_a_missing_column_is_named(tmp_path: Path, csv_lines: list[str]) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join(csv_lines).replace("sentence", "phrase", 1), encoding="utf-8")
    assert "column 'sentence' is missing" in refusal(bad).fault


def test_a_number_that_is_none_is_named(tmp_path: Path, csv_lines: list[str]) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("\n".join(csv_lines).replace(",328200000.0,", ",viel,", 1), encoding="utf-8")
    assert "low 'viel'" in refusal(bad).fault


def test_columns_of_the_user_are_left_alone(tmp_path: Path, csv_lines: list[str], zoom: Claim) -> None:
    more = tmp_path / "more.csv"
    head, row = csv_lines
    more.write_text(f"{head},remark\n{row},checked\n", encoding="utf-8")
    assert list(read_claims(more)) == [zoom]


def test_a_broken_json_line_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"doc_id": "a"\n', encoding="utf-8")
    assert refusal(bad).place == f"{bad}:1"
    bad.write_text("[1]\n", encoding="utf-8")
    assert "no JSON object" in refusal(bad).fault


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_of_another_kind_is_refused_in_one_message(tmp_path: Path, ending: str) -> None:
    bad = tmp_path / f"bad{ending}"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe picture" * 400)
    error = refusal(bad)
    assert error.place.startswith(str(bad))
    assert error.cure


@pytest.mark.parametrize("ending", FORMATS)
def test_a_missing_file_is_told(tmp_path: Path, ending: str) -> None:
    assert "no such file" in refusal(tmp_path / f"none{ending}").fault


def test_an_unknown_ending_is_told() -> None:
    with pytest.raises(UsageError, match=r"claims\.xlsx"):
        list(read_claims("claims.xlsx"))
