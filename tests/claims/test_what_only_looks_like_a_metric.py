"""Words that sound like a metric and name none, shares of people, and what must not be carried on."""

import pytest
from spacy.language import Language
from stated import claims_of

from pipeline.mentions.metric_words import metrics_of_word


def metrics_of(nlp: Language, text: str) -> list[str]:
    return [claim.metric for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    "word",
    ["Kaufvertrag", "Verträge", "Sekunden", "Krankenhäuser", "Überzeugungen", "Ankündigungen", "Vermieter",
     "Haltestellen", "Steuerung", "Elternteil", "Vegetation", "Zeitverlust", "Insolvenzverwalter",
     "Kundenservice", "Kostengründen", "Passagiermaschinen", "Privatkundengeschäft", "Stellenmarkt",
     "Fabrikgebäude", "Arbeitnehmervertreter", "Kurzarbeitergeld", "Verlustrechnung"],
)  # fmt: skip
def test_a_word_that_holds_another_one_names_no_metric(word: str) -> None:
    assert not [named for named in metrics_of_word(word) if named.rule.metric != "none"]


@pytest.mark.parametrize(
    ("word", "metric"),
    [("Stromerträge", "revenue"), ("Neukunden", "customers"), ("Möbelhäuser", "locations"),
     ("Tankstellen", "locations"), ("Jahresteuerung", "inflation"), ("Staatsschulden", "budget"),
     ("Mitarbeiterzahl", "employees"), ("Umsatzwachstum", "revenue"), ("Dividendenvorschlag", "dividend"),
     ("Frachtmenge", "other"), ("Aufklärungsquote", "other"), ("Eigenkapitalquote", "equity")],
)  # fmt: skip
def test_the_head_of_a_compound_decides(word: str, metric: str) -> None:
    assert [named.rule.metric for named in metrics_of_word(word)] == [metric]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Von den Mitarbeitern weiß man nichts. Doch 37 Prozent der Befragten sehen es anders.", ["other"]),
        ("Die Autos fahren bald allein. 41 Prozent würden dem Rechner trauen.", ["other"]),
        ("In Kurzarbeit schickten 62 Prozent der Unternehmen ihre Leute.", ["other"]),
        ("Die Fabrik zählt 300 Mitarbeiter. Mit acht Prozent war das Land am Bau beteiligt.",
         ["employees", "stake"]),
        ("Der Verlag hat 300 Mitarbeiter. Mit acht Prozent hilft das Land.", ["employees", "other"]),
        ("Das Paket kostet 4,90 Euro. Dafür gab es 5 Millionen Euro.", ["price", "other"]),
        ("Der Hafen gewann 4 Prozent Passagiere. Die Frachtmenge sank um 3 Prozent.", ["customers", "other"]),
        ("Der Umsatz stieg um 4 Prozent. Die Ausfuhren sanken um 3 Prozent.", ["revenue", "other"]),
        ("Die Gäste erhielten bei 5000 Führungen Auskunft.", ["other"]),
        ("Insgesamt behandeln die Kliniken 5678 Patienten.", ["other"]),
    ],
)  # fmt: skip
def test_a_share_of_people_and_another_subject_are_no_metric(
    nlp: Language, text: str, metrics: list[str]
) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Der Umsatz stieg auf 5 Millionen Euro. Im Jahr davor waren es 4 Millionen.",
            ["revenue", "revenue"],
        ),
        ("Der Bund beschäftigt 300 Mitarbeiter. Das sind fünf Prozent weniger.", ["employees", "employees"]),
    ],
)
def test_what_tells_the_same_again_is_carried_on(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Der Warenhandel wuchs. Im April ergab sich ein Defizit von 163 Milliarden Dollar.", ["other"]),
        ("Zölle von 25 Prozent treffen auch Autos.", ["other"]),
        ("Die Kosten sollen bis 2030 um eine Milliarde Euro sinken.", ["savings"]),
        ("Der Umsatz fiel um 3 Prozent. Der Konzern rechnet mit einer Rendite von 6 Prozent.",
         ["revenue", "margin"]),
        ("Die Rendite der Anleihen stieg auf 6 Prozent.", ["interest_rate"]),
        ("Vollzeitkräfte verdienten 3978 Euro brutto. Das waren 988 Euro mehr.", ["price", "price"]),
        ("Die Inflation sank auf 2,1 Prozent. Zum Vormonat stiegen die Preise um 0,4 Prozent.",
         ["inflation", "inflation"]),
        ("Die Preise in der Eurozone stiegen um 2 Prozent.", ["inflation"]),
        ("Die Zahl der Arbeitslosen stieg auf 2,9 Millionen. Das sind 182.000 mehr als im Vorjahr.",
         ["unemployment", "unemployment"]),
        ("Der Überschuss des Verwaltungshaushaltes liegt bei 1,8 Millionen Euro.", ["budget"]),
    ],
)  # fmt: skip
def test_wages_prices_and_gaps_of_an_economy(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Jeder dritte Betrieb plant Kurzarbeit.", ["other"]),
        ("Jeder dritte Arbeitsplatz fällt weg.", ["employees"]),
        ("Der Strom kostet 34 Cent je Kilowattstunde. Haushalte zahlen 120 Euro mehr.", ["price", "price"]),
        ("Der Dax gewann 1,2 Prozent. VW verteuerten sich um 2,4 Prozent.", ["index_level", "share_price"]),
    ],
)
def test_who_and_what_is_told_of(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Bei dem Brand wurden 14 Arbeiter verletzt.", ["other"]),
        ("Das Unglück, das elf Arbeitern das Leben kostete, geschah auf See.", []),
        ("Die Firma hat 14 Arbeiter entlassen.", ["employees"]),
        ("Brent verteuerte sich auf 61,91 Dollar je Fass (159 Liter).", ["commodity_price"]),
        ("Der CSI 300 Index verlor 3 Prozent.", ["index_level"]),
    ],
)
def test_people_harmed_and_numbers_in_names(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Verzinsung langlaufender spanischer Anleihen sank auf 2,31 Prozent.", ["interest_rate"]),
        ("Die Rendite der Anleihen und die Kosten stiegen: 40 Millionen Euro.", ["costs"]),
        ("Die Umsatzrendite lag bei 4,2 Prozent vor Steuern.", ["margin"]),
        ("Bei 12 Prozent Marge blieben 4 Millionen Euro vor Steuern.", ["margin", "pretax_profit"]),
        ("Der Umsatz stieg um 9 Prozent. Ohne Wechselkurse und die Zu- und Verkäufe waren es 6 Prozent.",
         ["revenue", "revenue"]),
        ("Ohne Zukäufe stieg der Umsatz um 9 Prozent.", ["revenue"]),
        ("Ohne die hohen Kosten des Umbaus wuchs der Gewinn um 9 Prozent.", ["net_income"]),
    ],
)  # fmt: skip
def test_what_a_figure_is_told_of_or_without_is_not_measured(
    nlp: Language, text: str, metrics: list[str]
) -> None:
    assert metrics_of(nlp, text) == metrics


def test_each_predicate_tells_whether_jobs_go_or_come(nlp: Language) -> None:
    text = "Der Handel hat 4.000 Stellen abgebaut, während im Handwerk 6.500 Stellen geschaffen wurden."
    assert [claim.low for claim in claims_of(nlp, text)] == [-4000, 6500]
