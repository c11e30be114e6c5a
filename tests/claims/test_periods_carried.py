"""The period of a figure whose time is told only by a comparison, a bracket or the sentences before it."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

PUBLISHED = date(2023, 8, 10)


def _periods(nlp: Language, text: str, published: date = PUBLISHED) -> list[str | None]:
    return [claim.period for claim in claims_of(nlp, text, published)]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Im abgelaufenen zweiten Quartal", "2023-Q2"),
        ("Im vergangenen dritten Quartal", "2022-Q3"),
        ("Im abgelaufenen ersten Halbjahr", "2023-H1"),
        ("Im laufenden dritten Quartal", "2023-Q3"),
        ("Im zweiten Quartal des vergangenen Jahres", "2022-Q2"),
        ("Im abgelaufenen zweiten Quartal 2021", "2021-Q2"),
    ],
)
def test_a_word_before_a_numbered_part_counts_parts_and_not_years(
    nlp: Language, words: str, period: str
) -> None:
    assert _periods(nlp, f"{words} stieg der Umsatz auf 8 Mrd. Euro.") == [period]


@pytest.mark.parametrize(
    ("figures", "periods"),
    [
        ("9 (7) Mio. Euro", ["2023-H1", "2022-H1"]),
        ("9 Mio. Euro (7 Mio. Euro)", ["2023-H1", "2022-H1"]),
        ("9 Mio. Euro (vs. 7 Mio. Euro)", ["2023-H1", "2022-H1"]),
        ("9 Mio. Euro (10 Mio. Dollar)", ["2023-H1", "2023-H1"]),
        ("9 Mio. Euro (bereinigt 8 Mio. Euro)", ["2023-H1", "2023-H1"]),
        ("9 Mio. Euro (plus 7 Prozent)", ["2023-H1", "2023-H1"]),
    ],
)
def test_the_same_measure_bare_in_brackets_is_the_year_before(
    nlp: Language, figures: str, periods: list[str]
) -> None:
    assert _periods(nlp, f"Im ersten Halbjahr stieg der Umsatz auf {figures}.") == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "Im ersten Halbjahr lag der Umsatz bei 83 Mio. Euro (-3,3% gegenüber der Vorjahresperiode).",
            ["2023-H1", "2023-H1"],
        ),
        (
            "Im ersten Halbjahr lag der Umsatz bei 83 Mio. Euro (Vorjahresperiode: 86 Mio. Euro).",
            ["2023-H1", "2022-H1"],
        ),
        (
            "Das erste Halbjahr lief gut. Der Umsatz von 83 Mio. Euro hat die Vorjahresperiode um 4 Prozent "
            "übertroffen.",
            ["2023-H1", "2023-H1"],
        ),
        (
            "Das erste Halbjahr lief gut. Der Umsatz übertraf mit 83 Mio. Euro die Vorjahresperiode um "
            "4 Prozent.",
            ["2023-H1", "2023-H1"],
        ),
    ],
)
def test_what_a_figure_is_measured_against_is_not_its_own_time(
    nlp: Language, text: str, periods: list[str]
) -> None:
    assert _periods(nlp, text) == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Der Umsatz stieg gegenüber dem Vorjahresquartal auf 8 Mio. Euro.", ["2023-Q2"]),
        (
            "Der Umsatz stieg auf 8 Mio. Euro nach 7 Mio. Euro im Vorjahresquartal.",
            ["2023-Q2", "2022-Q2"],
        ),
        ("Der Umsatz stieg gegenüber dem Vorjahr auf 8 Mio. Euro.", [None]),
        (
            "Im ersten Quartal stieg der Umsatz gegenüber dem Vorjahresquartal auf 8 Mio. Euro.",
            ["2023-Q1"],
        ),
    ],
)
def test_a_part_of_the_year_before_tells_the_part_that_is_compared_with_it(
    nlp: Language, text: str, periods: list[str | None]
) -> None:
    assert _periods(nlp, text) == periods


@pytest.mark.parametrize(
    ("headline", "period"),
    [
        ("Brellova wächst 2022, Schlussquartal enttäuscht", "2022"),
        ("Brellova enttäuscht im Schlussquartal", "2022-Q4"),
        ("Brellova wächst 2022, erstes Quartal 2023 enttäuscht", "2023-Q1"),
    ],
)
def test_a_part_named_beside_its_year_does_not_carry_over(nlp: Language, headline: str, period: str) -> None:
    text = f"{headline}.\nDer Umsatz stieg auf 7 Mrd. Franken."
    assert _periods(nlp, text, date(2023, 5, 10)) == [period]
