"""Reads moves of shares that no word names: `Nestlé verloren 2 Prozent`, `Kolb schloss 2 Prozent fester`."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import direction
from pipeline.claims.fitting import is_small_amount, kinds_of
from pipeline.claims.growth import with_subject
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import MARKET
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import CompanyMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern, spotted

_HIGHEST_PRICE = 10_000
"""Units of money below which an amount to which a percentage leads is the price of a share."""


def at_the_exchange(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """A move where nothing but the exchange is named (`An der Börse sackten sie um 9 Prozent auf 112 ab`)."""
    if shared is not None or any(not mention.verb for mention in sentence.metrics):
        return None
    place = sentence.says("at_the_exchange", quantity)
    if place is None:
        return None
    if quantity.unit == "percent":
        moved = sentence.lead(quantity) == "by" or direction(sentence, quantity, None) is not None
    else:
        moved = "money" in kinds_of(sentence, quantity) and not quantity.scaled
    return Attachment("share_price", None, 0.5, 0.5, f"`{place[0]}`") if moved else None


def company_traded(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The share of a company that moves as prices do.

    One company in the plural is its shares (`Nestlé verloren 2 Prozent auf 98`); only shares close and are
    quoted (`Kolb schloss 2 Prozent leichter`); and among shares a company that falls is its share.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.

    Returns:
        An attachment to the share price, or None where a metric is named or no company moves so.
    """
    if not sentence.companies or not _told_of_a_share(sentence, quantity):
        return None
    begin, end = with_subject(sentence, quantity)
    named = [mention for mention in sentence.metrics if begin <= mention.start < end]
    if any(not mention.verb or mention.metric != "price" for mention in named):
        return None  # `verteuerten sich` is said of shares too
    verb = spotted("price_moves").search_in(sentence.text, begin, end)
    if verb is None or sentence.says("organic", quantity):
        return None
    names = [name for name in sentence.companies if begin <= name.start < end and name.role == "name"]
    mover = next((name for name in names if _moves(sentence, name, verb.span())), None)
    if mover is None:
        return None
    alone = pattern("several_names").search(sentence.before(mover.start)) is None
    plural = verb["plural"] is not None and alone and not pattern("named_in_plural").search(mover.text)
    quoted = verb["quoted"] is not None and (
        quantity.unit != "percent" or _said_of_a_price(sentence, quantity)
    )
    among_shares = memory.topics.recall(memory.number - 1) in MARKET
    if not (plural or quoted or among_shares or _leads_to_price(sentence, quantity)):
        return None
    return Attachment("share_price", None, 0.5, 0.5, f"`{mover.text}`, `{verb[0]}` as a share does")


def _told_of_a_share(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity can be the move of a share, or the price to which one in percent led."""
    if quantity.unit == "percent":
        return sentence.lead(quantity) == "by" or direction(sentence, quantity, None) is not None
    before = sentence.previous(quantity)
    led = before is not None and before.unit == "percent" and sentence.lead(quantity) in ("to", "at", "with")
    return led and "money" in kinds_of(sentence, quantity) and not quantity.scaled


def _leads_to_price(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a move in percent leads to a few units of money: `um 2,7 Prozent auf 13,02 Euro`."""
    before, after = sentence.previous(quantity), sentence.next(quantity)
    move, price = (quantity, after) if quantity.unit == "percent" else (before, quantity)
    if move is None or price is None or (sentence.lead(move), sentence.lead(price)) != ("by", "to"):
        return False
    return move.unit == "percent" and is_small_amount(sentence, price, _HIGHEST_PRICE)


def _said_of_a_price(sentence: Sentence, quantity: Quantity) -> bool:
    return sentence.says_after(quantity, "as_prices_do") is not None


@cache
def _share_class() -> "regex.Pattern[str]":
    """What may stand between a company and the verb of its share (`UBS dagegen verloren 2 Prozent`)."""
    return regex.compile(rf"\s(?:{alternation('share_class')}\s){{0,2}}")


def _moves(sentence: Sentence, name: CompanyMention, verb: tuple[int, int]) -> bool:
    """Whether a company stands right before or right after a verb."""
    first, last = verb
    if name.end <= first:
        return _share_class().fullmatch(sentence.text, name.end, first) is not None
    return sentence.text[last : name.start] in (" ", " sich ")
