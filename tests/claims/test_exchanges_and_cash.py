"""Prices and indices of exchange reports, cash that flows, currencies told later, times told in passing."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

APRIL = date(2020, 4, 23)
AUGUST = date(2024, 8, 7)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Allein im März setzte die Talbau AG 5 Millionen Euro um.", "2020-03"),
        ("Im gesamten Quartal lag der Umsatz der Talbau AG bei 6,4 Millionen Euro.", "2020-Q1"),
        ("Im laufenden Quartal soll der Umsatz der Talbau AG bei 6,4 Millionen Euro liegen.", "2020-Q2"),
    ],
)
def test_times_told_in_passing(nlp: Language, text: str, period: str) -> None:
    assert claims_of(nlp, text, APRIL)[0].period == period


def test_sales_that_are_lost_are_a_change(nlp: Language) -> None:
    (lost,) = claims_of(nlp, "Im März hat die Talbau AG 1,4 Millionen Euro an Umsatz verloren.", APRIL)
    (made,) = claims_of(nlp, "Im März hat die Talbau AG 1,4 Millionen Euro an Umsatz erzielt.", APRIL)
    assert (lost.kind, lost.low) == ("change", -1.4e6)
    assert (made.kind, made.low) == ("level", 1.4e6)


def test_cash_that_is_burnt_beside_cash_that_flows(nlp: Language) -> None:
    text = "Im Geschäft der Talbau AG wurden Mittelzuflüsse von 45 Millionen Euro erreicht, "
    flows = claims_of(nlp, text + "im Vorjahr dagegen noch 64 Millionen verbrannt.", APRIL)
    assert [(claim.metric, claim.low) for claim in flows] == [("cash_flow", 45e6), ("cash_flow", -64e6)]


def test_a_currency_that_is_told_only_later(nlp: Language) -> None:
    result = "Das Ebit der Talbau AG drehte von 38 Millionen Plus auf 67 Millionen Minus."
    debts = " Die Nettoschulden stiegen auf 400 Millionen Franken."
    assert {claim.unit for claim in claims_of(nlp, result + debts, APRIL)} == {"CHF"}
    assert {claim.unit for claim in claims_of(nlp, result, APRIL)} == {"XXX"}


def test_a_loss_of_an_index_in_points_and_in_percent(nlp: Language) -> None:
    text = (
        "Der ATX wurde mit 2.049,13 Punkten errechnet, das ist ein Minus von 65,35 Punkten bzw. 3,09 Prozent."
    )
    told = [(claim.kind, claim.low) for claim in claims_of(nlp, text, APRIL)]
    assert told == [("level", 2049.13), ("change", -65.35), ("change", -3.09)]
    text = "Zum Handelsstart stand ein Verlust von 0,3 Prozent auf 3 105,54 Punkte an der Tafel."
    assert [claim.metric for claim in claims_of(nlp, text, APRIL)] == ["index_level", "index_level"]


def test_a_share_with_a_verb_of_its_own_after_another(nlp: Language) -> None:
    text = "Wienerberger kamen um 3,12 Prozent auf 35,67 Euro zurück und Andritz mussten ein Minus von "
    claims = claims_of(nlp, text + "2,17 Prozent auf 22,98 Euro verbuchen.", APRIL)
    assert {claim.metric for claim in claims} == {"share_price"}
    assert [claim.low for claim in claims] == [-3.12, 35.67, -2.17, 22.98]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Fünfprozentige Kursabschläge musste die Talbau AG verbuchen.", -5),
        ("Die Talbau-Anteilsscheine knickten um 5 Prozent ein.", -5),
        ("Aktien der Talbau AG schwächten sich um 5 Prozent ab.", -5),
        ("Die Aktie der Talbau AG stieg um 5 Prozent.", 5),
    ],
)
def test_shares_that_fall(nlp: Language, text: str, change: float) -> None:
    (claim,) = claims_of(nlp, text, APRIL)
    assert (claim.metric, claim.kind, claim.low) == ("share_price", "change", change)


def test_a_share_since_the_year_began_and_its_high_of_before(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "In diesem Jahr verlor die Aktie der Talbau AG 60 Prozent.", AUGUST)
    assert (claim.period, claim.reference) == ("2024", "2024")
    price = "Die Aktie der Talbau AG fiel um 5 Prozent. "
    high = (
        "Im Vergleich zu einem Mehrjahreshoch von fast 46 Euro im September ist der Börsenwert eingebrochen."
    )
    claim = claims_of(nlp, price + high, AUGUST)[-1]
    assert (claim.status, claim.period) == ("reported", "2023-09")


def test_on_whose_part_a_share_is_rated(nlp: Language) -> None:
    text = "Das Votum für die Talbau AG wird seitens der Erste Bank gesenkt, das Kursziel sinkt auf 84 Euro."
    assert {claim.company for claim in claims_of(nlp, text, APRIL)} == {"Talbau AG"}


def test_a_ratio_that_the_record_does_not_know(nlp: Language) -> None:
    text = "Die Bilanzsumme der Talbank stieg um 3 Prozent. Diese Kennzahl ist wichtig."
    ratio = " Optimiert wurde die NPE-Quote. Diese Kennzahl lag bei 1,4 Prozent."
    assert [claim.metric for claim in claims_of(nlp, text + ratio, APRIL)] == ["assets", "other"]


def test_the_largest_firms_of_a_country_are_no_figure(nlp: Language) -> None:
    assert claims_of(nlp, "Deutschlands 500 größte Familienunternehmen stellen ein.", APRIL) == []


def test_an_exchange_where_shares_are_dealt_in_is_nobodys_result(nlp: Language) -> None:
    venue = "Der Gewinn stieg auf 12 Mio. Euro. An der Wiener Börse gab die Aktie um 3 Prozent nach."
    itself = "Der Gewinn der Wiener Börse stieg auf 12 Mio. Euro."
    assert {claim.company for claim in claims_of(nlp, venue, APRIL)} == {None}
    assert {claim.company for claim in claims_of(nlp, itself, APRIL)} == {"Wiener Börse"}


def test_a_firm_that_stands_behind_a_dateline(nlp: Language) -> None:
    text = "Wien. (apa) Der Kranhersteller Lindauer hat profitiert. Das Ebit stieg auf 12,1 Mio. Euro."
    assert {claim.company for claim in claims_of(nlp, text, APRIL)} == {"Lindauer"}


def test_a_noun_behind_brackets_is_counted(nlp: Language) -> None:
    text = "Der Umsatz der Talbau AG sank um 9 Prozent. Die Flotte umfasste 23 (i. V. 26) Schiffe."
    assert [claim.unit for claim in claims_of(nlp, text, APRIL)] == ["percent", "count", "count"]
