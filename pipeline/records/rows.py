"""Between records and plain rows: a dictionary of the column names for each record, and back with a check."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import ClaimsError
from pipeline.records.claim import CLAIM_FIELDS, Claim
from pipeline.records.document import Document
from pipeline.records.entity import Entity
from pipeline.records.inconsistency import Inconsistency

Record = Claim | Entity | Document | Inconsistency
Row = dict[str, Any]
_Read = TypeVar("_Read", Claim, Document)


def rows_of(records: Iterable[Record], columns: Iterable[str]) -> list[Row]:
    """Make a row of each record.

    Args:
        records: Claims, entities, findings or documents.
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
    return _record(given, _claim_adapter(), place, "claims as kennzahl extract writes it")


def document_from_row(row: Mapping[str, Any], place: str) -> Document:
    """Make a document of a row that was read from a file, as `claim_from_row` does a claim.

    Args:
        row: The columns; all but `doc_id` and `text` may be missing.
        place: Where the row stands, for the message.

    Returns:
        The document.

    Raises:
        ClaimsError: A column is missing, or its value is not of its kind.
    """
    optional = {name: row.get(name) for name in ("date", "source", "title", "url", "duplicate_of")}
    needed = {name: row[name] for name in ("doc_id", "text") if row.get(name) is not None}
    given = optional | needed | {"claims": row.get("claims") or 0}
    return _record(given, _document_adapter(), place, "articles as kennzahl extract --articles writes it")


def _record(given: Mapping[str, Any], adapter: TypeAdapter[_Read], place: str, table: str) -> _Read:
    try:
        return adapter.validate_python(given)
    except ValidationError as error:
        raise ClaimsError(place, *_fault_and_cure(error, table)) from None


@cache
def _claim_adapter() -> TypeAdapter[Claim]:
    return TypeAdapter(Claim)


@cache
def _document_adapter() -> TypeAdapter[Document]:
    return TypeAdapter(Document)


def _fault_and_cure(error: ValidationError, table: str) -> tuple[str, str]:
    first = error.errors(include_url=False)[0]
    column = first["loc"][0] if first["loc"] else "row"
    if first["type"] == "missing":
        return f"the column {column!r} is missing", f"Give a table of {table}"
    value = str(first["input"])[:40]
    return f"the {column} {value!r} does not fit: {first['msg']}", "Correct or remove the row"
