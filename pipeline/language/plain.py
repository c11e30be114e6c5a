"""An article in plain characters, which all stages read, and the way back to the article as it is."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from unicodedata import digit, normalize

import regex
from spacy.tokens import Doc

from pipeline.language.boundaries import begins_row, goes_on, is_wrapped, sentence_spans
from pipeline.language.umlauts import is_spelt_out, spelt_out

_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})

_SAME_WIDTH = (
    dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " ")
    | dict.fromkeys("\u2010\u2011", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a", '"')
    | dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
)


@cache
def _far() -> re.Pattern[str]:
    """Where the digits of other scripts can be; most German articles hold nothing of it."""
    return re.compile("[\u0660-\u1fff\ua000-\U0010ffff]")


@cache
def _foreign_digit() -> "regex.Pattern[str]":
    return regex.compile(r"(?![0-9])\d")


def _plain_digit(match: "regex.Match[str]") -> str:
    """`３` is 3; `regex` knows digits of which this Python makes no number."""
    return str(digit(match[0], "\ufffd"))


@dataclass(frozen=True, slots=True)
class Plain:
    """An article in plain characters.

    Attributes:
        article: The article as it is.
        text: The plain text: one kind of blank, digit, hyphen and quotation mark, letters composed, umlauts
            that were spelt out, nothing that does not show, no line break within a wrapped paragraph.
        lines: The same with all its line breaks.
        places: From where to where each code point of the text reaches in the article; None where all stand
            where they stand there.
        spelt_out: The article writes its umlauts as two letters.
    """

    article: str
    text: str
    lines: str
    places: list[tuple[int, int]] | None
    spelt_out: bool = False

    def sentence_starts(self) -> list[int]:
        """Where the sentences begin in the article."""
        starts = [start for start, _end in sentence_spans(self.lines)]
        return starts if self.places is None else [self.places[start][0] for start in starts]

    def in_article(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the article of a span of the plain text."""
        return (start, end) if self.places is None else (self.places[start][0], self.places[end - 1][1])

    def as_written(self, name: str) -> str:
        """A name of the plain text in the spelling of the article (`Brühl AG` as `Bruehl AG`)."""
        return name.translate(_SPELT_OUT) if self.spelt_out else name

    def from_article(self, place: int) -> int:
        """Place in the plain text of a place in the article, or of what shows next after it."""
        return place if self.places is None else bisect_left(self.places, (place, 0))


@cache
def _unseen() -> "regex.Pattern[str]":
    """Soft hyphens, zero-width characters, and the hyphen where a line end parts a word."""
    line_end = r"(?<=\p{Ll})-[ \t]*\r?\n[ \t]*(?=\p{Ll})(?!(?:und|oder|bzw)(?!\p{L}))"
    return regex.compile(rf"[\u00ad\u200b-\u200f\u2060\ufeff]+|\r(?=\n)|{line_end}")


@cache
def _decomposed() -> "regex.Pattern[str]":
    """A letter and the marks that make one with it, as some systems write file names and texts."""
    return regex.compile(r"\p{L}\p{Mn}+")


def _replaced(text: str, spelt: bool) -> list[tuple[int, int, str]]:
    """What is written otherwise in another number of code points: from where to where, and how."""
    found = [(*match.span(), "") for match in _unseen().finditer(text)]
    if not text.isascii() and _decomposed().search(text):
        composed = ((*match.span(), normalize("NFC", match[0])) for match in _decomposed().finditer(text))
        found = sorted([*found, *(each for each in composed if len(each[2]) < each[1] - each[0])])
    if spelt:
        found = sorted([*found, *spelt_out(text)])
    return found


def _with_lines(text: str, joints: list[int]) -> str:
    """Break the lines of wrapped text after the words that a hyphen parted, so that they keep their width.

    Args:
        text: The plain text, such words joined.
        joints: Where their second parts begin.
    """
    letters = list(text)
    for joint in joints:
        blank = _any_blank().search(text, joint)
        if blank is not None and blank[0] == " ":
            letters[blank.start()] = "\n"
    broken = "".join(letters)
    return broken if is_wrapped(broken) else text


@cache
def _any_blank() -> re.Pattern[str]:
    return re.compile(r"\s")


@lru_cache(maxsize=1)
def plain_of(doc: Doc) -> Plain:
    """Write the text of a document in plain characters; the last one is kept, for the component that follows.

    spaCy puts `doc.text` together from its tokens at every call.
    """
    return plain(doc.text)


def plain(article: str) -> Plain:
    """Write an article in plain characters.

    Args:
        article: Any text.

    Returns:
        The text in which patterns are matched.
    """
    text = article
    for written, meant in _SAME_WIDTH.items():
        # `translate` looks each character up; a search for one of them costs next to nothing.
        if written in text:
            text = text.replace(written, meant)
    if not text.isascii() and _far().search(text):
        text = _foreign_digit().sub(_plain_digit, text)
    places: list[tuple[int, int]] | None = None
    spelt = is_spelt_out(text)
    if replaced := _replaced(text, spelt):
        parts, places, last = [], [], 0
        joints: list[int] = []
        for start, end, meant in [*replaced, (len(text), len(text), "")]:
            parts += [text[last:start], meant]
            places += [(place, place + 1) for place in range(last, start)]
            places += [(start, end)] * len(meant)
            if not meant and "\n" in text[start:end] and text[start] == "-":
                joints.append(len(places))
            last = end
        text = "".join(parts)
        text = _with_lines(text, joints) if joints else text
    return Plain(article, _flowing(text) if is_wrapped(text) else text, text, places, spelt)


@cache
def _line_break() -> "regex.Pattern[str]":
    # `Umwelt- ⏎und` and `Beschäftig-⏎ten`: what ends in a hyphen is no word of its own
    return regex.compile(r"(?<!\p{L}-)\n")


def _blank(text: str, start: int, line_break: "regex.Match[str]") -> str:
    """What a line break within a sentence is read as; a row of a table stays one."""
    return "\n" if begins_row(text, start + line_break.end()) else " "


def _flowing(text: str) -> str:
    """Put a blank for each line break within a paragraph of wrapped text: `der Onlinehändler Zalando⏎SE`."""
    parts, last = [], 0
    for start, end in sentence_spans(text):
        between = text[last:start]
        parts += [
            between.replace("\n", " ") if last and goes_on(text, last, start) else between,
            _line_break().sub(partial(_blank, text, start), text[start:end]),
        ]
        last = end
    return "".join((*parts, text[last:]))
