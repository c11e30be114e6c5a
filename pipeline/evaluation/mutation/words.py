"""Words that plant an error when one stands in the place of the other, from the vocabulary."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex
from pydantic import Field

from pipeline.records.claim import Metric
from pipeline.vocabulary.loading import Rule, load_rules


class Pairs(Rule):
    """Words that can stand in each other's place.

    Attributes:
        pairs: A word and the one for it.
        both: The first can also stand for the second.
        metric: Metric that the first of each pair names, for rules that confuse metrics.
        other: Metric that the second names.
    """

    pairs: list[tuple[str, str]] = Field(min_length=1)
    both: bool
    metric: Metric | None = None
    other: Metric | None = None


class Turn(NamedTuple):
    """A word at a place of a text, and the one that would turn the meaning."""

    start: int
    end: int
    word: str
    metric: str | None
    other: str | None


TABLES = ("direction", "profit", "unit", "points", "scale", "metric")


@cache
def rules(table: str) -> tuple[Pairs, ...]:
    """The rules of one of `TABLES`."""
    return load_rules("mutations.toml", table, Pairs)


@cache
def _replacements(table: str) -> dict[str, list[tuple[str, str | None, str | None]]]:
    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    for rule in rules(table):
        for one, other in rule.pairs:
            found.setdefault(one, []).append((other, rule.metric, rule.other))
            if rule.both:
                found.setdefault(other, []).append((one, rule.other, rule.metric))
    return found


@cache
def _pattern(table: str) -> "regex.Pattern[str]":
    forms = "|".join(regex.escape(form) for form in sorted(_replacements(table), key=len, reverse=True))
    return regex.compile(rf"(?<![\p{{L}}-])(?:{forms})(?![\p{{L}}-])")


def turns(table: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Turn]:
    """Find the words of a table in a text, each with all that can stand for it.

    Args:
        table: One of `TABLES`.
        text: The text.
        start: First code point of the part that is looked at.
        end: First code point after it.
    """
    for match in _pattern(table).finditer(text, start, len(text) if end is None else end):
        for word, metric, other in _replacements(table)[match[0]]:
            yield Turn(match.start(), match.end(), word, metric, other)
