"""Finds the names of people, so that `Steckelberg` or `Pichler` is not taken for a company."""

from collections.abc import Mapping
from typing import Final

from pipeline.mentions.companies.roles import role_of
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, ordinary_words, shape, words
from pipeline.vocabulary.kept import kept

_LONGEST_NAME: Final = 7
_ABBREVIATION: Final = 4


def find_persons(text: Text, registered: Mapping[int, int]) -> tuple[set[int], set[str]]:
    """Find people by a title before the name or by a first name: `Finanzchefin Steckelberg`.

    Args:
        text: The article.
        registered: End of each name of the register by its first word.

    Returns:
        Positions of the words of their names, and their last names, folded.
    """
    positions: set[int] = set()
    surnames: set[str] = set()
    for index in [index for index, word in enumerate(text.words) if _begins_person(word)]:
        # `Hugo Boss` and `Thomas Cook` are companies.
        if registered.get(index, index) > index + 1:
            continue
        word = text.words[index]
        given = fold(word) in ordinary_words("first_name")
        start = index if given else index + 1
        last = _name_end(text, start, registered, given)
        # `Investor Brellova` may be a company, `Vorstandschef Brellova` is none.
        if last is None or (last == start and (given or role_of(word) is not None)):
            continue
        positions.update(range(start, last + 1))
        surnames.add(fold(text.words[last]))
    return positions, surnames


@kept
def _begins_person(word: str) -> bool:
    return word[0].isupper() and (fold(word) in ordinary_words("first_name") or fold(word) in words("titles"))


def _name_end(text: Text, start: int, registered: Mapping[int, int], given: bool) -> int | None:
    """Find the last word of a name: first names and initials, particles, one surname."""
    last: int | None = None
    for position in range(start, min(start + _LONGEST_NAME, len(text))):
        word = text.words[position]
        apart = position == start or not text.joined(position) or text.before(position) in "-."
        if word[0].isupper() and apart:
            if position in registered and not given and last is None:
                return None
            if text.before(position) == "-" and role_of(word) is not None:  # `die Ilse-Gruppe`
                return None
            is_first = fold(word) in ordinary_words("first_name") or len(word) == 1
            if not is_first and shape(word) < (Shape.ORDINARY if given else Shape.PLAUSIBLE):
                break
            given = given or is_first
            if not is_first and given and last is not None and not text.hyphenated_after(position + 1):
                return position  # of `Anna Brell-Hoff` the last word is the name
            last = position
        elif not (
            (word == "." and len(text.before(position)) <= _ABBREVIATION)
            or text.hyphenated_after(position)
            or (given and word in words("function_words", "particles"))
        ):
            break
    return last
