"""The command on a real cluster of two workers, one of which is killed: the same records as here."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

pytest.importorskip("pyspark", reason="the extra `spark` is not installed")

CORPUS = Path(__file__).parents[2] / "corpus" / "articles"
COMMAND = [sys.executable, "-c", "from pipeline.cli.main import run; run()", "extract"]
CLUSTER = {
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_PYTHON": sys.executable,
    "PYSPARK_SUBMIT_ARGS": "--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell",
}
EXECUTOR = b"CoarseGrainedExecutorBackend"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """The corpus as an archive would have it, with a line that is broken and an article without a name."""
    folder = tmp_path / "news"
    folder.mkdir()
    for file in CORPUS.glob("*.jsonl"):
        documents = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        kept = [{name: document[name] for name in ("doc_id", "date", "text")} for document in documents]
        lines = [json.dumps(document, ensure_ascii=False) for document in kept]
        (folder / file.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "broken.jsonl").write_text(
        '{"text": "Plus 3 Proz\n{"text": "Der Umsatz stieg um 3 Prozent."}\n'
    )
    return folder


def executors_of(parent: int) -> list[int]:
    """Processes of Spark's executors that descend from a process."""
    parents, found = {}, []
    for entry in Path("/proc").iterdir():
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if EXECUTOR in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except (OSError, ValueError):
            continue

    def descends(process: int) -> bool:
        return process == parent or (process in parents and descends(parents[process]))

    return sorted(filter(descends, found))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds Spark's processes in /proc")
def test_a_cluster_gives_the_records_of_one_machine_though_a_worker_dies(tmp_path: Path, news: Path) -> None:
    environment = {**os.environ, **CLUSTER}
    command = [*COMMAND, f"{news}/", "-o", "claims", "--spark", "--rejects", "rejects.jsonl"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        end = time.monotonic() + 120
        while len(running := executors_of(process.pid)) < 2:
            assert process.poll() is None, process.communicate()[1]
            assert time.monotonic() < end, "the cluster did not start"
            time.sleep(0.1)
        time.sleep(2)
        os.kill(running[0], signal.SIGKILL)
        _, said = process.communicate(timeout=240)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0, said
    articles = sum(len(file.read_bytes().splitlines()) for file in CORPUS.glob("*.jsonl"))
    assert f"{articles} articles done" in said
    rejects = [json.loads(line) for line in (tmp_path / "rejects.jsonl").read_text().splitlines()]
    assert sorted(reject["fault"][:7] for reject in rejects) == ["no JSON", "the col"]

    subprocess.run([*COMMAND, str(news), "-o", "here.parquet"], cwd=tmp_path, check=True, capture_output=True)
    key = [("doc_id", "ascending"), ("start", "ascending"), ("end", "ascending")]
    # An article without a name has one of its line here, and none in a cluster.
    here = pq.read_table(tmp_path / "here.parquet", filters=[("doc_id", "!=", "broken.jsonl:2")]).sort_by(key)
    there = pq.read_table(tmp_path / "claims").sort_by(key)
    assert there.to_pylist() == here.to_pylist()
