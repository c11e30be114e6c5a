"""`kennzahl explain`: each claim of a text, and why each field is what it is."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ending import NOTHING_DONE, say

if TYPE_CHECKING:
    from rich.console import RenderableType

    from pipeline.reading.article import Article, Reject
    from pipeline.records.claim import Claim

UNTOLD = ("doc_id", "start", "end", "text", "sentence", "verdict", "verdict_reason")


def explain(
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="A text, a file or folder of articles, or - for standard input."),
    ],
    model: Annotated[
        str | None, typer.Option(metavar="NAME", help="German spaCy pipeline instead of the built-in one.")
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Day of publication."),
    ] = None,
) -> None:
    """Show each claim of a text with the reason for each field."""
    from rich.console import Console
    from rich.text import Text

    from pipeline.flow import explain_text, load
    from pipeline.reading.article import Article, Reject

    items = list(_articles(text, date))
    articles = [item for item in items if isinstance(item, Article)]
    for reject in (item for item in items if isinstance(item, Reject)):
        say(f"{reject.place}: {reject.fault}. {reject.cure}")
    if not articles:
        raise typer.Exit(NOTHING_DONE)
    nlp = load(model)
    console = Console(highlight=False)
    for article in articles:
        if len(articles) > 1:
            console.rule(Text(article.id), characters="=")
        explained = explain_text(nlp, article.text, article.date)
        for renderable in _render(explained):
            console.print(renderable)
        if not explained:
            console.print("The text states no quantity.")


def _articles(text: str, date: datetime | None) -> "Iterable[Article | Reject]":
    from pipeline.api import is_path
    from pipeline.reading.article import Article
    from pipeline.reading.discover import STANDARD_INPUT, finish, read_articles

    day = date.date() if date is not None else None
    if text == STANDARD_INPUT or is_path(text):
        return read_articles([text], day)
    return finish([Article("text", text, day)])


def _render(explained: "list[tuple[Claim, dict[str, str]]]") -> "Iterator[RenderableType]":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from pipeline.records.claim import CLAIM_FIELDS

    for claim, reasons in explained:
        # Text objects, not markup: an article may hold square brackets.
        title = Text(claim.sentence.strip())
        title.highlight_words([claim.text], "bold reverse")
        yield Text.assemble(("\n" + claim.text, "bold"), "  in  ", title)
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
        table.add_column("field", style="dim")
        table.add_column("value")
        table.add_column("because", overflow="fold")
        for field in CLAIM_FIELDS:
            value = getattr(claim, field)
            if field not in UNTOLD and (value is not None or field in reasons):
                table.add_row(field, Text(_shown(value)), Text(reasons.get(field, "")))
        yield table


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.15g}"
    return "" if value is None else str(value)
