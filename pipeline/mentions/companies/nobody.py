"""Finds where a text speaks of a branch, a market or an economy, so that its figures are no company's."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.companies.exclusions import association_names
from pipeline.mentions.companies.paragraphs import paragraph_at
from pipeline.mentions.companies.words import phrases
from pipeline.mentions.mention import CompanyMention
from pipeline.vocabulary.pieces import Spotted, folded

_OPENS: Final = 40
"""Code points from the start of a sentence within which a word tells what it is about."""


def is_about_nobody(mentions: Sequence[CompanyMention], sentence: tuple[int, int], text: str) -> bool:
    """Tell whether a sentence that names no company speaks of a branch, a market or an economy.

    After a company in the same paragraph a sentence goes over to them with its first words only (`In der
    Branche gilt …`); what follows goes on about them.

    Args:
        mentions: All mentions of the document, in order.
        sentence: First code point of the sentence, and the code point after it.
        text: The article.
    """
    start, end = sentence
    begin = paragraph_at(text, start)[0]
    last = next((m.end for m in reversed(mentions) if m.subject and begin <= m.start < start), None)
    if last is None:
        return _last(text, begin, end) is not None
    place = _last(text, start, min(end, start + _OPENS))
    if place is not None and "," not in text[start:place]:
        return True
    place = _last(text, last, start)
    return place is not None and bool(_opening().search(text, max(last, place - _OPENS), place))


@cache
def _opening() -> re.Pattern[str]:
    """The end of a sentence, and nothing but the beginning of the next one after it."""
    return re.compile(r"[^\W\d]{2}[.!?]\s[^.!?,]*\Z")


def is_about_branch(sentence: tuple[int, int], text: str) -> bool:
    """Tell whether a whole branch is what a sentence tells of, even where it tells what companies earn.

    Args:
        sentence: First code point of the sentence, and the code point after it.
        text: The article.

    Returns:
        True for `Dem Verband zufolge verloren die deutschen Möbelhändler 8 Prozent ihres Umsatzes`.
    """
    return _branch().search_in(text, *sentence) is not None


@cache
def _branch() -> Spotted:
    # What ends a word is looked for without its beginning, which would be tried at every word.
    listed = phrases("nobody", "branches")
    whole = "|".join(wording for wording in listed if not wording.startswith(r"\w*"))
    last = "|".join(wording.removeprefix(r"\w*") for wording in listed if wording.startswith(r"\w*"))
    return Spotted(re.compile(rf"(?i)(?:\b(?:{whole})|(?:{last}))\b"))


def _last(text: str, start: int, end: int) -> int | None:
    places = _places(text)
    number = bisect_left(places, end)
    return places[number - 1] if number and places[number - 1] >= start else None


@lru_cache(maxsize=8)
def _places(text: str) -> tuple[int, ...]:
    words = _words()
    may_match = words.may_match(folded(text))
    places = [match.start() for match in words.pattern.finditer(text)] if may_match else []
    for name in association_names(text):
        places += [match.start() for match in re.finditer(rf"\b{name}\b", text)]
    return tuple(sorted(places))


@cache
def _words() -> Spotted:
    listed = phrases("nobody")
    whole = "|".join(word for word in listed if word[0] != "-")
    last = "|".join(word[1:] for word in listed if word[0] == "-")
    return Spotted(re.compile(rf"(?i)(?:\b(?:{whole})|(?:{last}))\b"))
