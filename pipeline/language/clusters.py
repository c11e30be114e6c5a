"""The Brown cluster of a word: words that texts use alike share one, also where no training text has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy
from numpy.typing import NDArray
from spacy.strings import StringStore, hash_string  # type: ignore[attr-defined]

FEATURES = 6
UNKNOWN, EXACT, FORM, HYPHEN, COMPOUND = range(5)
SHORTEST_HEAD = 4
LARGEST_CACHE = 500_000

Row = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HashedWords:
    """A number for each of many words, in six bytes a word.

    Attributes:
        keys: Lower 32 bits of the words' hashes, sorted.
        values: The number of each key.
    """

    keys: NDArray[numpy.uint32]
    values: NDArray[numpy.uint16]

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> Self:
        """Build the table; of two words with one key the first is kept."""
        table: dict[int, int] = {}
        for word, number in numbers.items():
            table.setdefault(hash_string(word) & 0xFFFFFFFF, number)
        keys = sorted(table)
        return cls(numpy.array(keys, dtype="uint32"), numpy.array([table[k] for k in keys], dtype="uint16"))

    def get(self, word: str) -> int | None:
        """Return the number of exactly this word, None where the table lacks it."""
        key = hash_string(word) & 0xFFFFFFFF
        place = int(numpy.searchsorted(self.keys, numpy.uint32(key)))
        if place < len(self.keys) and int(self.keys[place]) == key:
            return int(self.values[place])
        return None


@dataclass(slots=True)
class Clusters:
    """The Brown clusters of frequent words, by which a word has features before any training text is read.

    Attributes:
        words: The path of each word's cluster in the tree, first branch in the lowest bit.
        rows: The features of words looked up before, by the words' hashes.
    """

    words: HashedWords
    rows: dict[int, Row] = field(default_factory=dict, init=False, repr=False)

    def find(self, word: str) -> tuple[int, int]:
        """Look a word up, then what it may be a form of.

        Args:
            word: A token as written.

        Returns:
            The path and how it was found; `(0, UNKNOWN)` where nothing was.
        """
        if (path := self.words.get(word)) is not None:
            return path, EXACT
        for form in _forms(word):
            if (path := self.words.get(form)) is not None:
                return path, FORM
        if "-" in word:
            # `Siemens-Gamesa-Chef` is a Chef.
            head = word.rsplit("-", 1)[1]
            path, how = self.find(head) if len(head) > 1 else (0, UNKNOWN)
            return (path, HYPHEN) if how != UNKNOWN else (0, UNKNOWN)
        # `Chipkonzern` is a Konzern: the longest known ending is the head of a German compound.
        if word.isalpha():
            for start in range(3, len(word) - SHORTEST_HEAD + 1):
                head = word[start:].capitalize() if word[0].isupper() else word[start:]
                if (path := self.words.get(head)) is not None:
                    return path, COMPOUND
        return 0, UNKNOWN

    def row(self, orth: int, strings: StringStore) -> Row:
        """Return the features of a word.

        Args:
            orth: The word's hash in the vocabulary, by which rows are kept.
            strings: The vocabulary's strings.

        Returns:
            The full cluster, its first ten and first six bits, and its first four with how it was found, 0
            where unknown; then the word's first three and last five letters, hashed.
        """
        row = self.rows.get(orth)
        if row is None:
            word = strings[orth]
            path, how = self.find(word)
            bits: Row = (0, 0, 0, 0)
            if how != UNKNOWN:
                bits = (path + 1, (path & 1023) + 1, (path & 63) + 1, ((path & 15) << 3 | how) + 1)
            row = (*bits, hash_string(word[:3]), hash_string(word[-5:].lower()))
            if len(self.rows) >= LARGEST_CACHE:
                self.rows.clear()
            self.rows[orth] = row
        return row


def _forms(word: str) -> list[str]:
    """Other ways to write a word: without genitive s (`Infineons`), small, or capitalised (`SIEMENS`)."""
    stems = [word]
    if len(word) > 3:
        for ending in ("'s", "’s", "s", "'", "’"):
            if word.endswith(ending):
                stems.append(word[: -len(ending)])
                break
    forms = stems[1:]
    for stem in stems:
        forms += [stem.lower(), stem.capitalize()]
    return [form for form in dict.fromkeys(forms) if form != word]
