"""Gives the company of a figure another name in the whole text."""

from collections.abc import Sequence
from functools import cache
from random import Random

import regex

from pipeline.evaluation.mutation.places import NO_COMPANY, Place, Table
from pipeline.evaluation.mutation.rewriting import Edit, Rewording
from pipeline.evaluation.mutation.times import same_days
from pipeline.figures.known import KnownFigure
from pipeline.vocabulary.loading import load_csv

UNKNOWN = ("Brennholt AG", "Osterfelder Technik SE", "Quandtmann Werke AG", "Halvard Systems SE")
"""Companies that no table has."""

_OF_UNKNOWN = 0.25
"""Share of the texts that get the name of such a company."""


def renamed(place: Place, table: Table, chance: Random) -> Rewording | None:
    """Put another company in the place of the one that a claim is about.

    Args:
        place: A claim whose figure is known.
        table: The known figures.
        chance: Source of the choice.

    Returns:
        The rewording; None where the text has no name of the company, or one that would be left.
    """
    text = place.document.text
    old = {claim.company for claim in place.document.claims if claim.company} & _own_names(place, table)
    names = old | _aliases(place.rows[0].company_id)
    capitals = {name.upper() for name in names} - names  # `*INFINEON ERHÖHT DIVIDENDE`
    forms = "|".join(regex.escape(name) for name in sorted(names | capitals, key=len, reverse=True))
    found = list(regex.finditer(rf"(?<!\w)(?:{forms})(?=[sS]?(?!\w))", text))
    if not found:
        return None
    if chance.random() < _OF_UNKNOWN:
        name, rows = chance.choice(UNKNOWN), NO_COMPANY
    else:
        others = [
            (rows[0].company, rows)
            for rows in table.companies.values()
            if rows is not place.rows and rows[0].company not in text and _has_row(place, rows)
        ]
        if not others:
            return None
        name, rows = chance.choice(others)
    edits = tuple(
        Edit(match.start(), match.end(), name.upper() if match[0] in capitals else name) for match in found
    )
    if any(
        claim.start < edit.end and edit.start < claim.end for claim in place.document.claims for edit in edits
    ):
        return None
    return Rewording(edits, rows=rows, companies=dict.fromkeys(old, name))


def _own_names(place: Place, table: Table) -> set[str]:
    """The names in gold that are of the claim's company."""
    names = {claim.company for claim in place.document.claims if claim.company}
    return {name for name in names if table.rows_of(name) is place.rows}


def _has_row(place: Place, rows: Sequence[KnownFigure]) -> bool:
    told = place.told
    return told is not None and any(
        (row.metric, row.kind, row.unit, row.segment, row.adjusted)
        == (told.metric, told.kind, told.unit, told.segment, told.adjusted)
        and same_days(told.days, row.span)
        for row in rows
    )


@cache
def _aliases(company_id: str | None) -> frozenset[str]:
    rows = [row for row in load_csv("companies.csv") if row["isin"] == company_id]
    return frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)
