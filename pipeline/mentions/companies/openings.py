"""Finds the words at which a company's name can begin, and where the name ends."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from pipeline.mentions.companies.establishments import (
    establishment_end,
    is_establishment,
    names_establishment,
)
from pipeline.mentions.companies.exclusions import shouted_positions
from pipeline.mentions.companies.roles import role_at, role_of
from pipeline.mentions.companies.signs import name_end
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, shape, words
from pipeline.vocabulary.kept import kept

_LONGEST_NAME: Final = 12


@kept
def _looks_like_name(word: str) -> bool:
    folded = fold(word)
    ordinary = shape(word) < Shape.PLAUSIBLE or folded in words("name_words") or role_of(word) is not None
    return word[0].isalnum() and not ordinary and not folded.endswith(_divisions())


@cache
def _divisions() -> tuple[str, ...]:
    """`Geschäftsfeld Energie & Industrie` is a part of a company and none."""
    return tuple(words("appositions", "divisions"))


@kept
def _may_open(word: str) -> bool:
    return _looks_like_name(word) or is_establishment(fold(word)) or _is_particle(word)


@kept
def _is_particle(word: str) -> bool:
    """Whether a word with a capital begins names of families in other tongues: `Van`, `De`."""
    return word[0].isupper() and fold(word) in words("function_words", "name_openings")


class Openings:
    """The words of a text at which a company's name can begin.

    Args:
        text: The article.
        registered: End of each name of the register by its first word, doubtful ones too.
        never: Positions of words that name no company.

    Attributes:
        shouted: Positions of words in lines of capitals, where capitals tell nothing.
    """

    def __init__(self, text: Text, registered: Mapping[int, int], never: set[int]) -> None:
        self._text = text
        self._registered = registered
        self.shouted = shouted_positions(text)
        candidates = [
            index for index, word in enumerate(text.words) if index in registered or _may_open(word)
        ]
        self._positions = {
            index
            for index in candidates
            if index not in never and self._begins_name(index) and self._opens_name(index)
        }

    def __contains__(self, index: int) -> bool:
        return index in self._positions

    def _begins_name(self, index: int) -> bool:
        word = self._text.words[index]
        if _is_particle(word):  # `der Konkurrent Van Rooij`
            following = self._text.after(index + 1)
            return _looks_like_name(following or ".") and not self._text.joined(index + 1)
        return _looks_like_name(word) or index in self._registered or names_establishment(self._text, index)

    def _opens_name(self, index: int) -> bool:
        if index in self._registered:
            return True
        return index not in self.shouted or role_at(self._text, index - 1) is not None

    def name_end(self, index: int, whole_chain: bool = False) -> int:
        """Find the position after the name that begins at a word."""
        if index not in self._registered and names_establishment(self._text, index):
            index = establishment_end(self._text, index)
        return name_end(self._text, index, self._registered, whole_chain)

    def name_start(self, last: int) -> int | None:
        """Find the first word of the name that ends at a word, None where none does."""
        text = self._text
        for start in range(max(0, last - _LONGEST_NAME), last + 1):
            if start in self and self.name_end(start) == last + 1:
                return None if text.joined(start) and text.before(start) in "-–" and start > 0 else start
        return None
