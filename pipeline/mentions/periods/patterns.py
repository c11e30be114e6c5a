"""Finds the expressions of time in a text by the rules of `vocabulary/periods.toml`, not what they mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex
from pydantic import BaseModel, ConfigDict

from pipeline.vocabulary.loading import load_rules, load_words
from pipeline.vocabulary.needles import Needles

_FILE = "periods.toml"
_BEFORE, _AFTER = 64, 96
"""How far around a needle a rule looks, in code points: further than any expression of time reaches."""
_TABLES = (
    "months",
    "short_months",
    "weekdays",
    "ordinals",
    "roman",
    "numbers",
    "relative",
    "named_quarters",
    "month_quarters",
)


class PeriodRule(BaseModel):
    """One way to name a time.

    Attributes:
        name: What the rule finds, for people.
        kind: How its matches are resolved; a key of the resolver.
        needles: Strings of lower case of which one must stand in the text for the rule to match.
        pattern: The expression, as the head of the file explains.
        examples: Text, mention in it, and its label (empty for none).
        counterexamples: Texts that look alike and in which the rule does not fire.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: str
    needles: tuple[str, ...]
    pattern: str
    examples: tuple[tuple[str, str, str], ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expression:
    """A place that names a time, not yet resolved.

    Attributes:
        start: First code point in the text.
        end: First code point after it.
        rule: The rule that found it.
        parts: What the pattern's named groups matched, in lower case; only those that matched.
    """

    start: int
    end: int
    rule: PeriodRule
    parts: Mapping[str, str]


@cache
def period_rules() -> tuple[PeriodRule, ...]:
    """All rules of the vocabulary, in their order."""
    return load_rules(_FILE, "rule", PeriodRule)


def fold(word: str) -> str:
    """Write words without umlauts and blanks, the form in which the tables are asked."""
    for umlaut, plain in (
        ("ä", "ae"),
        ("ö", "oe"),
        ("ü", "ue"),
        ("ß", "ss"),
        ("a\u0308", "ae"),
        ("u\u0308", "ue"),
    ):
        word = word.replace(umlaut, plain)
    return "".join(word.replace("\xad", "").split())


@cache
def table(name: str) -> dict[str, int]:
    """A table of words and the numbers they stand for, by folded word."""
    return {fold(word): number for word, number in load_words(_FILE, name).items()}


@cache
def special_pattern(group: str, name: str) -> Any:
    """A compiled pattern from a table of the vocabulary other than the rules (`outlook`, `forward`)."""
    return regex.compile(_expand(load_words(_FILE, group)[name]))


def lower_in_place(text: str) -> str:
    """Lower case of a text that keeps each code point's place (`İ` alone would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def mend(text: str) -> tuple[str, list[int]]:
    """Undo what archives do to words: hyphens at line ends (`Mo-` and `naten`), lost blanks (`imJahr2015`).

    Args:
        text: The text of a document.

    Returns:
        The text mended, and for each of its code points and its end the place in the original; an empty list
        where nothing had to be mended.
    """
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for suspect in _suspicion().finditer(text):
        match = _damage().match(text, suspect.end())
        if match is None:
            continue
        start, end = match.span()
        pieces.append(text[last:start])
        places.extend(range(last, start))
        if start == end:
            pieces.append(" ")
            places.append(start)
        last = end
    if not pieces:
        return text, []
    places.extend(range(last, len(text) + 1))
    return "".join(pieces) + text[last:], places


@cache
def _suspicion() -> re.Pattern[str]:
    """What stands before a place of `_damage`, many times faster to find."""
    return re.compile(r"[a-zäöüß](?=-[ \t]?\r?\n|[A-ZÄÖÜ0-9\xad])|(?:19|20)\d\d(?=[a-zäöüß])")


@cache
def _damage() -> Any:
    small, capital = "[a-zäöüß]", "[A-ZÄÖÜ]"
    broken = rf"(?<={small})(?:-[ \t]?\r?\n[ \t]*|\xad(?:\r?\n)?)(?={small})"
    joined = rf"(?<={small}{small})(?={capital}{small})"
    before_year = rf"(?<={small}{small})(?=(?:19|20)\d\d(?!\d))"
    after_year = rf"(?<=(?<!\d)(?:19|20)\d\d)(?={small}{small})(?!er)"
    return regex.compile(f"{broken}|{joined}|{before_year}|{after_year}")


def scan(lowered: str) -> list[Expression]:
    """Find all expressions of time, the longest where several overlap.

    Args:
        lowered: The text as `lower_in_place` returns it.

    Returns:
        Expressions without overlap, in text order.
    """
    found: list[tuple[int, int, int, Any]] = []
    rules = period_rules()
    for rank, places in sorted(_places(lowered).items()):
        for begin, end in _regions(lowered, rules[rank], places):
            matches = _compiled(rank).finditer(lowered, begin, end)
            found.extend((match.start(), -match.end(), rank, match) for match in matches)
    found.sort(key=lambda entry: entry[:3])
    kept: list[Expression] = []
    for start, negative_end, rank, match in found:
        if kept and start < kept[-1].end:
            if -negative_end - start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        parts = {name: value for name, value in match.groupdict().items() if value is not None}
        kept.append(Expression(start, -negative_end, rules[rank], parts))
    return kept


@cache
def _compiled(rank: int) -> Any:
    """The pattern of a rule, compiled when a text first has one of its needles, as all take a second."""
    return regex.compile(_expand(period_rules()[rank].pattern))


@cache
def _parts() -> dict[str, str]:
    words = {name: "|".join(sorted(load_words(_FILE, name), key=len, reverse=True)) for name in _TABLES}
    words["relative_words"] = words.pop("relative")
    return words | load_words(_FILE, "parts")


def _expand(pattern: str) -> str:
    """Fill in the parts, then let each blank and umlaut stand for all that archives write instead."""
    parts = _parts()
    while names := set(regex.findall(r"\{([a-z_]+)\}", pattern)):
        for name in names:
            pattern = pattern.replace("{" + name + "}", parts[name])
    pattern = pattern.replace(" ", r"[\s\xad]{0,3}")
    for umlaut, plain in (("ä", "a"), ("ö", "o"), ("ü", "u")):
        pattern = pattern.replace(umlaut, f"(?:{umlaut}|{plain}e|{plain}\u0308)")
    return pattern.replace("ß", "(?:ß|ss)")


@cache
def _needles() -> tuple[Needles, dict[str, list[int]]]:
    """The needles of all rules, and the ranks of the rules that each is of."""
    ranks: dict[str, list[int]] = {}
    for rank, rule in enumerate(period_rules()):
        for needle in rule.needles:
            ranks.setdefault(needle, []).append(rank)
    return Needles(ranks), ranks


def _places(lowered: str) -> dict[int, list[int]]:
    """Where needles of each rule stand, by the rank of the rule."""
    needles, ranks = _needles()
    places: dict[int, list[int]] = {}
    for last, needle in needles.ends_in(lowered):
        for rank in ranks[needle]:
            places.setdefault(rank, []).append(last + 1 - len(needle))
    return places


def _regions(lowered: str, rule: PeriodRule, places: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of text around the needles of a rule, joined where they touch; a mere sign is everywhere."""
    if min(map(len, rule.needles)) == 1:
        yield 0, len(lowered)
        return
    places.sort()
    begin = end = 0
    for place in places:
        if place - _BEFORE > end:
            if end:
                yield begin, end
            begin = place - _BEFORE
        end = min(len(lowered), place + _AFTER)
    if end:
        yield begin, end
