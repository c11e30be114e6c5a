"""`kennzahl extract` ends with 0, 1 or 2, writes records where they belong and messages to standard error."""

import json
from pathlib import Path

import pytest
from examples import Command

from pipeline.output.files import read_claims

pytestmark = pytest.mark.usefixtures("stand_in")


def test_records_go_to_the_file_and_the_count_to_standard_error(kennzahl: Command) -> None:
    Path("a.txt").write_text("SAP meldet 12 und 15.")
    done = kennzahl("extract", "a.txt", "-o", "claims.csv", "--entities", "names.parquet")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 article done: 2 claims to claims.csv, 1 entity to names.parquet" in done.stderr
    assert [claim.low for claim in read_claims("claims.csv")] == [12, 15]
    assert Path("names.parquet").exists()


def test_a_dash_is_json_lines_on_standard_output_and_nothing_else(kennzahl: Command) -> None:
    given = '{"text": "Plus 3.", "doc_id": "a"}\n{"text": "Grün, 4.", "doc_id": "b"}\n'
    done = kennzahl("extract", "-", "-o", "-", given=given)
    assert done.exit_code == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["doc_id"], row["low"], row["sentence"]) for row in rows] == [
        ("a", 3, "Plus 3."),
        ("b", 4, "Grün, 4."),
    ]


def test_rejects_are_named_with_file_line_fault_and_cure_and_the_rest_is_done(kennzahl: Command) -> None:
    lines = [
        '{"text": "Plus 3."}',
        '{"text": "Plus',
        '{"title": "Plus"}',
        '{"text": "unlesbar", "doc_id": "u"}',
    ]
    Path("news.jsonl").write_text("\n".join(lines))
    Path("empty.txt").write_text("")
    Path("picture.txt").write_bytes(b"\x89PNG\0\0")
    done = kennzahl("extract", "news.jsonl", "empty.txt", "picture.txt", "-o", "claims.jsonl")
    assert done.exit_code == 0
    assert "5 rejected:" in done.stderr
    for said in (
        "news.jsonl:2: no JSON",
        'news.jsonl:3: the field "text" is missing. Put the article in the field "text"',
        "news.jsonl:4: document 'u' failed: ValueError: der Satz ist unlesbar.",
        "empty.txt: the file is empty. Put an article in it or leave it out",
        "picture.txt: this is no text, it holds binary data. Convert it to text in UTF-8",
    ):
        assert said in done.stderr
    assert len(list(read_claims("claims.jsonl"))) == 1


def test_many_rejects_name_the_first_and_where_all_of_them_are(kennzahl: Command) -> None:
    Path("news.jsonl").write_text('{"text": "Plus 3."}\n' + "broken\n" * 1200)
    done = kennzahl("extract", "news.jsonl", "-o", "claims.jsonl")
    assert "1,200 rejected:" in done.stderr
    assert "and 1,180 more; --rejects FILE writes all of them" in done.stderr
    done = kennzahl("extract", "news.jsonl", "-o", "claims.jsonl", "--rejects", "bad.jsonl")
    assert "all of them are in bad.jsonl" in done.stderr
    assert len(Path("bad.jsonl").read_text().splitlines()) == 1200


def test_a_guessed_encoding_is_told(kennzahl: Command, caplog: pytest.LogCaptureFixture) -> None:
    Path("alt.txt").write_bytes("Erlöse 12".encode("cp1252"))
    assert kennzahl("extract", "alt.txt", "-o", "claims.jsonl").exit_code == 0
    assert "alt.txt: not UTF-8" in caplog.text
    (claim,) = read_claims("claims.jsonl")
    assert claim.sentence == "Erlöse 12"


def test_nothing_done_is_status_1_and_writes_nothing(kennzahl: Command) -> None:
    Path("empty.txt").write_text("")
    Path("folder").mkdir()
    for name in ("empty.txt", "folder"):
        done = kennzahl("extract", name, "-o", "claims.csv")
        assert done.exit_code == 1
        assert f"Nothing could be done: no article could be read from {name}" in done.stderr
    assert not Path("claims.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.txt", "-o", "c.csv"], "no file or folder 'none.txt'"),
        (["a.txt", "-o", "c.doc"], "end it in one of .jsonl, .csv, .parquet, .sqlite, .duckdb"),
        (["a.txt", "-o", "no/c.csv"], "no folder 'no'"),
        (["-o", "c.csv"], "INPUT"),
        (["a.txt", "-o", "c.csv", "--workers", "0"], "--workers"),
        (["a.txt", "-o", "c.csv", "--workers", "two"], "--workers"),
        (["a.txt", "-o", "c.csv", "--date", "02.06.2020"], "--date"),
        (["a.txt", "-o", "c.csv", "--date", "2020-02-30"], "--date"),
        (["a.txt", "-o", "a.txt"], "'a.txt' ends in no known format"),
        (["a.txt", "-", "-o", "c.csv"], "cannot be mixed"),
        (["a.txt", "-o", "-", "--resume"], "cannot be resumed"),
        (["a.txt", "-o", "c.csv", "--colour"], "--colour"),
    ],
)
def test_wrong_use_is_status_2_with_the_cure(kennzahl: Command, arguments: list[str], said: str) -> None:
    Path("a.txt").write_text("Plus 3.")
    done = kennzahl("extract", *arguments)
    assert done.exit_code == 2, done.output
    assert said in done.stderr
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


def test_resume_leaves_a_finished_run_alone_and_says_so(kennzahl: Command) -> None:
    Path("a.txt").write_text("Plus 3.")
    assert kennzahl("extract", "a.txt", "-o", "claims.csv", "--resume").exit_code == 0
    before = Path("claims.csv").read_bytes()
    Path("a.txt").write_text("Plus 4.")
    done = kennzahl("extract", "a.txt", "-o", "claims.csv", "--resume")
    assert (done.exit_code, Path("claims.csv").read_bytes()) == (0, before)
    assert "claims.csv is complete" in done.stderr
    assert kennzahl("extract", "a.txt", "-o", "claims.csv").exit_code == 0
    assert Path("claims.csv").read_bytes() != before
