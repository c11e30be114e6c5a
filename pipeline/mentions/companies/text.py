"""Cuts an article into words and signs, and says of each word whether it could be part of a company name."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final

from pipeline.vocabulary.loading import load_csv, load_words

_FOLDING: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "'": None, "’": None, "\u00ad": None, "ø": "oe", "æ": "ae"}
)
TRIE_END: Final = ""
_FILE: Final = "company_words.toml"


@cache
def _token_pattern() -> re.Pattern[str]:
    # The first two branches part what a lost blank has joined: `DerKonzern`, `AgrarkonzernBayer`.
    articles, roles = ("|".join(phrases("glued", field)) for field in ("articles", "roles"))
    return re.compile(
        rf"(?:{articles})(?=[A-ZÄÖÜ]\w)|[A-ZÄÖÜ]?[a-zäöüß]*?(?:{roles})(?=[A-ZÄÖÜ][a-zäöü])"
        r"|[^\W_]+(?:[\u00ad'’][^\W_]+)*|\n|[^\w\s]|_"
    )


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


@lru_cache(maxsize=1 << 16)
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


_ACRONYM: Final = 4
_SHORTEST_NOUN: Final = 6
_SHORTEST_HEAD: Final = 5
_LONGEST_HEAD: Final = 30
_SHORTEST_PART: Final = 3
_FAMILY: Final = ("Mc", "Mac", "O'", "O’", "De", "Di", "Le", "La")
"""Families are written with a capital inside too: McCartney, O'Leary."""
_NUMBERED = re.compile(r"[0-9]+[a-z]{3,}[0-9]+$")


@cache
def _noun_endings() -> tuple[str, ...]:
    return tuple(words("nouns", "endings"))


@lru_cache(maxsize=1 << 16)
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


@lru_cache(maxsize=1 << 16)
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
    return Shape.ORDINARY if is_noun(word) else Shape.PLAUSIBLE


@cache
def _no_company_words() -> frozenset[str]:
    fields = ("indices", "agencies", "institutions", "symbols")
    return frozenset(
        entry for field in fields for entry in phrases("not_companies", field) if " " not in entry
    )


class Text:
    """An article as words and signs, with the offsets they have in it.

    Attributes:
        source: The article.
        words: Words and signs in order; a line break is one of them.
        starts: First code point of each.
        ends: First code point after each.
    """

    __slots__ = ("ends", "source", "starts", "words")

    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _token_pattern().finditer(source):
            self.words.append(match[0])
            start, end = match.span()
            self.starts.append(start)
            self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def joined(self, index: int) -> bool:
        """Tell whether a word stands against the one before it without a blank."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def hyphenated_after(self, index: int) -> bool:
        """Tell whether a hyphen at `index` joins the word before it to another: `VW` in `VW-Aktie`."""
        return (
            index + 1 < len(self.words)
            and self.words[index] in "-–‑"
            and self.joined(index)
            and self.joined(index + 1)
            and self.words[index + 1][0].isalnum()
        )

    def compound_end(self, index: int) -> int:
        """Find the last word of a hyphenated chain that goes on at `index`.

        Args:
            index: Position of a hyphen for which `hyphenated_after` holds.

        Returns:
            Position of the last word of the chain.
        """
        while self.hyphenated_after(index):
            index += 2
        return index - 1

    def part(self, start: int, end: int) -> str:
        """Return the article between two words, the second one excluded."""
        return self.source[self.starts[start] : self.ends[end - 1]]

    def before(self, index: int) -> str:
        """Return the word before a position, empty at the beginning."""
        return self.words[index - 1] if index > 0 else ""

    def after(self, index: int) -> str:
        """Return the word at a position, empty past the end."""
        return self.words[index] if index < len(self.words) else ""


def insert(trie: dict[str, object], keys: Iterable[str], value: object) -> None:
    """Put a value into a trie; what is there already stays.

    Args:
        trie: Root of the trie.
        keys: Folded words of a name.
        value: What a match yields.
    """
    node = trie
    for key in keys:
        node = node.setdefault(key, {})  # type: ignore[assignment]
    node.setdefault(TRIE_END, value)


def keys_of(name: str) -> tuple[str, ...]:
    """Cut a name into the folded words by which a trie finds it: `e`, `on` for `E.ON`; `&` is a word."""
    return tuple(fold(word) for word in _token_pattern().findall(name) if word[0].isalnum() or word in "&+")


def longest_match(text: Text, trie: dict[str, object], index: int) -> tuple[int, object] | None:
    """Find the longest entry of a trie that begins at a word.

    Hyphens and dots inside a name count for nothing where no blank stands beside them (`E.ON`, `Rite-Aid`).

    Args:
        text: The article.
        trie: Root of the trie.
        index: Position of the first word.

    Returns:
        Position after the last word and the value, or None.
    """
    node: dict[str, object] = trie
    found: tuple[int, object] | None = None
    words = text.words
    position, length = index, len(words)
    while position < length:
        word = words[position]
        if position > index and word in ".-–/'’!" and text.joined(position):
            position += 1
            continue
        following = node.get(fold(word))
        if following is None:
            # A genitive ends the name: `Infineons`, `der Deutschen Börses`.
            if word[-1:] == "s" and len(word) > 3:
                following = node.get(fold(word[:-1]))
                if isinstance(following, dict) and TRIE_END in following:
                    return position + 1, following[TRIE_END]
            break
        node = following  # type: ignore[assignment]
        position += 1
        if TRIE_END in node:
            found = position, node[TRIE_END]
    return found
