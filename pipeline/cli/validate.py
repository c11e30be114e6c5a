"""`kennzahl validate`: claims in, claims with verdicts out, and what in a text speaks against itself."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import counted, say
from pipeline.errors import UsageError


def validate(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims as kennzahl extract writes them.")],
    figures: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Known figures (CSV, Parquet or DuckDB).")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", metavar="OUT", help="File for the claims with their verdicts, or - .")
    ] = None,
    findings: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="File for figures of one article that cannot all be right, or - ."),
    ] = None,
) -> None:
    """Hold claims against known figures, against each other, or both."""
    if (figures is None) != (output is None):
        raise UsageError("--figures FILE and -o OUT go together: known figures, and where the verdicts go")
    if figures is None and findings is None:
        raise UsageError("Give known figures with --figures FILE -o OUT, or --findings FILE, or both")
    if findings is not None and findings == output:
        raise UsageError("Verdicts and findings have the same name: give each a file of its own")
    from pipeline.running.validation import find_in_file, validate_file

    # The findings first: the verdicts may go where the claims came from.
    found = find_in_file(claims, findings) if findings is not None else None
    if figures is not None and output is not None:
        tell_verdicts(validate_file(claims, figures, output))
    if found is not None:
        say(f"{counted(found, 'finding')} of texts against themselves in {findings}")


def tell_verdicts(verdicts: Counter[str]) -> None:
    """Say on standard error how many claims got which verdict."""
    each = ", ".join(f"{count:,} {verdict}" for verdict, count in verdicts.most_common())
    say(f"{counted(verdicts.total(), 'claim')}: {each or 'no verdict'}")
