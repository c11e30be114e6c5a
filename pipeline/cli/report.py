"""`kennzahl report`: claims in, one HTML page out."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ending import counted, say


def report(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims as kennzahl extract writes them.")],
    output: Annotated[Path, typer.Option("-o", metavar="FILE", help="The HTML file to write.")],
    articles: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Their articles, as kennzahl extract --articles writes them."),
    ] = None,
) -> None:
    """Write one self-contained HTML page of the claims of a run."""
    from pipeline.output.atomic import written_whole
    from pipeline.output.files import read_claims, read_documents
    from pipeline.report.page import render_page

    read = list(read_claims(claims))
    documents = read_documents(articles) if articles is not None else ()
    page = render_page(read, f"Claims of {Path(claims).name}", documents)
    with written_whole(output) as path, path.open("w", encoding="utf-8") as stream:
        stream.writelines(page.html)
    say(f"{counted(len(read), 'claim')} in {output}")
    if page.left_out:
        say(f"{counted(page.left_out, 'article')} left out to keep the page small: their sentences are there")
    if page.foreign:
        which = "not having its claims" if page.foreign == 1 else "not having their claims"
        say(
            f"{counted(page.foreign, 'article')} left out, {which} where these say: "
            "give the articles of the same run"
        )
