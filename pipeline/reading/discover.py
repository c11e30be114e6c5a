"""From what the user names to articles: files, folders in sorted order at any depth, and standard input."""

import logging
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import cast

from pipeline.errors import ArticleError, UsageError
from pipeline.reading.article import Article, Reject
from pipeline.reading.dates import day_of_name
from pipeline.reading.encoding import article_without_surrogates
from pipeline.reading.entry import Entry
from pipeline.reading.formats import ENDINGS, KNOWN, ending_of, read_entry
from pipeline.reading.meter import Meter
from pipeline.reading.mojibake import mend_article
from pipeline.reading.taken import Taken

logger = logging.getLogger(__name__)

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, and the name from which its documents take theirs."""

    path: Path
    doc_id: str


def read_articles(
    inputs: Sequence[str | Path],
    default_date: date | None = None,
    leave_out: Collection[Path] = (),
    *,
    mend: bool = False,
    meter: Meter | None = None,
) -> Iterator[Article | Reject]:
    """Read all articles that the inputs hold, each file when its turn comes.

    Args:
        inputs: Files, folders (read in sorted order, at any depth), or `-` for standard input, which is taken
            for what it begins like: JSON Lines, a page, an archive, else one article.
        default_date: Day of publication of articles that tell none themselves.
        leave_out: Files and folders that are not to be read, such as the run's own output.
        mend: Undo a wrong decoding (`GeschÃ¤ft`) of the text.
        meter: Counts along how much has been read.

    Yields:
        Articles and rejects in the order of the inputs. Every article has an id that is unique in the run.

    Raises:
        UsageError: An input does not exist.
    """
    if STANDARD_INPUT in map(str, inputs) and len(inputs) > 1:
        raise UsageError("Standard input (-) cannot be mixed with files: give one or the other")
    if [str(name) for name in inputs] == [STANDARD_INPUT]:
        found = _read_standard_input()
    else:
        sources = find_sources([Path(name) for name in inputs], leave_out)
        found = _read_sources(sources, meter or Meter())
    if mend:
        found = (_mended(item) for item in found)
    return finish(found, default_date)


def find_sources(inputs: Sequence[Path], leave_out: Collection[Path] = ()) -> list[Source]:
    """List the files that files and folders name, each once.

    A document is named by its path below the folder that all inputs share, so that `a/news.txt b/news.txt` do
    not get in each other's way and the name does not depend on where that folder lies.

    Args:
        inputs: Files and folders.
        leave_out: Files and folders that are not to be read.

    Returns:
        The files in the order of the inputs, those of a folder sorted by path.

    Raises:
        UsageError: An input does not exist.
    """
    missing = next((path for path in inputs if not path.exists()), None)
    if missing is not None:
        raise UsageError(f"There is no file or folder {str(missing)!r}: correct the name")
    tops = [path.absolute() if path.is_dir() else path.absolute().parent for path in inputs]
    shared = Path(os.path.commonpath(tops)) if tops else Path()
    seen = {path.resolve() for path in leave_out}
    sources = []
    for top in inputs:
        for path in _walk(top) if top.is_dir() else [top]:
            resolved = path.resolve()
            if seen.isdisjoint((resolved, *resolved.parents)):
                seen.add(resolved)
                sources.append(Source(path, _printable(path.absolute().relative_to(shared))))
    return sources


def _walk(folder: Path) -> list[Path]:
    """List a folder's files of a known kind; hidden files do not count, others are told."""
    paths = []
    passed_over: Counter[str] = Counter()
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            if path.suffix.lower() in KNOWN:
                paths.append(path)
            else:
                passed_over[path.suffix.lower() or "no ending"] += 1
    if passed_over:
        kinds = ", ".join(sorted(passed_over))
        count = passed_over.total()
        told = "%s: %d files of other kinds passed over (%s); %s are read"
        logger.warning(told, folder, count, kinds, ENDINGS)
    return sorted(paths, key=lambda path: path.relative_to(folder).parts)


def _printable(path: Path) -> str:
    """Write a path so that a record can hold it; a name in another encoding has bytes that are no UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _read_sources(sources: Sequence[Source], meter: Meter) -> Iterator[Article | Reject]:
    meter.total = sum(_size(source.path) for source in sources)
    for source in sources:
        yield from _read_source(source, meter)
        meter.end(_size(source.path))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _mended(item: Article | Reject) -> Article | Reject:
    return mend_article(item) if isinstance(item, Article) else item


def _read_source(source: Source, meter: Meter) -> Iterator[Article | Reject]:
    place = _printable(source.path)
    try:
        day = day_of_name(source.path.name, place)
        with source.path.open("rb") as stream:
            meter.begin(stream)
            yield from read_entry(
                Entry(stream, _printable(Path(source.path.name)), place, source.doc_id, day)
            )
    except ArticleError as error:
        yield Reject(error.place, error.fault, error.cure)
    except OSError as error:
        fault = f"the file cannot be read: {error.strerror or error}"
        yield Reject(place, fault, "Check that it is there and that you may read it")


def _read_standard_input() -> Iterator[Article | Reject]:
    stream = cast(BufferedReader, BufferedReader(cast(RawIOBase, sys.stdin.buffer)))
    try:
        name = f"stdin{ending_of(stream.peek())}"
        yield from read_entry(Entry(stream, name, "standard input", "stdin"))
    except ArticleError as error:
        yield Reject(error.place, error.fault, error.cure)
    finally:
        stream.detach()


def finish(found: Iterable[Article | Reject], default_date: date | None = None) -> Iterator[Article | Reject]:
    """Put in the default date and refuse an id for the second time.

    A second article under a used id is rejected, not renamed: nobody could tell afterwards to which of the
    two a claim of that id belongs, and an invented id is not found in the user's own archive.

    Args:
        found: Articles and rejects of a run.
        default_date: Day of publication of articles that tell none.

    Yields:
        The same in the same order, every article with an id of its own.
    """
    ids = Taken()
    for item in found:
        if isinstance(item, Reject):
            yield item
        elif not ids.take(item.id):
            fault = f"the doc_id {item.id!r} is taken by an article before it"
            yield Reject(item.source or item.id, fault, "Give every article an id of its own, or none")
        else:
            whole = article_without_surrogates(item)
            yield replace(whole, date=default_date) if whole.date is None and default_date else whole
