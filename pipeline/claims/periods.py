"""Puts a period on each statement: what can tell it is asked in one order, and the first answer holds."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.claims.compared_times import (
    compared_part,
    comparison_of,
    implied_period,
    implied_year,
    month_after,
    start_of_move,
)
from pipeline.claims.dividend_times import year_of_dividend
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import AS_OF_NOW, ECONOMY, MONTHLY, RESULTS, STOCKS, SUMMED, YEARLY
from pipeline.claims.named_times import period_beside
from pipeline.claims.outlook_times import outlook_time
from pipeline.claims.own_times import is_last_year, of_first_of_month, of_own_time, of_part_told
from pipeline.claims.partner_times import of_partner
from pipeline.claims.period import (
    NO_PERIOD,
    Period,
    month_of,
    of_mention,
    of_statement,
    shifted,
)
from pipeline.claims.question import NOT_LONG_AGO, Question, is_part_label, same_in_sentence
from pipeline.claims.rate_times import of_rate
from pipeline.claims.report_times import is_of_business, of_report
from pipeline.claims.sentence import HARD, Sentence
from pipeline.claims.statement import OUTLOOKS, Statement
from pipeline.claims.stock_times import of_present
from pipeline.claims.trading_days import moves_by_the_day, of_share, trading_day
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.values import BUSINESS
from pipeline.vocabulary.patterns import pattern, spotted

_NEAR = 3
"""Sentences over which a figure goes on from one of the same metric."""
_MONTH, _PART, _YEAR = len("2020-01"), len("2020-Q1"), len("2020")


def _of_column(question: Question) -> Period | None:
    """The head of its column, in a table."""
    column = question.memory.table.column_at(question.statement.column)
    if column is None or column.period is NO_PERIOD:
        return None
    return replace(column.period, reason="the column of the table")


def _of_market(question: Question) -> Period | None:
    """The day of trading, for what moves by the day, and for what a company is worth that day."""
    if question.statement.metric == "market_cap" and question.time is None:
        return of_share(question.sentence, question.statement, question.memory)
    if not moves_by_the_day(question.sentence, question.statement, question.memory):
        return None
    return trading_day(question.sentence, question.statement, question.memory)


def _of_habit(question: Question) -> Period | None:
    """No period, for what is so in any year: `Gewöhnlich bringt das Schlussquartal ein Drittel`; or today."""
    sentence, statement, time = question.sentence, question.statement, question.time
    if statement.metric not in YEARLY or statement.metric == "dividend":
        return None
    if sentence.says_before(statement.quantity, "today_aside"):
        return month_of(question.memory.published, "told of today, in brackets")
    formerly = sentence.says_before(statement.quantity, "formerly")
    if formerly is not None and (time is None or time.start > statement.quantity.end):
        return replace(NO_PERIOD, reason=f"`{formerly[0].strip()}`")
    told = sentence.says("of_habit", statement.quantity)
    if told is not None and (time is None or not any(character.isdigit() for character in time.text)):
        return replace(NO_PERIOD, reason=f"`{told[0]}`")
    if statement.kind == "level" and statement.metric in SUMMED and statement.status == "reported":
        whole = sentence.clause(statement.quantity.start, HARD)
        years = spotted("over_years").search_in(sentence.text, *whole) if time is None else None
        if years is not None:
            return replace(NO_PERIOD, reason=f"`{years[0]}`")
    monthly = sentence.says_after(statement.quantity, "by_the_month") if statement.kind == "level" else None
    if monthly is not None and time is None and not statement.earlier:
        reason = f"`{monthly[0].strip()}`, as of now"
        return month_of(question.memory.published, reason) if statement.status == "reported" else NO_PERIOD
    told = sentence.says("by_the_year", statement.quantity) if time is None else None
    return replace(NO_PERIOD, reason=f"`{told[0]}`") if told is not None else None


def _of_comparison(question: Question) -> Period | None:
    """The year before the figure that it stands beside, for one told to compare with."""
    sentence, statement, memory = question.sentence, question.statement, question.memory
    if not statement.earlier:
        return None
    quantity, previous, time = statement.quantity, question.previous, question.time
    own = period_beside(sentence, quantity)
    if own is not None and previous is not None and _is_year_of_part(own, previous):
        return shifted(of_statement(previous, ""), 1, f"the same part of `{own.text}`")
    if own is not None and not own.shift and (not own.comparison or own.granularity != "other"):
        return of_part_told(question, own) or of_mention(own)
    base = memory.year if statement.metric == "dividend" and memory.year.label else memory.period
    told = same_in_sentence(question)
    if previous is not None and previous.period:
        base = of_statement(previous, "as the figure beside it")
    elif told is not None:
        base = of_statement(told, "as the figure before it")
    elif time is not None and not time.shift:
        base = of_mention(time)
    elif statement.metric in AS_OF_NOW and memory.published is not None:
        base = month_of(memory.published, "told in the present")
        if comparison_of(sentence, quantity) is None:
            return NO_PERIOD  # `von bisher 0,5 Prozent` tells not since when
    since = start_of_move(sentence, quantity)
    if since is not None:
        return of_mention(since)
    mention = comparison_of(sentence, quantity)
    if mention is not None and is_last_year(question, mention):
        return memory.period
    instead = statement.metric in AS_OF_NOW and sentence.lead(quantity) == "instead"
    if mention is None and instead and len(base.label or "") == _MONTH and not is_part_label(str(base.label)):
        return NO_PERIOD  # `kostet jetzt 23 Euro statt 21`
    named = mention is not None and mention.label is not None and not mention.shift
    dated = mention is not None and (mention.label or "-")[:_YEAR] in mention.text
    if mention is not None and (base.label is None or (named and (dated or mention.granularity in BUSINESS))):
        return of_mention(mention)  # `halb so viel wie im März 2022 (32,3 Milliarden)`
    years = (mention.shift or 1) if mention else 1
    return shifted(base, years, f"the year before {base.label}")


def _is_year_of_part(mention: PeriodMention, previous: Statement) -> bool:
    """Whether a bare year stands for the same part of it: `im dritten Quartal 49,3 % (2022: 49,1 %)`."""
    part = previous.period is not None and len(previous.period) in (_PART, _MONTH)
    if not part or mention.granularity != "year" or not mention.text.isdigit() or mention.label is None:
        return False
    return int(str(previous.period)[:4]) - 1 == int(mention.label)


def _of_outlook(question: Question) -> Period | None:
    """The time that lies ahead, for an outlook; a dividend is of the year that is over."""
    if question.statement.metric == "dividend":
        return year_of_dividend(question)
    if question.statement.status not in OUTLOOKS:
        return None
    if question.memory.plan.label and question.statement.status == "forecast":
        return question.memory.plan
    return outlook_time(question.sentence, question.statement, question.memory)


def _of_long_time(question: Question) -> Period | None:
    """No period, for what a sentence tells of a time since long ago: `Seit 2015 wuchs sie um ein Drittel`."""
    sentence, statement, present = question.sentence, question.statement, question.memory.present
    if present is None or (statement.kind == "level" and statement.metric in STOCKS | AS_OF_NOW):
        return None
    for mention in sentence.periods:
        if mention.first_day is None or mention.shift or mention.granularity not in ("year", "month", "day"):
            continue
        begin, end = sentence.clause(statement.quantity.start)
        spent = (
            statement.metric == "investment" and statement.kind == "level" and begin <= mention.start < end
        )
        opens = pattern("opens_with_since").fullmatch(sentence.text, sentence.start, mention.start) or (
            spent and pattern("since").search(sentence.before(mention.start, 16))
        )
        if opens and present - mention.first_day > NOT_LONG_AGO and mention.first_day.year < present.year:
            same = sentence.clause(statement.quantity.start)[0] <= mention.start
            return replace(NO_PERIOD, reason=f"since `{mention.text}`") if same else None
    return None


def _of_implied(question: Question) -> Period | None:
    """The part of the year, or the year, that only its comparison names."""
    sentence, memory = question.sentence, question.memory
    implied = (
        implied_period(sentence, memory.published)
        or compared_part(sentence, question.statement.quantity)
        or month_after(sentence, memory.month)
        or (None if memory.named else implied_year(sentence, memory.published))
    )
    return implied if implied is not None and is_of_business(question.statement) else None


def _of_topic(question: Question) -> Period | None:
    """That of the last figure of the same metric, for what is of no business period."""
    statement, memory = question.statement, question.memory
    if statement.metric in RESULTS or statement.metric == "other":
        return None
    if statement.metric in YEARLY and memory.named:
        return None  # the document reports on a business period
    for other in memory.recent(_NEAR):
        same = (other.metric, other.status) == (statement.metric, statement.status)
        if same and not other.earlier and other.period and not _is_long_ago(other, memory):
            if memory.is_of_before(other):
                continue  # `Vor einem Jahr waren es 318. Enthalten ist eine Zahlung von 3,9`
            if statement.metric in MONTHLY and memory.is_before_month(other):
                continue  # `Im September 5 Prozent, im August hatte sie 4 betragen. Binnen Monatsfrist`
            return of_statement(other, "as the figure before it")
    if statement.metric in MONTHLY and memory.month.label:
        near = memory.number - memory.month_sentence <= _NEAR
        # `Im September stieg die Teuerung auf 9 Prozent.`: statistics of a month, whatever they compare with
        told = any(
            other.metric in ECONOMY and other.period == memory.month.label for other in memory.statements
        )
        if near or ((told or not memory.named) and memory.is_recent(memory.month)):
            return replace(memory.month, reason="the month spoken of before")
    return None


def _is_long_ago(statement: Statement, memory: Memory) -> bool:
    """Whether a figure as of now is one looked back on (`Vor einem Jahr kostete es noch 27 Euro`)."""
    end, published = statement.period_end, memory.published
    if statement.metric not in AS_OF_NOW | STOCKS or end is None or published is None:
        return False
    return published - end > NOT_LONG_AGO


STEPS: tuple[Callable[[Question], Period | None], ...] = (
    _of_column,
    _of_market,
    _of_habit,
    _of_comparison,
    of_partner,
    of_first_of_month,
    of_own_time,
    of_rate,
    _of_outlook,
    _of_long_time,
    _of_implied,
    of_present,
    _of_topic,
    of_report,
)
"""From what stands nearest to the figure to what the whole document speaks of."""


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
        The period with the reason for it; without a label where the text tells none.
    """
    question = Question(sentence, statement, previous, time, memory)
    return next((period for step in STEPS if (period := step(question)) is not None), NO_PERIOD)
