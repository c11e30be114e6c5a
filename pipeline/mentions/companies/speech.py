"""Remembers who has been spoken of, and finds whom a noun such as `der Versicherer` stands for."""

from bisect import bisect_left, insort
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.paragraphs import paragraph_at
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.signs import legal_form_end
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, words
from pipeline.vocabulary.loading import load_words

_OF_MANY: Final = ("volksbank", "sparkasse", "raiffeisenbank", "hausbank")
"""Banks of which each town has one: `die Volksbank` is no other company that the text has named."""
_UNSPECIFIC: Final = frozenset({"konzern", "unternehmen"})


@dataclass(slots=True)
class Traits:
    """What is known of a company, and what the text has said of it."""

    branches: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)


def described_towns(text: Text, start: int, index: int) -> tuple[str, ...]:
    """Find the words at a noun that may tell the seat: `der Paderborner Konzern`, `der Konzern aus Kassel`.

    Args:
        text: The article.
        start: Position from which adjectives count.
        index: Position of the noun.

    Returns:
        The words, folded.
    """
    before = tuple(
        fold(word)
        for word in text.words[start:index]
        if word[0].isupper() and word.endswith("er") and len(word) > 3
    )
    seated = text.after(index + 1) == "aus" and text.after(index + 2)[:1].isupper()
    return (*before, fold(text.words[index + 2])) if seated else before


def described_countries(text: Text, start: int, index: int) -> frozenset[str]:
    """Find the countries that adjectives or a compound tell: `der chinesische Konzern`, `der US-Konzern`."""
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
def branches_of(role: str) -> frozenset[str]:
    """Say in which branches a role noun is at home: `autobauer` in `car`, `konzern` in none."""
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


