"""What is wrong is named with its sentence, what was expected and what was found."""

from collections.abc import Callable

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.matching import MatchedDocument, match_documents
from pipeline.evaluation.misses import Fault, list_faults
from pipeline.evaluation.table import faults_as_text
from pipeline.records.claim import Claim

TEXT = (
    "Gerresheimer hat zum 30. November 2023 rund 2,0 Mrd. Euro umgesetzt. "
    "Der Gewinn fiel auf 116 Mio. Euro.\n"
    "Die Dividende bleibt bei 1,25 Euro."
)


@pytest.fixture
def matched(
    annotate: Callable[..., GoldDocument], predict: Callable[..., Claim]
) -> tuple[MatchedDocument, ...]:
    """Revenue in the wrong period and without hedge, profit missed, a day taken for a number of pieces."""
    document = annotate(
        "a",
        TEXT,
        ("2,0 Mrd. Euro", {"metric": "revenue", "low": 2e9, "period": "2023", "qualifier": "about"}),
        (
            "116 Mio. Euro",
            {"metric": "net_income", "low": 1.16e8, "period": "2023", "company": "Gerresheimer"},
        ),
        ("1,25 Euro", {"metric": "dividend", "low": 1.25, "status": "forecast"}),
    )
    revenue, _, dividend = document.claims
    day = {
        "start": 21,
        "end": 24,
        "text": "30.",
        "low": 30.0,
        "high": 30.0,
        "metric": "other",
        "unit": "count",
    }
    claims = [
        predict(document, revenue, period="2022", qualifier="exact"),
        predict(document, dividend),
        predict(document, dividend, status="reported", **day),
    ]
    return match_documents([document], {"a": claims})


def test_every_fault_is_listed_in_the_order_of_the_text(matched: tuple[MatchedDocument, ...]) -> None:
    first = "Gerresheimer hat zum 30. November 2023 rund 2,0 Mrd. Euro umgesetzt."
    second = "Der Gewinn fiel auf 116 Mio. Euro."
    expected = "net_income level 116000000 EUR Gerresheimer 2023"
    assert list_faults(matched) == [
        Fault("false", "detection", "a", 21, "30.", first, None, "other level 30 count"),
        Fault("wrong", "period", "a", 44, "2,0 Mrd. Euro", first, "2023", "2022"),
        Fault("wrong", "qualifier", "a", 44, "2,0 Mrd. Euro", first, "about", "exact"),
        Fault("missed", "detection", "a", 89, "116 Mio. Euro", second, expected, None),
    ]


@pytest.mark.parametrize(
    ("field", "kinds"), [("period", ["wrong"]), ("detection", ["false", "missed"]), ("company", [])]
)
def test_one_field_can_be_looked_at_alone(
    matched: tuple[MatchedDocument, ...], field: str, kinds: list[str]
) -> None:
    faults = list_faults(matched, field)
    assert [fault.kind for fault in faults] == kinds
    assert {fault.field for fault in faults} <= {field}


def test_an_unknown_field_is_refused(matched: tuple[MatchedDocument, ...]) -> None:
    with pytest.raises(UsageError, match=r"no field 'colour'\. Use one of detection, metric"):
        list_faults(matched, "colour")


def test_the_test_split_is_not_looked_into(
    annotate: Callable[..., GoldDocument], predict: Callable[..., Claim]
) -> None:
    document = annotate("a", "Es sind 5 Euro.", ("5 Euro", {"metric": "other", "low": 5.0}), split="test")
    assert list_faults(match_documents([document], {})) == []


def test_no_faults_are_said_too() -> None:
    assert faults_as_text([]) == "0 faults outside the test split"


def test_faults_are_grouped_under_their_sentence(matched: tuple[MatchedDocument, ...]) -> None:
    assert faults_as_text(list_faults(matched)) == (
        "4 faults outside the test split: false 1, period 1, qualifier 1, missed 1\n"
        "\n"
        "a: Gerresheimer hat zum 30. November 2023 rund 2,0 Mrd. Euro umgesetzt.\n"
        "  false      30.: other level 30 count\n"
        "  period     2,0 Mrd. Euro: 2023, found 2022\n"
        "  qualifier  2,0 Mrd. Euro: about, found exact\n"
        "\n"
        "a: Der Gewinn fiel auf 116 Mio. Euro.\n"
        "  missed     116 Mio. Euro: net_income level 116000000 EUR Gerresheimer 2023"
    )
