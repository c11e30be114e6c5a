"""Finds the time of a figure that names none: the one on which the document reports, whole or part."""

from dataclasses import replace

from pipeline.claims.metric_classes import EARNED, RESULTS, YEARLY
from pipeline.claims.partner_times import leaves
from pipeline.claims.period import NO_PERIOD, Period, of_statement
from pipeline.claims.question import Question, is_part_label
from pipeline.claims.statement import Statement

_NEAR = 3
"""Sentences over which a result goes on from one of a month, and one less."""
_ASIDE = 2
"""Sentences after which, in one paragraph, a text has told enough of the last part of a time."""
_MONTH = len("2020-01")


def of_report(question: Question) -> Period | None:
    """The time that the document reports on; after a result of a month, that month.

    Args:
        question: A figure for which nothing nearer tells a time.

    Returns:
        The time; None where the document reports on none, or the figure is of no business period.
    """
    monthly = _last_of_month(question)
    if monthly is not None:
        return of_statement(monthly, "the month of the result before it")
    _go_back_to_whole(question)
    period = question.memory.period
    if period.label is None or not is_of_business(question.statement) or _is_of_another(question):
        return None
    aside = question.memory.aside
    if aside.label is not None and question.statement.status == "reported" and not leaves(question, aside):
        return replace(aside, reason="the time of which its paragraph tells")
    return replace(period, reason="the period spoken of before")


def _go_back_to_whole(question: Question) -> None:
    """Go back from the last part of a time to the whole, of which the same has not been told yet.

    `2020 fiel der Umsatz auf 79 Mio. Im Schlussquartal waren es 12. ⏎⏎ Der Gewinn betrug 9 Mio.`
    """
    memory, statement = question.memory, question.statement
    whole = memory.whole.label
    if whole is None or statement.metric not in YEARLY or statement.status != "reported":
        return
    if memory.paragraph == memory.whole_sentence:
        return  # the paragraph is about the part
    if memory.paragraph < memory.whole_sentence and memory.number - memory.whole_sentence < _ASIDE:
        return
    told = [other for other in memory.recent(memory.number) if other.period == whole]
    same = {other.metric for other in told if other.company == statement.company}
    if same and statement.metric not in same:
        memory.period, memory.whole = memory.whole, NO_PERIOD


def _last_of_month(question: Question) -> Statement | None:
    """The result told last, where it is one of a month and this is one too."""
    if question.statement.metric not in RESULTS:
        return None
    reach = 0 if question.memory.earned_in(question.memory.period) else _NEAR - 1
    for other in question.memory.recent(reach):
        if other.metric in RESULTS and other.status == "reported" and not other.earlier:
            if question.memory.is_before_month(other) and question.memory.tells_of_month():
                continue  # `Für den Vormonat wurde das Plus auf 0,3 Prozent korrigiert`
            month = len(other.period or "") == _MONTH and not is_part_label(str(other.period))
            return other if month else None
    return None


def _is_of_another(question: Question) -> bool:
    """Whether a result is of a company of which the text does not report: `Feldhus setzte zuletzt 38 um`."""
    statement, memory = question.statement, question.memory
    if statement.metric not in RESULTS:
        return False
    amount = statement.metric in EARNED and statement.unit != "percent"
    if amount and question.sentence.says("together", statement.quantity):
        return True  # `Gemeinsam kommen die beiden auf einen Umsatz von 1,6 Milliarden`
    if not question.sentence.says("lately"):
        return False
    return not any(
        other.company == statement.company and other.period == memory.period.label and other.metric in RESULTS
        for other in memory.statements
    )


def is_of_business(statement: Statement) -> bool:
    """Whether a figure is one that companies tell of a business period."""
    return statement.metric != "other" or statement.kind == "change"
