"""One run from inputs to outputs: reads, extracts, holds against known figures, writes, counts."""

import datetime
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.output.files import STANDARD_OUTPUT, check_output, open_output
from pipeline.output.table import CLAIMS, DOCUMENTS, ENTITIES, FINDINGS, Table, Write
from pipeline.reading.article import Article
from pipeline.reading.discover import STANDARD_INPUT, read_articles
from pipeline.reading.duplicates import Treatment, treat_duplicates
from pipeline.reading.meter import Meter
from pipeline.records.document import Document
from pipeline.running.batch import extractor
from pipeline.running.manifest import is_made_with, manifest_path, settings_of, write_manifest
from pipeline.running.outcome import Extracted, Item, Outcome, Summary
from pipeline.running.parts import Follower, Parts, cut_parts
from pipeline.running.pool import Load, extract_all
from pipeline.running.progress import progress
from pipeline.running.rejects import collect_rejects
from pipeline.running.validation import find_inconsistencies


@dataclass(frozen=True)
class Run:
    """What a run is to do.

    Attributes:
        inputs: Files, folders, or `-` for standard input.
        output: File for the claims, or `-` for standard output.
        entities: File for the entities, or None.
        figures: Table of known figures for verdicts, or None.
        model: Name of a spaCy pipeline, None for the built-in one.
        workers: Number of processes.
        date: Day of publication of articles that tell none.
        rejects: File for what could not be read, or None.
        articles: File for the articles themselves, or None.
        duplicates: Whether near copies are to be marked or dropped, or None where they are not looked for.
        mend: Undo a wrong decoding (`GeschÃ¤ft`) in the text.
        resume: Go on from the finished parts of an earlier run.
        log_json: Tell the progress as JSON Lines.
        findings: File for figures of a text that cannot all be right, or None.
    """

    inputs: Sequence[str]
    output: str
    entities: str | None = None
    figures: Path | None = None
    model: str | None = None
    workers: int = 1
    date: datetime.date | None = None
    rejects: Path | None = None
    articles: str | None = None
    duplicates: Treatment | None = None
    mend: bool = False
    resume: bool = False
    log_json: bool = False
    findings: str | None = None

    def outputs(self) -> list[Path]:
        """List the files that the run writes, its manifest left out."""
        names = (self.output, self.entities, self.articles, self.findings, self.rejects)
        return [Path(name) for name in names if name is not None and name != STANDARD_OUTPUT]

    def parts_folder(self) -> Path:
        """Where the finished parts of the run lie until all are done."""
        return Path(f"{self.output}.parts")


def is_complete(run: Run) -> bool:
    """Tell whether a run has nothing left to do: an output is there whole or not at all.

    Args:
        run: What is to be done.

    Returns:
        True where every file that the run would write exists, made with the same versions and settings.

    Raises:
        UsageError: Something goes to standard output, which cannot be resumed.
        ModelError: The model is not installed.
    """
    if STANDARD_OUTPUT in (run.output, run.entities, run.articles, run.findings):
        raise UsageError("Standard output cannot be resumed: leave out --resume or give a file to -o")
    return (
        all(path.is_file() for path in run.outputs())
        and is_made_with(Path(run.output), settings_of(run.model, run.figures))
        and not run.parts_folder().exists()
    )


def run_extraction(run: Run, load: Load | None = None) -> Summary:
    """Carry out a run.

    Args:
        run: What to do.
        load: Loads the extraction, where it is not to be that of `run.model` and `run.figures`.

    Returns:
        The counts, and the rejects. Where no article could be done the outputs stay as they were.

    Raises:
        UsageError: The run cannot be: an input does not exist, an output has an unknown ending.
        FiguresError: The table of known figures cannot be used.
        ModelError: The language model cannot be loaded.
    """
    _check(run)
    load = load or partial(extractor, run.model, run.figures, run.entities is not None)
    parts = _open_parts(run)
    with collect_rejects(run.rejects) as rejects:
        summary = Summary(rejects=rejects)
        with suppress(_NothingDoneError), ExitStack() as opened:
            write = _open_outputs(run, summary, opened)
            meter = Meter()
            show = opened.enter_context(progress(meter, as_json=run.log_json))
            outcomes = _outcomes(_items(run, meter), load, run.workers, parts)
            opened.enter_context(closing(outcomes))
            for item, outcome in outcomes:
                write(item, outcome)
                summary.add(item, outcome)
                show(summary)
            if not summary.articles:
                raise _NothingDoneError
    if parts is not None:
        if summary.articles:
            write_manifest(Path(run.output), settings_of(run.model, run.figures), summary, parts.summaries)
        parts.discard()
    return summary


