"""Figures that another one explains: multiples, parts of a whole, differences, results at a stage."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Verschuldungsgrad (Nettoschuld im Verhältnis zum Ebitda) kletterte auf 1,7; der Vorstand "
            "hat sich 2,0 zum Ziel gesetzt.",
            [
                figure("1,7", "debt", "level", 1.7, "factor"),
                figure("2,0", "debt", "level", 2, "factor"),
            ],
        ),
        (
            "Die Nettoverschuldung soll unter das 2,5-Fache des Ebitda sinken. "
            "Ende Juni stand die Kennzahl bei 2,9.",
            [
                figure("2,5-Fache", "debt", "level", 2.5, "factor", status="forecast"),
                figure("2,9", "debt", "level", 2.9, "factor", status="reported"),
            ],
        ),
        (
            "Seit April gilt Kurzarbeit für 420 der insgesamt 1150 Beschäftigten der Brellova AG.",
            [
                figure("420", "employees", "level", 420, "count"),
                figure("1150", "employees", "level", 1150, "count"),
            ],
        ),
        (
            "Das Filialnetz der Brellova AG wuchs um sieben auf 33 Häuser.",
            [
                figure("sieben", "locations", "change", 7, "count"),
                figure("33", "locations", "level", 33, "count"),
            ],
        ),
        (
            "Die Kraftwerke erzeugten 231 Gigawattstunden, um 29 Prozent weniger als vor einem Jahr.",
            [
                figure("231 Gigawattstunden", "production", "level", 231, "GWh"),
                figure("29 Prozent", "production", "change", -29, "percent"),
            ],
        ),
        (
            "Auf Stufe Ebit resultierte bei der Brellova AG ein Verlust von 4 Mio. Franken.",
            [figure("4 Mio. Franken", "ebit", "level", -4e6, "CHF")],
        ),
        (
            "Bis Ende 2024 soll die Kostenbasis um 20 Mio. Euro sinken, "
            "die Fusion bringt Kostenvorteile von 3 Mio. Euro.",
            [
                figure("20 Mio. Euro", "savings", "level", 2e7, "EUR", status="forecast"),
                figure("3 Mio. Euro", "savings", "level", 3e6, "EUR"),
            ],
        ),
        (
            "Die Gründerfamilie, der vor dem Verkauf 34,2 % gehören, zeichnet nicht; "
            "ihr Anteil sinkt auf 31 %.",
            [
                figure("34,2 %", "stake", "level", 34.2, "percent"),
                figure("31 %", "stake", "level", 31, "percent"),
            ],
        ),
        (
            "Die Brellova AG entwickelt mit 130 Beschäftigten Programme zur Einsatzplanung.",
            [figure("130", "employees", "level", 130, "count")],
        ),
        (
            "Die Kessel, die mit 5 Mio. Euro wertberichtigt wurden, stehen in Linz. Den Firmenwert "
            "der Tochter hat Brellova um 8 Mio. Euro berichtigt.",
            [
                figure("5 Mio. Euro", "costs", "level", 5e6, "EUR"),
                figure("8 Mio. Euro", "costs", "level", 8e6, "EUR"),
            ],
        ),
        (
            "Der Ausbau der Gießerei verschlingt 18 Mio. Euro.",
            [figure("18 Mio. Euro", "investment", "level", 18e6, "EUR")],
        ),
        (
            "Die Brellova Bank verdiente vor Steuern in Österreich 118 Mio. Euro, in Rumänien fielen 63 Mio. "
            "Verlust an.",
            [
                figure("118 Mio. Euro", "pretax_profit", "level", 118e6, "EUR"),
                figure("63 Mio.", "pretax_profit", "level", -63e6, "EUR"),
            ],
        ),
        (
            "Der Auftragsbestand der Brellova AG hat 287 Mio. Euro erreicht, womit die Fertigung "
            "ausgelastet ist; zum Jahreswechsel waren es 243 Mio. Euro gewesen.",
            [
                figure("287 Mio. Euro", "order_backlog", "level", 287e6, "EUR"),
                figure("243 Mio. Euro", "order_backlog", "level", 243e6, "EUR"),
            ],
        ),
    ],
)
def test_the_metric_of_a_figure_told_of_another(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die Anleger hatten mehr erwartet: Die Titel der Brellova AG verloren 3,4 Prozent.", "reported"),
        ("Der Cashflow fiel mit -6,3 Mio. Euro erwartungsgemäß negativ aus.", "reported"),
        (
            "Die im März genannte Guidance (Umsatz 470 Mio. Euro) kann nicht gehalten werden.",
            "prior_forecast",
        ),
        (
            "Nach den neun Monaten, in denen der Umsatz auf 74 Mio. Euro gestiegen ist, hebt der Vorstand "
            "die Prognose an.",
            "reported",
        ),
        ("Damals war ein Ebit von 20 Mio. Euro in Aussicht gestellt worden.", "forecast"),
    ],
)
def test_the_status_of_a_figure_told_of_another(nlp: Language, text: str, status: str) -> None:
    (expected,) = [claim.status for claim in claims_of(nlp, text)]
    assert expected == status
