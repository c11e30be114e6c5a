"""Words per second on the project's own articles: extraction, beside plain tokenizing in the same run.

Both are measured warm, tables read and frequent words seen, as they are in an archive of any length.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.evaluation.gold import read_gold
from pipeline.flow import extract_claims, load
from pipeline.reading.article import Article

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [document.article() for document in read_gold(CORPUS)]


@pytest.fixture
def measure(
    benchmark: BenchmarkFixture, articles: list[Article], speeds: dict[str, float]
) -> Callable[[str, Callable[[], object]], None]:
    def run(what: str, call: Callable[[], object]) -> None:
        benchmark.pedantic(call, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
        assert benchmark.stats is not None
        words = sum(len(article.text.split()) for article in articles)
        speeds[what] = words / benchmark.stats.stats.median
        benchmark.extra_info["words_per_second"] = round(speeds[what])

    return run


def test_tokenizing(measure: Callable[..., None], articles: list[Article]) -> None:
    tokenizer = spacy.blank("de").tokenizer
    measure("tokenizing", lambda: [tokenizer(article.text) for article in articles])


def test_extraction(measure: Callable[..., None], articles: list[Article]) -> None:
    nlp = load()
    measure("extraction", lambda: list(extract_claims(nlp, articles)))
