"""Reads a profit told against something else: per share, per head, in percent of revenue."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import kinds_of
from pipeline.claims.metric_classes import PROFITS
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_CAN_BE_PER_SHARE = frozenset(("net_income", "other", "ebit", "pretax_profit", "equity"))
_NEAR = 14
"""`5 Prozent des gesamten Umsatzes`: at most so many code points stand between a share and its whole."""

_AROUND = 60
"""And so many between a share and the verb that says what falls to it (`auf jedes Papier entfiel`)."""

_PAIR = 30
"""And so many between two amounts told together (`von 2,10 auf 2,45 Euro je Aktie`)."""

MOST_PER_SHARE = 1000
"""No share earns more units of money; only where `je Aktie` stands before the amount and apart from it."""


def per_share(sentence: Sentence, quantity: Quantity, attachment: Attachment) -> str:
    """Read an amount per share or per head (`Gewinn von 10,77 Euro je Aktie`, `Umsatz von 200 Euro je Gast`).

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: Its metric so far.

    Returns:
        `earnings_per_share`, `dividend`, `deal_value` or `other` where the amount is one; else the metric
        as it was.
    """
    metric, mention = attachment.metric, attachment.mention
    if metric in PROFITS | {"revenue"}:
        named_per_head = mention is not None and pattern("per_head").match(sentence.after(mention.end))
        opening = sentence.text[sentence.start : quantity.start].lstrip(" ,;–-\n")
        first = not sentence.quantities_between(sentence.start, quantity.start)
        before = mention is None and first and pattern("per_head").match(opening)
        if named_per_head or before or sentence.says_after(quantity, "per_head"):
            return "other"
    if "money" not in kinds_of(sentence, quantity) or quantity.scaled:
        return metric
    if (
        metric == "net_income"
        and quantity.decimal
        and quantity.multiplier == 1
        and quantity.high < MOST_PER_SHARE
    ):
        return "earnings_per_share"  # `JE AKTIE ⏎ Ergebnis EUR 3,67`: no company earns so little in all
    if metric == "share_price" and mention is not None and _counted_on_a_share(sentence, quantity, mention):
        return "earnings_per_share"
    bid = any(found.metric == "deal_value" for found in sentence.metrics) or sentence.says("paid_by_buyer")
    paid = metric == "share_price" and _told_per_share(sentence, quantity) and sentence.says("paid_to_owners")
    if paid and not bid:
        return "dividend"  # `Die Aktionäre erhalten 7,50 DM je 50-DM-Aktie`
    earns = mention is not None and metric == "price" and pattern("earns").fullmatch(mention.text)
    if earns and not bid and _told_per_share(sentence, quantity):
        return "earnings_per_share"  # `Je Aktie verdiente der Konzern 1,43 Euro`
    carried = mention is None and metric in PROFITS | {"revenue"}
    if metric not in _CAN_BE_PER_SHARE and not (metric in ("share_price", "price") and bid) and not carried:
        return metric
    if mention is not None and pattern("par_value").fullmatch(mention.text):
        return metric
    begin, _end = sentence.clause(quantity.start)
    if not _told_per_share(sentence, quantity):
        return metric
    if metric not in ("other", "share_price", "price", "equity") and mention is not None:
        return "earnings_per_share"
    earned = any(
        begin <= found.start < quantity.start for found in sentence.metrics if found.metric in PROFITS
    )
    if bid and not earned:
        return "deal_value"  # `Die Investoren bieten 35 Euro je Aktie`
    return "dividend" if not earned and sentence.says("paid_to_owners") else "earnings_per_share"


def _counted_on_a_share(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a share is only what a profit is divided by (`auf die einzelne Aktie gerechnet 0,94 Euro`)."""
    if mention.start >= sentence.clause(quantity.start)[1]:
        return False  # `3,30 Euro will die BASF zahlen, obwohl auf jedes Papier ein Verlust von 1,15 entfiel`
    around = sentence.text[max(sentence.start, mention.start - _PAIR) : mention.end + _AROUND]
    return pattern("counted_on_a_share").search(around) is not None


def _told_per_share(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether `je Aktie` stands in the clause before a small amount, or after the amount."""
    begin, _end = sentence.clause(quantity.start)
    small = abs(quantity.high) < MOST_PER_SHARE
    before = small and pattern("per_share").search(sentence.text, begin, quantity.start)
    return bool(before) or _said_after(sentence, quantity)


def _said_after(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether `je Aktie` is said after an amount, or after the next one that is told with it."""
    if sentence.says_after(quantity, "per_share"):
        return True
    following = sentence.next(quantity)
    if following is None or following.unit != quantity.unit or following.start - quantity.end > _PAIR:
        return False
    return sentence.says_after(following, "per_share") is not None


def profit_in_percent(sentence: Sentence, quantity: Quantity, metric: str) -> str:
    """Read a profit whose level is told in percent: no profit is, so that something else is meant.

    Args:
        sentence: Its sentence.
        quantity: The percentage.
        metric: The profit that was named beside it.

    Returns:
        `margin` for a share of revenue (`ein Ebit von 15 Mio. oder 7,7 Prozent des Umsatzes`), the metric as
        it was for a share of the profit itself, else `other`.
    """
    following = next((mention for mention in sentence.metrics if mention.start >= quantity.end), None)
    if sentence.says_after(quantity, "share_of") is None or sentence.says("paid_out", quantity):
        return "other"
    if following is None or following.start - quantity.end >= _NEAR:
        return metric
    return "margin" if following.metric == "revenue" else metric
