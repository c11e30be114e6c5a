"""Finds the time of how much there is: now, or at the end of the time under report."""

from dataclasses import replace

from pipeline.claims.metric_classes import AS_OF_NOW, BALANCE, STOCKS
from pipeline.claims.period import NO_PERIOD, Period, month_of, of_mention, of_statement, shifted
from pipeline.claims.question import Question
from pipeline.claims.statement import Statement
from pipeline.claims.trading_days import of_a_survey
from pipeline.mentions.mention import PeriodMention
from pipeline.vocabulary.patterns import pattern

_AS_OF_NOW = AS_OF_NOW | {"commodity_price"}
"""A price of raw materials is told of a day where they are traded, and here in the report of a company."""

_OF_A_DAY = frozenset(("equity", "assets"))
"""What is known of the day of a balance sheet only, whatever tense it is told in beside another balance."""


def of_present(question: Question) -> Period | None:
    """The month of publication, for how much there is now; a balance sheet is of the time under report.

    Args:
        question: A figure, with the time that is named for it, where one is.

    Returns:
        The time; None where the figure is no stock.
    """
    sentence, statement, memory = question.sentence, question.statement, question.memory
    if of_a_survey(sentence, statement):
        return month_of(memory.published, "told in the month of the survey")
    if statement.metric == "other" and statement.status == "reported" and statement.kind == "level":
        ways = ("now", "told_in_present", "happens_now")
        told = next((told for way in ways if (told := sentence.says(way, statement.quantity))), None)
        begin, end = sentence.clause(statement.quantity.start)
        looks_back = any(
            (mention.shift or mention.comparison) and begin <= mention.start < end
            for mention in sentence.periods
        )
        return month_of(memory.published, "told in the present") if told and not looks_back else None
    if statement.kind != "level" or statement.metric not in STOCKS | _AS_OF_NOW:
        return None
    if sentence.says("until_now", statement.quantity):
        return NO_PERIOD  # `Bisher war Toyota zu 51 Prozent beteiligt`
    told = _at_that_point(question)
    if told is not None:
        return of_statement(told, "the time of the stock before it")
    if memory.named and _is_on_the_books(question):
        return replace(memory.period, reason="in the books at the end of the time under report")
    now = sentence.says("now", statement.quantity)
    if question.of_visitors and memory.period.label and not now:
        present = sentence.says("told_in_present", statement.quantity) or statement.status != "reported"
        return None if present else replace(memory.period, reason="counted over the time under report")
    past = sentence.says("told_in_past", statement.quantity) is not None
    if statement.metric in _AS_OF_NOW:
        present = now or not (memory.named or past) or sentence.says("told_in_present", statement.quantity)
        return month_of(memory.published, "told in the present") if present else None
    if sentence.is_line and (statement.metric in BALANCE or statement.column is not None):
        past = past or not sentence.says("told_in_present", statement.quantity)
    if statement.metric in BALANCE:
        past = past or sentence.says("told_in_perfect", statement.quantity) is not None
    before = sentence.text[sentence.start : statement.quantity.hedge_start].rstrip()
    if statement.metric == "equity" and statement.unit == "percent" and before.endswith(":"):
        past = True  # `Eigenkapitalquote: 47 Prozent`
    if memory.named and past and not now:
        return replace(memory.period, reason="told in the past tense, of the time under report")
    return month_of(memory.published, "told in the present")


def _is_on_the_books(question: Question) -> bool:
    """Whether a stock is that of the balance sheet under report: `51.202 Beschäftigte zum Bilanzstichtag`."""
    sentence, quantity, memory = question.sentence, question.statement.quantity, question.memory
    if sentence.says("balance_day"):
        return True
    reported = question.statement.metric in BALANCE - {"order_backlog"} and memory.earned_in(memory.period)
    if not reported:
        return False
    if sentence.says("on_the_books", quantity) or sentence.says_after(quantity, "against_last_year"):
        return True  # `Mit einer Eigenkapitalquote von 41 (Vorjahr: 43) Prozent steht man gut da`
    if sentence.says("now", quantity):
        return False
    if question.statement.metric not in _OF_A_DAY:
        return False
    balances = (other for other in memory.recent(0) if other.metric in BALANCE and not other.earlier)
    return any(other.period == memory.period.label and other.status == "reported" for other in balances)


def _at_that_point(question: Question) -> Statement | None:
    """The stock told before at the same time: `Zu diesem Zeitpunkt zählte er 6840 Menschen`."""
    if question.time is not None or not question.sentence.says("at_that_point", question.statement.quantity):
        return None
    stocks = (
        other for other in question.memory.recent(1) if other.metric in STOCKS and other.kind == "level"
    )
    return next((other for other in stocks if other.period and other.status == "reported"), None)


def end_of_last_year(question: Question, mention: PeriodMention) -> Period | None:
    """The last one, for how much there was at a year's end: `Zum Jahresende waren die Schulden größer`.

    Args:
        question: The figure.
        mention: The time that is named for it.

    Returns:
        The year before; None where another year is meant, or the end of this one.
    """
    statement, present = question.statement, question.memory.present
    if statement.status != "reported" or not question.level_of_stock or present is None:
        return None
    if mention.label != str(present.year) or pattern("end_of_year").fullmatch(mention.text) is None:
        return None
    past = question.sentence.says("told_in_past", statement.quantity)
    return shifted(of_mention(mention), 1, f"`{mention.text}`, told as past") if past else None
