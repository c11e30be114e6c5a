"""Divisions that a pronoun takes up, outlooks overtaken by a result, times to which things are put off."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

FEBRUARY = date(2024, 2, 23)


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Den Ausgleich schaffte die Sparte Druckluft. Sie steht für ein Drittel des Umsatzes.", "Druckluft"),
        ("Den Ausgleich schaffte die Sparte Druckluft. Es steht für ein Drittel des Umsatzes.", None),
        ("Die Sparte Druckluft gehört der Talbau AG. Sie setzte 31 Millionen Euro um.", None),
        ("Treiber war das Cloudgeschäft. Es steuerte 12 Millionen Euro zum Umsatz bei.", "Cloudgeschäft"),
        ("Aus Asien kam ein Fünftel der Erlöse.", "Asien"),
    ],
)  # fmt: skip
def test_segments(nlp: Language, text: str, segment: str | None) -> None:
    (claim,) = claims_of(nlp, text)
    assert claim.segment == segment


def test_what_only_the_result_has_overtaken_was_not_replaced(nlp: Language) -> None:
    result = "Das Ebit der Talbau AG sank 2023 um 45 Prozent auf 3,8 Millionen Euro. "
    overtaken = claims_of(nlp, result + "Angepeilt hatte sie ursprünglich 4,8 Millionen Euro.", FEBRUARY)[-1]
    assert (overtaken.status, overtaken.period) == ("forecast", "2023")
    outlook = "Für 2024 erwartet die Talbau AG ein Ebit von 3 Millionen Euro. "
    replaced = claims_of(nlp, outlook + "Angepeilt hatte sie ursprünglich 4,8 Millionen Euro.", FEBRUARY)[-1]
    assert replaced.status == "prior_forecast"


def test_a_time_to_which_orders_are_put_off_is_none_of_the_outlook(nlp: Language) -> None:
    outlook = "Statt eines Wachstums von fünf Prozent erwartet sie stagnierende Erlöse."
    put_off = "Die Talbau AG leidet unter Kunden, die Aufträge in das nächste Jahr verschieben. "
    planned = "Die Talbau AG plant das nächste Jahr. "
    published = date(2019, 7, 18)
    assert claims_of(nlp, put_off + outlook, published)[0].period == "2019"
    assert claims_of(nlp, planned + outlook, published)[0].period == "2020"


def test_a_part_of_a_country_that_an_article_is_about(nlp: Language) -> None:
    text = "Das Leben in Sachsen ist teurer geworden. Die Teuerung betrug 9,8 Prozent."
    assert claims_of(nlp, text)[0].segment == "Sachsen"
    abroad = "Deutschland leidet, auch Sachsen. Die Teuerung betrug 9,8 Prozent."
    assert claims_of(nlp, abroad)[0].segment == "Deutschland"


def test_a_ticket_named_by_its_price_has_none(nlp: Language) -> None:
    assert not claims_of(nlp, "Das Neun-Euro-Ticket ist ausgelaufen.")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Die Talbau AG enttäuscht. Das Papier, der Liebling von 2021, kostet 17,40 Euro.", "share_price"),
        ("Die Talbau AG enttäuscht. Die Fahrt, der Liebling von 2021, kostet noch 17,40 Euro.", "price"),
    ],
)  # fmt: skip
def test_a_share_that_opens_a_sentence_is_what_costs(nlp: Language, text: str, metric: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text, FEBRUARY)] == [metric]


def test_statistics_of_a_month_stay_with_it(nlp: Language) -> None:
    text = (
        "Die Teuerung stieg im September auf 9,8 Prozent. Energie ist knapp. Die Behörde zählt neu. "
        "Der Winter naht. Viele sparen. Haushaltsenergie kostete 42,3 Prozent mehr. Im zweiten Quartal "
        "war es anders."
    )
    assert [claim.period for claim in claims_of(nlp, text, date(2022, 9, 29))] == ["2022-09", "2022-09"]
