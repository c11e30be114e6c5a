"""A line that holds no article is rejected with its number, its fault and a cure; the others are read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import read_articles

GOOD = '{"text": "Der Umsatz stieg um 3 Prozent."}'


def test_all_fields_are_taken(tmp_path: Path) -> None:
    line = (
        '{"doc_id": "zoom", "date": "2020-06-02", "title": "Zoom", "url": "https://example.org/zoom", '
        '"text": "Umsatz:\\n328 Millionen", "claims": []}'
    )
    file = tmp_path / "news.jsonl"
    file.write_text(line)
    assert list(read_articles([file])) == [
        Article(
            id="zoom",
            text="Umsatz:\n328 Millionen",
            date=date(2020, 6, 2),
            source=f"{file}:1",
            title="Zoom",
            url="https://example.org/zoom",
        )
    ]


def test_a_number_as_doc_id_is_its_name(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "Eins.", "doc_id": 4711}')
    assert [item.id for item in read_articles([file]) if isinstance(item, Article)] == ["4711"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "Der Umsatz', "no JSON"),
        ("Der Umsatz stieg.", "no JSON"),
        ('["text"]', "list instead of an object"),
        ("{}", '"text" is missing'),
        ('{"title": "Umsatz"}', '"text" is missing'),
        ('{"text": null}', '"text" is missing'),
        ('{"text": 12}', '"text" is no string'),
        ('{"text": "  \\n"}', '"text" is empty'),
        ('{"text": "Umsatz", "doc_id": ["a"]}', '"doc_id" is no string'),
        ('{"text": "Umsatz", "title": 3}', '"title" is no string'),
        ('{"text": "Umsatz", "n": ' + "9" * 5000 + "}", "JSON that cannot be read"),
        ("[" * 100_000, "JSON that cannot be read"),
    ],
)
def test_a_bad_line_is_rejected_by_number_and_the_rest_is_read(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text(f"{GOOD}\n{line}\n{GOOD}\n")
    first, second, third = read_articles([file])
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert isinstance(second, Reject)
    assert (second.place, said in second.fault, bool(second.cure)) == (f"{file}:2", True, True)


@pytest.mark.parametrize("name", ["news.txt", "news.jsonl"])
@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file_is_rejected(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    (item,) = read_articles([file])
    assert isinstance(item, Reject)
    assert (item.place, item.fault) == (str(file), "the file is empty")


def test_half_of_a_surrogate_pair_becomes_one_sign_and_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text('{"text": "Plus \\ud83d von 3 Prozent \\ud83d\\ude00"}')
    (item,) = read_articles([file])
    assert isinstance(item, Article)
    assert item.text == "Plus \ufffd von 3 Prozent 😀"
    assert f"{file}:1" in caplog.text


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_bytes_stop_the_readers_and_none_vanish(tmp_path: Path, data: bytes) -> None:
    for name in ("fuzz.txt", "fuzz.jsonl"):
        file = tmp_path / name
        file.write_bytes(data)
        items = list(read_articles([file]))
        assert items
        for item in items:
            if isinstance(item, Article):
                item.text.encode()
            else:
                assert item.place.startswith(str(file))
