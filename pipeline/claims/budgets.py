"""Finds the year of the public budget that an article is about: what it tells of it is still to come."""

from datetime import date
from functools import cache, lru_cache

import regex

from pipeline.claims.results import HEAD, tells_of_public_budget

OF_A_BUDGET = frozenset(("budget", "costs", "investment", "revenue", "debt"))
"""Metrics of the figures of which a budget is made."""

_FARTHEST = 2
"""Years ahead for which a budget is made."""


@lru_cache(maxsize=8)
def budget_year(text: str, published: date | None) -> int | None:
    """The year ahead whose public budget an article is about.

    Args:
        text: The article.
        published: Day of publication.

    Returns:
        2026 for `Der Kanton budgetiert für 2026 ein Defizit`, told in 2025; None where it is about none.
    """
    if published is None or not tells_of_public_budget(text):
        return None
    years = (int(match[0]) for match in _years().finditer(text[:HEAD]))
    return next((year for year in years if published.year < year <= published.year + _FARTHEST), None)


@cache
def _years() -> "regex.Pattern[str]":
    return regex.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%])")
