"""`kennzahl validate`: claims in, claims with verdicts out."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import counted, say


def validate(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims as kennzahl extract writes them.")],
    figures: Annotated[Path, typer.Option(metavar="FILE", help="Known figures (CSV or Parquet).")],
    output: Annotated[
        str, typer.Option("-o", metavar="OUT", help="File for the claims with their verdicts, or - .")
    ],
) -> None:
    """Hold claims against known figures."""
    from pipeline.running.validation import validate_file

    verdicts = validate_file(claims, figures, output)
    tell_verdicts(verdicts)


def tell_verdicts(verdicts: Counter[str]) -> None:
    """Say on standard error how many claims got which verdict."""
    each = ", ".join(f"{count:,} {verdict}" for verdict, count in verdicts.most_common())
    say(f"{counted(verdicts.total(), 'claim')}: {each or 'no verdict'}")
