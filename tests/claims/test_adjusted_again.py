"""Whose the word `bereinigt` is: of one noun and not the next, of all that is told of that noun."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("adjusted", "text"),
    [
        (
            [False, True],
            "Erwartet werden ein Umsatz von 4,7 Mrd. Euro und eine bereinigte Ebit-Marge von 15 Prozent.",
        ),
        (
            [True, True],
            "Das bereinigte Ebit lag bei 5 Millionen Euro. Für 2021 erwartet der Vorstand 6 Millionen.",
        ),
        (
            [True, True],
            "Das bereinigte Ergebnis je Aktie betrug 13,44 Euro; ein Jahr zuvor waren es 8,77 Euro.",
        ),
        (
            [True, False],
            "Ohne Abschreibung hätte der Gewinn 402 Millionen Euro betragen. Mit ihr waren es 84 Millionen.",
        ),
        (
            [True, False],
            "Organisch wuchs der Umsatz um 5 Prozent. Der Vorjahreswert lag 3 Prozent niedriger.",
        ),
    ],
)
def test_whose_the_word_of_adjustment_is(nlp: Language, adjusted: list[bool], text: str) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bereinigt lag das Ebit bei 140 Mio. Euro, unbereinigt waren es 118 Mio. Euro.", [True, False]),
        (
            "Das Ergebnis vor Sonderposten betrug 33 Mio. Euro (Vorjahr: 29 Mio. Euro). Nach Sonderposten "
            "blieben 12 Mio. Euro.",
            [True, True, False],
        ),
        (
            "Klammert man den Sonderertrag aus, betrug der Gewinn 45 Mio. Euro statt 81 Mio. Euro.",
            [True, False],
        ),
        ("Die Kern-Ebitda-Marge erreichte 20 Prozent.", [True]),
        ("Die Kernforderung ist ein Umsatz von 20 Mio. Euro.", [False]),
    ],
)
def test_what_leaves_nothing_out_is_not_adjusted(nlp: Language, text: str, expected: list[bool]) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == expected
