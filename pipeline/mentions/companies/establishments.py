"""Tells the nouns that are part of the name they stand before: `Brauerei Zötler`, `VfL Bochum`."""

from functools import cache
from typing import Final

from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, is_noun, ordinary_words, shape, words
from pipeline.vocabulary.kept import kept

_TABLE: Final = "establishments"
_LOCATIVE: Final = frozenset(
    {"im", "am", "ins", "vom", "zum", "zur", "beim", "in", "an", "vor", "hinter", "neben"}
)
_ARTICLES: Final = frozenset({"der", "dem", "den", "die", "das"})


@kept
def is_establishment(folded: str) -> bool:
    """Tell whether a noun is part of the name after it: `winzergenossenschaft`, `klinikum`, `vfl`.

    Args:
        folded: The noun, folded.
    """
    if folded in words(_TABLE) or folded in words(_TABLE, "sites") or folded in words(_TABLE, "clubs"):
        return True
    return (
        folded.endswith(_endings())
        and folded not in words(_TABLE, "except")
        and not folded.endswith(_plants())
    )


@cache
def _endings() -> tuple[str, ...]:
    return tuple(words(_TABLE, "endings"))


@cache
def _plants() -> tuple[str, ...]:
    """`das Kernkraftwerk Brell` is no company."""
    return tuple(word for word in words("roles", "except") if word.endswith(("werk", "werke")))


def names_establishment(text: Text, index: int) -> bool:
    """Tell whether a word and the one after it begin the name of a house or a body.

    Args:
        text: The article.
        index: Position of the noun.

    Returns:
        True for `Therme Erding`, `Molkerei Berchtesgadener Land`, `VfR Blau-Gelb Mannstedt`; False where an
        ordinary noun follows.
    """
    following = text.after(index + 1)
    if not following[:1].isupper() or text.joined(index + 1):
        return False
    if not is_establishment(fold(text.words[index])):
        return False
    if fold(text.words[index]) in words(_TABLE, "clubs") and fold(following) in words(_TABLE, "colours"):
        return True
    if not shape(following):
        return False
    # A town may be called as a thing is: `Gemeindewerke Haar`, `Kreissparkasse Hof`.
    of_town = fold(text.words[index]).endswith(tuple(words(_TABLE, "of_towns")))
    of_town = of_town and not text.after(index + 2)[:1].isupper()
    return of_town or not is_noun(following) or is_town_or_family(fold(following))


@kept
def is_town_or_family(folded: str) -> bool:
    """Tell whether a word that is a noun, or ends as one, is as well a town's or a family's name.

    Args:
        folded: The word, folded: `vogelhammer`, `friedrichstadt`.
    """
    endings = (*words(_TABLE, "families"), *words(_TABLE, "towns"))
    return folded in ordinary_words("place") or (
        folded.endswith(endings) and folded not in ordinary_words("noun")
    )


def establishment_end(text: Text, index: int) -> int:
    """Find the word from which the name of an establishment goes on as any name does.

    Args:
        text: The article.
        index: Position of its noun.

    Returns:
        Position of the last word that surely belongs to it: `Land` of `Molkerei Berchtesgadener Land`,
        `Gelb` of `VfR Blau-Gelb Mannstedt`.
    """
    position = index + 1
    if fold(text.after(position)) in words(_TABLE, "colours"):
        while text.hyphenated_after(position + 1):
            position += 2
        town = text.after(position + 1)
        return position + 1 if town[:1].isupper() and is_town_or_family(fold(town)) else position
    following = text.after(position + 1)
    of_place = fold(text.words[position]).endswith("er") and len(text.words[position]) > 5
    return position + 1 if of_place and following[:1].isupper() and is_noun(following) else position


def stands_aside(text: Text, index: int) -> bool:
    """Tell whether a house is only where something happens: `sagte er im Hotel Adlon`.

    Args:
        text: The article.
        index: Position of the first word of its name.
    """
    if fold(text.words[index]) not in words(_TABLE, "sites"):
        return False
    before = index - 1
    if text.before(index).lower() in _ARTICLES:
        before -= 1
    if before < 1 or text.words[before].lower() not in _LOCATIVE:
        return False
    return text.words[before].islower()


def brought_in(text: Text, index: int) -> bool:
    """Tell whether houses are what another company has: `Mit den 58 Brellova-Filialen wächst Hendrikson`.

    Args:
        text: The article.
        index: Position of the name that they are called after.
    """
    start = index
    articles = words("function_words", "articles")
    while start > 0 and (text.before(start).isdigit() or fold(text.before(start)) in articles):
        start -= 1
    return fold(text.before(start)) in words("side_prepositions")
