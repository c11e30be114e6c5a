"""The command `kennzahl`: what it is called with, and with which status it ends.

The modules of the commands load what they need when they are called, so that `--help` answers at once.
"""

from typing import Annotated

import typer

from pipeline.cli.ending import told
from pipeline.cli.evaluate import evaluate
from pipeline.cli.explain import explain
from pipeline.cli.extract import extract
from pipeline.cli.gold import gold
from pipeline.cli.report import report
from pipeline.cli.summary import summary
from pipeline.cli.validate import validate
from pipeline.running.threads import one_thread

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (extract, validate, summary, report, explain, evaluate, gold):
    app.command()(told()(command))


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"kennzahl {version('kennzahl')}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Turn every figure of German business news into a record, and hold it against known figures."""


def run() -> None:
    """Run the command; the console script and `python -m` call this."""
    one_thread()
    app(prog_name="kennzahl")
