"""Finds the day of a share price or an index, which is told of the day that the news is about."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.claims.fitting import unit_kind
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import EARNED, MARKET
from pipeline.claims.period import (
    NO_PERIOD,
    Period,
    day_of,
    month_of,
    of_mention,
    of_statement,
    year_of,
    years_ago,
)
from pipeline.claims.sentence import JOINED, Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_DIRECTLY = 30
"""Most code points between a figure and the day after it: `nach 0,94 am Vortag`."""
_DAY = len("2020-01-01")
_FRIDAY = 4
_SENTENCE = 300
"""Code points over which `seit Jahresbeginn` goes on in a sentence."""


def moves_by_the_day(sentence: Sentence, statement: Statement, memory: Memory) -> bool:
    """Whether a figure is one of a market; the yield of a bond is, the rate of a loan is not."""
    if statement.metric == "commodity_price" and statement.kind == "level" and _in_a_report(sentence, memory):
        return False  # `Walzdraht kostete uns im Dezember 465 Euro je Tonne`
    if statement.metric in MARKET:
        return not of_a_survey(sentence, statement)
    if (
        statement.metric == "price" and statement.kind == "level"
    ):  # `Gold kostete 1.090 Dollar. Das entspricht 32 Euro je Gramm`
        return (
            any(other.metric in MARKET for other in memory.recent(1)) and unit_kind(statement.unit) == "money"
        )
    return statement.metric == "interest_rate" and _is_yield(sentence, statement, memory)


def of_a_survey(sentence: Sentence, statement: Statement) -> bool:
    """Whether an index is one that firms are asked for, and none of a market: `Der Geschäftsklimaindex`."""
    return statement.metric == "index_level" and sentence.says("index_of_a_survey") is not None


def _in_a_report(sentence: Sentence, memory: Memory) -> bool:
    """Whether goods are told of by the ton after a company's results, and no trading was yet."""
    if pattern("by_the_ton").search(sentence.text, sentence.start, sentence.end) is None:
        return False
    earned = any(other.metric in EARNED for other in memory.statements)
    return earned and not any(len(other.period or "") == _DAY for other in memory.statements)


def _is_yield(sentence: Sentence, statement: Statement, memory: Memory) -> bool:
    """Whether a rate is the yield of a bond: by its clause, or by what that goes on about."""
    if sentence.says("bond_yield", statement.quantity):
        return True
    begin, end = sentence.predicate(statement.quantity.start)
    if any(
        mention.metric == "interest_rate" and begin <= mention.start < end for mention in sentence.metrics
    ):
        return False
    if any(mention.metric == "interest_rate" for mention in sentence.metrics):
        return sentence.says("bond_yield") is not None  # `Die Rendite der Bunds, die bei 3 lag, fiel auf 2`
    told = next((other for other in memory.recent(1) if other.metric == "interest_rate"), None)
    return told is not None and len(told.period or "") == _DAY


def trading_day(sentence: Sentence, statement: Statement, memory: Memory) -> Period:
    """The day of a figure of a market.

    Args:
        sentence: Its sentence.
        statement: The figure.
        memory: What the document spoke of before.

    Returns:
        A day, the year for a move since New Year, an earlier time where the text looks back; no period for a
        week and for what is expected.
    """
    quantity = statement.quantity
    if statement.status in ("forecast", "prior_forecast"):
        return NO_PERIOD
    beside = _day_beside(sentence, statement)
    if beside is not None:
        return of_mention(beside)
    if memory.published and _since_new_year(sentence, quantity):
        return year_of(memory.published.year, "since New Year")
    if sentence.says("week", quantity) or sentence.says("since_long", quantity):
        return NO_PERIOD
    if statement.earlier and memory.published:
        return day_of(_day_before(memory.day.first_day or memory.published), "the day before")
    of_now = statement.kind == "level" and statement.metric in ("commodity_price", "exchange_rate")
    if of_now and sentence.says("these_days", quantity) and not memory.day.label:
        return month_of(memory.published, "told of these days")
    return (
        _named(sentence, statement, memory)
        or _after_hours(sentence, memory)
        or (replace(memory.day, reason="the day spoken of before") if memory.day.label else None)
        or day_of(memory.published, "the day of publication")
    )


