"""Names the metric of a quantity: its rules in turn, from what its own words tell to what was told before."""

from pipeline.claims.answers import answer
from pipeline.claims.attachment import Attachment, attach
from pipeline.claims.closer_profits import same_profit
from pipeline.claims.crowds import not_business
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
from pipeline.claims.fitting import fits
from pipeline.claims.growth import bare_sales, part_grown, the_change
from pipeline.claims.lists import metric_of_list
from pipeline.claims.memory import Memory
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
from pipeline.claims.sentence import Sentence
from pipeline.claims.shares import at_the_exchange, company_traded
from pipeline.claims.spending import gone_for_it, spent_on_it
from pipeline.claims.told_of_another import (
    employed,
    leverage,
    more_or_less,
    part_of_people,
    their_number,
    tradesmen_at_work,
    wages_of_people,
)
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern


def metric_of(
    sentence: Sentence, quantity: Quantity, shared: Attachment | None, memory: Memory, number: int
) -> Attachment:
    """The metric of one quantity: that of its group where it fits, its own, or one carried over.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        shared: The metric of its group, None where none is named.
        memory: What the document spoke of last.
        number: Number of the sentence in the document.

    Returns:
        The attachment of the first rule that answers; to `other` where none does.
    """
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
