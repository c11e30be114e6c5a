"""Words per second on business news and on general news, beside what bounds them, measured in turns.

All is measured warm, tables read and frequent words seen, as they are in an archive of any length.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.evaluation.speed import (
    Speed,
    general_news,
    measured_as,
    peers,
    steps,
    texts,
)

KINDS = texts()


@pytest.mark.parametrize("kind", KINDS)
def test_speed(benchmark: BenchmarkFixture, speeds: dict[str, dict[str, Speed]], kind: str) -> None:
    measured = {**peers(), **steps()}
    speeds[kind] = benchmark.pedantic(  # type: ignore[no-untyped-call]
        measured_as(kind), (KINDS[kind], measured), rounds=1
    )


def test_general_news_is_there(benchmark: BenchmarkFixture) -> None:
    if not benchmark.pedantic(general_news, rounds=1):  # type: ignore[no-untyped-call]
        pytest.skip("../shared/training is not here: only business news was measured")
