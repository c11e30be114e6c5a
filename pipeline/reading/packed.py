"""What is packed: gzip, zip and tar around any file, each unpacked in memory and never onto the disk."""

import gzip
import io
import logging
import tarfile
import zipfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.reading.entry import LARGEST_DOCUMENT, Entry

logger = logging.getLogger(__name__)

Read = Callable[[Entry], Iterator[Article | Reject]]
"""Reads what is inside, whatever its kind."""

SWOLLEN = 200
"""How many times its packed size a content may have: news packs to a third or a tenth, a bomb to 1/1000."""

FREE = 16 * 2**20
"""Bytes up to which any content may swell: a few lines repeated pack very well."""

CUT_OFF = "Pack it or fetch it again"


@contextmanager
def _told_as(place: str, fault: str) -> Iterator[None]:
    """Tell any error of a packed file as one of ours.

    Broken heads lead zipfile and zlib into errors of any kind, a password into a RuntimeError, a place
    outside of the archive into a ValueError.
    """
    try:
        yield
    except ArticleError:
        raise
    except Exception as error:
        raise ArticleError(place, f"{fault}: {error}", CUT_OFF) from None


class Swelling(io.RawIOBase):
    """A stream that refuses to give more than its packed size allows.

    Args:
        stream: The unpacked bytes.
        packed: Tells how many packed bytes have been used so far.
        place: Where they lie, for the message.
    """

    def __init__(self, stream: BinaryIO, packed: Callable[[], int], place: str) -> None:
        super().__init__()
        self._stream, self._packed, self._place = stream, packed, place
        self._given = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def tell(self) -> int:
        """How many bytes it has given, by which a file packed inside it is bounded in turn."""
        return self._given

    def readinto(self, buffer: object) -> int:
        """Give the next bytes.

        Raises:
            ArticleError: The content is swollen beyond belief, or broken.
        """
        view = memoryview(cast(bytearray, buffer)).cast("B")
        with _told_as(self._place, "the packed file is broken"):
            data = self._stream.read(len(view))
        self._given += len(data)
        if self._given > FREE and self._given > SWOLLEN * self._packed():
            fault = f"unpacked it is more than {SWOLLEN} times as large as packed, as a zip bomb is"
            raise ArticleError(self._place, fault, "Unpack it yourself if you trust it")
        view[: len(data)] = data
        return len(data)


def read_gzip(entry: Entry, read: Read, _known: Collection[str]) -> Iterator[Article | Reject]:
    """Read the one file that gzip packed (`news.jsonl.gz`, `pages.tgz`)."""
    stem, _, ending = entry.name.rpartition(".")
    name = f"{stem}.tar" if ending.lower() == "tgz" else stem
    unpacked = cast(BinaryIO, gzip.GzipFile(fileobj=entry.stream))
    yield from read(replace(entry, stream=_bounded(unpacked, entry.stream.tell, entry.place), name=name))


def read_zip(entry: Entry, read: Read, known: Collection[str]) -> Iterator[Article | Reject]:
    """Read the files of known kinds in a zip archive, in the order of their names.

    Raises:
        ArticleError: The archive is broken, or lies in a stream that is too large to be held.
    """
    with _told_as(entry.place, "no zip archive"):
        archive = zipfile.ZipFile(_seekable(entry))
    with archive:
        members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
        for name in sorted(_of_known_kind(members, known, entry.place)):
            try:
                file = _open(archive, members[name], f"{entry.place}/{name}")
                with closing(file):
                    yield from read(entry.inside(file, name))
            except ArticleError as error:
                yield Reject(error.place, error.fault, error.cure)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str) -> io.BufferedReader:
    with _told_as(place, "the packed file cannot be opened"):
        file = cast(BinaryIO, archive.open(member))
    return _bounded(file, lambda: member.compress_size, place)


def read_tar(entry: Entry, read: Read, known: Collection[str]) -> Iterator[Article | Reject]:
    """Read the files of known kinds in a tar archive, in the order in which they lie there, links left out.

    Raises:
        ArticleError: The archive is broken.
    """
    try:
        # Read as a stream, so that an archive of any length needs no memory.
        with tarfile.open(fileobj=entry.stream, mode="r|") as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is None or not _of_known_kind([member.name], known, entry.place):
                    continue
                try:
                    yield from read(entry.inside(cast(io.BufferedReader, file), member.name))
                except ArticleError as error:
                    if error.place == entry.place:  # Of the archive itself, and not of what lies in it.
                        raise
                    yield Reject(error.place, error.fault, error.cure)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise ArticleError(entry.place, f"no whole tar archive: {error}", CUT_OFF) from None


def _of_known_kind(names: Iterable[str], known: Collection[str], place: str) -> list[str]:
    """Leave out hidden files, such as `__MACOSX/._a.txt`, and tell of those that no reader takes."""
    seen = [name for name in names if not PurePosixPath(name).name.startswith(".")]
    kept = [name for name in seen if PurePosixPath(name).suffix.lower() in known]
    if len(kept) < len(seen):
        kinds = sorted({PurePosixPath(name).suffix.lower() or "no ending" for name in seen}.difference(known))
        told = "%s: passed over files of other kinds (%d: %s)"
        logger.warning(told, place, len(seen) - len(kept), ", ".join(kinds))
    return kept


def _bounded(stream: BinaryIO, packed: Callable[[], int], place: str) -> io.BufferedReader:
    return cast(io.BufferedReader, io.BufferedReader(Swelling(stream, packed, place)))


def _seekable(entry: Entry) -> io.BufferedReader:
    """The stream itself, or its content where it lies within another archive."""
    if entry.stream.seekable():
        return entry.stream
    data = entry.stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        fault = f"an archive of more than {LARGEST_DOCUMENT // 2**20} MiB lies within another one"
        raise ArticleError(entry.place, fault, "Unpack the outer one")
    return io.BufferedReader(io.BytesIO(data))
