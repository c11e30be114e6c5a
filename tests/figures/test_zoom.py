"""The article of June 2020 on Zoom: each claim that can be checked gets its true verdict."""

from datetime import date

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

YEAR = {"period": "2021", "period_start": date(2020, 2, 1), "period_end": date(2021, 1, 31), "fiscal": True}
JUNE = {"period": "2020-06", "period_start": date(2020, 6, 1), "period_end": date(2020, 6, 30)}
BIG = "Firmenkunden, mehr als 100.000 Dollar pro Jahr"
TELLS_BIG = "Und 769 zahlen mehr als 100.000 Dollar im Jahr, doppelt so viele wie zuvor."
TELLS_ALL = (
    "Über 265.000 Firmenkunden mit mehr als zehn Mitarbeitern zählt Zoom, viermal mehr als vor einem Jahr."
)

RATE = {"unit": "percent", "kind": "change", "precision": 0.5}
FACTOR = {"unit": "factor", "kind": "change", "precision": 0.5, "reference": "prior_year"}
COUNT = {"unit": "count", "precision": 0.5}
CUSTOMERS = {**JUNE, "metric": "customers", "segment": "Firmenkunden", "sentence": TELLS_ALL}
BIG_CUSTOMERS = {**JUNE, "metric": "customers", "segment": BIG, "sentence": TELLS_BIG}
APRIL = {"period": "2020-04", "period_start": date(2020, 4, 1), "period_end": date(2020, 4, 30)}
TUESDAY = {"period": "2020-06-02", "period_start": date(2020, 6, 2), "period_end": date(2020, 6, 2)}
TELLS_ALL_USERS = "Täglich waren es im April bis zu 300 Millionen, Teilnehmer aus aller Welt."

ARTICLE = [
    ("in_range", claim(**YEAR, low=1.78e9, high=1.80e9, precision=5e6, status="forecast")),
    ("hedged", claim(**YEAR, value=915e6, qualifier="at_most", status="prior_forecast")),
    ("exact", claim(**RATE, value=169.0, reference="prior_year")),
    ("rounded", claim(value=328e6, qualifier="about")),
    ("exact", claim(value=27e6, metric="net_income")),
    (
        "rounded",
        claim(**{**COUNT, **CUSTOMERS, "precision": 500.0}, value=265e3, qualifier="over", text="265.000"),
    ),
    ("rounded", claim(**FACTOR, **CUSTOMERS, value=4.0, text="viermal")),
    ("exact", claim(**COUNT, **BIG_CUSTOMERS, value=769.0, text="769")),
    ("rounded", claim(**FACTOR, **BIG_CUSTOMERS, value=2.0, text="doppelt")),
    ("exact", claim(**COUNT, **APRIL, metric="other", value=300e6, sentence=TELLS_ALL_USERS)),
    ("unverifiable", claim(**RATE, **TUESDAY, metric="share_price", value=6.0, reference="prior_day")),
]


@pytest.mark.parametrize(("verdict", "told"), ARTICLE)
def test_each_claim_of_the_article_gets_its_verdict(verdict: str, told: Claim, known: KnownFigures) -> None:
    [checked] = validate_claims([told], known)
    assert checked.verdict == verdict, checked.verdict_reason


def test_the_quarter_is_found_by_its_dates_and_not_by_its_label(known: KnownFigures) -> None:
    """The text's first quarter of 2020 is the table's `2021-Q1`, and its `2020-Q1` is the year before."""
    [checked] = validate_claims([claim(value=328e6)], known)
    assert checked.known_low == checked.known_high == 328.2e6
    assert checked.known_source is not None
    assert "capyfin.com" in checked.known_source


def test_the_outlook_that_fits_is_named_with_its_date(known: KnownFigures) -> None:
    [checked] = validate_claims(
        [claim(**YEAR, value=915e6, qualifier="at_most", status="prior_forecast")], known
    )
    assert (checked.known_low, checked.known_high) == (905e6, 915e6)
    assert checked.verdict_reason is not None
    assert "the outlook being that of 2020-03-04" in checked.verdict_reason


def test_without_dates_the_label_is_read_both_ways(known: KnownFigures) -> None:
    """Gold claims carry labels alone; either of the two quarters that `2020-Q1` can be confirms."""
    for value in (328e6, 122e6):
        [checked] = validate_claims([claim(value=value, period="2020-Q1", fiscal=True)], known)
        assert checked.verdict in ("exact", "rounded")


def test_an_outlook_told_with_the_quarter_can_be_contradicted_alone_it_cannot(known: KnownFigures) -> None:
    """Outlooks change; only the figures told beside it show which one was in force."""
    outlook = claim(**YEAR, low=1.98e9, high=2.00e9, precision=5e6, status="forecast")
    assert next(validate_claims([outlook], known)).verdict == "unverifiable"
    *_, checked = validate_claims([claim(value=328e6), outlook], known)
    assert checked.verdict == "contradicted"


def test_claims_come_back_in_order_and_otherwise_unchanged(known: KnownFigures) -> None:
    claims = [told for _, told in ARTICLE]
    checked = list(validate_claims(iter(claims), known))
    fields = ("doc_id", "low", "high", "metric", "period", "unit", "qualifier", "status", "confidence")
    assert [[getattr(one, name) for name in fields] for one in checked] == [
        [getattr(one, name) for name in fields] for one in claims
    ]
    assert all(one.verdict and one.verdict_reason and one.verdict_reason.endswith(".") for one in checked)


def test_figures_without_a_period_do_not_date_an_outlook(known: KnownFigures) -> None:
    outlook = claim(**YEAR, low=1.98e9, high=2.00e9, precision=5e6, status="forecast")
    *_, checked = validate_claims([claim(value=328e6, period=None), outlook], known)
    assert checked.verdict == "unverifiable"
