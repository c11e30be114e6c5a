"""`kennzahl summary`: how many claims held, by company or by source, and the worst deviations."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.ending import counted, say
from pipeline.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd
    from rich.table import Table

    from pipeline.records.claim import Claim

GROUPS_SHOWN = 20
WORST_SHOWN = 5


def summary(
    claims: Annotated[str, typer.Argument(metavar="CLAIMS", help="Claims with verdicts.")],
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Group them by company, source, or a column of the claims.")
    ] = "company",
    articles: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Their articles, as kennzahl extract --articles writes them."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", metavar="FILE", help="CSV file for the whole table.")
    ] = None,
) -> None:
    """Count how many claims held, how many could not be checked, and name the worst deviations."""
    if output is not None and output.suffix.lower() != ".csv":
        raise UsageError(f"{output} has no ending that is known here: use .csv")
    from rich.console import Console

    from pipeline.figures.summary import worst
    from pipeline.output.atomic import check_target, written_whole
    from pipeline.output.csv_file import csv_cell
    from pipeline.output.files import read_claims
    from pipeline.running.summary import group_names, summary_frame

    if output is not None:
        check_target(output)
    read = list(read_claims(claims))
    frame = summary_frame(read, by, group_names(read, by, articles))
    if output is not None:
        with written_whole(output) as path:
            frame.map(csv_cell).to_csv(path, index=False)
        say(f"{counted(len(frame), 'group')} in {output}")
    console = Console(highlight=False)
    console.print(_table(frame, by))
    if len(frame) > GROUPS_SHOWN:
        console.print(f"and {len(frame) - GROUPS_SHOWN:,} more; -o FILE writes all of them")
    if furthest := worst(read, WORST_SHOWN):
        console.print(_worst(furthest))


def _table(frame: "pd.DataFrame", by: str) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(by, overflow="fold")
    names = ("claims", "confirmed", "wrong", "open", "unchecked", "held")
    for name in names:
        table.add_column(name, justify="right")
    for row in frame.head(GROUPS_SHOWN).to_dict("records"):
        held = "" if row["held"] != row["held"] else f"{100 * row['held']:.0f} %"
        group = row[by] if isinstance(row[by], str) else "(none)"
        table.add_row(Text(group), *(f"{row[name]:,}" for name in names[:-1]), held)
    return table


def _worst(claims: "list[Claim]") -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from pipeline.figures.summary import deviation
    from pipeline.report.values import readable_known, readable_value

    table = Table(title="Furthest off", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("article", "company", "measured", "told", "known", "off", "verdict"):
        table.add_column(name, overflow="fold")
    for claim in claims:
        off = deviation(claim)
        cells = (
            claim.doc_id,
            claim.company or "",
            f"{claim.metric} {claim.period or ''}".strip(),
            readable_value(claim),
            readable_known(claim),
            "" if off is None else _percent(off),
            claim.verdict or "",
        )
        table.add_row(*map(Text, cells))
    return table


def _percent(share: float) -> str:
    return f"{100 * share:,.0f} %" if share >= 1 else f"{100 * share:.2g} %"
