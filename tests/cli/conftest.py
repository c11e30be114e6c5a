"""The command line in this process."""

from pathlib import Path

import pytest
from examples import Command, extract_numbers
from typer.testing import CliRunner

from pipeline.cli.main import app


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.running.run.extractor", lambda model, figures, entities: extract_numbers)


@pytest.fixture
def kennzahl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Call the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    return lambda *arguments, given=None: runner.invoke(
        app, [str(argument) for argument in arguments], input=given
    )
