"""The columns of the tables of claims, entities, findings and documents, as Arrow types."""

import pyarrow as pa

CLAIM_SCHEMA = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("start", pa.int64(), nullable=False),
        pa.field("end", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("sentence", pa.string(), nullable=False),
        pa.field("metric", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("low", pa.float64(), nullable=False),
        pa.field("high", pa.float64(), nullable=False),
        pa.field("precision", pa.float64(), nullable=False),
        pa.field("unit", pa.string(), nullable=False),
        pa.field("qualifier", pa.string(), nullable=False),
        pa.field("company", pa.string()),
        pa.field("company_id", pa.string()),
        pa.field("segment", pa.string()),
        pa.field("adjusted", pa.bool_(), nullable=False),
        pa.field("period", pa.string()),
        pa.field("period_start", pa.date32()),
        pa.field("period_end", pa.date32()),
        pa.field("fiscal", pa.bool_(), nullable=False),
        pa.field("reference", pa.string()),
        pa.field("status", pa.string(), nullable=False),
        pa.field("negated", pa.bool_(), nullable=False),
        pa.field("speaker", pa.string()),
        pa.field("confidence", pa.float64(), nullable=False),
        pa.field("verdict", pa.string()),
        pa.field("verdict_reason", pa.string()),
        pa.field("known_low", pa.float64()),
        pa.field("known_high", pa.float64()),
        pa.field("known_source", pa.string()),
    ]
)
"""A row for each `Claim`, its fields in their order."""

ENTITY_SCHEMA = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("start", pa.int64(), nullable=False),
        pa.field("end", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("label", pa.string(), nullable=False),
        pa.field("name", pa.string(), nullable=False),
        pa.field("entity_id", pa.string()),
    ]
)
"""A row for each `Entity`, its fields in their order."""

INCONSISTENCY_SCHEMA = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("finding", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("start", pa.int64(), nullable=False),
        pa.field("end", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("sentence", pa.string(), nullable=False),
        pa.field("other_start", pa.int64(), nullable=False),
        pa.field("other_end", pa.int64(), nullable=False),
        pa.field("other_text", pa.string(), nullable=False),
        pa.field("other_sentence", pa.string(), nullable=False),
    ]
)
"""A row for each `Inconsistency`, its fields in their order."""

DOCUMENT_SCHEMA = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("date", pa.date32()),
        pa.field("source", pa.string()),
        pa.field("title", pa.string()),
        pa.field("url", pa.string()),
        pa.field("duplicate_of", pa.string()),
        pa.field("claims", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
    ]
)
"""A row for each `Document`, its fields in their order."""
