"""Figures that go on from the one before them: told again, carried over by their unit, compared alike."""

import pytest
from spacy.language import Language
from stated import Expected, check, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wegfallen sollen rund acht Prozent der Belegschaft, das wären 336 Stellen.",
            [
                figure("acht Prozent", "employees", "change", -8, "percent", status="forecast"),
                figure("336", "employees", "change", -336, "count", status="forecast"),
            ],
        ),
        (
            "Die Firma baut in Deutschland 1900 Stellen ab, weltweit sind es 3000.",
            [
                figure("1900", "employees", "change", -1900, "count", status="forecast"),
                figure("3000", "employees", "change", -3000, "count", status="forecast"),
            ],
        ),
        (
            "Die Bank hat danach noch 1000 Mitarbeiter. Derzeit sind es 1300.",
            [
                figure("1000", "employees", "level", 1000, "count"),
                figure("1300", "employees", "level", 1300, "count"),
            ],
        ),
        (
            "Das Ebit betrug 7 Millionen Euro, die Marge 3 Prozent. Analysten rechneten mit 8 Millionen.",
            [
                figure("7 Millionen Euro", "ebit", "level", 7e6, "EUR"),
                figure("3 Prozent", "margin", "level", 3, "percent"),
                figure("8 Millionen", "ebit", "level", 8e6, "EUR", status="consensus"),
            ],
        ),
        (
            "Ursprünglich waren 9 Prozent Wachstum geplant, geworden sind es 6 Prozent.",
            [
                figure("9 Prozent", "revenue", "change", 9, "percent", status="prior_forecast"),
                figure("6 Prozent", "revenue", "change", 6, "percent", status="reported"),
            ],
        ),
        (
            "Gesucht waren Bankenwerte wie Talbank (plus 3,3 Prozent) und Seebank (minus 1,1 Prozent).",
            [
                figure("3,3 Prozent", "share_price", "change", 3.3, "percent", reference="prior_day"),
                figure("1,1 Prozent", "share_price", "change", -1.1, "percent", reference="prior_day"),
            ],
        ),
        (
            "Das bereinigte Ebit soll 520 Millionen Euro betragen, bisher waren 500 Millionen geplant.",
            [
                figure("520 Millionen Euro", "ebit", "level", 520e6, "EUR", adjusted=True),
                figure("500 Millionen", "ebit", "level", 500e6, "EUR", adjusted=True),
            ],
        ),
        (
            "Die Aktie fiel um 12 Prozent. Seit Jahresbeginn summiert sich der Verlust auf 38 Prozent.",
            [
                figure("12 Prozent", "share_price", "change", -12, "percent"),
                figure("38 Prozent", "share_price", "change", -38, "percent", reference="2020"),
            ],
        ),
        (
            "Die Kette schließt 85 Filialen. Betroffen sind 4300 Beschäftigte.",
            [
                figure("85", "locations", "change", -85, "count", status="forecast"),
                figure("4300", "employees", "change", -4300, "count", status="forecast"),
            ],
        ),
        (
            "Das BIP sank um 0,1 Prozent zum Vorquartal. Ökonomen hatten ein Minus von 0,2 Prozent erwartet.",
            [
                figure("0,1 Prozent", "gdp", "change", -0.1, "percent", reference="prior_period"),
                figure("0,2 Prozent", "gdp", "change", -0.2, "percent", reference="prior_period"),
            ],
        ),
        (
            "Größter Gewinner war Talbank mit einem Plus von 6 Prozent.",
            [figure("6 Prozent", "share_price", "change", 6, "percent", reference="prior_day")],
        ),
        (
            "Der Umbau dürfte 3 Milliarden Euro verschlingen, jährlich werden 80 Millionen Euro eingespart.",
            [
                figure("3 Milliarden Euro", "costs", "level", 3e9, "EUR"),
                figure("80 Millionen Euro", "savings", "level", 80e6, "EUR"),
            ],
        ),
    ],
)
def test_a_figure_goes_on_from_the_one_before(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)
