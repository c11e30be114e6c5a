"""What every worker runs: a batch of articles in, their records out, and a reject for each that fails."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from pipeline.errors import ArticleError
from pipeline.reading.article import Article, Reject
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running.outcome import Extracted, Item, Outcome

Extract = Callable[[Iterable[Article]], Iterator[tuple[Article, list[Claim], list[Entity]]]]
"""Yields each article with its records, in the order of the input."""

CURE = "Take the document out or report it as a fault of this program"


@cache
def extractor(model: str | None, figures: Path | None = None, entities: bool = True) -> Extract:
    """Load a language model and a table of known figures, once in a process.

    Args:
        model: Name of a spaCy pipeline, None for the built-in one.
        figures: Table of known figures, by which claims get their verdicts; None for no verdicts.
        entities: The named entities are wanted too, for which the model has to read every article.

    Returns:
        The extraction with that model.

    Raises:
        FiguresError: The table of known figures cannot be used.
        ModelError: The model is not installed.
    """
    validate = _validator(figures)

    from pipeline.flow import extract_claims, load

    nlp = load(model)

    def extract(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
        for article, claims, found in extract_claims(nlp, articles, entities=entities):
            yield article, validate(claims), found

    return extract


def _validator(figures: Path | None) -> Callable[[list[Claim]], list[Claim]]:
    """Load the table of known figures, and with it pandas, only where there is one."""
    if figures is None:
        return lambda claims: claims

    from pipeline.figures.table import load_known_figures
    from pipeline.figures.verdicts import validate_claims

    known = load_known_figures(figures)
    return lambda claims: list(validate_claims(claims, known))


def extract_batch(items: Sequence[Item], extract: Extract) -> list[Outcome]:
    """Extract the records of a batch of articles.

    Args:
        items: Articles; rejects and duplicates among them stay where they are.
        extract: The extraction, as `extractor` loads it.

    Returns:
        For each item its records or a reject, in the same order. An article on which the extraction fails is
        a reject that names the document; the others are done.
    """
    articles = [item for item in items if isinstance(item, Article)]
    results = iter(_extract_all(articles, extract))
    return [next(results) if isinstance(item, Article) else item for item in items]


def _extract_all(articles: Sequence[Article], extract: Extract) -> list[Extracted | Reject]:
    done: list[Extracted | Reject] = []
    try:
        for article, claims, entities in extract(articles):
            done.append(Extracted(article.id, claims, entities))
    except Exception:
        # spaCy works ahead of what it has yielded, so that which article failed shows only one by one.
        done += [_extract_one(article, extract) for article in articles[len(done) :]]
    return done


def _extract_one(article: Article, extract: Extract) -> Extracted | Reject:
    try:
        ((_, claims, entities),) = extract([article])
    except ArticleError as error:
        return Reject(error.place, error.fault, error.cure)
    except Exception as error:
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return Reject(article.source or article.id, f"document {article.id!r} failed: {reason}", CURE)
    return Extracted(article.id, claims, entities)
