"""How far a run is: one line on a terminal, JSON Lines for a scheduler, else nothing."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.reading.meter import Meter
from pipeline.running.outcome import Summary

Progress = Callable[[Summary], None]
"""Takes the counts so far."""

SECONDS_BETWEEN = 5.0


@contextmanager
def progress(meter: Meter, *, as_json: bool = False) -> Iterator[Progress]:
    """Show the progress of a run on standard error for the length of the block.

    Args:
        meter: Tells how much of the inputs has been read.
        as_json: Write a JSON object every few seconds and at the end, terminal or not.

    Yields:
        A function to be called with the counts so far.
    """
    if as_json:
        with _json_lines(meter) as show:
            yield show
    elif sys.stderr.isatty():
        with _line(meter) as show:
            yield show
    else:
        yield lambda summary: None


@contextmanager
def _json_lines(meter: Meter) -> Iterator[Progress]:
    begin = time.monotonic()
    last, counted = begin, Summary()

    def write(event: str) -> None:
        seconds = max(time.monotonic() - begin, 1e-9)
        left = _seconds_left(meter, seconds)
        told = {
            "event": event,
            "seconds": round(seconds, 1),
            "articles": counted.articles,
            "words": counted.words,
            "claims": counted.claims,
            "duplicates": counted.duplicates,
            "rejects": counted.rejects.count,
            "articles_a_second": round(counted.articles / seconds, 1),
            "words_a_second": round(counted.words / seconds),
            "claims_a_second": round(counted.claims / seconds, 1),
            "seconds_left": None if left is None else round(left),
        }
        print(json.dumps(told), file=sys.stderr, flush=True)  # noqa: T201 (the scheduler's line, not a message)

    def show(summary: Summary) -> None:
        nonlocal last, counted
        counted = summary
        if time.monotonic() - last >= SECONDS_BETWEEN:
            last = time.monotonic()
            write("progress")

    yield show
    write("done")


@contextmanager
def _line(meter: Meter) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import Progress as Line
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} articles"),
        TextColumn("{task.fields[articles]:,.0f}/s"),
        TextColumn("{task.fields[words]:,.0f} words/s"),
        TextColumn("{task.fields[claims]:,} claims"),
        TextColumn("{task.fields[rejects]:,} rejects"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"),
    )
    # Messages come out above its line.
    with Line(*columns, console=Console(stderr=True), transient=True) as line:
        task = line.add_task("", total=None, claims=0, rejects=0, articles=0.0, words=0.0, left="")
        running = line.tasks[0]

        def show(summary: Summary) -> None:
            seconds = running.elapsed or 1.0
            left = _seconds_left(meter, seconds)
            line.update(
                task,
                completed=summary.articles,
                claims=summary.claims,
                rejects=summary.rejects.count,
                articles=summary.articles / seconds,
                words=summary.words / seconds,
                left="" if left is None else f"{left // 60:.0f}:{left % 60:02.0f} left",
            )

        yield show


def _seconds_left(meter: Meter, seconds: float) -> float | None:
    """Time for the bytes not yet read, at the pace so far; None where nobody knows how many there are."""
    if not meter.total or not meter.done:
        return None
    return max(meter.total / meter.done - 1, 0.0) * seconds
