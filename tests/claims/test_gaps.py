"""A figure that tells how far a result lies from what was expected, and words that govern one figure only."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


def change(text: str, metric: str, value: float, unit: str, reference: str) -> Expected:
    return figure(text, metric, "change", value, unit, reference=reference, status="reported")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Erlöse haben die Erwartungen der Analysten um 5 Prozent verfehlt.",
            [change("5 Prozent", "revenue", -5, "percent", "consensus")],
        ),
        (
            "Das operative Ergebnis lag 3 Prozent über der Prognose der Analysten.",
            [change("3 Prozent", "ebit", 3, "percent", "consensus")],
        ),
        (
            "Der Absatz lag 3 Prozent unter der eigenen Prognose.",
            [change("3 Prozent", "sales_volume", -3, "percent", "forecast")],
        ),
        (
            "Der Gewinn je Aktie lag sieben Cent über den Schätzungen.",
            [change("sieben Cent", "earnings_per_share", 0.07, "EUR", "consensus")],
        ),
        (
            "Die Sparte übertraf ihr Umsatzziel um 12 Millionen Euro.",
            [change("12 Millionen Euro", "revenue", 12e6, "EUR", "forecast")],
        ),
        (
            "Der Umsatz fiel 4 Prozent höher aus als im Vorjahr.",
            [change("4 Prozent", "revenue", 4, "percent", "prior_year")],
        ),
    ],
)
def test_a_distance_from_what_was_expected_is_a_change(
    nlp: Language, text: str, expected: list[Expected]
) -> None:
    check(nlp, text, expected)


def test_the_hedge_of_the_next_figure_tells_nothing_of_this_one(nlp: Language) -> None:
    check(
        nlp,
        "Die Reederei hat den Überschuss mit 37,4 Millionen Euro mehr als verdoppelt.",
        [
            figure("37,4 Millionen Euro", "net_income", "level", 37.4e6, "EUR", qualifier="exact"),
            figure("verdoppelt", "net_income", "change", 2, "factor", qualifier="over"),
        ],
    )


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (
            ["reported", "reported", "forecast"],
            "Die Erlöse wuchsen um 6 Prozent auf 402 Millionen Euro und dürften im Gesamtjahr 1,6 Milliarden "
            "Euro erreichen.",
        ),
        (
            ["reported", "forecast"],
            "Der Gewinn wuchs um 12 Prozent, und im kommenden Jahr soll er um 5 Prozent zulegen.",
        ),
        (
            ["forecast", "forecast"],
            "Der Umsatz soll um 4 bis 6 Prozent wachsen, die Marge 12 Prozent erreichen.",
        ),
        (
            ["forecast", "reported"],
            "Statt der erwarteten 300 Millionen Euro blieben 240 Millionen Euro Gewinn.",
        ),
        (
            ["reported", "reported", "consensus"],
            "Der Umsatz sank um 7 Prozent auf 217 Millionen Euro, die Experten hatten mit 206 Millionen Euro "
            "gerechnet.",
        ),
        (
            ["reported", "consensus"],
            "Das Ebit lag bei 20 Millionen Euro, die Schätzungen lagen bei 18 Millionen.",
        ),
        (["reported"], "Der Umbau soll 5 Millionen Euro gekostet haben."),
        (["forecast"], "Der Umbau soll 5 Millionen Euro kosten."),
        (
            ["reported", "forecast"],
            "Nach einem Plus von 5 Prozent im ersten Halbjahr rechnet die Kette für 2020 mit 3 Prozent Plus.",
        ),
        (
            ["forecast", "reported"],
            "Bis 2026 soll die Zahl der Filialen auf 1200 steigen, derzeit sind es 950.",
        ),
        (
            ["reported", "forecast"],
            "Es blieb bei 5 Millionen Euro Verlust: Nun soll das Ebit 3 Millionen erreichen.",
        ),
        (
            ["prior_forecast"],
            "Das ist weniger als die 4 Prozent, die der Vorstand in Aussicht gestellt hatte.",
        ),
        (
            ["reported", "consensus"],
            "Der Gewinn betrug 870 Millionen Euro, Experten enttäuschte das. Sie waren von 910 Millionen "
            "ausgegangen.",
        ),
        (["forecast"], "Die Fachleute der Bundesbank erwarten ein Plus von 0,4 Prozent."),
        (
            ["reported", "forecast"],
            "Der Umsatz wird 2020 den Vorjahreswert von 3 Milliarden Euro um 5 Prozent übertreffen.",
        ),
        (["prior_forecast"], "Der Verlag kassiert die Prognose von 3 bis 4 Millionen Euro Gewinn."),
        (["reported", "forecast"], "Die Zahl der Stellen soll von 4800 auf 1100 sinken."),
        (["forecast"], "Das Ebitda werde sich zwischen 155 und 165 Millionen Euro bewegen, hieß es."),
        (["reported"], "Im Vorjahr habe der Verlag 44 Millionen Euro verdient, hieß es."),
    ],
)
def test_a_verb_governs_its_own_figures(nlp: Language, statuses: list[str], text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == statuses
