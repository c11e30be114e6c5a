"""The spellings of news and archives: other blanks and quotation marks, lost umlauts, what does not show."""

from dataclasses import dataclass, replace
from functools import cache

import regex

from pipeline.quantities.quantity import Quantity

_SAME_WIDTH = (
    dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a", '"')
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
)
_SPELLINGS = {
    "ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)",
    "Ä": "(?:Ä|Ae|AE)", "Ö": "(?:Ö|Oe|OE)", "Ü": "(?:Ü|Ue|UE)",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain characters, in which patterns are matched, and the way back to the text as it is.

    Attributes:
        text: The plain text.
        places: Place in the article of each of its code points, None where they are the same.
    """

    text: str
    places: tuple[int, ...] | None

    def in_article(self, quantity: Quantity, article: str) -> Quantity:
        """A quantity of the plain text as one of the article."""
        start, end, hedge_start = quantity.start, quantity.end, quantity.hedge_start
        if self.places is not None:
            start, end = self.places[start], self.places[end - 1] + 1
            hedge_start = self.places[hedge_start]
        return replace(quantity, start=start, end=end, hedge_start=hedge_start, text=article[start:end])


@cache
def _unseen() -> "regex.Pattern[str]":
    """Soft hyphens, zero-width characters, and the hyphen where a line end parts a word."""
    line_end = r"(?<=\p{Ll})-[ \t]*\r?\n[ \t]*(?=\p{Ll})(?!(?:und|oder|bzw)(?!\p{L}))"
    return regex.compile(rf"[\u00ad\u200b-\u200f\u2060\ufeff]+|\r(?=\n)|{line_end}")


def plain(article: str) -> Plain:
    """Write a text in plain characters.

    Args:
        article: Any text.

    Returns:
        The text with plain blanks, hyphens and quotation marks, and without what does not show.
    """
    text = article
    for written, meant in _SAME_WIDTH.items():
        # `translate` looks each character up; a search for one of them costs next to nothing.
        if written in text:
            text = text.replace(written, meant)
    unseen = [match.span() for match in _unseen().finditer(text)]
    if not unseen:
        return Plain(text, None)
    begins = [0, *(end for _start, end in unseen)]
    ends = [*(start for start, _end in unseen), len(text)]
    places = [place for begin, end in zip(begins, ends, strict=True) for place in range(begin, end)]
    return Plain("".join(text[place] for place in places), tuple(places))


def any_spelling(pattern: str) -> str:
    """Let a pattern match words that have lost their umlauts (`fuenf`, `Maerz`, `groesste`).

    Args:
        pattern: A regular expression with no umlaut inside square brackets.
    """
    return "".join(_SPELLINGS.get(letter, letter) for letter in pattern)


def with_umlauts(word: str) -> str:
    """A number word in lower case with the umlauts that it has lost (`fuenfzig` is `fünfzig`)."""
    return word.replace("fuenf", "fünf").replace("zwoelf", "zwölf").replace("dreissig", "dreißig")
