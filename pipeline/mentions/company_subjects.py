"""Tells the company that a sentence is about from one that it mentions by the way."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.mentions.company_evidence import role_at
from pipeline.mentions.company_names import NamedPlace
from pipeline.mentions.company_text import Text, fold, phrases, words

_ARTICLES: Final = frozenset(
    {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "ihr", "ihre", "ihrem", "ihren", "sein", "seine", "seinem", "seinen", "dessen", "deren"}
)
_LINKS: Final = frozenset({",", "und", "oder", "sowie", "&", "/"})
_LOOK_BACK: Final = 7


def subjects(text: Text, places: Sequence[NamedPlace]) -> list[bool]:
    """Say of each named company whether a sentence can be about it.

    Args:
        text: The article.
        places: Where companies are named, in order.

    Returns:
        A truth value for each place.
    """
    teased = _teased(text)
    flags: list[bool] = []
    for number, place in enumerate(places):
        before = places[number - 1] if number else None
        if before is not None and before.identity == place.identity and _in_brackets_after(text, before, place):
            flags.append(flags[-1])
        elif before is not None and _linked(text, before, place):
            flags.append(flags[-1])
        else:
            flags.append(not _is_side(text, place, teased))
    return flags


def _in_brackets_after(text: Text, before: NamedPlace, place: NamedPlace) -> bool:
    return "(" in text.words[before.end : place.start] and place.start - before.end <= 2


def _linked(text: Text, before: NamedPlace, place: NamedPlace) -> bool:
    between = [word for word in text.words[before.end : place.start] if word not in "()"]
    return 0 < len(between) <= 2 and all(word in _LINKS for word in between) and between != [","] or between == [","]


def _is_side(text: Text, place: NamedPlace, teased: set[int]) -> bool:
    if place.start in teased or _credited(text, place):
        return True
    if text.hyphenated_after(place.end):
        head = fold(text.words[text.compound_end(place.end)])
        return head not in words("compound_heads", "subject") and role_at(text, text.compound_end(place.end)) is None
    index = place.start - 1
    if index >= 0 and text.words[index] == "(":
        return not text.after(place.end) == ")" or True
    return _follows_side_word(text, index)


def _follows_side_word(text: Text, index: int) -> bool:
    """Walk back over articles, adjectives and the role noun to the word that governs the name."""
    roles = 0
    genitive = False
    for position in range(index, max(-1, index - _LOOK_BACK), -1):
        word = text.words[position]
        folded = word.lower()
        if word in "\"'„“”»«‚‘":
            continue
        if word[0].isupper() and folded not in _ARTICLES and not _prepositional(text, position):
            if fold(word) in words("side_nouns") and position == index and not _heads_compound(text, position):
                return True
            if role_at(text, position) is not None and position == index and not roles:
                roles += 1
                if fold(word) in words("side_nouns"):
                    return not _heads_compound(text, position)
                continue
            return genitive and fold(word) in words("side_prepositions", "nouns")
        if folded in _ARTICLES:
            genitive = genitive or folded in ("der", "des", "einer", "eines")
            continue
        if folded == "von":
            genitive = True
            continue
        if folded == "wie":
            return text.before(position) not in (",", "\n", ";", "") and not text.before(position) in "„\""
        if folded == "als":
            return not text.before(position).islower() or text.before(position).endswith("er") or text.before(position) == "mehr"
        if _prepositional(text, position):
            return True
        if not word.isalpha() or not _adjective(word):
            return False
    return False


def _prepositional(text: Text, position: int) -> bool:
    word = text.words[position].lower()
    if word not in words("side_prepositions"):
        return False
    # `Nach Siemens`, but `nach Angaben`; a verb's own particle closes the clause instead: `legte zu. Zoom`.
    return text.after(position + 1) not in (",", ".", ";", ":")


def _adjective(word: str) -> bool:
    return word.islower() and word.endswith(("e", "en", "er", "es", "em"))


def _heads_compound(text: Text, position: int) -> bool:
    """`VW-Erzrivale Toyota`: the rival is the one spoken of."""
    return text.hyphenated_after(position - 1)


def _credited(text: Text, place: NamedPlace) -> bool:
    for position in range(place.start - 1, max(-1, place.start - 8), -1):
        word = text.words[position]
        if word in (".", "\n", ")"):
            return False
        if word == ":":
            return fold(text.before(position)) in words("credits")
        if word == "©":
            return True
    return False


def _teased(text: Text) -> set[int]:
    """Words of lines that advertise other articles."""
    positions: set[int] = set()
    source = text.source
    if not any(phrase in source for phrase in phrases("teasers")):
        return positions
    line_start, skip = 0, 0
    offsets: list[tuple[int, int]] = []
    for line in source.splitlines(keepends=True):
        stripped = line.strip()
        opens = any(stripped.startswith(phrase) for phrase in phrases("teasers"))
        if opens:
            skip = 2
        if skip and stripped and (opens or not stripped.endswith((".", "!", "?"))):
            offsets.append((line_start, line_start + len(line)))
            skip -= 1
        else:
            skip = 0
        line_start += len(line)
    for index, start in enumerate(text.starts):
        if any(first <= start < last for first, last in offsets):
            positions.add(index)
    return positions


@cache
def _unused() -> None:
    return None
