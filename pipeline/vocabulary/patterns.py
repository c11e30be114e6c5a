"""Named patterns of the vocabulary: wordings kept as data, compiled by where they stand beside a figure."""

from functools import cache
from typing import Literal

import regex
from pydantic import Field

from pipeline.errors import VocabularyError
from pipeline.vocabulary.loading import Rule, load_rules
from pipeline.vocabulary.pieces import Spotted

Place = Literal["within", "before", "after", "between", "start"]


class Wording(Rule):
    """One wording that the rules ask for by name.

    Attributes:
        name: What it means.
        place: `within` a stretch of text, as whole words; directly `before` or `after` a figure; the whole of
            what stands `between` two figures; at the `start` of a sentence. An example of the middle three
            marks figures with `[ ]`.
        forms: Regular expressions, one of which must match.
        exact_case: Capitals matter (`Alle` a name, `alle` not).
    """

    name: str
    place: Place = "within"
    forms: tuple[str, ...] = Field(min_length=1)
    exact_case: bool = False


FRAMES: dict[Place, str] = {
    "within": r"(?<!\w)(?:{})(?!\w)",
    "before": r"(?<!\w)(?:{})\s*$",
    "after": r"\s{{0,2}}(?:{})(?!\w)",
    "between": r"\s*,?\s*(?:{})\s*",
    "start": r"^[\s\"„«(–-]*(?:{})(?!\w)",
}
"""What stands around the forms of each place; `after` and `between` are made for `match` and `fullmatch`."""


@cache
def wordings(file: str) -> dict[str, Wording]:
    """The wordings of one vocabulary file by name.

    Args:
        file: File name under vocabulary/.

    Returns:
        The wordings in their order.

    Raises:
        VocabularyError: An entry is not well formed, or two have one name.
    """
    named: dict[str, Wording] = {}
    for wording in load_rules(file, "pattern", Wording):
        if wording.name in named:
            raise VocabularyError(f"vocabulary/{file}: two patterns are called {wording.name!r}")
        named[wording.name] = wording
    return named


@cache
def alternation(name: str, file: str = "claims.toml") -> str:
    """The forms of a wording as one group, for rules that build a longer pattern of several wordings."""
    return f"(?:{'|'.join(wordings(file)[name].forms)})"


@cache
def pattern(name: str, file: str = "claims.toml") -> "regex.Pattern[str]":
    """Compile a wording.

    Args:
        name: Its name.
        file: The vocabulary file that holds it.

    Returns:
        The pattern: use `search` for `within`, `before` (on the text that ends at the figure) and `start`,
        `match` for `after` (from the end of the figure), `fullmatch` for `between`.
    """
    wording = wordings(file)[name]
    flags = 0 if wording.exact_case else regex.IGNORECASE
    forms = "|".join(wording.forms).replace("ß", "(?:ß|ss)")  # as the Swiss write
    return regex.compile(FRAMES[wording.place].format(forms), flags)


@cache
def spotted(name: str, file: str = "claims.toml") -> Spotted:
    """A wording to look for in longer text, most of which holds nothing of it.

    Args:
        name: Its name; it is one of place `within`.
        file: The vocabulary file that holds it.
    """
    return Spotted(pattern(name, file))
