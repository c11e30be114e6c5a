"""`kennzahl extract`: news in, claims out."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ending import NOTHING_DONE, counted, say

if TYPE_CHECKING:
    from pipeline.running.rejects import Rejects
    from pipeline.running.run import Summary


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files (.txt, .jsonl), folders, or - for standard input."),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            metavar="OUT",
            help="File for the claims; its ending chooses the format: .jsonl, .csv, .parquet, .sqlite, "
            ".duckdb. JSON Lines on standard output: -",
        ),
    ],
    entities: Annotated[
        str | None, typer.Option(metavar="FILE", help="File for the named entities, in the same formats.")
    ] = None,
    figures: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known figures (CSV or Parquet) to give each claim a verdict."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="German spaCy pipeline instead of the built-in one.")
    ] = None,
    workers: Annotated[int, typer.Option(metavar="N", min=1, help="Number of processes.")] = 1,
    date: Annotated[
        datetime | None,
        typer.Option(
            metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Day of publication of articles that tell none."
        ),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Do nothing where the outputs are there.")] = False,
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON Lines file for what could not be read.")
    ] = None,
) -> None:
    """Extract the claims of news articles.

    JSON Lines have "text" and optionally "doc_id", "date", "title" and "url".
    """
    from pipeline.running.run import Run, is_complete, run_extraction

    day = date.date() if date is not None else None
    run = Run(inputs, output, entities, figures, model, workers, day, rejects)
    if resume and is_complete(run):
        # An output is there whole or not at all, so that its being there says that the run was finished.
        say(f"{output} is complete, nothing is left to do. Remove it to run again")
        return
    summary = run_extraction(run)
    tell_rejects(summary.rejects, rejects)
    if not summary.articles:
        say(f"Nothing could be done: no article could be read from {', '.join(inputs)}")
        raise typer.Exit(NOTHING_DONE)
    tell_done(summary, run.output, run.entities)


def tell_rejects(rejects: "Rejects", file: Path | None) -> None:
    """Name the rejects on standard error, the first of them where there are many."""
    if not rejects.count:
        return
    say(f"{rejects.count:,} rejected:")
    for reject in rejects.first:
        say(f"  {reject.place}: {reject.fault}. {reject.cure}")
    more = rejects.count - len(rejects.first)
    if more:
        where = f"all of them are in {file}" if file is not None else "--rejects FILE writes all of them"
        say(f"  and {more:,} more; {where}")


def tell_done(summary: "Summary", output: str, entities: str | None) -> None:
    """Say on standard error what was written, and where."""
    target = "standard output" if output == "-" else output
    written = f"{counted(summary.claims, 'claim')} to {target}"
    if entities is not None:
        written += f", {counted(summary.entities, 'entity', 'entities')} to {entities}"
    say(f"{counted(summary.articles, 'article')} done: {written}")
