"""`kennzahl gold`: what is found as gold to correct, in the form of the tool where it is done, and back."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ending import counted, say
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.reading.article import Article

_FORMS = "gold, prodigy, doccano, label-studio or docbin"


def gold(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Articles, or with --from one file of gold.")
    ],
    output: Annotated[Path, typer.Option("-o", metavar="FILE", help="The file to write.")],
    to: Annotated[str, typer.Option(metavar="FORM", help=f"What to write: {_FORMS}.")] = "gold",
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FORM", help=f"What INPUT is, where it is not articles: {_FORMS}."),
    ] = None,
    date: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day of articles that tell none."),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A German spaCy pipeline instead of the built-in model."),
    ] = None,
) -> None:
    """Write what is found as gold to correct, in the form of an annotation tool, and take it back."""
    from pipeline.evaluation.exchange.correction import predicted
    from pipeline.evaluation.exchange.transfer import FORMS, read_form, write_form
    from pipeline.flow import load
    from pipeline.output.atomic import check_target, written_whole

    for form in filter(None, (source, to)):
        if form not in FORMS:
            raise UsageError(f"There is no form {form!r}: use {_FORMS}")
    if source is not None and len(inputs) != 1:
        raise UsageError("--from takes one file: give them one after the other")
    check_target(output)
    nlp = load(model)
    if source is not None:
        documents = read_form(Path(inputs[0]), source, nlp)
    else:
        documents = predicted(nlp, _articles(inputs, date, output))
    with written_whole(output) as path:
        number = write_form(documents, path, to, nlp)
    say(f"{counted(number, 'document')} in {output}")


def _articles(inputs: list[str], date: datetime | None, output: Path) -> "Iterator[Article]":
    from pipeline.reading.article import Article
    from pipeline.reading.discover import read_articles

    for item in read_articles(inputs, date.date() if date else None, [output]):
        if isinstance(item, Article):
            yield item
        else:
            say(f"kennzahl: {item.place}: {item.fault}. {item.cure}")
