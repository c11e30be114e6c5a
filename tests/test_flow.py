"""The whole journey: loading, extracting in order, and explaining each field."""

from collections.abc import Iterable, Iterator
from datetime import date

import pytest
import spacy
from spacy.language import Language

from pipeline.flow import STAGES, explain_text, extract_claims, load
from pipeline.reading.article import Article, Reject
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running.batch import Extracted, extract_batch


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("blank")


def test_the_stages_stand_in_their_order_after_the_sentences(nlp: Language) -> None:
    assert tuple(nlp.pipe_names[-len(STAGES) :]) == STAGES
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_articles_come_back_in_their_order(nlp: Language) -> None:
    articles = [
        Article(id=f"a{number}", text=f"Der Umsatz stieg um {number} Prozent.") for number in range(3, 40)
    ]
    extracted = list(extract_claims(nlp, articles))
    assert [article for article, _, _ in extracted] == articles
    assert [[(claim.doc_id, claim.low) for claim in claims] for _, claims, _ in extracted] == [
        [(f"a{number}", float(number))] for number in range(3, 40)
    ]


def test_articles_are_taken_one_by_one(nlp: Language) -> None:
    """An archive is more than memory holds: the first result comes before the last article is read."""

    def articles() -> "list[Article]":
        yield Article(id="first", text="Der Umsatz stieg um 3 Prozent.")
        for number in range(100_000):
            taken.append(number)
            yield Article(id=str(number), text="Nichts.")

    taken: list[int] = []
    article, _, _ = next(extract_claims(nlp, articles()))
    assert article.id == "first"
    assert len(taken) < 10_000


def test_a_day_of_publication_resolves_what_leans_on_it(nlp: Language) -> None:
    text = "Der Umsatz stieg im Vorjahr um 3 Prozent."
    ((claim, _),) = explain_text(nlp, text, date(2020, 5, 1))
    assert claim.period == "2019"
    ((claim, _),) = explain_text(nlp, text)
    assert claim.period is None


def test_every_decided_field_has_a_reason_in_words_of_the_text(nlp: Language) -> None:
    ((claim, reasons),) = explain_text(nlp, "Der Umsatz der SAP SE sank um rund 3 Prozent.")
    assert claim.metric == "revenue"
    assert {"metric", "kind", "status", "period", "unit", "qualifier", "company"} <= set(reasons)
    assert "`Umsatz`" in reasons["metric"]
    assert "`sank`" in reasons["kind"]
    assert reasons["qualifier"].endswith("rund`")
    assert reasons["company"] == "`SAP SE`"


def test_a_text_without_figures_states_nothing(nlp: Language) -> None:
    assert explain_text(nlp, "") == []
    assert explain_text(nlp, "Nichts ist geschehen.") == []


def test_a_component_joins_any_german_pipeline_by_its_name() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("kennzahl_quantities")
    doc = nlp("Der Umsatz stieg um 8 Prozent auf 2,1 Milliarden Euro.")
    assert [(span.text, span.label_) for span in doc.spans["quantities"]] == [
        ("8 Prozent", "percent"),
        ("2,1 Milliarden Euro", "EUR"),
    ]


def test_an_article_without_end_is_one_reject_and_the_others_are_done(nlp: Language) -> None:
    short = Article(id="short", text="Der Umsatz stieg um 8 Prozent.")
    endless = Article(id="endless", text="Der Umsatz stieg. " * 60_000, source="archive.jsonl:7")

    def extract(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
        return extract_claims(nlp, articles)

    first, second, third = extract_batch([short, endless, short], extract)
    assert isinstance(first, Extracted)
    assert isinstance(third, Extracted)
    assert isinstance(second, Reject)
    assert second.place == "archive.jsonl:7"
    assert second.fault == "the article has 1,080,000 characters, more than 1,000,000"
