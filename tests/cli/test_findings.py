"""What a text says against itself, and how many claims held: from the command, from Python, in the report."""

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from examples import FIGURES, REVENUE, Command

import pipeline
from pipeline.output.files import open_output
from pipeline.output.table import CLAIMS, DOCUMENTS
from pipeline.records.document import Document

TEXT = (
    "Siemens hat den Umsatz 2023 um 8 Prozent auf 2,31 Milliarden Euro gesteigert, "
    "nach 1,20 Milliarden im Vorjahr."
)
TELLING = replace(REVENUE, precision=5e6)
SLIP = replace(TELLING, start=90, end=110, text="2,40 Milliarden Euro", low=2.4e9, high=2.4e9)
SOUND = TEXT.replace("1,20", "2,14")


def test_extract_writes_findings_with_both_places(kennzahl: Command) -> None:
    Path("news.jsonl").write_text(
        "\n".join(
            json.dumps({"doc_id": name, "text": text, "date": "2024-02-01"})
            for name, text in {"wrong": TEXT, "sound": SOUND}.items()
        )
    )
    done = kennzahl("extract", "news.jsonl", "-o", "claims.jsonl", "--findings", "findings.jsonl")
    assert done.exit_code == 0, done.output
    assert "1 finding to findings.jsonl" in done.stderr
    [found] = [json.loads(line) for line in Path("findings.jsonl").read_text().splitlines()]
    assert (found["doc_id"], found["finding"]) == ("wrong", "change")
    assert TEXT[found["start"] : found["end"]] == found["text"] == "8 Prozent"
    assert TEXT[found["other_start"] : found["other_end"]] == found["other_text"] == "2,31 Milliarden Euro"
    assert "1,20 Milliarden" in found["reason"]


@pytest.fixture
def claims() -> Path:
    """One figure told twice, the second time with a wrong digit."""
    with open_output("claims.parquet", CLAIMS) as write:
        write([TELLING, SLIP])
    Path("figures.csv").write_text(FIGURES)
    return Path("claims.parquet")


def test_validate_finds_them_in_claims_without_any_table(kennzahl: Command, claims: Path) -> None:
    done = kennzahl("validate", claims, "--findings", "findings.csv")
    assert done.exit_code == 0, done.output
    assert "1 finding of texts against themselves in findings.csv" in done.stderr
    assert list(pd.read_csv("findings.csv")["finding"]) == ["repetition"]
    both = kennzahl("validate", claims, "--figures", "figures.csv", "-o", claims, "--findings", "-")
    assert json.loads(both.stdout)["finding"] == "repetition"
    assert "1 exact, 1 contradicted" in both.stderr


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-o", "checked.csv"],
        ["--figures", "figures.csv"],
        ["--figures", "figures.csv", "-o", "same.csv", "--findings", "same.csv"],
    ],
)
def test_validate_wants_to_know_what_for(kennzahl: Command, claims: Path, options: list[str]) -> None:
    done = kennzahl("validate", claims, *options)
    assert done.exit_code == 2
    assert "--findings" in done.stderr or "--figures" in done.stderr or "findings" in done.stderr


def test_python_gives_findings_and_summaries_as_tables(claims: Path) -> None:
    frame = pd.read_parquet(claims)
    findings = pipeline.consistency(frame)
    assert list(findings["finding"]) == ["repetition"]
    assert len(pipeline.consistency(frame.head(1))) == 0
    checked = pipeline.validate(frame, "figures.csv")
    [group] = pipeline.summary(checked).to_dict("records")
    assert (group["company"], group["confirmed"], group["wrong"], group["held"]) == (
        REVENUE.company,
        1,
        1,
        0.5,
    )
    assert group["worst_text"] == SLIP.text
    by_metric = pipeline.summary(checked.assign(outlet="nk"), by="outlet")
    assert list(by_metric["outlet"]) == ["nk"]
    with pytest.raises(pipeline.UsageError, match="no 'colour'"):
        pipeline.summary(checked, by="colour")


def test_a_summary_by_company_and_by_source(kennzahl: Command, claims: Path) -> None:
    kennzahl("validate", claims, "--figures", "figures.csv", "-o", "checked.csv")
    done = kennzahl("summary", "checked.csv", "-o", "summary.csv")
    assert done.exit_code == 0, done.output
    assert "50 %" in done.stdout
    assert "Furthest off" in done.stdout
    [row] = pd.read_csv("summary.csv").to_dict("records")
    assert (row["claims"], row["confirmed"], row["wrong"]) == (2, 1, 1)
    assert kennzahl("summary", "checked.csv", "--by", "source").exit_code == 2
    article = Document(REVENUE.doc_id, None, "news/a.jsonl:3", None, "https://www.nk.example/1", None, 2, "")
    with open_output("articles.jsonl", DOCUMENTS) as write:
        write([article])
    done = kennzahl("summary", "checked.csv", "--by", "source", "--articles", "articles.jsonl")
    assert "nk.example" in done.stdout
    assert kennzahl("summary", "checked.csv", "-o", "summary.txt").exit_code == 2


def test_the_report_lists_what_speaks_against_itself(kennzahl: Command, claims: Path) -> None:
    kennzahl("report", claims, "-o", "report.html")
    page = Path("report.html").read_text(encoding="utf-8")
    assert "Texts against themselves" in page
    assert "1 time figures of one" in page
    with open_output("one.parquet", CLAIMS) as write:
        write([REVENUE])
    kennzahl("report", "one.parquet", "-o", "one.html")
    assert "Texts against themselves" not in Path("one.html").read_text(encoding="utf-8")
