"""Goals of the time under report, brackets past a verb, losses of several words, parts after orders."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

JANUARY = date(2023, 1, 24)


@pytest.mark.parametrize(
    "goal",
    [
        "und damit unterhalb der im Juli bekräftigten Bandbreite von 56 bis 60 Mio. Euro",
        "und damit in der oberen Hälfte des Zielkorridors (56 bis 60 Mio. Euro)",
    ],
)
def test_a_goal_beside_its_result_is_of_its_time(nlp: Language, goal: str) -> None:
    year = "Die Talbau AG hat das Jahr 2022 mit einem Umsatz von 414 Mio. Euro abgeschlossen. "
    claims = claims_of(nlp, f"{year}Das Ebitda blieb bei 51,3 Mio. Euro {goal}.", JANUARY)
    assert [(claim.status, claim.period) for claim in claims[1:]] == [
        ("reported", "2022"),
        ("forecast", "2022"),
    ]


def test_a_goal_without_a_result_is_of_the_year_ahead(nlp: Language) -> None:
    year = "Die Talbau AG hat das Jahr 2022 mit einem Umsatz von 414 Mio. Euro abgeschlossen. "
    claim = claims_of(nlp, f"{year}Für das Ebitda gilt eine Bandbreite von 56 bis 60 Mio. Euro.", JANUARY)[-1]
    assert (claim.status, claim.period) == ("forecast", "2023")


def test_the_year_before_in_brackets_past_the_verb(nlp: Language) -> None:
    text = "Vor Steuern standen bei der Talbau AG 2022 17,1 Mio. Euro zu Buche (23,5)."
    assert [claim.period for claim in claims_of(nlp, text, JANUARY)] == ["2022", "2021"]


@pytest.mark.parametrize(("noun", "value"), [("Verlust", -14.7e6), ("Gewinn", 14.7e6)])
def test_a_loss_named_in_several_words(nlp: Language, noun: str, value: float) -> None:
    text = f"Der {noun} vor Zinsen, Steuern und Abschreibungen (EBITDA) weitete sich auf 14,7 Mio. DM aus."
    assert [claim.low for claim in claims_of(nlp, text)] == [value]


def test_a_target_for_a_share_changes_no_outlook_of_a_result(nlp: Language) -> None:
    text = "Das Ebitda der Talbau AG von 412 Mio. Euro gefiel Wexler, der das Kursziel auf 30 Euro hebt."
    assert [claim.status for claim in claims_of(nlp, text, JANUARY)] == ["reported", "forecast"]


def test_parts_grow_by_sales_where_orders_were_told_aside(nlp: Language) -> None:
    sales = "2022 sanken die Erlöse der Talbau AG auf 101 Mio. Euro; neue Aufträge kamen für 88 Mio. herein. "
    part = "Während Medical um 11,0 % auf 64,2 Mio. Euro zulegte, verlor Consumer 14,6 %."
    assert {claim.metric for claim in claims_of(nlp, sales + part, JANUARY)[2:]} == {"revenue"}


def test_pieces_told_in_apposition_go_on_counting(nlp: Language) -> None:
    profit = "Das Ebit der Talbau AG fiel auf 184 Millionen Euro. "
    counted = (
        "Ende Juni kauften 44,5 Millionen Menschen bei ihr ein, 2,7 Millionen mehr als drei Monate davor."
    )
    claim = claims_of(nlp, profit + counted, date(2022, 8, 4))[-1]
    assert (claim.unit, claim.kind) == ("count", "change")


def test_a_share_dealt_in_without_its_dividend(nlp: Language) -> None:
    text = "Die Papiere der Talbau AG werden seit heute ohne die Dividende von 1,20 Euro gehandelt."
    assert [claim.status for claim in claims_of(nlp, text, JANUARY)] == ["reported"]


def test_exchange_rates_add_points_to_a_growth(nlp: Language) -> None:
    text = "Die Erlöse der Talbau AG sanken um 6 Prozent, wobei Wechselkurse 1,5 Prozentpunkte beitrugen."
    assert [claim.metric for claim in claims_of(nlp, text, JANUARY)] == ["revenue", "revenue"]


def test_what_is_added(nlp: Language) -> None:
    text = "Der Umsatz der Talbau AG sank nicht, auf Jahressicht kamen 28 Prozent hinzu."
    assert [claim.low for claim in claims_of(nlp, text, JANUARY)] == [28]


def test_an_outlook_around_a_clause_that_looks_back(nlp: Language) -> None:
    text = "Die Talbau AG will ihren Umsatz, der 2021 von 297 auf 312 Mio. gewachsen war, heuer auf 330 Mio. "
    grown = claims_of(nlp, text + "steigern und dabei ohne höhere Preise auskommen.", date(2022, 5, 12))
    assert [claim.status for claim in grown] == ["reported", "reported", "forecast"]
