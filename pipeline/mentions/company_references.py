"""Resolves nouns that stand for a company named before: der Konzern, die Bank, die Walldorfer."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.company_evidence import is_name_start, role_at
from pipeline.mentions.company_names import NamedPlace
from pipeline.mentions.company_text import Shape, Text, fold, ordinary_words, shape, words
from pipeline.vocabulary.loading import load_words

_DETERMINERS: Final = frozenset(
    "der die das dem den des dieser diese dieses diesem diesen beim vom zum zur ihr ihre ihrem ihren seinem seinen".split()
)
_LONGEST_ATTRIBUTE: Final = 6


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun that stands for a company.

    Attributes:
        start: Position of its first word.
        end: Position after its last word.
        identity: The company named before.
    """

    start: int
    end: int
    identity: Hashable


def find_references(text: Text, places: Sequence[NamedPlace], subject: Sequence[bool]) -> list[Reference]:
    """Find the nouns that stand for a company, and which.

    Args:
        text: The article.
        places: Where companies are named, in order.
        subject: For each place whether a sentence can be about it.

    Returns:
        References in order; a noun before any name is left out.
    """
    if not places:
        return []
    speech = _Speech(text, places, subject)
    references: list[Reference] = []
    taken = {position for place in places for position in range(place.start, place.end)}
    for index, word in enumerate(text.words):
        if not word[0].isupper() or index in taken:
            continue
        start = _determiner(text, index)
        if start is None or text.hyphenated_after(index + 1):
            continue
        role = role_at(text, index)
        if role is not None:
            if index + 1 in taken or is_name_start(text, index + 1) or _names_next(text, index, taken):
                continue
            identity = speech.resolve(index, _branches_of(role), _seat_words(text, start, index))
        elif fold(word) in words("references", "countries") or fold(word) in speech.demonyms:
            if start != index - 1 or text.words[start].lower() not in ("die", "den", "der") or _is_adjective(text, index):
                continue
            identity = speech.resolve(index, frozenset(), (fold(word),))
        else:
            continue
        if identity is not None:
            references.append(Reference(start, index + 1, identity))
            speech.mention(index, identity)
    return references


def _determiner(text: Text, index: int) -> int | None:
    """Find the article of a noun, over the adjectives between: `das im TecDax notierte Unternehmen`."""
    for position in range(index - 1, max(-1, index - _LONGEST_ATTRIBUTE), -1):
        word = text.words[position]
        if word.lower() in _DETERMINERS:
            return position
        if word in ",.;:!?()\n" or (word.islower() and position == index - 1 and not word.endswith(("e", "en", "er", "es", "em"))):
            if word != "\n":
                return None
    return None


def _names_next(text: Text, index: int, taken: set[int]) -> bool:
    """`der Konzern "Brellova"`, `des Instituts für Weltwirtschaft`."""
    following = text.after(index + 1)
    if following in ("\n", '"', "„", "»", "'"):
        return index + 2 in taken
    return following == "für"


def _is_adjective(text: Text, index: int) -> bool:
    """`die Münchner Tochter` names the place of something else."""
    following = text.after(index + 1)
    return following[:1].isupper() and not text.joined(index + 1) and shape(following) >= Shape.ORDINARY


def _seat_words(text: Text, start: int, index: int) -> tuple[str, ...]:
    """Words between article and noun that may tell the seat: `der Paderborner Konzern`."""
    return tuple(fold(word) for word in text.words[start + 1 : index] if word[0].isupper() and word.endswith("er"))


@lru_cache(maxsize=1024)
def _branches_of(role: str) -> frozenset[str]:
    if role in words("roles", "general"):
        return frozenset()
    return frozenset(
        branch
        for branch in _branch_table()
        if any(role == noun or (len(noun) > 4 and role.endswith(noun)) for noun in _branch_table()[branch])
    )


