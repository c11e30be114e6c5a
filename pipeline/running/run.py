"""One run from inputs to outputs: reads, extracts, holds against known figures, writes, counts."""

import datetime
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.output.files import STANDARD_OUTPUT, check_output, open_output
from pipeline.output.table import CLAIMS, ENTITIES
from pipeline.reading.article import Reject
from pipeline.reading.discover import STANDARD_INPUT, read_articles
from pipeline.running.batch import extractor
from pipeline.running.pool import Load, extract_all
from pipeline.running.progress import progress
from pipeline.running.rejects import Rejects, collect_rejects


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
    """

    inputs: Sequence[str]
    output: str
    entities: str | None = None
    figures: Path | None = None
    model: str | None = None
    workers: int = 1
    date: datetime.date | None = None
    rejects: Path | None = None

    def outputs(self) -> list[Path]:
        """List the files that the run writes."""
        names = (self.output, self.entities, self.rejects)
        return [Path(name) for name in names if name is not None and name != STANDARD_OUTPUT]


@dataclass
class Summary:
    """What a run came to.

    Attributes:
        articles: Articles done.
        claims: Claims written.
        entities: Entities found.
        rejects: What could not be read.
    """

    articles: int
    claims: int
    entities: int
    rejects: Rejects


def is_complete(run: Run) -> bool:
    """Tell whether a run has nothing left to do: an output is there whole or not at all.

    Args:
        run: What is to be done.

    Returns:
        True where every file that the run would write exists.

    Raises:
        UsageError: The claims go to standard output, which cannot be resumed.
    """
    if STANDARD_OUTPUT in (run.output, run.entities):
        raise UsageError("Standard output cannot be resumed: leave out --resume or give a file to -o")
    return all(path.is_file() for path in run.outputs())


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
    items = read_articles(run.inputs, run.date, leave_out=run.outputs())
    results = extract_all(items, load or partial(extractor, run.model, run.figures), run.workers)
    with collect_rejects(run.rejects) as rejects:
        summary = Summary(0, 0, 0, rejects)
        with suppress(_NothingDoneError), ExitStack() as outputs:
            write_claims = outputs.enter_context(open_output(run.output, CLAIMS))
            write_entities = (
                outputs.enter_context(open_output(run.entities, ENTITIES))
                if run.entities is not None
                else None
            )
            show = outputs.enter_context(progress())
            outputs.enter_context(closing(results))
            for result in results:
                if isinstance(result, Reject):
                    rejects.add(result)
                else:
                    write_claims(result.claims)
                    if write_entities is not None:
                        write_entities(result.entities)
                    summary.articles += 1
                    summary.claims += len(result.claims)
                    summary.entities += len(result.entities)
                show(summary.articles, summary.claims, rejects.count)
            if not summary.articles:
                raise _NothingDoneError
    return summary


class _NothingDoneError(Exception):
    """Closes the outputs without putting them in place."""


def _check(run: Run) -> None:
    """Refuse what cannot be before anything is read or written."""
    check_output(run.output)
    if run.entities is not None:
        check_output(run.entities)
    if run.workers < 1:
        raise UsageError(f"{run.workers} workers cannot work: give --workers 1 or more")
    if str(run.rejects) == STANDARD_OUTPUT:
        raise UsageError("Rejects go to a file only: give --rejects a name")
    outputs = [path.resolve() for path in run.outputs()]
    if len(set(outputs)) < len(outputs) or run.output == run.entities:
        raise UsageError("Two outputs have the same name: give each a file of its own")
    read = {Path(name).resolve() for name in run.inputs if name != STANDARD_INPUT}
    if run.figures is not None:
        read.add(run.figures.resolve())
    for path in outputs:
        if path in read:
            raise UsageError(f"The output {str(path)!r} is an input too: give it another name")
