"""The set of times with gold in `corpus/periods.jsonl`: its shape, and how many of them are read rightly."""

import json
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.calendar import days_of
from pipeline.mentions.periods.finding import find_periods

CORPUS = Path(__file__).parents[2] / "corpus" / "periods.jsonl"
FLOOR = 0.99
"""Share of the set that must be right in each field; all were when it was last measured."""


@cache
def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


@cache
def read() -> tuple[list[tuple[dict[str, Any], PeriodMention | None]], list[str]]:
    """Each gold time with the mention of its offsets, and the mentions that no gold time has."""
    pairs, unasked = [], []
    for (text, day), times in groupby(gold(), key=lambda entry: (entry["text"], entry["date"])):
        mentions = find_periods(text, date.fromisoformat(day) if day else None)
        found = {(mention.start, mention.end): mention for mention in mentions}
        pairs += [(entry, found.pop((entry["start"], entry["end"]), None)) for entry in times]
        unasked += [f"{mention.text} in {text}" for mention in found.values()]
    return pairs, unasked


def right(field: str) -> float:
    pairs, _ = read()
    wrong = []
    for entry, mention in pairs:
        value = getattr(mention, field, "not found")
        if isinstance(value, date):
            value = value.isoformat()
        if value != entry[field]:
            wrong.append(f"{entry['text'][entry['start'] : entry['end']]} in {entry['text']}: {value}")
    print("\n".join(wrong))  # noqa: T201 - shown by pytest where the floor is missed
    return 1 - len(wrong) / len(pairs)


def test_at_least_three_hundred_times_in_varied_sentences() -> None:
    assert len(gold()) >= 300
    assert len({entry["text"] for entry in gold()}) >= 150
    places = {(entry["text"], entry["date"], entry["start"]) for entry in gold()}
    assert len(places) == len(gold())


def test_gold_is_well_formed() -> None:
    for entry in gold():
        assert 0 <= entry["start"] < entry["end"] <= len(entry["text"])
        assert (entry["first_day"] is None) == (entry["last_day"] is None)
        if entry["label"] is not None:
            assert days_of(entry["label"]) is not None, entry
        if entry["label"] is not None and entry["last_day"] is not None:
            assert date.fromisoformat(entry["first_day"]) <= date.fromisoformat(entry["last_day"])


def test_label() -> None:
    assert right("label") >= FLOOR


def test_days() -> None:
    assert right("first_day") >= FLOOR
    assert right("last_day") >= FLOOR


def test_fiscal_shift_and_comparison() -> None:
    assert right("fiscal") >= FLOOR
    assert right("shift") >= FLOOR
    assert right("comparison") >= FLOOR


def test_nothing_else_is_found() -> None:
    _, unasked = read()
    assert len(unasked) <= len(gold()) * (1 - FLOOR), unasked
