"""What is known of words before any training: their Brown clusters, and whether companies are called so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy
from numpy.typing import NDArray
from spacy.strings import StringStore, hash_string  # type: ignore[attr-defined]

FEATURES = 7
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
class WordTables:
    """What is known of words before any training text is read.

    Attributes:
        clusters: The Brown cluster of frequent words: the path in the tree, first branch in the lowest bit.
        companies: Words of company names: 1 a whole name, 2 the first of several words, 3 a later one.
        rows: The features of words looked up before, by the words' hashes.
    """

    clusters: HashedWords
    companies: HashedWords
    rows: dict[int, Row] = field(default_factory=dict, init=False, repr=False)

    def cluster(self, word: str) -> tuple[int, int]:
        """Look a word up, then what it may be a form of.

        Args:
            word: A token as written.

        Returns:
            The path and how it was found; `(0, UNKNOWN)` where nothing was.
        """
        if (path := self.clusters.get(word)) is not None:
            return path, EXACT
        for form in _forms(word):
            if (path := self.clusters.get(form)) is not None:
                return path, FORM
        if "-" in word:
            # `Siemens-Gamesa-Chef` is a Chef.
            head = word.rsplit("-", 1)[1]
            path, how = self.cluster(head) if len(head) > 1 else (0, UNKNOWN)
            return (path, HYPHEN) if how != UNKNOWN else (0, UNKNOWN)
        # `Chipkonzern` is a Konzern: the longest known ending is the head of a German compound.
        if word.isalpha():
            for start in range(3, len(word) - SHORTEST_HEAD + 1):
                head = word[start:].capitalize() if word[0].isupper() else word[start:]
                if (path := self.clusters.get(head)) is not None:
                    return path, COMPOUND
        return 0, UNKNOWN

    def company(self, word: str) -> int:
        """Tell what part of a company's name a word is, 0 where none, 4 for `Wirecard-Aktie`."""
        for form in (word, *_forms(word)[:1]):
            if part := self.companies.get(form):
                return part
        return 4 if "-" in word and self.companies.get(word.rsplit("-", 1)[0]) else 0

    def row(self, orth: int, strings: StringStore) -> Row:
        """Return the features of a word.

        Args:
            orth: The word's hash in the vocabulary, by which rows are kept.
            strings: The vocabulary's strings.

        Returns:
            The full cluster, its first ten and first six bits, and its first four with how it was found, 0
            where unknown; the word's first three and last five letters, hashed; its part in company names.
        """
        row = self.rows.get(orth)
        if row is None:
            word = strings[orth]
            path, how = self.cluster(word)
            bits: Row = (0, 0, 0, 0)
            if how != UNKNOWN:
                bits = (path + 1, (path & 1023) + 1, (path & 63) + 1, ((path & 15) << 3 | how) + 1)
            row = (*bits, hash_string(word[:3]), hash_string(word[-5:].lower()), self.company(word))
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
