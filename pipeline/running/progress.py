"""How far a run is: one line on standard error, and only where that is a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[int, int, int], None]
"""Takes the numbers of articles, of claims and of rejects so far."""


@contextmanager
def progress() -> Iterator[Show]:
    """Show the progress of a run for the length of the block; messages come out above its line.

    Yields:
        A function to be called with the counts so far.
    """
    if not sys.stderr.isatty():
        yield lambda articles, claims, rejects: None
        return

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,.0f} articles"),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TextColumn("{task.fields[claims]:,} claims"),
        TextColumn("{task.fields[rejects]:,} rejects"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as line:
        task = line.add_task("", total=None, claims=0, rejects=0, rate=0.0)
        running = line.tasks[0]

        def show(articles: int, claims: int, rejects: int) -> None:
            rate = articles / (running.elapsed or 1)
            line.update(task, completed=articles, claims=claims, rejects=rejects, rate=rate)

        yield show
