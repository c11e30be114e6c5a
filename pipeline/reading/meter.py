"""How much of the inputs has been read, in bytes on the disk: what a run's time left is told from."""

from dataclasses import dataclass
from typing import BinaryIO


@dataclass
class Meter:
    """Counts along while files are read.

    Attributes:
        total: Bytes of all files; None where that cannot be known, as of standard input.
    """

    total: int | None = None
    _before: int = 0
    _open: BinaryIO | None = None

    @property
    def done(self) -> int:
        """Bytes read so far."""
        return self._before + (self._open.tell() if self._open is not None else 0)

    def begin(self, stream: BinaryIO) -> None:
        """Take note of a file that is read now."""
        self._open = stream

    def end(self, size: int) -> None:
        """Take note that a file has been read, or passed over."""
        self._before += size
        self._open = None
