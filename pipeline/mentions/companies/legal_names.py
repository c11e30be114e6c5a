"""Finds where a name begins that ends in a legal form: `Natur-Solebad Werne GmbH`."""

from typing import Final

from pipeline.mentions.companies.exclusions import never_company
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, phrases, shape, words

_SIGNS: Final = "&+-–!"
_LONGEST_NAME: Final = 12


def legal_name_start(text: Text, index: int) -> int | None:
    """Walk back from a legal form over all capitalised words, to an article or a role noun.

    Args:
        text: The article.
        index: Position of the legal form.

    Returns:
        Position of the name's first word, None where no name stands before the form.
    """
    start = index
    while start > 0 and index - start < _LONGEST_NAME:
        word = text.words[start - 1]
        wrapped = (
            word == "\n" and text.before(start - 1) == "&"
        )  # `Brockhoff &`, `Soehne AG` in the next line
        joined = word in ("und", "&") and text.hyphenated_before(start - 1)  # `Messe- und Kongreß GmbH`
        if wrapped or joined or (word in _SIGNS and start < index and text.before(start - 1)[:1].isalnum()):
            start -= 1
        elif _stops_name(text, start - 1, start == index):
            break
        else:
            start -= 1
    while start < index and text.words[start] in _SIGNS:
        start += 1
    names = [word for word in text.words[start:index] if word[0].isalnum()]
    # `Lindner AG`, though a minister is called so.
    if not any(shape(word) or word in phrases("not_companies", "known") for word in names):
        return None
    # `in Wohlen AG`: the canton.
    if start == index - 1 and text.before(start).lower() in ("in", "aus") and text.words[index] == "AG":
        return None
    return start


def _stops_name(text: Text, index: int, next_to_form: bool) -> bool:
    word = text.words[index]
    if not (word[0].isupper() or word[0].isdigit()) or word.isdigit():
        return True
    folded = fold(word)
    if (
        folded in words("function_words", "name_stops")
        or folded in words("titles")
        or (folded in words("side_nouns") and not next_to_form)  # `Mobiltechnik Partner AG`
    ):
        return True
    if never_company(text, index) is not None and text.after(index + 1) in (":", "/"):
        return True
    return not next_to_form and role_at(text, index) is not None and folded not in words("name_words")
