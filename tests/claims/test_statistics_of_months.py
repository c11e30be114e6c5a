"""Statistics told by the month: against which month, at which prices, revised, and lists of an outlook."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

PUBLISHED = date(2012, 8, 31)


def test_a_month_is_held_against_another(nlp: Language) -> None:
    check(
        nlp,
        "Die Gastwirte setzten im Juni real 1,9 Prozent weniger um als im Mai. Im Vergleich zum Juni 2011 "
        "ergab sich ein Plus von 0,4 Prozent. Hotels verbuchten ein reales Plus von 2,2 Prozent, Restaurants "
        "büßten 3,1 Prozent ein.",
        [
            figure("1,9 Prozent", "revenue", "change", -1.9, "percent", period="2012-06", reference="2012-05",
                   adjusted=True),
            figure("0,4 Prozent", "revenue", "change", 0.4, "percent", period="2012-06",
                   reference="prior_year", adjusted=False),
            figure("2,2 Prozent", "revenue", "change", 2.2, "percent", period="2012-06", adjusted=True),
            figure("3,1 Prozent", "revenue", "change", -3.1, "percent", period="2012-06", adjusted=False),
        ],
        PUBLISHED,
    )  # fmt: skip


def test_growth_is_told_anew_and_at_other_prices(nlp: Language) -> None:
    check(
        nlp,
        "Die Möbelhändler nahmen im Juli preisbereinigt 0,7 Prozent mehr ein als im Juni. Für den Vormonat "
        "korrigierte das Amt den Zuwachs von 0,4 auf 0,3 Prozent. Gegenüber dem Juli 2011 sanken die realen "
        "Erlöse um 1,4 Prozent. Nominal, also in Preisen von heute, ergab sich ein Anstieg von 1,6 Prozent.",
        [
            figure("0,7 Prozent", "revenue", "change", 0.7, "percent", period="2012-07", reference="2012-06"),
            figure("0,4", "revenue", "change", 0.4, "percent", period="2012-06"),
            figure("0,3 Prozent", "revenue", "change", 0.3, "percent", period="2012-06"),
            figure("1,4 Prozent", "revenue", "change", -1.4, "percent", period="2012-07", adjusted=True),
            figure("1,6 Prozent", "revenue", "change", 1.6, "percent", period="2012-07", adjusted=False),
        ],
        PUBLISHED,
    )


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Die Fabrik lieferte im Juli 8.400 Räder aus, 6 Prozent mehr als im Mai, aber 4 Prozent weniger als "
         "vor einem Jahr.", ["2012-05", "prior_year"]),
        ("Gegenüber dem Juni sank die Teuerung im Juli um 0,2 Punkte.", ["2012-06"]),
        ("Die Aktie der Talbau AG ist seit Januar um 40 Prozent gestiegen.", ["2012"]),
    ],
)  # fmt: skip
def test_references(nlp: Language, text: str, references: list[str]) -> None:
    told = [claim.reference for claim in claims_of(nlp, text, PUBLISHED) if claim.kind == "change"]
    assert told == references


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Der Umsatz der Talbau AG stieg real um 3 Prozent.", True),
        ("Die Wirtschaft der Schweiz wuchs real um 3 Prozent.", False),
        ("Der Umsatz der Talbau Real Estate AG stieg um 3 Prozent.", False),
    ],
)
def test_real_growth(nlp: Language, text: str, adjusted: bool) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text, PUBLISHED)] == [adjusted]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        (
            "Auf dieser Grundlage passt der Vorstand die Erwartungen für das Gesamtjahr wie folgt an:",
            "forecast",
        ),
        ("Für das Gesamtjahr 2012 erwartet der Vorstand:", "forecast"),
        ("Ausblick 2012", "forecast"),
        ("Die Zahlen im Überblick:", "reported"),
        ("Prognose angehoben", "reported"),
    ],
)
def test_lists_under_a_heading(nlp: Language, heading: str, status: str) -> None:
    text = (
        f"Die Talbau AG hat im ersten Halbjahr 2012 einen Umsatz von 21 Mio. Euro erzielt.\n\n{heading}\n\n"
        "- Umsatz: 43 Mio. bis 45 Mio. Euro\n- Ebit-Marge: mindestens 12 %\n\nDie Aktie kostet 12 Euro."
    )
    first, revenue, margin, share = claims_of(nlp, text, PUBLISHED)
    period = "2012" if status == "forecast" else "2012-H1"
    assert (first.status, share.status) == ("reported", "reported")
    assert [(claim.status, claim.period) for claim in (revenue, margin)] == [(status, period)] * 2
