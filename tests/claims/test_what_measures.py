"""Which metric a figure is of where the word for it is no plain name: premiums, goods, yields, payouts."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Die Texaner bieten 4,20 Euro je Anteilsschein, einen Aufschlag von 38 Prozent.",
            ["deal_value", "deal_value"],
        ),
        ("Vom Band liefen 41.200 Wagen, davon 12.400 im Werk Linz.", ["production", "production"]),
        ("Die Renditen sanken um 12 Basispunkte.", ["interest_rate"]),
        ("Zehnjährige Papiere rentierten 12 Basispunkte niedriger.", ["interest_rate"]),
        ("Der Vergleich schlägt mit 40 Millionen Euro zu Buche.", ["costs"]),
        ("Die Auslastung lag bei 91 Prozent, gezählt wurden 17.500 Besucher.", ["other", "customers"]),
        ("Das Aufwand-Ertrag-Verhältnis stieg auf 61 Prozent.", ["other"]),
    ],
)
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Von 12 Prozent stieg die Marge auf 15 Prozent.",
            [
                figure("12 Prozent", "margin", "level", 12, "percent"),
                figure("15 Prozent", "margin", "level", 15, "percent"),
            ],
        ),
        (
            "Vom Gewinn von 20 Millionen Euro werden 50 Prozent des Überschusses ausgeschüttet.",
            [
                figure("20 Millionen Euro", "net_income", "level", 20e6, "EUR"),
                figure("50 Prozent", "other", "level", 50, "percent"),
            ],
        ),
        (
            "Die Bank erhöhte das Kursziel auf 95 von 90 Franken.",
            [
                figure("95", "share_price", "level", 95, "CHF", status="forecast"),
                figure("90 Franken", "share_price", "level", 90, "CHF", status="prior_forecast"),
            ],
        ),
    ],
)
def test_figures(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)
