"""Signs by which a word in a text is told to be part of a company's name, or never to be."""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.companies.text import (
    TRIE_END,
    Shape,
    Text,
    fold,
    insert,
    ordinary_words,
    phrases,
    shape,
    words,
)

_LONGEST_NAME: Final = 12
"""Words and hyphens of a name at most."""
_SHOUTED_RUN: Final = 3
_CONNECTORS: Final = frozenset({"&", "+", "of", "de"})


@cache
def _legal_forms() -> dict[str, object]:
    trie: dict[str, object] = {}
    for entry in phrases("legal_forms"):
        insert(trie, (fold(word) for word in Text(entry).words), entry)
    return trie


def legal_form_end(text: Text, index: int) -> int | None:
    """Find the end of a legal form.

    Args:
        text: The article.
        index: Position of its first word (`GmbH`, `&` in `& Co. KG`).

    Returns:
        Position after it, or None where none stands there.
    """
    position = (
        index + 1 if text.after(index) == "," and text.after(index + 1) in ("Inc", "Ltd", "Co") else index
    )
    if fold(text.after(position)) not in _legal_forms():
        return None
    match = _match_signs(text.words, _legal_forms(), position, fold)
    if match is None or text.hyphenated_after(match):
        return None
    word = text.words[position]
    # `sa` and `Ab` are other words; `AB`, `SA` and `plc` are forms.
    doubtful = match == position + 1 and (word.islower() or (word.istitle() and len(word) == 2))
    return None if doubtful and word not in phrases("legal_forms") else match


def _match_signs(
    tokens: Sequence[str], trie: Mapping[str, object], index: int, key: Callable[[str], str]
) -> int | None:
    """Find the end of the longest entry, dots and hyphens being words of their own."""
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


def never_company(text: Text, index: int) -> int | None:
    """Find the end of a name that is no company: an index, an agency, a public body.

    Args:
        text: The article.
        index: Position of its first word.

    Returns:
        Position after it, or None.
    """
    if text.words[index] not in _not_companies():
        return None
    return _match_signs(text.words, _not_companies(), index, str)


@cache
def _not_companies() -> dict[str, object]:
    trie: dict[str, object] = {}
    for field_name in ("indices", "agencies", "institutions", "symbols"):
        for entry in phrases("not_companies", field_name):
            insert(trie, Text(entry).words, entry)
    return trie


def no_company_positions(text: Text) -> set[int]:
    """Find the words of indices, agencies, public bodies, currencies and the like."""
    positions: set[int] = set()
    for index in range(len(text)):
        end = never_company(text, index)
        if end is not None:
            positions.update(range(index, end))
    return positions


_DATELINE: Final = re.compile(
    r"(?m)^[ \t]*([A-ZÄÖÜ][\w./ -]{2,40}?) ?\((?:[\w./-]{2,12}(?: [\w-]{2,12})?)\) ?[-–]"
)


def datelines(text: Text) -> set[int]:
    """Find the words of towns before an agency: `OBEREGG/APPENZELL (sda) -`."""
    positions: set[int] = set()
    for match in _DATELINE.finditer(text.source):
        first, last = match.span(1)
        positions.update(range(bisect_left(text.starts, first), bisect_left(text.starts, last)))
    return positions


def shouted_positions(text: Text) -> set[int]:
    """Find runs of words in capitals, where capitals tell nothing: `POST VERKAUFT DEUTSCHE TOCHTER`."""
    shouted: set[int] = set()
    run: list[int] = []
    for index, word in enumerate(text.words):
        if word.isupper() and len(word) > 1:
            run.append(index)
        elif word[0].isalpha() or word == "\n":
            if len(run) > _SHOUTED_RUN:
                shouted.update(run)
            run = []
    if len(run) > _SHOUTED_RUN:
        shouted.update(run)
    return shouted


@lru_cache(maxsize=1 << 14)
def role_of(word: str) -> str | None:
    """Say what a noun calls a company.

    Args:
        word: A noun in any case of the singular, a compound too (`Softwarekonzerns`).

    Returns:
        The noun in its basic form, folded; None where it names no kind of company.
    """
    if not word[:1].isupper() and "-" not in word:
        return None
    folded = fold(word)
    if folded.endswith(phrases("roles", "except_endings")):
        return None
    for form in dict.fromkeys((folded, *(folded.removesuffix(ending) for ending in ("es", "s", "n")))):
        if form in words("roles", "except"):
            return None
        if form in words("roles") or (len(form) > 7 and form.endswith(_role_endings())):
            return form
    return None


