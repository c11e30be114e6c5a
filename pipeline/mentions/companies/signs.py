"""Signs by which a word in a text is told to be part of a company's name, or never to be."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from pipeline.mentions.companies.exclusions import never_company
from pipeline.mentions.companies.text import Text, insert, match_signs
from pipeline.mentions.companies.words import Shape, fold, ordinary_words, phrases, shape, words
from pipeline.vocabulary.kept import kept

_DATELINE: Final = 5
"""Words and signs of the brackets of a dateline at most: `(dpa-AFX)`."""
_LONGEST_NAME: Final = 12
"""Words and hyphens of a name at most."""
_SHORTEST_TRADE: Final = 6
"""Letters from which a word that ends as a trade says one: `Technik` alone is part of many phrases."""
_CONNECTORS: Final = frozenset({"&", "+", "of", "de"})


@cache
def _legal_forms() -> dict[str, object]:
    trie: dict[str, object] = {}
    for entry in phrases("legal_forms"):
        insert(trie, (fold(word) for word in Text(entry).words), entry)
    return trie


@kept
def begins_legal_form(word: str) -> bool:
    """Tell whether a word is the first of a legal form, alone or with those after it."""
    return fold(word) in _legal_forms() or _ends_in_legal_form(word)


def _ends_in_legal_form(word: str) -> bool:
    """`Brellinger HandelsgmbH`: what the company does and its form are one word."""
    return len(word) > len("GesmbH") and word.lower().endswith(("gmbh", "gesmbh"))


def legal_form_end(text: Text, index: int) -> int | None:
    """Find the end of a legal form.

    Args:
        text: The article.
        index: Position of its first word (`GmbH`, `&` in `& Co. KG`).

    Returns:
        Position after it, or None where none stands there.
    """
    if text.after(index) == "," and text.after(index + 1) in ("Inc", "Ltd", "Co"):
        index += 1
    if _ends_in_legal_form(text.after(index)):
        return index + 1
    if not begins_legal_form(text.after(index)):
        return None
    match = match_signs(text.words, _legal_forms(), index, fold)
    if match is None or text.hyphenated_after(match):
        return None
    word = text.words[index]
    # `sa` and `Ab` are other words; `AB`, `SA` and `plc` are forms.
    doubtful = match == index + 1 and (word.islower() or (word.istitle() and len(word) == 2))
    return None if doubtful and word not in phrases("legal_forms") else match


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
        elif (word[0].isupper() and _continues(fold(word))) or (
            not known
            and (
                shape(word) >= Shape.PLAUSIBLE
                or fold(word) in words("name_words", "trades")
                or ends_as_trade(text.words[index], word)
            )
        ):
            position += 1
        elif not known and word in _CONNECTORS and (joined := _connected(text, position)) is not None:
            position = joined
        else:
            break
    return position


def _connected(text: Text, position: int) -> int | None:
    """The position after what `&` or `of` adds to a name, in the next line too where a column breaks."""
    following = (
        position + 2 if text.words[position] == "&" and text.after(position + 1) == "\n" else position + 1
    )
    return following + 1 if shape(text.after(following) or ".") >= Shape.ORDINARY else None


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


@kept
def without_scope(folded: str) -> str:
    """A measure without what only says how much it holds: `umsatz` of `konzernumsatz`, `jahresumsatz`.

    Args:
        folded: A noun, folded.
    """
    scope = next((scope for scope in words("compound_heads", "scopes") if folded.startswith(scope)), "")
    return folded[len(scope) :]


def _continues(folded: str) -> bool:
    return (
        folded in words("name_words", "parts")
        or folded in words("name_words", "never_alone")
        or folded in words("references", "subsidiary_places")
        or folded in ordinary_words("place")
        or folded in words("name_words")
        or folded.endswith(_last_endings())
    )


@kept
def ends_name(folded: str) -> bool:
    """Tell whether a word is one by which names end: `Group`, `Bank`, `Versicherungsgruppe`."""
    listed = folded in words("name_words") or folded in words("name_words", "trades")
    return listed or folded.endswith(_last_endings())


@kept
def _is_trade(folded: str) -> bool:
    return len(folded) > _SHORTEST_TRADE and folded.endswith(tuple(words("name_words", "trade_endings")))


def ends_as_trade(first: str, word: str) -> bool:
    """Tell whether a noun says what the firm named right before it makes: `Pauly Wärmetechnik`.

    Args:
        first: The word before, as written; one that ends as an adjective names none (`Berliner Windparks`).
        word: The noun, as written.
    """
    return word[0].isupper() and not first.endswith(("e", "en", "er", "es", "em")) and _is_trade(fold(word))


@cache
def _last_endings() -> tuple[str, ...]:
    return tuple(words("name_words", "last_endings"))


def is_place(text: Text, word: str) -> bool:
    """Tell whether a text speaks of a word as of a place: `in Altheim`, `die Gemeinde Altheim`.

    Args:
        text: The article.
        word: A word, folded.
    """
    before = (fold(text.before(index)) for index, other in enumerate(text.words) if fold(other) == word)
    return any(leads in words("establishments", "leads_to_towns") for leads in before)


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
    if len(inner) > 1 and legal_form_end(text, inner[-1]) is not None:
        # `(CCE AG)` goes on as CCE.
        inner.pop()
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


def opens_sentence(text: Text, position: int) -> bool:
    """Tell whether a noun, with its article and adjectives, is the first thing of its sentence.

    Args:
        text: The article.
        position: Position of the noun.
    """
    start = position - 1
    while text.hyphenated_after(start):  # `Der US-Investor`
        start -= 2
    while start >= 0 and text.words[start][0].isalpha():
        word = text.words[start]
        if fold(word) not in words("function_words", "articles") and not word.endswith(("e", "er")):
            return False
        if fold(word) in ("den", "dem", "des"):
            return False
        start -= 1
    return start < 0 or text.words[start] in ".!?:\n" or _ends_dateline(text, start)


def _ends_dateline(text: Text, position: int) -> bool:
    """`Wien. (apa) Der Kranhersteller …`: brackets near the start of a line, with an agency in them."""
    if text.words[position] != ")" or "(" not in text.words[max(0, position - _DATELINE) : position]:
        return False
    begin = max(0, position - 2 * _DATELINE)
    return begin == 0 or "\n" in text.words[begin:position]
