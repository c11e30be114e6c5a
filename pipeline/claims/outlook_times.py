"""Finds the time of an outlook whose sentence names none: of the outlook before it, else the year ahead."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.claims.budgets import OF_A_BUDGET, budget_year
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import ECONOMY, MARKET, YEARLY
from pipeline.claims.period import NO_PERIOD, Period, of_statement, shifted, year_of
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import OUTLOOKS, Statement
from pipeline.mentions.periods.calendar import FiscalCalendar
from pipeline.vocabulary.patterns import pattern

_NEAR = 2
"""Sentences over which an outlook goes on without naming its time again."""

_YEAR = len("2020")

Step = Callable[[Sentence, Statement, Memory], Period | None]


def outlook_time(sentence: Sentence, statement: Statement, memory: Memory) -> Period:
    """The time of an outlook or of what analysts expect.

    Args:
        sentence: Its sentence, which names no time for it.
        statement: The outlook, with its metric and status.
        memory: What the document spoke of before.

    Returns:
        The period, without a label where nothing tells one.
    """
    year = budget_year(sentence.text, memory.published)
    if year is not None and statement.metric in OF_A_BUDGET:
        return year_of(year, "the year of the budget that the article is about")
    if statement.metric in ECONOMY:
        for other in memory.recent(_NEAR):
            held_against = statement.status == "consensus" or other.status in OUTLOOKS
            if other.metric == statement.metric and other.period and held_against:
                return of_statement(other, "as the figure before it")
        return NO_PERIOD
    visitors = statement.metric == "customers" and sentence.says("visitors") is not None
    if not (visitors or statement.metric in YEARLY):
        return NO_PERIOD
    if (visitors or statement.metric == "savings") and sentence.says("every_year"):
        return NO_PERIOD
    if statement.status == "forecast" and sentence.says("someday", statement.quantity):
        return NO_PERIOD
    if statement.metric == "investment" and statement.unit != "percent" and sentence.says("still_costs"):
        told = memory.outlook.label is not None and memory.number - memory.outlook_sentence <= 1
        return replace(memory.outlook, reason="the time of what is built") if told else NO_PERIOD
    steps: tuple[Step, ...] = (
        _held_against,
        _told_of_same,
        _going_on,
        _named_before,
        _expired,
        _expected_result,
    )
    if statement.status == "forecast":
        steps = (_expired, _going_on, _named_before, _expected_result)
    for step in steps:
        period = step(sentence, statement, memory)
        if period is not None:
            return period
    return year_ahead(memory)


def _held_against(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time of the figure that analysts had expected otherwise."""
    if statement.status != "consensus":
        return None
    for other in memory.recent(_NEAR):
        if (
            other.metric not in MARKET | ECONOMY
            and other.period
            and not other.earlier
            and not memory.is_of_before(other)
        ):
            return of_statement(other, "as the figure before it")
    return None


def _told_of_same(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time of the same result told further up, for what analysts had expected of it."""
    if statement.status != "consensus" or sentence.says("past_tense", statement.quantity) is None:
        return None
    for other in memory.recent(memory.number):
        same = (other.metric, other.kind, other.status) == (statement.metric, statement.kind, "reported")
        if same and other.period and other.segment == statement.segment and not other.earlier:
            return None if memory.is_of_before(other) else of_statement(other, "the result that was expected")
    return None


def _expired(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time under report, for an outlook of before that a result is held against."""
    period = memory.period
    if period.label is None or statement.metric == "dividend":
        return None
    quantity = statement.quantity
    past = sentence.says("past_tense", quantity) or sentence.says("supposed", quantity)
    past = past or sentence.says("met_or_missed")
    last = memory.last
    beside = last is not None and (last.sentence_start, last.status) == (sentence.start, "reported")
    past = past or (beside and sentence.says("beside_its_goal", quantity))
    return replace(period, reason="an outlook of the time under report") if past else None


def _going_on(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time of the outlook told before it, in this sentence or the ones before, but for a heading.

    `Ausblick 2023` goes before what was told above it.
    """
    headed = memory.outlook_sentence == memory.paragraph - 1
    reach = memory.number - memory.outlook_sentence if headed else _NEAR
    for other in memory.recent(min(reach, _NEAR)):
        if other.status in OUTLOOKS and other.period and other.metric in YEARLY - {"dividend"}:
            return of_statement(other, "the outlook before it")
    return None


def _named_before(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time ahead that the sentences before it named."""
    if memory.outlook.label is None or memory.number - memory.outlook_sentence > _NEAR:
        return None
    return replace(memory.outlook, reason="the time ahead named before")


def _expected_result(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The time under report, for a preliminary figure: `Das erwartete Ergebnis liegt bei 5 Mio. Euro`."""
    if memory.period.label is None:
        return None
    told = [(sentence.start, sentence.end)]
    told += [(other.sentence_start, other.sentence_end) for other in memory.recent(1)]
    if not any(pattern("preliminary").search(sentence.text, *place) for place in told):
        return None
    return replace(memory.period, reason="an expected figure of the time under report")


def year_ahead(memory: Memory) -> Period:
    """The business year of which news speaks that looks ahead without saying how far.

    Args:
        memory: What the document reports on, and when it was published.

    Returns:
        The business year that a part under report lies in, the one after a whole year under report, but none
        that is over at publication.
    """
    told, published, calendar = memory.period, memory.present, FiscalCalendar(memory.year_end)
    running = calendar.year_of(published) if published is not None else None
    if told.label is None:
        return _business_year(running, calendar) if running is not None else NO_PERIOD
    number = int(told.label[:_YEAR])
    whole = len(told.label) == _YEAR
    if told.last_day is not None:
        number = calendar.year_of(told.last_day)
        whole = whole or told.last_day == calendar.part_days("", number)[1]
    number += whole
    if whole and told.first_day is None:
        return shifted(told, -1, f"the year after {told.label}")
    return _business_year(max(number, running or number), calendar)


def _business_year(number: int, calendar: FiscalCalendar) -> Period:
    return Period(f"{number:04}", *calendar.part_days("", number), False, "the business year ahead")
