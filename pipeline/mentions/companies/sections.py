"""Cuts an article that tells of one company after the other into sections: `OMV: …`, `BMW wächst`."""

from collections.abc import Sequence
from functools import cache

import regex

from pipeline.mentions.mention import CompanyMention

_LEAST = 2
"""Companies that an article must head sections with to be one of sections."""


@cache
def _heading() -> "regex.Pattern[str]":
    """A line of its own between an empty one and prose, no sentence: `Continental mit Gewinnsprung`."""
    return regex.compile(
        r"(?:(?<=\n[ \t]*\n[ \t]*)|(?<=\n)(?=\+{2,3} |[•■►▪] ))[^\n]{3,110}(?<![.:;,…\"”“»])"
        r"(?=[ \t]*\n(?:[ \t]*\n|[^\n]{100}))"
    )


@cache
def _label() -> "regex.Pattern[str]":
    """The name that a paragraph begins with: `voestalpine: Die Linzer …`, `MERCK - Der Konzern …`."""
    bullet = r"(?:[*•■►▪–|+-]{1,3}[ \t])?"
    return regex.compile(rf"(?<=\n[ \t]*){bullet}(?=[^\n:]{{2,60}}(?::[ \t\n]|[ \t][-–][ \t]))")


def section_starts(text: str, companies: Sequence[CompanyMention]) -> list[int]:
    """Find where an article goes over from one company to the next.

    Args:
        text: The article.
        companies: Its companies in order.

    Returns:
        First code point of each section after the first; empty where fewer than two companies head one.
    """
    named = [mention for mention in companies if mention.role == "name" and mention.standing == "firm"]
    heads: list[tuple[int, str]] = []
    for mention in named:
        line = text.rfind("\n", 0, mention.start) + 1
        if line == 0 or (heads and heads[-1][0] == line):
            continue
        label = _label().match(text, line)
        heading = _heading().match(text, line)
        own = label is not None and not text[label.end() : mention.start].strip()
        if (own and text[mention.end : mention.end + 3].lstrip(" ")[:1] in (":", "-", "–")) or (
            heading is not None and mention.end <= heading.end()
        ):
            heads.append((line, mention.name))
    if len({name for _, name in heads}) < _LEAST:
        return []
    return [line for number, (line, name) in enumerate(heads) if number == 0 or heads[number - 1][1] != name]
