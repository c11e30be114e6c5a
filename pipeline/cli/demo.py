"""`make demo`: the main job on the project's own corpus, with a table of what known figures say of it."""

import os
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pipeline.cli.claims_table import table_of
from pipeline.cli.ending import counted, told
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.records.claim import Claim

PROJECT = Path(__file__).parents[2]
CORPUS = PROJECT / "corpus"
OUTPUT = PROJECT / "build" / "demo"
SHOWN_OF_VERDICT = 3
WIDTH_WITHOUT_TERMINAL = 130


def main(corpus: Path = CORPUS, output: Path = OUTPUT) -> None:
    """Extract the corpus, hold it against its known figures, write Parquet and JSON Lines, print a table.

    Args:
        corpus: Folder with `articles/*.jsonl` and `figures/known_figures.csv`.
        output: Folder for `claims.parquet` and `claims.jsonl`.

    Raises:
        UsageError: The corpus is not there.
    """
    from rich.console import Console

    from pipeline.cli.extract import tell_rejects
    from pipeline.output.files import open_output, read_claims
    from pipeline.output.table import CLAIMS
    from pipeline.running.run import Run, run_extraction

    articles = sorted((corpus / "articles").glob("*.jsonl"))
    figures = corpus / "figures" / "known_figures.csv"
    if not articles or not figures.is_file():
        raise UsageError(f"There is no corpus in {corpus}: run this in a clone of the project")
    output.mkdir(parents=True, exist_ok=True)
    parquet, lines = output / "claims.parquet", output / "claims.jsonl"
    summary = run_extraction(Run([str(path) for path in articles], str(parquet), figures=figures))
    tell_rejects(summary.rejects, None)
    claims = list(read_claims(parquet))
    with open_output(str(lines), CLAIMS) as write:
        write(claims)

    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=WIDTH_WITHOUT_TERMINAL)
    console.print(table_of(sample(claims), f"The first {SHOWN_OF_VERDICT} claims of each verdict"))
    counts = Counter(claim.verdict for claim in claims)
    console.print(", ".join(f"{count:,} {verdict}" for verdict, count in counts.most_common()))
    told_counts = f"{counted(len(claims), 'claim')} of {counted(summary.articles, 'article')}"
    console.print(f"{told_counts} in {os.path.relpath(output)}: {parquet.name}, {lines.name}", soft_wrap=True)


def sample(claims: "Iterable[Claim]") -> "list[Claim]":
    """Take the first claims of each verdict, each of another article, in the order of the verdicts."""
    from pipeline.records.claim import VERDICTS

    first: dict[str | None, dict[str, Claim]] = {verdict: {} for verdict in VERDICTS}
    for claim in claims:
        if claim.metric != "other":
            first[claim.verdict].setdefault(claim.doc_id, claim)
    return [claim for chosen in first.values() for claim in islice(chosen.values(), SHOWN_OF_VERDICT)]


@told()
def run() -> None:
    """Run the demonstration and turn its faults into messages."""
    main()


if __name__ == "__main__":
    try:
        run()
    except typer.Exit as end:
        raise SystemExit(end.exit_code) from None
