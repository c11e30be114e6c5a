"""The notebooks of the project: runs them, and writes back what they show (`make notebooks`)."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
_ADDRESS = re.compile(r"0x[0-9a-f]+")


def executed(path: Path) -> nbformat.NotebookNode:
    """Run all cells of a notebook in a fresh kernel, in its own folder.

    Args:
        path: The notebook.

    Returns:
        It with what its cells show.

    Raises:
        CellExecutionError: A cell fails.
    """
    programs = str(Path(sys.executable).parent)  # where `!kennzahl` is
    environment = os.environ | {"PATH": os.pathsep.join((programs, os.environ["PATH"]))}
    notebook = nbformat.read(path, nbformat.NO_CONVERT)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute(env=environment)
    return notebook


def shown(notebook: nbformat.NotebookNode) -> list[str]:
    """What each cell of a notebook shows as text, without addresses in memory."""
    return ["".join(_ADDRESS.sub("0x", text) for text in _texts(cell)) for cell in notebook.cells]


def _texts(cell: nbformat.NotebookNode) -> Iterator[str]:
    for output in cell.get("outputs", ()):
        text: str = output["text"] if "text" in output else output["data"].get("text/plain", "")
        yield text.replace("\r\n", "\n")


def main() -> None:
    """Run all notebooks and keep what they show, without the times at which cells ran."""
    for path in NOTEBOOKS:
        notebook = executed(path)
        for cell in notebook.cells:
            cell.metadata.pop("execution", None)
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
