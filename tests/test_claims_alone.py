"""Claims without entities come the short way, and are the same as those of the whole way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from spacy.language import Language

from pipeline.evaluation.gold import read_gold
from pipeline.flow import extract_claims, load
from pipeline.mentions.companies.finding import find_companies
from pipeline.reading.article import Article
from pipeline.records.claim import Claim

PROJECT = Path(__file__).parents[1]
CORPUS = PROJECT / "corpus" / "articles"
GOLD = PROJECT.parent / "shared" / "gold"

Worn = Callable[[str, Random], str]
MANNERS: dict[str, Worn] = {
    "blanks lost after full stops": lambda text, _: text.replace(". ", "."),
    "one line": lambda text, _: " ".join(text.split()),
    "every line apart": lambda text, _: text.replace("\n", "\n\n").replace(". ", ".\n"),
    "other blanks": lambda text, chance: "".join(
        chance.choice("\u00a0\u2009\u2028\x1c\t ") if sign == " " and chance.random() < 0.2 else sign
        for sign in text
    ),
    "without stops": lambda text, _: " ".join(text.split()).replace(". ", ", ") * 3,
    "names unknown": lambda text, _: " ".join(
        word[::-1].title() if word[:1].isupper() and len(word) > 3 else word for word in text.split(" ")
    ),
    "few figures": lambda text, chance: "".join(
        sentence for sentence in text.splitlines(keepends=True) if chance.random() < 0.4
    ),
    "without digits": lambda text, _: "".join(sign for sign in text if not sign.isdigit()),
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def corpus() -> list[Article]:
    return [document.article() for document in read_gold(CORPUS)]


def claims(nlp: Language, articles: list[Article], *, entities: bool) -> list[list[Claim]]:
    return [found for _, found, _ in extract_claims(nlp, articles, entities=entities)]


def assert_same(nlp: Language, articles: list[Article]) -> None:
    whole = claims(nlp, articles, entities=True)
    alone = claims(nlp, articles, entities=False)
    for article, expected, found in zip(articles, whole, alone, strict=True):
        assert found == expected, article.id
    assert any(whole)


def test_the_corpus(nlp: Language, corpus: list[Article]) -> None:
    assert_same(nlp, corpus)


@pytest.mark.parametrize("name", ["news.jsonl", "more.jsonl"])
def test_the_gold(nlp: Language, name: str) -> None:
    if not (GOLD / name).is_file():
        pytest.skip(f"../shared/gold/{name} is not here")
    assert_same(nlp, [document.article() for document in read_gold(GOLD / name)][::3])


@pytest.mark.parametrize("manner", MANNERS)
def test_worn_and_rewritten_text(nlp: Language, corpus: list[Article], manner: str) -> None:
    chance = Random(manner)
    articles = [replace(article, text=MANNERS[manner](article.text, chance)) for article in corpus[::6]]
    assert_same(nlp, articles)


def test_rules_alone(corpus: list[Article]) -> None:
    assert_same(load("blank"), corpus[::3])


def test_no_token_is_made_for_claims_but_where_a_sentence_may_begin_within_one(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    make_doc = nlp.make_doc
    monkeypatch.setattr(nlp, "make_doc", lambda text: read.append(text) or make_doc(text))
    apart = "Der Umsatz der SAP SE stieg um 8 Prozent. Der Gewinn fiel um 9 Prozent."
    glued = "Der Umsatz der SAP SE stieg um 8 Prozent.Der Gewinn fiel um 9 Prozent."
    without_figures = "Der Umsatz der Firma stieg.Der Gewinn fiel."
    articles = [Article(id=text, text=text) for text in (apart, glued, without_figures)]
    assert [len(found) for found in claims(nlp, articles, entities=False)] == [2, 2, 0]
    assert read == [glued]


def test_companies_are_looked_for_only_where_something_may_be_stated(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "pipeline.flow.find_companies", lambda text: asked.append(text) or find_companies(text)
    )
    merely_counted = "Die Talbau AG lud zwei Händler ein, drei kamen."
    told_with_a_metric = "Die Talbau AG hat zwölf Mitarbeiter."
    with_digits = "Die Talbau AG lud 40 Händler ein."
    articles = [Article(id=text, text=text) for text in (merely_counted, told_with_a_metric, with_digits)]
    assert [len(found) for found in claims(nlp, articles, entities=False)] == [0, 1, 1]
    assert asked == [told_with_a_metric, with_digits]


def test_no_entities_are_handed_out_that_were_not_asked_for(nlp: Language) -> None:
    article = Article(id="a", text="Der Umsatz der SAP SE stieg um 8 Prozent.")
    ((_, _, none),) = extract_claims(nlp, [article], entities=False)
    ((_, _, some),) = extract_claims(nlp, [article])
    assert none == []
    assert [entity.text for entity in some] == ["SAP SE"]
