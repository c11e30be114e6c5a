"""Words in a sentence that let a reading be doubted, so that it accuses nobody."""

from datetime import date
from typing import Any

import pytest
from test_doubts import told, verdicts

from pipeline.figures.known import KnownFigures

SLIP: dict[str, Any] = {"text": "348,2 Millionen Dollar", "value": 348.2e6, "precision": 5e4}


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        ("contradicted", "Der Umsatz lag bei 348,2 Millionen Dollar."),
        ("unverifiable", "Der Umsatz, den die Sparte machte, lag bei 348,2 Millionen Dollar."),
        (
            "contradicted",
            "Der Umsatz lag bei 348,2 Millionen Dollar, womit am Markt niemand gerechnet hat als die Sparte.",
        ),
        ("unverifiable", "Bei 3 Millionen Dollar Umsatz 348,2 Millionen Dollar."),
        ("contradicted", "Zoom hat 3 Millionen Dollar verdient und 348,2 Millionen Dollar umgesetzt."),
    ],
)
def test_a_part_or_a_word_of_another_figure(known: KnownFigures, verdict: str, sentence: str) -> None:
    assert verdicts(known, told(sentence, **SLIP)) == [verdict]


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        (
            "contradicted",
            "Zoom machte bis April 2020 in diesem Quartal einen Umsatz von 330,2 Millionen Dollar.",
        ),
        (
            "unverifiable",
            "Zoom machte im Quartal bis April 2020 einen Umsatz kaum unter 330,2 Millionen Dollar.",
        ),
        ("contradicted", "Zoom machte 2020 beim Umsatz bis Ende April 330,2 Millionen Dollar."),
        ("unverifiable", "Zoom machte 2020 beim Umsatz bis zu 330,2 Millionen Dollar."),
        ("contradicted", "Zoom steigerte 2020 den Umsatz um fast drei Viertel auf 330,2 Millionen Dollar."),
        ("unverifiable", "Zoom steigerte 2020 den Umsatz um drei Viertel auf fast 330,2 Millionen Dollar."),
        ("contradicted", "Zoom sah 2020 unter dem Strich beim Umsatz 330,2 Millionen Dollar."),
    ],
)
def test_a_hedge_that_was_not_read(known: KnownFigures, verdict: str, sentence: str) -> None:
    near = told(sentence, "330,2 Millionen Dollar", 330.2e6, precision=5e4)
    assert verdicts(known, near) == [verdict]


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        ("sign_error", "Der Umsatz schrumpfte 2020 um 169 Prozent."),
        ("sign_error", "Der Umsatz ist bis zum 30. April um 169 Prozent gesunken."),
        ("sign_error", "Um 169 Prozent auf 328,2 Millionen Dollar ist der Umsatz gefallen."),
        ("sign_error", "Zoom sagt ein Umsatzminus von 169 Prozent voraus."),
        ("unverifiable", "Der Umsatz sank in 12 Ländern, um 169 Prozent."),
        ("unverifiable", "Es waren 169 Prozent, der Gewinn ist um 12 Prozent gefallen."),
        ("sign_error", "Der Umsatz sank um 169 Prozent auf 328 Millionen Dollar, der Gewinn stieg."),
    ],
)
def test_no_year_day_or_level_led_to_parts_a_change_from_its_verb(
    known: KnownFigures, verdict: str, sentence: str
) -> None:
    fall = told(sentence, "169 Prozent", -169.0, kind="change", unit="percent", precision=0.5)
    assert verdicts(known, fall) == [verdict]


YEAR: dict[str, Any] = {
    "period": "2020", "period_start": date(2019, 2, 1), "period_end": date(2020, 1, 31), "fiscal": True,
    "value": 2651.4e6, "precision": 5e4, "text": "2.651,4 Millionen Dollar",
}  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        ("period_shift", "Im Jahr 2020 lag der Umsatz bei 2.651,4 Millionen Dollar."),
        ("unverifiable", "Der Umsatz lag mit 2.651,4 Millionen Dollar über dem Wert des Jahres 2020."),
        ("period_shift", "Das war weniger als 2020, als es 2.651,4 Millionen Dollar gewesen waren."),
    ],
)
def test_a_year_that_a_figure_is_held_against_is_not_its_own(
    known: KnownFigures, verdict: str, sentence: str
) -> None:
    [checked] = verdicts(known, told(sentence, **YEAR))
    assert checked == verdict


@pytest.mark.parametrize(
    ("verdict", "sentence"),
    [
        ("metric_confusion", "Zoom hatte 328,2 Millionen Dollar Nettogewinn im Quartal."),
        ("unverifiable", "Es waren 328,2 Millionen Dollar, bei 27 Millionen Dollar Nettogewinn."),
        ("metric_confusion", "Zoom hat wegen hoher Kosten im Quartal nur 328,2 Millionen Dollar verdient."),
        ("metric_confusion", "Vor Steuern verbuchte Zoom einen Nettogewinn von 328,2 Millionen Dollar."),
    ],
)
def test_a_word_behind_another_figure_names_that_one(
    known: KnownFigures, verdict: str, sentence: str
) -> None:
    fields: dict[str, Any] = {"value": 328.2e6, "precision": 5e4, "metric": "net_income"}
    [checked] = verdicts(known, told(sentence, "328,2 Millionen Dollar", **fields))
    assert checked == verdict


def test_figures_of_one_sentence_that_are_all_of_one_other_metric_accuse_together(
    known: KnownFigures,
) -> None:
    """Two revenues, told as profits."""
    text = "Der Nettogewinn erreichte 328,2 Millionen Dollar; nach 12 in Asien im Jahr davor 122 Millionen."
    now: dict[str, Any] = {"metric": "net_income", "text": "328,2 Millionen Dollar"}
    level = told(text, value=328.2e6, precision=5e4, start=26, **now)
    earlier: dict[str, Any] = {
        "metric": "net_income", "period": "2019-Q1", "period_start": date(2019, 2, 1),
        "period_end": date(2019, 4, 30), "fiscal": True,
    }  # fmt: skip
    before = told(text, "122 Millionen", 122e6, start=85, **earlier)
    assert verdicts(known, before) == ["unverifiable"]
    assert verdicts(known, level, before) == ["metric_confusion", "metric_confusion"]


def test_a_profit_of_whichever_kind_is_no_revenue(known: KnownFigures) -> None:
    """328.2 million is a revenue; which profit is meant need not be clear then."""
    sentence = "Am Ende stand ein Gewinn von 328,2 Millionen Dollar."
    fields: dict[str, Any] = {"value": 328.2e6, "precision": 5e4, "metric": "net_income"}
    assert verdicts(known, told(sentence, "328,2 Millionen Dollar", **fields)) == ["metric_confusion"]
    open_ = "Am Ende standen 328,2 Millionen Dollar und ein Gewinn je Aktie von 9 Cent."
    assert verdicts(known, told(open_, "328,2 Millionen Dollar", **fields)) != ["metric_confusion"]


def test_a_range_told_as_reported_may_be_an_outlook(known: KnownFigures) -> None:
    sentence = "Zoom nannte 2020 beim Umsatz 411 bis 414 Millionen Dollar."
    fields: dict[str, Any] = {"low": 411e6, "high": 414e6, "precision": 5e5}
    assert verdicts(known, told(sentence, "411 bis 414 Millionen Dollar", None, **fields)) == ["unverifiable"]
    one = told(sentence.replace("411 bis ", ""), "414 Millionen Dollar", 414e6, precision=5e5)
    assert verdicts(known, one) == ["contradicted"]
