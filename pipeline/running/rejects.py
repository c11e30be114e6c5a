"""Counts what could not be read, keeps the first for messages, and writes all to a file if wanted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO

from pipeline.output.atomic import written_whole
from pipeline.reading.article import Reject

KEPT = 20


@dataclass
class Rejects:
    """The rejects of a run.

    Attributes:
        count: How many there were.
        first: The first of them, at most `KEPT`.
        file: Where all of them are written, one JSON object a line.
    """

    count: int = 0
    first: list[Reject] = field(default_factory=list)
    file: BinaryIO | None = None

    def add(self, reject: Reject) -> None:
        """Count a reject, and write it."""
        self.count += 1
        if len(self.first) < KEPT:
            self.first.append(reject)
        if self.file is not None:
            self.file.write(f"{json.dumps(asdict(reject), ensure_ascii=False)}\n".encode())


@contextmanager
def collect_rejects(path: Path | None) -> Iterator[Rejects]:
    """Open a collection of rejects, and with a path also its file of JSON Lines, there whole at the end.

    Args:
        path: The file, which is written even where it stays empty; None for no file.

    Yields:
        The collection.

    Raises:
        UsageError: The file's folder does not exist.
    """
    if path is None:
        yield Rejects()
        return
    with written_whole(path) as temporary, temporary.open("wb") as file:
        yield Rejects(file=file)
