"""What holds of every input, however hostile: nothing raises, nothing hangs, every offset fits."""

import json
from collections.abc import Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from time import process_time

from spacy.language import Language

from pipeline.flow import extract_claims
from pipeline.output.table import CLAIMS, ENTITIES
from pipeline.reading.article import Article, Reject
from pipeline.reading.discover import finish, read_articles
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity

SECONDS = 5.0
"""Processor time that no input of a few kilobytes may take."""


def check_text(nlp: Language, text: str, published: date | None, *, entities: bool) -> None:
    """Extract a text and hold what comes out against it."""
    articles = [item for item in finish([Article("text", text, published)]) if isinstance(item, Article)]
    assert len(articles[0].text) == len(text)
    check_articles(nlp, articles, entities=entities)


def check_articles(nlp: Language, articles: Sequence[Article], *, entities: bool) -> None:
    """Extract articles and hold what comes out against their texts."""
    begin = process_time()
    extracted = list(extract_claims(nlp, articles, entities=entities))
    assert process_time() - begin < SECONDS, "it takes too long"
    assert [article.id for article, _, _ in extracted] == [article.id for article in articles]
    for article, claims, names in extracted:
        for claim in claims:
            _check_claim(claim, article.text)
        for name in names:
            assert 0 <= name.start < name.end <= len(article.text)
            assert name.text == article.text[name.start : name.end]
        _check_written(claims, names)


def _check_claim(claim: Claim, text: str) -> None:
    assert 0 <= claim.start < claim.end <= len(text)
    assert claim.text == text[claim.start : claim.end]
    assert claim.sentence in text
    assert claim.text in claim.sentence
    assert isfinite(claim.low)
    assert isfinite(claim.high)
    assert claim.low <= claim.high
    assert isfinite(claim.precision)
    assert claim.precision >= 0
    assert 0 <= claim.confidence <= 1


def _check_written(claims: Sequence[Claim], names: Sequence[Entity]) -> None:
    """Every record can be written as a row of Arrow and as a line of JSON."""
    for table, records in ((CLAIMS, claims), (ENTITIES, names)):
        for row in table.batch(records).to_pylist() if records else ():
            json.dumps(row, default=str, ensure_ascii=False).encode()


def check_file(nlp: Language, folder: Path, name: str, content: bytes, *, entities: bool) -> None:
    """Read a file and extract what it holds: articles with names of their own, rejects with cures."""
    file = folder / name
    file.write_bytes(content)
    begin = process_time()
    items = list(read_articles([file]))
    assert process_time() - begin < SECONDS, "it takes too long"
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
    check_articles(nlp, articles, entities=entities)
