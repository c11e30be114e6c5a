"""The day of publication comes from the record, from the file's name, or from the default."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles

DEFAULT = date(2024, 1, 31)


def only(file: Path) -> Article | Reject:
    (item,) = read_articles([file], default_date=DEFAULT)
    return item


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2020-06-02-zoom.txt", date(2020, 6, 2)),
        ("2020-06-02.txt", date(2020, 6, 2)),
        ("zoom-2020-06-02.txt", DEFAULT),
        ("2020-06-021.txt", DEFAULT),
        ("20200602.txt", DEFAULT),
    ],
)
def test_a_name_that_begins_with_a_day_dates_the_article(tmp_path: Path, name: str, expected: date) -> None:
    file = tmp_path / name
    file.write_text("Der Umsatz stieg.")
    item = only(file)
    assert isinstance(item, Article)
    assert item.date == expected


def test_a_name_that_begins_with_no_day_of_the_calendar_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "2020-13-45-zoom.txt"
    file.write_text("Der Umsatz stieg.")
    item = only(file)
    assert isinstance(item, Reject)
    assert (item.place, "2020-13-45" in item.fault, "YYYY-MM-DD" in item.cure) == (str(file), True, True)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ('"2020-06-02"', date(2020, 6, 2)),
        ('"2020-06-02T22:15:00Z"', date(2020, 6, 2)),
        ('"2020-06-02 22:15"', date(2020, 6, 2)),
        ("null", date(2019, 2, 28)),
        ('""', date(2019, 2, 28)),
    ],
)
def test_the_field_goes_before_the_name_of_the_file(tmp_path: Path, field: str, expected: date) -> None:
    file = tmp_path / "2019-02-28.jsonl"
    file.write_text(f'{{"text": "Der Umsatz stieg.", "date": {field}}}')
    item = only(file)
    assert isinstance(item, Article)
    assert item.date == expected


@pytest.mark.parametrize(
    "field", ['"02.06.2020"', '"2020-02-30"', '"gestern"', "20200602", "true", '"2020-06"']
)
def test_a_date_that_is_none_is_rejected_with_file_line_and_form(tmp_path: Path, field: str) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text(f'\n{{"text": "Der Umsatz stieg.", "date": {field}}}')
    item = only(file)
    assert isinstance(item, Reject)
    assert (item.place, "date" in item.fault, "YYYY-MM-DD" in item.cure) == (f"{file}:2", True, True)
