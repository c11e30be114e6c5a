"""A text against itself: figures of it that cannot all be right, found without any table."""

from typing import Any

import pytest
from figure_claims import claim
from hypothesis import given
from hypothesis import strategies as st

from pipeline.figures.consistency import Disagreement, find_disagreements
from pipeline.records.claim import Claim


def level(value: float, period: str = "2021", **more: Any) -> Claim:
    """`2,1 Milliarden Euro` of revenue, written with one decimal."""
    return claim(**{"value": value, "precision": 5e7, "unit": "EUR", "period": period, **more})


def change(value: float, unit: str = "percent", **more: Any) -> Claim:
    return claim(
        **{"value": value, "precision": 0.5, "unit": unit, "kind": "change", "period": "2021", **more}
    )


def found(*claims: Claim) -> list[Disagreement]:
    return list(find_disagreements(claims))


def test_a_change_that_its_levels_do_not_have() -> None:
    """Um 8 Prozent auf 2,1 Milliarden Euro, nach 1,2 Milliarden im Vorjahr."""
    claims = (
        level(2.1e9, text="2,1 Milliarden Euro", start=20),
        level(1.2e9, "2020", text="1,2"),
        change(8.0),
    )
    [one] = found(*claims)
    assert one.kind == "change"
    assert {place.low for place in one.claims} == {2.1e9, 1.2e9, 8.0}
    assert one.reason == (
        '2.1 billion EUR revenue for 2021 ("2,1 Milliarden Euro" at 20) after 1.2 billion EUR revenue for '
        '2020 ("1,2" at 0) makes 64 to 87 percent, but the text says 8 percent change of revenue for 2021 '
        '("1" at 0).'
    )


@pytest.mark.parametrize(
    "claims",
    [
        (level(2.1e9), level(1.9e9, "2020"), change(8.0)),  # 2.05 and 1.95 billion round to these
        (level(2.1e9), level(1.2e9, "2019"), change(8.0)),
        (level(2.1e9), level(1.2e9, "2020"), change(8.0, reference="consensus")),
        (level(2.1e9), level(1.2e9, "2020", unit="USD"), change(8.0)),
        (level(2.1e9), level(1.2e9, "2020", segment="Europa"), change(8.0)),
        (level(2.1e9), level(1.2e9, "2020", company="Kesselbau"), change(8.0)),
        (level(2.1e9), level(1.2e9, "2020"), change(8.0, adjusted=True)),
        (level(2.1e9, status="forecast"), level(1.2e9, "2020"), change(8.0)),
        (level(2.1e9), level(1.2e9, "2020", negated=True), change(8.0)),
        (level(-2.1e9), level(-1.2e9, "2020"), change(8.0)),  # a loss: no text agrees on the sign
        (level(2.1e9), level(1.2e9, "2020"), change(1.8, "factor")),
        (level(2.1e9), level(1.2e9, "2020"), change(0.9e9, "EUR", precision=5e7)),
        (level(2.1e9, qualifier="over"), level(1.9e9, "2020"), change(14.0)),
        (level(2.1e9, qualifier="at_least"), level(1.2e9, "2020"), change(8.0)),
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_left_alone(claims: tuple[Claim, ...]) -> None:
    assert found(*claims) == []


@pytest.mark.parametrize("other", [change(3.0, "factor"), change(0.5e9, "EUR", precision=5e7), change(40.0)])
def test_factors_and_differences_are_held_against_the_levels_too(other: Claim) -> None:
    [one] = found(level(2.1e9), level(1.2e9, "2020"), other)
    assert one.kind == "change"


def test_one_figure_told_twice() -> None:
    """2,1 Milliarden in the headline, 2,4 in the body; 2,14 is only told more finely."""
    [one] = found(level(2.1e9, start=10), level(2.4e9, start=400))
    assert (one.kind, [place.start for place in one.claims]) == ("repetition", [10, 400])
    assert found(level(2.1e9), level(2.14e9, precision=5e6)) == []
    assert found(level(2.1e9, qualifier="about"), level(2.14e9, precision=5e6)) == []
    assert found(level(2.1e9, metric="share_price"), level(2.4e9, metric="share_price")) == []


def test_two_series_under_one_metric_are_no_disagreement() -> None:
    """Segmentergebnis and Betriebsergebnis are both an `ebit`, each told of two years."""
    ebit = {"metric": "ebit"}
    assert found(
        level(2.3e9, **ebit), level(2.0e9, **ebit), level(1.5e9, "2020", **ebit), level(1.2e9, "2020", **ebit)
    ) == []  # fmt: skip


def test_parts_of_a_year_that_do_not_make_it_up() -> None:
    halves = level(1.0e9, "2021-H1"), level(1.1e9, "2021-H2")
    assert found(*halves, level(2.1e9)) == []
    [one] = found(*halves, level(2.5e9))
    assert one.kind == "sum"
    assert len(one.claims) == 3
    assert (
        found(*(level(5.0, place.period, metric="margin", unit="percent") for place in halves), level(5.0))
        == []
    )


def test_documents_are_not_held_against_each_other() -> None:
    assert found(level(2.1e9, doc_id="a"), level(2.4e9, doc_id="b")) == []


@given(new=st.floats(1e6, 1e12), old=st.floats(1e6, 1e12), digits=st.integers(2, 5))
def test_correct_roundings_never_disagree(new: float, old: float, digits: int) -> None:
    def rounded(value: float, **more: Any) -> Claim:
        unit = 10.0 ** (len(str(int(abs(value)))) - digits)
        return level(round(value / unit) * unit, precision=unit / 2, **more)

    growth = (new / old - 1) * 100
    told = change(round(growth, 1), precision=0.05)
    assert found(rounded(new), rounded(old, period="2020"), told, rounded(new)) == []


READ: dict[str, Any] = {"confidence": 0.9}
LEVELS = "Der Umsatz stieg auf 2,1 Milliarden Euro, nach 1,2 Milliarden."
EIGHT: dict[str, Any] = {"text": "8 Prozent", "start": 70}


@pytest.mark.parametrize(
    ("sentence", "findings"),
    [
        ("Das sind 8 Prozent mehr.", 1),
        ("In den Läden ging er um 8 Prozent zurück.", 0),
    ],
)
def test_a_change_read_from_another_sentence_counts_where_that_goes_on(sentence: str, findings: int) -> None:
    claims = (
        level(2.1e9, text="2,1 Milliarden Euro", start=21, sentence=LEVELS, **READ),
        level(1.2e9, "2020", text="1,2 Milliarden", start=47, sentence=LEVELS, **READ),
        change(8.0, sentence=sentence, **EIGHT, **READ),
    )
    assert len(found(*claims)) == findings


def test_shares_have_no_growth() -> None:
    """`Der Exportanteil stieg von 44 auf 49 Prozent`, the revenue by 6 percent."""
    shares = (level(49.0, unit="percent", precision=0.5), level(44.0, "2020", unit="percent", precision=0.5))
    assert found(*shares, change(6.0)) == []
