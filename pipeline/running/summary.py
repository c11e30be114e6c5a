"""Claims with verdicts counted by company or by source, as a table."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.figures.summary import deviation, summarise
from pipeline.output.files import read_documents
from pipeline.records.claim import CLAIM_FIELDS, Claim
from pipeline.records.companies import company_labels
from pipeline.records.document import outlet

if TYPE_CHECKING:
    import pandas as pd

COUNTS = ("documents", "claims", "confirmed", "wrong", "open", "unchecked")


def group_names(claims: Sequence[Claim], by: str, articles: str | Path | None = None) -> list[str | None]:
    """Name the group of each claim.

    Args:
        claims: The claims.
        by: `company`, `source`, or a field of the claim record.
        articles: The articles of the claims, for `source`.

    Returns:
        A name for each claim, None where it belongs to no group.

    Raises:
        UsageError: There is no such field, or the articles are not given.
    """
    if by == "company":
        return company_labels(claims)
    if by == "source":
        if articles is None:
            raise UsageError("Articles tell the sources: give those that kennzahl extract --articles wrote")
        outlets = {document.doc_id: outlet(document) for document in read_documents(str(articles))}
        return [outlets.get(claim.doc_id) for claim in claims]
    if by not in CLAIM_FIELDS:
        raise UsageError(f"Claims have no {by!r}: give company, source, or one of {', '.join(CLAIM_FIELDS)}")
    values = (getattr(claim, by) for claim in claims)
    return [None if value is None else str(value) for value in values]


def summary_frame(claims: Sequence[Claim], by: str, names: Iterable[str | None]) -> "pd.DataFrame":
    """Put the groups of claims into a table.

    Args:
        claims: Claims with verdicts.
        by: What they are grouped by: the name of the first column.
        names: For each claim the name of its group.

    Returns:
        A row a group, as `pipeline.summary` describes it.
    """
    import pandas as pd

    groups = summarise(claims, names)
    worst = [group.worst for group in groups]
    columns: dict[str, pd.Series] = {by: pd.Series([group.name for group in groups], dtype="string")}
    columns |= {name: pd.Series([getattr(group, name) for group in groups], dtype="int64") for name in COUNTS}
    columns["held"] = pd.Series([group.held for group in groups], dtype="float64")
    columns["worst_off"] = pd.Series([claim and deviation(claim) for claim in worst], dtype="float64")
    for name in ("verdict", "doc_id", "text", "verdict_reason"):
        told = [getattr(claim, name) if claim else None for claim in worst]
        columns[f"worst_{name.removeprefix('verdict_')}"] = pd.Series(told, dtype="string")
    return pd.DataFrame(columns)
