"""Resolves nouns that stand for a company named before: der Konzern, die Bank, die Walldorfer."""

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.signs import role_at
from pipeline.mentions.companies.subjects import governed
from pipeline.mentions.companies.text import Shape, Text, fold, ordinary_words, shape, words
from pipeline.vocabulary.loading import load_words

_LONGEST_ATTRIBUTE: Final = 6
_MASCULINE: Final = "er"
_UNSPECIFIC: Final = frozenset({"konzern", "unternehmen"})
_NEUTER: Final = ("unternehmen", "institut", "haus", "portal", "netzwerk", "start-up", "startup")
_SUPERLATIVE: Final = "sten"


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun that stands for a company.

    Attributes:
        start: Position of its first word.
        end: Position after its last word.
        identity: The company named before.
        subject: The sentence can be about it; not so for `an das Unternehmen`.
    """

    start: int
    end: int
    identity: Hashable
    subject: bool


@dataclass(slots=True)
class _Traits:
    """What is known of a company, and what the text has said of it."""

    branches: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


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
    taken = {position for place in places for position in range(place.start, place.end)}
    references: list[Reference] = []
    for index, word in enumerate(text.words):
        if not word[0].isupper() or index in taken or text.hyphenated_after(index + 1):
            continue
        role = role_at(text, index)
        if role is not None:
            if role.endswith(_never_refer()) or _names_next(text, index, taken):
                continue
            start = _determiner(text, index, role, taken)
            if start is None:
                continue
            identity = speech.resolve(
                index, role, _described_towns(text, start, index), _described_countries(text, start, index)
            )
        elif (
            text.before(index) == "In"
            and fold(word) in speech.towns
            and (index < 2 or _ends_sentence(text, index - 2))
        ):
            # `In Wolfsburg stieg der Umsatz`
            start = index
            identity = speech.of_place(index, fold(word), None)
        elif fold(word) in speech.demonyms or word in _country_demonyms():
            start = index - 1
            if text.before(index).lower() not in ("die", "den", "der") or _is_adjective(text, index):
                continue
            country = _country_demonyms().get(word)
            identity = speech.of_place(index, fold(word), country)
        else:
            continue
        if identity is not None:
            able = not governed(text, start - 1, taken) and not _bought(text, start, speech)
            references.append(Reference(start, index + 1, identity, able))
            if able:
                speech.mention(index, identity)
    return references


def _bought(text: Text, start: int, speech: "_Speech") -> bool:
    """`ChemChina kauft das Unternehmen`: an object."""
    if text.before(start) not in words("deal_verbs") or text.words[start].lower() not in (
        "das",
        "die",
        "den",
    ):
        return False
    return speech.named_before(start)


@cache
def _never_refer() -> tuple[str, ...]:
    return tuple(words("roles", "never_refer"))


@cache
def _country_demonyms() -> dict[str, str]:
    table: dict[str, str] = load_words("company_words.toml", "references")["countries"]
    return table


def _determiner(text: Text, index: int, role: str, taken: set[int]) -> int | None:
    """Find the article of a noun, over what stands between: `das im TecDax notierte Unternehmen`."""
    attribute: str | None = None
    for position in range(index - 1, max(-1, index - _LONGEST_ATTRIBUTE), -1):
        word = text.words[position]
        small = word.lower()
        if position in taken or small in words("function_words", "indefinite"):
            return None
        if small in words("function_words", "determiners"):
            return None if _is_plural(small, attribute or "", role) else position
        if (
            word[0].isupper()
            and word.endswith("s")
            and attribute
            and fold(word[:-1]) in ordinary_words("place")
        ):
            # `Europas größter Versicherer`
            return position
        if word == "-" or word == "\n":
            continue
        if not word[0].isalnum():
            return None
        if position == index - 1 or attribute is None:
            if word.islower() and not word.endswith(("e", "en", "er", "es", "em")):
                return None
            attribute = small if word.islower() else attribute
    return None


def _is_plural(article: str, attribute: str, role: str) -> bool:
    """`die Hersteller`, `der Unternehmen`, `den größten Konzernen` speak of many."""
    if role.endswith(_MASCULINE):
        return article == "die"
    if role.endswith(_NEUTER):
        return article in ("die", "der", "den", "diese", "dieser", "diesen")
    return article in ("die", "der", "den") and attribute.endswith(_SUPERLATIVE)


def _names_next(text: Text, index: int, taken: set[int]) -> bool:
    """`der Konzern "Brellova"`, `des Instituts für Weltwirtschaft`."""
    following = text.after(index + 1)
    if index + 1 in taken or following == "für":
        return True
    if following in ("\n", '"', "„", "»", "'"):
        return index + 2 in taken
    return following[:1].isupper() and shape(following) >= Shape.PLAUSIBLE


def _is_adjective(text: Text, index: int) -> bool:
    """`die Münchner Tochter` names the place of something else."""
    following = text.after(index + 1)
    return following[:1].isupper() and not text.joined(index + 1)


def _described_towns(text: Text, start: int, index: int) -> tuple[str, ...]:
    """Words between article and noun that may tell the seat: `der Paderborner Konzern`."""
    return tuple(
        fold(word)
        for word in text.words[start:index]
        if word[0].isupper() and word.endswith("er") and len(word) > 3
    )


def _described_countries(text: Text, start: int, index: int) -> frozenset[str]:
    """Countries that adjectives or the compound tell: `der chinesische Konzern`, `der US-Konzern`."""
    table: dict[str, str] = load_words("company_words.toml", "references")["adjectives"]
    found = set()
    for word in text.words[start:index]:
        if word == "US":
            found.add("US")
        elif word == "Schweizer":
            found.add("CH")
        elif word.islower() and word.endswith(("e", "en", "er", "es", "em")):
            stem = word.rstrip("nrsm").removesuffix("e")
            if stem in table:
                found.add(table[stem])
    return frozenset(found)


@lru_cache(maxsize=1024)
def _branches_of(role: str) -> frozenset[str]:
    if role in words("roles", "general"):
        return frozenset()
    table = _branch_table()
    return frozenset(
        branch
        for branch, nouns in table.items()
        if any(role == noun or (len(noun) > 4 and role.endswith(noun)) for noun in nouns)
    )


@cache
def _branch_table() -> dict[str, frozenset[str]]:
    table = load_words("company_words.toml", "branches")
    return {
        branch: frozenset(fold(noun) for noun in nouns)
        for branch, nouns in table.items()
        if isinstance(nouns, list)
    }


class _Speech:
    """Who has been spoken of so far."""

    def __init__(self, text: Text, places: Sequence[NamedPlace], subject: Sequence[bool]) -> None:
        self._text = text
        self._stops = [index for index in range(len(text)) if _ends_sentence(text, index)]
        self._named = [
            (place.start, place.identity) for place, flag in zip(places, subject, strict=True) if flag
        ]
        self._traits: dict[Hashable, _Traits] = {}
        for place in places:
            self._describe(place)
        self.towns = {town for traits in self._traits.values() for town in traits.towns}
        self.demonyms = {
            demonym
            for traits in self._traits.values()
            for town in traits.towns
            for demonym in _demonyms(town)
        }

    def _describe(self, place: NamedPlace) -> None:
        traits = self._traits.setdefault(place.identity, _Traits())
        if place.company is not None:
            traits.branches |= place.company.branches
            traits.towns.update(place.company.seats)
            if place.company.isin:
                traits.countries.add(place.company.isin[:2])
        index = place.start - 1
        if index >= 0 and (role := role_at(self._text, index)) is not None:
            traits.roles.add(role)
            traits.branches |= _branches_of(role)
            start = max(0, index - 3)
            traits.countries |= _described_countries(self._text, start, index + 1)
            traits.towns |= set(_described_towns(self._text, start, index))
        if self._text.hyphenated_after(place.end):
            traits.roles.add(fold(self._text.words[self._text.compound_end(place.end)]))
        for word in self._text.words[place.start : place.end]:
            traits.branches |= _branches_of(fold(word))

    def mention(self, index: int, identity: Hashable) -> None:
        """Note that a reference at a position speaks of a company."""
        insort(self._named, (index, identity), key=lambda entry: entry[0])

    def named_before(self, index: int) -> bool:
        """Tell whether the words right before the verb before a position name a company."""
        return any(start <= index - 2 <= start + 4 for start, _ in self._spoken(index))

    def _spoken(self, index: int) -> list[tuple[int, Hashable]]:
        return self._named[: bisect_left(self._named, index, key=lambda entry: entry[0])]

    def resolve(
        self, index: int, role: str, towns: Sequence[str], countries: frozenset[str]
    ) -> Hashable | None:
        """Find the company that a role noun at a position stands for."""
        spoken = self._spoken(index)
        if not spoken:
            return None
        branches = _branches_of(role)
        tests: tuple[Callable[[_Traits], bool], ...] = (
            lambda traits: any(_in_town(traits, town) for town in towns),
            lambda traits: bool(traits.countries & countries),
            lambda traits: role in traits.roles and role not in _UNSPECIFIC,
            lambda traits: bool(traits.branches & branches),
            lambda traits: not branches or not traits.branches,
        )
        for fits in tests:
            fitting = [entry for entry in spoken if fits(self._traits[entry[1]])]
            if fitting:
                return self._topic(fitting)
        return self._topic(spoken)

    def of_place(self, index: int, demonym: str, country: str | None) -> Hashable | None:
        """Find the company that the people of a town or country stand for."""
        spoken = self._spoken(index)
        fitting = [entry for entry in spoken if _in_town(self._traits[entry[1]], demonym)]
        if not fitting and country is not None:
            known = [entry for entry in spoken if country in self._traits[entry[1]].countries]
            fitting = known or [entry for entry in spoken if not self._traits[entry[1]].countries]
        return self._topic(fitting) if fitting else None

    def _topic(self, spoken: Sequence[tuple[int, Hashable]]) -> Hashable:
        """Whom the nearest sentence is about that speaks of one of them: the first in it."""
        last = spoken[-1][0]
        stop = bisect_left(self._stops, last) - 1
        start = self._stops[stop] if stop >= 0 else -1
        return next(identity for position, identity in spoken if position > start)


def _in_town(traits: _Traits, demonym: str) -> bool:
    return demonym in traits.towns or any(demonym in _demonyms(town) for town in traits.towns)


@lru_cache(maxsize=4096)
def _demonyms(town: str) -> frozenset[str]:
    """What the people of a town are called: Walldorf, Walldorfer; München, Münchner; Bremen, Bremer."""
    stem = town.split()[-1].split("-")[-1]
    forms = {stem + "er", stem + "r"}
    if stem.endswith("en"):
        forms |= {stem[:-2] + "er", stem[:-2] + "ner"}
    return frozenset(forms | {form + "n" for form in forms})


def _ends_sentence(text: Text, index: int) -> bool:
    word = text.words[index]
    if word == "\n":
        return text.after(index + 1) == "\n" or text.before(index) in (".", "!", "?", ":", "\n")
    if word not in (".", "!", "?"):
        return False
    before, after = text.before(index), text.after(index + 1)
    return (
        len(before) > 3
        and not before[0].isdigit()
        and (not after or after == "\n" or after[0].isupper() or after in '"„»')
    )
