"""The code blocks of the project's documents: reads them, runs them, and writes back what they print.

A `text` block that directly follows a `sh` or `python` block shows what that one prints. All blocks of a
document are one sitting: they run in their order, in one folder, the Python blocks in one session. Blocks
that set the project up (`make`, `git`, `pip`) are not run.

    python tests/documents/blocks.py FILE...      renews what the blocks of the files show
"""

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
SETTING_UP = ("make", "git", "pip", "cd", "source", ".venv/bin/python -m pip")
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of code.

    Attributes:
        language: What stands behind the opening fence.
        code: What stands between the fences.
        line: Number of the line of the opening fence.
        shown: What the document says that it prints; None where it says nothing.
        shown_at: Where that stands in the document: first character and the one after the last.
    """

    language: str
    code: str
    line: int
    shown: str | None = None
    shown_at: tuple[int, int] = (0, 0)

    @property
    def sets_up(self) -> bool:
        """Whether it sets the project up, instead of using it."""
        return self.language == "sh" and all(
            line.startswith(SETTING_UP) for line in self.code.splitlines() if line.strip()
        )

    @property
    def runs(self) -> bool:
        """Whether it can be run in a folder beside the project's corpus."""
        return self.language in ("sh", "python") and not self.sets_up


def read_blocks(document: str) -> list[Block]:
    """Read the blocks of a Markdown text, those that show an output joined to the one that prints it."""
    found = list(_FENCED.finditer(document))
    blocks = []
    for match, following in pairwise([*found, None]):
        assert match is not None
        shown, place = None, (0, 0)
        if (
            match[1] in ("sh", "python")
            and following is not None
            and following[1] == "text"
            and not document[match.end() : following.start()].strip()
        ):
            shown, place = following[2], following.span(2)
        line = document.count("\n", 0, match.start()) + 1
        blocks.append(Block(match[1], match[2], line, shown, place))
    return blocks


@contextlib.contextmanager
def sitting() -> Iterator[Path]:
    """Open an empty folder that has the project's corpus in it, and work there until it is closed."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").symlink_to(PROJECT / "corpus")
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def run_blocks(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """Run blocks in their order in the folder of now.

    Yields:
        Each block that runs, with what it printed to standard output and standard error.

    Raises:
        AssertionError: A block failed.
    """
    session: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks:
        if block.runs:
            yield block, _run_shell(block) if block.language == "sh" else _run_python(block, session)


def _run_shell(block: Block) -> str:
    commands = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block.code],
        env=os.environ | {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"line {block.line}, exit status {done.returncode}: {done.stdout}"
    return _without_trailing_blanks(done.stdout)


def _run_python(block: Block, session: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.code, f"line {block.line}", "exec"), session)
    return _without_trailing_blanks(printed.getvalue())


def _without_trailing_blanks(printed: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def renew(document: str) -> str:
    """Run all blocks of a document and replace what they show by what they print."""
    with sitting():
        results = list(run_blocks(read_blocks(document)))
    for block, printed in reversed(results):
        if block.shown is not None:
            begin, end = block.shown_at
            document = document[:begin] + printed + document[end:]
    return document


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(renew(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
