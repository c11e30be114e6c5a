"""CSV and Parquet: an article a row, the columns those of JSON Lines."""

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles

TEXT = "Der Umsatz stieg um 3 Prozent;\nder Gewinn auf 2,1 Mrd. Euro."


def read(path: Path, content: bytes) -> list[Article | Reject]:
    path.write_bytes(content)
    return list(read_articles([path]))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_table_names_its_columns_in_its_head_and_shows_its_separator(
    tmp_path: Path, separator: str
) -> None:
    head = separator.join(["Doc_id", "text", "date", "Ressort"])
    row = separator.join(["n1", f'"{TEXT}"', "2024-05-16", "Wirtschaft"])
    (article,) = read(tmp_path / "news.csv", f"\ufeff{head}\r\n{row}\r\n".encode())
    source = f"{tmp_path / 'news.csv'}:2"
    assert article == Article("n1", TEXT, date(2024, 5, 16), source=source)


def test_a_row_is_named_by_the_line_where_it_begins(tmp_path: Path) -> None:
    content = f'text,date\n"{TEXT}",2024-05-16\nPlus 3 Prozent.,gestern\nMinus 2 Prozent.,\n'
    first, second, third = read(tmp_path / "2024-05-17-news.csv", content.encode("cp1252"))
    assert isinstance(first, Article)
    assert first.id.endswith(":2")
    assert isinstance(second, Reject)
    assert second.place.endswith(":4")
    assert "'gestern'" in second.fault
    # The day of the file's name holds where the row tells none.
    assert isinstance(third, Article)
    assert (third.id[-2:], third.date) == (":5", date(2024, 5, 17))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"Artikel,Datum\nPlus 3 Prozent.,2024-05-16\n", 'the column "text" is missing'),
        (b"", 'the column "text" is missing'),
        (b'text\nPlus 3 Prozent.\n"nie geschlossen\n', "no CSV from here on"),
        ("text\nÖl\n".encode("utf-16"), "the file is in utf-16"),
    ],
)
def test_what_is_no_table_of_articles_is_rejected_with_its_cure(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    rejects = [item for item in read(tmp_path / "news.csv", content) if isinstance(item, Reject)]
    assert [fault in reject.fault and bool(reject.cure) for reject in rejects] == [True]


def test_parquet_may_hold_its_days_as_days(tmp_path: Path) -> None:
    table = pa.table(
        {
            "text": ["Plus 3 Prozent.", "Minus 2 Prozent.", None],
            "date": [datetime(2024, 5, 16, 9, 30), None, None],
            "views": [1, 2, 3],
        }
    )
    pq.write_table(table, tmp_path / "news.parquet")
    first, second, third = read_articles([tmp_path / "news.parquet"])
    assert isinstance(first, Article)
    assert (first.id, first.date) == ("news.parquet:1", date(2024, 5, 16))
    assert isinstance(second, Article)
    assert second.date is None
    assert isinstance(third, Reject)
    assert 'the field "text" is missing' in third.fault


def test_a_broken_parquet_file_is_one_reject(tmp_path: Path) -> None:
    (reject,) = read(tmp_path / "news.parquet", b"PAR1 and nothing more")
    assert isinstance(reject, Reject)
    assert "no Parquet table" in reject.fault
