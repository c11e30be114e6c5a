"""The notebooks run whole, and show what they say that they show."""

from pathlib import Path

import nbformat
import pytest

from notebooks import NOTEBOOKS, executed, shown

LARGEST = 300_000
CURE = "`make notebooks` runs them anew"


def test_the_notebooks_are_there() -> None:
    assert [path.name[0] for path in NOTEBOOKS] == list("123456")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_is_kept_of_it(path: Path) -> None:
    kept = nbformat.read(path, nbformat.NO_CONVERT)
    assert shown(executed(path)) == shown(kept), CURE


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_can_be_read_without_running_it(path: Path) -> None:
    notebook = nbformat.read(path, nbformat.NO_CONVERT)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1)), CURE
    assert path.stat().st_size < LARGEST
    assert notebook.cells[0].cell_type == "markdown"
