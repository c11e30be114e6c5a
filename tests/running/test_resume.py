"""A run that is killed at any moment and started again writes the same bytes as one undisturbed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import fake_extraction as fake
import pytest

from pipeline.output.files import FORMATS
from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running import parts
from pipeline.running.pool import Load
from pipeline.running.run import Run, is_complete, run_extraction

KILLS = int(os.environ.get("KENNZAHL_KILLS", "4"))


class PowerCut(BaseException):
    """Stops a run where nothing may catch it."""


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Fifty articles in parts of eight, some of them unreadable or copies of others."""
    monkeypatch.setattr(parts, "ARTICLES_IN_PART", 8)
    lines = []
    for number in range(50):
        text = f"SAP meldet {number} und {number + 1}, die VW-Aktie {number % 7} Punkte."
        lines.append("kein JSON" if number % 17 == 5 else json.dumps({"text": text, "doc_id": f"n{number}"}))
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join([*lines, json.dumps({"text": "Das ist unlesbar."}), lines[0]]))
    return file


def run_of(news: Path, folder: Path, ending: str = ".jsonl", *, resume: bool = False) -> Run:
    folder.mkdir(exist_ok=True)
    return Run(
        [str(news)],
        str(folder / f"claims{ending}"),
        entities=str(folder / f"names{ending}"),
        articles=str(folder / f"articles{ending}"),
        rejects=folder / "rejects.jsonl",
        duplicates="drop",
        resume=resume,
    )


def stopping_after(count: int) -> Load:
    """An extraction that is cut off after so many articles."""
    left = iter(range(count))

    def extract(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
        for found in fake.extract(articles):
            if next(left, None) is None:
                raise PowerCut
            yield found

    return lambda: extract


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def rows(folder: Path, name: str) -> list[tuple[object, ...]]:
    table = name.replace("names", "entities")
    with duckdb.connect(str(folder / f"{name}.duckdb"), read_only=True) as database:
        return database.execute(f"FROM {table}").fetchall()


@pytest.mark.parametrize("ending", FORMATS)
def test_a_resumed_run_writes_the_same_bytes(
    tmp_path: Path, news: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.running.pool.ARTICLES_IN_BATCH", 4)
    whole = run_extraction(run_of(news, tmp_path / "whole", ending), fake.load)
    interrupted = run_of(news, tmp_path / "cut", ending, resume=True)
    for count in (3, 20):
        cut = stopping_after(count)
        with pytest.raises(PowerCut):
            run_extraction(interrupted, cut)
        assert not is_complete(interrupted)
    # The two pieces that were cut off did not begin at the first article again.
    rest = stopping_after(35)
    assert run_extraction(interrupted, rest).claims == whole.claims
    assert is_complete(interrupted)
    if ending == ".duckdb":  # Each database has an identity of its own, so that its rows are compared.
        tables = ("claims", "names", "articles")
        assert all(rows(tmp_path / "cut", name) == rows(tmp_path / "whole", name) for name in tables)
    else:
        assert written(tmp_path / "cut") == written(tmp_path / "whole")
    assert not interrupted.parts_folder().exists()


def test_articles_in_are_articles_done_duplicates_and_rejects(tmp_path: Path, news: Path) -> None:
    summary = run_extraction(run_of(news, tmp_path / "out"), fake.load)
    assert summary.articles + summary.duplicates + summary.rejects.count == 52
    manifest = json.loads((tmp_path / "out" / "claims.jsonl.manifest.json").read_text())
    assert manifest["counts"]["rejects"] == summary.rejects.count == 5
    for name in ("articles", "duplicates", "rejects", "claims", "entities"):
        assert sum(part[name] for part in manifest["parts"]) == manifest["counts"][name]


def test_an_article_that_changed_meanwhile_is_read_anew(tmp_path: Path, news: Path) -> None:
    run = run_of(news, tmp_path / "out", resume=True)
    cut = stopping_after(30)
    with pytest.raises(PowerCut):
        run_extraction(run, cut)
    news.write_text(news.read_text().replace("meldet 9 ", "meldet 999 "))
    run_extraction(run, fake.load)
    assert "999" in (tmp_path / "out" / "claims.jsonl").read_text()


def test_parts_of_another_model_do_not_count(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_of(news, tmp_path / "out", resume=True)
    cut = stopping_after(30)
    with pytest.raises(PowerCut):
        run_extraction(run, cut)
    monkeypatch.setattr("pipeline.running.run.settings_of", lambda model, figures: {"model": "another"})
    few = stopping_after(35)
    with pytest.raises(PowerCut):
        run_extraction(run, few)


def test_parts_without_entities_do_not_count_where_they_are_wanted(tmp_path: Path, news: Path) -> None:
    run = run_of(news, tmp_path / "out", resume=True)
    cut = stopping_after(30)
    with pytest.raises(PowerCut):
        run_extraction(replace(run, entities=None), cut)
    few = stopping_after(35)
    with pytest.raises(PowerCut):
        run_extraction(run, few)


def test_without_resume_a_run_begins_anew(tmp_path: Path, news: Path) -> None:
    run = run_of(news, tmp_path / "out")
    cut = stopping_after(30)
    with pytest.raises(PowerCut):
        run_extraction(run, cut)
    few = stopping_after(35)
    with pytest.raises(PowerCut):
        run_extraction(run, few)


SCRIPT = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
import duckdb
import fake_extraction as fake
from pipeline.running import parts, run
parts.ARTICLES_IN_PART = 16
run.run_extraction(run.Run(
    ["news.jsonl"], "claims.csv", entities="names.csv", rejects=Path("rejects.jsonl"), resume=True,
    workers=int(sys.argv[1])), fake.load)
"""


def test_a_killed_run_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """With KENNZAHL_KILLS=50 in the environment: the fifty kills that the project promises."""
    numbers = random.Random(KILLS)
    lines = (
        "kein JSON" if number % 50 == 7 else json.dumps({"text": f"SAP meldet {number}, und das langsam."})
        for number in range(64 + 32 * KILLS)
    )
    for name in ("whole", "killed"):
        (tmp_path / name).mkdir()
    text = "\n".join(lines)
    (tmp_path / "whole" / "news.jsonl").write_text(text)
    (tmp_path / "killed" / "news.jsonl").write_text(text)
    assert _start(tmp_path / "whole", 1).wait(timeout=120) == 0

    for _ in range(KILLS):
        process = _start(tmp_path / "killed", numbers.choice([1, 2]))
        _wait_for_part(tmp_path / "killed", process, numbers.uniform(0, 0.3))
        assert process.poll() is None, "the run ended before it could be killed"
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=20)
    assert _start(tmp_path / "killed", 2).wait(timeout=120) == 0
    assert written(tmp_path / "killed") == written(tmp_path / "whole")


def _start(folder: Path, workers: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", SCRIPT, str(workers)]
    return subprocess.Popen(command, cwd=folder, start_new_session=True)


def _wait_for_part(folder: Path, process: "subprocess.Popen[bytes]", longer: float) -> None:
    """Wait until the run begins to write one more part, and then a moment longer."""
    before = len(list((folder / "claims.csv.parts").glob("0*")))
    while process.poll() is None and len(list((folder / "claims.csv.parts").glob("0*"))) == before:
        time.sleep(0.005)
    time.sleep(longer)
