"""Tells the words that name no company: indices, agencies, public bodies, towns of datelines."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.companies.text import Text, insert, match_signs
from pipeline.mentions.companies.words import Shape, fold, phrases, shape, words
from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.pieces import Spotted, folded

_SHOUTED_RUN: Final = 3
_DATELINE: Final = re.compile(
    r"(?m)^[ \t]*([A-ZÄÖÜ][\w./ -]{2,40}?) ?\((?:[\w./-]{2,12}(?: [\w-]{2,12})?)\) ?[-–]"
)


def never_company(text: Text, index: int) -> int | None:
    """Find the end of a name that is no company: an index, an agency, a public body.

    Args:
        text: The article.
        index: Position of its first word.

    Returns:
        Position after it, or None.
    """
    if text.words[index] not in _not_companies():
        return None
    return match_signs(text.words, _not_companies(), index, str)


@cache
def _not_companies() -> dict[str, object]:
    trie: dict[str, object] = {}
    for field_name in ("indices", "agencies", "institutions", "known", "symbols", "idioms"):
        for entry in phrases("not_companies", field_name):
            insert(trie, Text(entry).words, entry)
    return trie


@lru_cache(maxsize=1)
def no_company_positions(text: Text) -> frozenset[int]:
    """Find the words of indices, agencies, public bodies, currencies and the like."""
    first_words = _not_companies()
    begins = [index for index, word in enumerate(text.words) if word in first_words]
    ends = ((index, never_company(text, index)) for index in begins)
    named = (place for index, end in ends if end is not None for place in range(index, end))
    bodies = [index for index, word in enumerate(text.words) if _is_public_body(word)]
    known = association_names(text.source)
    associations = [index for index, word in enumerate(text.words) if word in known] if known else ()
    return frozenset((*named, *bodies, *associations))


@lru_cache(maxsize=8)
def association_names(source: str) -> frozenset[str]:
    """Find the names of associations: `der Verband Aerolub`, `der Verband Deutscher Zweiradbau (VDZ)`.

    Args:
        source: The article.

    Returns:
        Their names of one word, as written.
    """
    if not _association().may_match(folded(source)):
        return frozenset()
    found = {match[1] or match[2] for match in _association().pattern.finditer(source)}
    return frozenset(name for name in found if shape(name) >= Shape.PLAUSIBLE)


@cache
def _association() -> Spotted:
    endings = "|".join(phrases("not_companies", "association_endings"))
    return Spotted(
        re.compile(
            rf"(?i:{endings})(?:\s([A-ZÄÖÜ]\w{{1,20}})(?![-&]|\s(?:[A-ZÄÖÜ&]|reg\.|e\.))"
            r"|\s[^.!?()\n]{0,60}\(([A-ZÄÖÜ]\w{1,8})\))"
        )
    )


@kept
def _is_public_body(word: str) -> bool:
    """`Landgericht`, `Wirtschaftsministerium`: nouns that name one, alone or before a town."""
    return word[0].isupper() and fold(word).endswith(_body_endings())


@cache
def _body_endings() -> tuple[str, ...]:
    return tuple(words("not_companies", "body_endings"))


def datelines(text: Text) -> set[int]:
    """Find the words of towns before an agency: `OBEREGG/APPENZELL (sda) -`."""
    positions: set[int] = set()
    for match in _DATELINE.finditer(text.source):
        first, last = match.span(1)
        positions.update(range(bisect_left(text.starts, first), bisect_left(text.starts, last)))
    return positions


def shouted_positions(text: Text) -> set[int]:
    """Find runs of words in capitals, where capitals tell nothing: `POST VERKAUFT DEUTSCHE TOCHTER`."""
    shouted: set[int] = set()
    if sum(map(str.isupper, text.words)) <= _SHOUTED_RUN:
        return shouted
    run: list[int] = []
    for index, word in enumerate(text.words):
        if word.isupper() and len(word) > 1:
            run.append(index)
        elif word[0].isalpha() or word == "\n":
            if len(run) > _SHOUTED_RUN:
                shouted.update(run)
            run = []
    if len(run) > _SHOUTED_RUN:
        shouted.update(run)
    return shouted
