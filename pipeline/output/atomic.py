"""A file that is there whole or not at all, whatever happens while it is written."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Give a temporary path to write to, and put the file in the target's place at the end.

    The temporary file lies in a hidden folder beside the target, where a database can put its side files too.
    On any exception, KeyboardInterrupt included, folder and file go and the target stays as it was.

    Args:
        target: The file to be, new or to be replaced.

    Yields:
        The path to write to.

    Raises:
        UsageError: The target's folder does not exist, or the target is a folder.
    """
    check_target(target)
    target = target.resolve()
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        temporary = folder / target.name
        yield temporary
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def check_target(target: Path) -> None:
    """Tell early that a file cannot be written.

    Args:
        target: The file to be.

    Raises:
        UsageError: Its folder does not exist, or it is a folder itself.
    """
    if target.is_dir():
        raise UsageError(f"The output {str(target)!r} is a folder: give the name of a file")
    if not target.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {str(target.parent)!r} to write to: make it first")
