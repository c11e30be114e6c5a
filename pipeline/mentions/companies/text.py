"""Cuts an article into words and signs, and says of each word whether it could be part of a company name."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from pipeline.mentions.companies.words import fold, phrases

TRIE_END: Final = ""
LONGEST_CHAIN: Final = 32
"""Words and hyphens of a chain (`A-B-C`) that are looked through: no German compound has more."""


@cache
def _token_pattern() -> re.Pattern[str]:
    # The first two branches part what a lost blank has joined: `DerKonzern`, `AgrarkonzernBayer`.
    articles, roles = ("|".join(phrases("glued", field)) for field in ("articles", "roles"))
    return re.compile(
        r"(?=[^\W_]*[a-zäöüß][A-ZÄÖÜ])"
        rf"(?:(?:{articles})(?=[A-ZÄÖÜ]\w)|[A-ZÄÖÜ]?[a-zäöüß]*?(?:{roles})(?=[A-ZÄÖÜ][a-zäöü]))"
        r"|[^\W_]+(?:[\u00ad'’][^\W_]+)*|\n|[^\w\s]|_"
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
        matches = list(_token_pattern().finditer(source))
        self.words = [match[0] for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]

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

    def hyphenated_before(self, index: int) -> bool:
        """Tell whether the word before `und` lacks its last part: `Bau- und Betriebsgesellschaft`."""
        return (
            index > 1 and self.words[index - 1] in "-–‑" and self.joined(index - 1) and not self.joined(index)
        )

    def compound_end(self, index: int) -> int:
        """Find the last word of a hyphenated chain that goes on at `index`.

        Args:
            index: Position of a hyphen for which `hyphenated_after` holds.

        Returns:
            Position of the last word of the chain.
        """
        limit = index + LONGEST_CHAIN
        while index < limit and self.hyphenated_after(index):
            index += 2
        return index - 1

    def sentence(self, index: int) -> tuple[int, int]:
        """Find the sentence that holds a word.

        Args:
            index: Position of the word.

        Returns:
            Position of its first word and the position after its last, its stop excluded.
        """
        start = end = index
        while start > 0 and not self._stops(start - 1):
            start -= 1
        while end < len(self) and not self._stops(end):
            end += 1
        return start, end

    def _stops(self, index: int) -> bool:
        word = self.words[index]
        if word == "\n":
            return True
        return word in ".!?" and not (self.after(index + 1)[:1].isdigit() or self.before(index)[:1].isdigit())

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
        folded = fold(word)
        following = node.get(folded) if folded != TRIE_END else None  # of `’` nothing is left
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


def match_signs(
    tokens: Sequence[str], trie: Mapping[str, object], index: int, key: Callable[[str], str]
) -> int | None:
    """Find the end of the longest entry of a trie, dots and hyphens being words of their own.

    Args:
        tokens: Words and signs of a text.
        trie: Root of the trie.
        index: Position of the first word.
        key: What a word is in the trie: folded, or as it is written.

    Returns:
        Position after the last word, None where no entry stands there.
    """
    node: Mapping[str, object] = trie
    end: int | None = None
    for position in range(index, len(tokens)):
        following = node.get(key(tokens[position]))
        if not isinstance(following, dict):
            break
        node = following
        if TRIE_END in node:
            end = position + 1
    return end