class Speech:
    """Who has been spoken of so far.

    Args:
        text: The article.
        places: Where companies are named, in order.
        subject: For each place whether a sentence can be about it.
    """

    def __init__(self, text: Text, places: Sequence[NamedPlace], subject: Sequence[bool]) -> None:
        self._text = text
        self._stops = [index for index in range(len(text)) if ends_sentence(text, index)]
        self._named = [
            (place.start, place.identity) for place, flag in zip(places, subject, strict=True) if flag
        ]
        headed = bool(places) and text.after(places[0].end) == ":" and legal_form_end(text, places[0].end - 1)
        self._issuer = places[0].identity if headed else None
        self._all = [(place.start, place.identity) for place in places]
        self._traits: dict[Hashable, Traits] = {}
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
        traits = self._traits.setdefault(place.identity, Traits())
        if place.company is not None:
            traits.branches |= place.company.branches
            traits.towns.update(place.company.seats)
            if place.company.isin:
                traits.countries.add(place.company.isin[:2])
        index = place.start - 1
        if index >= 0 and (role := role_at(self._text, index)) is not None:
            traits.roles.add(role)
            traits.branches |= branches_of(role)
            start = max(0, index - 3)
            traits.countries |= described_countries(self._text, start, index + 1)
            traits.towns |= set(described_towns(self._text, start, index))
        else:
            traits.countries |= described_countries(self._text, max(0, index), place.start)
        traits.towns |= set(described_towns(self._text, place.end - 1, place.end - 1))
        if self._text.hyphenated_after(place.end):
            traits.roles.add(fold(self._text.words[self._text.compound_end(place.end)]))
        for word in self._text.words[place.start : place.end]:
            traits.branches |= branches_of(fold(word))

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
        if role == "gesellschaft" and self._issuer is not None and not towns:
            return self._issuer  # so an announcement speaks of the company that makes it
        if towns and not any(_in_town(self._traits[entry[1]], town) for entry in spoken for town in towns):
            # `der Konzern aus Ohio` is none whose seat is known to be another, if it is named close by.
            unknown = [entry for entry in spoken if not self._traits[entry[1]].towns]
            spoken = unknown if unknown and self._stands_near(unknown[-1][0], index) else spoken
        if countries and all(self._is_of_another(entry[1], countries) for entry in spoken):
            mentioned = [entry for entry in self._all if entry[0] < index]
            spoken = [e for e in mentioned if not self._is_of_another(e[1], countries)] or spoken
        branches = branches_of(role)
        tests: tuple[Callable[[Traits], bool], ...] = (
            lambda traits: any(_in_town(traits, town) for town in towns),
            lambda traits: bool(traits.countries & countries),
            lambda traits: role in traits.roles and role not in _UNSPECIFIC,
            lambda traits: bool(traits.branches & branches),
            lambda traits: not branches or not traits.branches,
        )
        if not any(fits(self._traits[entry[1]]) for fits in tests[:4] for entry in spoken):
            makers = self._beside_investors(index, role)
            spoken = [entry for entry in spoken if entry in makers] or makers or spoken
        for fits in tests[:4] if role.endswith(_OF_MANY) else tests:
            fitting = [entry for entry in spoken if fits(self._traits[entry[1]])]
            if fitting:
                return self._topic(fitting)
        return None if role.endswith(_OF_MANY) else self._topic(spoken)

    def _stands_near(self, place: int, index: int) -> bool:
        """Whether a company is named in the paragraph of a position."""
        begin, end = paragraph_at(self._text.source, self._text.starts[index])
        return begin <= self._text.starts[place] < end

    def _is_of_another(self, identity: Hashable, countries: frozenset[str]) -> bool:
        """`die italienische Fluglinie` is not Air France."""
        known = self._traits[identity].countries
        return bool(known) and not known & countries

    def _beside_investors(self, index: int, role: str) -> list[tuple[int, Hashable]]:
        """The firms named beside investors alone, where a noun stands for none of these.

        `Der Investor Kingsgate steigt bei der Brell AG ein. Der Pumpenhersteller verdiente 5 Millionen Euro.`
        """
        financial = words("roles", "financial")
        if role in words("roles", "general") or role in financial or role in _UNSPECIFIC:
            return []
        return [
            entry for entry in self._all if entry[0] < index and not self._traits[entry[1]].roles & financial
        ]

    def of_place(
        self, index: int, demonym: str, country: str | None, region: str | None = None
    ) -> Hashable | None:
        """Find the company that the people of a town, a country or a part of a country stand for."""
        spoken = self._spoken(index)
        fitting = [entry for entry in spoken if _in_town(self._traits[entry[1]], demonym)]
        if fitting or country is region is None:
            return self._topic(fitting) if fitting else None
        told = country or region
        known = [entry for entry in spoken if told in self._traits[entry[1]].countries]
        unknown = [entry for entry in spoken if not self._traits[entry[1]].countries]
        if region is not None:
            # `Kabelwerk Brell wächst. Die Tiroler …`: of a company that no register knows as well as of one.
            near = self._nearest(sorted((*known, *unknown), key=lambda entry: entry[0]))
            fitting = [entry for entry in near if entry in known] or near
        else:
            mentioned = [entry for entry in self._all if entry[0] < index]
            fitting = known or [e for e in mentioned if told in self._traits[e[1]].countries] or unknown
        return self._topic(fitting) if fitting else None

    def _topic(self, spoken: Sequence[tuple[int, Hashable]]) -> Hashable:
        """Whom the nearest sentence is about that speaks of one of them: the first in it."""
        return self._nearest(spoken)[0][1]

    def _nearest(self, spoken: Sequence[tuple[int, Hashable]]) -> list[tuple[int, Hashable]]:
        """Those of the last sentence that speaks of one of them."""
        if not spoken:
            return []
        stop = bisect_left(self._stops, spoken[-1][0]) - 1
        start = self._stops[stop] if stop >= 0 else -1
        return [entry for entry in spoken if entry[0] > start]


def _in_town(traits: Traits, demonym: str) -> bool:
    return demonym in traits.towns or any(demonym in _demonyms(town) for town in traits.towns)


@lru_cache(maxsize=4096)
def _demonyms(town: str) -> frozenset[str]:
    """What the people of a town are called: Walldorf, Walldorfer; München, Münchner; Bremen, Bremer."""
    stem = town.split()[-1].split("-")[-1]
    forms = {stem + "er", stem + "r"}
    if stem.endswith("en"):
        forms |= {stem[:-2] + "er", stem[:-2] + "ner"}
    return frozenset(forms | {form + "n" for form in forms})


def ends_sentence(text: Text, index: int) -> bool:
    """Tell whether a sentence ends with the word or sign at a position, blank lines and headlines too."""
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
