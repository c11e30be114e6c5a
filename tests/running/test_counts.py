"""Articles in are articles done, near copies dropped and rejects, whatever an archive holds."""

import json
import tempfile
from pathlib import Path

import fake_extraction as fake
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.output.files import read_documents
from pipeline.running.run import Run, run_extraction

LONG = (
    "Der Pumpenhersteller Brandt aus Kassel hat im dritten Quartal mehr umgesetzt, wie er am Mittwoch "
    "mitteilte. Die Bestellungen aus der Chemie gingen zurück, das Geschäft mit Wasserwerken lief gut."
)
LINES = {
    "an article": json.dumps({"text": "SAP meldet {number} und {number}5 Punkte."}),
    "a copy": json.dumps({"text": f"{LONG} Es waren 12 Punkte."}),
    "an id that comes again": json.dumps({"text": "VW meldet {number}.", "doc_id": "vw"}),
    "a wrong date": json.dumps({"text": "VW meldet {number}.", "date": "gestern"}),
    "no JSON": "SAP meldet {number}",
    "a text that fails": json.dumps({"text": "Das ist unlesbar: {number}."}),
    "bytes that are not UTF-8": '{{"text": "\udc81\udc8d\udc8f\udc90\udc9d"}}',
}
FILES = st.lists(
    st.tuples(
        st.sampled_from((".jsonl", ".txt", ".html")), st.lists(st.sampled_from(sorted(LINES)), max_size=6)
    ),
    min_size=1,
    max_size=4,
)


def write(folder: Path, files: list[tuple[str, list[str]]]) -> int:
    """Write the files of an archive, and count what they hold: the lines, else the file as one."""
    number = items = 0
    for position, (ending, kinds) in enumerate(files):
        lines = []
        for kind in kinds:
            number += 1
            lines.append(LINES[kind].replace("{number}", str(number)).replace("{{", "{").replace("}}", "}"))
        content = "\n".join(lines).encode("utf-8", "surrogateescape")
        (folder / f"{position}{ending}").write_bytes(content)
        items += len(lines) if ending == ".jsonl" and lines else 1
    return items


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(files=FILES, drop=st.booleans())
def test_counts_add_up_and_each_reject_names_file_place_and_reason(
    files: list[tuple[str, list[str]]], drop: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "news").mkdir()
        items = write(folder / "news", files)
        run = Run(
            [str(folder / "news")],
            str(folder / "claims.jsonl"),
            articles=str(folder / "articles.jsonl"),
            rejects=folder / "rejects.jsonl",
            duplicates="drop" if drop else None,
        )
        summary = run_extraction(run, fake.load)
        assert summary.articles + summary.duplicates + summary.rejects.count == items
        rejects = [json.loads(line) for line in (folder / "rejects.jsonl").read_text().splitlines()]
        assert len(rejects) == summary.rejects.count
        places = [reject["place"] for reject in rejects]
        assert len(set(places)) == len(places)
        for reject in rejects:
            file, _, line = reject["place"].removeprefix(f"{folder / 'news'}/").partition(":")
            ending, kinds = files[int(file.partition(".")[0])]
            assert file.endswith(ending)
            assert not line or (ending == ".jsonl" and 1 <= int(line) <= len(kinds))
            assert reject["fault"]
            assert reject["cure"]
        if summary.articles:
            done = list(read_documents(str(folder / "articles.jsonl")))
            assert len(done) == summary.articles
            manifest = json.loads((folder / "claims.jsonl.manifest.json").read_text())
            assert manifest["counts"]["articles"] == summary.articles
            assert manifest["counts"]["rejects"] == summary.rejects.count
            assert manifest["counts"]["duplicates"] == summary.duplicates


@pytest.mark.parametrize("kind", LINES)
def test_each_kind_of_line_is_done_dropped_or_rejected(tmp_path: Path, kind: str) -> None:
    """The property above meets all three: no kind of line is always the same."""
    (tmp_path / "news").mkdir()
    write(tmp_path / "news", [(".jsonl", ["an article", kind, kind])])
    rejects = tmp_path / "rejects.jsonl"
    run = Run([str(tmp_path / "news")], str(tmp_path / "claims.jsonl"), rejects=rejects, duplicates="drop")
    summary = run_extraction(run, fake.load)
    fates = (summary.articles, summary.duplicates, summary.rejects.count)
    expected = {
        "an article": (3, 0, 0),
        "a copy": (2, 1, 0),
        "bytes that are not UTF-8": (2, 1, 0),
        "an id that comes again": (2, 0, 1),
    }
    assert fates == expected.get(kind, (1, 0, 2))
