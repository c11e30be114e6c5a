"""Moves the memory on by the times that a sentence names: to another period under report, aside, or ahead."""

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import EARNED
from pipeline.claims.period import NO_PERIOD, Period, end_of, of_mention, of_statement, shifted
from pipeline.claims.statement import OUTLOOKS
from pipeline.claims.told_times import (
    ends_with,
    is_before,
    is_day_of_news,
    is_month_of_news,
    is_part,
    is_told_of,
)
from pipeline.mentions.mention import PeriodMention
from pipeline.vocabulary.patterns import pattern, spotted

_FRONT = 60
"""Code points from the start of a sentence within which a time is what the sentence goes on from."""

_OPENING, _PREDICATE = 20, 60
"""Code points from a sentence's start to its first words, and of what they say."""

_JUST_AFTER = 24
"""Code points after a time in which a sentence says that it is only looked back on."""

ASIDE = 24
"""Code points of a word before a time that makes an aside of it."""

_YEAR = len("2020")

RECENT = timedelta(days=550)
"""How long ago a period may have ended that an article reports on: half a year more than a year."""

_LONG_AGO = timedelta(days=1000)
"""How long ago a year has ended that is history and none that a dividend is paid for."""


def hear(memory: Memory, mentions: Sequence[PeriodMention], text: str = "", start: int = 0) -> None:
    """Note the times of a sentence: a business period named in one still holds for the next ones.

    Args:
        memory: What the document spoke of before; changed in place.
        mentions: The times in their order.
        text: The article.
        start: First code point of the sentence.
    """
    whole: PeriodMention | None = None
    alone = not any(True for _ in memory.recent(0)) and sum(map(is_told_of, mentions)) == 1
    several = sum(map(is_told_of, mentions)) > 1
    for mention in mentions:
        if is_told_of(mention):
            if mention.label is None and mention.granularity != "year":
                _lose_year(memory)
            if whole is None or not is_part(mention, whole):
                before = text[max(start, mention.start - ASIDE) : mention.start]
                entered = pattern("falls_to").match(text, mention.end, mention.end + _PREDICATE)
                if entered or pattern("excursion").search(before) or _is_of_something_else(memory, mention):
                    _stay_with_whole(memory, mention)
                    continue  # `Allein das vierte Quartal brachte einen Verlust von 46 Millionen`
                if _is_put_off_to(mention, text, start):
                    continue
                if memory.period.label is None and is_looked_back_on(mention, text):
                    memory.year = of_mention(mention)
                    continue  # `2016/17 stand noch ein Gewinn in den Büchern`
                if memory.named and _names_something_else(text, mention, alone):
                    continue
                if several and pattern("passing").search(before):
                    continue  # `Trotz eines schwachen vierten Quartals hat Gantner 2019 mehr verdient`
                _step_aside(memory, mention, text[mention.end : mention.end + _PREDICATE])
                # `Im Schlussquartal fiel ein Verlust an, auch wenn für das Gesamtjahr ein Gewinn blieb`
                closing = several and mention.text.lower().startswith("gesamtjahr")
                fronted = alone or closing or mention.start - start <= _FRONT
                _speak_of(memory, of_mention(mention), mention.granularity, fronted)
                running = alone and mention.label is not None and _lies_ahead(memory, of_mention(mention))
                if running and _has_been_done(memory, mention, text[start : mention.end + _PREDICATE]):
                    memory.aside = of_mention(mention)
                if alone and mention.start - start <= _OPENING:
                    _go_back(memory, of_mention(mention), text[mention.end : mention.end + _PREDICATE])
            whole = mention if mention.granularity == "year" and whole is None else whole
        elif mention.granularity == "day" and is_day_of_news(mention, memory.published):
            if pattern("of_a_day").search(text, start, mention.start):
                continue
            if memory.day.first_day is None or memory.day.first_day < (mention.first_day or date.min):
                memory.day = of_mention(mention)
        elif is_month_of_news(mention) and not is_before(mention, memory.month):
            memory.month, memory.month_sentence = of_mention(mention), memory.number


def is_looked_back_on(mention: PeriodMention, text: str) -> bool:
    """Whether a time that no days are known of is only looked back on: `2016/17 stand noch ein Gewinn`."""
    if mention.last_day is not None:
        return False
    return pattern("long_over").search(text, mention.end, mention.end + _JUST_AFTER) is not None


def _is_put_off_to(mention: PeriodMention, text: str, start: int) -> bool:
    """Whether something is only put off to a time: `Kunden, die Aufträge ins nächste Jahr verschieben`."""
    found = spotted("put_off_to").search_in(text, max(start, mention.start - ASIDE), mention.end + _PREDICATE)
    return found is not None and found.start() < mention.start < found.end()


def go_back_to_whole(memory: Memory, text: str, mentions: Sequence[PeriodMention]) -> None:
    """Go back from the last part of a year to the year: `Insgesamt verdiente der Konzern 5 Millionen`.

    Args:
        memory: What the document spoke of before; changed in place.
        text: A sentence with figures.
        mentions: The times that it names.
    """
    part = len(memory.period.label or "") > _YEAR and len(memory.year.label or "") == _YEAR
    if not part or end_of(memory.period) != end_of(memory.year) or any(map(is_told_of, mentions)):
        return
    if pattern("all_told").match(text) and memory.earned_in(memory.year):
        memory.period = memory.year


