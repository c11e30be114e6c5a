"""Keeps the benchmarks on one core, and writes words per second and other measures under their table."""

import os
from collections.abc import Iterator

import pytest

_SPEEDS: dict[str, float] = {}
_NOTES: list[str] = []


@pytest.fixture
def speeds() -> dict[str, float]:
    """Words per second by what was measured, in the order of the measurements."""
    return _SPEEDS


@pytest.fixture
def notes() -> list[str]:
    """Lines to be written under the table."""
    return _NOTES


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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write each speed, and how many times as long as the first, plain tokenizing, each takes."""
    first = next(iter(_SPEEDS.values()), 0.0)
    for what, speed in _SPEEDS.items():
        longer = f"{first / speed:.1f} times the time of the first"
        terminalreporter.write_line(f"{what}: {speed:,.0f} words a second on one core, {longer}")
    for note in _NOTES:
        terminalreporter.write_line(note)
