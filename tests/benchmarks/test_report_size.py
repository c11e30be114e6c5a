"""The report of 100,000 claims in 20,000 articles: how large it is, how long a browser takes to open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, chromium
from large_run import Run, large_run
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.report.page import Page, render_page

CLAIMS = 100_000
LARGEST = 30_000_000
LONGEST = 3.0


@pytest.fixture(autouse=True)
def one_core() -> None:
    """Leave the browser the processes that it has for its reader."""


@pytest.fixture(scope="module")
def run() -> Run:
    return large_run(CLAIMS)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("pages")) as opened:
        yield opened


def test_rendering(benchmark: BenchmarkFixture, run: Run, notes: list[str]) -> None:
    def render() -> tuple[Page, int]:
        page = render_page(run.claims, "A large run", run.documents)
        return page, sum(len(piece.encode()) for piece in page.html)

    page, size = benchmark.pedantic(render, rounds=1)  # type: ignore[no-untyped-call]
    shown = len(run.documents) - page.left_out
    notes.append(
        f"report of {CLAIMS:,} claims: {size / 1e6:.1f} MB with {shown:,} of {len(run.documents):,} articles"
    )
    assert size < LARGEST


def test_opening(benchmark: BenchmarkFixture, run: Run, window: Browser, notes: list[str]) -> None:
    window.open(run.claims, run.documents)
    file: Path = window.file

    def show() -> float:
        window.driver.get("about:blank")
        window.driver.get(file.as_uri())
        window.until(lambda: window.run("return document.documentElement.dataset.ready === 'true'"))
        # Two frames later what was shown is painted. The clock of the page began when it was asked for.
        return float(
            window.driver.execute_async_script(
                "const done = arguments[0];"
                "requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))"
            )
        )

    times = []
    benchmark.pedantic(lambda: times.append(show()), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
    middle = sorted(times)[len(times) // 2] / 1000
    notes.append(f"report of {CLAIMS:,} claims: open in {middle:.2f} s")
    assert middle < LONGEST
