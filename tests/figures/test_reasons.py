"""Reasons that a person can read, for what cannot be checked and for headlines without a period."""

from collections.abc import Callable
from typing import Any

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

DAY = "2020-06-02"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"metric": "employees", "value": 500.0, "unit": "count"},
            "Nothing is known of the number of employees of Zoom for 2020-Q1.",
        ),
        (
            {"metric": "share_price", "kind": "change", "value": 6.0, "unit": "percent", "period": DAY},
            "Nothing is known of the change of share price of Zoom for 2020-06-02.",
        ),
        (
            {"metric": "ebit", "value": 5e6, "status": "forecast", "segment": "Telefonie", "adjusted": True},
            'Nothing is known of the outlook for adjusted ebit of Zoom ("Telefonie") for 2020-Q1.',
        ),
        (
            {"value": 5e6, "period": None},
            "The text gives no period, so that it is open which of the known figures of Zoom is meant.",
        ),
        ({"value": 5e6, "company": "Krollmann", "company_id": None}, "No figures are known of Krollmann."),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_is_said_in_a_sentence(
    fields: dict[str, Any], reason: str, check: Callable[..., Claim]
) -> None:
    checked = check(**fields)
    assert (checked.verdict, checked.verdict_reason) == ("unverifiable", reason)


def test_a_headline_without_a_period_confirms_what_the_text_tells_below(known: KnownFigures) -> None:
    headline = claim(value=328e6, period=None)
    body = claim(value=328.2e6, precision=5e4)
    first, second = validate_claims([headline, body], known)
    assert (first.verdict, second.verdict) == ("rounded", "exact")
    assert "told for 2020-Q1 elsewhere in it" in (first.verdict_reason or "")
    assert next(validate_claims([headline], known)).verdict == "unverifiable"
    wrong = claim(value=411e6, period=None)
    assert next(validate_claims([wrong, body], known)).verdict == "unverifiable"