def of_share(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The day of the price told with it, for what a company is worth at the exchange."""
    if statement.metric != "market_cap" or sentence.says("now", statement.quantity):
        return None
    for other in memory.recent(1):
        priced = other.metric == "share_price" and other.company == statement.company
        if priced and other.status == "reported" and len(other.period or "") == _DAY:
            return of_statement(other, "the day of the share price beside it")
    return None


def _since_new_year(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a move is one since New Year: said in its clause, or before it of no other figure."""
    own = sentence.says("since_new_year", quantity)
    if own is not None:
        place = sentence.predicate(quantity.start)[0] + own.start()
        joined = place >= quantity.end and sentence.boundaries(quantity.end, place) >= JOINED
        another = joined and sentence.quantities_between(place, sentence.end) > 0
        if another and sentence.has_verb(quantity.end, place):
            return False  # `verteuerte sich um 4 Prozent und hat seit Jahresbeginn 15 Prozent gewonnen`
        begin = place + len(own[0])
        return pattern("attribute_goes_on").match(sentence.text, begin) is None
    before = sentence.before(quantity.start, _SENTENCE)
    told = pattern("since_new_year").search(before)
    if told is None:
        return False
    begin = sentence.clause(quantity.start)[0]
    place = quantity.start - len(before) + told.end()
    # `die seit Neujahr ein Drittel eingebüßt hatte, gab um 9,4 Prozent nach`
    return not (sentence.quantities_between(place, begin) and sentence.has_verb(begin, quantity.start))


def _day_beside(sentence: Sentence, statement: Statement) -> PeriodMention | None:
    """A day in the brackets of a figure, before them or directly after it, also one to compare with."""
    quantity = statement.quantity
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if mention.granularity != "day" or mention.label is None:
            continue
        if bracket and bracket[0] <= mention.start < bracket[1]:
            return mention
        if bracket and 0 <= bracket[0] - mention.end <= 1 and not mention.comparison:
            return mention  # `Gemessen am Schlusskurs vom Dienstag (18,40 Euro)`
        if sentence.lead(quantity) == "against" and 0 <= mention.start - quantity.end <= _DIRECTLY:
            return mention
    return None


def _named(sentence: Sentence, statement: Statement, memory: Memory) -> Period | None:
    """The day that its clause names, or an earlier time where the clause looks back on it."""
    quantity = statement.quantity
    begin, end = sentence.clause(quantity.start)
    aside = sentence.inserted(quantity)
    looks_back = sentence.says("market_past", quantity) is not None
    for mention in sorted(sentence.periods, key=lambda mention: abs(mention.start - quantity.start)):
        if sentence.bracket(mention.start) != sentence.bracket(quantity.start):
            continue
        if mention.start in aside:
            continue  # `Die Rendite, die am Dienstag auf 3,3 gestiegen war, kam auf 3,1 Prozent zurück`
        if sentence.quantities_between(quantity.end, mention.start):
            continue  # `0,98 Prozent nach 0,94 am Vortag`
        in_clause = begin <= mention.start < end
        if mention.shift and looks_back and in_clause and memory.published:
            ago = years_ago(mention, memory.published)
            if ago is not None:
                return ago
        if mention.label and _is_of_peak(sentence, quantity, mention):
            return of_mention(mention)
        if mention.comparison or mention.shift or mention.label is None:
            continue
        if sentence.after(mention.end, 1) == "-":
            continue  # `der Mai-Kontrakt`
        if pattern("of_a_day").search(sentence.before(mention.start, 8)):
            continue
        if mention.granularity == "day":
            # Across a comma only what stands before: not `stieg um 1 Prozent, nachdem er am Mittwoch fiel`.
            if in_clause or mention.end <= quantity.start:
                return of_mention(mention)
        elif looks_back and in_clause and mention.granularity in ("month", "year", "quarter"):
            return of_mention(mention)
    return None


def _is_of_peak(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether a price is told of the time of a peak before it (`seit dem Hoch im Juli 2023 bei 45 Euro`)."""
    then = pattern("peak_then").fullmatch(sentence.text, mention.end, quantity.hedge_start)
    return then is not None and pattern("peak").search(sentence.before(mention.start, 24)) is not None


def _after_hours(sentence: Sentence, memory: Memory) -> Period | None:
    """The day before publication, for trade in New York after the close that is told the next morning."""
    if memory.day.label or memory.published is None or not sentence.says("after_hours"):
        return None
    return day_of(_day_before(memory.published), "after hours, told the next morning")


def _day_before(day: date) -> date:
    """The day of trading before one."""
    before = day - timedelta(days=1)
    while before.weekday() > _FRIDAY:
        before -= timedelta(days=1)
    return before
