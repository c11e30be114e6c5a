"""Whose a figure is, in round-ups, deals, ratings, of rivals and daughters, and where it is nobody's."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.flow import extract_claims, load
from pipeline.reading.article import Article
from pipeline.reading.dates import parse_day

FILE = Path(__file__).parent / "companies_of_figures.toml"
ARTICLES = {
    entry["id"]: entry["text"] for entry in tomllib.loads(FILE.read_text(encoding="utf-8"))["article"]
}


@cache
def rules_alone() -> Language:
    return load("blank")


def cut(marked: str) -> tuple[str, dict[int, str | None]]:
    """The text without its marks, and the company of each figure by the place where the figure begins."""
    text, companies = "", {}
    while "[" in marked:
        before, rest = marked.split("[", 1)
        inner, marked = rest.split("]", 1)
        figure, company = inner.split("|")
        text += before
        companies[len(text)] = company or None
        text += figure
    return text + marked, companies


@pytest.mark.parametrize("name", ARTICLES)
def test_each_figure_has_its_company(name: str) -> None:
    text, companies = cut(ARTICLES[name])
    article = Article(name, text, parse_day("2024-05-02", "date"))
    ((_, claims, _),) = extract_claims(rules_alone(), [article])
    found = {claim.start: claim.company for claim in claims}
    assert {start: found.get(start, "no claim") for start in companies} == companies
