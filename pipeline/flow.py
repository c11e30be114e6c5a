"""The whole journey of a text, from the article to its claims: the architecture on one page."""

from collections.abc import Iterable, Iterator
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import ArticleError
from pipeline.language.loading import load_language
from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.component import claim_of
from pipeline.records.entity import Entity

STAGES = ("kennzahl_quantities", "kennzahl_mentions", "kennzahl_claims", "kennzahl_records")
"""The components after the language model, in order: each requires what the one before it assigns."""


def load(model: str | None = None) -> Language:
    """Load the pipeline.

    Args:
        model: Name of a German spaCy pipeline; None for the built-in one.

    Returns:
        A spaCy pipeline whose documents carry `doc._.claims`, `doc._.entities`,
        `doc.spans["quantities"]` and `doc.ents`.

    Raises:
        ModelError: The model is not installed or is not German.
    """
    nlp = load_language(model)
    for stage in STAGES:
        nlp.add_pipe(stage)
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """Tokenize an article and write on it what no text tells: its name and its day of publication.

    Raises:
        ArticleError: The article is longer than the pipeline takes (`nlp.max_length`).
    """
    if len(article.text) > nlp.max_length:
        fault = f"the article has {len(article.text):,} characters, more than {nlp.max_length:,}"
        raise ArticleError(article.source or article.id, fault, "Cut it into its single articles")
    doc = nlp.make_doc(article.text)
    doc._.doc_id = article.id
    doc._.published = article.date
    return doc


def extract_claims(
    nlp: Language, articles: Iterable[Article]
) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
    """Read articles and hand out what each of them states.

    Args:
        nlp: A pipeline made by `load`.
        articles: Articles; taken one by one, so that they may be more than memory holds.

    Yields:
        Each article in its order with its claims and its named entities.
    """
    pairs = ((make_doc(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True):
        yield article, list(doc._.claims), list(doc._.entities)


def explain_claims(
    nlp: Language, articles: Iterable[Article]
) -> Iterator[tuple[Article, list[tuple[Claim, dict[str, str]]]]]:
    """Read articles as `extract_claims` does, and tell why each field is what it is.

    Args:
        nlp: A pipeline made by `load`.
        articles: Articles; taken one by one.

    Yields:
        Each article in its order with its claims, each with the reasons by field.
    """
    pairs = ((make_doc(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True):
        yield (
            article,
            [
                (claim_of(statement, article.id, article.text), dict(statement.reasons))
                for statement in doc._.statements
            ],
        )


def explain_text(
    nlp: Language, text: str, published: date | None = None
) -> list[tuple[Claim, dict[str, str]]]:
    """Extract the claims of one text together with the reason for each field.

    Args:
        nlp: A pipeline made by `load`.
        text: Any text.
        published: Day against which `gestern` and `Vorjahr` are resolved.

    Returns:
        Each claim with the reasons by field.
    """
    [(_, claims)] = explain_claims(nlp, [Article(id="text", text=text, date=published)])
    return claims
