"""Measures what takes too long for the tests: memory over many articles, two workers beside one, fifty kills.

    python tests/archive/measure.py memory --articles 100000
    python tests/archive/measure.py memory --articles 20000 --entities
    python tests/archive/measure.py workers --articles 5000
    python tests/archive/measure.py kills
    python tests/archive/measure.py pages

Each adds what it measured to `figures.json`, from which `table.py` writes the README.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from articles import write_archive

COMMAND = [sys.executable, "-c", "from pipeline.cli.main import run; run()", "extract"]
FIGURES = Path(__file__).with_name("figures.json")
PROJECT = Path(__file__).parents[2]
KILLS = 50
WARM = 10_000
"""Articles after which memory must have stopped growing."""
POLL = 0.2


@dataclass
class Watched:
    """What a run came to.

    Attributes:
        seconds: Wall time of the command, its start included.
        articles: Articles done.
        words: Words in them.
        claims: Claims written.
        words_a_second: Between the first and the last time that the command told its progress.
        peak_when_warm: Largest memory of a process after `WARM` articles, in bytes.
        peak: The same at the end.
    """

    seconds: float
    articles: int
    words: int
    claims: int
    words_a_second: float
    peak_when_warm: int
    peak: int


def watch(archive: Path, folder: Path, workers: int, entities: bool) -> Watched:
    """Run the command over an archive and note the largest memory of its processes as it goes."""
    command = [
        *COMMAND,
        str(archive),
        "-o",
        str(folder / "claims.jsonl"),
        "--workers",
        str(workers),
        "--log-json",
    ]
    command += ["--entities", str(folder / "entities.jsonl")] if entities else []
    begin = time.monotonic()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    peaks: dict[int, int] = {}
    stop = threading.Event()

    def poll() -> None:
        while not stop.wait(POLL):
            for number in (process.pid, *_children(process.pid)):
                peaks[number] = max(peaks.get(number, 0), _peak(number))

    watcher = threading.Thread(target=poll, daemon=True)
    watcher.start()
    warm, told = 0, {}
    paces: list[tuple[float, int]] = []
    assert process.stderr is not None
    for line in process.stderr:
        event = json.loads(line)
        if event.get("event") in ("progress", "done"):
            told = event
            if event["event"] == "progress" and event["words"]:
                paces.append((event["seconds"], event["words"]))
            if not warm and event["articles"] >= WARM:
                warm = max(peaks.values(), default=0)
    assert process.wait() == 0
    stop.set()
    watcher.join()
    seconds, peak = time.monotonic() - begin, max(peaks.values())
    (first, before), (last, after) = (
        (paces[0], paces[-1]) if len(paces) > 1 else ((0.0, 0), (seconds, told["words"]))
    )
    pace = (after - before) / (last - first)
    return Watched(seconds, told["articles"], told["words"], told["claims"], pace, warm or peak, peak)


def _children(process: int) -> Iterator[int]:
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            yield from map(int, (task / "children").read_text().split())
    except OSError:
        return


def _peak(process: int) -> int:
    """The largest memory that a process has had, in bytes."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "0 0")
    return int(line.split()[1]) * 1024


def memory(count: int, entities: bool) -> dict[str, object]:
    """Measure the largest memory of a run in one process over many articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(folder / "news.jsonl.gz", count)
        seen = watch(folder / "news.jsonl.gz", folder, 1, entities)
    return {
        "articles": seen.articles,
        "words": seen.words,
        "claims": seen.claims,
        "seconds": round(seen.seconds),
        "peak_mb_when_warm": round(seen.peak_when_warm / 2**20, 1),
        "peak_mb": round(seen.peak / 2**20, 1),
        "growth_percent": round(100 * (seen.peak / seen.peak_when_warm - 1), 2),
    }


def workers(count: int, rounds: int) -> dict[str, object]:
    """Measure two workers beside one, in turns; other load on the machine can only hide the gain."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(folder / "news.jsonl.gz", count)
        for _ in range(rounds):
            one, two = (watch(folder / "news.jsonl.gz", folder, number, False) for number in (1, 2))
            row = {
                "one": round(one.words_a_second),
                "two": round(two.words_a_second),
                "ratio": round(two.words_a_second / one.words_a_second, 2),
                "ratio_with_start": round(one.seconds / two.seconds, 2),
                "load": round(os.getloadavg()[0], 1),
            }
            print(json.dumps(row), flush=True)  # noqa: T201
            rows.append(row)
    return {"articles": count, "rounds": rows, "best": max(float(row["ratio"]) for row in rows)}


def kills() -> dict[str, object]:
    """Kill a run at random moments and go on; a test compares its bytes with those of an undisturbed one."""
    test = ("tests/running/test_resume.py", "-k", "killed")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", *test]
    environment = {**os.environ, "KENNZAHL_KILLS": str(KILLS)}
    begin = time.monotonic()
    subprocess.run(command, check=True, cwd=PROJECT, env=environment)
    return {"kills": KILLS, "lost": 0, "doubled": 0, "seconds": round(time.monotonic() - begin)}


def pages() -> dict[str, object]:
    """Read the pages of SmartData and compare with the text that its makers cut from them."""
    sys.path.append(str(PROJECT / "tests" / "reading"))
    from test_measured_pages import recalls

    shares = recalls()
    percent = [round(100 * share, 1) for share in (mean(shares), median(shares))]
    return {"pages": len(shares), "words_percent": percent[0], "median_percent": percent[1]}


def keep(name: str, figures: dict[str, object]) -> None:
    """Put figures into the file of figures under their name."""
    kept = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    kept[name] = figures
    FIGURES.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    print(name, json.dumps(figures))  # noqa: T201


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("memory", "workers", "kills", "pages"))
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--entities", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if options.what == "workers":
        keep("workers", workers(options.articles, options.rounds))
    elif options.what == "memory":
        keep("memory_entities" if options.entities else "memory", memory(options.articles, options.entities))
    else:
        keep(options.what, kills() if options.what == "kills" else pages())


if __name__ == "__main__":
    main()
