"""Times of what stands beside a result: stocks told in passing, sums of years, what is built, surveys."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

SPRING = date(2016, 3, 19)
REPORT = "Die Brellova AG hat 2015 einen Umsatz von 31 Millionen Euro und einen Gewinn erzielt. "


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Besucher wurden 512.000 gezählt.", "2015"),
        ("Gezählt wurden 512.000 Besucher.", "2015"),
        ("Sie hat 512.000 Kunden.", "2016-03"),
        ("Sie betreibt 512 Windräder.", "2016-03"),
        ("Zwei Drittel der Wärme stammen aus Erdgas.", "2016-03"),
        ("Sie schrieb fünf Jahre lang Verluste, zusammen 12 Millionen Euro.", None),
        ("In den vergangenen drei Jahren verlor sie insgesamt 12 Millionen Euro.", None),
        ("Im vergangenen Jahr verlor sie insgesamt 12 Millionen Euro.", "2015"),
        (
            "Für 2016 erwartet sie mehr. Der Rat gab den Bau eines Parkhauses frei. Kosten: 12 Mio. Euro.",
            None,
        ),
        ("Bis 2019 will sie zwei Hallen errichten. Das kostet 12 Millionen Euro.", "2019"),
        ("Der Geschäftsklimaindex sackte auf 94 Punkte ab.", "2016-03"),
        ("Die Hendrikson AG, die schon 2009 anfing, erlöste 12 Millionen Euro.", "2015"),
        ("Die Hendrikson AG, die 2009 noch Verluste schrieb, erlöste 2014 rund 12 Millionen Euro.", "2014"),
        ("Möbel, einst für 30 Prozent des Umsatzes gut, laufen schlecht.", None),
    ],
)
def test_times_of_what_stands_beside_a_result(nlp: Language, text: str, period: str | None) -> None:
    assert claims_of(nlp, REPORT + text, SPRING)[-1].period == period


def test_a_change_in_apposition_keeps_the_time_of_its_figure(nlp: Language) -> None:
    text = "Der Umsatz ist 2015 auf 214 Millionen Euro geklettert, ein Plus von 36 Prozent, 2016 noch mehr."
    assert [claim.period for claim in claims_of(nlp, text, SPRING)] == ["2015", "2015"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die Versammlung beschloss eine Dividende von 6 Prozent.", "reported"),
        ("Die Dividende von 6 Prozent genehmigten die Aktionäre.", "reported"),
        ("Der Versammlung wird eine Dividende von 6 Prozent vorgeschlagen.", "forecast"),
    ],
)
def test_a_dividend_that_its_owners_decided(nlp: Language, text: str, status: str) -> None:
    assert claims_of(nlp, text, SPRING)[-1].status == status


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("In der Backstube arbeiten 65 Bäcker.", "employees"),
        ("Im Ort wohnen 65 Bäcker.", "other"),
        ("Im Jahr davor hatten die Gesellschafter 4,6 Millionen Euro zuschießen müssen.", "other"),
        ("Der Versicherer hat sein Limit von 9 auf 4 Millionen Euro gekürzt.", "other"),
    ],
)
def test_what_is_told_of_something_else_is_no_result(nlp: Language, text: str, metric: str) -> None:
    assert claims_of(nlp, REPORT + text, SPRING)[-1].metric == metric


def test_an_article_that_names_its_company_in_full_and_late_is_about_it(nlp: Language) -> None:
    text = (
        "Das große Graben\n\n"
        + "Wer im Herbst durch die Stadt fährt, braucht Geduld, denn an elf Stellen ist die Fahrbahn offen. "
        * 3
        + "\n\nDie Wärmewerk Brelltal GmbH verlegt Rohre. Das Unternehmen verdiente 2015 gut 7 Mio. Euro.\n\n"
        + "Angeschlossen sind 6200 Haushalte. "
        + "Das war einmal anders, doch davon mag im Rathaus kaum noch jemand reden, der damals dabei war. "
        * 6
    )
    (homes,) = (claim for claim in claims_of(nlp, text, SPRING) if claim.text == "6200")
    assert homes.company == "Wärmewerk Brelltal GmbH"


def test_a_trade_has_no_business_year(nlp: Language) -> None:
    text = (
        "Die Brellova AG erlöste im Geschäftsjahr 2014/15 (30. April) 31 Millionen Euro. "
        "Im ersten Halbjahr stieg der Umsatz um 4 Prozent. "
        "Der Handelsverband erwartet im Einzelhandel für das Gesamtjahr einen Umsatzrückgang von 2 Prozent."
    )
    told = [(claim.period, claim.fiscal) for claim in claims_of(nlp, text, date(2015, 12, 3))]
    assert told == [("2015", True), ("2016-H1", True), ("2015", False)]


def test_an_index_of_a_survey_is_named_and_is_of_no_day(nlp: Language) -> None:
    text = "Der Geschäftsklimaindex sackte um 11 Punkte auf 94 ab."
    told = [(claim.segment, claim.period, claim.reference) for claim in claims_of(nlp, text, SPRING)]
    assert told == [
        ("Geschäftsklimaindex", "2016-03", "prior_period"),
        ("Geschäftsklimaindex", "2016-03", None),
    ]


def test_a_product_that_brought_an_amount_tells_its_sales(nlp: Language) -> None:
    text = REPORT + "Der Absatz stieg auf 40.000 Tonnen. Futtermittel brachten 12 Millionen Euro."
    assert claims_of(nlp, text, SPRING)[-1].metric == "revenue"
