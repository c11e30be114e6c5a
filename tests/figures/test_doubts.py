"""A claim that the program read itself accuses only where its sentence and its document bear it out."""

from datetime import date
from typing import Any

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

READ = 0.9
YEAR_2021 = {
    "period": "2021", "period_start": date(2020, 2, 1), "period_end": date(2021, 1, 31), "fiscal": True,
}  # fmt: skip
YEAR_2020 = {
    "period": "2020", "period_start": date(2019, 2, 1), "period_end": date(2020, 1, 31), "fiscal": True,
}  # fmt: skip


def told(sentence: str, text: str, value: float, **more: Any) -> Claim:
    """A claim about Zoom as the program reads it: not quite sure, with its sentence."""
    fields = {"sentence": sentence, "text": text, "value": value, "confidence": READ, "start": 0}
    return claim(**fields | more)


def verdicts(known: KnownFigures, *claims: Claim) -> list[str | None]:
    return [checked.verdict for checked in validate_claims(claims, known)]


SCALE = "Der Umsatz lag bei 328,2 Milliarden Dollar."
BORROWED = "Der Umsatz stieg von 122 auf 328,2 Milliarden Dollar."
SLIP = "Der Umsatz lag bei 348,2 Millionen Dollar."
EURO = "Der Umsatz lag bei 328,2 Millionen Euro."
FAR_OFF: dict[str, Any] = {"text": "411,7 Millionen Dollar", "value": 411.7e6, "precision": 5e4}
LOSS = "Unterm Strich blieb ein Verlust von 27 Millionen Dollar."
OPEN = "Unterm Strich standen 27 Millionen Dollar."


@pytest.mark.parametrize(
    ("accused", "spared"),
    [
        (
            ("scale_error", told(SCALE, "328,2 Milliarden Dollar", 328.2e9, precision=5e7)),
            told(BORROWED, "328,2", 328.2e9, precision=5e7),
        ),
        (
            ("sign_error", told(LOSS, "27 Millionen Dollar", -27e6, metric="net_income")),
            told(OPEN, "27 Millionen Dollar", -27e6, metric="net_income"),
        ),
        (
            ("unit_error", told(EURO, "328,2 Millionen Euro", 328.2e6, unit="EUR")),
            told(EURO.replace(" Euro", ""), "328,2 Millionen", 328.2e6, unit="EUR"),
        ),
        (
            ("contradicted", told(SLIP, "348,2 Millionen Dollar", 348.2e6, precision=5e4)),
            # No slip of 328.2, and the sentence says nothing of company or period.
            told("Der Umsatz lag bei 411,7 Millionen Dollar.", **FAR_OFF),
        ),
        (
            ("contradicted", told("Zoom hatte 2020 einen Umsatz von 411,7 Millionen Dollar.", **FAR_OFF)),
            told("Zoom kam 2020 auf 411,7 Millionen Dollar.", **FAR_OFF),
        ),
    ],
)  # fmt: skip
def test_an_error_is_named_where_the_sentence_bears_it_out_and_else_left_open(
    accused: tuple[str, Claim], spared: Claim, known: KnownFigures
) -> None:
    verdict, borne_out = accused
    assert verdicts(known, borne_out) == [verdict]
    assert verdicts(known, spared) == ["unverifiable"]


@pytest.mark.parametrize("confidence", [1.0, READ])
def test_what_a_person_states_needs_no_sentence(confidence: float, known: KnownFigures) -> None:
    [verdict] = verdicts(known, claim(value=411.7e6, precision=5e4, confidence=confidence))
    assert verdict == ("contradicted" if confidence == 1 else "unverifiable")


def test_of_two_values_for_one_figure_the_unknown_one_is_of_something_else(known: KnownFigures) -> None:
    """`Umsatz   328,2   348,2`: the second column is that of another period or part."""
    right = told("Umsatz 328,2 348,2", "328,2", 328.2e6)
    wrong = told("Umsatz 328,2 348,2", "348,2", 348.2e6, precision=5e4)
    assert verdicts(known, right, wrong) == ["exact", "unverifiable"]
    assert verdicts(known, wrong) == ["contradicted"]


