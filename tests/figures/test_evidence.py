"""Right figures near another one bear out how it was read, so that an error in it can be named."""

from datetime import date
from typing import Any

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

BEFORE: dict[str, Any] = {
    "period": "2019-Q1", "period_start": date(2019, 2, 1), "period_end": date(2019, 4, 30), "fiscal": True,
}  # fmt: skip
GROWTH: dict[str, Any] = {"kind": "change", "unit": "percent", "precision": 0.5}


def told(sentence: str, text: str, value: float, at: int | None = None, **more: Any) -> Claim:
    """A claim about Zoom as the program reads it, standing where its text does."""
    start = sentence.index(text) if at is None else at
    return claim(sentence=sentence, text=text, value=value, start=start, confidence=0.9, **more)


def verdicts(known: KnownFigures, *claims: Claim) -> list[str | None]:
    return [checked.verdict for checked in validate_claims(claims, known)]


AFTER = "Der Umsatz lag bei 328,2 Millionen Dollar, nach 137 Millionen im Vorjahr."
SHRANK = "Der Umsatz sank auf 411,7 Millionen Dollar, vor Jahresfrist waren es 122 Millionen Dollar gewesen."
TWICE = "Der Umsatz stieg von 122 Millionen Dollar auf 122 Millionen Dollar."
GREW = "Der Umsatz kletterte um 169 Prozent auf 122 Millionen Dollar."
PROFIT = (
    "Zoom kam beim Nettogewinn nach 12 und 14 auf 328,2 Millionen, beim Umsatz auf 328,2 Millionen Dollar."
)


@pytest.mark.parametrize(
    ("borne_out", "wrong", "verdict"),
    [
        (
            told(AFTER, "328,2 Millionen Dollar", 328.2e6),
            told(AFTER, "137 Millionen", 137e6, **BEFORE),
            "contradicted",
        ),
        (
            told(SHRANK, "122 Millionen Dollar", 122e6, **BEFORE),
            told(SHRANK, "411,7 Millionen Dollar", 411.7e6, precision=5e4),
            "contradicted",
        ),
        (
            told(TWICE, "122 Millionen Dollar", 122e6, **BEFORE),
            told(TWICE, "122 Millionen Dollar", 122e6, at=46),
            "period_shift",
        ),
        (
            told(GREW, "169 Prozent", 169.0, **GROWTH),
            told(GREW, "122 Millionen Dollar", 122e6),
            "period_shift",
        ),
        (
            told(PROFIT, "328,2 Millionen Dollar", 328.2e6, precision=5e4),
            told(PROFIT, "328,2 Millionen", 328.2e6, precision=5e4, metric="net_income"),
            "metric_confusion",
        ),
    ],
)
def test_a_right_figure_beside_it_bears_it_out(
    borne_out: Claim, wrong: Claim, verdict: str, known: KnownFigures
) -> None:
    right, accused = verdicts(known, borne_out, wrong)
    assert right in ("exact", "rounded")
    assert accused == verdict
    assert verdicts(known, wrong) == ["unverifiable"]


def test_the_second_of_two_values_for_one_year_is_that_of_the_year_before(known: KnownFigures) -> None:
    row = "Umsatz (Mio. Dollar)     328,2     122,0"
    first = told(row, "328,2", 328.2e6, precision=5e4)
    second = told(row, "122,0", 122e6, precision=5e4)
    right, of_before = validate_claims([first, second], known)
    assert (right.verdict, of_before.verdict) == ("exact", "exact")
    assert of_before.known_low == 122e6
    assert "telling it beside that for 2020-Q1" in (of_before.verdict_reason or "")
    assert verdicts(known, second) == ["unverifiable"]
    other = told(row.replace("122,0", "663,5"), "663,5", 663.5e6, precision=5e4)
    assert verdicts(known, first, other) == ["exact", "unverifiable"]


def test_a_hedged_value_does_not_speak_against_a_finer_one(known: KnownFigures) -> None:
    """`mehr als 265.000 Kunden`, then a wrong digit in the exact number: the two may be one."""
    customers: dict[str, Any] = {
        "metric": "customers",
        "unit": "count",
        "segment": "Kunden mit mehr als 10 Mitarbeitern",
        "period_start": date(2020, 4, 30),
        "period_end": date(2020, 4, 30),
        "period": "2020-Q1",
        "fiscal": True,
    }
    text = "Zoom hat mehr als 265.000 Kunden, genau 275.400."
    hedged = told(text, "265.000", 265e3, precision=500.0, qualifier="over", **customers)
    slip = told(text, "275.400", 275.4e3, precision=0.5, **customers)
    assert verdicts(known, hedged, slip) == ["rounded", "contradicted"]


def test_right_members_of_a_list_bear_out_what_it_is_of(known: KnownFigures) -> None:
    text = "Bei der Dividende liegt BMW 2022 vorn: 8,50 Euro; Mercedes-Benz zahlt 5,20 Euro, OMV 4,10 Euro."
    year: dict[str, Any] = {
        "metric": "dividend", "unit": "EUR", "precision": 0.005, "period": "2022",
        "period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31), "fiscal": False,
    }  # fmt: skip
    first = told(text, "8,50 Euro", 8.5, company="BMW", company_id="DE0005190003", **year)
    second = told(text, "5,20 Euro", 5.2, company="Mercedes-Benz", company_id="DE0007100000", **year)
    wrong = told(text, "4,10 Euro", 4.1, company="OMV", company_id="AT0000743059", **year)
    assert verdicts(known, first, second, wrong) == ["exact", "exact", "contradicted"]
    assert verdicts(known, wrong) == ["unverifiable"]


def test_a_dividend_paid_bears_out_the_one_proposed_in_a_headline(known: KnownFigures) -> None:
    """The company in capitals, and beside it the dividend of the year before, which is right."""
    text = "*BMW DIVIDENDE 8,30 EUR (VJ: 5,80)"
    share: dict[str, Any] = {
        "metric": "dividend", "unit": "EUR", "precision": 0.005, "fiscal": False,
        "company": "Bmw", "company_id": "DE0005190003",
    }  # fmt: skip
    now = {"period": "2022", "period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
    before = {"period": "2021", "period_start": date(2021, 1, 1), "period_end": date(2021, 12, 31)}
    profit = told("2022 verdiente BMW 18,58 Milliarden Euro.", "18,58 Milliarden Euro", 18.58e9, at=300,
                  **share | {"metric": "net_income", "precision": 5e6}, **now)  # fmt: skip
    wrong = told(text, "8,30 EUR", 8.3, status="forecast", **share, **now)
    paid = told(text, "5,80", 5.8, **share, **before)
    assert verdicts(known, profit, paid, wrong)[1:] == ["exact", "contradicted"]
