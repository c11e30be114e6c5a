"""Words in a sentence that let a reading be doubted, so that it accuses nobody."""

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
        ("unverifiable", "Bei 3 Millionen Dollar Umsatz 348,2 Millionen Dollar."),
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
        ("unverifiable", "Der Umsatz sank in 12 Ländern, um 169 Prozent."),
    ],
)
def test_a_year_or_a_day_parts_no_figure_from_its_verb(
    known: KnownFigures, verdict: str, sentence: str
) -> None:
    fall = told(sentence, "169 Prozent", -169.0, kind="change", unit="percent", precision=0.5)
    assert verdicts(known, fall) == [verdict]
