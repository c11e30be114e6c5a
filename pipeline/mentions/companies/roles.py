"""Tells the nouns that say what a company is: `Softwarekonzern`, `Bank`, `Start-up`."""

from functools import cache

from pipeline.mentions.companies.text import LONGEST_CHAIN, Text
from pipeline.mentions.companies.words import fold, phrases, words
from pipeline.vocabulary.kept import kept


@kept
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
        while start > max(1, index - LONGEST_CHAIN) and text.hyphenated_after(start - 1):
            start -= 2
        role = role_of("".join(text.words[start : index + 1]).replace("-", ""))
    return role
