"""The records of a document: claims and entities, each with the text between its offsets."""

from datetime import date

import pytest
from spacy.language import Language

from pipeline.flow import load, make_doc
from pipeline.reading.article import Article

TEXT = (
    "\nUmsatz der SAP SE legt zu \n\nDie SAP SE steigerte den Umsatz 2019 um 8 Prozent auf 2,1 Mrd. Euro. \n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank")


def test_a_claim_carries_its_text_and_its_sentence(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, Article(id="a", text=TEXT, date=date(2020, 2, 1))))
    growth, level = doc._.claims
    assert (growth.doc_id, growth.text, TEXT[growth.start : growth.end]) == ("a", "8 Prozent", "8 Prozent")
    assert level.text == "2,1 Mrd. Euro"
    assert growth.sentence == "Die SAP SE steigerte den Umsatz 2019 um 8 Prozent auf 2,1 Mrd. Euro."
    assert (growth.period_start, growth.period_end) == (date(2019, 1, 1), date(2019, 12, 31))


def test_without_a_model_the_companies_found_are_the_entities(nlp: Language) -> None:
    doc = nlp(make_doc(nlp, Article(id="a", text=TEXT, date=None)))
    entities = doc._.entities
    assert {(entity.text, entity.label, entity.name) for entity in entities} == {("SAP SE", "ORG", "SAP SE")}
    assert all(TEXT[entity.start : entity.end] == entity.text for entity in entities)
    assert {entity.doc_id for entity in entities} == {"a"}
    assert all(entity.entity_id for entity in entities)


def test_a_document_without_figures_has_no_claims(nlp: Language) -> None:
    assert nlp("Heute steht nichts in der Zeitung.")._.claims == ()