def test_the_value_of_another_row_is_misread_rather_than_wrong(known: KnownFigures) -> None:
    """365.4 million is what Zoom earned in a later quarter; it is no slip of a revenue of 328.2 million."""
    sentence = "Zoom hatte 2020 einen Umsatz von 365,4 Millionen Dollar."
    [checked] = validate_claims([told(sentence, "365,4 Millionen Dollar", 365.4e6, precision=5e4)], known)
    assert checked.verdict == "unverifiable"
    assert "unless the text was misread (the number is that of adjusted net income" in (
        checked.verdict_reason or ""
    )


def test_a_shift_to_another_year_needs_the_year_in_the_sentence(known: KnownFigures) -> None:
    figures = {"value": 2651.4e6, "precision": 5e4}
    right = told(
        "2021 erlöste Zoom 2.651,4 Millionen Dollar.", "2.651,4 Millionen Dollar", **figures, **YEAR_2021
    )
    assert verdicts(known, right)[0] in ("exact", "rounded")
    named = told(
        "Im Jahr 2020 lag der Umsatz bei 2.651,4 Millionen Dollar.",
        "2.651,4 Millionen Dollar",
        **figures,
        **YEAR_2020,
    )
    assert verdicts(known, named) == ["period_shift"]
    inherited = told(
        "Der Umsatz lag bei 2.651,4 Millionen Dollar.", "2.651,4 Millionen Dollar", **figures, **YEAR_2020
    )
    assert verdicts(known, inherited) == ["unverifiable"]


def test_a_hedged_number_near_the_known_one_is_meant_for_it(known: KnownFigures) -> None:
    """`weniger als 320 Millionen` of 328.2 million: the number is right, the hedge is not."""
    hedged = {"value": 320e6, "qualifier": "under"}
    near = told("Der Umsatz betrug weniger als 320 Millionen Dollar.", "320 Millionen Dollar", **hedged)
    assert verdicts(known, near) == ["contradicted"]
    far = told(
        "Der Umsatz betrug weniger als 220 Millionen Dollar.",
        "220 Millionen Dollar",
        **hedged | {"value": 220e6},
    )
    assert verdicts(known, far) == ["unverifiable"]
    # The text tells the exact number too, which is the same thing.
    exact = told("Es waren genau 328,2 Millionen Dollar.", "328,2 Millionen Dollar", 328.2e6, start=700)
    assert verdicts(known, exact, near) == ["exact", "contradicted"]


def test_a_metric_is_named_beside_its_figure_in_prose_and_in_front_of_its_row(known: KnownFigures) -> None:
    """The revenue of 328.2 million, told as profit."""
    value = {"value": 328.2e6, "precision": 5e4, "metric": "net_income"}
    row = told("Nettogewinn 11,2 27,0 328,2", "328,2", **value)
    assert verdicts(known, row) == ["metric_confusion"]
    prose = told(
        "Der Nettogewinn stieg um 12 auf 14 Prozent, gerechnet auf 328,2 Millionen.",
        "328,2 Millionen",
        **value,
    )
    assert verdicts(known, prose) == ["unverifiable"]
    vague = told(
        "Der Gewinn lag bei 41,7 Millionen.",
        "41,7 Millionen",
        **value | {"value": 41.7e6, "period": "2021-Q1"},
    )
    assert verdicts(known, vague)[0] != "metric_confusion"


