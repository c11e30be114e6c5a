"""Between records and pandas: a row a record, with types fit for filtering and grouping."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from pipeline.records.claim import CLAIM_FIELDS, KINDS, METRICS, QUALIFIERS, STATUSES, VERDICTS, Claim
from pipeline.records.entity import ENTITY_FIELDS, Entity
from pipeline.records.inconsistency import DISAGREEING, INCONSISTENCY_FIELDS, Inconsistency
from pipeline.records.rows import claim_from_row

CATEGORIES = {
    "metric": METRICS,
    "kind": KINDS,
    "qualifier": QUALIFIERS,
    "status": STATUSES,
    "verdict": VERDICTS,
    "label": ("ORG", "PER", "LOC", "MISC"),
    "finding": DISAGREEING,
}
TYPES = {
    "start": "int64",
    "other_start": "int64",
    "other_end": "int64",
    "end": "int64",
    "low": "float64",
    "high": "float64",
    "precision": "float64",
    "adjusted": "bool",
    "period_start": "datetime64[s]",
    "period_end": "datetime64[s]",
    "fiscal": "bool",
    "negated": "bool",
    "confidence": "float64",
    "known_low": "float64",
    "known_high": "float64",
}


def claims_frame(claims: Iterable[Claim]) -> pd.DataFrame:
    """Put claims into a table.

    Args:
        claims: Claims, in the order of the rows to be.

    Returns:
        A row a claim, with the columns of the record in their order: enumerations as categories, strings as
        `string`, days as `datetime64[s]`, missing values as pandas has them for the type.
    """
    return _frame(claims, CLAIM_FIELDS)


def entities_frame(entities: Iterable[Entity]) -> pd.DataFrame:
    """Put entities into a table.

    Args:
        entities: Entities, in the order of the rows to be.

    Returns:
        A row an entity, with the columns of the record in their order.
    """
    return _frame(entities, ENTITY_FIELDS)


def findings_frame(findings: Iterable[Inconsistency]) -> pd.DataFrame:
    """Put findings of texts into a table.

    Args:
        findings: Findings, in the order of the rows to be.

    Returns:
        A row a finding, with the columns of the record in their order.
    """
    return _frame(findings, INCONSISTENCY_FIELDS)


def claims_from_frame(frame: pd.DataFrame) -> list[Claim]:
    """Make claims of the rows of a table, be it from `claims_frame` or read from a file by pandas.

    Args:
        frame: A table with the columns of the record; those with a default may be missing, others may be
            there.

    Returns:
        A claim a row, in their order.

    Raises:
        ClaimsError: A column is missing, or a value is not of its kind; the place counts rows from 0.
    """
    columns = [name for name in CLAIM_FIELDS if name in frame.columns]
    values = [_values(frame[name]) for name in columns]
    return [
        claim_from_row(dict(zip(columns, row, strict=True)), f"row {number} of the table")
        for number, row in enumerate(zip(*values, strict=True))
    ]


def _frame(
    records: Iterable[Claim] | Iterable[Entity] | Iterable[Inconsistency], columns: tuple[str, ...]
) -> pd.DataFrame:
    rows = list(records)
    return pd.DataFrame(
        {name: _column(name, [getattr(row, name) for row in rows]) for name in columns},
        columns=list(columns),
    )


def _column(name: str, values: list[Any]) -> "pd.Series[Any]":
    if name in CATEGORIES:
        return pd.Series(pd.Categorical(values, categories=list(CATEGORIES[name])))
    return pd.Series(values, dtype=TYPES.get(name, "string"))


def _values(column: "pd.Series[Any]") -> list[Any]:
    """List a column's values, None where one is missing."""
    if column.name in TYPES or not pd.api.types.is_numeric_dtype(column):
        return column.astype(object).where(column.notna(), None).tolist()
    # `pandas.read_csv` makes floats of a column of years (`2020`, empty, `2021`).
    return [None if pd.isna(value) else f"{value:.15g}" for value in column]