def _step_aside(memory: Memory, mention: PeriodMention, predicate: str) -> None:
    """Note an earlier time with which a paragraph begins, and which it then goes on to tell of."""
    told, now = of_mention(mention), end_of(memory.period)
    end = end_of(told)
    if end is None or now is None or next(memory.recent(0), None) is None:
        return
    aside = end_of(memory.aside)
    if end >= now or (aside is not None and end > aside):
        memory.aside = NO_PERIOD
    if end >= now:
        return
    if not _tells_of_report(memory) and pattern("long_over").search(predicate) is None:
        compared = (
            shifted(memory.period, 1, "").label if memory.named or memory.statements_of_report() else None
        )
        pointed_at = mention.text.lower().startswith(("jene", "damals"))
        memory.aside = NO_PERIOD if told.label == compared and not pointed_at else told


def _tells_of_report(memory: Memory) -> bool:
    """Whether the paragraph has told of the time under report."""
    return any(
        other.period == memory.period.label for other in memory.recent(memory.number - memory.paragraph)
    )


def _names_something_else(text: str, mention: PeriodMention, alone: bool) -> bool:
    """Whether a time tells which report or event is meant: `Das steht im Halbjahresbericht`."""
    done = alone and pattern("done_then").match(text, mention.end, mention.end + _PREDICATE)
    return bool(done or pattern("report_named_so").match(text, mention.end, mention.end + _PREDICATE))


def _stay_with_whole(memory: Memory, part: PeriodMention) -> None:
    """Go back to the year of which a part is told in passing: `2018 waren es 3,6, allein im Herbst 1`."""
    first, last = part.first_day, part.last_day
    if first is None or last is None or end_of(memory.period) != last:
        return
    for other in memory.recent(1):
        begin, end = other.period_start, other.period_end
        whole = len(other.period or "") == _YEAR and other.status == "reported" and not other.earlier
        if whole and other.metric in EARNED and begin and end and begin <= first and last <= end:
            memory.period = of_statement(other, "the year of which a part is told")
            return


def _is_of_something_else(memory: Memory, mention: PeriodMention) -> bool:
    """Whether a part of the year whose results are told is one of orders or pieces only."""
    year, told = memory.period, [other.metric for other in memory.recent(0)]
    if not told or not ends_with(mention, year) or EARNED.intersection(told):
        return False
    return memory.earned_in(year)


def _go_back(memory: Memory, period: Period, predicate: str) -> None:
    """Go back to a time with which a sentence without figures begins (`Das Jahr 1998 war das beste`)."""
    end = end_of(period)
    if end is None or memory.present is None or memory.present - end > RECENT or _lies_ahead(memory, period):
        return
    if pattern("long_over").search(predicate) is None:
        memory.period, memory.named = period, True


def _has_been_done(memory: Memory, mention: PeriodMention, told: str) -> bool:
    """Whether a sentence looks back on a time that is not over (`Beide haben in diesem Jahr gebaut.`)."""
    begun = None not in (memory.present, mention.first_day) and mention.first_day <= memory.present  # type: ignore[operator]
    return begun and pattern("has_been_done").search(told) is not None


def _lose_year(memory: Memory) -> None:
    """Go over to a time of which nobody tells the year (`im dritten Quartal` in a text without a day)."""
    if memory.published is None and not any(other.status in OUTLOOKS for other in memory.recent(0)):
        memory.period, memory.named = NO_PERIOD, True


def _speak_of(memory: Memory, period: Period, granularity: str, fronted: bool) -> None:
    """Note a business period; one before that already spoken of is a comparison and changes nothing.

    Of two that end on one day (`viertes Quartal`, `2023`) the text goes over to the one with which a
    sentence begins; at the end of a sentence it is an aside.
    """
    end = end_of(period)
    if end is None:
        return
    if _lies_ahead(memory, period):
        memory.outlook, memory.outlook_sentence = period, memory.number
        return
    now = end_of(memory.period)
    untold = fronted and _is_first_told(memory, period)
    if now is None or end > now or untold or (end == now and (fronted or not memory.named)):
        memory.report(period)
    year = end_of(memory.year)
    recent = memory.present is None or end >= memory.present - _LONG_AGO
    if granularity == "year" and recent and (year is None or end >= year):
        memory.year = period


def _is_first_told(memory: Memory, period: Period) -> bool:
    """Whether figures are told of a period, and none yet of the later one that a headline names."""
    year = end_of(memory.year)
    if period.label not in {other.period for other in memory.recent(0)}:
        return False
    if year is not None and (end_of(period) or year) < year:
        return False
    return not any(other.period == memory.period.label for other in memory.statements)


def _lies_ahead(memory: Memory, period: Period) -> bool:
    """Whether a period is not over; one without days is where an outlook of its sentence is of it."""
    if memory.present is not None and period.last_day is not None:
        return period.last_day > memory.present
    if memory.present is not None and int(str(period.label)[:4]) > memory.present.year:
        return True
    outlooks = (statement for statement in memory.recent(0) if statement.status in OUTLOOKS)
    return any(statement.period == period.label for statement in outlooks)
