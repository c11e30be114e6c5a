"""Near copies, as newspapers print one agency report: found by MinHash over the articles read last."""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import regex
from numpy.typing import NDArray

from pipeline.reading.article import Article, Duplicate, Reject

Treatment = Literal["mark", "drop"]

WORDS = regex.compile(r"\w+")
WORDS_IN_SHINGLE = 4
ROWS, BANDS = 5, 12
"""Articles that share 80 of 100 shingles meet in one band at least with a probability of 0.99."""

ALIKE = 0.8
"""Share of common shingles from which on two articles are one report."""

REMEMBERED = 20_000
"""With how many of the articles read last one is compared: copies come within days, and memory stays flat."""


@dataclass(frozen=True, slots=True)
class _Known:
    doc_id: str
    signature: NDArray[np.uint64]
    keys: tuple[bytes, ...]


class NearCopies:
    """The articles read last, and the question whether one more is a copy of one of them.

    MinHash: Broder, On the resemblance and containment of documents (1997). Bands: Leskovec, Rajaraman and
    Ullman, Mining of Massive Datasets, chapter 3.
    """

    def __init__(self) -> None:
        numbers = np.random.default_rng(0)
        high = np.iinfo(np.uint64).max
        # Multiply and shift by odd factors: Dietzfelbinger et al., A reliable randomized algorithm (1997).
        self._factors = numbers.integers(0, high, (BANDS * ROWS, 1), np.uint64) | np.uint64(1)
        self._offsets = numbers.integers(0, high, (BANDS * ROWS, 1), np.uint64)
        self._by_key: dict[bytes, _Known] = {}
        self._order: deque[_Known] = deque()

    def original_of(self, article: Article) -> str | None:
        """Find the article that this one repeats, and remember it where it repeats none.

        Args:
            article: The next article.

        Returns:
            The id of the first of its copies, or None.
        """
        signature = self._sign(article.text)
        keys = tuple(
            bytes((band,)) + signature[band * ROWS : (band + 1) * ROWS].tobytes() for band in range(BANDS)
        )
        for known in filter(None, map(self._by_key.get, keys)):
            if float(np.mean(known.signature == signature)) >= ALIKE:
                return known.doc_id
        self._remember(_Known(article.id, signature, keys))
        return None

    def _sign(self, text: str) -> NDArray[np.uint64]:
        words = [word.encode() for word in WORDS.findall(text.casefold())]
        last = max(len(words) - WORDS_IN_SHINGLE, 0)
        hashes = {zlib.crc32(b" ".join(words[at : at + WORDS_IN_SHINGLE])) for at in range(last + 1)}
        shingles = np.fromiter(hashes, np.uint64, len(hashes))
        smallest: NDArray[np.uint64] = ((self._factors * shingles + self._offsets) >> np.uint64(32)).min(
            axis=1
        )
        return smallest

    def _remember(self, known: _Known) -> None:
        self._order.append(known)
        self._by_key.update(dict.fromkeys(known.keys, known))
        if len(self._order) > REMEMBERED:
            oldest = self._order.popleft()
            for key in oldest.keys:
                if self._by_key.get(key) is oldest:
                    del self._by_key[key]


def treat_duplicates(
    items: Iterable[Article | Reject], treatment: Treatment
) -> Iterator[Article | Reject | Duplicate]:
    """Mark near copies or drop them.

    Args:
        items: Articles and rejects of a run, each article with an id of its own.
        treatment: `mark` gives a copy its `duplicate_of`; `drop` puts a `Duplicate` in its place.

    Yields:
        As many items as came in, in their order.
    """
    copies = NearCopies()
    for item in items:
        original = copies.original_of(item) if isinstance(item, Article) else None
        if original is None or isinstance(item, Reject):
            yield item
        elif treatment == "mark":
            yield replace(item, duplicate_of=original)
        else:
            yield Duplicate(item.source or item.id, item.id, original)
