"""One thing to be read: bytes under a name, as they lie in a file or within an archive."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BufferedReader
from pathlib import PurePosixPath

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.reading.dates import day_of_name
from pipeline.reading.encoding import check_is_text

LARGEST_DOCUMENT = 64 * 2**20
"""Bytes of the largest single document that is read; a file of many documents may have any length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Bytes to be read, and what their surroundings tell about them.

    Attributes:
        stream: The bytes, from their beginning.
        name: Name of the content, whose ending tells its kind (`news.jsonl` also of `news.jsonl.gz`).
        place: Where they lie, for messages and as the source of articles (`archive.zip/2020/zoom.html`).
        doc_id: Name from which their documents take theirs.
        day: Day of publication, where the name tells it.
        charset: Encoding declared outside of the bytes, as by the server that sent a page.
        url: Address under which they were published.
    """

    stream: BufferedReader
    name: str
    place: str
    doc_id: str
    day: date | None = None
    charset: str | None = None
    url: str | None = None

    def inside(self, stream: BufferedReader, name: str) -> "Entry":
        """Make the entry of a file within an archive.

        A name there is only a name: nothing is written under it, so that `../../etc/passwd` leads nowhere.
        """
        name = name.encode("utf-8", "replace").decode()
        place = f"{self.place}/{name}"
        day = day_of_name(PurePosixPath(name).name, place)
        return Entry(stream, name, place, f"{self.doc_id}/{name}", day)

    @property
    def ending(self) -> str:
        """Ending of the name in small letters, with its dot (`.html`); empty without one."""
        return PurePosixPath(self.name).suffix.lower()


Reader = Callable[[Entry], Iterable[Article | Reject]]
"""Reads the articles of an entry one by one; raises ArticleError where none of it can be read."""


def lines_of(entry: Entry) -> Iterator[bytes | None]:
    """Yield the lines of an entry, None for one that is longer than any article is.

    Raises:
        ArticleError: The entry is no text in UTF-8 or another encoding whose line ends are one byte.
    """
    check_is_text(entry.stream.peek(), entry.place)
    while line := entry.stream.readline(LARGEST_DOCUMENT):
        if len(line) < LARGEST_DOCUMENT or line.endswith(b"\n"):
            yield line
            continue
        while (rest := entry.stream.readline(LARGEST_DOCUMENT)) and not rest.endswith(b"\n"):
            pass
        yield None


def read_whole(entry: Entry) -> bytes:
    """Read all bytes of a single document.

    Raises:
        ArticleError: There are more than any article has.
    """
    data = entry.stream.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        fault = f"it has more than {LARGEST_DOCUMENT // 2**20} MiB, which no article has"
        raise ArticleError(
            entry.place, fault, "Cut it into its single articles, as JSON Lines or as a folder"
        )
    return data
