"""The twelve verdicts on facts of the small table."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.records.claim import KINDS, METRICS, QUALIFIERS, STATUSES, VERDICTS, Claim

Check = Callable[..., Claim]

YEAR_2022: dict[str, Any] = {
    "period": "2022",
    "period_start": date(2022, 1, 1),
    "period_end": date(2022, 12, 31),
}
YEAR_2019: dict[str, Any] = {
    "period": "2019",
    "period_start": date(2019, 1, 1),
    "period_end": date(2019, 12, 31),
}
BMW: dict[str, Any] = {"company": "BMW AG", "company_id": None, "unit": "EUR", **YEAR_2022}
VW: dict[str, Any] = {"company": "Volkswagen", "company_id": "DE0007664039", "unit": "EUR", **YEAR_2019}


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        ("exact", {"value": 328.2e6, "precision": 5e4}),
        ("rounded", {"value": 330e6, "precision": 5e6}),
        ("rounded", {"value": 328.23e6, "precision": 5e3}),  # the table itself is rounded
        ("hedged", {"value": 300e6, "qualifier": "over"}),
        ("hedged", {"value": 330e6, "qualifier": "under"}),
        ("hedged", {"value": 330e6, "qualifier": "about"}),
        ("hedged", {"value": 300e6, "qualifier": "at_least"}),
        ("in_range", {"low": 320e6, "high": 330e6}),
        ("scale_error", {"value": 328e9, "precision": 5e8}),
        ("scale_error", {"value": 328e3, "precision": 500.0}),
        ("sign_error", {"value": -27e6, "metric": "net_income"}),
        ("sign_error", {"value": -169.0, "precision": 0.5, "unit": "percent", "kind": "change"}),
        ("unit_error", {"value": 328e6, "unit": "EUR"}),
        ("unit_error", {"value": 169.0, "precision": 0.5, "unit": "percentage_points", "kind": "change"}),
        ("period_shift", {"value": 122e6}),
        ("contradicted", {"value": 338e6}),
        ("contradicted", {"value": 350e6, "qualifier": "over"}),
        ("contradicted", {"low": 330e6, "high": 340e6}),
        ("unverifiable", {"value": 328e6, "company": "Kesselbau Nord GmbH", "company_id": None}),
        ("unverifiable", {"value": 328e6, "company": None, "company_id": None}),
        ("unverifiable", {"value": 328e6, "period": None}),
        ("metric_confusion", {"value": 328e6, "metric": "ebitda"}),  # no Ebitda is known, but this revenue
        (
            "unverifiable",
            {"value": 330e6, "metric": "ebitda", "precision": 5e6},
        ),  # two digits are too few for that
        ("unverifiable", {"value": 30e6, "metric": "ebitda"}),
        ("unverifiable", {"value": 328e6, "status": "consensus"}),
        ("unverifiable", {"value": 328e6, "negated": True}),
        ("unverifiable", {"value": 400e6, "unit": "EUR"}),  # no rate of exchange is known
        ("unverifiable", {"value": 328e6, "segment": "Asien"}),  # the whole company's revenue is not Asia's
    ],
)
def test_revenue_and_profit_of_a_quarter(verdict: str, fields: dict[str, Any], check: Check) -> None:
    checked = check(**fields)
    assert checked.verdict == verdict, checked.verdict_reason


@pytest.mark.parametrize(
    ("verdict", "fields"),
    [
        ("exact", {"metric": "net_income", "value": 18.582e9}),
        ("contradicted", {"metric": "net_income", "value": 14.8e9, "precision": 5e7}),  # what Mercedes earned
        ("metric_confusion", {"metric": "ebit", "value": 18.58e9, "precision": 5e6}),
        ("period_shift", {"metric": "ebit", "value": 13.4e9, "precision": 5e7}),  # of 2021
        ("rounded", {"metric": "ebit", "value": 14e9, "precision": 5e8}),
        (
            "contradicted",
            {"value": 143e9, "precision": 5e8, "qualifier": "over"},
        ),  # 142.6: `knapp`, not `über`
        ("rounded", {"value": 143e9, "precision": 5e8, "qualifier": "under"}),
        ("exact", {"metric": "margin", "value": 16.5, "precision": 0.05, "unit": "percent"}),
        (
            "derived",
            {"metric": "margin", "value": 9.8, "precision": 0.05, "unit": "percent"},
        ),  # Ebit over revenue
        ("contradicted", {"metric": "margin", "value": 15.4, "precision": 0.05, "unit": "percent"}),
    ],
)
def test_a_year_of_bmw(verdict: str, fields: dict[str, Any], check: Check) -> None:
    checked = check(**{**BMW, **fields})
    assert checked.verdict == verdict, checked.verdict_reason


def test_either_value_of_a_restated_figure_is_right(check: Check) -> None:
    year = {"period": "2018", "period_start": date(2018, 1, 1), "period_end": date(2018, 12, 31)}
    bayer = {**year, "company": "Bayer", "company_id": "DE000BAY0017", "unit": "EUR", "precision": 5e7}
    assert check(**bayer, value=39.6e9).verdict == "rounded"
    assert check(**bayer, value=36.7e9).verdict == "rounded"
    assert check(**bayer, value=38.1e9).verdict == "contradicted"


def test_a_variant_confirms_and_the_reason_says_so(check: Check) -> None:
    """Without a word in the text the profit may be that of the shareholders or the adjusted one."""
    daimler = {
        **VW,
        "company": "Daimler",
        "company_id": "DE0007100000",
        "metric": "net_income",
        "precision": 5e7,
    }
    checked = check(**daimler, value=2.4e9)
    assert checked.verdict == "exact"
    assert "den Aktionären zurechenbar" in (checked.verdict_reason or "")
    checked = check(**VW, metric="ebit", value=19.3e9, precision=5e7)
    assert checked.verdict == "rounded"
    assert "an adjusted one" in (checked.verdict_reason or "")


def test_the_text_says_adjusted_and_the_unadjusted_figure_does_not_count(check: Check) -> None:
    assert check(**VW, metric="ebit", value=16.96e9, precision=5e6, adjusted=True).verdict == "contradicted"
    assert check(**VW, metric="net_income", value=14.029e9, adjusted=True).verdict == "unverifiable"


def test_the_class_of_shares_in_the_headline_depends_on_the_company(check: Check) -> None:
    dividend = {**BMW, "metric": "dividend", "precision": 0.005}
    assert check(**dividend, value=8.50, segment="Stammaktie").verdict == "exact"
    assert check(**dividend, value=8.52, segment="Vorzugsaktie").verdict == "exact"
    assert check(**dividend, value=8.52).verdict == "exact"
    assert check(**dividend, value=8.25, segment="Vorzugsaktie").verdict == "contradicted"


def test_a_proposed_dividend_stands_in_the_table_as_reported(check: Check) -> None:
    assert (
        check(**{**BMW, "metric": "dividend", "precision": 0.005}, value=8.50, status="forecast").verdict
        == "exact"
    )


def test_an_outlook_is_not_held_against_what_came(check: Check) -> None:
    """Volkswagen expected a margin of 6.5 to 7.5 percent for 2020 and reached 4.8."""
    year = {"period": "2020", "period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
    margin = {**VW, **year, "metric": "margin", "unit": "percent", "precision": 0.05, "adjusted": True}
    assert check(**margin, low=6.5, high=7.5, status="forecast").verdict == "in_range"
    assert check(**margin, value=4.8, status="forecast").verdict == "unverifiable"
    assert check(**margin, value=7.0, status="reported").verdict == "contradicted"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Der Umsatz lag bei gut 250 Millionen Dollar.", "contradicted"),
        ("Der Umsatz lag bei mehr als 250 Millionen Dollar.", "hedged"),
        ("Der Umsatz betrug 250 Millionen Dollar.", "unverifiable"),
    ],
)
def test_gut_holds_only_from_near_and_mehr_als_from_afar(sentence: str, verdict: str, check: Check) -> None:
    text = "250 Millionen Dollar"
    assert check(value=250e6, qualifier="over", text=text, sentence=sentence).verdict == verdict


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "known_percent"),
    [
        ("ein Drittel", 33.33333, "about", 28.0),
        ("ein Drittel", 33.33333, "under", 28.0),
        ("die Hälfte", 50.0, "exact", 49.1),
    ],
)
def test_a_fraction_in_words_is_coarse(
    text: str, value: float, qualifier: str, known_percent: float, check: Check
) -> None:
    """BMW: revenue +28 percent, profit +49.1 percent in 2022."""
    metric = "revenue" if known_percent == 28.0 else "net_income"
    told = {
        **BMW,
        "kind": "change",
        "unit": "percent",
        "metric": metric,
        "precision": 0.5,
        "qualifier": qualifier,
        "text": text,
    }
    confirmed = check(**told, value=value).verdict in ("exact", "rounded", "hedged")
    assert confirmed == (known_percent == 49.1)
    assert check(**told, value=known_percent * 1.08).verdict in ("rounded", "hedged")


def test_more_than_halved_is_a_factor_below_one_half(check: Check) -> None:
    """Daimler paid 0.90 euros for 2019; more than halved it is right for 0.4 to 0.5 times the year before."""
    vw = {
        **VW,
        "kind": "change",
        "unit": "factor",
        "metric": "revenue",
        "precision": 0.5,
        "reference": "prior_year",
    }
    quarter = {"period": "2020-Q1", "period_start": date(2020, 1, 1), "period_end": date(2020, 3, 31)}
    told = {**vw, **quarter, "metric": "ebit"}  # 3.9 billion to 0.9 billion: 0.23 times
    assert check(**told, value=0.25).verdict == "derived"
    assert check(**told, value=0.5).verdict == "unverifiable"
    assert check(**told, value=0.25, qualifier="over").verdict == "derived"
    assert check(**told, value=0.2, qualifier="over").verdict == "unverifiable"


def test_an_unclear_company_never_contradicts(check: Check) -> None:
    """`Zoom Video Communications Europe` may be another company; its wrong figure is no proof."""
    near = {"company": "Zoom Video Communications Europe", "company_id": None}
    checked = check(value=328e6, **near)
    assert checked.verdict == "rounded"
    assert "(confidence 0.95)" in (checked.verdict_reason or "")
    assert check(value=338e6, **near).verdict == "unverifiable"
    assert check(value=328e6, **{**near, "company_id": "XX0000000000"}).verdict == "unverifiable"


def test_a_claim_that_may_be_misread_confirms_and_never_accuses(check: Check) -> None:
    assert check(value=328e6, confidence=0.3).verdict == "rounded"
    for wrong in ({"value": 338e6}, {"value": 328e9}, {"value": 122e6}):
        assert check(**wrong).verdict != "unverifiable"
        checked = check(**wrong, confidence=0.49)
        assert checked.verdict == "unverifiable"
        assert "unless the text was misread (confidence 0.49)." in (checked.verdict_reason or "")
        assert checked.known_low == 328.2e6


def test_a_contradiction_tells_value_source_and_deviation(check: Check) -> None:
    checked = check(value=338e6)
    assert checked.verdict_reason == (
        "The known revenue of Zoom Video Communications for 2021-Q1 (2020-02-01 to 2020-04-30) is 328.2 "
        "million USD (capyfin.com, 2020-06-02); the text's 338 million USD is 9.8 million USD too high, "
        "off by 3 percent."
    )
    assert (checked.known_low, checked.known_high) == (328.2e6, 328.2e6)


def test_a_change_against_another_base_is_not_the_change_of_the_table(check: Check) -> None:
    change = {"value": 160.0, "precision": 0.5, "unit": "percent", "kind": "change"}
    assert check(**change).verdict == "contradicted"
    for reference in ("prior_period", "forecast", "consensus"):
        assert check(**change, reference=reference).verdict == "unverifiable"


def test_points_taken_for_percent(check: Check) -> None:
    """Volkswagen's margin fell from 6.7 to 4.3 percent: by 2.4 points, by 36 percent."""
    year = {"period": "2020", "period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
    margin = {
        **VW,
        **year,
        "metric": "margin",
        "kind": "change",
        "precision": 0.05,
        "reference": "prior_year",
    }
    assert check(**{**margin, "unit": "percentage_points"}, value=-2.4).verdict == "derived"
    assert check(**{**margin, "unit": "percent"}, value=-2.4).verdict == "unit_error"
    assert check(**{**margin, "unit": "percent", "precision": 0.5}, value=-36.0).verdict == "derived"


@given(
    fields=st.fixed_dictionaries(
        {
            "metric": st.sampled_from(METRICS),
            "kind": st.sampled_from(KINDS),
            "unit": st.sampled_from(
                ["USD", "EUR", "XXX", "percent", "percentage_points", "factor", "count", "t"]
            ),
            "qualifier": st.sampled_from(QUALIFIERS),
            "status": st.sampled_from(STATUSES),
            "low": st.floats(-1e15, 1e15),
            "precision": st.floats(0, 1e12),
            "period": st.sampled_from(
                [None, "2020-Q1", "2021", "2020-06", "2020-04-30", "9999", "0001", "nie"]
            ),
            "period_end": st.none() | st.dates(),
            "fiscal": st.booleans(),
            "adjusted": st.booleans(),
            "segment": st.sampled_from([None, "", "Asien", "Firmenkunden"]),
            "reference": st.sampled_from(
                [None, "prior_year", "prior_period", "2019", "2020-Q1", "consensus", "x"]
            ),
            "company_id": st.sampled_from([None, "", "US98980L1017", "DE0007236101", "DE0005190003"]),
            "company": st.sampled_from([None, "", "Zoom", "BMW", "AG", "  "]),
        }
    )
)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_claim_however_odd_stops_the_others(fields: dict[str, Any], check: Check) -> None:
    checked = check(**fields, high=fields["low"])
    assert checked.verdict in VERDICTS
    assert checked.verdict_reason
