"""Stands in for the model: a claim for each number, an entity for each word in capitals."""

import functools
import os
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running.batch import Extract


def extract(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
    for article in articles:
        if "unlesbar" in article.text:
            raise ValueError("der Satz ist unlesbar")
        if "Absturz" in article.text:
            os._exit(9)
        if "langsam" in article.text:
            time.sleep(0.01)
        claims = [
            Claim(
                article.id,
                *match.span(),
                match[0],
                article.text,
                "other",
                "level",
                value,
                value,
                0.5,
                "count",
            )
            for match in re.finditer(r"\d+", article.text)
            for value in [float(match[0])]
        ]
        names = re.finditer(r"\b[A-Z]{2,}\b", article.text)
        entities = [Entity(article.id, *match.span(), match[0], "ORG", match[0]) for match in names]
        yield article, claims, entities


def claim(article: Article, match: re.Match[str]) -> Claim:
    value = float(match[0])
    return Claim(
        article.id, *match.span(), match[0], article.text, "other", "level", value, value, 0.5, "count"
    )


def load() -> Extract:
    return extract


def load_ahead() -> Extract:
    """An extraction that, like spaCy, has read a whole batch before it yields the first of it."""
    return lambda articles: extract(list(articles)) if _no_bad(articles) else _fail()


def _no_bad(articles: Iterable[Article]) -> bool:
    return not any("unlesbar" in article.text for article in articles)


def _fail() -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
    raise ValueError("der Satz ist unlesbar")


def load_and_note(folder: str) -> Extract:
    """An extraction whose loading leaves a file named by its process."""
    Path(folder, str(os.getpid())).touch()
    return extract


def noting(folder: Path) -> functools.partial[Extract]:
    return functools.partial(load_and_note, str(folder))
