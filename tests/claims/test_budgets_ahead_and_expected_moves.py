"""Figures of a public budget to come, what was expected instead of a move, houses and people of a firm."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

OCTOBER = date(2025, 10, 10)
BUDGET = "Der Kanton Walen budgetiert für 2026 ein Defizit von 20 Millionen Franken. "


def test_what_is_in_a_budget_is_still_to_come(nlp: Language) -> None:
    text = (
        BUDGET + "Die Ausgaben klettern auf 1,3 Milliarden Franken. Investiert werden 94 Millionen Franken. "
        "2024 hatten die Ausgaben 1,2 Milliarden Franken betragen."
    )
    fields = [
        figure("20 Millionen Franken", "budget", "level", -2e7, "CHF", period="2026", status="forecast"),
        figure("1,3 Milliarden Franken", "costs", "level", 1.3e9, "CHF", period="2026", status="forecast"),
        figure("94 Millionen Franken", "investment", "level", 9.4e7, "CHF", period="2026", status="forecast"),
        figure("1,2 Milliarden Franken", "costs", "level", 1.2e9, "CHF", period="2024", status="reported"),
    ]
    check(nlp, text, fields, OCTOBER)


def test_costs_of_no_budget_have_been_spent(nlp: Language) -> None:
    text = "Die Talbau AG baut für 2026 vor. Die Ausgaben klettern auf 1,3 Milliarden Franken."
    assert [claim.status for claim in claims_of(nlp, text, OCTOBER)] == ["reported"]


def test_expected_instead_of_a_move_is_a_move(nlp: Language) -> None:
    text = "Die Verbraucherpreise stiegen um 2,3 Prozent, während Volkswirte 2,4 Prozent erwartet hatten."
    assert [(claim.kind, claim.status) for claim in claims_of(nlp, text, OCTOBER)] == [
        ("change", "reported"),
        ("change", "consensus"),
    ]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Den Umbau lässt sich die Talbau AG 2,6 Millionen Euro kosten.", ["investment"]),
        ("Patron Voumar hat 240 seiner 610 Leute auf Kurzarbeit gesetzt.", ["employees", "employees"]),
        ("In den 14 Krankenhäusern der Gruppe wird gestreikt.", ["locations"]),
        ("Die Schulden der Talbau AG dürften mit dem nächsten Zukauf auf 260 Mio. Euro klettern.", ["debt"]),
        ("Die Talbau AG bezahlt für den Zukauf 260 Millionen Euro.", ["deal_value"]),
        ("Die Bank meldet eine Tier-1-Quote von 17,2 Prozent.", ["equity"]),
        ("Die Talbau AG hat 14 Läden. Doppelt so viele Patienten kommen.", ["locations", "other"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Die seit Januar stark gestiegenen Aktien der Talbau AG büßten 1,2 Prozent ein.", "2025-10-10"),
        ("Die Aktien der Talbau AG büßten seit Januar 1,2 Prozent ein.", "2025"),
        ("Die Talbau AG gehört seit 2015 zu 75 Prozent einem Fonds.", "2025-10"),
    ],
)  # fmt: skip
def test_periods(nlp: Language, text: str, period: str) -> None:
    (claim,) = claims_of(nlp, text, OCTOBER)
    assert claim.period == period


def test_a_ratio_told_by_itself_is_of_the_year_under_report(nlp: Language) -> None:
    text = (
        "Die Talbau AG hat 2024 verdient. Der Umsatz stieg auf 34 Mio. Euro. Eigenkapitalquote: 47 Prozent."
    )
    assert [claim.period for claim in claims_of(nlp, text, date(2025, 5, 12))] == ["2024", "2024"]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Die Talbau AG brachte ein Papier über 300 Millionen Euro unter.", "exact"),
        ("Die Talbau AG setzte über 300 Millionen Euro um.", "over"),
    ],
)
def test_an_amount_of_paper_is_not_hedged(nlp: Language, text: str, qualifier: str) -> None:
    (claim,) = claims_of(nlp, text)
    assert claim.qualifier == qualifier


def test_the_papers_of_a_reinsurer_are_its_own(nlp: Language) -> None:
    text = "Verlierer waren die Papiere der Dornheimer Rückversicherung mit einem Abschlag von 11,8 Prozent."
    (claim,) = claims_of(nlp, text)
    assert claim.company == "Dornheimer Rückversicherung"


def test_numbers_of_a_page_and_of_an_index_are_none(nlp: Language) -> None:
    assert not claims_of(nlp, "Suchergebnis 3 von 11 | Lokales")
    text = "Am Neuen Markt gab der NEMAX 50 um 4,4 Prozent auf 372 Punkte nach."
    assert [(claim.text, claim.segment) for claim in claims_of(nlp, text)] == [
        ("4,4 Prozent", "NEMAX 50"),
        ("372 Punkte", "NEMAX 50"),
    ]
