"""Reads lists that tell of the parts of one company: `Die Sparten: ⏎ • Karton & Papier: Umsatz 12 Mio.`."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import phrases
from pipeline.vocabulary.pieces import Spotted, folded


@cache
def _announcing() -> Spotted:
    """The line above such a list, which tells no figure (`Gewinn aller Sparten: 123 Mio.`) of its own."""
    nouns = "|".join(phrases("division_lists"))
    return Spotted(re.compile(rf"(?i)\b(?:{nouns})\b[^\n\d]{{0,80}}\n"))


@cache
def _head() -> re.Pattern[str]:
    """The part that an entry tells of, or an empty line between the entries."""
    return re.compile(r"[ \t]*[•*–▪►■-][ \t]+([^\n:]{2,60}):|[ \t]*$", re.MULTILINE)


@lru_cache(maxsize=8)
def _entries(source: str) -> tuple[tuple[int, int, int], ...]:
    """First code point of the name of each part, the one after it, and the end of its line."""
    found: list[tuple[int, int, int]] = []
    if not _announcing().may_match(folded(source)):
        return ()
    for line in _announcing().pattern.finditer(source):
        place = line.end()
        while place < len(source) and (head := _head().match(source, place)) is not None:
            end = source.find("\n", head.end())
            end = len(source) if end < 0 else end
            if head[1] and (not found or head.start(1) > found[-1][0]):
                found.append((*head.span(1), end))
            place = end + 1
    return tuple(found)


def division_heads(text: Text) -> set[int]:
    """Find the words that head the entries of a list of divisions, and name no companies.

    Args:
        text: The article.

    Returns:
        Their positions.
    """
    return {
        index
        for start, end, _ in _entries(text.source)
        for index in range(bisect_left(text.starts, start), bisect_left(text.starts, end))
    }


def division_at(source: str, place: int) -> str | None:
    """Find the part that the entry at a place tells of, None outside such lists.

    Args:
        source: The article.
        place: A code point of it.
    """
    entries = _entries(source)
    number = bisect_right(entries, place, key=lambda entry: entry[1])
    if not number or place >= entries[number - 1][2]:
        return None
    start, end, _ = entries[number - 1]
    return source[start:end].strip()
