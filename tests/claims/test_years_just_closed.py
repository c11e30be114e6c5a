"""A business year that has just ended, visitors counted over a time, and figures of years further back."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of

_CLOSED = "Der Umsatz der Brellova AG stieg auf 142 Millionen Euro. "
_JUNE = "Die Gesellschaft bilanziert zum 30. Juni. "
_SINCE = "Im neuen Geschäftsjahr geht es ruhiger zu. Von Juli bis September setzte sie 14 Millionen Euro um."


@pytest.mark.parametrize(
    ("text", "published", "periods"),
    [
        pytest.param(
            _CLOSED + _JUNE + _SINCE, date(2012, 10, 24), ["2012", "2012-Q1"], id="year-ended-in-june"
        ),
        pytest.param(
            _CLOSED + "Im ersten Quartal lag der Gewinn bei 3 Millionen Euro. " + _JUNE,
            date(2012, 10, 24),
            ["2012-Q1", "2012-Q1"],
            id="its-first-part-is-reported",
        ),
        pytest.param(_CLOSED + _JUNE, date(2013, 3, 24), [None], id="long-after-its-end"),
        pytest.param(_CLOSED, date(2012, 10, 24), [None], id="no-year-of-its-own"),
    ],
)
def test_a_business_year_that_has_just_ended(
    nlp: Language, text: str, published: date, periods: list[str | None]
) -> None:
    assert [claim.period for claim in claims_of(nlp, text, published)] == periods


def test_a_year_only_looked_back_on_is_not_under_report(nlp: Language) -> None:
    text = "Der Seilbahn fehlen 380.000 Euro. 2016/17 stand noch ein Gewinn von 145.000 Euro in den Büchern."
    text += " Die Beschneiung schlug mit Kosten von 890.000 Euro zu Buche."
    assert [claim.period for claim in claims_of(nlp, text, date(2019, 5, 4))] == [None, "2017", None]


def test_a_chronicle_goes_on_from_the_year_it_has_reached(nlp: Language) -> None:
    text = "Die Brellova GmbH wuchs schnell.\n\n2019 setzte sie 64 Millionen Euro um. 2023 blieben davon 8."
    text += " Am Ende stand ein Verlust von 21 Millionen Euro."
    assert [claim.period for claim in claims_of(nlp, text, date(2025, 4, 25))][-1] == "2023"


def test_a_paragraph_that_opens_with_the_last_quarter_stays_with_it(nlp: Language) -> None:
    text = (
        "Im Geschäftsjahr 2021/22 (bis September) sank der Gewinn um 34 Prozent, der Umsatz stieg auf 72 Mio."
    )
    text += " Euro.\n\nIm vierten Quartal lief es besser. Der Gewinn stieg auf 3 Mio. Euro. "
    text += "Umgesetzt wurden 21 Mio. Euro."
    text += " Der Auftragseingang wuchs auf 22 Mio. Euro."
    assert [claim.period for claim in claims_of(nlp, text, date(2022, 11, 17))][2:] == ["2022-Q4"] * 3


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Der Umsatz stieg auf 9 Mio. Euro, nach 8 Mio. 2022 und 7 Mio. 2021.", ["2023", "2022", "2021"]),
        (
            "Der Umsatz stieg auf 9 Mio. Euro, nach 8 Mio. 2022 und 7 Mio. im Jahr davor.",
            ["2023", "2022", "2021"],
        ),
        (
            "Im ersten Halbjahr 2023 blieben 9 Mio. Euro Gewinn, im gleichen Zeitraum des Vorjahres waren es"
            " 8 Mio. und noch ein Jahr früher 7 Mio. gewesen.",
            ["2023-H1", "2022-H1", "2021-H1"],
        ),
        (
            "Die Kasse verlangt seit Januar 2,1 Prozent Zuschlag. 2022 war der Gewinn 7 Mio. Euro.",
            [None, "2022"],
        ),
        ("In der ersten Hälfte stieg der Umsatz um 11 Prozent auf 9 Mio. Euro.", ["2023-H1", "2023-H1"]),
    ],
)
def test_figures_of_years_further_back(nlp: Language, text: str, periods: list[str | None]) -> None:
    found = [claim.period for claim in claims_of(nlp, text, date(2024, 1, 16))]
    assert found[-len(periods) :][-1] == periods[-1]
    assert [told for told, wanted in zip(found, periods, strict=True) if wanted] == [*filter(None, periods)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Gezählt wurden 1,34 Millionen Fahrgäste.", "2023"),
        ("Die Reederei zählt 1,34 Millionen Kunden.", "2024-01"),
        ("Schwach war der Dezember. Mit 38.600 Reisenden lag der Monat um 8 Prozent unter Plan.", "2023-12"),
    ],
)
def test_visitors_are_counted_over_a_time(nlp: Language, text: str, period: str) -> None:
    assert (
        claims_of(nlp, "Die Reederei hat Urlauber befördert. " + text, date(2024, 1, 16))[0].period == period
    )


def test_a_town_may_be_called_as_a_thing_is(nlp: Language) -> None:
    text = "Der Überschuss der Kreissparkasse Altenhunden stieg 2009 auf 5 Millionen Euro."
    assert claims_of(nlp, text, date(2010, 2, 11))[0].company == "Kreissparkasse Altenhunden"
