"""The articles of a run, as the page carries them: those that have claims, as many as there is room for."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from pipeline.figures.verdicts import ACCUSING
from pipeline.records.claim import Claim
from pipeline.records.document import Document, outlet
from pipeline.report.columns import Columns, text_column
from pipeline.report.packing import pack_in_blocks
from pipeline.report.places import NOWHERE, in_browser

BLOCK = 250_000
"""Letters of text that lie in one block: unpacked in some milliseconds when one of its articles is opened."""


@dataclass
class Articles:
    """The documents of a run's claims, and the texts of those whose article is at hand.

    Attributes:
        columns: One entry a document, in the order in which the claims first name them: `name`, `title`,
            `date`, `source`, `outlet`, `url`, `duplicate_of` as texts, and where its text lies, `block` and
            `slot`.
        blocks: The packed texts: each the stretches between the sentences that the claims carry, so that
            those lie in the page once.
        document: For each claim the number of its document.
        start: For each claim its first UTF-16 code unit in the article, `NOWHERE` without one.
        left_out: Number of articles whose text found no room.
        foreign: Number of articles that do not have their claims where these say they are.
    """

    columns: Columns
    document: list[int]
    start: list[int]
    blocks: list[str] = field(default_factory=list)
    left_out: int = 0
    foreign: int = 0


def gather_articles(
    claims: Sequence[Claim], places: Sequence[int], documents: Iterable[Document], room: int
) -> Articles:
    """Find the article of each claim and pack the texts.

    Args:
        claims: Claims, those of a document side by side.
        places: Where each claim's quantity begins in its sentence.
        documents: Documents of the same run, in any order; those without claims are passed over.
        room: How many letters the packed texts may take. Articles with a claim that is wrong come first.

    Returns:
        What the page has to know of them.
    """
    of_document: dict[str, list[int]] = {}
    for row, claim in enumerate(claims):
        of_document.setdefault(claim.doc_id, []).append(row)
    names = list(of_document)
    position = {name: number for number, name in enumerate(names)}
    articles = Articles(
        columns={},
        document=[position[claim.doc_id] for claim in claims],
        start=[NOWHERE] * len(claims),
    )
    found: dict[str, Document] = {}
    stretches: dict[str, list[str]] = {}
    for document in documents:
        rows = of_document.get(document.doc_id, [])
        if not rows or document.doc_id in found:
            continue
        if any(document.text[claims[row].start : claims[row].end] != claims[row].text for row in rows):
            articles.foreign += 1
            continue
        found[document.doc_id] = document
        sentences = {
            claims[row].start - places[row]: claims[row].sentence for row in rows if places[row] >= 0
        }
        stretches[document.doc_id] = _between(document.text, sentences)
        starts = in_browser(document.text, (claims[row].start for row in rows))
        for row, start in zip(rows, starts, strict=True):
            articles.start[row] = start

    faulty = {claim.doc_id for claim in claims if claim.verdict in ACCUSING}
    order = sorted(found, key=lambda name: (name not in faulty, position[name]))
    block, slot = [NOWHERE] * len(names), [NOWHERE] * len(names)
    for name, place in zip(order, _fill(articles, (stretches[name] for name in order), room), strict=False):
        block[position[name]], slot[position[name]] = place
    packed = sum(number != NOWHERE for number in block)
    articles.left_out = len(found) - packed
    articles.columns = _columns([found.get(name) for name in names], names)
    articles.columns |= {"block": block, "slot": slot}
    return articles


def _between(text: str, sentences: Mapping[int, str]) -> list[str]:
    """Cut sentences, told by where they begin, out of a text; one stretch more than sentences is left."""
    stretches, done = [], 0
    for begin, sentence in sorted(sentences.items()):
        if begin < done or text[begin : begin + len(sentence)] != sentence:
            return [text]
        stretches.append(text[done:begin])
        done = begin + len(sentence)
    return [*stretches, text[done:]]


def _fill(articles: Articles, texts: Iterable[list[str]], room: int) -> Iterator[tuple[int, int]]:
    """Add blocks while there is room, and tell for each text in which block and at which place it lies."""
    for count, packed in pack_in_blocks(texts, BLOCK):
        room -= len(packed)
        if room < 0:
            return
        articles.blocks.append(packed)
        yield from ((len(articles.blocks) - 1, slot) for slot in range(count))


def _columns(documents: Sequence[Document | None], names: Sequence[str]) -> Columns:
    def column(of: Callable[[Document], date | str | None]) -> Columns:
        return text_column(None if document is None else of(document) for document in documents)

    return {
        "name": list(names),
        "title": column(_title),
        "date": column(attrgetter("date")),
        "source": column(attrgetter("source")),
        "url": column(attrgetter("url")),
        "duplicate_of": column(attrgetter("duplicate_of")),
        "outlet": column(outlet),
    }


def _title(document: Document) -> str | None:
    """The headline, or the first line where that is short enough for one."""
    first = document.text.lstrip().partition("\n")[0].strip()
    return document.title or (first if 0 < len(first) <= 200 else None)
