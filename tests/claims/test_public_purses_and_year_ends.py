"""Budgets of towns, stocks at a year's end, business years before a part, what a result leaves out."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

PUBLISHED = date(2010, 3, 9)


def test_a_town_runs_out_of_money(nlp: Language) -> None:
    check(
        nlp,
        "Haushaltssperre in Moorbach\n\n21 Millionen Euro hatte der Rat im Januar für 2010 eingeplant. "
        "Eingehen werden nach heutigem Stand höchstens 14 Millionen. Das Loch im Verwaltungshaushalt wächst "
        "auf 9 Millionen Euro. Im Jahr 2008 hatten die Betriebe noch 30 Millionen Euro in die Stadtkasse "
        "gezahlt.\n\nDie Ausgaben laufen davon. Für Sozialhilfe muss die Stadt 7 Millionen Euro aufbringen. "
        "Der Rat hat 3 Millionen Euro für den Umbau des Bahnhofs bewilligt.",
        [
            figure(
                "21 Millionen Euro", "budget", "level", 21e6, "EUR", status="prior_forecast", period="2010"
            ),
            figure("14 Millionen", "budget", "level", 14e6, "EUR", status="forecast", period="2010"),
            figure("9 Millionen Euro", "budget", "level", -9e6, "EUR"),
            figure("30 Millionen Euro", "budget", "level", 30e6, "EUR", period="2008"),
            figure("7 Millionen Euro", "costs", "level", 7e6, "EUR"),
            figure("3 Millionen Euro", "investment", "level", 3e6, "EUR", status="forecast"),
        ],
        PUBLISHED,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Das Defizit im Haushalt der Stadt Moorbach wächst auf 9 Millionen Euro.", -9e6),
        ("Der Überschuss im Haushalt der Stadt Moorbach wächst auf 9 Millionen Euro.", 9e6),
        ("Die Haushaltslücke beträgt 3 Millionen Euro.", -3e6),
        ("Im Haushalt klafft ein Loch von 7 Millionen Euro.", -7e6),
    ],
)
def test_gaps_of_a_purse(nlp: Language, text: str, value: float) -> None:
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text, PUBLISHED)] == [("budget", value)]


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [
        (
            "Die Belegschaft der Talbau AG hat sich bis zum Jahresende auf 612 Personen verringert.",
            "reported",
            "2009",
        ),
        (
            "Die Belegschaft der Talbau AG soll sich bis zum Jahresende auf 612 Personen verringern.",
            "forecast",
            "2010",
        ),
        ("Die Talbau AG hat angekündigt, bis zum Jahresende 612 Stellen zu streichen.", "forecast", "2010"),
        (
            "Die Nettoverschuldung der Talbau AG, Ende Dezember bei 64 Mio. Euro, dürfte sinken.",
            "reported",
            "2009",
        ),
        ("Die Bilanz der Talbau AG summierte sich Ende Dezember auf 290 Mio. Euro.", "reported", "2009"),
        ("Ende Dezember standen 612 Leute auf der Lohnliste der Talbau AG.", "reported", "2009-12"),
        (
            "Analytiker hatten der Talbau AG für 2010 einen Umsatz von 64 Mio. Fr. zugetraut.",
            "consensus",
            "2010",
        ),
    ],
)
def test_status_and_period(nlp: Language, text: str, status: str, period: str) -> None:
    assert [(claim.status, claim.period) for claim in claims_of(nlp, text, PUBLISHED)] == [(status, period)]


def test_a_business_year_before_a_half_is_whole(nlp: Language) -> None:
    text = (
        "In der ersten Hälfte des Geschäftsjahres 2009/10 setzte die Talbau AG 8 Mio. Euro um. "
        "Im Geschäftsjahr davor hatte sie 17 Mio. Euro umgesetzt."
    )
    assert [claim.period for claim in claims_of(nlp, text, PUBLISHED)] == ["2010-H1", "2009"]


@pytest.mark.parametrize(
    "aside", ["Lässt man Abschreibungen aus Zukäufen außen vor", "Klammert man die Kosten des Umzugs aus"]
)
def test_what_is_left_out_is_not_measured(nlp: Language, aside: str) -> None:
    text = f"Das Betriebsergebnis der Talbau AG wuchs auf 2,0 Mio. Euro. {aside}, lag es bei 2,3 Mio. Euro."
    told = claims_of(nlp, text, PUBLISHED)[-1]
    assert (told.metric, told.low, told.adjusted) == ("ebit", 2.3e6, True)


def test_a_share_goes_on_with_its_year(nlp: Language) -> None:
    text = "Entfielen 2004 noch 24 Prozent des Umsatzes auf Öfen, so waren es im vorigen Jahr 61."
    told = [(claim.kind, claim.low, claim.period) for claim in claims_of(nlp, text, PUBLISHED)]
    assert told == [("level", 24, "2004"), ("level", 61, "2009")]
