"""What the user names is found, in a settled order, and every document gets a name of its own."""

import io
import logging
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles


def article(item: Article | Reject) -> Article:
    assert isinstance(item, Article), item
    return item


def reject(item: Article | Reject) -> Reject:
    assert isinstance(item, Reject), item
    return item


def write(path: Path, text: str = "Der Umsatz stieg um 3 Prozent.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_a_folder_is_read_in_sorted_order_at_any_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/10.txt", "c/d/e.TXT"):
        write(tmp_path / name)
    write(tmp_path / "a" / "x.jsonl", '{"text": "Eins."}\n\n{"text": "Zwei."}\n')
    found = [article(item).id for item in read_articles([tmp_path])]
    assert found == ["a/10.txt", "a/2.txt", "a/x.jsonl:1", "a/x.jsonl:3", "b.txt", "c/d/e.TXT"]


def test_a_single_file_is_named_without_its_folder(tmp_path: Path) -> None:
    file = write(tmp_path / "deep" / "zoom.txt")
    assert [article(item).id for item in read_articles([file])] == ["zoom.txt"]


def test_files_of_the_same_name_stay_apart(tmp_path: Path) -> None:
    inputs = [write(tmp_path / "a" / "news.txt"), write(tmp_path / "b" / "news.txt")]
    assert [article(item).id for item in read_articles(inputs)] == ["a/news.txt", "b/news.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "news.txt")
    assert [article(item).id for item in read_articles([file, tmp_path])] == ["a/news.txt"]


def test_files_of_other_kinds_are_told_and_hidden_ones_do_not_count(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("a.txt", "b.pdf", "c.docx", ".git/d.txt", ".e.txt"):
        write(tmp_path / name)
    with caplog.at_level(logging.WARNING):
        assert len(list(read_articles([tmp_path]))) == 1
    assert "2 files of other kinds passed over (.docx, .pdf)" in caplog.text


def test_the_output_of_the_run_is_not_read_as_its_input(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    claims = write(tmp_path / "claims.jsonl", '{"text": "3 Prozent"}')
    assert [article(item).id for item in read_articles([tmp_path], leave_out=[claims])] == ["a.txt"]


def test_a_name_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no file or folder.*none\.txt"):
        list(read_articles([tmp_path / "none.txt"]))


def test_an_ending_without_a_reader_is_rejected_by_name(tmp_path: Path) -> None:
    (item,) = read_articles([write(tmp_path / "report.pdf")])
    assert "'.pdf'" in reject(item).fault
    assert ".txt, .jsonl" in reject(item).cure


def test_a_file_that_cannot_be_opened_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    write(tmp_path / "b.txt")
    first, second = read_articles([tmp_path])
    assert reject(first).place.endswith("a.txt")
    assert article(second).id == "b.txt"


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"Siemens verdiente 2,1 Milliarden Euro.\nMehr folgt.\n")
    (item,) = read_articles(["-"], default_date=date(2024, 5, 16))
    expected = "Siemens verdiente 2,1 Milliarden Euro.\nMehr folgt.\n"
    assert article(item) == Article("stdin", expected, date(2024, 5, 16), source="standard input")


def test_standard_input_that_begins_with_a_brace_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b'\n{"text": "Eins.", "doc_id": "a"}\n{"text": "Zwei."}\n')
    assert [article(item).id for item in read_articles(["-"])] == ["a", "stdin:3"]


def test_standard_input_does_not_mix_with_files() -> None:
    with pytest.raises(UsageError, match="cannot be mixed"):
        list(read_articles(["-", "news.txt"]))


def test_a_doc_id_that_comes_twice_is_rejected_the_second_time(tmp_path: Path) -> None:
    lines = ['{"text": "Eins.", "doc_id": "a"}', '{"text": "Zwei.", "doc_id": "a"}', '{"text": "Drei."}']
    file = write(tmp_path / "news.jsonl", "\n".join(lines))
    first, second, third = read_articles([file])
    assert article(first).text == "Eins."
    assert (reject(second).place, article(third).text) == (f"{file}:2", "Drei.")
    assert "'a' is taken" in reject(second).fault
