"""Moves of shares that no word for a share names: a company in the plural, or one that is quoted."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

DAY = date(2019, 8, 22)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nestlé verloren 2 Prozent.", -2),
        ("Im Verlauf verteuerten sich Nestlé um 2 Prozent.", 2),
        ("Roche GS schlossen 1,2 Prozent fester.", 1.2),
        ("UBS dagegen gaben 0,9 Prozent nach.", -0.9),
        ("Swatch Inhaber kamen um 2,1 Prozent zurück.", -2.1),
        ("Givaudan notierten 0,8 Prozent leichter.", -0.8),
        ("Novartis schloss 1,4 Prozent höher.", 1.4),
        ("Die Anleger zeigten sich enttäuscht: Rieter sanken um 4,4%.", -4.4),
        ("Novartis sind um 2 Prozent gestiegen.", 2),
    ],
)
def test_one_company_in_the_plural_is_its_shares(nlp: Language, text: str, value: float) -> None:
    (claim,) = claims_of(nlp, text, DAY)
    assert (claim.metric, claim.kind, claim.low) == ("share_price", "change", value)
    assert (claim.period, claim.reference) == ("2019-08-22", "prior_day")


def test_the_price_that_it_led_to(nlp: Language) -> None:
    claims = claims_of(nlp, "Der SMI gewann 0,2 Prozent. Lonza rückten um 3 Prozent auf 340,10 vor.", DAY)
    assert [claim.metric for claim in claims] == ["index_level", "share_price", "share_price"]
    assert claims[-1].low == 340.1


def test_among_indices_a_company_that_falls_is_its_share(nlp: Language) -> None:
    claims = claims_of(nlp, "Der SMI gewann 0,2 Prozent. Novartis verlor 0,4 Prozent.", DAY)
    assert [claim.metric for claim in claims] == ["index_level", "share_price"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz von Nestlé und Roche stieg um 2 Prozent.",
        "Die Verkäufe von Nestlé sanken um 2 Prozent.",
        "Coop und Migros haben um 2 Prozent zugelegt.",
        "Die Stadtwerke Olten gaben 2 Prozent Rabatt.",
        "Nestlé wuchsen organisch um 2 Prozent.",
    ],
)
def test_other_moves_of_companies_are_no_shares(nlp: Language, text: str) -> None:
    assert "share_price" not in [claim.metric for claim in claims_of(nlp, text, DAY)]


@pytest.mark.parametrize("words", ["Die ZKB erhöht", "ZKB erhöht", "Auch die ZKB erhöht"])
def test_who_sets_a_target_is_not_the_company_rated(nlp: Language, words: str) -> None:
    text = f"Die Aktien von Sulzberg Technologies legten zu. {words} das Kursziel auf 105 Franken."
    (claim,) = claims_of(nlp, text, DAY)
    assert (claim.metric, claim.company) == ("share_price", "Sulzberg Technologies")


def test_bonds_yield_interest(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "Zehnjährige Eidgenossen rentierten mit minus 0,94 Prozent.", DAY)
    assert (claim.metric, claim.kind, claim.low) == ("interest_rate", "level", -0.94)
