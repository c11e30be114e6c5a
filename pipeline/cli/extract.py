"""`kennzahl extract`: news in, claims out."""

import sys
from contextlib import nullcontext
from datetime import datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ending import NOTHING_DONE, counted, messages_as_json, say
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.running.outcome import Summary
    from pipeline.running.rejects import Rejects
    from pipeline.running.run import Run


SHOWN = 100
"""Claims that a terminal shows where no file is named for them."""


class Duplicates(StrEnum):
    """What is done with near copies."""

    MARK = "mark"
    DROP = "drop"


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files, folders of them, or - for standard input: .txt, .jsonl, .csv, .parquet, .html, "
            ".warc, also within .gz, .zip, .tar.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "-o",
            metavar="OUT",
            help="File for the claims; its ending chooses the format: .jsonl, .csv, .parquet, .sqlite, "
            ".duckdb. JSON Lines on standard output: - . Without it, a table on a terminal.",
        ),
    ] = None,
    entities: Annotated[
        str | None, typer.Option(metavar="FILE", help="File for the named entities, in the same formats.")
    ] = None,
    figures: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Known figures (CSV or Parquet) to give each claim a verdict."),
    ] = None,
    findings: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="File for figures of an article that cannot all be right, in the same formats.",
        ),
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
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a run that was stopped or killed had got to.")
    ] = False,
    rejects: Annotated[
        Path | None, typer.Option(metavar="FILE", help="JSON Lines file for what could not be read.")
    ] = None,
    articles: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="File for the articles that were read, in the same formats."),
    ] = None,
    duplicates: Annotated[
        Duplicates | None,
        typer.Option(help="Look for near copies of an article: mark them in --articles, or drop them."),
    ] = None,
    mend_encoding: Annotated[
        bool, typer.Option("--mend-encoding", help="Undo a wrong decoding of texts (GeschÃ¤ft).")
    ] = False,
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Tell progress and messages as JSON Lines on standard error.")
    ] = False,
    spark: Annotated[
        bool,
        typer.Option(
            "--spark", help="Work on a Spark cluster: Parquet or JSON Lines in, a folder of Parquet out."
        ),
    ] = False,
) -> None:
    """Extract the claims of news articles.

    JSON Lines, CSV and Parquet have "text" and optionally "doc_id", "date", "title" and "url".
    """
    from pipeline.running.run import Run

    if output is None and (spark or resume):
        raise UsageError("--spark and --resume need a file: name it with -o OUT")
    if log_json:
        messages_as_json()
    shown = output is None and sys.stdout.isatty()
    with TemporaryDirectory() if shown else nullcontext() as folder:
        run = Run(
            inputs,
            str(Path(folder) / "claims.jsonl") if folder is not None else output or "-",
            entities=entities,
            figures=figures,
            model=model,
            workers=workers,
            date=date.date() if date is not None else None,
            rejects=rejects,
            articles=articles,
            duplicates=duplicates.value if duplicates is not None else None,
            mend=mend_encoding,
            resume=resume,
            log_json=log_json,
            findings=findings,
        )
        if spark:
            _extract_with_spark(run)
        elif (summary := _extract_here(run)) is not None:
            tell_done(summary, "this terminal" if shown else run.output, entities, findings)
            if shown:
                _show(Path(run.output))


def _extract_here(run: "Run") -> "Summary | None":
    """Work on this machine, and tell what could not be read; None where an earlier run has done it all."""
    from pipeline.running.run import is_complete, run_extraction

    if run.resume and is_complete(run):
        say(f"{run.output} is complete, nothing is left to do. Remove it to run again")
        return None
    try:
        summary = run_extraction(run)
    except KeyboardInterrupt:
        if run.parts_folder().is_dir():
            say("What is finished is kept: the same command with --resume goes on from there")
        raise
    tell_rejects(summary.rejects, run.rejects)
    if not summary.articles:
        say(f"Nothing could be done: no article could be read from {', '.join(run.inputs)}")
        raise typer.Exit(NOTHING_DONE)
    return summary


def _show(file: Path) -> None:
    """Print claims as a table, the first of them where there are many."""
    from rich.console import Console

    from pipeline.cli.claims_table import table_of
    from pipeline.output.files import read_claims

    first = list(islice(read_claims(file), SHOWN + 1))
    Console(highlight=False).print(table_of(first[:SHOWN]))
    if len(first) > SHOWN:
        say(f"These are the first {SHOWN}: -o FILE writes all of them")


def _extract_with_spark(run: "Run") -> None:
    from functools import partial

    from pipeline.running.batch import extractor
    from pipeline.running.spark import extract_with_spark, open_session

    given = {
        "--entities": run.entities,
        "--articles": run.articles,
        "--findings": run.findings,
        "--duplicates": run.duplicates,
        "--date": run.date,
        "--resume": run.resume,
        "--mend-encoding": run.mend,
    }
    if unknown := [option for option, value in given.items() if value]:
        raise UsageError(f"--spark knows no {', '.join(unknown)}: leave it out, or leave out --spark")
    with open_session() as session:
        load = partial(extractor, run.model, run.figures)
        summary = extract_with_spark(session, run.inputs, run.output, load, run.rejects)
    tell_rejects(summary.rejects, run.rejects)
    tell_done(summary, run.output)


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


def tell_done(
    summary: "Summary", output: str, entities: str | None = None, findings: str | None = None
) -> None:
    """Say on standard error what was written, and where."""
    target = "standard output" if output == "-" else output
    written = f"{counted(summary.claims, 'claim')} to {target}"
    if entities is not None:
        written += f", {counted(summary.entities, 'entity', 'entities')} to {entities}"
    if findings is not None:
        written += f", {counted(summary.findings, 'finding')} to {findings}"
    done = counted(summary.articles, "article")
    if summary.duplicates:
        done += f" ({counted(summary.duplicates, 'near copy', 'near copies')} dropped)"
    say(f"{done} done: {written}")
