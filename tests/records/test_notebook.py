"""What a notebook shows: texts with their claims marked, and tables that a person can read."""

import re
from html import unescape

import pytest

import pipeline
from pipeline.errors import UsageError

TEXT = "Der Umsatz der Kolb AG stieg 2023 um 8 Prozent auf 2,1 Mrd. Euro, <b>sagte</b> der Chef & lachte."
FIGURES = (
    "company,company_id,metric,segment,kind,period,period_start,period_end,fiscal,status,value_low,value_high,"
    "unit,adjusted,as_of,source\n"
    "Kolb,,revenue,,level,2023,2023-01-01,2023-12-31,false,reported,2130000000,2130000000,EUR,false,,report\n"
    "Kolb,,revenue,,change,2023,2023-01-01,2023-12-31,false,reported,6,6,percent,false,,report\n"
)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Reading:
    figures = tmp_path_factory.mktemp("figures") / "figures.csv"
    figures.write_text(FIGURES)
    return pipeline.read(TEXT, date="2024-03-01", figures=figures, model="blank")


def test_a_reading_shows_its_text_with_each_claim_marked(reading: pipeline.Reading) -> None:
    html = reading._repr_html_()
    assert [unescape(mark) for mark in re.findall(r"<mark[^>]*>([^<]*)</mark>", html)] == [
        "8 Prozent✗",
        "2,1 Mrd. Euro✓",
    ]
    without_marks = unescape(re.sub(r"<[^>]*>", "", html))
    assert without_marks.replace("✗", "").replace("✓", "") == TEXT
    assert "verdict: rounded" in html


def test_what_an_article_says_is_never_html(reading: pipeline.Reading) -> None:
    assert "<b>" not in reading._repr_html_()
    assert all("<b>" not in claim._repr_html_() for claim in reading.claims)


def test_a_claim_shows_its_sentence_and_the_fields_that_say_something(reading: pipeline.Reading) -> None:
    html = reading.claims[1]._repr_html_()
    assert ">2,1 Mrd. Euro✓</mark>" in html
    assert '<td style="text-align:left">2,130,000,000</td>' in html
    assert "speaker" not in html


@pytest.mark.parametrize(
    ("locale", "value"), [("de", "2,1 Mrd. EUR"), ("de_CH", "2.1 Mrd. EUR"), ("en", "2.1B EUR")]
)
def test_numbers_are_written_as_the_reader_is_used_to(
    reading: pipeline.Reading, locale: str, value: str
) -> None:
    table = pipeline.styled(reading.frame, locale)
    shown = table.data  # type: ignore[attr-defined]
    assert shown["value"].str.replace("\xa0", " ").tolist() == ["+8 %", value]
    assert "segment" not in shown
    assert "rgba(218, 54, 51" in table.to_html()


def test_an_unknown_locale_is_told(reading: pipeline.Reading) -> None:
    with pytest.raises(UsageError, match="no locale 'schwäbisch'"):
        pipeline.styled(reading.frame, "schwäbisch")
