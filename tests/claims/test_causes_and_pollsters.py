"""What only moved a figure, times since which it stands so, and houses that only asked others."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

MARCH = date(2013, 3, 14)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Die Talbank hat 2012 mit 412 Millionen Euro den höchsten Gewinn seit 2007 erzielt.", "2012"),
        ("Im Februar sank die Inflation auf 1,2 Prozent, den tiefsten Wert seit November 2010.", "2013-02"),
        ("Im Februar lag die Inflation bei 1,2 Prozent nach 2,1 Prozent im November 2010.", "2013-02"),
    ],
)
def test_a_time_since_which_a_figure_stands_so_is_none_of_it(nlp: Language, text: str, period: str) -> None:
    assert claims_of(nlp, text, MARCH)[0].period == period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Das Ebit der Talbau AG stieg trotz des China-Verlusts im ersten Quartal auf 79 Millionen Euro.",
            79e6,
        ),
        ("Das Ergebnis der Talbau AG stieg trotz Verlusten bei der Tochter auf 79 Millionen Euro.", 79e6),
        ("Die Talbau AG muss trotz eines Verlusts von 79 Millionen Euro zahlen.", -79e6),
        ("Bei der Talbau AG stieg der Verlust im ersten Quartal auf 79 Millionen Euro.", -79e6),
    ],
)
def test_a_loss_that_only_moved_a_result_is_not_that_result(nlp: Language, text: str, value: float) -> None:
    assert claims_of(nlp, text, MARCH)[0].low == value


def test_a_division_in_the_cause_does_not_limit_the_figure(nlp: Language) -> None:
    cause = "Trotz hoher Verluste in der Sparte Zink stieg der Umsatz der Talbau AG auf 79 Millionen Euro."
    part = "Trotz hoher Verluste stieg der Umsatz der Talbau AG in der Sparte Zink auf 79 Millionen Euro."
    assert claims_of(nlp, cause, MARCH)[0].segment is None
    assert claims_of(nlp, part, MARCH)[0].segment == "Zink"


def test_causes_one_after_the_other_are_not_what_is_measured(nlp: Language) -> None:
    text = "Der Gewinn kletterte dank guter Aufträge, höherer Umsätze und niedriger Steuern auf 52 Mio. Euro."
    assert [claim.metric for claim in claims_of(nlp, text)] == ["net_income"]


@pytest.mark.parametrize(
    "expected",
    [
        "Gerechnet hatte der Markt im Schnitt mit 38 Millionen Euro.",
        "Erwartet hatte der Kapitalmarkt 38 Millionen Euro.",
        "Von der Agentur Hendrikson befragte Analysten hatten mit 38 Millionen Euro gerechnet.",
        "Eine Umfrage unter zwölf Analysten hatte 38 Millionen Euro ergeben.",
        "Damit verfehlte sie die vom Datendienst Hendrikson erhobene Markterwartung von 38 Millionen Euro.",
    ],
)
def test_what_a_market_or_those_asked_expected_is_of_the_company_reported_on(
    nlp: Language, expected: str
) -> None:
    profit = "Die Talbau AG verdiente im vierten Quartal 2012 netto 31 Millionen Euro. "
    told, thought = claims_of(nlp, profit + expected, MARCH)
    assert (told.status, thought.status) == ("reported", "consensus")
    assert (thought.company, thought.period) == ("Talbau AG", "2012-Q4")


def test_what_all_companies_have_paid_out_is_reported(nlp: Language) -> None:
    paid = "Die Ausschüttungen der Banken sind 2012 um 6 Prozent auf 28 Milliarden Euro gestiegen."
    planned = "Die Ausschüttungen der Banken sollen für 2012 um 6 Prozent auf 28 Milliarden Euro steigen."
    assert {claim.status for claim in claims_of(nlp, paid, MARCH)} == {"reported"}
    assert {claim.status for claim in claims_of(nlp, planned, MARCH)} == {"forecast"}


def test_what_owners_get_in_all_is_a_dividend(nlp: Language) -> None:
    text = "Die Aktionäre der Talbau AG kassieren für 2012 insgesamt 2,1 Milliarden Euro."
    assert claims_of(nlp, text, MARCH)[0].metric == "dividend"


def test_a_part_of_the_jobs_that_go_goes_too(nlp: Language) -> None:
    cut = "Bei der Talbau AG fallen 450 der 5200 Stellen weg, davon 280 in Köln."
    kept = "Die Talbau AG beschäftigt 450 Menschen, davon 280 in Köln."
    assert [claim.low for claim in claims_of(nlp, cut, MARCH)] == [-450, 5200, -280]
    assert [claim.low for claim in claims_of(nlp, kept, MARCH)] == [450, 280]


def test_a_range_of_percentages_is_no_division(nlp: Language) -> None:
    text = (
        "Die Talbau AG erwartet im einstelligen Prozentbereich weniger, die Marge soll 7 Prozent erreichen."
    )
    assert claims_of(nlp, text, MARCH)[-1].segment is None


def test_payrolls_count_staff_and_bill_is_a_scale(nlp: Language) -> None:
    (staff,) = claims_of(nlp, "Die Talbau AG hat 1200 Leute auf ihren Lohn- und Gehaltslisten.")
    assert (staff.metric, staff.low) == ("employees", 1200)
    (debt,) = claims_of(nlp, "Die Schulden des Bundes betragen 1,5 Bill. DM.")
    assert (debt.metric, debt.low) == ("debt", 1.5e12)


def test_who_finds_out_about_others_is_not_whom_the_figure_is_of(nlp: Language) -> None:
    found = "Die Förderbank Talkredit hat ein Plus von 1,3 Prozent beim Umsatz ermittelt."
    had = "Die Förderbank Talkredit hat ein Plus von 1,3 Prozent beim Umsatz erzielt."
    assert claims_of(nlp, found)[0].company is None
    assert claims_of(nlp, had)[0].company == "Talkredit"


def test_the_end_of_a_noun_left_open_is_no_company(nlp: Language) -> None:
    text = "Unter Berücksichtigung von Saison- und Kalendereffekten stieg der Umsatz real um 2,3 Prozent."
    assert claims_of(nlp, text)[0].company is None


def test_a_turnover_that_grows_against_a_month(nlp: Language) -> None:
    text = "Im September setzte der Einzelhandel nominal 1,2% und real 2,2% weniger um als im Vorjahresmonat."
    told = [(claim.metric, claim.kind, claim.low) for claim in claims_of(nlp, text, date(2007, 11, 1))]
    assert told == [("revenue", "change", -1.2), ("revenue", "change", -2.2)]


@pytest.mark.parametrize(
    "before",
    [
        "Zuvor waren 3,2 bis 3,5 Millionen Euro im Plan des Unternehmens.",
        "Vorher lag die Erwartung bei 3,2 bis 3,5 Millionen Euro.",
    ],
)
def test_an_outlook_of_before(nlp: Language, before: str) -> None:
    outlook = "Für 2013 erwartet die Talbau AG ein Ebit von 3,3 bis 3,4 Millionen Euro. "
    claim = claims_of(nlp, outlook + before, MARCH)[-1]
    assert (claim.status, claim.metric, claim.period) == ("prior_forecast", "ebit", "2013")


def test_an_outlook_that_rises_from_one_value_to_another(nlp: Language) -> None:
    text = "Die Gewinnprognose je Aktie für 2013 steigt von 2,35 Euro auf 2,42 Euro."
    old, new = claims_of(nlp, text, MARCH)
    assert (old.status, old.period) == ("prior_forecast", "2013")
    assert (new.status, new.period) == ("forecast", "2013")


def test_what_was_thought_of_one_more_figure(nlp: Language) -> None:
    profit = "Die Talbau AG verdiente 2012 netto 31 Millionen Euro. Analysten hatten 38 Millionen erwartet. "
    claim = claims_of(nlp, profit + "Beim Ergebnis je Aktie lag die Prognose bei 0,71 Euro.", MARCH)[-1]
    assert (claim.status, claim.metric) == ("consensus", "earnings_per_share")


def test_its_own_outlook_beside_what_others_expected(nlp: Language) -> None:
    profit = "Das Ebitda der Talbau AG stieg 2012 auf 581 Millionen Euro. "
    beaten = (
        "Sie übertraf damit die eigene Prognose von bis zu 580 Millionen und die Erwartung der befragten "
    )
    claims = claims_of(
        nlp, profit + beaten + "Experten leicht, die mit 579 Millionen gerechnet hatten.", MARCH
    )
    assert [claim.status for claim in claims] == ["reported", "forecast", "consensus"]


def test_before_special_items_is_said_of_the_result_and_not_of_its_move(nlp: Language) -> None:
    text = "Die Ebitda-Marge (vor Sondereinflüssen) erhöhte sich um 1,5 Punkte auf 8,1 Prozent."
    assert [claim.adjusted for claim in claims_of(nlp, text)] == [True, True]
