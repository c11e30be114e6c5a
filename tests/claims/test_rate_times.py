"""An interest rate that is set or asked is told of the month of the news, and of no business year."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

DAY = date(2015, 2, 12)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "2014 war ruhig. Die Notenbank senkte den Leitzins um 25 Basispunkte auf 0,5 Prozent.",
            ["2015-02"] * 2,
        ),
        (
            "Der Umsatz lag 2014 bei 5 Millionen Euro. Die Bank kürzte den Zins auf 2 Prozent.",
            ["2014", "2015-02"],
        ),
        ("Sie senkte den Leitzins am 15. Januar auf 0,5 Prozent.", ["2015-01"]),
        ("Die Talbank kürzte ihren Sparzins noch am Nachmittag auf 0,2 Prozent.", ["2015-02-12"]),
        ("Im Mai 2014 lag der Leitzins bei 2 Prozent.", ["2014-05"]),
        ("Der Leitzins sank von bisher 2 Prozent auf 1 Prozent.", [None, "2015-02"]),
    ],
)
def test_a_rate_is_of_the_month_in_which_it_is_told(
    nlp: Language, text: str, periods: list[str | None]
) -> None:
    assert [claim.period for claim in claims_of(nlp, text, DAY)] == periods


def test_a_coupon_is_an_interest_rate(nlp: Language) -> None:
    claims = claims_of(nlp, "Kolb begibt eine Anleihe über 300 Mio. Fr. mit einem Coupon von 0,75%.", DAY)
    assert [claim.metric for claim in claims] == ["debt", "interest_rate"]


def test_certificates_by_their_short_name_are_shares(nlp: Language) -> None:
    claims = claims_of(nlp, "Der Gewinn stieg um 3%. Die PS verloren 2,8% auf 174.20 Fr.", DAY)
    assert [claim.metric for claim in claims] == ["net_income", "share_price", "share_price"]
    assert "share_price" not in [c.metric for c in claims_of(nlp, "Die PS-Zahl verlor 3 Prozent.", DAY)]


def test_a_participle_that_opens_a_sentence_is_no_company(nlp: Language) -> None:
    text = "Kolb schloss das Jahr ab. Budgetiert war ein Umsatz von 13 Mio. Fr."
    assert [claim.company for claim in claims_of(nlp, text, DAY)] != ["Budgetiert"]


@pytest.mark.parametrize("office", ["bei den RAV eingeschrieben", "beim AMS als arbeitslos vorgemerkt"])
def test_people_registered_for_work_are_unemployed(nlp: Language, office: str) -> None:
    (claim,) = claims_of(nlp, f"Ende Januar waren 135'624 Personen {office}.", DAY)
    assert (claim.metric, claim.low) == ("unemployment", 135624)
