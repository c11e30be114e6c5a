"""`make demo` writes both files and prints a sample of each verdict; without a corpus it says so."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from examples import FIGURES, REVENUE

from pipeline.cli.demo import WIDTH_WITHOUT_TERMINAL, main, sample
from pipeline.errors import UsageError
from pipeline.output.files import read_claims


def test_the_demonstration_prints_a_table_and_writes_both_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "figures").mkdir()
    text = "Der Umsatz der Musterwerk AG lag 2023 bei 2,1 Milliarden Euro."
    line = f'{{"doc_id": "musterwerk", "date": "2024-03-01", "text": "{text}"}}'
    (tmp_path / "articles" / "a.jsonl").write_text(line)
    (tmp_path / "figures" / "known_figures.csv").write_text(FIGURES)
    main(tmp_path, tmp_path / "build" / "demo")
    printed = capsys.readouterr().out
    for word in (
        "musterwerk",
        "Musterwerk AG",
        "revenue",
        "2023",
        "2.1 bn EUR",
        "exact",
        "1 claim of 1 article in",
    ):
        assert word in printed
    assert max(map(len, printed.splitlines()[:-1])) <= WIDTH_WITHOUT_TERMINAL
    (claim,) = read_claims(tmp_path / "build" / "demo" / "claims.parquet")
    assert list(read_claims(tmp_path / "build" / "demo" / "claims.jsonl")) == [claim]
    assert claim.verdict == "exact"


def test_the_sample_holds_each_verdict_of_several_articles() -> None:
    claims = [
        replace(REVENUE, doc_id=f"{verdict}{n}", verdict=verdict, low=float(n + again))
        for verdict in ("contradicted", "exact")
        for n in range(5)
        for again in range(2)
    ]
    chosen = [(claim.doc_id, claim.low) for claim in sample([replace(REVENUE, metric="other"), *claims])]
    assert chosen == [
        ("exact0", 0), ("exact1", 1), ("exact2", 2),
        ("contradicted0", 0), ("contradicted1", 1), ("contradicted2", 2),
    ]  # fmt: skip


def test_without_a_corpus_the_demonstration_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no corpus"):
        main(tmp_path)
    package = tmp_path / "pipeline"
    shutil.copytree(
        Path(main.__code__.co_filename).parents[1], package, ignore=shutil.ignore_patterns("__pycache__")
    )
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli.demo"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith("kennzahl: There is no corpus in")
