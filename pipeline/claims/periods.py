"""Puts a period on each statement: named beside it, shifted from its neighbour, carried over, or the day."""

from dataclasses import replace

from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import MARKET, STOCKS, YEARLY
from pipeline.claims.period import (
    NO_PERIOD,
    Period,
    day_of,
    month_of,
    of_mention,
    of_statement,
    shifted,
    year_of,
)
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.times import comparison_of, implied_period, period_beside
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.periods.calendar import shift_period
from pipeline.vocabulary.patterns import pattern

OUTLOOKS = frozenset(("forecast", "prior_forecast", "consensus"))
_DECEMBER = 12
_DAY, _MONTH = len("2020-01-31"), len("2020-01")


def choose_period(
    sentence: Sentence,
    statement: Statement,
    previous: Statement | None,
    time: PeriodMention | None,
    memory: Memory,
) -> Period:
    """Choose the period of a statement whose metric, kind and status are known.

    Args:
        sentence: Its sentence.
        statement: The statement.
        previous: The statement before it in its group.
        time: The time that is named for it, where one is.
        memory: What the document spoke of last.

    Returns:
        The period; without a label where the text tells none.
    """
    if statement.column is not None and memory.columns:
        column = statement.column if statement.column < len(memory.columns) else 0
        return replace(memory.columns[column], reason="the column of the table")
    if statement.metric in MARKET:
        return _of_market(sentence, statement, time, memory)
    if statement.earlier:
        return _of_comparison(sentence, statement, previous, time, memory)
    beside = previous is not None and statement.link in ("to", "bracket", "restated")
    if previous is not None and beside and period_beside(sentence, statement.quantity) is None:
        return of_statement(previous, "as the figure beside it")
    if time is None or _tells_something_else(sentence, statement, time, memory):
        return _without_mention(sentence, statement, memory)
    return of_mention(time)


def _tells_something_else(
    sentence: Sentence, statement: Statement, mention: PeriodMention, memory: Memory
) -> bool:
    """Whether a time is not that of the figure.

    `Nach dem Kauf im März hat der Anbieter jetzt 265.000 Kunden` is told of today; `Heuer soll eine Dividende
    fließen` tells when it is paid and not which year it is for.
    """
    if statement.metric in STOCKS and statement.kind == "level":
        return sentence.says("now", statement.quantity) is not None
    if statement.metric != "dividend" or mention.last_day is None or memory.published is None:
        return False
    return mention.last_day >= memory.published and not pattern("meant_for").search(
        sentence.before(mention.start, 8)
    )


def _of_market(
    sentence: Sentence, statement: Statement, time: PeriodMention | None, memory: Memory
) -> Period:
    quantity = statement.quantity
    if statement.status in ("forecast", "prior_forecast"):
        return NO_PERIOD
    if memory.published and sentence.says("since_new_year", quantity):
        return year_of(memory.published.year, "since New Year")
    if sentence.says("week", quantity):
        return NO_PERIOD
    if time is not None and time.granularity == "day":
        return of_mention(time)
    if memory.day.label:
        return replace(memory.day, reason="the day spoken of before")
    return day_of(memory.published, "the day of publication")


def _of_comparison(
    sentence: Sentence,
    statement: Statement,
    previous: Statement | None,
    time: PeriodMention | None,
    memory: Memory,
) -> Period:
    """The period of a figure that is told to compare with: the year before the one it stands beside."""
    quantity = statement.quantity
    own = period_beside(sentence, quantity)
    if own is not None and not own.shift and (not own.comparison or own.granularity != "other"):
        return of_mention(own)
    base = memory.period
    if previous is not None and previous.period:
        base = of_statement(previous, "as the figure beside it")
    elif time is not None and not time.shift:
        base = of_mention(time)
    mention = comparison_of(sentence, quantity)
    if base.label is None and mention is not None:
        return of_mention(mention)
    years = (mention.shift or 1) if mention else 1
    return shifted(base, years, f"the year before {base.label}")


def _without_mention(sentence: Sentence, statement: Statement, memory: Memory) -> Period:
    """The period of a figure whose sentence names none."""
    metric = statement.metric
    if metric == "dividend" and memory.year.label:
        return replace(memory.year, reason="the year spoken of before")
    if statement.status in OUTLOOKS:
        return _of_outlook(sentence, statement, memory)
    if metric in STOCKS and statement.kind == "level":
        return month_of(memory.published, "told in the present")
    implied = implied_period(sentence, memory.published)
    if implied is not None and (metric != "other" or statement.kind == "change"):
        return implied
    before = memory.last
    if before and metric in STOCKS and (before.metric, before.status) == (metric, statement.status):
        return of_statement(before, "as the figure before it")
    if memory.period.label and (metric != "other" or statement.kind == "change"):
        return replace(memory.period, reason="the period spoken of before")
    return NO_PERIOD


def _of_outlook(sentence: Sentence, statement: Statement, memory: Memory) -> Period:
    if statement.metric not in YEARLY:
        return NO_PERIOD
    consensus, before = statement.status == "consensus", memory.last
    if before is not None and before.period:
        same_outlook = before.sentence_start == sentence.start and before.status != "reported"
        if same_outlook or (consensus and before.metric not in MARKET):
            return of_statement(before, "as the figure before it")
    past = consensus or sentence.says("past_tense")
    if memory.outlook.label and (statement.status == "prior_forecast" or not (past and memory.period.label)):
        return replace(memory.outlook, reason="the outlook before it")
    return replace(memory.period, reason="the period spoken of before")


def mark_fiscal(statements: list[Statement], mentions: Mentions) -> None:
    """Call fiscal all figures of a period that the document anywhere calls so, the year before it too.

    Args:
        statements: All statements of a document; changed in place.
        mentions: Its mentions.
    """
    named = [mention for mention in mentions.periods if mention.fiscal and mention.label]
    fiscal = {mention.label for mention in named}
    for mention in named:
        fiscal.add(shift_period(str(mention.label), mention.first_day, mention.last_day, 1)[0])
    whole = bool(named) and mentions.fiscal_year_end != _DECEMBER
    for statement in statements:
        period = statement.period
        if period is None or len(period) == _DAY or statement.metric in MARKET:
            continue
        business = "Q" in period or (len(period) != _MONTH and statement.metric in YEARLY)
        if period in fiscal or (whole and business):
            statement.fiscal = True
            statement.reasons.setdefault("fiscal", "the document calls this period fiscal")
