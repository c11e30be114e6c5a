"""`kennzahl report`: claims in, one HTML page out."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import counted, say


def report(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims as kennzahl extract writes them.")],
    output: Annotated[Path, typer.Option("-o", metavar="FILE", help="The HTML file to write.")],
) -> None:
    """Write one self-contained HTML page of the claims of a run."""
    from pipeline.output.atomic import written_whole
    from pipeline.output.files import read_claims
    from pipeline.report.page import render_page

    read = list(read_claims(claims))
    with written_whole(output) as path, path.open("w", encoding="utf-8") as stream:
        stream.writelines(render_page(read, f"Claims of {Path(claims).name}"))
    say(f"{counted(len(read), 'claim')} in {output}")
