"""Yields of bonds by the day, orders in the books, goals given up, shares that lead to a price, asides."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

AUTUMN = date(2018, 10, 11)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Der Bestand an fest vereinbarten Wartungserlösen lag Ende Dezember bei 410 Millionen Euro.",
         ["order_backlog"]),
        ("Die Wartungserlöse lagen Ende Dezember bei 410 Millionen Euro.", ["revenue"]),
        ("Ende Juni standen Bestellungen im Wert von 800 Millionen Euro in den Büchern.", ["order_backlog"]),
        ("In den Büchern stehen damit Aufträge über 1,3 Milliarden Euro.", ["order_backlog"]),
        ("Die Talbau AG erhielt Aufträge über 1,3 Milliarden Euro.", ["order_intake"]),
        ("Der Zufluss aus dem operativen Geschäft betrug 81 Millionen Euro.", ["cash_flow"]),
        ("Ein Programm soll die Ausgaben der Talbau AG um jährlich 3 Millionen Euro drücken.", ["savings"]),
        ("Das Ebit sank auf 3 Millionen Euro. Unter dem Strich steht ein Plus: Der Überschuss betrug 2 "
         "Millionen Euro nach einer Million im Jahr davor.", ["ebit", "net_income", "net_income"]),
        ("Geplant ist ein Defizit von 2,4 Prozent des Bruttoinlandsprodukts, zugesagt waren 0,8 Prozent.",
         ["budget", "budget"]),
        ("Gegen den Trend kletterten Stahlwerke Bornhof um 2,7 Prozent auf 13,20 Euro.",
         ["share_price", "share_price"]),
        ("Die Talbau AG enttäuscht. Unter den kleinen Werten knicken Talbau um 9 Prozent auf 27 Euro ein.",
         ["share_price", "share_price"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


def test_yields_are_told_by_the_day_and_their_gap_as_a_level(nlp: Language) -> None:
    text = (
        "Die Rendite amerikanischer Treasuries, die am Dienstag auf 3,26 Prozent gestiegen war, kam auf 3,15 "
        "Prozent zurück. Der Abstand zu deutschen Renditen wuchs um acht Basispunkte auf 3,06 Prozentpunkte."
    )
    fields = [
        figure("3,26 Prozent", "interest_rate", "level", 3.26, "percent", period="2018-10-09"),
        figure("3,15 Prozent", "interest_rate", "level", 3.15, "percent", period="2018-10-11"),
        figure("acht Basispunkte", "interest_rate", "change", 0.08, "percentage_points", period="2018-10-11"),
        figure(
            "3,06 Prozentpunkte", "interest_rate", "level", 3.06, "percentage_points", period="2018-10-11"
        ),
    ]
    check(nlp, text, fields, AUTUMN)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Statt eines Zuwachses von vier Prozent erwartet die Talbau AG nun stagnierende Erlöse.",
         ["prior_forecast"]),
        ("Die Talbau AG rechnet mit 50 Millionen Euro Umsatz, nachdem sie noch 70 Millionen für machbar "
         "gehalten hatte.", ["forecast", "prior_forecast"]),
        ("Das Ziel, einen Überschuss von 11 Millionen Euro zu erreichen, gab die Talbau AG auf.",
         ["prior_forecast"]),
        ("Das Ziel, einen Überschuss von 11 Millionen Euro zu erreichen, gab die Talbau AG bekannt.",
         ["forecast"]),
    ],
)  # fmt: skip
def test_status(nlp: Language, text: str, status: list[str]) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == status


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Der Umsatz der Talbau AG übertraf erstmals 140 Millionen Euro.", ["over"]),
        ("Der Umsatz der Talbau AG übertraf die 140 Millionen Euro des Vorjahres.", ["exact"]),
        ("Das Vermögen der Talbau AG sei im besten Fall elf Millionen Euro wert.", ["at_most"]),
    ],
)  # fmt: skip
def test_qualifiers(nlp: Language, text: str, qualifiers: list[str]) -> None:
    assert [claim.qualifier for claim in claims_of(nlp, text)] == qualifiers


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Der Umsatz der Talbau AG sank 2017 auf 60 Millionen Euro. Der Verlust, 2016 mit drei Millionen "
         "noch verkraftbar, schwoll auf neun Millionen Euro an.", ["2017", "2016", "2017"]),
        ("Die Aktie der Talbau AG legte am Mittwoch zu. Sie verlor bis zum Donnerstagmittag 4 Prozent auf 31 "
         "Euro. Zeitweise war sie mit 29 Euro so billig gewesen wie seit 2014 nicht mehr.",
         ["2018-10-11", "2018-10-11", "2018-10-11"]),
        ("Die Preise stiegen im September um 9 Prozent. Im August hatte die Teuerung 8 Prozent betragen. "
         "Binnen Monatsfrist zogen die Preise um 1,8 Prozent an.", ["2018-09", "2018-08", "2018-09"]),
    ],
)  # fmt: skip
def test_periods(nlp: Language, text: str, periods: list[str]) -> None:
    assert [claim.period for claim in claims_of(nlp, text, AUTUMN)] == periods


def test_points_beside_a_share_are_its_own(nlp: Language) -> None:
    text = "Rund 58 Prozent der Erlöse kamen aus dem Ausland, drei Punkte mehr als im Vorjahr."
    points = claims_of(nlp, text)[1]
    assert (points.metric, points.unit, points.low) == ("revenue", "percentage_points", 3)
