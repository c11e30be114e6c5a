"""Tells what a text must hold for a pattern to match in it, so that most texts are passed over quickly."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final, Generic, TypeVar

from pipeline.vocabulary.needles import Needles

LONG_ENOUGH: Final = 5
"""Length from which a longer piece is no rarer in practice."""
TELLING: Final = 3
"""Length of a piece that not every text holds."""
MOST_WAYS: Final = 16
"""Ways to match that are told apart."""

Meaning = TypeVar("Meaning")

Pieces = frozenset[str]
"""Strings of which a match holds one."""
Needs = tuple[tuple[Pieces, ...], ...]
"""Ways to match; a match holds a piece of each of the sets of one of them."""

_ALIKE: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"))
_OPENING: Final = re.compile(r"\((?!\?)|\(\?(?:P?<[^\W\d]\w*>|[a-zA-Z]*(?:-[a-zA-Z]+)?:|>)")
_QUANTIFIER: Final = re.compile(r"(?:([*+?])|\{(\d*)(?:,\d*)?\})[?+]?")
_CLASS: Final = re.compile(r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\(?:x(?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|[pP]\{[^}]*\}|\w|(?P<sign>.))", re.DOTALL
)


def folded(text: str) -> str:
    """Lower case of a text that keeps each code point's place, for searching without regard to case.

    What `regex` takes for `i` or `s` where case does not matter is one here: the Turkish letters, the long s.
    """
    for letter, plainly in _ALIKE:
        if letter in text:
            text = text.replace(letter, plainly)
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def needs_of(pattern: str) -> Needs:
    r"""Find strings that stand in every text in which a pattern matches.

    Args:
        pattern: A regular expression in the syntax of `regex`.

    Returns:
        What each way to match needs, as `folded` writes it; one way without needs where a match need hold
        nothing particular (`\d+`).
    """
    needs, end = _alternatives(pattern, 0)
    return needs if end == len(pattern) else ((),)


def _alternatives(pattern: str, place: int) -> tuple[Needs, int]:
    """The needs of alternatives up to the bracket that closes them, and its place."""
    ways: list[tuple[Pieces, ...]] = []
    while True:
        needs, place = _sequence(pattern, place)
        ways.extend(needs)
        if not pattern.startswith("|", place):
            break
        place += 1
    # `Prognose|Ausblick` needs one of two strings, which is asked faster than two ways.
    single = _shortest(frozenset().union(*(way[0] for way in ways if len(way) == 1)))
    rest = [way for way in ways if len(way) > 1]
    return ((*([(single,)] if single else []), *rest) if all(ways) else ((),)), place


def _shortest(pieces: Pieces) -> Pieces:
    """Pieces without those that hold another: where `verbandes` stands, `verband` does too."""
    return frozenset(piece for piece in pieces if not any(other in piece for other in pieces - {piece}))


def _sequence(pattern: str, place: int) -> tuple[Needs, int]:
    """The needs of a sequence: those of each of its parts, and the letters that stand together."""
    parts: list[Needs] = []
    run = ""
    while place < len(pattern) and pattern[place] not in "|)":
        letter, needs, end = _part(pattern, place)
        least, place = _least(pattern, end)
        if least and letter is not None:
            run += letter
        if not least or letter is None or place > end:
            parts += [((frozenset((run,)),),)] if run else []
            run = ""
        if least and needs:
            parts.append(needs)
    parts += [((frozenset((run,)),),)] if run else []
    return _together(parts), place


def _together(parts: Sequence[Needs]) -> Needs:
    """The ways of a sequence: each way of each part with each of the others, as long as they are few."""
    ways: Needs = ((),)
    for part in sorted(parts, key=len):
        if len(ways) * len(part) > MOST_WAYS:
            # One set for all ways of the part, of the best need of each; none where one needs nothing.
            part = ((frozenset().union(*(way[0] for way in part)),),) if all(part) else ((),)
        ways = tuple((*way, *needs) for way in ways for needs in part)
    telling = {frozenset(way) for way in map(_telling, ways)}
    fewest = [way for way in telling if not any(other < way for other in telling)]
    return tuple(tuple(sorted(way, key=_worth, reverse=True)) for way in fewest)


def _telling(way: tuple[Pieces, ...]) -> tuple[Pieces, ...]:
    """The needs of a way that few texts meet: any text holds an `an`."""
    return tuple(pieces for pieces in way if min(map(len, pieces)) >= TELLING)


def _worth(pieces: Pieces) -> tuple[int, int]:
    return min(LONG_ENOUGH, *map(len, pieces)), -len(pieces)


def _least(pattern: str, place: int) -> tuple[int, int]:
    """How often the part before a place comes at the least, and the place after its quantifier."""
    match = _QUANTIFIER.match(pattern, place)
    if match is None:
        return 1, place
    return (int(match[1] == "+") if match[1] else int(match[2] or 0)), match.end()


def _part(pattern: str, place: int) -> tuple[str | None, Needs, int]:
    """One part of a sequence: its letter where it is one, else its needs, and the place after it."""
    sign = pattern[place]
    if sign == "(":
        opening = _OPENING.match(pattern, place)
        needs, end = _alternatives(pattern, opening.end() if opening else place + 2)
        # Flags, what is only looked at, and what is defined for elsewhere are no part of the match.
        return None, needs if opening else (), end + 1
    if sign == "[":
        match = _CLASS.match(pattern, place)
        end = match.end() if match else len(pattern)
        letters = {folded(letter) for letter in pattern[place + 1 : end - 1]}
        return (letters.pop() if len(letters) == 1 and letters.isdisjoint("^\\") else None), (), end
    if sign == "\\":
        match = _ESCAPE.match(pattern, place)
        assert match is not None
        code = match["x"] or match["u"]
        letter = chr(int(code, 16)) if code else match["sign"]
        return (folded(letter) if letter else None), (), match.end()
    return (None if sign in ".^$" else folded(sign)), (), place + 1


class Spotted:
    """A pattern that looks only into texts which hold what a match needs.

    Args:
        pattern: A compiled pattern of `regex`.

    Attributes:
        pattern: The same.
    """

    __slots__ = ("_needs", "pattern")

    def __init__(self, pattern: Any) -> None:
        self.pattern = pattern
        self._needs = needs_of(pattern.pattern)

    def may_match(self, plainly: str) -> bool:
        """Whether a text holds what a match needs.

        Args:
            plainly: The text as `folded` gives it.
        """
        for way in self._needs:
            for pieces in way:
                for piece in pieces:
                    if piece in plainly:
                        break
                else:
                    break
            else:
                return True
        return False

    def needs_only(self, held: AbstractSet[str]) -> bool:
        """Whether a text that holds these of the pieces holds what a match needs."""
        return any(not any(pieces.isdisjoint(held) for pieces in way) for way in self._needs)

    @property
    def pieces(self) -> set[str] | None:
        """All pieces that are asked for; None where a match need hold nothing particular."""
        return (
            {piece for way in self._needs for pieces in way for piece in pieces} if all(self._needs) else None
        )

    def search(self, text: str, plainly: str | None = None) -> Any:
        """The first match in a text, None where there is none.

        Args:
            text: The text.
            plainly: The same as `folded` gives it, where that is known already.
        """
        return self.pattern.search(text) if self.may_match(plainly or folded(text)) else None

    def search_in(self, text: str, start: int, end: int) -> Any:
        """The first match in a part of a text, which it takes for the text that ends there."""
        return self.pattern.search(text, start, end) if self.may_match(folded(text[start:end])) else None


class SpottedTogether(Generic[Meaning]):
    """Patterns of which a text is asked at once which of them may match in it.

    Args:
        patterns: Compiled patterns of `regex` in their order, each with what it means.

    Attributes:
        patterns: The same, spotted.
    """

    __slots__ = ("_always", "_asked", "_needles", "patterns")

    def __init__(self, patterns: Iterable[tuple[Meaning, Any]]) -> None:
        self.patterns = tuple((meaning, Spotted(pattern)) for meaning, pattern in patterns)
        self._always: set[int] = set()
        self._asked: dict[str, set[int]] = {}
        for number, (_, pattern) in enumerate(self.patterns):
            if pattern.pieces is None:
                self._always.add(number)
            for piece in pattern.pieces or ():
                self._asked.setdefault(piece, set()).add(number)
        self._needles = Needles(self._asked)

    def that_may_match(self, plainly: str) -> list[tuple[Meaning, Any]]:
        """The patterns whose needs a text holds, in order, each with what it means.

        Args:
            plainly: The text as `folded` gives it.
        """
        held = self._needles.held_by(plainly)
        asked = self._always.union(*(self._asked[piece] for piece in held))
        return [
            (meaning, spotted.pattern)
            for meaning, spotted in map(self.patterns.__getitem__, sorted(asked))
            if spotted.needs_only(held)
        ]
