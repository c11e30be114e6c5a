"""The corpus of articles: its fresh test split, the counts in its README, the places of its claims."""

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from pipeline.evaluation.gold import read_gold

CORPUS = Path(__file__).parents[2] / "corpus"
COLUMNS = ("documents", "development", "test", "fresh", "claims", "few", "planted")
FEW = 3


@cache
def articles() -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for path in sorted((CORPUS / "articles").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def readme() -> str:
    return (CORPUS / "README.md").read_text(encoding="utf-8")


def counted(documents: list[dict[str, Any]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for document in documents:
        claims = document["claims"]
        total.update(documents=1, claims=len(claims), planted=len(document["planted"]))
        total.update({document["split"]: 1, "fresh": int("drawn" in document), "few": int(len(claims) < FEW)})
    return total


def test_a_fifth_of_the_articles_holds_little_or_nothing_to_find() -> None:
    total = counted(articles())
    assert total["documents"] >= 150
    assert total["few"] >= total["documents"] / 5


def test_what_was_drawn_afterwards_is_for_measuring_alone() -> None:
    drawn = [document for document in articles() if "drawn" in document]
    assert {document["drawn"] for document in drawn} == {"2026-11"}
    assert {document["split"] for document in drawn} == {"test"}


def test_the_table_of_the_readme_counts_the_corpus_rightly() -> None:
    told = {}
    for line in readme().splitlines():
        cells = [cell.strip(" `") for cell in line.strip("|").split("|")]
        if len(cells) == len(COLUMNS) + 2 and cells[2].isdigit():
            told[cells[0]] = dict(zip(COLUMNS, map(int, cells[2:]), strict=True))
    manners = {document["manner"] for document in articles()}
    groups = {name: [one for one in articles() if one["manner"] == name] for name in manners}
    groups["all"] = articles()
    assert told == {name: {key: counted(group)[key] for key in COLUMNS} for name, group in groups.items()}


@pytest.mark.parametrize("name", ["articles", "blind"])
def test_each_claim_names_what_stands_at_its_place_and_no_two_share_one(name: str) -> None:
    for document in read_gold(CORPUS / name):
        places = sorted((claim.start, claim.end) for claim in document.claims)
        assert all(end <= start for (_, end), (start, _) in pairwise(places))
        for claim in document.claims:
            assert document.text[claim.start : claim.end] == claim.text
            assert claim.low <= claim.high


def test_the_readme_counts_the_sets_written_blind_rightly() -> None:
    told = re.findall(r"(?m)^\| `(\w+)` \| (\d+) \| (\d+) \| [\d.]+ \| [\d.]+ \|$", readme())
    there = [
        (path.stem, str(len(documents)), str(sum(len(document["claims"]) for document in documents)))
        for path in (CORPUS / "blind").glob("*.jsonl")
        for documents in [[json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]]
    ]
    assert sorted(told) == sorted(there)


def test_no_document_stands_in_the_corpus_twice_and_blind_sets_are_for_development() -> None:
    blind = [
        json.loads(line)
        for path in (CORPUS / "blind").glob("*.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    names = [document["doc_id"] for document in (*articles(), *blind)]
    assert len(names) == len(set(names))
    assert {document["split"] for document in blind} == {"development"}