def test_a_text_of_one_company_with_several_figures_and_none_that_fits_is_about_another(
    known: KnownFigures,
) -> None:
    one = told("Der Umsatz lag bei 871,7 Millionen Dollar.", "871,7 Millionen Dollar", 871.7e6, precision=5e4)
    other = told("Unterm Strich stand ein Gewinn von 77,3 Millionen Dollar.", "77,3 Millionen Dollar", 77.3e6,
                 precision=5e4, metric="net_income")  # fmt: skip
    assert verdicts(known, one) == ["unverifiable"]
    assert verdicts(known, one, other) == ["contradicted", "contradicted"]
    growth = {"unit": "percent", "kind": "change", "precision": 0.5, "start": 1000}
    right = told("Das Plus betrug 169 Prozent.", "169 Prozent", 169.0, **growth)
    assert verdicts(known, one, other, right) == ["unverifiable", "unverifiable", "exact"]


def test_three_wrong_figures_and_none_right_accuse_wherever_they_stand(known: KnownFigures) -> None:
    """No misreading explains that nothing fits, also beside another company and without the metric's name."""
    one = told("Es waren 871,7 Millionen Dollar.", "871,7 Millionen Dollar", 871.7e6, precision=5e4)
    other = told("Und 877,3 Millionen Dollar.", "877,3 Millionen Dollar", 877.3e6, precision=5e4,
                 metric="net_income")  # fmt: skip
    third = told("Dazu 77 Prozent.", "77 Prozent", 77.0, precision=0.5, unit="percent", kind="change")
    beside = told("BMW zahlt 8,50 Euro.", "8,50 Euro", 8.5, precision=0.005, metric="dividend", unit="EUR",
                  company="BMW", company_id="DE0005190003", period="2022", start=900)  # fmt: skip
    assert verdicts(known, one, other, beside) == ["unverifiable", "unverifiable", "exact"]
    assert verdicts(known, one, other, third, beside) == [*["contradicted"] * 3, "exact"]


@pytest.mark.parametrize(("adjusted", "verdict"), [(True, "sign_error"), (False, "unverifiable")])
def test_the_change_of_an_adjusted_profit_is_none_of_the_loss_as_reported(
    adjusted: bool, verdict: str, full: KnownFigures
) -> None:
    """BASF lost 0.19 billion before interest in 2020 as reported, and earned 3.56 billion adjusted."""
    sentence = "Das Ebit von BASF stieg 2020 um 23,3 Prozent."
    year = {"period": "2020", "period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31)}
    told_of = {"company": "BASF", "company_id": "DE000BASF111", "metric": "ebit", "adjusted": adjusted}
    rise = told(sentence, "23,3 Prozent", 23.3, kind="change", unit="percent", precision=0.05, fiscal=False,
                **year, **told_of)  # fmt: skip
    assert verdicts(full, rise) == [verdict]


def test_an_outlook_is_told_with_the_period_that_the_text_reports_more_than_once(known: KnownFigures) -> None:
    """One figure read as one of a later year does not make the text a later one."""
    quarter = {"period": "2020-Q1", "period_start": date(2020, 2, 1), "period_end": date(2020, 4, 30)}
    sales = told("Im Quartal setzte Zoom 328,2 Millionen Dollar um.", "328,2 Millionen Dollar", 328.2e6,
                 fiscal=True, **quarter)  # fmt: skip
    profit = told("Der Nettogewinn lag bei 27,0 Millionen Dollar.", "27,0 Millionen Dollar", 27e6, start=100,
                  metric="net_income", fiscal=True, **quarter)  # fmt: skip
    misread = told("Es waren 5 Millionen Dollar.", "5 Millionen Dollar", 5e6, start=200, metric="costs",
                   period="2022", period_start=date(2022, 2, 1), period_end=date(2023, 1, 31))  # fmt: skip
    sentence = "Für das Geschäftsjahr 2021 erwartet Zoom einen Umsatz von 1,35 Milliarden Dollar."
    outlook = told(sentence, "1,35 Milliarden Dollar", 1.35e9, precision=5e6, start=300, status="forecast",
                   **YEAR_2021)  # fmt: skip
    assert verdicts(known, sales, profit, outlook)[-1] == "contradicted"
    assert verdicts(known, sales, profit, misread, outlook)[-1] == "contradicted"
    assert verdicts(known, sales, misread, outlook)[-1] == "unverifiable"
