"""Between records and plain rows: a dictionary of the column names for each record, and back with a check."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import ClaimsError
from pipeline.records.claim import CLAIM_FIELDS, Claim
from pipeline.records.entity import Entity

Record = Claim | Entity
Row = dict[str, Any]


def rows_of(records: Iterable[Record], columns: Iterable[str]) -> list[Row]:
    """Make a row of each record.

    Args:
        records: Claims, or entities.
        columns: Names of their fields, at least two.

    Returns:
        A dictionary a record with the columns in their order.
    """
    names = tuple(columns)
    values = attrgetter(*names)
    return [dict(zip(names, values(record), strict=True)) for record in records]


def claim_from_row(row: Mapping[str, Any], place: str) -> Claim:
    """Make a claim of a row that was read from a file or a table.

    Numbers, booleans and dates may be written out as strings, as CSV has them; columns that a claim does not
    have are left alone.

    Args:
        row: The columns; a column whose value is None counts as missing.
        place: Where the row stands, for the message.

    Returns:
        The claim.

    Raises:
        ClaimsError: A column is missing, or its value is not of its kind.
    """
    given = {name: row[name] for name in CLAIM_FIELDS if row.get(name) is not None}
    try:
        claim = _claim_adapter().validate_python(given)
    except ValidationError as error:
        raise ClaimsError(place, *_fault_and_cure(error)) from None
    return claim


@cache
def _claim_adapter() -> TypeAdapter[Claim]:
    return TypeAdapter(Claim)


def _fault_and_cure(error: ValidationError) -> tuple[str, str]:
    first = error.errors(include_url=False)[0]
    column = first["loc"][0] if first["loc"] else "row"
    if first["type"] == "missing":
        return f"the column {column!r} is missing", "Give a table of claims as kennzahl extract writes it"
    value = str(first["input"])[:40]
    return f"the {column} {value!r} does not fit: {first['msg']}", "Correct or remove the row"
