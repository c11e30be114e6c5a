"""Documents are written and read by spaCy's own means, with all that the stages left on them."""

import multiprocessing
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.flow import load, make_doc
from pipeline.reading.article import Article
from pipeline.reading.dates import parse_day

TEXTS = [
    "Die Brellova AG hat den Umsatz 2022 um 8 Prozent auf 2,1 Mrd. Euro gesteigert, nach 1,9 im Vorjahr.",
    "Hendrikson verdiente im dritten Quartal zwischen 3 und 4 Millionen Franken, sagte Finanzchef Udo Lenz.",
    "Heute steht nichts in der Zeitung.",
    "Die Zahlen vom Tage.\n\n"
    "Brellova AG: Der Umsatz stieg 2022 um 8 Prozent auf 2,1 Mrd. Euro.\n\n"
    "Hendrikson AG: Der Gewinn sank im Geschäftsjahr bis Ende Juni auf 3 Millionen Franken.\n",
]
PUBLISHED = parse_day("2023-03-01", "date")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank")


def articles(nlp: Language) -> list[Doc]:
    return [make_doc(nlp, Article(str(number), text, PUBLISHED)) for number, text in enumerate(TEXTS)]


def told(doc: Doc) -> tuple[object, ...]:
    spans = [(span.start_char, span.end_char, span.label_) for span in doc.spans["quantities"]]
    return (
        doc._.claims,
        doc._.entities,
        doc._.mentions,
        list(doc._.statements),
        list(doc._.quantities),
        doc._.doc_id,
        doc._.published,
        spans,
        [(entity.text, entity.label_) for entity in doc.ents],
    )


def test_two_processes_tell_the_same_as_one(nlp: Language) -> None:
    alone = [told(doc) for doc in nlp.pipe(articles(nlp))]
    assert [told(doc) for doc in nlp.pipe(articles(nlp), n_process=2)] == alone
    assert alone[0][0]
    assert alone[1][1]
    assert [len(doc._.mentions.sections) for doc in nlp.pipe(articles(nlp))] == [1, 1, 1, 3]


def test_processes_that_start_anew_tell_the_same(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows and macOS, where a worker inherits nothing."""
    alone = [told(doc) for doc in nlp.pipe(articles(nlp))]
    monkeypatch.setattr(spacy.language, "mp", multiprocessing.get_context("spawn"))
    assert [told(doc) for doc in nlp.pipe(articles(nlp), n_process=2)] == alone


def test_a_collection_on_disk_holds_claims_and_entities(nlp: Language, tmp_path: Path) -> None:
    docs = list(nlp.pipe(articles(nlp)))
    DocBin(store_user_data=True, docs=docs).to_disk(tmp_path / "news.spacy")
    read = DocBin().from_disk(tmp_path / "news.spacy").get_docs(spacy.blank("de").vocab)
    assert [told(doc) for doc in read] == [told(doc) for doc in docs]


def test_a_document_alone_holds_them_too(nlp: Language) -> None:
    doc = nlp(articles(nlp)[0])
    read = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert told(read) == told(doc)
    assert isinstance(read._.claims, tuple)
