"""Business years that are no calendar years: what the text, the register and the wording tell of them."""

from datetime import date

import pytest

from pipeline.mentions.periods.calendar import days_of, label_of, shift_period
from pipeline.mentions.periods.finding import find_periods, infer_fiscal_year_end


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Im ersten Geschäftsquartal zu Ende April sprangen die Erlöse.", 1),
        ("Im Ende September abgelaufenen Geschäftsjahr verdiente sie mehr.", 9),
        ("Im Schlussquartal des Ende Februar abgelaufenen Geschäftsjahres 2017/18 sank er.", 2),
        ("Im ersten Halbjahr des am 30. September endenden Geschäftsjahres 2017/18 sank er.", 9),
        ("Das Geschäftsjahr der Brauerei endet am 30. September.", 9),
        ("Das Geschäftsjahr beginnt am 1. Juli.", 6),
        ("Im Geschäftsjahr 2020/21 (per Ende Februar) fiel der Gewinn.", 2),
        ("In den ersten drei Quartalen des Geschäftsjahres 2020/21 (April bis Dezember) sank er.", 3),
        ("Im Geschäftsjahr, das Ende Januar zu Ende ging, stieg der Umsatz.", 1),
        ("Drittes Fiskalquartal mit Gewinn. Im Drei-Monats-Zeitraum bis zum 28. November stieg er.", 2),
        ("Für das bis September 2024 laufende Geschäftsjahr bleibt er vorsichtig.", 9),
        ("Im ersten Quartal (bis 2. Mai) setzte die Warenhauskette mehr um.", 1),
        ("Im dritten Quartal stieg der Umsatz. Bis Ende Mai fallen Stellen weg.", None),
        ("Im Geschäftsjahr 2020 stieg der Umsatz.", None),
    ],
)
def test_year_end_told_by_the_text(text: str, month: int | None) -> None:
    assert infer_fiscal_year_end(text) == month


def test_fiscal_quarter_keeps_its_number_and_ends_in_its_year() -> None:
    text = "Den Jahresausblick hob die Firma an. Im ersten Geschäftsquartal zu Ende April stieg der Umsatz."
    outlook, quarter = find_periods(text, date(2020, 6, 3))
    assert (quarter.label, quarter.fiscal) == ("2020-Q1", True)
    assert (quarter.first_day, quarter.last_day) == (date(2020, 2, 1), date(2020, 4, 30))
    assert (outlook.label, outlook.last_day) == ("2021", date(2021, 1, 31))


def test_register_gives_the_days_of_a_quarter() -> None:
    (mention,) = find_periods("Im dritten Quartal stieg der Auftragseingang.", date(2021, 8, 5), 9)
    assert (mention.label, mention.first_day, mention.last_day) == (
        "2021-Q3",
        date(2021, 4, 1),
        date(2021, 6, 30),
    )


def test_text_comes_before_the_register() -> None:
    text = "Im ersten Geschäftsquartal zu Ende April stieg der Umsatz."
    assert find_periods(text, date(2020, 6, 3), 9)[0].last_day == date(2020, 4, 30)


def test_named_year_stays_the_label() -> None:
    text = "Im ersten Quartal des Geschäftsjahres 2024 sinkt der Umsatz."
    (mention,) = find_periods(text, date(2023, 11, 16), 9)
    assert (mention.label, mention.first_day) == ("2024-Q1", date(2023, 10, 1))


def test_year_over_two_is_told_apart_by_its_wording() -> None:
    # In July the year 2015/16 can only be over if it ended by June; the next one is then running.
    text = "Im vergangenen Geschäftsjahr 2015/16 wuchs er. Für das laufende Geschäftsjahr plant er mehr."
    mentions = find_periods(text, date(2016, 7, 21))
    assert [mention.label for mention in mentions] == ["2016", "2017"]
    assert mentions[0].first_day is None, "the text tells the year but not its days"


def test_quarter_of_a_year_over_two_shows_which_business_year_is_meant() -> None:
    text = "Im zweiten Quartal 2021/22 stieg der Umsatz. Im Gesamtjahr soll er sinken."
    assert [mention.label for mention in find_periods(text, date(2022, 5, 11))] == ["2022-Q2", "2022"]


@pytest.mark.parametrize(
    ("label", "year_end", "first_day", "last_day"),
    [
        ("2015", None, date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-9M", 12, date(2015, 1, 1), date(2015, 9, 30)),
        ("2020-Q1", 1, date(2020, 2, 1), date(2020, 4, 30)),
        ("2021-Q1", 9, date(2021, 10, 1), date(2021, 12, 31)),
        ("2022-H1", 9, date(2021, 10, 1), date(2022, 3, 31)),
        ("2022", 9, date(2021, 10, 1), date(2022, 9, 30)),
        ("2020-02", 9, date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-29", None, date(2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_days_of_a_label(label: str, year_end: int | None, first_day: date, last_day: date) -> None:
    assert days_of(label, year_end) == (first_day, last_day)
    assert label_of(first_day, last_day, year_end) == label


@pytest.mark.parametrize("label", ["", "2015-Q5", "2015-13", "2015-02-30", "zwei", "2015-Q", "20155"])
def test_no_label_has_no_days(label: str) -> None:
    assert days_of(label) is None


def test_four_months_have_no_label() -> None:
    assert label_of(date(2020, 1, 1), date(2020, 4, 30)) is None
    assert label_of(date(2020, 2, 1), date(2020, 4, 30)) is None
    assert label_of(date(2020, 2, 1), date(2020, 4, 30), 1) == "2020-Q1"


def test_shift_goes_back_by_years() -> None:
    assert shift_period("2020-Q1", date(2020, 2, 1), date(2020, 4, 30), 1) == (
        "2019-Q1",
        date(2019, 2, 1),
        date(2019, 4, 30),
    )
    assert shift_period("2020-02-29", date(2020, 2, 29), date(2020, 2, 29), 1)[0] == "2019-02-28"
    assert shift_period(None, None, None, 3) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "label", "last_day"),
    [
        (
            "Im Schlussquartal des Ende Februar abgelaufenen Geschäftsjahres 2017/18 sank er.",
            "2018-Q4",
            date(2018, 2, 28),
        ),
        (
            "Im ersten Halbjahr des im September endenden Geschäftsjahres 2017/18 sank er.",
            "2018-H1",
            date(2018, 3, 31),
        ),
        (
            "Im dritten Quartal des am 30. September beendeten Geschäftsjahres sank er.",
            "2017-Q3",
            date(2017, 6, 30),
        ),
    ],
)
def test_a_part_of_a_year_told_with_its_end(text: str, label: str, last_day: date) -> None:
    (mention,) = find_periods(text, date(2018, 5, 24))
    assert (mention.label, mention.last_day, mention.fiscal) == (label, last_day, True)
