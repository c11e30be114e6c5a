"""Moves a time to the year before it, or to the one to which it points: `2020 kamen von April bis Mai`."""

from pipeline.mentions.periods.document import Document, Resolved
from pipeline.mentions.periods.patterns import special_pattern
from pipeline.mentions.periods.values import Reading, shifted, split_year

_MONTHS = ("month", "month span")


def of_year_beside(document: Document, place: int) -> None:
    """Read months without a year as those of the year before them, and `jenes Jahres` as the last one named.

    Args:
        document: Its times up to this place must be resolved; changed in place.
        place: Place of the time.
    """
    found = document.resolved.get(place)
    if found is None or found.reading.last_day is None or found.comparison or place == 0:
        return
    parts, year = document.joined[place].expression.parts, _year_before(document, place)
    if "that" in parts:
        year = document.context(place, ("year",), ahead=False)
    if year is not None and year.label is not None and split_year(parts) is None:
        years = int((found.reading.label or f"{found.reading.last_day.year}")[:4]) - int(year.label)
        document.resolved[place] = Resolved(shifted(found.reading, years))


def _year_before(document: Document, place: int) -> Reading | None:
    """The year over that stands before months, with nothing between but a verb."""
    item, before = document.joined[place], document.joined[place - 1].expression
    if item.expression.rule.kind not in _MONTHS or item.last_month is not None:
        return None
    year = document.primary(place - 1)
    if before.rule.kind != "year figure" or year is None or year.granularity != "year":
        return None
    gap = document.resolver.surroundings.lowered[before.end : item.expression.start]
    told = special_pattern("joins", "of_that_year").fullmatch(gap) is not None
    return year if told and not year.fiscal and not document.is_ahead(year) else None
