"""A run writes claims, entities and rejects; the counts add up; without an article nothing is written."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import fake_extraction as fake
import pytest

from pipeline.errors import UsageError
from pipeline.output.files import FORMATS, read_claims
from pipeline.running.rejects import KEPT
from pipeline.running.run import Run, is_complete, run_extraction


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("SAP meldet 12 und 15.")
    (folder / "b.txt").write_text("")
    lines = ['{"text": "VW meldet 7.", "doc_id": "vw"}', '{"text": ', '{"text": "Das ist unlesbar."}']
    (folder / "c.jsonl").write_text("\n".join(lines))
    return folder


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("ending", FORMATS)
def test_a_run_writes_what_it_found_and_counts_what_it_lost(tmp_path: Path, news: Path, ending: str) -> None:
    target, entities, rejects = (tmp_path / name for name in (f"claims{ending}", "names.jsonl", "bad.jsonl"))
    summary = run_extraction(
        Run([str(news)], str(target), entities=str(entities), rejects=rejects), load=fake.load
    )
    assert (summary.articles, summary.claims, summary.entities, summary.rejects.count) == (2, 3, 2, 3)
    assert [(claim.doc_id, claim.low) for claim in read_claims(target)] == [
        ("a.txt", 12),
        ("a.txt", 15),
        ("vw", 7),
    ]
    assert [(row["doc_id"], row["text"]) for row in lines(entities)] == [("a.txt", "SAP"), ("vw", "VW")]
    assert [(row["place"], bool(row["fault"]), bool(row["cure"])) for row in lines(rejects)] == [
        (f"{news / 'b.txt'}", True, True),
        (f"{news / 'c.jsonl'}:2", True, True),
        (f"{news / 'c.jsonl'}:3", True, True),
    ]


def test_two_workers_write_the_same_bytes_as_one(tmp_path: Path, news: Path) -> None:
    for workers in (1, 2):
        targets = [str(tmp_path / f"{kind}{workers}.jsonl") for kind in ("claims", "names")]
        run_extraction(Run([str(news)], targets[0], entities=targets[1], workers=workers), load=fake.load)
    for kind in ("claims", "names"):
        assert (tmp_path / f"{kind}1.jsonl").read_bytes() == (tmp_path / f"{kind}2.jsonl").read_bytes()


def test_where_nothing_could_be_done_the_old_output_stays(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    target = tmp_path / "claims.csv"
    target.write_text("the result of yesterday")
    rejects = tmp_path / "rejects.jsonl"
    summary = run_extraction(Run([str(tmp_path / "empty.txt")], str(target), rejects=rejects), load=fake.load)
    assert (summary.articles, summary.rejects.count) == (0, 1)
    assert target.read_text() == "the result of yesterday"
    assert len(lines(rejects)) == 1


def test_articles_without_a_claim_give_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nichts Neues.")
    for ending in FORMATS:
        target = tmp_path / f"claims{ending}"
        assert run_extraction(Run([str(tmp_path / "a.txt")], str(target)), load=fake.load).articles == 1
        assert list(read_claims(target)) == []


def test_many_rejects_are_all_written_and_the_first_kept_for_messages(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text('{"text": "Plus 3."}\n' + "broken\n" * 100)
    rejects = tmp_path / "rejects.jsonl"
    run = Run([str(tmp_path / "news.jsonl")], str(tmp_path / "out.jsonl"), rejects=rejects)
    summary = run_extraction(run, load=fake.load)
    assert (summary.rejects.count, len(summary.rejects.first), len(lines(rejects))) == (100, KEPT, 100)


def test_an_interruption_leaves_no_half_written_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Plus 3.")

    def interrupted():  # type: ignore[no-untyped-def]
        def extract(articles):  # type: ignore[no-untyped-def]
            yield next(fake.extract(articles))
            raise KeyboardInterrupt

        return extract

    run = Run(
        [str(tmp_path / "a.txt")],
        str(tmp_path / "claims.parquet"),
        entities=str(tmp_path / "names.csv"),
        rejects=tmp_path / "rejects.jsonl",
    )
    with pytest.raises(KeyboardInterrupt):
        run_extraction(run, load=interrupted)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_output_in_the_folder_of_the_input_is_not_read(tmp_path: Path, news: Path) -> None:
    run = Run([str(news)], str(news / "claims.jsonl"), rejects=news / "rejects.jsonl")
    first = run_extraction(run, load=fake.load)
    again = run_extraction(run, load=fake.load)
    assert (again.articles, again.rejects.count) == (first.articles, first.rejects.count) == (2, 3)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"output": "claims.xlsx"}, "known format"),
        ({"output": "nowhere/claims.csv"}, "no folder"),
        ({"entities": "names.doc"}, "known format"),
        ({"entities": "claims.csv"}, "same name"),
        ({"output": "-", "entities": "-"}, "same name"),
        ({"rejects": Path("claims.csv")}, "same name"),
        ({"rejects": Path("-")}, "--rejects"),
        ({"workers": 0}, "--workers"),
        ({"inputs": ["none.txt"]}, "no file or folder"),
        ({"inputs": ["claims.csv"]}, "an input too"),
        ({"figures": Path("claims.csv")}, "an input too"),
    ],
)
def test_wrong_use_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Plus 3.")
    arguments: dict[str, object] = {"inputs": ["a.txt"], "output": "claims.csv", **changes}
    with pytest.raises(UsageError, match=said):
        run_extraction(Run(**arguments), load=fake.load)  # type: ignore[arg-type]
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


def test_the_date_of_the_run_reaches_the_articles_that_have_none(tmp_path: Path) -> None:
    seen: list[date | None] = []

    def noting():  # type: ignore[no-untyped-def]
        def extract(articles):  # type: ignore[no-untyped-def]
            for article in articles:
                seen.append(article.date)
                yield article, [], []

        return extract

    (tmp_path / "2020-06-02-a.txt").write_text("Plus 3.")
    (tmp_path / "b.txt").write_text("Plus 3.")
    run_extraction(Run([str(tmp_path)], str(tmp_path / "out.csv"), date=date(2024, 5, 1)), load=noting)
    assert seen == [date(2020, 6, 2), date(2024, 5, 1)]


def test_a_run_is_complete_when_all_its_files_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("SAP meldet 12.")
    run = Run([str(tmp_path / "a.txt")], str(tmp_path / "claims.csv"), entities=str(tmp_path / "names.csv"))
    assert not is_complete(run)
    run_extraction(run, load=fake.load)
    assert is_complete(run)
    assert not is_complete(replace(run, model="blank"))
    (tmp_path / "names.csv").unlink()
    assert not is_complete(run)
    with pytest.raises(UsageError, match="cannot be resumed"):
        is_complete(Run(["a.txt"], "-"))
