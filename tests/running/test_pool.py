"""Records come in the order of the input, equal for any number of workers; one bad article stops nothing."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import fake_extraction as fake
import pytest

from pipeline.errors import KennzahlError, ModelError
from pipeline.reading.article import Article, Reject
from pipeline.running.batch import Extracted, extract_batch, extractor
from pipeline.running.pool import ARTICLES_IN_BATCH, CHARACTERS_IN_BATCH, cut, extract_all

ITEMS: list[Article | Reject] = [
    Reject(f"news.jsonl:{n}", "no JSON", "Write JSON")
    if n % 50 == 7
    else Article(f"a{n}", f"SAP meldet {n} und {n + 1}." + (" Das ist unlesbar." if n % 90 == 3 else ""))
    for n in range(300)
]


def test_an_article_that_fails_becomes_a_reject_in_its_place_and_the_others_are_done() -> None:
    results = list(extract_all(ITEMS, fake.load))
    assert len(results) == len(ITEMS)
    for n, result in enumerate(results):
        if n % 50 == 7:
            assert result == ITEMS[n]
        elif n % 90 == 3:
            assert isinstance(result, Reject)
            assert f"'a{n}' failed: ValueError: der Satz ist unlesbar" in result.fault
        else:
            assert isinstance(result, Extracted)
            assert (result.doc_id, [claim.low for claim in result.claims]) == (f"a{n}", [n, n + 1])
            assert [entity.name for entity in result.entities] == ["SAP"]


def test_the_failing_article_is_found_where_the_model_works_ahead() -> None:
    articles = [Article("gut", "Plus 3."), Article("schlecht", "unlesbar"), Article("auch-gut", "Plus 4.")]
    first, second, third = extract_batch(articles, fake.load_ahead())
    assert isinstance(first, Extracted)
    assert isinstance(second, Reject)
    assert isinstance(third, Extracted)


def test_two_workers_yield_the_same_in_the_same_order_as_one() -> None:
    one = list(extract_all(ITEMS, fake.load, workers=1))
    assert list(extract_all(ITEMS, fake.load, workers=2)) == one
    assert list(extract_all(iter(ITEMS), fake.load, workers=3)) == one


def test_batches_keep_the_order_and_their_bounds() -> None:
    long = [Article(str(n), "x" * 25_000) for n in range(10)]
    batches = list(cut([*ITEMS, *long]))
    assert [item for batch in batches for item in batch] == [*ITEMS, *long]
    assert all(len(batch) <= ARTICLES_IN_BATCH for batch in batches)
    for batch in batches:
        but_last = sum(len(item.text) for item in batch[:-1] if isinstance(item, Article))
        assert but_last < CHARACTERS_IN_BATCH
    assert list(cut([])) == []


def test_the_input_is_read_only_a_little_ahead() -> None:
    read = 0

    def endless():  # type: ignore[no-untyped-def]
        nonlocal read
        while True:
            read += 1
            yield Article(str(read), "Plus 3.")

    results = extract_all(endless(), fake.load, workers=2)
    for _ in range(ARTICLES_IN_BATCH):
        next(results)
    results.close()
    assert read < 12 * ARTICLES_IN_BATCH


def test_a_worker_that_dies_ends_the_run_with_a_message() -> None:
    with pytest.raises(KennzahlError, match=r"worker process died.*--workers"):
        list(extract_all([Article("a", "Absturz")], fake.load, workers=2))


def test_each_worker_loads_in_a_process_of_its_own(tmp_path: Path) -> None:
    articles = [Article(str(n), "langsam 3") for n in range(4 * ARTICLES_IN_BATCH)]
    assert len(list(extract_all(articles, fake.noting(tmp_path), workers=2))) == len(articles)
    processes = {int(path.name) for path in tmp_path.iterdir()}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = textwrap.dedent(f"""
        import sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        import fake_extraction as fake
        from pathlib import Path
        from pipeline.reading.article import Article
        from pipeline.running.pool import extract_all

        if __name__ == "__main__":
            articles = (Article(str(n), "langsam 3") for n in range(100_000))
            for _ in extract_all(articles, fake.noting(Path({str(tmp_path / "workers")!r})), workers=2):
                pass
    """)
    (tmp_path / "workers").mkdir()
    (tmp_path / "main.py").write_text(script)
    parent = subprocess.Popen([sys.executable, tmp_path / "main.py"])
    try:
        wait_until(lambda: len(list((tmp_path / "workers").iterdir())) == 2)
    finally:
        parent.kill()
        parent.wait()
    workers = [int(path.name) for path in (tmp_path / "workers").iterdir()]
    wait_until(lambda: not any(map(is_alive, workers)))


def test_a_model_that_is_not_installed_is_told_by_its_name() -> None:
    with pytest.raises(ModelError, match="de_core_nowhere"):
        extractor("de_core_nowhere")


def wait_until(condition, seconds: float = 20) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
