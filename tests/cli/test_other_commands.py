"""`validate`, `report` and `explain`, from files to what a person reads."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from examples import FIGURES, REVENUE, WRONG, Command

from pipeline.output.files import open_output, read_claims
from pipeline.output.table import CLAIMS, DOCUMENTS
from pipeline.records.document import Document


@pytest.fixture
def claims() -> Path:
    with open_output("claims.parquet", CLAIMS) as write:
        write([REVENUE, WRONG])
    Path("figures.csv").write_text(FIGURES)
    return Path("claims.parquet")


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "sqlite", "duckdb"])
def test_validate_gives_every_claim_its_verdict(kennzahl: Command, claims: Path, ending: str) -> None:
    done = kennzahl("validate", claims, "--figures", "figures.csv", "-o", f"checked.{ending}")
    assert done.exit_code == 0, done.output
    assert "2 claims: 1 exact, 1 contradicted" in done.stderr
    first, second = read_claims(f"checked.{ending}")
    assert (first.verdict, first.known_low, first.known_source) == ("exact", 2.1e9, "annual report")
    assert (second.verdict, second.known_low) == ("contradicted", 2.1e9)
    assert (
        replace(first, verdict=None, verdict_reason=None, known_low=None, known_high=None, known_source=None)
        == REVENUE
    )


def test_validate_can_write_over_its_own_input(kennzahl: Command, claims: Path) -> None:
    assert kennzahl("validate", claims, "--figures", "figures.csv", "-o", claims).exit_code == 0
    assert [claim.verdict for claim in read_claims(claims)] == ["exact", "contradicted"]


def test_validate_writes_to_standard_output(kennzahl: Command, claims: Path) -> None:
    done = kennzahl("validate", claims, "--figures", "figures.csv", "-o", "-")
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["exact", "contradicted"]


def test_an_unknown_metric_in_the_figures_is_told_with_file_and_line(kennzahl: Command, claims: Path) -> None:
    Path("figures.csv").write_text(FIGURES.replace(",revenue,", ",turnover,"))
    done = kennzahl("validate", claims, "--figures", "figures.csv", "-o", "checked.csv")
    assert done.exit_code == 2
    for said in ("figures.csv", "2", "turnover"):
        assert said in done.stderr
    assert not Path("checked.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (
            ["validate", "none.csv", "--figures", "figures.csv", "-o", "x.csv"],
            1,
            "none.csv: there is no such file",
        ),
        (["validate", "claims.parquet", "--figures", "none.csv", "-o", "x.csv"], 2, "none.csv"),
        (["validate", "claims.parquet", "--figures", "figures.csv", "-o", "x.doc"], 2, "known format"),
        (["validate", "claims.parquet", "-o", "x.csv"], 2, "--figures"),
        (["validate", "figures.csv", "--figures", "figures.csv", "-o", "x.csv"], 1, "figures.csv:2"),
        (["report", "none.csv", "-o", "x.html"], 1, "none.csv"),
        (["report", "claims.parquet", "-o", "no/x.html"], 2, "no folder"),
        (["report", "claims.parquet", "-o", "x.html", "--articles", "none.csv"], 1, "none.csv: there is no"),
        (["report", "claims.parquet", "-o", "x.html", "--articles", "figures.csv"], 1, "figures.csv:2"),
        (["report", "claims.parquet", "-o", "x.html", "--articles", "x.doc"], 2, "known format"),
        (["explain", "none.txt"], 2, "neither the text of an article nor a file"),
        (["explain", "empty.txt"], 1, "the file is empty"),
    ],
)
def test_bad_input_is_told_with_a_cure(
    kennzahl: Command, claims: Path, arguments: list[str], status: int, said: str
) -> None:
    Path("empty.txt").touch()
    before = sorted(Path().iterdir())
    done = kennzahl(*arguments)
    assert (done.exit_code, done.stdout) == (status, "")
    assert said in done.stderr
    assert sorted(Path().iterdir()) == before


def test_report_writes_one_page(kennzahl: Command, claims: Path) -> None:
    done = kennzahl("report", claims, "-o", "report.html")
    assert (done.exit_code, done.stderr) == (0, "2 claims in report.html\n")
    page = Path("report.html").read_text(encoding="utf-8")
    assert "<h1>Claims of claims.parquet</h1>" in page
    assert 'id="block-0"' not in page


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "sqlite", "duckdb"])
def test_report_takes_the_articles_that_extract_wrote(kennzahl: Command, claims: Path, ending: str) -> None:
    text = f"Meldung vom {'x' * 25}{REVENUE.text}"
    with open_output(f"articles.{ending}", DOCUMENTS) as write:
        write([Document("musterwerk", date(2024, 3, 5), "a.jsonl:1", None, None, None, 1, text)])
        write([Document("anderes", None, None, "Titel", None, None, 1, "ganz anderes")])
    done = kennzahl("report", claims, "-o", "report.html", "--articles", f"articles.{ending}")
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == [
        "2 claims in report.html",
        "1 article left out, not having its claims where these say: give the articles of the same run",
    ]
    assert 'id="block-0"' in Path("report.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "sqlite", "duckdb"])
def test_report_finds_each_claim_in_its_article_as_extract_wrote_it(kennzahl: Command, ending: str) -> None:
    texts = [
        "=1+1 🚀 kostet 7 Euro",
        "Zeile 1\r\nZeile 2\n\n 'Zitat', \"3\"; \t4",
        "nichts",
        "\u00a05\u2028 6 ",
    ]
    lines = [json.dumps({"doc_id": f"=doc {number}", "text": text}) for number, text in enumerate(texts)]
    Path("news.jsonl").write_text("\n".join(lines))
    done = kennzahl("extract", "news.jsonl", "-o", f"c.{ending}", "--articles", f"a.{ending}")
    assert done.exit_code == 0, done.output
    done = kennzahl("report", f"c.{ending}", "-o", "report.html", "--articles", f"a.{ending}")
    assert (done.exit_code, done.stderr) == (0, "9 claims in report.html\n")


def test_explain_gives_the_reason_of_each_field(kennzahl: Command) -> None:
    done = kennzahl("explain", "Der Umsatz von Siemens stieg 2023 um 8 Prozent.", "--date", "2024-02-01")
    assert done.exit_code == 0, done.output
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if len(line.split()) > 1}
    assert rows["metric"][1] == "revenue"
    assert "`Umsatz`" in rows["metric"]
    assert rows["low"][1] == "8"
    assert rows["company"][1] == "Siemens"


def test_explain_reads_files_and_leaves_brackets_alone(kennzahl: Command) -> None:
    Path("a.txt").write_text("Der Umsatz [red]stieg[/red] um 8 Prozent. [bold]")
    Path("b.txt").write_text("Nichts Neues.")
    done = kennzahl("explain", ".")
    assert done.exit_code == 0
    assert "a.txt" in done.stdout
    assert "[red]stieg[/red]" in done.stdout
    assert "states no quantity" in done.stdout