@cache
def _role_endings() -> tuple[str, ...]:
    return tuple(words("roles", "endings"))


def role_at(text: Text, index: int) -> str | None:
    """Say what the noun at a position calls a company, the parts of `Internet-Konzern` taken together."""
    word = text.words[index]
    if word == "up" and index > 1 and text.words[index - 2] == "Start":
        return "startup"
    role = role_of(word)
    if role is None and text.hyphenated_after(index - 1) and word[0].isupper():
        start = index
        while start > 1 and text.hyphenated_after(start - 1):
            start -= 2
        role = role_of("".join(text.words[start : index + 1]).replace("-", ""))
    return role


def name_end(text: Text, index: int, registered: Mapping[int, int], whole_chain: bool = False) -> int:
    """Find the end of the run of words that look like one name.

    Args:
        text: The article.
        index: Position of the first word.
        registered: End of each name of the register by its first word.
        whole_chain: Take in all of a hyphenated word, ordinary parts too, as after a role noun:
            `die Firma Kombi-Massiv-Bau`.

    Returns:
        Position after the last word.
    """
    known = index in registered
    position = registered.get(index, index + 1)
    while position < len(text) and position - index < _LONGEST_NAME:
        word = text.words[position]
        if text.hyphenated_after(position):
            following = text.words[position + 1]
            if shape(following) >= Shape.PLAUSIBLE or (len(following) == 1 and following.isupper()):
                position += 2
                continue
            last = text.compound_end(position)
            head = text.words[last]
            if not whole_chain or known or fold(head) in compound_heads() or not head[0].isupper():
                break
            position = last + 1
        elif _ends_name(text, position, registered):
            break
        elif (word[0].isupper() and _continues(fold(word))) or (not known and shape(word) >= Shape.PLAUSIBLE):
            position += 1
        elif not known and word in _CONNECTORS and shape(text.after(position + 1) or ".") >= Shape.ORDINARY:
            position += 2
        else:
            break
    return position


def _ends_name(text: Text, position: int, registered: Mapping[int, int]) -> bool:
    if text.joined(position) and text.words[position][0].isalnum():
        return True
    if position in registered or never_company(text, position) is not None:
        return True
    return legal_form_end(text, position) is not None


@cache
def compound_heads() -> frozenset[str]:
    """Read the nouns that a company's name stands before in a compound: `-Aktie`, `-Tochter`."""
    return words("compound_heads", "subject") | words("compound_heads", "side")


def _continues(folded: str) -> bool:
    return (
        folded in words("name_words")
        or folded in words("name_words", "parts")
        or folded in words("name_words", "never_alone")
        or folded in words("references", "subsidiary_places")
        or folded in ordinary_words("place")
    )


def bracketed_alias(text: Text, start: int, end: int) -> tuple[str, ...]:
    """Find another form of a name in brackets after it: `American International Group (AIG)`.

    Args:
        text: The article.
        start: Position of the name's first word.
        end: Position after its last word, a legal form excluded.

    Returns:
        The folded words of the other form, empty where there is none.
    """
    opening = legal_form_end(text, end) or end
    if text.after(opening) != "(":
        return ()
    inner: list[int] = []
    for position in range(opening + 1, min(opening + 8, len(text))):
        word = text.words[position]
        if word in ")/,":
            break
        if word[0].isalnum():
            inner.append(position)
    else:
        return ()
    if not inner or len(inner) > 4:
        return ()
    keys = tuple(fold(text.words[position]) for position in inner)
    name = [fold(word) for word in text.words[start:end] if word[0].isalnum()]
    if keys[0] == name[0]:
        return tuple(key for key in keys if key in name or key not in compound_heads())
    if len(keys) == 1 and text.words[inner[0]][0].isupper() and abbreviates(keys[0], name):
        return keys
    return ()


def abbreviates(short: str, name: Sequence[str]) -> bool:
    """Tell whether letters come in this order in a name: `Haspa` in `Hamburger Sparkasse`.

    Args:
        short: The abbreviation, folded.
        name: Folded words of the name.
    """
    whole = "".join(name)
    if not any(word.startswith(short[0]) for word in name) or len(short) >= len(whole) or len(short) < 2:
        return False
    position = 0
    for letter in short:
        position = whole.find(letter, position) + 1
        if not position:
            return False
    return True
