"""Times that begin with a month, parts that carry the time of their whole, years that are not over."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Zum 1. Mai hebt die Talbau AG die Löhne um 2 Prozent an.", ["2018-05"]),
        ("Ab 1. September verlangt die Talbau AG 40 Euro im Monat.", ["2018-09"]),
        ("Das Sofa kostet bei der Talbau AG jetzt 2.390 Euro statt 2.190 Euro.", ["2018-02", None]),
        ("Die Zahl der Beschäftigten der Talbau AG sank 2017 auf 421, darunter 31 Lehrlinge.", ["2017"] * 2),
        ("Die Talbau AG erlöste 2017 104 Mio. Euro.\n\nBeide Firmen haben in diesem Jahr gebaut. "
         "Die Ostbau AG gab 3 Mio. Euro für ein Lager aus.", ["2017", "2018"]),
        ("Die Talbau AG erlöste 2017 104 Mio. Euro.\n\nBeide Firmen wollen in diesem Jahr bauen. "
         "Die Ostbau AG gab 3 Mio. Euro für ein Lager aus.", ["2017", "2017"]),
        ("Der Umsatz der Talbau AG fiel 2017 auf 71 Mio. Euro. 2014 waren es 96 Mio. Euro.\n\nDamals kostete "
         "eine Halle 7 Mio. Euro. Aus einem Betriebsgewinn von 4 Mio. Euro im Jahr 2016 wurde ein Verlust "
         "von 2 Mio.",
         ["2017", "2014", "2014", "2016", "2017"]),
    ],
)  # fmt: skip
def test_periods(nlp: Language, text: str, periods: list[str | None]) -> None:
    assert [claim.period for claim in claims_of(nlp, text, date(2018, 2, 28))] == periods


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Die Talbau AG und ihr Rivale kommen auf 34 Prozent des Zementmarkts.", "market_share"),
        ("Von den Kreditlinien der Talbau AG waren neun Millionen Euro gezogen.", "debt"),
        ("Bei der Klinik AG ließen sich 312 000 Patienten behandeln.", "customers"),
        ("2007 kam für 19 Millionen Euro der Hersteller Ostbau zur Talbau AG hinzu.", "deal_value"),
        ("Für die beiden neuen Kliniken hat die Talbau AG 74 Millionen Euro bezahlt.", "deal_value"),
        ("Für die beiden neuen Straßen hat die Talbau AG 74 Millionen Euro bezahlt.", "other"),
    ],
)
def test_metrics(nlp: Language, text: str, metric: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == [metric]


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Vor Sondereinflüssen stieg das Betriebsergebnis der Talbau AG auf 8,3 Mrd. Euro. Ein Jahr davor "
         "hatte sie 6,3 Mrd. Euro ausgewiesen.", [True, True]),
        ("Vor Sondereinflüssen stieg das Betriebsergebnis der Talbau AG auf 8,3 Mrd. Euro, ausgewiesen waren "
         "es 6,3 Mrd. Euro.", [True, False]),
        ("Bereinigt stieg das Ergebnis je Aktie auf 6,44 Euro, ohne diese Korrektur waren es 6,62 Euro.",
         [True, False]),
    ],
)  # fmt: skip
def test_adjusted(nlp: Language, text: str, adjusted: list[bool]) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Die Hälfte der Erlöse, nämlich 338 Mio. Euro, entfiel auf die Zeitungen.", ["Zeitungen"] * 2),
        ("Riegel und Pralinen, auf die 38 Prozent der Erlöse entfielen, traten auf der Stelle.",
         ["Riegel und Pralinen"]),
        ("22 Prozent des Umsatzes brachten Betten.", ["Betten"]),
        ("Der Zinserfolg, unsere wichtigste Ertragsquelle, ging auf 7 Mio. Euro zurück.", ["Zinserfolg"]),
    ],
)  # fmt: skip
def test_segments(nlp: Language, text: str, segments: list[str]) -> None:
    assert [claim.segment for claim in claims_of(nlp, text)] == segments


def test_the_next_clause_tells_of_another_company(nlp: Language) -> None:
    text = "Die Talbau AG wächst. Die Umsatzrendite erreichte 10 Prozent, die Ostbau AG kam auf 6 Prozent."
    assert [claim.company for claim in claims_of(nlp, text)] == ["Talbau AG", "Ostbau AG"]


@pytest.mark.parametrize(
    ("text", "high", "status"),
    [
        (
            "Im Winter fehlt der Bau: Der Überschuss der Talbau AG schmolz auf 11,7 Mio. Euro.",
            11.7e6,
            "reported",
        ),
        ("Der Kurs der Talbau AG schoss um 24,6 Prozent in die Höhe.", 24.6, "reported"),
        ("Die Talbau AG musste 160 Leute entlassen.", -160, "reported"),
        ("Die Talbau AG verkauft ihr Lager; fünf Millionen Euro erhofft sie sich davon.", 5e6, "forecast"),
    ],
)
def test_values_and_status(nlp: Language, text: str, high: float, status: str) -> None:
    claim = claims_of(nlp, text)[-1]
    assert (claim.high, claim.status) == (high, status)
