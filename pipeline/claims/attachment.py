"""Chooses the metric of a group of quantities: the mention of the sentence with the best score."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.claims.features import is_in_passing, is_of_a_rate, is_share_of, score
from pipeline.claims.fitting import fits, kinds_of
from pipeline.claims.metric_classes import PROFITS, WHOLES
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

LEAST = -0.65
"""Score below which a mention is no metric of a figure; learned with the weights."""

_BESIDE = 25
"""Code points behind a figure within which a word of metric `other` says what it is."""

LEAD_WITHOUT_RIVAL = 3.0
"""Lead of the only metric of a sentence."""

MISFIT = 0.5
"""What each member of a group that a mention cannot measure takes from its score."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """The metric of a group of quantities.

    Attributes:
        metric: The metric.
        mention: The mention that names it; None where it was taken from elsewhere.
        score: Its score; the greater the surer.
        margin: Its lead over the best mention of another metric.
        reason: Why, in words.
        carried: It is that of a sentence before, which is gone on about.
    """

    metric: str
    mention: MetricMention | None
    score: float
    margin: float
    reason: str
    carried: bool = False


def _far_off(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a word of no metric stands behind a figure and apart (`10 Dollar … seit den Zöllen`)."""
    if mention.metric != "other" or mention.start < quantity.end:
        return False
    return mention.start - quantity.end > _BESIDE


def _bears_interest(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause of a percentage tells an interest, so that what is owed only says of what."""
    if quantity.unit != "percent" or sentence.lead(quantity) == "by":
        return False
    begin, end = sentence.clause(quantity.start)
    return any(begin <= found.start < end and found.metric == "interest_rate" for found in sentence.metrics)


def _reached(sentence: Sentence, quantities: Sequence[Quantity]) -> Quantity | None:
    """The level to which a change among some figures led: one of them or the next (`um 6 Prozent auf 3`)."""
    for quantity in quantities:
        following = sentence.next(quantity)
        if following is not None and (sentence.lead(quantity), sentence.lead(following)) == ("by", "to"):
            return following if not sentence.boundaries(quantity.end, following.start) else None
    return None


def _own_clause_first(
    sentence: Sentence, quantity: Quantity, ranked: Sequence[tuple[float, MetricMention]]
) -> tuple[float, MetricMention]:
    """The best mention, of those in a subordinate clause of the figure (`weil 23 Mio. gesteckt wurden`)."""
    begin, end = sentence.clause(quantity.start)
    if sentence.lead(quantity) == "by" and pattern("all_in_all").fullmatch(ranked[0][1].text):
        subjects = [
            item
            for item in ranked[1:]
            if begin <= item[1].start < end and pattern("as_subject").search(sentence.before(item[1].start))
        ]
        return subjects[0] if subjects else ranked[0]  # `Unterm Strich wuchs der Umsatz um 2 Prozent`
    if not begin <= ranked[0][1].start < end and ranked[0][1].metric in PROFITS:
        own = [item for item in ranked if begin <= item[1].start < end and item[1].metric in PROFITS]
        if own and own[0][0] >= LEAST and sentence.has_verb(begin, end):
            return own[0]  # `Der Gewinn vor Zinsen und Steuern wuchs auf 96 Mio. Euro, netto blieben 61`
    apart = _between_semicolons(sentence, quantity)
    if not apart[0] <= ranked[0][1].start < apart[1]:
        told = [item for item in ranked if apart[0] <= item[1].start < apart[1] and item[0] >= LEAST]
        if told:
            return told[0]  # `…; unter zehn Millionen soll der Verlust bleiben`
    inside = [item for item in ranked if begin <= item[1].start < end and item[0] >= LEAST]
    if not inside:
        return ranked[0]
    apart_by = sentence.quantities_between(ranked[0][1].end, begin)
    own_verb = any(found.verb and found.start > quantity.end for _, found in inside)
    if apart_by and own_verb and sentence.has_verb(begin, quantity.start):
        return inside[0]  # `Der Umsatz stieg auf 80 Millionen, netto wurden 4,6 Millionen verdient`
    if pattern("subordinate").match(sentence.text[begin:end].lstrip(" ,")) is None:
        return ranked[0]
    return inside[0]


def _between_semicolons(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """The part of a sentence that holds a quantity, where semicolons part it."""
    aside = sentence.bracket(quantity.start)
    low, high = aside or (quantity.start, quantity.end)  # `80 Mio. (2018: 75; 2017: 70)` is of one metric
    begin = sentence.text.rfind(";", sentence.start, low) + 1 or sentence.start
    end = sentence.text.find(";", high, sentence.end)
    return begin, end if end >= 0 else sentence.end


def attach(sentence: Sentence, quantities: Sequence[Quantity]) -> Attachment | None:
    """Choose the metric that a group of quantities shares.

    Args:
        sentence: The sentence.
        quantities: The quantities of the group.

    Returns:
        The best metric mention of the sentence that any of them can be told in; None where none is good
        enough.
    """
    reached = _reached(sentence, quantities)
    beside = len(quantities) > 1 and quantities[1].unit == "percent" and sentence.bracket(quantities[1].start)
    told = quantities[0] if beside and "money" in kinds_of(sentence, quantities[0]) else None
    aside = sentence.inserted(quantities[0])
    ranked: list[tuple[float, MetricMention]] = []
    for mention in sentence.metrics:
        if mention.start in aside:
            continue  # `Kanada, wo drei Fabriken stehen, wuchs um 5 Prozent`
        if mention.metric == "debt" and _bears_interest(sentence, quantities[0]):
            continue  # `eine Anleihe, die mit 2,5 Prozent verzinst ist`
        factors = all(quantity.unit == "factor" for quantity in quantities)  # `das 3,8-Fache des Ebitda`
        if all(is_share_of(sentence, quantity, mention) for quantity in quantities) and (
            mention.metric in WHOLES
            or factors
            or (mention.metric == "revenue" and is_of_a_rate(sentence, quantities[0], mention))
        ):
            continue  # `Das Eigenkapital macht 41 Prozent der Bilanzsumme aus`
        if is_in_passing(sentence, quantities, mention):
            continue  # `Dort listeten die Ingenieure 64 Mängel auf`
        if pattern("taken_off").match(mention.text) and is_of_a_rate(sentence, quantities[0], mention):
            continue  # `Die Rendite stieg vor Steuern auf 16,9 Prozent`
        if told is not None and not fits(mention.metric, sentence, told):
            continue  # `Firmenkunden brachten davon 636 Mio. Dollar (+18%)`
        if reached is not None and not fits(mention.metric, sentence, reached):
            continue  # `wuchs um 6 Prozent auf 31,6 Mrd. Dollar bei 18 Prozent Marge`
        scores = [
            score(sentence, quantity, mention)
            for quantity in quantities
            if fits(mention.metric, sentence, quantity) and not _far_off(sentence, quantity, mention)
        ]
        if scores:
            # One member beside the mention is enough: `um 8 Prozent auf 2,1 Milliarden Euro Umsatz`.
            ranked.append((max(scores) - MISFIT * (len(quantities) - len(scores)), mention))
    if not ranked:
        return None
    ranked.sort(key=lambda item: -item[0])
    best_score, best = _own_clause_first(sentence, quantities[0], ranked)
    if best_score < LEAST:
        return None
    rival = next(
        (value for value, mention in ranked[1:] if mention.metric != best.metric),
        best_score - LEAD_WITHOUT_RIVAL,
    )
    reason = f"`{best.text}` names it (score {best_score:.1f}, next {rival:.1f})"
    return Attachment(best.metric, best, best_score, best_score - rival, reason)
