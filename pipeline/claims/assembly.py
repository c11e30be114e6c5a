"""Joins the quantities of a document with its mentions, sentence by sentence: the heart of the extraction."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeVar

from pipeline.claims.answers import answer, is_asked
from pipeline.claims.attachment import Attachment, attach
from pipeline.claims.closer_profits import refined, same_profit
from pipeline.claims.completion import completed
from pipeline.claims.crowds import not_business
from pipeline.claims.currencies import name_currencies
from pipeline.claims.distribution import deal_out, told_in_turn
from pipeline.claims.economies import share_of_economy, size_of_market
from pipeline.claims.ellipsis import (
    at_other_prices,
    bare_growth,
    bare_level,
    bare_move,
    bare_result,
    bid_premium,
    carried_metric,
    it_was,
    market_result,
    multiple_again,
)
from pipeline.claims.expectations import result_guessed
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
from pipeline.claims.fitting import fits
from pipeline.claims.groups import Member, group_quantities
from pipeline.claims.growth import bare_sales, part_grown, the_change
from pipeline.claims.hearing import go_back_to_whole, hear
from pipeline.claims.lists import heads_list, heads_outlook, is_item, metric_of_column, metric_of_list
from pipeline.claims.memory import Memory
from pipeline.claims.openings import begin_section, first_memory
from pipeline.claims.parts import contributed, part_of_sales, part_of_them
from pipeline.claims.people import harmed, people_asked
from pipeline.claims.prices import (
    building_costs,
    price_goes_on,
    price_of_a_piece,
    price_of_each,
    price_spoken_of,
)
from pipeline.claims.registers import beside_points, points_of_an_index, share_of_another
from pipeline.claims.results import (
    apposed_change,
    by_unit,
    company_grown,
    given_to_owners,
    in_the_red,
    left_again,
    money_gone,
    money_left,
    public_result,
    spared,
    the_latter,
    trade_gap,
    wage_claim,
)
from pipeline.claims.segments import name_speaker
from pipeline.claims.sentence import Sentence
from pipeline.claims.shares import at_the_exchange, company_traded
from pipeline.claims.spending import gone_for_it, spent_on_it
from pipeline.claims.statement import Statement
from pipeline.claims.stating import state
from pipeline.claims.told_of_another import (
    employed,
    leverage,
    more_or_less,
    part_of_people,
    their_number,
    tradesmen_at_work,
    wages_of_people,
)
from pipeline.mentions.companies.nobody import is_about_branch
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import CompanyMention, PeriodMention
from pipeline.mentions.mentions import DECEMBER, Mentions, Section
from pipeline.mentions.metrics import find_metrics
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

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
                or _attachment_of(sentence, member.quantity, shared, memory, number)
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


def _attachment_of(
    sentence: Sentence, quantity: Quantity, shared: Attachment | None, memory: Memory, number: int
) -> Attachment:
    """The metric of one quantity: that of its group where it fits, its own, or one carried over."""
    if shared is None or shared.metric == "other":
        moved = bare_move(memory, sentence, quantity)
        if moved is not None:
            return moved
    special = (
        gone_for_it(memory, sentence, quantity)
        or part_of_them(memory, sentence, quantity)
        or it_was(memory, sentence, quantity)
        or multiple_again(memory, sentence, quantity)
        or at_other_prices(memory, sentence, quantity)
        or contributed(memory, sentence, quantity, shared)
        or leverage(memory, sentence, quantity)
        or more_or_less(memory, sentence, quantity)
        or part_of_people(sentence, quantity)
        or wages_of_people(sentence, quantity, shared)
        or employed(sentence, quantity)
        or their_number(memory, sentence, quantity)
        or tradesmen_at_work(sentence, quantity, shared)
        or share_of_economy(sentence, quantity)
        or size_of_market(sentence, quantity)
        or people_asked(sentence, quantity)
        or harmed(sentence, quantity, shared)
        or not_business(sentence, quantity, shared)
        or share_of_another(sentence, quantity, shared)
        or bid_premium(memory, sentence, quantity)
        or price_of_each(sentence, quantity)
        or price_goes_on(memory, quantity, shared, number)
        or building_costs(sentence, quantity, shared)
        or market_result(memory, sentence, quantity, shared, number)
        or trade_gap(sentence, quantity, shared)
        or spent_on_it(sentence, quantity)
        or public_result(memory, sentence, quantity, shared)
        or spared(sentence, quantity, shared)
        or given_to_owners(sentence, quantity, shared)
        or part_of_sales(memory, sentence, quantity)
        or the_latter(memory, sentence, quantity)
        or at_the_exchange(sentence, quantity, shared)
        or company_traded(memory, sentence, quantity)
        or in_the_red(memory, sentence, quantity)
        or same_profit(memory, sentence, quantity, shared)
        or bare_result(memory, sentence, quantity, shared)
        or money_gone(sentence, quantity, shared)
        or left_again(memory, sentence, quantity)
        or money_left(sentence, quantity, shared)
        or the_change(memory, sentence, quantity)
        or metric_of_list(memory, sentence, quantity)
        or part_grown(memory, sentence, quantity, shared)
    )
    if special is not None:
        return special
    if shared is not None and fits(shared.metric, sentence, quantity):
        return shared
    found = (
        attach(sentence, [quantity])
        or apposed_change(memory, sentence, quantity)
        or company_grown(memory, sentence, quantity)
        or price_of_a_piece(memory, sentence, quantity)
        or bare_level(sentence, quantity)
        or wage_claim(sentence, quantity)
        or beside_points(sentence, quantity)
        or result_guessed(memory, sentence, quantity)
        or price_spoken_of(sentence, quantity)
        or answer(memory, sentence, quantity)
        or carried_metric(memory, sentence, quantity, number)
        or bare_growth(sentence, quantity)
        or by_unit(sentence, quantity)
        or bare_sales(sentence, quantity)
    )
    if found is not None:
        return found
    if pattern("basis_points").search(quantity.text):
        return Attachment("interest_rate", None, 0.0, 0.0, "told in basis points")
    if points_of_an_index(sentence, quantity):
        return Attachment("index_level", None, 1.0, 1.0, "told in points")
    return Attachment("other", None, 0.0, 0.0, "no metric is named")
