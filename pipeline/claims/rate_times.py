"""Finds the time of an interest rate: the month of the news in which it is set or asked, no business year."""

from pipeline.claims.period import Period, day_of, month_of
from pipeline.claims.question import Question, same_in_sentence


def of_rate(question: Question) -> Period | None:
    """The month in which a rate is told; that of a day which is named, or today at a time of day.

    Args:
        question: The figure and what surrounds it.

    Returns:
        The time; None for what is no rate that is set, or one of an earlier time.
    """
    sentence, statement, memory = question.sentence, question.statement, question.memory
    if statement.metric != "interest_rate" or statement.earlier or memory.aside.label:
        return None
    leads = sentence.lead(statement.quantity) in ("to", "at", "with", "by")
    if not (leads or statement.unit == "percentage_points") or same_in_sentence(question) is not None:
        return None
    begin, end = sentence.predicate(statement.quantity.start)
    days = (time for time in sentence.periods if time.granularity == "day" and begin <= time.start < end)
    day = next((time.first_day for time in days if time.first_day is not None), None)
    if day is None and sentence.says("time_of_day", statement.quantity):
        return day_of(memory.published, "told of an hour of the day")
    return month_of(day or memory.published, "a rate, of the month in which it is told")
