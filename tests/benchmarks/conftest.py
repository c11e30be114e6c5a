"""Keeps the benchmarks on one core, and writes the table of speeds under theirs."""

import os
from collections.abc import Iterator

import pytest

from pipeline.evaluation.speed import Speed, speed_rows

_SPEEDS: dict[str, dict[str, Speed]] = {}


@pytest.fixture
def speeds() -> dict[str, dict[str, Speed]]:
    """What was measured, by kind of news."""
    return _SPEEDS


@pytest.fixture(autouse=True)
def one_core() -> Iterator[None]:
    """Run on a single core, where the system can hold a process to one."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    yield
    os.sched_setaffinity(0, cores)


_MEASURED: dict[str, dict[str, float]] = {}


@pytest.fixture
def measured(request: pytest.FixtureRequest) -> dict[str, float]:
    """What else a benchmark measures, by what it is, to be told under the table."""
    return _MEASURED.setdefault(request.node.name, {})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write each speed, and how many times as long as plain tokenizing each takes."""
    for kind, speeds in _SPEEDS.items():
        for _, name, times, words in speed_rows(kind, speeds):
            terminalreporter.write_line(f"{kind}: {name}: {times} times tokenizing, {words} words a second")
    for name, measured in _MEASURED.items():
        told = ", ".join(f"{value:,.1f} {what}" for what, value in measured.items())
        terminalreporter.write_line(f"\n{name}: {told}")
