"""Joins the quantities of a document with its mentions, sentence by sentence: the heart of the extraction."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from pipeline.claims.answers import is_asked
from pipeline.claims.attachment import Attachment, attach
from pipeline.claims.closer_profits import refined
from pipeline.claims.completion import completed
from pipeline.claims.currencies import name_currencies
from pipeline.claims.distribution import deal_out, told_in_turn
from pipeline.claims.filters import (
    merely_counts,
    states_nothing,
    without_dealt_in,
    without_excluded,
    without_explained,
    without_goods,
    without_moves,
    without_names,
    without_net,
    without_price_verbs,
    without_thresholds,
)
from pipeline.claims.fiscal import mark_fiscal
from pipeline.claims.groups import Member, group_quantities
from pipeline.claims.hearing import go_back_to_whole, hear
from pipeline.claims.lists import heads_list, heads_outlook, is_item, metric_of_column
from pipeline.claims.memory import Memory
from pipeline.claims.naming import metric_of
from pipeline.claims.openings import begin_section, first_memory
from pipeline.claims.segments import name_speaker
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.stating import state
from pipeline.mentions.companies.nobody import is_about_branch
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import CompanyMention, PeriodMention
from pipeline.mentions.mentions import DECEMBER, Mentions, Section
from pipeline.mentions.metrics import find_metrics
from pipeline.quantities.quantity import Quantity

MOST_FIGURES = 30
"""Quantities of a sentence; what has more is a table without lines, or was written to be slow to read."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


PlacedType = TypeVar("PlacedType", bound=_Placed)


def _within(items: Sequence[PlacedType], start: int, end: int) -> list[PlacedType]:
    first = bisect_left(items, start, key=lambda item: item.start)
    return list(items[first : bisect_left(items, end, key=lambda item: item.start)])


def read_sentence(
    text: str,
    start: int,
    end: int,
    quantities: Sequence[Quantity],
    periods: Sequence[PeriodMention],
    companies: Sequence[CompanyMention] = (),
) -> Sentence | None:
    """Find what the rules ask of a sentence: its metrics and cues, without thresholds and moves.

    Args:
        text: The article.
        start: First code point of the sentence.
        end: First code point after it.
        quantities: All quantities of the article in order.
        periods: Period mentions of the sentence in order.
        companies: Company mentions of the sentence; a word of their names measures nothing.

    Returns:
        The sentence; None where no quantity stands in it.
    """
    inside = _within(quantities, start, end)
    if not inside:
        return None
    named = without_excluded(without_names(find_metrics(text, start, end), companies), text)
    named = without_explained(without_dealt_in(named, text), text)
    inside, metrics = without_thresholds(text, start, inside, named)
    if not inside:
        return None
    return Sentence(
        text,
        start,
        end,
        inside,
        without_goods(without_price_verbs(without_moves(without_net(metrics)), text), text),
        find_cues(text, start, end),
        periods,
        companies,
    )


def _with_few_figures(
    sentences: Iterable[tuple[int, int]], quantities: Sequence[Quantity]
) -> Iterator[tuple[int, int]]:
    """Cut sentences before every so many quantities, as each is asked about all others of its sentence."""
    for start, end in sentences:
        inside = _within(quantities, start, end)
        for first in inside[MOST_FIGURES::MOST_FIGURES]:
            yield start, first.hedge_start
            start = first.hedge_start
        yield start, end


def assemble(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity], mentions: Mentions
) -> list[Statement]:
    """State what each quantity of a document says.

    Args:
        text: The article.
        sentences: Start and end of each sentence in order.
        quantities: All quantities in order.
        mentions: Companies and periods of the document.

    Returns:
        Statements in the order of their quantities; a quantity that states nothing is left out.
    """
    memory = first_memory(mentions, text)
    topics, table = memory.topics, memory.table
    ahead = list(mentions.sections[1:])
    for number, (start, end) in enumerate(_with_few_figures(sentences, quantities)):
        memory.number = number
        if ahead and ahead[0].start < end:
            begin_section(memory, mentions, ahead.pop(0))
        of_trade = mentions.of_trades and is_about_branch((start, end), text)
        periods = _within(mentions.of_trades if of_trade else mentions.periods, start, end)
        companies = _within(mentions.companies, start, end)
        sentence = read_sentence(text, start, end, quantities, periods, companies)
        if sentence is None:
            memory.outlook_listed = heads_outlook(text, start, end)
        else:
            memory.outlook_listed = memory.outlook_listed and is_item(text, start, end)
            go_back_to_whole(memory, text[start:end], periods)
            _state_all(sentence, memory, mentions)
        hear(memory, periods, text, start)
        if text.startswith("\n", end):
            memory.begin_paragraph()
        topics.before = partial(find_metrics, text, start, end) if sentence is None else None
        if sentence is None or not sentence.is_line:
            topics.listed = topics.before if heads_list(text, start, end) else None
        if topics.before and text.startswith("\n", end) and is_asked(text[start:end]):
            topics.asked, topics.asked_in = topics.before, number
        if topics.before:
            # A headline or a menu names no topic of the paragraph after it.
            if not text.startswith("\n", end):
                topics.touch_on(topics.before, number)
            table.read_line(text, start, end, periods)
        elif sentence is not None and (line := text.rfind("\n", start, end)) > sentence.quantities[-1].end:
            # `Zahlen und Fakten (in 1000 Euro)` stands above the heads.
            heads = [mention for mention in periods if mention.start > line]
            table.read_line(text, line + 1, end, heads)
    mark_fiscal(memory.statements, mentions)
    in_order = sorted(memory.statements, key=lambda statement: statement.quantity.start)
    name_currencies(in_order)
    return in_order


def may_state(text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity]) -> bool:
    """Whether anything in a document can state something, told before its companies and periods are found.

    Small number words state something with a metric only, and companies and periods bring none: most articles
    of a general archive hold no other figures.

    Args:
        text: The article.
        sentences: Start and end of each sentence in order.
        quantities: All quantities in order.
    """
    if not all(map(merely_counts, quantities)):
        return True
    unread = Mentions((), (), None, (Section(0, len(text), DECEMBER),))
    return bool(assemble(text, sentences, quantities, unread))


def _state_all(sentence: Sentence, memory: Memory, mentions: Mentions) -> None:
    number = memory.number
    sentence.quantities = completed(sentence, memory)
    speaker, turns = name_speaker(sentence), told_in_turn(sentence)
    dealt = {start: own for turn in turns for start, own in turn.attachments().items()}
    for group in deal_out(group_quantities(sentence), turns):
        shared = attach(sentence, [member.quantity for member in group])
        if shared is not None:
            shared = refined(memory, shared, sentence, number)
        previous: Statement | None = None
        for member in group:
            own = (
                dealt.get(member.quantity.start)
                or metric_of_column(memory, sentence, member)
                or metric_of(sentence, member.quantity, shared, memory, number)
            )
            if previous is not None and _as_beside(member, own, previous):
                own = Attachment("other", None, 0.0, 0.0, "as the figure beside it")
            if states_nothing(sentence, member.quantity, own.metric):
                continue
            previous = state(sentence, member, own, previous, memory, mentions)
            previous.speaker = speaker
            memory.keep(previous)
    memory.topics.name(sentence.metrics)


def _as_beside(member: Member, own: Attachment, previous: Statement) -> bool:
    """Whether a figure in brackets is of what no metric names: `2,1 Prozent der Räume (Vorjahr: 2,6)`."""
    unnamed = own.mention is None and previous.metric == "other"
    return unnamed and member.link == "bracket" and member.quantity.unit in (None, previous.quantity.unit)