@cache
def _branch_table() -> dict[str, frozenset[str]]:
    table = load_words("company_words.toml", "branches")
    return {branch: frozenset(fold(noun) for noun in nouns) for branch, nouns in table.items() if isinstance(nouns, list)}


class _Speech:
    """Who has been spoken of so far."""

    def __init__(self, text: Text, places: Sequence[NamedPlace], subject: Sequence[bool]) -> None:
        self._text = text
        self._stops = [index for index in range(len(text)) if _ends_sentence(text, index)]
        self._named = [(place.start, place.identity) for place, flag in zip(places, subject, strict=True) if flag]
        self._count: dict[Hashable, int] = {}
        for _, identity in self._named:
            self._count[identity] = self._count.get(identity, 0) + 1
        self._branches: dict[Hashable, set[str]] = {}
        self._seats: dict[Hashable, set[str]] = {}
        for place in places:
            self._describe(place)
        self.demonyms = {demonym for seats in self._seats.values() for seat in seats for demonym in _demonyms(seat)}

    def _describe(self, place: NamedPlace) -> None:
        branches = self._branches.setdefault(place.identity, set())
        seats = self._seats.setdefault(place.identity, set())
        if place.company is not None:
            branches.update(place.company.branches)
            seats.update(place.company.seats)
        index = place.start - 1
        if index >= 0 and (role := role_at(self._text, index)) is not None:
            branches.update(_branches_of(role))
            seats.update(fold(word) for word in self._text.words[max(0, index - 3) : index] if word[0].isupper() and word.endswith("er"))
        for word in self._text.words[place.start : place.end]:
            folded = fold(word)
            branches.update(_branches_of(folded))

    def mention(self, index: int, identity: Hashable) -> None:
        """Note that a reference speaks of a company."""
        self._named.append((index, identity))
        self._named.sort(key=lambda entry: entry[0])

    def resolve(self, index: int, branches: frozenset[str], seats: tuple[str, ...]) -> Hashable | None:
        """Find the company that a noun at a position stands for."""
        spoken = [(start, identity) for start, identity in self._named if start < index]
        if not spoken:
            return None
        if seats:
            located = [entry for entry in spoken if self._sits(entry[1], seats)]
            if located:
                return self._topic(located, index)
        if branches:
            fitting = [entry for entry in spoken if self._branches[entry[1]] & branches]
            if fitting:
                return self._topic(fitting, index)
            open_ = [entry for entry in spoken if not self._branches[entry[1]]]
            if open_:
                return self._topic(open_, index)
        return self._topic(spoken, index)

    def _sits(self, identity: Hashable, words_: tuple[str, ...]) -> bool:
        return any(word in _demonyms(seat) or word == seat for seat in self._seats[identity] for word in words_)

    def _topic(self, spoken: Sequence[tuple[int, Hashable]], index: int) -> Hashable:
        """Whom the nearest sentence before is about: the first company in it."""
        last = spoken[-1][0]
        start = max((stop for stop in self._stops if stop < last), default=-1)
        return next(identity for position, identity in spoken if position > start)


def _demonyms(seat: str) -> frozenset[str]:
    """What the people of a town are called: Walldorf, Walldorfer; München, Münchner; Bremen, Bremer."""
    stem = seat.split()[-1].split("-")[-1]
    forms = {stem + "er", stem + "r"}
    if stem.endswith("en"):
        forms |= {stem[:-2] + "er", stem[:-2] + "ner"}
    forms |= {form + "n" for form in forms}
    return frozenset(forms)


def _ends_sentence(text: Text, index: int) -> bool:
    word = text.words[index]
    if word == "\n":
        return text.after(index + 1) == "\n" or (index > 0 and text.before(index) in ".!?:\n")
    if word not in (".", "!", "?"):
        return False
    before, after = text.before(index), text.after(index + 1)
    return len(before) > 3 and not before[0].isdigit() and (not after or after == "\n" or after[0].isupper() or after in "\"„»")


@cache
def _places() -> frozenset[str]:
    return ordinary_words("place")
