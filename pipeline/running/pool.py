"""One process or several: batches go out to workers, and records come back in the order of the input."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.synchronize import Event

from pipeline.errors import KennzahlError
from pipeline.reading.article import Article
from pipeline.running.batch import Extract, extract_batch
from pipeline.running.outcome import Item, Outcome
from pipeline.running.threads import one_thread

ARTICLES_IN_BATCH = 64
CHARACTERS_IN_BATCH = 30_000
BATCHES_AHEAD = 3

Load = Callable[[], Extract]
"""Loads the extraction, once in each process; it is sent to the workers, so that it must be picklable."""


def extract_all(items: Iterable[Item], load: Load, workers: int = 1) -> Generator[Outcome]:
    """Extract the records of a stream of articles.

    The batches are cut by the articles alone, never by the number of workers, so that any number of them
    yields the same.

    Args:
        items: Articles, rejects and duplicates, in any number.
        load: Loads the extraction, such as `partial(extractor, None)`.
        workers: Number of processes; 1 works in this one.

    Yields:
        For each item its records, or what stands in their place, in the same order.

    Raises:
        ModelError: The language model cannot be loaded.
        KennzahlError: A worker died.
    """
    batches = cut(items)
    if workers == 1:
        for batch in batches:
            yield from extract_batch(batch, load())
    else:
        yield from _extract_in_pool(batches, load, workers)


def cut(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Cut a stream into batches, bounded in number and in characters so that none takes long."""
    batch: list[Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) == ARTICLES_IN_BATCH or characters >= CHARACTERS_IN_BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _extract_in_pool(batches: Iterator[list[Item]], load: Load, workers: int) -> Iterator[Outcome]:
    # Spawned, not forked: a fork copies the threads' locks of Arrow and DuckDB but not the threads.
    context = get_context("spawn")
    stop = context.Event()
    pool = ProcessPoolExecutor(workers, context, initializer=_start_worker, initargs=(load, stop))
    waiting: deque[Future[list[Outcome]]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) > workers * BATCHES_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        message = "A worker process died, perhaps for want of memory: try with fewer --workers"
        raise KennzahlError(message) from None
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


_load: Load
_stop: Event


def _start_worker(load: Load, stop: Event) -> None:
    """Prepare a worker: Ctrl-C is the parent's to handle, and a worker does not outlive its parent."""
    global _load, _stop
    _load, _stop = load, stop
    one_thread()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(batch: list[Item]) -> list[Outcome]:
    """Extract one batch, or nothing where the run has been given up: its result is not waited for."""
    return [] if _stop.is_set() else extract_batch(batch, _load())
