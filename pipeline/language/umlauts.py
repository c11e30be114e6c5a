"""Finds the umlauts of a text that was written without them, as agencies and archives long did."""

from collections.abc import Iterator
from functools import cache

import regex

from pipeline.vocabulary.loading import Rule, load_rules

FILE = "spelling.toml"

_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}


class SpellingRule(Rule):
    """Words by which the spelling of a text is told.

    Attributes:
        name: `telling` words say that a text has no umlauts; in `kept` words and before `parted` ones the
            letters stay two.
        forms: Patterns of words, in any case.
    """

    name: str
    forms: tuple[str, ...]


@cache
def spelling_rules() -> dict[str, SpellingRule]:
    """The rules of the vocabulary by name."""
    return {rule.name: rule for rule in load_rules(FILE, "rule", SpellingRule)}


@cache
def _words(name: str) -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)(?<!\w)(?:{'|'.join(spelling_rules()[name].forms)})(?!\w)")


@cache
def _umlaut() -> "regex.Pattern[str]":
    return regex.compile("[äöüÄÖÜ]|[aouAOU]\u0308")


@cache
def _letters() -> "regex.Pattern[str]":
    # After a vowel or a `q` the `ue` of `neue`, `Bauer` and `Quelle` is none; no German word ends in one.
    parted = "|".join(spelling_rules()["parted"].forms)
    return regex.compile(rf"(?i)(?<![aeouq])[aou](?!{parted})e(?=\p{{L}})")


def is_spelt_out(text: str) -> bool:
    """Whether a text has none of its umlauts but words that want them (`fuer`, `Rueckgang`).

    Args:
        text: Any text.
    """
    return _umlaut().search(text) is None and _words("telling").search(text) is not None


def spelt_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the umlauts of a text in which they are spelt out.

    Args:
        text: A text for which `is_spelt_out` holds.

    Yields:
        Start, end and umlaut of two letters that stand for one (`Geschaeft`), in the order of the text; not
        those of `aktuell`, `Boeing` and `Steuer`.
    """
    kept = [match.span() for match in _words("kept").finditer(text)]
    for match in _letters().finditer(text):
        start, end = match.span()
        if not any(first <= start < last for first, last in kept):
            yield start, end, _UMLAUTS[text[start]]
