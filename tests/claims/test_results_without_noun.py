"""Results that no noun names: money that is gone, what is left of sales, the gap of a public purse."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Firma hat 17,8 Millionen Euro umgesetzt und dabei 23,5 Millionen verloren.",
            [
                figure("17,8 Millionen Euro", "revenue", "level", 17.8e6, "EUR"),
                figure("23,5 Millionen", "net_income", "level", -23.5e6, "EUR"),
            ],
        ),
        (
            "An der Börse verlor der Börsenwert 3 Milliarden Euro.",
            [figure("3 Milliarden Euro", "market_cap", "level", 3e9, "EUR")],
        ),
        (
            "Vor Steuern standen 17,1 Milliarden Euro zu Buche, was 11,0 Prozent der Erlöse entspricht.",
            [
                figure("17,1 Milliarden Euro", "pretax_profit", "level", 17.1e9, "EUR"),
                figure("11,0 Prozent", "margin", "level", 11, "percent"),
            ],
        ),
        (
            "Nach Steuern blieben 5 Millionen Euro, 30 Prozent der Erlöse kamen aus Asien.",
            [
                figure("5 Millionen Euro", "net_income", "level", 5e6, "EUR"),
                figure("30 Prozent", "revenue", "level", 30, "percent"),
            ],
        ),
        (
            "Vom Umsatz sollen vor Zinsen und Steuern 4,5 bis 5 Prozent hängen bleiben.",
            [figure("4,5 bis 5 Prozent", "margin", "level", (4.5, 5), "percent", status="forecast")],
        ),
        (
            "Die Betriebe zählten 27,7 Millionen Nächtigungen, ein Zuwachs von 0,6 Prozent.",
            [
                figure("27,7 Millionen", "other", "level", 27.7e6, "count"),
                figure("0,6 Prozent", "other", "change", 0.6, "percent"),
            ],
        ),
        (
            "Der Bund rechnet mit einem Fehlbetrag von 2,6 Mrd. Franken.",
            [figure("2,6 Mrd. Franken", "budget", "level", -2.6e9, "CHF", status="forecast")],
        ),
        (
            "Der Verband rechnet mit einem Fehlbetrag von 2,6 Mrd. Franken.",
            [figure("2,6 Mrd. Franken", "net_income", "level", -2.6e9, "CHF")],
        ),
        (
            "Im Quartal blieb von 21 Millionen Euro Umsatz operativ ein Minus von 0,8 Millionen übrig.",
            [
                figure("21 Millionen Euro", "revenue", "level", 21e6, "EUR"),
                figure("0,8 Millionen", "ebit", "level", -0.8e6, "EUR"),
            ],
        ),
        (
            "754 Millionen Euro verdiente die Firma im Quartal vor Zinsen, Steuern und Einmaleffekten.",
            [figure("754 Millionen Euro", "ebit", "level", 754e6, "EUR")],
        ),
        (
            "Die Firma hatte operativ, um Sondereffekte bereinigt, 2,8 Milliarden Euro verdient.",
            [figure("2,8 Milliarden Euro", "ebit", "level", 2.8e9, "EUR", adjusted=True)],
        ),
        (
            "Vor Steuern standen 310 Millionen Euro zu Buche. Nach Abzug der Steuern blieben 214 Millionen.",
            [
                figure("310 Millionen Euro", "pretax_profit", "level", 310e6, "EUR"),
                figure("214 Millionen", "net_income", "level", 214e6, "EUR"),
            ],
        ),
        (
            "Die Bank verdoppelte ihre Vorsorge für faule Kredite auf 400 Millionen Euro.",
            [
                figure("verdoppelte", "costs", "change", 2, "factor"),
                figure("400 Millionen Euro", "costs", "level", 400e6, "EUR"),
            ],
        ),
        (
            "Der Überschuss sank auf 5,6 Millionen Euro. Auf die Aktie gerechnet sind es 6,41 Euro.",
            [
                figure("5,6 Millionen Euro", "net_income", "level", 5.6e6, "EUR"),
                figure("6,41 Euro", "earnings_per_share", "level", 6.41, "EUR"),
            ],
        ),
        (
            "Der Umsatz stieg um 5 Prozent. Noch kräftiger, um sieben Prozent, wuchsen die Bestellungen.",
            [
                figure("5 Prozent", "revenue", "change", 5, "percent"),
                figure("sieben Prozent", "order_intake", "change", 7, "percent"),
            ],
        ),
        (
            "Je Stammaktie sind 6,00 Euro vorgesehen.",
            [figure("6,00 Euro", "dividend", "level", 6, "EUR")],
        ),
    ],
)
def test_results(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Erlöse wogen mehr als 5 Mio. Euro Kosten. Letztere sanken um 9 Prozent.", ["costs", "costs"]),
        ("Schuld sind auch maue Erlöse. Mit 4,2 Mrd. Euro liegen letztere unter Plan.", ["revenue"]),
        ("An der Börse sackten die Namen um 9,3 Prozent auf 112 Franken ab.", ["share_price"] * 2),
        (
            "Unterm Strich verdiente die Bayerische Motoren Werke AG 12 Mrd. Euro, 34 Prozent weniger.",
            ["net_income", "net_income"],
        ),
        ("Damals wurden mit 41 Mio. Euro Umsatz 1,9 Mio. Euro EGT erzielt.", ["revenue", "pretax_profit"]),
        ("Mit 23 Leuten schrieb sie 2,9 Mio. Euro Verlust.", ["employees", "net_income"]),
        (
            "Der Umsatz brach auf 214,8 Mio. Euro ein. In den Läden ging er um 44 Prozent zurück.",
            ["revenue", "revenue"],
        ),
        ("Das Ebitda fiel auf 14 Mio. Euro. Je Aktie ergibt sich ein Minus von 1,58 Euro.",
         ["ebitda", "earnings_per_share"]),
        ("Die Aktionäre sollen 7,50 DM je 50-DM-Aktie erhalten.", ["dividend"]),
        ("Pro Namenaktie sinkt der Nennwert von 25 Franken auf 50 Rappen.", ["other", "other"]),
        ("In Frankreich allein setzten die Saarländer 66 Mill. DM um (plus 5 Prozent).", ["revenue"] * 2),
        (
            "Das Ebit sank auf 185 Mio. Euro. Die Musterwerk AG wuchs um 6 Prozent auf 3,6 Mrd. Euro, bei 18 "
            "Prozent Marge.",
            ["ebit", "revenue", "revenue", "margin"],
        ),
        ("Umgesetzt wurden 84,1 Millionen Aktien.", ["other"]),
        ("Der operative Kerngewinn lag bei 16 Mrd. Dollar.", ["ebit"]),
        ("Das Quartal spülte 882 Millionen Euro in die Kasse.", ["revenue"]),
        ("Der Anteil betrug 6,3 Prozent, so das Ergebnis der Studie.", ["other"]),
    ],
)  # fmt: skip
def test_what_a_figure_is_of(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics
