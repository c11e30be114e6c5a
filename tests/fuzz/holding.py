"""What holds of every input, however hostile: nothing raises, nothing hangs, every offset fits."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import isfinite
from pathlib import Path
from time import process_time

from spacy.language import Language

from pipeline.flow import extract_claims
from pipeline.output.table import CLAIMS, ENTITIES, Table
from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import finish, read_articles
from pipeline.records.claim import Claim
from pipeline.records.rows import Record

SECONDS = 5.0
"""Processor time that no input of a few kilobytes may take."""


def check_texts(nlp: Language, texts: Sequence[str], published: date | None, *, entities: bool) -> None:
    """Extract texts as a program hands them over, and hold what comes out against them."""
    given = [Article(f"text-{number}", text, published) for number, text in enumerate(texts)]
    articles = [item for item in finish(given) if isinstance(item, Article)]
    assert [len(article.text) for article in articles] == [len(text) for text in texts]
    check_articles(nlp, articles, entities=entities)


def check_files(nlp: Language, folder: Path, files: Sequence[tuple[str, bytes]], *, entities: bool) -> None:
    """Read files one by one and extract what they hold."""
    articles: list[Article] = []
    for number, (name, content) in enumerate(files):
        found = read_file(folder, name, content)
        articles += [replace(article, id=f"{number}/{article.id}") for article in found]
    check_articles(nlp, articles, entities=entities)


def read_file(folder: Path, name: str, content: bytes) -> list[Article]:
    """Read a file: articles with texts and names of their own, rejects with place, fault and cure."""
    file = folder / name
    file.write_bytes(content)
    begin = process_time()
    items = list(read_articles([file]))
    assert process_time() - begin < SECONDS, f"it takes too long: {content!r}"
    file.unlink()
    articles = [item for item in items if isinstance(item, Article)]
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        assert article.text.strip()
        article.text.encode()
        assert (article.source or "").startswith(str(file))
    for reject in items:
        if isinstance(reject, Reject):
            assert reject.place.startswith(str(file))
            assert reject.fault
            assert reject.cure
            json.dumps([reject.place, reject.fault, reject.cure], ensure_ascii=False).encode()
    return articles


def check_articles(nlp: Language, articles: Sequence[Article], *, entities: bool) -> None:
    """Extract articles and hold what comes out against their texts."""
    begin = process_time()
    extracted = list(extract_claims(nlp, articles, entities=entities))
    assert process_time() - begin < SECONDS * max(len(articles) / 4, 1), "it takes too long"
    assert [article.id for article, _, _ in extracted] == [article.id for article in articles]
    for article, claims, names in extracted:
        for claim in claims:
            _check_claim(claim, article.text)
        for name in names:
            assert 0 <= name.start < name.end <= len(article.text)
            assert name.text == article.text[name.start : name.end]
    _check_written(CLAIMS, [claim for _, claims, _ in extracted for claim in claims])
    _check_written(ENTITIES, [name for _, _, names in extracted for name in names])


def _check_claim(claim: Claim, text: str) -> None:
    assert 0 <= claim.start < claim.end <= len(text), text
    assert claim.text == text[claim.start : claim.end], text
    assert claim.sentence in text, text
    assert claim.text in claim.sentence, text
    assert isfinite(claim.low), text
    assert isfinite(claim.high), text
    assert claim.low <= claim.high, text
    assert isfinite(claim.precision), text
    assert claim.precision >= 0, text
    assert 0 <= claim.confidence <= 1, text


def _check_written(table: Table, records: Sequence[Record]) -> None:
    """Every record can be written as a row of Arrow and as a line of JSON."""
    for row in table.batch(records).to_pylist() if records else ():
        json.dumps(row, default=str, ensure_ascii=False).encode()
