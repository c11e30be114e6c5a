"""What a figure takes over from those beside it: adjustment, a loss, the currency; and what it does not."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("adjusted", "text"),
    [
        ([True, True], "Dass das bereinigte Ebit mit 184 Millionen Euro um 13 Prozent schrumpfte, erstaunt."),
        ([True, True], "Bereinigt kam der Betriebsgewinn auf 350 Millionen Euro, fast doppelt so viel."),
        ([True, True], "Die bereinigte Marge betrug 17,3 Prozent, im Vorjahr waren es 17,1 Prozent."),
        ([True, False], "Das bereinigte Ebit stieg um 8 Prozent, nominal um 5 Prozent."),
        ([True, False], "Das bereinigte Ebit betrug 50 Millionen Euro, die entsprechende Marge 7 Prozent."),
    ],
)
def test_adjustment(nlp: Language, adjusted: list[bool], text: str) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Anbieter machte einen Verlust von 104 Millionen Dollar, je Aktie 36 Cent.",
            [
                figure("104 Millionen Dollar", "net_income", "level", -104e6, "USD"),
                figure("36 Cent", "earnings_per_share", "level", -0.36, "USD"),
            ],
        ),
        (
            "Operativ fehlten 130 Millionen Euro.",
            [figure("130 Millionen Euro", "ebit", "level", -130e6, "EUR")],
        ),
        (
            "Mit 1,3 Milliarden Euro blieb unter dem Strich weniger übrig.",
            [figure("1,3 Milliarden Euro", "net_income", "level", 1.3e9, "EUR")],
        ),
        (
            "Das organische Wachstum fiel mit 8,3 Prozent hoch aus.",
            [figure("8,3 Prozent", "revenue", "change", 8.3, "percent")],
        ),
        (
            "Der Umsatz betrug 45 Milliarden Dollar. Der Gewinn stieg auf 8,6 Milliarden; pro Aktie sind es "
            "4,13 Franken (+49 Prozent).",
            [
                figure("45 Milliarden Dollar", "revenue", "level", 45e9, "USD"),
                figure("8,6 Milliarden", "net_income", "level", 8.6e9, "USD"),
                figure("4,13 Franken", "earnings_per_share", "level", 4.13, "CHF"),
                figure("+49 Prozent", "earnings_per_share", "change", 49, "percent"),
            ],
        ),
        (
            "Der Betriebsgewinn kam auf 16,4 Milliarden Franken, +11 Prozent, was einer Marge von 36 Prozent "
            "entspricht.",
            [
                figure("16,4 Milliarden Franken", "ebit", "level", 16.4e9, "CHF"),
                figure("+11 Prozent", "ebit", "change", 11, "percent"),
                figure("36 Prozent", "margin", "level", 36, "percent"),
            ],
        ),
        (
            "Statt 32 werden 35 Cent Dividende vorgeschlagen.",
            [
                figure("32", "dividend", "level", 0.32, "EUR", status="reported"),
                figure("35 Cent", "dividend", "level", 0.35, "EUR", status="forecast"),
            ],
        ),
        (
            "Die Bestellungen sprangen um 26 Prozent auf 19,1 Milliarden, der Umsatz auf 17 Milliarden Euro.",
            [
                figure("26 Prozent", "order_intake", "change", 26, "percent"),
                figure("19,1 Milliarden", "order_intake", "level", 19.1e9, "EUR"),
                figure("17 Milliarden Euro", "revenue", "level", 17e9, "EUR"),
            ],
        ),
        (
            "Der Absatz soll auf 5 Millionen Stück steigen, bei einer Rendite von 8 Prozent.",
            [
                figure("5 Millionen", "sales_volume", "level", 5e6, "count"),
                figure("8 Prozent", "margin", "level", 8, "percent", status="forecast"),
            ],
        ),
        (
            "Größter Aktionär ist mit 31,5 Prozent eine Holding.",
            [figure("31,5 Prozent", "stake", "level", 31.5, "percent")],
        ),
        (
            "Das Cloudgeschäft wuchs um 39 Prozent.",
            [figure("39 Prozent", "revenue", "change", 39, "percent")],
        ),
    ],
)
def test_the_figure_beside(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("2015", "In den vergangenen fünf Jahren hat sich der Absatz verdoppelt."),
        ("2018", "Der Umsatz war doppelt so hoch wie 2018."),
        (None, "Der Umsatz soll bis 2025 um 20 Prozent wachsen."),
        ("prior_year", "Der Umsatz soll 2020 um 20 Prozent wachsen."),
    ],
)
def test_what_a_change_is_measured_against(nlp: Language, reference: str | None, text: str) -> None:
    assert [claim.reference for claim in claims_of(nlp, text)] == [reference]
