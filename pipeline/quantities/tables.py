"""Reads tables: a head such as `(in Mio. Euro)` gives scale and unit to the bare numbers below it."""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

import regex
from pydantic import Field

from pipeline.quantities.table_rows import Row, read_row, separator
from pipeline.quantities.units import ONE, Measure, alternation, is_currency, measure_after, measure_words
from pipeline.vocabulary.loading import Rule, load_rules

PROSE = 8
"""Words from which a line without cells is a sentence, which ends the table above it."""

Place = tuple[int, int]


class RowKind(Rule):
    """Labels of rows whose numbers do not take scale and currency from the head of the table."""

    kind: Literal["per_share", "count", "percent"]
    forms: list[str] = Field(min_length=1)


@dataclass(slots=True)
class Tables:
    """What the tables of a text say of its numbers.

    Attributes:
        cells: The measure of each number that takes it from its table, by the place of its digits.
        heads: Places of numbers that head a column or name a scale, which state nothing (`2023`).
    """

    cells: dict[Place, Measure] = field(default_factory=dict)
    heads: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class _Above:
    """What the lines above tell about the numbers to come.

    Attributes:
        measure: What the head says of all numbers, None outside tables.
        named: What it says of some rows only (`Abonnements in Tsd.`), by their noun in lower case.
        columns: What the head of each column says, None where it says nothing.
        label: Label of numbers that follow on lines of their own.
    """

    measure: Measure | None = None
    named: dict[str, Measure] = field(default_factory=dict)
    columns: list[Measure | None] = field(default_factory=list)
    label: str = ""


@cache
def row_kinds() -> tuple[RowKind, ...]:
    """The kinds of rows of the vocabulary."""
    return load_rules("tables.toml", "row", RowKind)


@cache
def _kind_patterns() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple((rule.kind, regex.compile(alternation(rule.forms))) for rule in row_kinds())


def kind_of_row(label: str) -> str | None:
    """The kind of a row by its label: `per_share`, `count`, `percent`, None for an amount like the others."""
    lowered = label.lower()
    return next((kind for kind, pattern in _kind_patterns() if pattern.search(lowered)), None)


@cache
def _thousand() -> re.Pattern[str]:
    return re.compile(r"1[.']?000 |[Tt]ausend ")


@cache
def _place() -> "regex.Pattern[str]":
    """Where a measure can begin that no number stands before: `in Mio. Euro`, `(TEUR)`, a line of its own."""
    before = r"(?:(?<!\p{L})[Ii]n[ ]|[(,;][ ]?|^[ \t]*|[|\t][ \t]*|[ ]{2,})"
    return regex.compile(
        rf"{before}(?=(?P<thousand>(?:1[.']?000|[Tt]ausend)(?=[ ]))|{measure_words()})", regex.MULTILINE
    )


@cache
def _closed() -> "regex.Pattern[str]":
    """What may follow a measure that stands by itself; in `in Euro gerechnet` a sentence goes on."""
    return regex.compile(
        r"(?P<pieces>[ ](?:Stück|Einheiten|Fahrzeugen?))?(?:[ \t]*(?:[),;:|\n]|\.?$)|[ ]{2}|[ ]?\t"
        r"|[ ](?:außer|ausser|ohne|soweit|sofern|(?:19|20)\d\d|Q[1-4])(?!\w))"
    )


@cache
def _year() -> "regex.Pattern[str]":
    return regex.compile(r"(?<![\d.,])(?:19[5-9]|20[0-4])\d(?![\d.,])")


def _measure_at(text: str, place: "regex.Match[str]") -> Measure | None:
    """The measure that stands by itself at a place: `Mio. Euro`, `EUR Mio.`, `TEUR`, `1.000 Euro`."""
    thousand = place.end("thousand") > 0
    first = measure_after(text, place.end("thousand") if thousand else place.end())
    if first is None:
        return None
    if thousand:
        first = replace(first, scale=first.scale * 1000)
    elif first.scale == 1 and is_currency(first.unit):
        second = measure_after(text, first.end)
        if second is not None and second.unit is None:
            first = replace(first, end=second.end, scale=second.scale)
    closed = _closed().match(text, first.end)
    if closed is None:
        return None
    return replace(first, unit="count") if first.unit is None and closed["pieces"] else first


@cache
def _last_parting() -> "regex.Pattern[str]":
    return regex.compile(r"(?r)[(,;|:]|[ ]{2,}")


def _stated(text: str) -> list[tuple[str, Measure]]:
    """The measures that a label or a head names, each with the noun before it (`Abonnements in Tsd.`)."""
    found = []
    for place in _place().finditer(text):
        measure = _measure_at(text, place)
        if measure is not None:
            parted = _last_parting().search(text, 0, place.start())
            noun = text[parted.end() if parted else 0 : place.start()]
            found.append((noun.strip().lower(), measure))
    return found


@cache
def _bracket() -> "regex.Pattern[str]":
    return regex.compile(r"(?r)\([^()\n]{1,24}\)[ ]?:?[ ]{0,3}")


