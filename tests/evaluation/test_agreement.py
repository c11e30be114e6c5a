"""Which fields of a pair agree, in the words of the claim record's guide."""

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.evaluation.agreement import (
    CORE_FIELDS,
    FIELDS,
    FULL_FIELDS,
    right_fields,
    same_company,
    same_magnitude,
)
from pipeline.evaluation.gold import GoldDocument
from pipeline.records.claim import Claim

Annotate = Callable[..., GoldDocument]
Predict = Callable[..., Claim]


@pytest.fixture
def document(annotate: Annotate) -> GoldDocument:
    """A gold claim with every field set."""
    return annotate(
        "a",
        "Bereinigt verlor die Sparte Cloud der SAP SE im Schnitt 5 bis 7 Millionen Euro.",
        (
            "5 bis 7 Millionen Euro",
            {
                "metric": "net_income", "low": -7e6, "high": -5e6, "company": "SAP SE", "segment": "Cloud",
                "adjusted": True, "period": "2020-Q1", "fiscal": True, "reference": "2019-Q1",
            },
        ),
    )  # fmt: skip


def test_the_levels_of_being_right_are_those_of_the_guide() -> None:
    assert CORE_FIELDS == ("metric", "kind", "unit", "value")
    assert set(FULL_FIELDS) - set(CORE_FIELDS) == {"company", "period", "status", "qualifier"}


def test_a_faultless_prediction_has_all_fields_right(document: GoldDocument, predict: Predict) -> None:
    (gold,) = document.claims
    assert right_fields(predict(document, gold), gold) == frozenset(FIELDS)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"metric": "ebit"}, {"metric"}),
        ({"kind": "change"}, {"kind"}),
        ({"unit": "USD"}, {"unit"}),
        ({"low": 5e6, "high": 7e6}, {"value"}),
        ({"low": -7.04e6}, {"value"}),
        ({"low": -7.03e6}, set()),
        ({"high": -5.03e6}, {"value"}),
        ({"company": "Salesforce"}, {"company"}),
        ({"company": None}, {"company"}),
        ({"period": "2020"}, {"period"}),
        ({"status": "forecast"}, {"status"}),
        ({"qualifier": "about"}, {"qualifier"}),
        ({"segment": "cloud "}, set()),
        ({"segment": "Cloud, Europa"}, {"segment"}),
        ({"adjusted": False}, {"adjusted"}),
        ({"fiscal": False}, {"fiscal"}),
        ({"reference": "prior_year"}, {"reference"}),
        ({"start": 57}, {"span"}),
    ],
)
def test_each_fault_is_seen_in_its_field_alone(
    document: GoldDocument, predict: Predict, changes: dict[str, Any], wrong: set[str]
) -> None:
    (gold,) = document.claims
    assert set(FIELDS) - right_fields(predict(document, gold, **changes), gold) == wrong


@pytest.mark.parametrize(
    ("low", "high", "same"),
    [
        (-7e6, -5e6, True),
        (5e6, 7e6, True),
        (5.02e6, 7.03e6, True),
        (5.03e6, 7e6, False),
        (5e6, 5e6, False),
        (5e9, 7e9, False),
    ],
)
def test_a_magnitude_is_the_same_whatever_the_sign(
    document: GoldDocument, predict: Predict, low: float, high: float, same: bool
) -> None:
    (gold,) = document.claims
    assert same_magnitude(predict(document, gold, low=low, high=high), gold) is same


def test_half_a_percent_is_still_inside(annotate: Annotate, predict: Predict) -> None:
    # In binary fractions 0.1005 lies a hair more than half a percent from 0.1.
    document = annotate("a", "Es sind 0,1 Prozent.", ("0,1 Prozent", {"metric": "other", "low": 0.1}))
    (gold,) = document.claims
    inside = predict(document, gold, low=0.1005, high=0.1005)
    outside = predict(document, gold, low=0.1006, high=0.1006)
    assert (same_magnitude(inside, gold), same_magnitude(outside, gold)) == (True, False)


def test_a_gold_zero_agrees_with_zero_alone(annotate: Annotate, predict: Predict) -> None:
    document = annotate("a", "Es sind 0 Euro.", ("0 Euro", {"metric": "other", "low": 0.0}))
    (gold,) = document.claims
    assert same_magnitude(predict(document, gold), gold)
    assert not same_magnitude(predict(document, gold, low=0.001, high=0.001), gold)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("SAP", "SAP SE"),
        ("Zoom", "Zoom Video Communications, Inc."),
        ("BMW Group AG", "BMW AG"),
        ("Merck KGaA", "Merck & Co., Inc."),
        ("Henkel AG & Co. KGaA", "HENKEL"),
        ("Oetker und Co. KG", "Oetker International"),
        ("Enel S.p.A.", "Enel Green Power"),
        ("Total S.A.", "Total SE"),
        ("Münchener  Rück", "münchener rück"),
        (None, " "),
    ],
)
def test_one_company_under_two_names(first: str | None, second: str | None) -> None:
    assert same_company(first, second)
    assert same_company(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Deutsche Bank", "Deutsche Postbank"),
        ("Post", "Postbank AG"),
        ("Siemens Energy", "Siemens Healthineers"),
        ("SAP", None),
        ("Adler AG", "Zeiss AG"),
        ("Bank Deutsche", "Deutsche Bank"),
    ],
)
def test_two_companies(first: str | None, second: str | None) -> None:
    assert not same_company(first, second)
    assert not same_company(second, first)
