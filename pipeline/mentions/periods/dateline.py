"""Reads the day of publication from the text itself, where nobody gives it: `HAMBURG, 12. März 2021 –`."""

from datetime import date
from functools import cache

import regex

from pipeline.mentions.periods.calendar import make_day
from pipeline.mentions.periods.patterns import fold, table
from pipeline.vocabulary.loading import load_words

_HEAD = 600
"""Code points from the start of a text within which its date line stands."""


@cache
def _dateline() -> "regex.Pattern[str]":
    months = "|".join(sorted(load_words("periods.toml", "months"), key=len, reverse=True))
    day = (
        rf"(?P<day>\d{{1,2}})\.\s?(?:(?P<month>{months})\s|(?P<figure>\d{{1,2}})\.\s?)(?P<year>(?:19|20)\d\d)"
    )
    before = r"(?:^|\n|[|,:(]|(?:veröffentlicht|aktualisiert|stand|vom|am)\W{1,2})\s*(?:\p{L}+,\s?)?"
    after = r"(?=\s*(?:$|\n|[-–—|,;:/)]|\d{1,2}[:.]\d\d|um\s\d|uhr|\())"
    return regex.compile(before + day + after, regex.IGNORECASE)


def told_day(text: str) -> date | None:
    """The day that the head of a text gives as its own.

    Args:
        text: The whole document.

    Returns:
        The first full date that stands in a line of its own, after a place (`HAMBURG, 12. März 2021 –`), in
        brackets or beside a time of day; None where there is none, or a figure of a sentence only.
    """
    for match in _dateline().finditer(text, 0, _HEAD):
        month = table("months")[fold(match["month"].lower())] if match["month"] else int(match["figure"])
        day = make_day(int(match["year"]), month, int(match["day"]))
        if day is not None:
            return day
    return None
