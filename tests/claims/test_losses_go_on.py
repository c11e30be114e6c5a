"""Losses told of another time, parts of a staff after a price, adjustment that goes on, a year not over."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Der Verlust der Talbau AG weitete sich auf 4 Mio. Euro aus. Im Vorjahr waren es 2 Mio. gewesen.",
         [-4e6, -2e6]),
        ("Vor Steuern stieg der Fehlbetrag der Talbau AG auf 4 Mio. Euro, zuvor hatte er 2 Mio. betragen.",
         [-4e6, -2e6]),
        ("Der Verlust der Talbau AG lag bei 4 Mio. Euro. Im Vorjahr war ein Gewinn von 2 Mio. angefallen.",
         [-4e6, 2e6]),
        ("Die Frachtrate fiel auf 1.480 Dollar. Die Talbau AG will 250 von 2.900 Stellen streichen.",
         [1480, -250, 2900]),
        ("Die Talbau AG hat 11.200 Mitarbeiter, davon entfallen 4.300 auf Deutschland.", [11200, 4300]),
    ],
)  # fmt: skip
def test_values(nlp: Language, text: str, values: list[float]) -> None:
    assert [claim.high for claim in claims_of(nlp, text)] == values


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Talbau AG setzte im ersten Semester 212 Mio. Fr. um.", ["revenue"]),
        ("Der Umsatz stieg. Befördert wurden 6 Mio. Kisten, zwei Prozent weniger.", ["other", "other"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Das Ebitda vor Sondereinflüssen soll um 8 Prozent zulegen. Von April bis Juni stieg es um 12 "
         "Prozent auf 187 Mio. Euro.", [True, True, True]),
        ("Der Umsatz der Talbau AG stieg um 6 Prozent in Lokalwährungen und um 4 Prozent in Franken.",
         [True, False]),
    ],
)  # fmt: skip
def test_adjusted(nlp: Language, text: str, adjusted: list[bool]) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


def test_a_year_that_lasts_for_months_has_no_result(nlp: Language) -> None:
    text = "2001 sollte bei der Talbau AG ein Gewinn von zwei Millionen Euro herauskommen."
    assert [claim.status for claim in claims_of(nlp, text, date(2001, 8, 10))] == ["forecast"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Anleger hatten mehr erwartet, das Papier der Talbau AG verlor 6,8 Prozent auf 41,35 Euro.",
         ["reported", "reported"]),
        ("Analysten hatten bei der Talbau AG mit einem Umsatz von 41 Mio. Euro gerechnet.", ["consensus"]),
    ],
)  # fmt: skip
def test_a_share_that_moved_is_no_estimate(nlp: Language, text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == statuses


def test_people_sent_home_are_staff(nlp: Language) -> None:
    claims = claims_of(nlp, "Im Januar hat die Talbau AG weitere 90 Leute nach Hause geschickt.")
    assert [(claim.metric, claim.high) for claim in claims] == [("employees", -90)]
