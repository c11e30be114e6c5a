"""Measures how fast the extraction is, on figure-dense business news and on general news."""

import gc
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import spacy
from spacy.language import Language

from pipeline.evaluation.gold import read_gold
from pipeline.flow import extract_claims, load
from pipeline.language.loading import BUILT_IN
from pipeline.language.training.corpus import read_leipzig
from pipeline.reading.article import Article

PROJECT = Path(__file__).parents[2]
CORPUS = PROJECT / "corpus" / "articles"
TRAINING_DATA = PROJECT.parent / "shared" / "training"
"""Where the open data lies of which general news is made; nothing but this measurement asks for it."""

ROUNDS = 5
GENERAL_ARTICLES = 200
PARAGRAPHS, SENTENCES = 3, 5
_PUBLISHED = date(2020, 6, 2)

Step = Callable[[Sequence[Article]], object]


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast one step is.

    Attributes:
        words_a_second: Words, as blanks part them, for each second of processor time.
        times_tokenizing: Its time as a multiple of that of plain tokenizing, measured in turn with it.
    """

    words_a_second: float
    times_tokenizing: float


def business_news() -> list[Article]:
    """The articles of the project's own corpus, which are dense with figures."""
    return [document.article() for document in read_gold(CORPUS)]


def general_news(articles: int = GENERAL_ARTICLES, data: Path = TRAINING_DATA) -> list[Article]:
    """Stand-ins for the articles of a general archive: sentences of all kinds of news in three paragraphs.

    Args:
        articles: How many are wanted.
        data: Folder of the open data; the sentences are those of the Leipzig Corpora Collection.

    Returns:
        The articles, the same at every call; none where the data is not there.
    """
    if not (data / "leipzig").is_dir():
        return []
    lines = [line.strip() for line in read_leipzig(data)]
    Random(0).shuffle(lines)  # they come sorted, all that begin with a figure together
    paragraphs = [" ".join(lines[begin : begin + SENTENCES]) for begin in range(0, len(lines), SENTENCES)]
    texts = [
        "\n".join(paragraphs[begin : begin + PARAGRAPHS]) for begin in range(0, len(paragraphs), PARAGRAPHS)
    ]
    return [Article(f"general-{number}", text, _PUBLISHED) for number, text in enumerate(texts[:articles])]


def texts() -> dict[str, list[Article]]:
    """The kinds of news that are at hand, by name."""
    kinds = {"business news, dense with figures": business_news(), "general news": general_news()}
    return {name: articles for name, articles in kinds.items() if articles}


def _extraction(nlp: Language, *, entities: bool) -> Step:
    return lambda articles: list(extract_claims(nlp, articles, entities=entities))


def steps() -> dict[str, Step]:
    """What is measured beside plain tokenizing, by name."""
    nlp = load()
    return {
        "claims": _extraction(nlp, entities=False),
        "claims and entities": _extraction(nlp, entities=True),
    }


def peers() -> dict[str, Step]:
    """What bounds the extraction on both sides: one pattern over the raw text, and a spaCy pipeline."""
    scan = re.compile(r"\d+(?:[.,]\d+)*\s?(?:%|Prozent|Mio|Mrd|Millionen|Milliarden|Euro)?")
    pipeline: Language = spacy.load(BUILT_IN)
    return {
        "one pattern over the raw text": lambda articles: [
            scan.findall(article.text) for article in articles
        ],
        "the built-in model with all its components, no claims": lambda articles: list(
            pipeline.pipe(article.text for article in articles)
        ),
    }


def measure_speed(
    articles: Sequence[Article], measured: Mapping[str, Step], rounds: int = ROUNDS
) -> dict[str, Speed]:
    """Measure steps in turns with plain tokenizing, so that a busy machine slows all alike.

    Args:
        articles: Articles that every step is given.
        measured: The steps by name.
        rounds: How often each is measured, after one turn to warm up; the fastest counts.

    Returns:
        The speed of each step, `tokenizing` first.
    """
    tokenizer = spacy.blank("de").tokenizer
    turns: dict[str, Step] = {
        "tokenizing": lambda articles: [tokenizer(article.text) for article in articles],
        **measured,
    }
    fastest = dict.fromkeys(turns, float("inf"))
    for turn in range(rounds + 1):
        for name, step in turns.items():
            gc.collect()
            begin = time.process_time()
            step(articles)
            if turn:
                fastest[name] = min(fastest[name], time.process_time() - begin)
    words = sum(len(article.text.split()) for article in articles)
    return {
        name: Speed(words / seconds, seconds / fastest["tokenizing"]) for name, seconds in fastest.items()
    }


def speed_rows(kind: str, speeds: Mapping[str, Speed]) -> Iterable[tuple[str, ...]]:
    """Write speeds as the rows of a table: kind of news, step, the ratio, and the words a second here."""
    for name, speed in speeds.items():
        yield kind, name, f"{speed.times_tokenizing:.1f}", f"{round(speed.words_a_second, -2):,.0f}"
