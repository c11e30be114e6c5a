"""What happened, what is expected, what was expected before, and what analysts expect."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure

BILLION = 1e9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Für 2020 rechnet der Vorstand mit einem Umsatz von 5 bis 5,5 Milliarden Euro.",
            [
                figure(
                    "5 bis 5,5 Milliarden Euro",
                    "revenue",
                    "level",
                    (5 * BILLION, 5.5 * BILLION),
                    "EUR",
                    period="2020",
                    status="forecast",
                )
            ],
            id="told",
        ),
        pytest.param(
            "Für das laufende Jahr peilt der Konzern ein Umsatzwachstum von 3 bis 5 Prozent an.",
            [
                figure(
                    "3 bis 5 Prozent",
                    "revenue",
                    "change",
                    (3, 5),
                    "percent",
                    period="2020",
                    status="forecast",
                    reference="prior_year",
                )
            ],
            id="growth",
        ),
        pytest.param(
            "Für 2020 bestätigte der Vorstand das Ziel eines bereinigten Ebit von mehr als 120 "
            "Millionen Euro.",
            [
                figure(
                    "120 Millionen Euro",
                    "ebit",
                    "level",
                    1.2e8,
                    "EUR",
                    qualifier="over",
                    adjusted=True,
                    period="2020",
                    status="forecast",
                )
            ],
            id="confirmed",
        ),
        pytest.param(
            "Die Beispiel AG senkte ihre Umsatzprognose für 2020 von 5 auf 4,5 Milliarden Euro.",
            [
                figure("5", "revenue", "level", 5 * BILLION, "EUR", period="2020", status="prior_forecast"),
                figure(
                    "4,5 Milliarden Euro",
                    "revenue",
                    "level",
                    4.5 * BILLION,
                    "EUR",
                    period="2020",
                    status="forecast",
                ),
            ],
            id="cut-from-to",
        ),
        pytest.param(
            "Der Konzern hob seine Prognose für den Umsatz von 5 auf 6 Milliarden Euro an.",
            [
                figure("5", "revenue", "level", 5 * BILLION, "EUR", status="prior_forecast"),
                figure("6 Milliarden Euro", "revenue", "level", 6 * BILLION, "EUR", status="forecast"),
            ],
            id="raised-from-to",
        ),
        pytest.param(
            "Bisher hatte der Konzern für 2020 einen Umsatz von 5 Milliarden Euro in Aussicht gestellt, "
            "nun rechnet er mit 4,5 Milliarden Euro.",
            [
                figure("5 Milliarden Euro", "revenue", "level", 5 * BILLION, "EUR", status="prior_forecast"),
                figure("4,5 Milliarden Euro", "revenue", "level", 4.5 * BILLION, "EUR", status="forecast"),
            ],
            id="before-and-now",
        ),
        pytest.param(
            "Der Konzern erwartet nun ein Umsatzplus von 6 Prozent statt bisher 4 Prozent.",
            [
                figure("6 Prozent", "revenue", "change", 6, "percent", status="forecast"),
                figure("4 Prozent", "revenue", "change", 4, "percent", status="prior_forecast"),
            ],
            id="instead-of",
        ),
        pytest.param(
            "Analysten hatten im Schnitt mit einem Umsatz von 1,2 Milliarden Euro gerechnet.",
            [figure("1,2 Milliarden Euro", "revenue", "level", 1.2 * BILLION, "EUR", status="consensus")],
            id="analysts",
        ),
        pytest.param(
            "Der Umsatz stieg auf 1,3 Milliarden Euro, während Analysten mit 1,2 Milliarden Euro "
            "gerechnet hatten.",
            [
                figure("1,3 Milliarden Euro", "revenue", "level", 1.3 * BILLION, "EUR", status="reported"),
                figure("1,2 Milliarden Euro", "revenue", "level", 1.2 * BILLION, "EUR", status="consensus"),
            ],
            id="analysts-beside-the-figure",
        ),
        pytest.param(
            "Die Erwartungen der Analysten von 2,0 Milliarden Euro übertraf der Umsatz von 2,1 "
            "Milliarden Euro.",
            [
                figure("2,0 Milliarden Euro", "revenue", "level", 2 * BILLION, "EUR", status="consensus"),
                figure("2,1 Milliarden Euro", "revenue", "level", 2.1 * BILLION, "EUR", status="reported"),
            ],
            id="expectations-as-a-noun",
        ),
    ],
)
def test_an_outlook_is_no_fact(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Für 2019 schlägt der Vorstand eine Dividende von 1,20 Euro je Aktie vor.", ["forecast"]),
        (
            "Die Dividende soll auf 1,20 Euro je Aktie steigen, nach 1,10 Euro im Vorjahr.",
            ["forecast", "reported"],
        ),
        (
            "Die Aktionäre erhalten eine Dividende von 1,20 Euro (Vorjahr: 1,10 Euro).",
            ["forecast", "reported"],
        ),
        ("Die Firma zahlte für 2018 eine Dividende von 1,10 Euro je Aktie.", ["reported"]),
    ],
)
def test_a_proposed_dividend_is_still_to_come(nlp: Language, text: str, status: list[str]) -> None:
    amounts = [{"text": f"1,{number}0 Euro", "metric": "dividend", "unit": "EUR"} for number in (2, 1)]
    wanted = [amount for amount in amounts if str(amount["text"]) in text]
    check(nlp, text, [{**amount, "status": told} for amount, told in zip(wanted, status, strict=True)])


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (["forecast"], "Der Verband hält einen Absatz von 4,6 Millionen Rädern für erreichbar."),
        (["forecast"], "Für den Sozialplan sind 18,5 Millionen Euro eingeplant."),
        (["forecast"], "Den Fehlbetrag hofft er auf 4 Millionen Euro zu drücken."),
        (["forecast"], "Einen Cent mehr je Flasche, und das Ergebnis stiege um 9 Millionen Euro."),
        (["forecast"], "Der Händler schliesst 24 Filialen."),
        (["forecast"], "In Europa stehen 6500 Jobs infrage."),
        (["consensus"], "Analysten hatten sich nur 5,9 Mrd. Euro Umsatz ausgerechnet."),
        (["consensus"], "Auf dem Zettel hatten die Analysten einen Umsatz von 204 Millionen Euro."),
        (["reported"], "Der Index ging mit 22.590 Punkten ins Ziel."),
        (["reported"], "Ein Umsatz von 5 Mio. Euro sei erreicht, rechnet der Vorstand vor."),
        (["reported"], "Das Ebitda blieb mit 51 Mio. Euro unterhalb der im Juli bekräftigten Prognose."),
        (
            ["forecast", "prior_forecast"],
            "Der Vorstand peilt einen Gewinn von 50 Mio. Euro an. "
            "Im Frühjahr war noch von 40 Mio. Euro die Rede gewesen.",
        ),
        (
            ["reported", "prior_forecast"],
            "Der Verlust beläuft sich auf 12 Millionen Euro, geplant waren 5,5.",
        ),
        (
            ["forecast", "reported"],
            "Je Stammaktie sind 6 Euro Dividende vorgesehen. Für 2018 hatte es 8,50 Euro gegeben.",
        ),
    ],
)
def test_outlooks_told_in_other_words(nlp: Language, statuses: list[str], text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == statuses
