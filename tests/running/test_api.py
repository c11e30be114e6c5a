"""The names that a notebook uses."""

import logging
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.reading.article import Article

TEXT = "Der Umsatz von Siemens stieg 2023 um 8 Prozent auf 2,1 Milliarden Euro."


def test_the_public_names_are_these_and_all_of_them_exist() -> None:
    assert set(pipeline.__all__) == {
        "Article", "Claim", "Entity", "Reading", "consistency", "entities", "extract", "load", "read",
        "styled", "summary", "validate",
        "KennzahlError", "UsageError", "InputError", "ArticleError", "FiguresError", "ClaimsError",
        "GoldError", "ModelError", "VocabularyError",
    }  # fmt: skip
    for name in pipeline.__all__:
        assert getattr(pipeline, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'scrape'"):
        pipeline.scrape  # noqa: B018


def test_every_fault_is_a_kennzahl_error() -> None:
    faults = [name for name in pipeline.__all__ if name.endswith("Error")]
    assert all(issubclass(getattr(pipeline, name), pipeline.KennzahlError) for name in faults)


def test_a_text_becomes_a_table() -> None:
    frame = pipeline.extract(TEXT)
    assert list(frame["doc_id"]) == ["text-1", "text-1"]
    assert list(frame["metric"]) == ["revenue", "revenue"]
    assert list(frame["low"]) == [8, 2.1e9]
    assert [TEXT[row.start : row.end] for row in frame.itertuples()] == list(frame["text"])


def test_texts_articles_and_paths_mix_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{TEXT}", "doc_id": "c"}}\n' * 2)
    article = Article("article", TEXT, date(2024, 2, 1))
    frame = pipeline.extract([TEXT, article, tmp_path / "b.txt", str(tmp_path / "a.jsonl"), TEXT])
    assert list(frame["doc_id"].unique()) == ["text-1", "article", "b.txt", "c", "text-3"]


def test_the_date_resolves_what_is_told_against_it() -> None:
    text = "Im Vorjahr verdiente Siemens 12 Millionen Euro."
    assert list(pipeline.extract(text, date=date(2024, 2, 1))["period"]) == ["2023"]
    assert list(pipeline.extract(Article("a", text, date(2021, 2, 1)))["period"]) == ["2020"]


def test_a_reject_is_a_warning_and_a_wrong_path_an_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.txt").write_text("")
    with caplog.at_level(logging.WARNING):
        assert len(pipeline.extract(tmp_path / "a.txt")) == 0
    assert "a.txt: the file is empty" in caplog.text
    for wrong in (tmp_path / "none.txt", str(tmp_path / "none.txt"), "none.txt"):
        with pytest.raises(pipeline.UsageError, match=r"none\.txt"):
            pipeline.extract(wrong)


def test_entities_become_a_table() -> None:
    frame = pipeline.entities([TEXT])
    assert list(frame.columns) == ["doc_id", "start", "end", "text", "label", "name", "entity_id"]
    assert "Siemens" in set(frame["text"])


def test_validation_fills_the_verdicts_and_keeps_the_rest_of_the_table(tmp_path: Path) -> None:
    figures = pd.DataFrame(
        {
            "company": ["Siemens AG"],
            "company_id": ["DE0007236101"],
            "metric": ["revenue"],
            "segment": [""],
            "kind": ["level"],
            "period": ["2023"],
            "period_start": ["2023-01-01"],
            "period_end": ["2023-12-31"],
            "fiscal": ["false"],
            "status": ["reported"],
            "value_low": [2.1e9],
            "value_high": [2.1e9],
            "unit": ["EUR"],
            "adjusted": ["false"],
            "as_of": [""],
            "source": ["a table of this test"],
        }
    )
    figures.to_csv(tmp_path / "figures.csv", index=False)
    frame = pipeline.extract(Article("a", "Der Umsatz von Siemens lag 2023 bei 2,1 Milliarden Euro."))
    frame = frame.assign(remark="mine").set_index(pd.Index([42]))
    for known in (tmp_path / "figures.csv", str(tmp_path / "figures.csv"), figures):
        checked = pipeline.validate(frame, known)
        assert (checked.loc[42, "verdict"], checked.loc[42, "remark"]) == ("exact", "mine")
        assert checked.loc[42, "known_source"] == "a table of this test"
        assert list(checked.columns) == list(frame.columns)
    assert frame["verdict"].isna().all()


def test_a_day_may_be_written_out() -> None:
    told = "Im Vorjahr stieg der Umsatz auf 3 Millionen Euro."
    assert list(pipeline.extract(told, date="2020-02-01")["period"]) == ["2019"]
    with pytest.raises(pipeline.InputError, match="the date '2020-13-01' is none"):
        pipeline.extract(told, date="2020-13-01")


def test_a_long_line_is_a_text_and_no_file_name() -> None:
    line = "Der Umsatz stieg um 5 Prozent auf 20 Millionen Euro. " * 6
    assert len(pipeline.extract(line)) == 12


def test_a_moment_counts_as_its_day() -> None:
    told = "Im Vorjahr stieg der Umsatz auf 3 Millionen Euro."
    moment = datetime(2020, 2, 1, 12)
    assert list(pipeline.extract(told, date=moment)["period"]) == ["2019"]
    assert list(pipeline.extract(Article("a", told, moment))["period"]) == ["2019"]


@pytest.mark.parametrize("given", [b"Umsatz 5 Euro", [5], [None], None])
def test_what_is_no_input_is_refused(given: object) -> None:
    with pytest.raises(pipeline.UsageError, match="is no input"):
        pipeline.extract(given)
