"""Hostile inputs by the hundred thousand: `make fuzz`, or `python tests/fuzz/run.py --inputs N --seed S`.

Shows each input that does not hold and goes on; the same seed makes the same inputs.
"""

import argparse
import logging
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from holding import check_files, check_texts
from hostile import hostile_file, hostile_text
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from pipeline.flow import load
from pipeline.running.threads import one_thread

IN_PIECE = 4_000
TOGETHER = 20
"""Inputs that are made of one number and extracted in one batch, as a run does with its articles."""
DAYS = (None, date(1999, 12, 31), date(2020, 2, 29), date(2024, 5, 16))


@dataclass(frozen=True)
class Sort:
    """One sort of input.

    Attributes:
        name: What it is.
        share: How many of a hundred inputs are of it; those that are slow to read get fewer.
        check: Makes some inputs and checks what comes of them.
    """

    name: str
    share: int
    check: Callable[[Random], None]


def sorts(folder: Path) -> tuple[Sort, ...]:
    """All sorts of input.

    Args:
        folder: Where the files are written.
    """
    nlp = load()

    def text(chance: Random, entities: bool = False) -> None:
        texts = [hostile_text(chance) for _ in range(TOGETHER)]
        check_texts(nlp, texts, chance.choice(DAYS), entities=entities)

    def file(chance: Random, *kinds: str) -> None:
        files = [hostile_file(chance, kinds) for _ in range(TOGETHER)]
        check_files(nlp, folder, files, entities=False)

    return (
        Sort("texts", 38, text),
        Sort("texts, entities too", 2, lambda chance: text(chance, entities=True)),
        Sort("text, JSON Lines and CSV", 55, lambda chance: file(chance, ".txt", ".jsonl", ".csv")),
        Sort(
            "Parquet, WARC, zip and tar", 3, lambda chance: file(chance, ".parquet", ".warc", ".zip", ".tar")
        ),
        Sort("HTML", 2, lambda chance: file(chance, ".html")),
    )


def try_some(sort: Sort, size: int, number: int, count: "Counter[str]") -> None:
    """Try inputs of one sort, made of `size` numbers that Hypothesis draws; it tells one that fails."""

    def check(number: int) -> None:
        sort.check(Random(number))
        count[sort.name] += TOGETHER

    whole = settings(
        max_examples=size,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    seed(number)(whole(given(number=st.integers(0, 2**63))(check)))()


def main() -> int:
    """Try so many inputs; the exit status is 1 where one did not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    warnings.simplefilter("error")
    logging.disable(logging.WARNING)
    count: Counter[str] = Counter()
    begin, number, failed = time.monotonic(), options.seed, 0
    with tempfile.TemporaryDirectory() as folder:
        all_sorts = sorts(Path(folder))
        shares = sum(sort.share for sort in all_sorts)
        while count.total() < options.inputs:
            for sort in all_sorts:
                try:
                    try_some(sort, IN_PIECE * sort.share // shares // TOGETHER, number, count)
                except Exception:
                    failed += 1
                    traceback.print_exc()
            number += 1
            seconds = time.monotonic() - begin
            told = f"{count.total():,} inputs, {failed} failed, {seconds:,.0f} s, seed {number} is next"
            print(told, flush=True)  # noqa: T201
    for name, tried in count.items():
        print(f"{tried:>9,} {name}")  # noqa: T201
    return int(failed > 0)


if __name__ == "__main__":
    one_thread()
    sys.exit(main())
