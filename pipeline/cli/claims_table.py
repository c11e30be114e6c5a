"""Claims as a table that a person reads in a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from pipeline.records.claim import Claim


def table_of(claims: "Sequence[Claim]", title: str | None = None) -> "Table":
    """Put claims into a table for a terminal.

    Args:
        claims: The claims; with verdicts, the known value and the verdict are shown too.
        title: What stands above it.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from pipeline.report.values import readable_known, readable_value

    checked = any(claim.verdict for claim in claims)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("article", overflow="fold")
    table.add_column("company", overflow="fold")
    table.add_column("measured", no_wrap=True)
    table.add_column("period", overflow="fold")
    table.add_column("told", justify="right", overflow="fold")
    if checked:
        table.add_column("known", justify="right", overflow="fold")
        table.add_column("verdict", no_wrap=True)
    for claim in claims:
        measured = f"{claim.metric} change" if claim.kind == "change" else claim.metric
        status = "" if claim.status == "reported" else f" {claim.status}"
        period = f"{claim.period or ''}{status}"
        cells = [claim.doc_id, claim.company or "", measured, period, readable_value(claim)]
        if checked:
            cells += [readable_known(claim), claim.verdict or ""]
        table.add_row(*map(Text, cells))
    return table
