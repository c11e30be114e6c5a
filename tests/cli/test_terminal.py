"""What a person sees at a terminal who names no file for the claims."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from examples import Command

ARTICLE = (
    "Die Kolb AG steigerte den Umsatz 2023 um 8 Prozent auf 2,1 Mrd. Euro. Der Gewinn sank auf 96 Mio. Euro."
)


def seen(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run the command with a terminal as standard output: its status, what it shows, what it says."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from pipeline.cli.main import run; run()", *arguments]
    environment = os.environ | {"COLUMNS": "100", "TERM": "dumb"}
    with subprocess.Popen(
        command, stdout=theirs, stderr=subprocess.PIPE, cwd=folder, env=environment
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65_536):
                shown += piece
        except OSError:  # so a terminal tells that nobody writes to it any more
            pass
        said = process.stderr.read() if process.stderr else b""
    os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n"), said.decode()


def test_an_article_is_shown_as_a_table(tmp_path: Path) -> None:
    (tmp_path / "kolb.txt").write_text(ARTICLE, encoding="utf-8")
    status, shown, said = seen(tmp_path, "extract", "kolb.txt", "--date", "2024-03-01", "--model", "blank")
    assert (status, said) == (0, "1 article done: 3 claims to this terminal\n")
    lines = [line.split() for line in shown.splitlines() if "Kolb" in line]
    assert lines[0] == ["kolb.txt", "Kolb", "AG", "revenue", "change", "2023", "+8", "%"]
    assert [line[3] for line in lines] == ["revenue", "revenue", "net_income"]
    assert [path.name for path in tmp_path.iterdir()] == ["kolb.txt"]


@pytest.mark.usefixtures("stand_in")
def test_elsewhere_it_is_json_lines(kennzahl: Command) -> None:
    Path("kolb.txt").write_text(ARTICLE, encoding="utf-8")
    result = kennzahl("extract", "kolb.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith('{"doc_id":')


@pytest.mark.parametrize("option", ["--spark", "--resume"])
def test_what_takes_long_needs_a_file(kennzahl: Command, option: str) -> None:
    result = kennzahl("extract", "kolb.txt", option)
    assert (result.exit_code, "need a file: name it with -o OUT" in result.stderr) == (2, True)


def test_the_version_is_told(kennzahl: Command) -> None:
    assert kennzahl("--version").stdout.startswith("kennzahl 0.")
