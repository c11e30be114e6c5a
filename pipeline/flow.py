"""The whole journey of a text, from the article to its claims: the architecture on one page."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.claims.assembly import assemble, may_state
from pipeline.claims.statement import Statement
from pipeline.errors import ArticleError
from pipeline.language.loading import load_language
from pipeline.language.plain import Plain, plain, plain_of
from pipeline.language.sentences import sentence_places, starts_in_text, starts_of
from pipeline.mentions.companies.finding import find_companies
from pipeline.mentions.component import mentions_of
from pipeline.mentions.mention import CompanyMention
from pipeline.quantities.component import find_quantities
from pipeline.quantities.quantity import Quantity
from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.component import claim_of
from pipeline.records.entity import Entity

SENTENCES = "kennzahl_sentences"
STAGES = ("kennzahl_quantities", "kennzahl_mentions", "kennzahl_claims", "kennzahl_records")
"""The components after the language model, in order: each requires what the one before it assigns."""
BATCH = 64
"""Articles read at a time."""
LARGEST_VOCABULARY = 100_000
"""Words that spaCy keeps: more than it meets in 2,000 articles, so that few are new in any later one."""


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
    _check_length(nlp, article)
    doc = nlp.make_doc(article.text)
    doc._.doc_id = article.id
    doc._.published = article.date
    return doc


def _check_length(nlp: Language, article: Article) -> None:
    if len(article.text) > nlp.max_length:
        fault = f"the article has {len(article.text):,} characters, more than {nlp.max_length:,}"
        raise ArticleError(article.source or article.id, fault, "Cut it into its single articles")


Extraction = tuple[Article, list[Claim], list[Entity]]


def extract_claims(
    nlp: Language, articles: Iterable[Article], *, entities: bool = True
) -> Iterator[Extraction]:
    """Read articles and hand out what each of them states.

    Args:
        nlp: A pipeline made by `load`.
        articles: Articles; taken in small batches, so that they may be more than memory holds.
        entities: The named entities are wanted too. Without them the claims are the same and come several
            times as fast, since only the entities need the language model and its tokens.

    Yields:
        Each article in its order with its claims and its named entities.
    """
    extract = _extract_all if entities else _extract_claims_alone
    for batch in _batches(articles):
        with _bounded(nlp):
            extracted = extract(nlp, batch)
        yield from extracted


def _batches(articles: Iterable[Article]) -> Iterator[Sequence[Article]]:
    iterator = iter(articles)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _bounded(nlp: Language) -> AbstractContextManager[object]:
    """Let spaCy forget the words of a batch, once it knows those that news uses often."""
    return nlp.memory_zone() if len(nlp.vocab) > LARGEST_VOCABULARY else nullcontext()


def _extract_all(nlp: Language, articles: Sequence[Article]) -> list[Extraction]:
    pairs = ((make_doc(nlp, article), article) for article in articles)
    return [
        (article, list(doc._.claims), list(doc._.entities))
        for doc, article in nlp.pipe(pairs, as_tuples=True)
    ]


@dataclass(slots=True)
class _Draft:
    """An article on its way to its claims, and what the stages have found in it so far."""

    article: Article
    written: Plain
    quantities: list[Quantity]
    sentences: list[tuple[int, int]] = field(default_factory=list)
    companies: list[CompanyMention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def _extract_claims_alone(nlp: Language, articles: Sequence[Article]) -> list[Extraction]:
    """Do what the stages do, in their order, on text alone.

    Each stage goes through all articles before the next one begins, which takes a sixth less time than doing
    article by article: the patterns of one stage fit into the processor's cache, those of all do not.
    """
    for article in articles:
        _check_length(nlp, article)
    texts = [plain(article.text) for article in articles]
    drafts = [
        _Draft(article, written, find_quantities(written.text))
        for article, written in zip(articles, texts, strict=True)
    ]
    told = [draft for draft in drafts if draft.quantities]
    for draft in told:
        draft.sentences = sentence_places(
            draft.written, _sentence_starts(nlp, draft.article.text, draft.written)
        )
    told = [draft for draft in told if may_state(draft.written.text, draft.sentences, draft.quantities)]
    for draft in told:
        draft.companies = find_companies(draft.written.text)
    for draft in told:
        text = draft.written.text
        mentions = mentions_of(text, draft.article.date, draft.companies)
        draft.statements = assemble(text, draft.sentences, draft.quantities, mentions)
    return [(draft.article, _claims_of(draft), []) for draft in drafts]


def _claims_of(draft: _Draft) -> list[Claim]:
    article, written = draft.article, draft.written
    return [claim_of(statement, article.id, written) for statement in draft.statements]


def _sentence_starts(nlp: Language, text: str, written: Plain) -> list[int]:
    starts = starts_in_text(text, written)
    return starts_of(nlp.get_pipe(SENTENCES)(nlp.make_doc(text))) if starts is None else starts


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
                (claim_of(statement, article.id, plain_of(doc)), dict(statement.reasons))
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
