"""Finds the year for which a dividend is paid: mostly the last one that is over."""

from dataclasses import replace
from datetime import date

from pipeline.claims.memory import Memory
from pipeline.claims.period import Period, end_of, shifted, year_of
from pipeline.claims.question import Question
from pipeline.claims.statement import OUTLOOKS

_MEETINGS = 6
"""Until this month companies pay out for the year before."""
_YEAR = len("2020")


def year_of_dividend(question: Question) -> Period | None:
    """The year of a dividend whose sentence names none.

    Args:
        question: The dividend and what surrounds it.

    Returns:
        The last year spoken of, the one before where that still runs and the dividend is paid or voted on by
        now; None where no year is told.
    """
    statement, memory = question.statement, question.memory
    year = _year_spoken_of(memory)
    paid = statement.status == "reported" and statement.kind == "level"
    end = end_of(year) if year is not None else None
    running = end is not None and end >= (memory.present or date.max)
    season = memory.published is not None and memory.published.month <= _MEETINGS
    if year is not None and running and (paid or season):
        year = shifted(year, 1, "the last year that is over")
    return _after_one_paid(question, year)


def _after_one_paid(question: Question, year: Period | None) -> Period | None:
    """The year after that of a dividend paid, for one planned: `2019 gab es 1,10. Nun soll es 1,20 geben`."""
    if year is None or question.statement.status not in OUTLOOKS:
        return year
    for other in question.memory.recent(1):
        paid = (other.metric, other.kind, other.status) == ("dividend", "level", "reported")
        if paid and not other.earlier and other.period == year.label:
            return shifted(year, -1, f"the year after {other.period}, for which one was paid")
    return year


def _year_spoken_of(memory: Memory) -> Period | None:
    """The last whole year spoken of, else the one of the part under report."""
    if memory.year.label:
        return replace(memory.year, reason="the year spoken of before")
    told = memory.period.label
    return year_of(int(told[:_YEAR]), "the year under report") if told else None
