"""Makes the memory with which a document, or the next company that it tells of, begins."""

from collections.abc import Sequence

from pipeline.claims.columns import PROSE
from pipeline.claims.hearing import ASIDE, RECENT, hear, is_looked_back_on
from pipeline.claims.memory import Memory
from pipeline.claims.period import NO_PERIOD, Period, end_of, of_mention, reporting_year, shifted
from pipeline.claims.plans import planned_year
from pipeline.claims.told_times import is_month_of_news, is_part, is_told_of
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import DECEMBER, Mentions, Section
from pipeline.vocabulary.patterns import pattern


def first_memory(mentions: Mentions, text: str = "") -> Memory:
    """A memory that begins with the first period over that the document names, for a headline before it.

    In the season of annual results it begins with the year before publication, so that `2018 waren es noch
    7,6 Milliarden` in an article of February 2020 moves nothing back; at other times a year long past is none
    to begin with.

    Args:
        mentions: Mentions of the document.
        text: The article.

    Returns:
        The memory.
    """
    section = mentions.sections[0]
    memory = Memory(mentions.published, mentions.present, section.fiscal_year_end)
    memory.period = memory.year = reporting_year(mentions.published)
    own = [mention for mention in mentions.periods if section.holds(mention.start)]
    first = _first_told(own, memory, text) or _first_told(mentions.periods, memory, text)
    if first is not None and memory.period.label is None and _is_held_against(first, text):
        # `Am Ende saßen 84.600 Menschen auf den Rängen; im Jahr 2016 waren es 91.200` tells of 2017
        memory.report(shifted(of_mention(first), -1, f"the year after `{first.text}`"))
    else:
        _begin(memory, first, own)
    memory.plan = planned_year(mentions.periods, memory.present, text)
    memory.month = next(filter(memory.is_recent, map(of_mention, filter(is_month_of_news, own))), NO_PERIOD)
    return memory


def begin_section(memory: Memory, mentions: Mentions, section: Section) -> None:
    """Go over to the next company of an article that tells of one after the other.

    Args:
        memory: What the document spoke of before; changed in place. The section begins with the first period
            over that it names, else with that of the article.
        mentions: Mentions of the document.
        section: The section.
    """
    memory.leave_section(reporting_year(memory.published), section.fiscal_year_end)
    own = [mention for mention in mentions.periods if section.holds(mention.start)]
    first = _first_told(own, memory) or _first_told(mentions.periods, memory)
    _begin(memory, first, own)


def _begin(memory: Memory, first: PeriodMention | None, periods: Sequence[PeriodMention]) -> None:
    """Begin with the first period told of, or with the business year that has just ended.

    `Im neuen Geschäftsjahr geht es ruhiger zu. Von Juli bis September` goes on from the year before.

    Args:
        memory: Changed in place.
        first: The first business period over of those named.
        periods: The times named, in their order.
    """
    if memory.year_end != DECEMBER:
        year = reporting_year(memory.published, memory.year_end)
        opens = first is None or _is_of_new_year(first, periods, year)
        memory.period = memory.year = year if opens else NO_PERIOD
        if year.label and opens:
            return
    if first is not None:
        hear(memory, [first])


def _is_of_new_year(part: PeriodMention, periods: Sequence[PeriodMention], year: Period) -> bool:
    """Whether a part is told as one of the year that has begun since, after words for that year."""
    if None in (part.first_day, year.last_day) or part.first_day <= year.last_day:  # type: ignore[operator]
        return False
    return any(other.end <= part.start and is_told_of(other) and is_part(part, other) for other in periods)


def _is_held_against(year: PeriodMention, text: str) -> bool:
    """Whether a year is only that of a figure with which one told just before is compared."""
    if year.granularity != "year" or pattern("it_was_then").match(text, year.end) is None:
        return False
    return pattern("told_so_far").search(text[max(0, year.start - PROSE) : year.start]) is not None


def _goes_on_to_whole(part: PeriodMention, following: Sequence[PeriodMention]) -> bool:
    """Whether the next time named is near, and is the year in which a time lies."""
    return any(other.start - part.end < PROSE and is_part(part, other) for other in following)


def _first_told(periods: Sequence[PeriodMention], memory: Memory, text: str = "") -> PeriodMention | None:
    """The first business period over of those named."""
    present = memory.present
    for place, mention in enumerate(periods):
        before = text[max(0, mention.start - ASIDE) : mention.start]
        if not is_told_of(mention) or pattern("excursion").search(before):
            continue
        if pattern("passing").search(before) and _goes_on_to_whole(mention, periods[place + 1 : place + 2]):
            continue
        end = end_of(of_mention(mention))
        if end is None or present is None or not present - RECENT <= end <= present:
            continue
        if not is_looked_back_on(mention, text):
            return mention
    return None
