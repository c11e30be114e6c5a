"""The words of company_words.toml do what their examples say, and the lists beside it are well formed."""

from importlib import resources
from tomllib import loads

import pytest

from pipeline.errors import VocabularyError
from pipeline.mentions.companies.finding import find_companies
from pipeline.mentions.companies.register import _kept_company
from pipeline.vocabulary.loading import load_csv

TABLES = loads((resources.files("pipeline.vocabulary") / "company_words.toml").read_text(encoding="utf-8"))
REFERRING = ("branches", "references")
RULES = sorted(name for name in TABLES if name != "branch_industries")


def subjects(text: str) -> set[str]:
    return {mention.name for mention in find_companies(text) if mention.subject}


def referring(text: str) -> list[str]:
    return [mention.name for mention in find_companies(text) if mention.role == "reference"]


@pytest.mark.parametrize("table", RULES)
def test_the_example_of_a_table_yields_its_company_alone(table: str) -> None:
    rule = TABLES[table]
    assert subjects(rule["example"]) == {rule["finds"]}


@pytest.mark.parametrize("table", [table for table in RULES if table not in REFERRING])
def test_the_counterexample_of_a_table_does_not(table: str) -> None:
    rule = TABLES[table]
    assert subjects(rule["counterexample"]) != {rule["finds"]}


@pytest.mark.parametrize("table", REFERRING)
def test_only_a_definite_noun_refers_back(table: str) -> None:
    rule = TABLES[table]
    assert [mention.name for mention in find_companies(rule["example"]) if mention.role == "reference"] == [
        rule["finds"]
    ]
    assert not [mention for mention in find_companies(rule["counterexample"]) if mention.role == "reference"]


def test_every_industry_stands_for_a_known_branch() -> None:
    assert set(TABLES["branch_industries"].values()) <= TABLES["branches"].keys()


def test_no_list_names_a_word_twice() -> None:
    for name in RULES:
        for field, entries in TABLES[name].items():
            if isinstance(entries, list):
                assert len(entries) == len(set(entries)), f"{name}.{field}"


def test_every_ordinary_word_has_a_kind_that_the_program_reads() -> None:
    kinds = {row["kind"] for row in load_csv("ordinary_words.csv")}
    assert kinds == {"noun", "opener", "place", "first_name"}


@pytest.mark.parametrize("row", [{"fiscal_year_end": "13"}, {"branch": "zauberei"}])
def test_a_row_with_an_impossible_month_or_branch_is_named(row: dict[str, str]) -> None:
    empty = dict.fromkeys(("name", "aliases", "ambiguous", "isin", "fiscal_year_end", "seat", "branch"), "")
    with pytest.raises(VocabularyError, match="Brellova"):
        _kept_company({**empty, "name": "Brellova", **row}, {})
