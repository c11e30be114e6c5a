"""Measures how fast the extraction is, on figure-dense business news and on general news."""

import gc
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
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
PORTIONS, WARM = 40, 8
"""Into how many portions articles are dealt that are read once, and how many of them warm the steps up."""
GENERAL, SPARSE = "general news", "general news, 37 of 100 articles with figures"
SHARE_WITH_FIGURES = 0.37
"""Articles of a general archive that hold a quantity, of all; shuffled sentences give twice as many."""
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


def general_news(data: Path = TRAINING_DATA) -> list[Article]:
    """Stand-ins for the articles of a general archive: sentences of all kinds of news in three paragraphs.

    Args:
        data: Folder of the open data; the sentences are those of the Leipzig Corpora Collection.

    Returns:
        Some 2,000 articles, the same at every call; none where the data is not there.
    """
    if not (data / "leipzig").is_dir():
        return []
    lines = [line.strip() for line in read_leipzig(data)]
    Random(0).shuffle(lines)  # they come sorted, all that begin with a figure together
    paragraphs = [" ".join(lines[begin : begin + SENTENCES]) for begin in range(0, len(lines), SENTENCES)]
    texts = [
        "\n".join(paragraphs[begin : begin + PARAGRAPHS]) for begin in range(0, len(paragraphs), PARAGRAPHS)
    ]
    return [Article(f"general-{number}", text, _PUBLISHED) for number, text in enumerate(texts)]


def thinned(articles: Sequence[Article], share: float = SHARE_WITH_FIGURES) -> list[Article]:
    """Leave out articles that state something until as few do as in a general archive.

    Args:
        articles: Articles.
        share: Those that state something, of all that are kept.

    Returns:
        All that state nothing, and as many of the others, in their order.
    """
    told = {article.id for article, claims, _ in extract_claims(load(), articles, entities=False) if claims}
    most = round((len(articles) - len(told)) * share / (1 - share))
    left = {article.id for article in [article for article in articles if article.id in told][most:]}
    return [article for article in articles if article.id not in left]


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


def texts() -> dict[str, list[Article]]:
    """The kinds of news that are at hand, by name."""
    general = general_news()
    kinds = {
        "business news, dense with figures": business_news(),
        GENERAL: general,
        SPARSE: thinned(general) if general else [],
    }
    return {name: articles for name, articles in kinds.items() if articles}


def measured_as(kind: str) -> Callable[[Sequence[Article], Mapping[str, Step]], dict[str, Speed]]:
    """How a kind of news is measured: general news read once, as no archive repeats its own."""
    return measure_once if kind in (GENERAL, SPARSE) else measure_speed


def measure(measured: Mapping[str, Step]) -> dict[str, dict[str, Speed]]:
    """Measure steps on each kind of news that is at hand, each as it can be measured.

    Args:
        measured: The steps by name.

    Returns:
        The speed of each step by kind of news, general news being read once.
    """
    return {kind: measured_as(kind)(articles, measured) for kind, articles in texts().items()}


def measure_speed(
    articles: Sequence[Article], measured: Mapping[str, Step], rounds: int = ROUNDS
) -> dict[str, Speed]:
    """Measure steps on few articles, in turns with plain tokenizing, so that a busy machine slows all alike.

    Args:
        articles: Articles that every step is given.
        measured: The steps by name.
        rounds: How often each is measured, after one turn to warm up; the fastest counts.

    Returns:
        The speed of each step, `tokenizing` first.
    """
    turns = _with_tokenizing(measured)
    fastest = dict.fromkeys(turns, float("inf"))
    for turn in range(rounds + 1):
        for name, step in turns.items():
            seconds = _seconds(step, articles)
            if turn:
                fastest[name] = min(fastest[name], seconds)
    words = _words(articles)
    return _speeds({name: words / seconds for name, seconds in fastest.items()})


def measure_once(articles: Sequence[Article], measured: Mapping[str, Step]) -> dict[str, Speed]:
    """Measure steps on articles of which each is read by one step and once, as no archive repeats its own.

    Read again, an article is read faster: what was found out about its words is still known.

    Args:
        articles: Articles, a fifth of which every step reads first to warm up; the others are dealt out.
        measured: The steps by name.

    Returns:
        The speed of each step, `tokenizing` first.
    """
    turns = _with_tokenizing(measured)
    portions = [articles[begin::PORTIONS] for begin in range(PORTIONS)]
    for step in turns.values():
        step([article for portion in portions[:WARM] for article in portion])
    words, seconds = dict.fromkeys(turns, 0), dict.fromkeys(turns, 0.0)
    for (name, step), portion in zip(cycle(turns.items()), portions[WARM:], strict=False):
        words[name] += _words(portion)
        seconds[name] += _seconds(step, portion)
    return _speeds({name: words[name] / seconds[name] for name in turns})


def _with_tokenizing(measured: Mapping[str, Step]) -> dict[str, Step]:
    tokenizer = spacy.blank("de").tokenizer
    return {
        "tokenizing": lambda articles: [tokenizer(article.text) for article in articles],
        **measured,
    }


def _seconds(step: Step, articles: Sequence[Article]) -> float:
    gc.collect()
    begin = time.process_time()
    step(articles)
    return time.process_time() - begin


def _words(articles: Iterable[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _speeds(words_a_second: Mapping[str, float]) -> dict[str, Speed]:
    tokenizing = words_a_second["tokenizing"]
    return {name: Speed(words, tokenizing / words) for name, words in words_a_second.items()}


def speed_rows(kind: str, speeds: Mapping[str, Speed]) -> Iterable[tuple[str, ...]]:
    """Write speeds as the rows of a table: kind of news, step, the ratio, and the words a second here."""
    for name, speed in speeds.items():
        yield kind, name, f"{speed.times_tokenizing:.1f}", f"{round(speed.words_a_second, -2):,.0f}"
