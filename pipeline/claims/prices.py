"""Reads prices: by the piece, of things that are bought, and what goes on getting dearer."""

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import is_small_amount, kinds_of
from pipeline.claims.growth import tells_of_results
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import MARKET
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

_LOOK_BACK = 250
"""Code points before a sentence in which the one before it stands."""

_OPENING = 25
"""Code points at the start of a sentence that take up what was told before."""

_HIGHEST_PRICE = 100_000
"""Units of money below which something is sold by the piece."""

_NO_DEAL = 100_000
"""Units of money below which no company is bought."""

_DEAL_BEFORE = 250
"""Code points before a sentence in which a deal was told whose price it tells."""

_NO_PRICE = 1_000_000
"""Units of money from which a bare `Preis` is that of a company, a house, a share of either."""


def price_goes_on(
    memory: Memory, quantity: Quantity, shared: Attachment | None, number: int
) -> Attachment | None:
    """What got dearer where a price of the market was told before (`VW verteuerten sich um 3 Prozent`)."""
    mention = shared.mention if shared is not None else None
    if mention is None or shared is None or shared.metric != "price":
        return None
    before = memory.topics.recall(number - 1)
    if before == "inflation" and quantity.unit == "percent" and pattern("all_prices").fullmatch(mention.text):
        return Attachment(before, mention, 1.0, 1.0, f"`{mention.text}`, after an inflation")
    if before not in MARKET or not pattern("costs_so_much").fullmatch(mention.text):
        return None
    price = "share_price" if before == "index_level" else before
    return Attachment(price, mention, 1.0, 1.0, f"`{mention.text}`, after the prices before")


def building_costs(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What something costs that is built: an investment (`Der Neubau kostet 22 Millionen Euro`)."""
    mention = shared.mention if shared is not None else None
    if mention is None or shared is None or shared.metric not in ("costs", "price"):
        return None
    if not quantity.scaled or not tells_of_results(sentence.text):
        return None
    if not pattern("costs_in_all").fullmatch(mention.text):
        return None
    built = sentence.says("is_built", quantity) or sentence.says("is_built") or _built_before(sentence)
    return Attachment("investment", mention, 1.0, 1.0, f"`{built[0]}` is built") if built else None


def _built_before(sentence: Sentence) -> "regex.Match[str] | None":
    """What the sentence before tells of that is built (`Zwei Silos sollen entstehen. Das kostet 2 Mio.`)."""
    if pattern("cost_of_it").match(sentence.text[sentence.start : sentence.start + _OPENING]) is None:
        return None
    before = sentence.text[max(0, sentence.start - _LOOK_BACK) : sentence.start].rstrip()
    begin = max(before.rfind("\n\n"), *(before.rfind(stop, 0, -1) for stop in (". ", "! ", "? ")))
    return spotted("to_be_built").search(before[begin + 1 :])


def price_spoken_of(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What is said to be paid where a deal was told before: `Die Rede ist von 12 Millionen`."""
    if not quantity.scaled or "money" not in kinds_of(sentence, quantity):
        return None
    told = sentence.says("is_spoken_of", quantity)
    if told is None:
        return None
    deal = spotted("deal_told").search_in(
        sentence.text, max(0, sentence.start - _DEAL_BEFORE), quantity.start
    )
    return Attachment("deal_value", None, 0.5, 0.5, f"`{told[0][-20:]}`, of a deal") if deal else None


def price_of_a_piece(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A few units of money for a piece of something (`31,2 Cent für das Kilo Milch`)."""
    if not is_small_amount(sentence, quantity, _HIGHEST_PRICE):
        return None
    piece = sentence.says_after(quantity, "for_a_piece")
    if piece is None:
        opening = sentence.text[sentence.clause(quantity.start)[0] : quantity.start].lstrip(" ,;–-\n")
        piece = pattern("for_a_piece").match(opening[:1].lower() + opening[1:])
    if piece is None or memory.topics.recall(memory.number - 1) in MARKET | {"costs", "price"}:
        return None
    metric = "commodity_price" if piece["raw"] else "price"
    return Attachment(metric, None, 0.5, 0.5, f"`{piece[0].strip()}`: a price")


def price_of_each(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What each of some things costs (`hat 28 Busse zu je 310.000 Euro bestellt`)."""
    before = sentence.previous(quantity)
    if before is None or before.unit != "count" or quantity.scaled:
        return None
    if "money" not in kinds_of(sentence, quantity):
        return None
    told = pattern("each_at").fullmatch(sentence.text[before.end : quantity.hedge_start].strip())
    return Attachment("price", None, 1.0, 1.0, f"`{told[0]}`") if told else None


def price_of_a_thing(sentence: Sentence, quantity: Quantity, attachment: Attachment, metric: str) -> str:
    """Read a small amount for which something is bought (`kaufte ein Auto für 5000 Euro`) or that it costs.

    Args:
        sentence: Its sentence.
        quantity: The amount.
        attachment: Its metric so far.
        metric: The metric as `per_share` reads it.

    Returns:
        `price` for an amount for which no company changes hands, `deal_value` for a price of millions,
        `other` for a fine of a person and for damages that are only sued for, else the metric as it was.
    """
    mention = attachment.mention
    if metric == "price" and _of_raw_material(sentence, quantity):
        return "commodity_price"
    if mention is None or "money" not in kinds_of(sentence, quantity):
        return metric
    if metric == "commodity_price" and quantity.high < 1 and pattern("power").fullmatch(mention.text):
        return "price"  # `Der Strom kostet 34 Cent je Kilowattstunde`
    gross = metric == "net_income" and mention.text == "netto" and sentence.says("gross")
    if gross and is_small_amount(sentence, quantity, _NO_DEAL):
        return "price"  # `brutto 3093 Euro und netto 2522 Euro`
    if metric == "price" and quantity.high >= _NO_PRICE and pattern("bare_price").fullmatch(mention.text):
        return "deal_value"
    small = not quantity.scaled and quantity.high < _NO_DEAL
    if metric == "costs" and small and pattern("fine").fullmatch(mention.text):
        return "other"  # what a law threatens people with
    if metric == "costs" and pattern("damages").fullmatch(mention.text) and sentence.says("sues"):
        return "other"
    if metric == "price" and small and mention.verb and _opens_with_a_share(sentence):
        return "share_price"  # `Das Papier, der Liebling von 2021, kostet noch 17,40 Euro`
    costs = metric == "costs" and mention.verb and quantity.high < _NO_DEAL / 10
    if small and (costs or (metric == "deal_value" and sentence.says("shares") is None)):
        return "price"
    return metric


def _of_raw_material(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether goods cost so much by the ton, whoever buys (`Zucker fiel von 490 auf 371 Euro je Tonne`)."""
    moves = sentence.lead(quantity) == "from" or quantity.unit == "percent"
    told = sentence.next(quantity) if moves else quantity
    if told is None or sentence.says_after(told, "by_the_ton") is None:
        return False
    return sentence.says("goods_cost", quantity) is not None and not sentence.says("asks_a_price", quantity)


def _opens_with_a_share(sentence: Sentence) -> bool:
    """Whether a share is the subject with which a sentence begins."""
    first = sentence.metrics[0] if sentence.metrics else None
    if first is None or first.metric != "share_price":
        return False
    return sentence.text[sentence.start : first.start].strip(' \n"„“«') in ("Das", "Der", "Die", "")
