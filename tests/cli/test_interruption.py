"""Ctrl-C at any moment: status 130, one message, no half-written output, no process left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
import examples
import pipeline.running.run
pipeline.running.run.extractor = examples.slow_extractor
from pipeline.cli.main import run
run()
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_an_interruption_ends_the_run_and_leaves_nothing(tmp_path: Path, workers: int) -> None:
    line = json.dumps({"text": "SAP meldet 12 und 15. " * 20})
    (tmp_path / "news.jsonl").write_text(f"{line}\n" * 20_000)
    (tmp_path / "claims.csv").write_text("the result of yesterday")
    command = [sys.executable, "-c", SCRIPT, "extract", "news.jsonl"]
    command += ["-o", "claims.csv", "--entities", "names.jsonl", "--workers", str(workers)]
    # A group of its own, for a terminal sends Ctrl-C to the command and its workers alike.
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        wait_for_first_record(tmp_path, process)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=120)
    finally:
        process.kill()
    assert (process.returncode, said) == (130, "kennzahl: interrupted, no output was written\n")
    assert (tmp_path / "claims.csv").read_text() == "the result of yesterday"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.csv", "news.jsonl"]
    wait_until(lambda: not group_exists(process.pid))


def wait_for_first_record(folder: Path, process: "subprocess.Popen[str]") -> None:
    """Wait until the temporary file holds more than its head line."""

    def has_records() -> bool:
        assert process.poll() is None, process.communicate()[1]
        return any(path.stat().st_size > 5_000 for path in folder.glob(".claims.csv.*/claims.csv"))

    wait_until(has_records, seconds=60)


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def group_exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
