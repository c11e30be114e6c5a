"""Resolves nouns that stand for a company named before: der Konzern, die Bank, die Walldorfer."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.speech import Speech, described_countries, described_towns, ends_sentence
from pipeline.mentions.companies.subjects import governed
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, ordinary_words, shape, words
from pipeline.vocabulary.loading import load_words

_LONGEST_ATTRIBUTE: Final = 6
_MASCULINE: Final = "er"
_NEUTER: Final = ("unternehmen", "institut", "haus", "portal", "netzwerk", "start-up", "startup")
_SUPERLATIVE: Final = "sten"
_COOPERATIVE: Final = "genossenschaft"


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
    speech = Speech(text, places, subject)
    taken = {position for place in places for position in range(place.start, place.end)}
    said_last = _said_last(text, places, subject)
    references: list[Reference] = []
    never = _never_refer() if any(map(_is_cooperative, places)) else (*_never_refer(), _COOPERATIVE)
    for index, word in enumerate(text.words):
        if not word[0].isupper() or index in taken or text.hyphenated_after(index + 1):
            continue
        role = role_at(text, index)
        if role is not None:
            if role.endswith(never) or _names_next(text, index, taken):
                continue
            start = _determiner(text, index, role, taken)
            if start is None:
                continue
            identity = said_last.get(start) or speech.resolve(
                index, role, described_towns(text, start, index), described_countries(text, start, index)
            )
        elif (
            text.before(index) == "In"
            and fold(word) in speech.towns
            and (index < 2 or ends_sentence(text, index - 2))
        ):
            # `In Wolfsburg stieg der Umsatz`
            start = index
            identity = speech.of_place(index, fold(word), None)
        elif fold(word) in speech.demonyms or word in _demonyms("countries") or word in _demonyms("regions"):
            start = index - 1
            if text.before(index).lower() not in ("die", "den", "der") or _is_adjective(text, index):
                continue
            country = _demonyms("countries").get(word)
            identity = speech.of_place(index, fold(word), country, _demonyms("regions").get(word))
        else:
            continue
        if identity is not None:
            able = not governed(text, start - 1, taken) and not _bought(text, start, speech)
            references.append(Reference(start, index + 1, identity, able))
            if able:
                speech.mention(index, identity)
    return references


def _is_cooperative(place: NamedPlace) -> bool:
    """`Zuckerfabrik Brell eG`, which `die Genossenschaft` can stand for."""
    form = fold(place.form)
    return form.endswith((" eg", " e.g.")) or _COOPERATIVE in form


def _said_last(text: Text, places: Sequence[NamedPlace], subject: Sequence[bool]) -> dict[int, Hashable]:
    """Where a sentence begins after one that ends in a name of which only this text tells what it is.

    Returns:
        The company by the position of that beginning: `Ganz hinten fand sich Brellova. Der Hersteller …`.
    """
    return {
        place.end + 1: place.identity
        for place, able in zip(places, subject, strict=True)
        if able and place.company is None and text.after(place.end) == "."
    }


def _bought(text: Text, start: int, speech: "Speech") -> bool:
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
def _demonyms(kind: Literal["countries", "regions"]) -> dict[str, str]:
    table: dict[str, str] = load_words("company_words.toml", "references")[kind]
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
    """`die Hersteller`, `die großen Ketten`, `der Unternehmen`, `den größten Konzernen` speak of many."""
    if article in ("die", "diese") and attribute.endswith("en"):
        return True
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