class _NothingDoneError(Exception):
    """Closes the outputs without putting them in place."""


def _items(run: Run, meter: Meter) -> Iterator[Item]:
    leave_out = [*run.outputs(), manifest_path(Path(run.output)), run.parts_folder()]
    articles = read_articles(run.inputs, run.date, leave_out=leave_out, mend=run.mend, meter=meter)
    return articles if run.duplicates is None else treat_duplicates(articles, run.duplicates)


def _outcomes(
    items: Iterator[Item], load: Load, workers: int, parts: Parts | None
) -> Generator[tuple[Item, Outcome]]:
    """Pair each item with its outcome, from the parts that are done or by extracting."""
    cut = cut_parts(items)
    for part in cut if parts is not None else ():
        done = parts.outcomes(part) if parts is not None else None
        if done is None:
            # The parts are finished in their order: where one is missing, so are those after it.
            cut = chain([part], cut)
            break
        yield from zip(part, done, strict=True)
    follower = Follower(cut)
    with closing(extract_all(follower.items(), load, workers)) as outcomes:
        for item, outcome, ended in follower.follow(outcomes):
            yield item, outcome
            if ended is not None and parts is not None:
                parts.save(*ended)


def _open_parts(run: Run) -> Parts | None:
    if run.output == STANDARD_OUTPUT:
        return None
    wanted = {"entities": run.entities is not None}  # parts of a run without them hold none
    parts = Parts(run.parts_folder(), settings_of(run.model, run.figures) | wanted)
    if not run.resume:
        parts.discard()
    return parts


def _open_outputs(run: Run, summary: Summary, opened: ExitStack) -> Callable[[Item, Outcome], None]:
    def writer(name: str | None, table: Table) -> Write | None:
        return opened.enter_context(open_output(name, table)) if name is not None else None

    claims, entities, documents, findings = (
        writer(run.output, CLAIMS),
        writer(run.entities, ENTITIES),
        writer(run.articles, DOCUMENTS),
        writer(run.findings, FINDINGS),
    )

    def write(item: Item, outcome: Outcome) -> None:
        if not isinstance(outcome, Extracted) or not isinstance(item, Article):
            return
        if claims is not None:
            claims(outcome.claims)
        if entities is not None:
            entities(outcome.entities)
        if documents is not None:
            documents([_document(item, outcome)])
        if findings is not None:
            found = find_inconsistencies(outcome.claims)
            findings(found)
            summary.findings += len(found)

    return write


def _document(article: Article, outcome: Extracted) -> Document:
    return Document(
        article.id,
        article.date,
        article.source,
        article.title,
        article.url,
        article.duplicate_of,
        len(outcome.claims),
        article.text,
    )


def _check(run: Run) -> None:
    """Refuse what cannot be before anything is read or written."""
    targets = [name for name in (run.output, run.entities, run.articles, run.findings) if name is not None]
    for target in targets:
        check_output(target)
    if run.workers < 1:
        raise UsageError(f"{run.workers} workers cannot work: give --workers 1 or more")
    if str(run.rejects) == STANDARD_OUTPUT:
        raise UsageError("Rejects go to a file only: give --rejects a name")
    outputs = [path.resolve() for path in run.outputs()]
    if len(set(outputs)) < len(outputs) or targets.count(STANDARD_OUTPUT) > 1:
        raise UsageError("Two outputs have the same name: give each a file of its own")
    read = {Path(name).resolve() for name in run.inputs if name != STANDARD_INPUT}
    if run.figures is not None:
        read.add(run.figures.resolve())
    for path in outputs:
        if path in read:
            raise UsageError(f"The output {str(path)!r} is an input too: give it another name")
