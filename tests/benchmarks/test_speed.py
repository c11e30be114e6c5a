"""Words per second on the project's own articles: extraction, beside plain tokenizing in the same run.

Both are measured warm, tables read and frequent words seen, as they are in an archive of any length.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from conftest import SPEEDS
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.evaluation.gold import read_gold
from pipeline.flow import extract_claims, load
from pipeline.reading.article import Article

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [document.article() for document in read_gold(CORPUS)]


def measure(
    what: str, call: Callable[[], object], articles: list[Article], benchmark: BenchmarkFixture
) -> None:
    benchmark.pedantic(call, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    if benchmark.stats is None:
        return
    speed = sum(len(article.text.split()) for article in articles) / benchmark.stats.stats.median
    SPEEDS[what] = speed
    benchmark.extra_info["words_per_second"] = round(speed)


def test_tokenizing(benchmark: BenchmarkFixture, articles: list[Article]) -> None:
    tokenizer = spacy.blank("de").tokenizer
    measure("tokenizing", lambda: [tokenizer(article.text) for article in articles], articles, benchmark)


def test_extraction(benchmark: BenchmarkFixture, articles: list[Article]) -> None:
    nlp = load()
    measure("extraction", lambda: list(extract_claims(nlp, articles)), articles, benchmark)
