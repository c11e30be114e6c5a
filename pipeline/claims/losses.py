"""Gives a level its sign: a loss is negative, whether a noun, a compound or the word `minus` tells it."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import noun_direction, sign_word
from pipeline.claims.metric_classes import EARNINGS
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_ANOTHER_FIGURE = 60.0
"""Code points of distance that another figure between a word for a result and its figure counts for."""


def _gap(sentence: Sentence, mention: MetricMention, quantity: Quantity) -> float:
    low, high = min(mention.end, quantity.end), max(mention.start, quantity.start)
    return high - low + _ANOTHER_FIGURE * sentence.quantities_between(low, high, but=quantity)


def _named_in_full(sentence: Sentence, mention: MetricMention | None) -> MetricMention | None:
    """The words before a metric in brackets: `der Verlust vor Zinsen und Steuern (Ebit)` is a loss."""
    aside = sentence.bracket(mention.start) if mention else None
    if mention is None or aside is None or mention.loss:
        return mention
    before = [other for other in sentence.metrics if aside[0] - 40 < other.end <= aside[0] and other.loss]
    between = sentence.text[before[-1].end : aside[0]] if before else "."
    return before[-1] if not any(sign in between for sign in ".;(") and before else mention


def _of_a_loss(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an amount per share divides a loss (`ein Verlust von 104 Mio. Dollar, je Aktie 36 Cent`)."""
    before = [
        mention
        for mention in sentence.metrics
        if mention.start < quantity.start and mention.metric in EARNINGS
    ]
    begin, end = sentence.clause(quantity.start)
    own = any(begin <= mention.start and mention.metric == "net_income" for mention in before)
    losses = [mention for mention in before if mention.metric == "net_income"]
    return bool(losses) and losses[-1].loss and not own and not sentence.has_verb(begin, end)


def _goes_on_from_a_loss(sentence: Sentence, quantity: Quantity, attachment: Attachment | None) -> bool:
    """Whether one more of a loss is told (`ein Minus von 4 Mio.; für 2016 sind noch 3 eingeplant`)."""
    before = sentence.previous(quantity)
    if before is None:
        return False
    if sentence.says_before(quantity, "one_more") and not sentence.has_verb(before.end, quantity.start):
        # `verlor 9 Mio., im zweiten Quartal weitere 4`
        return sentence.says("money_lost", before) is not None
    if attachment is None or not attachment.carried:
        return False
    told = sentence.says_before(before, "result_of_money")
    return told is not None and told[1] in ("Minus", "Verlust", "Fehlbetrag")


def _moves_another(sentence: Sentence, quantity: Quantity, loss: str) -> bool:
    """Whether a loss only moved the figure (`stieg trotz des Verlusts im Mai auf 79 Millionen`)."""
    before = sentence.before(quantity.hedge_start).rstrip().removesuffix(loss)
    return loss.endswith(" auf") and pattern("cause").search(before) is not None


def level_sign(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> tuple[int, str]:
    """The sign of a level.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: How its metric was found.
        metric: Its metric.

    Returns:
        1 or -1, by which the number as written is multiplied, and why.
    """
    minus = sign_word(sentence, quantity)
    if minus and not quantity.signed:
        return minus[0], f"`{minus[1]}` stands before it"
    if metric in EARNINGS | {"equity"} or (metric == "budget" and quantity.unit != "percent"):
        lost = sentence.says_after(quantity, "lost_after")
        if lost:
            return -1, f"`{lost[0].strip()}` follows"
        noun = noun_direction(sentence, quantity)
        if noun and pattern("result_noun").match(noun[1]) and not _moves_another(sentence, quantity, noun[1]):
            return noun[0], f"`{noun[1]}`"
        begin, end = sentence.clause(quantity.start)
        told = [
            mention
            for mention in sentence.metrics
            if mention.metric in EARNINGS
            and begin <= mention.start < end
            and not pattern("cause").search(sentence.before(mention.start))
        ]
        if attachment and attachment.mention:
            told.append(attachment.mention)
        nearest = min(told, key=lambda mention: _gap(sentence, mention, quantity), default=None)
        nearest = _named_in_full(sentence, nearest)
        if nearest is not None and (nearest.loss or pattern("opens_as_loss").match(nearest.text)):
            return -1, f"`{nearest.text}` is a loss"
        if nearest is not None and metric == "budget" and pattern("public_loss").search(nearest.text):
            return -1, f"`{nearest.text}` is a gap"
        if nearest is not None and pattern("negative").search(sentence.before(nearest.start)):
            return -1, f"`{nearest.text}` is negative"
        missing = sentence.says("money_lost", quantity)
        if missing:
            return -1, f"`{missing[0]}` tells a loss"
        if _goes_on_from_a_loss(sentence, quantity, attachment):
            return -1, "as the result before it"
        if metric == "earnings_per_share" and _of_a_loss(sentence, quantity):
            return -1, "of the loss told before it"
    return 1, "as written"
