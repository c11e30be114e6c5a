"""Finds the few places of a text where a number word can stand, so that large patterns look there alone."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pipeline.quantities.numbers import NUMBER_ROOTS
from pipeline.quantities.spelling import any_spelling


@cache
def _beginning() -> re.Pattern[str]:
    # `re` skips to the next character that is no letter many times faster than it looks behind at each.
    return re.compile(rf"[^a-zäöüß0-9](?:{any_spelling('|'.join(NUMBER_ROOTS))})")


def number_word_places(text: str) -> list[int]:
    """Find where number words can begin; at few of these places one does (`Einigung`).

    Args:
        text: A text as `folded` gives it.

    Returns:
        Places in order, among them those of all number words.
    """
    return [match.start() for match in _beginning().finditer(f"\n{text}")]


def matches_at(pattern: Any, text: str, places: list[int]) -> Iterator[Any]:
    """Match a pattern at some places, as its `finditer` would that finds it at no others.

    Args:
        pattern: A compiled pattern of `regex`.
        text: The text.
        places: Where it can match, in order.

    Yields:
        Matches in order, none overlapping another.
    """
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match
