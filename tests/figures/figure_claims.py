"""Builds claims for the tests of known figures."""

from datetime import date
from typing import Any

from pipeline.records.claim import Claim


def claim(**fields: Any) -> Claim:
    """A claim about Zoom's revenue in the quarter to April 2020, unless a test says otherwise."""
    value = fields.pop("value", None)
    if value is not None:
        fields["low"] = fields["high"] = value
    defaults: dict[str, Any] = {
        "doc_id": "text",
        "start": 0,
        "end": 1,
        "text": "1",
        "sentence": "",
        "metric": "revenue",
        "kind": "level",
        "precision": 500_000.0,
        "unit": "USD",
        "company": "Zoom",
        "company_id": "US98980L1017",
    }
    if "period" not in fields:
        defaults |= {
            "period": "2020-Q1",
            "period_start": date(2020, 2, 1),
            "period_end": date(2020, 4, 30),
            "fiscal": True,
        }
    return Claim(**(defaults | fields))
