"""What a writer has to know of the table that it writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pyarrow as pa

from pipeline.records.rows import Record, rows_of
from pipeline.records.schema import CLAIM_SCHEMA, DOCUMENT_SCHEMA, ENTITY_SCHEMA, INCONSISTENCY_SCHEMA

Write = Callable[[Sequence[Record]], None]
"""Appends records to an open file."""


@dataclass(frozen=True)
class Table:
    """A kind of record as a table.

    Attributes:
        name: Name of the table in a database.
        schema: Its columns.
    """

    name: str
    schema: pa.Schema

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns in their order."""
        return tuple(self.schema.names)

    def batch(self, records: Sequence[Record]) -> pa.RecordBatch:
        """Put records into Arrow columns."""
        return pa.RecordBatch.from_pylist(rows_of(records, self.columns), schema=self.schema)


CLAIMS = Table("claims", CLAIM_SCHEMA)
ENTITIES = Table("entities", ENTITY_SCHEMA)
FINDINGS = Table("findings", INCONSISTENCY_SCHEMA)
DOCUMENTS = Table("articles", DOCUMENT_SCHEMA)
