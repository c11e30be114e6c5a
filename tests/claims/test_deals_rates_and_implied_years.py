"""Prices of deals, rates taken up again, years that only a comparison tells, nouns before brackets."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

SEPTEMBER = date(2020, 9, 1)


def test_a_rate_taken_up_by_a_short_word(nlp: Language) -> None:
    text = "Die Arbeitslosenquote stieg im August auf 5,8 Prozent. Im Vorjahr lag die Quote bei 4,0 Prozent."
    assert [claim.metric for claim in claims_of(nlp, text, SEPTEMBER)] == ["unemployment", "unemployment"]


def test_a_month_of_before_is_compared_with(nlp: Language) -> None:
    before = "Im Vergleich zum Vormonat Juli stieg die Arbeitslosenquote auf 5,8 Prozent."
    itself = "Im Juli stieg die Arbeitslosenquote auf 5,8 Prozent."
    assert claims_of(nlp, before, SEPTEMBER)[0].period != "2020-07"
    assert claims_of(nlp, itself, SEPTEMBER)[0].period == "2020-07"


def test_people_more_than_in_a_month_of_another_year(nlp: Language) -> None:
    text = "Im August waren 23.392 Menschen arbeitslos, 7.396 Personen mehr als im August 2019."
    assert [claim.kind for claim in claims_of(nlp, text, SEPTEMBER)] == ["level", "change"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Wexler AG erhält für ihr Talbau-Paket insgesamt 3,7 Mrd. Euro.",
        "So erhöht sich der gesamte Preis für Talbau auf 16,9 Mrd. Euro.",
        "Dazu kommt ein Paket von der Wexler AG für 88 Euro je Papier.",
    ],
)
def test_prices_of_deals(nlp: Language, text: str) -> None:
    assert {claim.metric for claim in claims_of(nlp, text, SEPTEMBER)} == {"deal_value"}


def test_brackets_tell_of_the_noun_before_them(nlp: Language) -> None:
    text = "Ohne den Bewertungseffekt (2,6 Mio. Franken) lag der Gewinn der Talbau AG bei 9,3 Mio. Franken."
    assert [claim.metric for claim in claims_of(nlp, text, SEPTEMBER)] == ["other", "net_income"]


def test_a_year_that_only_its_comparison_tells(nlp: Language) -> None:
    text = "Die Talbau AG setzte 5 Millionen Euro um, 3 Prozent mehr als {}."
    assert claims_of(nlp, text.format(2018), date(2020, 6, 1))[0].period == "2019"
    assert claims_of(nlp, text.format(2014), date(2020, 6, 1))[0].period != "2015"


def test_a_corridor_of_the_profit_that_its_sentence_names(nlp: Language) -> None:
    text = (
        "Das Ergebnis vor Steuern der Talbau AG wird 2020 im Ergebniskorridor von 1 bis 3 Mio. Euro liegen."
    )
    assert [claim.metric for claim in claims_of(nlp, text, SEPTEMBER)] == ["pretax_profit"]


def test_the_firm_of_a_paragraph_is_meant_by_its_noun(nlp: Language) -> None:
    before = "Die Talbau AG hat mehr verdient. Die italienische Tochter Fastrock steigerte ihren Gewinn.\n\n"
    text = "Geberit wuchs im ersten Quartal um 6,7 Prozent. Dann musste das Ostschweizer Unternehmen ein "
    claim = claims_of(nlp, before + text + "Umsatzminus von 0,8 Prozent hinnehmen.", SEPTEMBER)[-1]
    assert claim.company == "Geberit"


def test_what_a_part_adds_to_one_metric_and_to_another(nlp: Language) -> None:
    text = (
        "Gut 80 Mio. Euro steuerte die Region zum Umsatz der Talbau AG bei und 5 Mio. zum operativen Gewinn."
    )
    added = claims_of(nlp, text, SEPTEMBER)
    assert [(claim.metric, claim.segment) for claim in added] == [("revenue", None), ("ebit", None)]
    named = "Rund 80 Millionen Euro steuerte Zink zum Umsatz der Talbau AG bei."
    assert "Euro" not in {claim.segment for claim in claims_of(nlp, named, SEPTEMBER)}


def test_growth_after_a_margin_is_none_of_it(nlp: Language) -> None:
    text = (
        "Die Ebitda-Marge der Talbau AG soll 26 Prozent erreichen. Analysten rechneten mit 19,6 Prozent {}."
    )
    assert claims_of(nlp, text.format("Wachstum"), SEPTEMBER)[-1].metric == "revenue"
    assert claims_of(nlp, text.format("Marge"), SEPTEMBER)[-1].metric == "margin"


def test_the_nominal_value_of_a_share_is_no_price(nlp: Language) -> None:
    text = (
        "Die Aktionäre der Talbau AG sollen 7,50 DM je 50-DM-Aktie erhalten, nachdem sie für 1996 mit 5 DM "
    )
    claims = claims_of(nlp, text + "vorliebnehmen mußten.", date(1998, 5, 12))
    assert [(claim.metric, claim.status) for claim in claims] == [
        ("dividend", "forecast"),
        ("dividend", "reported"),
    ]