def measure_in_bracket(text: str, start: int, end: int) -> Measure | None:
    """Read the measure in brackets directly before a bare number (`Umsatz (Mrd. €): 3,4`).

    Args:
        text: The article in plain characters.
        start: First code point of the number.
        end: First code point after it.
    """
    bracket = _bracket().match(text, 0, start) if ")" in text[max(0, start - 5) : start] else None
    stated = _stated(bracket[0]) if bracket else []
    return replace(stated[0][1], start=start, end=end, compound="") if stated else None


def _of_row(above: _Above, label: str) -> tuple[Measure | None, bool]:
    """The measure of the bare numbers of a row, and whether it is the row's own."""
    kind, stated = kind_of_row(label), [measure for _noun, measure in _stated(label)]
    named = [measure for noun, measure in above.named.items() if noun in label.lower()]
    own = (stated or named)[-1:]
    if own:
        # `Abonnements in Tsd.` counts; `Umsatz (Mio.)` is money where the table is.
        money = above.measure.unit if above.measure and stated and kind != "count" else "count"
        return (own[0] if own[0].unit else replace(own[0], unit=money)), True
    if above.measure is None or kind is None:
        return above.measure, False
    if kind == "per_share":
        return (replace(above.measure, scale=ONE) if is_currency(above.measure.unit) else None), True
    return replace(above.measure, scale=ONE, unit=kind, factor=ONE), True


def _fill(tables: Tables, above: _Above, row: Row) -> None:
    measure, own = _of_row(above, row.label or above.label)
    columns = above.columns[-len(row.entries) :]
    for number, entry in enumerate(row.entries):
        column = columns[number] if len(columns) == len(row.entries) else None
        if (
            column is not None
            and column.unit == "count"
            and measure is not None
            and measure.unit == "percent"
        ):
            column = None  # `Veränderung in Prozent` stands over `Umsatz   Beschäftigte`
        found = column if column is not None and (not own or column.unit == "percent") else measure
        if found is not None and not entry.own_unit:
            place = replace(found, start=entry.end, end=entry.end, compound="")
            tables.cells[entry.start, entry.end] = place


def _columns(line: str) -> list[Measure | None]:
    """What the head of each column says (`Firma | Umsatz (Mio. Euro) | Marge (%)`); empty for one alone."""
    heads: list[Measure | None] = []
    for part in separator().split(line.strip(" \t|")):
        stated = _stated(part)
        kind = "percent" if "%" in part else kind_of_row(part)
        own = Measure(0, 0, unit=kind) if kind in ("percent", "count") else None
        heads.append(stated[-1][1] if stated else own)
    return heads if len(heads) > 1 else []


def _below(above: _Above, line: str) -> _Above:
    """What holds below a line that is no row of numbers."""
    stated, columns = _stated(line), _columns(line)
    if columns and columns[0] is None and any(columns):
        return replace(above, columns=columns, label="")
    words = len(line.split())
    sentence = words > PROSE / 2 and _ends_sentence(line)
    if stated and not sentence and (stated[0][1].scale > 1 or not line.endswith(".")):
        (_noun, first), *others = stated
        return _Above(first, {noun: measure for noun, measure in others if noun}, columns)
    if not columns and (sentence or words > PROSE or (words > PROSE / 2 and regex.search(r"\d", line))):
        return _Above()
    return replace(above, columns=columns, label="")


@cache
def _trace() -> re.Pattern[str]:
    """What parts cells, and what may be a measure in thousands."""
    return re.compile(r"[|\t]|  |1[.']?000 |[Tt]ausend ")


def _ends_sentence(line: str) -> bool:
    return line.rstrip('"“») ').endswith((".", "!", "?"))


def _may_hold_table(text: str) -> bool:
    """Whether any line can tell a measure to others, which no sentence of prose does."""
    if "\n" not in text:
        return False
    if _trace().search(text):
        return _place().search(text) is not None
    apart = (line for line in text.split("\n") if not _ends_sentence(line) or len(line.split()) <= PROSE / 2)
    return any(_place().search(line) for line in apart)


def read_tables(text: str) -> Tables:
    """Find the numbers that take scale and unit from the head of a table, its columns or their row.

    Args:
        text: The article.

    Returns:
        Their measures; empty for a text without tables.
    """
    return read_lines(text) if _may_hold_table(text) else Tables()


def read_lines(text: str) -> Tables:
    """Read every line of a text as one of a table, as `read_tables` does where there may be one."""
    tables, above = Tables(), _Above()
    if _thousand().search(text):
        thousands = (place for place in _place().finditer(text) if place["thousand"])
        tables.heads += [place.span("thousand") for place in thousands if _measure_at(text, place)]
    lines = [match.span() for match in regex.finditer(r"[^\n]*\S[^\n]*", text)]
    rows = [read_row(text, start, end) for start, end in lines]
    for (start, end), row, following in zip(lines, rows, [*rows, None][1:], strict=True):
        if row is not None and not row.heads:
            _fill(tables, above, row)
        elif (
            above.measure is not None
            and following is not None
            and not following.label
            and not following.heads
        ):
            above.label = text[start:end]
        else:
            above = _below(above, text[start:end])
            if above.measure is not None or above.columns:
                tables.heads += [year.span() for year in _year().finditer(text, start, end)]
    return tables
