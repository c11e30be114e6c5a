"""Wages of those counted, people employed at places, oil and loads, outlooks taken back, what is decided."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

PUBLISHED = date(2014, 9, 4)

Told = tuple[str, str, float, str]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Gehälter der 870 Bediensteten sind um 2,4 Prozent gestiegen.",
         [("employees", "level", 870, "count"), ("price", "change", 2.4, "percent")]),
        ("Die Zahl der Mitarbeiter wuchs um 2,4 Prozent.", [("employees", "change", 2.4, "percent")]),
        ("Die Talbau AG beschäftigt an vier Standorten 1.350 Menschen.",
         [("locations", "level", 4, "count"), ("employees", "level", 1350, "count")]),
        ("Er hält einen Brent-Preis von 15 Dollar für möglich.", [("commodity_price", "level", 15, "USD")]),
        ("Heizöl verteuerte sich bei Abnahme von 3000 Litern auf 43,50 Euro je 100 Liter.",
         [("price", "level", 43.5, "EUR")]),
        ("Die Mühle verarbeitete 780.000 Tonnen Weizen, im vergangenen Jahr waren es 1,05 Millionen.",
         [("production", "level", 780_000, "t"), ("production", "level", 1_050_000, "t")]),
        ("Die Mühle verarbeitete 780.000 Tonnen Weizen nach 1,05 Millionen im Jahr davor.",
         [("production", "level", 780_000, "t"), ("production", "level", 1_050_000, "t")]),
    ],
)  # fmt: skip
def test_metrics_and_units(nlp: Language, text: str, told: list[Told]) -> None:
    claims = claims_of(nlp, text, PUBLISHED)
    assert [(claim.metric, claim.kind, claim.low, claim.unit) for claim in claims] == told


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Ihre Wachstumsprognose für den Euroraum nahm die EZB von 1,0 auf 0,9 Prozent zurück.",
         ["prior_forecast", "forecast"]),
        ("Die Wirtschaft im Euroraum ging von 1,0 auf 0,9 Prozent zurück.", ["reported", "reported"]),
        ("Die Minister haben beschlossen, die Förderung um 1,7 Mio. Barrel zu drosseln.", ["forecast"]),
        ("Ein Fass Brent zur Lieferung im Oktober kostete am Mittag 20 Dollar und damit 31 Cent mehr als "
         "am Vortag.", ["reported", "reported"]),
    ],
)  # fmt: skip
def test_statuses(nlp: Language, text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in claims_of(nlp, text, PUBLISHED)] == statuses


def test_a_move_against_the_day_before_is_of_today(nlp: Language) -> None:
    text = "Ein Fass Brent kostete am Donnerstag 13,62 Dollar, 31 Cent mehr als am Vortag."
    assert [claim.period for claim in claims_of(nlp, text, PUBLISHED)] == ["2014-09-04", "2014-09-04"]
