"""Reads what is told of an economy or a market: a gap as a share of what it makes, how much it sells."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.features import is_share_of
from pipeline.claims.fitting import kinds_of
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity

_OF_A_STATE = frozenset(("net_income", "debt", "budget"))
"""Metrics that are those of a state where they are told as a share of its economy."""


def share_of_economy(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of a gap or a debt that is told as a share of what an economy makes.

    `Das Defizit entspricht 2,6 Prozent des Bruttoinlandsprodukts` tells of no loss of a company.
    """
    whole = next((mention for mention in sentence.metrics if _is_whole(sentence, quantity, mention)), None)
    of_a_state = [
        mention
        for mention in sentence.metrics
        if mention.start < quantity.start and mention.metric in _OF_A_STATE
    ]
    if whole is None or not of_a_state or of_a_state[-1].start > whole.start:
        return None
    return Attachment("budget", of_a_state[-1], 1.0, 1.0, f"`{of_a_state[-1].text}` as a share of an economy")


def size_of_market(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What a market sells in all (`Die Beratung schätzt den Onlinehandel auf 1,6 Milliarden Euro`)."""
    if "money" not in kinds_of(sentence, quantity) or not quantity.scaled or sentence.lead(quantity) != "to":
        return None
    told = sentence.says("market_valued", quantity)
    begin, _end = sentence.predicate(quantity.start)
    named = any(begin <= mention.start < quantity.start for mention in sentence.metrics)
    return Attachment("revenue", None, 1.0, 1.0, f"`{told[0][:40]}`") if told and not named else None


def _is_whole(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a percentage is a share of an economy, or goes on from one: `2,4 Prozent des BIP statt 0,8`."""
    if mention.metric != "gdp" or quantity.unit != "percent":
        return False
    shares = [other for other in sentence.quantities if is_share_of(sentence, other, mention)]
    if not shares or quantity in shares:
        return bool(shares)
    between = (other for other in sentence.metrics if mention.end <= other.start < quantity.start)
    return mention.end <= quantity.start and not any(between)
