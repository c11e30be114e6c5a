"""Parts of what was told before, results that turn into others, what is proposed to owners."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

REVENUE = "Die Talbau AG setzte 2019 340 Millionen Euro um. "


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Das Ebit kam auf 34 Millionen Euro. Bezogen auf den Umsatz sind das 10,1 Prozent, nach 9,3.",
         ["margin", "margin"]),
        ("Das Ebitda lag bei 34 Millionen Euro. Das entspricht 10 Prozent der Erlöse.", ["margin"]),
        ("Sie investierte 34 Millionen Euro. Das entspricht 10 Prozent der Erlöse.", ["investment"]),
        ("Die Nettorendite betrug 3,4 Prozent.", ["margin"]),
        ("Asien trug ein Drittel bei, Amerika ein Fünftel.", ["revenue", "revenue"]),
        ("Gut ein Drittel davon stammt aus dem Handel.", ["revenue"]),
        ("Nach Zinsen und Steuern blieben 12 Millionen Euro.", ["net_income"]),
        ("Ihr flossen 48 Millionen Euro frei zu, doppelt so viel wie 2018.", ["cash_flow", "cash_flow"]),
        ("Aus dem operativen Geschäft flossen 48 Millionen Euro.", ["cash_flow"]),
        ("2018, als die Kunden noch Kräne orderten, waren es 412 Millionen.", ["revenue"]),
        ("Sie wies 34 Millionen Euro Ebit aus (2018: 31), dazu einen Überschuss von 12 Millionen Euro.",
         ["ebit", "ebit", "net_income"]),
    ],
)  # fmt: skip
def test_metrics_after_the_revenue(nlp: Language, text: str, metrics: list[str]) -> None:
    claims = claims_of(nlp, REVENUE + text)[1:]
    assert [claim.metric for claim in claims if claim.metric != "other"][-len(metrics) :] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Aus einem Betriebsgewinn von 4 Mio. Euro wurde ein Verlust von 2 Mio.", ["ebit", "ebit"]),
        ("Statt eines operativen Gewinns von 4 Mio. Euro stand ein Verlust von 2 Mio. in den Büchern.",
         ["ebit", "ebit"]),
        ("Bei einem Ebit von 4 Millionen Euro fiel ein Verlust von 2 Millionen an.", ["ebit", "net_income"]),
    ],
)  # fmt: skip
def test_a_result_turns_into_another_one_of_the_same(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    "text",
    [
        "Nach 80 Cent für 2018 schlägt der Vorstand der Talbau AG nur noch 30 Cent je Aktie vor.",
        "Vorgeschlagen sind bei der Talbau AG 80 Cent je Anteilsschein, 30 Cent mehr als für 2018.",
        "Der Verwaltungsrat der Talbau AG beantragt 80 Rappen je Aktie, nach 30 Rappen im Vorjahr.",
        "Die Talbau AG hatte 24 Mio. Euro verdient und davon 80 Cent je Papier an die Eigner überwiesen, "
        "2017 waren es 30 Cent.",
    ],
)
def test_what_owners_get_for_a_share_is_a_dividend(nlp: Language, text: str) -> None:
    small = [claim for claim in claims_of(nlp, text) if abs(claim.high) < 1]
    assert [claim.metric for claim in small] == ["dividend", "dividend"]


def test_a_meeting_votes_on_an_amount_and_not_on_more(nlp: Language) -> None:
    text = "Im Mai stimmt die Hauptversammlung der Talbau AG über 3,65 Euro je Aktie ab."
    check(nlp, text, [figure("3,65 Euro", "dividend", "level", 3.65, "EUR", qualifier="exact")])


@pytest.mark.parametrize(
    ("text", "status", "high"),
    [
        ("Für 2020 hatte die Talbau AG im Januar noch 8 Mio. Euro Überschuss geplant, jetzt sind es fünf.",
         "forecast", 5e6),
        ("Die Talbau AG schloss mit einem Minus von 4 Mio. Euro ab; für 2020 sind noch 3 Mio. geplant.",
         "forecast", -3e6),
    ],
)  # fmt: skip
def test_a_plan_goes_on(nlp: Language, text: str, status: str, high: float) -> None:
    claim = claims_of(nlp, text, date(2020, 3, 1))[-1]
    assert (claim.status, claim.high) == (status, high)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Der Überschuss erreichte nicht einmal ein Viertel des Vorjahreswertes.", 0.25, "factor"),
        ("Der Überschuss deckt ein Viertel des Vorjahres ab.", 25, "percent"),
        (
            "Der Cashflow übertraf den Vorjahreswert um ein Viertel, und die Schulden gingen zurück.",
            25,
            "percent",
        ),
        ("Der Umsatz fiel. Der Streik hat die Talbau AG drei Prozent Umsatz gekostet.", -3, "percent"),
    ],
)
def test_values(nlp: Language, text: str, value: float, unit: str) -> None:
    claim = claims_of(nlp, text)[-1]
    assert (claim.high, claim.unit) == (value, unit)


def test_a_share_looked_back_on_is_a_level(nlp: Language) -> None:
    text = "22 Prozent des Umsatzes brachten bei der Talbau AG Kräne, fünf Jahre zuvor waren es erst neun."
    assert [claim.kind for claim in claims_of(nlp, text)] == ["level", "level"]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("Zum Jahresende beschäftigte die Gruppe 2940 Mitarbeiter.", ["2940"]),
        ("In der Gruppe 2940 spielt niemand.", []),
        ("Die Auflage sank um 2100 auf 187.400 Exemplare.", ["2100", "187.400"]),
        ("Die Auflage sank im Jahr 2100 auf 187.400 Exemplare.", ["187.400"]),
    ],
)
def test_numbers_that_look_like_names_or_years(nlp: Language, text: str, texts: list[str]) -> None:
    assert [claim.text for claim in claims_of(nlp, text)] == texts


def test_months_told_again_tell_the_business_year(nlp: Language) -> None:
    text = (
        "Die Talbau AG hat das erste Halbjahr ihres Geschäftsjahres 2025/26 hinter sich. Von April bis "
        "September setzte sie 83 Millionen Euro um, 5 Prozent mehr als im gleichen Zeitraum 2024."
    )
    claims = claims_of(nlp, text, date(2025, 11, 20))
    assert [(claim.period, claim.fiscal) for claim in claims] == [("2026-H1", True)] * 2


def test_a_company_delivered_to_is_not_the_one_told_of(nlp: Language) -> None:
    text = (
        "Die Talbau AG baut Möbel. Später gingen Garnituren an Ostwerk und die Nordmöbel AG. Der Umsatz "
        "stieg auf 50 Mio. Mark. Schwer traf sie die Pleite des Händlers Westholz AG. Der Gewinn fiel auf 3 "
        "Mio. Mark."
    )
    assert {claim.company for claim in claims_of(nlp, text)} == {"Talbau AG"}
