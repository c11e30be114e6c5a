"""Says of one word, by lists and by its spelling, whether it could be part of a company name."""

import re
import unicodedata
from enum import IntEnum
from functools import cache
from typing import Final

from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.loading import load_csv, load_words

_FOLDING: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "'": None, "’": None, "\u00ad": None, "ø": "oe", "æ": "ae"}
)
_FILE: Final = "company_words.toml"
_ACRONYM: Final = 4
_SHORTEST_NOUN: Final = 6
_SHORTEST_HEAD: Final = 5
_LONGEST_HEAD: Final = 30
_SHORTEST_PART: Final = 3
_FAMILY: Final = ("Mc", "Mac", "O'", "O’", "De", "Di", "Le", "La")
"""Families are written with a capital inside too: McCartney, O'Leary."""
_NUMBERED = re.compile(r"[0-9]+[a-z]{3,}[0-9]+$")


class Shape(IntEnum):
    """How much a word by itself looks like part of a name."""

    NONE = 0
    """Written small, a number, a function word, a currency or an abbreviation that names no company."""
    ORDINARY = 1
    """A German noun, a place or a first name: part of a name only beside other evidence."""
    PLAUSIBLE = 2
    """A capitalised word that is in no list: `Belimo`."""
    STRIKING = 3
    """Written as names are: `BelOrta`, `8point3`, `ADVA`."""


@kept
def fold(word: str) -> str:
    """Reduce a word to what all its spellings share.

    Args:
        word: A word as written (`Société`, `MÜNCHENER`, `Mueller`).

    Returns:
        Small letters without accents, apostrophes and soft hyphens, umlauts as two letters.
    """
    folded = word.lower().translate(_FOLDING)
    if not folded.isascii():
        folded = "".join(
            sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign)
        )
    return folded


@cache
def words(table: str, field: str = "words") -> frozenset[str]:
    """Read one list of company_words.toml.

    Args:
        table: Name of the table.
        field: Name of the list in it.

    Returns:
        The words, folded.
    """
    return frozenset(fold(word) for word in load_words(_FILE, table)[field])


@cache
def phrases(table: str, field: str = "words") -> tuple[str, ...]:
    """Read one list of company_words.toml as it is written, for entries of several words.

    Args:
        table: Name of the table.
        field: Name of the list in it.

    Returns:
        The entries in their order.
    """
    return tuple(load_words(_FILE, table)[field])


@cache
def ordinary_words(kind: str) -> frozenset[str]:
    """Read one kind of ordinary_words.csv.

    They were counted in news of the Leipzig Corpora Collection (CC BY 4.0) and completed by hand.

    Args:
        kind: `noun`, `opener` (words of other kinds that begin a sentence), `place` or `first_name`.

    Returns:
        The words, folded.
    """
    return frozenset(fold(row["word"]) for row in load_csv("ordinary_words.csv") if row["kind"] == kind)


@cache
def _noun_heads() -> frozenset[str]:
    return frozenset(word for word in ordinary_words("noun") if len(word) >= _SHORTEST_HEAD)


@cache
def _noun_endings() -> tuple[str, ...]:
    return tuple(words("nouns", "endings"))


@kept
def is_noun(word: str) -> bool:
    """Tell whether a word is an ordinary German noun, alone or as the last part of a compound (`Umsatzplus`).

    Args:
        word: A word as written.

    Returns:
        True for ordinary nouns.
    """
    folded = fold(word)
    if folded in ordinary_words("noun"):
        return True
    if len(folded) > _SHORTEST_NOUN and folded.endswith(_noun_endings()):
        return True
    heads = _noun_heads()
    longest = max(_SHORTEST_PART, len(folded) - _LONGEST_HEAD)
    return any(folded[cut:] in heads for cut in range(longest, len(folded) - _SHORTEST_HEAD + 1))


@kept
def shape(word: str) -> Shape:
    """Say how much a word by itself looks like part of a name.

    Args:
        word: A word as written.

    Returns:
        Its shape.
    """
    if word.islower() or not any(sign.isalpha() for sign in word):
        return Shape.STRIKING if _NUMBERED.match(word) else Shape.NONE
    folded = fold(word)
    if word in _no_company_words() or len(word) == 1:
        return Shape.NONE
    if folded in ordinary_words("place") or folded in ordinary_words("first_name"):
        return Shape.ORDINARY
    if word.isupper():
        if not is_noun(word) and folded not in ordinary_words("opener"):
            return Shape.STRIKING
        return Shape.PLAUSIBLE if len(word) <= _ACRONYM else Shape.ORDINARY
    if (any(sign.isupper() for sign in word[1:]) or word[0].isdigit()) and not word.startswith(_FAMILY):
        return Shape.STRIKING
    if folded in ordinary_words("opener"):
        return Shape.NONE
    # `des Grundkapitals`, `des Nennwertes`: the genitive of a noun is one.
    genitive = folded.endswith("s") and (is_noun(word[:-1]) or (folded.endswith("es") and is_noun(word[:-2])))
    return Shape.ORDINARY if genitive or is_noun(word) else Shape.PLAUSIBLE


@cache
def _no_company_words() -> frozenset[str]:
    fields = ("indices", "agencies", "institutions", "known", "symbols")
    return frozenset(
        entry for field in fields for entry in phrases("not_companies", field) if " " not in entry
    )
