"""Reads one line of a text as a row of a table: its label and the numbers of its cells."""

from dataclasses import dataclass
from functools import cache

import regex

from pipeline.quantities.numbers import DIGITS
from pipeline.vocabulary.patterns import alternation

LONGEST_LABEL = 7
"""Words of the longest label before numbers that only a blank parts from it; a longer one is a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a row.

    Attributes:
        start: First code point of its digits.
        end: First code point after them.
        own_unit: A unit is written to it (`12,0 %`).
    """

    start: int
    end: int
    own_unit: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line that holds a label and numbers, or numbers alone.

    Attributes:
        label: What stands before the numbers, empty where they stand alone.
        entries: The numbers in order, at least one.
        heads: The numbers are the years over the columns.
    """

    label: str
    entries: tuple[Entry, ...]
    heads: bool


@cache
def separator() -> "regex.Pattern[str]":
    """What parts the cells of a row: a bar, a tab, two blanks or more."""
    return regex.compile(r"[ ]*\|[ ]*|[ ]*\t[ \t]*|[ ]{2,}")


@cache
def _cell() -> "regex.Pattern[str]":
    """One number with what may be written to it: `(1.234)`, `+16%`, `7,47 EUR`, `345*`."""
    return regex.compile(
        rf"[(\[]?[-+–−±]?[ ]?(?P<number>{DIGITS})(?P<unit>[ ]?[%€$\p{{L}}]{{1,8}}\.?)?[)\]*¹²³]*"
    )


# In `Umsatz 345 312` the blank parts two numbers, so that none is grouped by it.
_NUMBER = r"(?:\d{1,3}(?:[.']\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![.,']?\d)"


@cache
def _tail() -> "regex.Pattern[str]":
    """Numbers that end a line and that only blanks part: `Umsatz 345 312`, `Ebit: 45 (Vorjahr: 38)`."""
    number = rf"[-+–−±]?{_NUMBER}(?:[ ]?%)?"
    year_before = r"(?:(?:Vorjahr\p{Ll}*|Vj\.?|VJ|i\. ?V\.|(?:19|20)\d\d):? )?"
    return regex.compile(rf"(?<=[\p{{L}})%.:€$] ){number}(?: \({year_before}{number}\)| {number})*$")


@cache
def _number() -> "regex.Pattern[str]":
    return regex.compile(rf"(?<![\d.,'])(?P<number>{_NUMBER})(?P<unit>[ ]?%)?(?!:)")


@cache
def _empty() -> "regex.Pattern[str]":
    """What a cell holds that tells nothing (`n. a.`)."""
    return regex.compile(alternation("empty_cell", "links.toml"), regex.IGNORECASE)


@cache
def _goes_on() -> "regex.Pattern[str]":
    """What ends so before a number is a sentence and no label."""
    return regex.compile(
        r"(?:^|[ ])(?:auf|um|von|bei|mit|rund|etwa|über|unter|nach|der|die|das|den|dem|im|in|am|zum|seit|bis"
        r"|und|zu|knapp|gut|ist|sind|waren|war|ein|eine|für|an|aus)[ ]$|,[ ]$",
        regex.IGNORECASE,
    )


def _entry(match: "regex.Match[str]", offset: int = 0) -> Entry:
    return Entry(offset + match.start("number"), offset + match.end("number"), bool(match["unit"]))


def _is_year(text: str, entry: Entry) -> bool:
    digits = text[entry.start : entry.end]
    return len(digits) == 4 and digits.isdigit() and 1950 <= int(digits) <= 2049


def _parts(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The cells of a line with the place of each; separators at its ends part nothing."""
    cuts = [gap.span() for gap in separator().finditer(text, start, end)]
    begins = [start, *(gap_end for _begin, gap_end in cuts)]
    ends = [*(begin for begin, _end in cuts), end]
    return [(begin, text[begin:stop]) for begin, stop in zip(begins, ends, strict=True) if begin < stop]


def _tail_of(part: str) -> "regex.Match[str] | None":
    """The numbers that end a label, where it is one."""
    tail = _tail().search(part)
    if tail is None or len(part[: tail.start()].split()) > LONGEST_LABEL:
        return None
    return None if _goes_on().search(part[: tail.start()]) else tail


def read_row(text: str, start: int, end: int) -> Row | None:
    """Read a line as a row.

    Args:
        text: The article.
        start: First code point of the line.
        end: First code point after it.

    Returns:
        Its label and numbers, or None where the line is no row (`Umsatz | Ebit`, a sentence).
    """
    label, entries = "", list[Entry]()
    for begin, part in _parts(text, start, end):
        whole = _cell().fullmatch(part)
        tail = None if whole or entries else _tail_of(part)
        if whole:
            entries.append(_entry(whole, begin))
        elif tail:
            entries += [_entry(found, begin) for found in _number().finditer(part, tail.start())]
            label = f"{label} {part[: tail.start()]}".strip()
        elif not entries:
            label = f"{label} {part}".strip()
        elif any(letter.isalpha() for letter in part) and not _empty().fullmatch(part.strip()):
            return None
    if not entries:
        return None
    return Row(label, tuple(entries), all(_is_year(text, entry) for entry in entries))
