"""An archive as large as one likes: sentences of open news and of the project's corpus, put together anew."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.speed import CORPUS, TRAINING_DATA
from pipeline.language.training.corpus import read_leipzig

GENERAL, BUSINESS = 1, 1
"""Sentences of an article of general news and of business news; few, since memory grows with articles."""

SYLLABLES = (
    "ba",
    "del",
    "fri",
    "gor",
    "hen",
    "kal",
    "lim",
    "mar",
    "nor",
    "pel",
    "rus",
    "sten",
    "tal",
    "vor",
    "wei",
)


def articles(count: int, data: Path = TRAINING_DATA) -> Iterator[dict[str, str]]:
    """Make articles, all different, each with figures and with a name that no other has.

    Args:
        count: How many.
        data: Folder of the open data; where it is missing, all sentences are those of the corpus.

    Yields:
        Articles as objects of JSON Lines, the same at every call.
    """
    chance = Random(6)
    business = [
        line for document in read_gold(CORPUS) for line in document.text.splitlines() if len(line) > 40
    ]
    general = read_leipzig(data) if (data / "leipzig").is_dir() else business
    for number in range(count):
        told = [chance.choice(general).strip() for _ in range(GENERAL)]
        told += [_anew(chance.choice(business), chance) for _ in range(BUSINESS)]
        chance.shuffle(told)
        name = "".join(chance.choice(SYLLABLES) for _ in range(4)).capitalize()
        told.insert(1, f"Die {name} AG steigerte den Umsatz um {chance.randint(2, 60)} Prozent.")
        day = date(2015, 1, 1) + timedelta(days=number % 3_650)
        yield {"doc_id": f"a{number:07}", "date": day.isoformat(), "text": "\n".join(told)}


def _anew(line: str, chance: Random) -> str:
    """The same line with other digits, so that no two articles state the same figures."""
    return re.sub(r"(?<=[1-9])\d", lambda digit: str(chance.randint(0, 9)), line)


def write_archive(path: Path, count: int) -> int:
    """Write an archive of articles as packed JSON Lines, and count its words."""
    words = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        for article in articles(count):
            words += len(article["text"].split())
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    return words
