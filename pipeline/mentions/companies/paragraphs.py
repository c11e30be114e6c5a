"""Cuts an article into paragraphs, since a company named in one is seldom meant in the next."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

_PROSE: Final = 100
"""Code points from which a paragraph is prose, and no headline, dateline or name of an author."""


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _break().finditer(text)))


@cache
def _break() -> re.Pattern[str]:
    """An empty line, or a line that ends as a sentence does; a headline goes with what it heads."""
    return re.compile(r"\n[ \t]*\n\s*|\n(?=\+\+\+)|(?<=[.!?…\"“”»«)])[ \t]*\n\s*")


def paragraph_at(text: str, position: int) -> tuple[int, int]:
    """Find the paragraph that holds a position.

    Args:
        text: The article.
        position: A code point of it.

    Returns:
        Its first code point and the code point after it.
    """
    starts = _starts(text)
    number = bisect_right(starts, position)
    return starts[number - 1], starts[number] if number < len(starts) else len(text)


@lru_cache(maxsize=8)
def is_ticker(text: str) -> bool:
    """Tell whether an article is a row of news that have nothing to do with each other.

    Args:
        text: The article.

    Returns:
        True where `+++` heads more than one of its paragraphs.
    """
    return len(re.findall(r"(?m)^\+\+\+", text)) > 1


@lru_cache(maxsize=8)
def lead_end(text: str) -> int:
    """Find the end of what opens an article: its headlines, its first paragraph and what the second begins.

    Args:
        text: The article.

    Returns:
        The code point after the first sentence of the second paragraph of prose.
    """
    starts = (*_starts(text), len(text))
    prose = [start for start, end in pairwise(starts) if end - start >= _PROSE]
    if len(prose) < 2:
        return len(text)
    stop = _sentence_end().search(text, prose[1])
    return stop.end() if stop else len(text)


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[a-zäöüß)][.!?](?=\s|\Z)")
