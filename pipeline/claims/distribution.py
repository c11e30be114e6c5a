"""Deals out figures told in turn: `Umsatz und Gewinn stiegen um 8 beziehungsweise 12 Prozent`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import fits
from pipeline.claims.groups import Member
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

SURE = 3.0
"""Score of a metric dealt out: as good as one that stands directly beside its figure."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Turn:
    """Figures told in turn, and as many metrics: the first figure is of the first metric.

    Attributes:
        figures: The quantities in order.
        metrics: Their metrics in the same order.
    """

    figures: Sequence[Quantity]
    metrics: Sequence[MetricMention]

    def attachments(self) -> dict[int, Attachment]:
        """The metric of each figure by the start of the figure."""
        return {
            quantity.start: Attachment(
                mention.metric, mention, SURE, SURE, f"`{mention.text}`, as the figures are told in turn"
            )
            for quantity, mention in zip(self.figures, self.metrics, strict=True)
        }


def _runs(items: Sequence[Item], joined: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Cut a sequence where one item is not joined to the next; what stands alone is left out."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and joined(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) > 1]


def told_in_turn(sentence: Sentence) -> list[Turn]:
    """Find the figures of a sentence that are told in turn.

    Args:
        sentence: The sentence.

    Returns:
        Each run of figures with the nearest run of metrics of the same length that can all be told in them.
    """
    text = sentence.text

    def figures_joined(first: Quantity, second: Quantity) -> bool:
        between = pattern("figures_in_turn").fullmatch(text[first.end : second.hedge_start])
        return between is not None and first.unit == second.unit

    def metrics_joined(first: MetricMention, second: MetricMention) -> bool:
        return pattern("metrics_in_turn").fullmatch(text[first.end : second.start]) is not None

    named = _runs([mention for mention in sentence.metrics if not mention.verb], metrics_joined)
    turns: list[Turn] = []
    for figures in _runs(sentence.quantities, figures_joined) if named else ():
        fitting = [metrics for metrics in named if _fit(sentence, figures, metrics)]
        if fitting:
            nearest = min(fitting, key=lambda metrics: abs(metrics[0].start - figures[0].start))
            turns.append(Turn(figures, nearest))
    return turns


def _fit(sentence: Sentence, figures: Sequence[Quantity], metrics: Sequence[MetricMention]) -> bool:
    different = len({mention.metric for mention in metrics}) == len(metrics) == len(figures)
    return different and all(
        fits(mention.metric, sentence, quantity) for mention, quantity in zip(metrics, figures, strict=True)
    )


def deal_out(groups: Sequence[Sequence[Member]], turns: Sequence[Turn]) -> list[list[Member]]:
    """Put figures told in turn into groups by their metric.

    `sanken von 12 und 3 Milliarden auf 11 und 2 Milliarden` is a group of 12 and 11 and one of 3 and 2.

    Args:
        groups: The groups of a sentence, as its neighbours stand.
        turns: Its figures told in turn.

    Returns:
        The groups in the order of their first quantities.
    """
    members = {member.quantity.start: member for group in groups for member in group}
    order = sorted(members)
    dealt: list[list[Member]] = []
    before: list[list[Member]] = []
    for turn in turns:
        starts = [quantity.start for quantity in turn.figures]
        first, last = members[starts[0]], members[starts[-1]]
        position = order.index(starts[0])
        goes_on = (
            first.link is not None
            and len(before) == len(starts)
            and order[position - 1] == before[-1][-1].quantity.start
        )
        link = first.link if goes_on else None
        own = [replace(members[start], link=link, following=last.following, column=None) for start in starts]
        if goes_on:
            for group, member in zip(before, own, strict=True):
                group.append(member)
        else:
            before = [[member] for member in own]
            dealt.extend(before)
    taken = {quantity.start for turn in turns for quantity in turn.figures}
    rest = [[member for member in group if member.quantity.start not in taken] for group in groups]
    return sorted([*dealt, *filter(None, rest)], key=lambda group: group[0].quantity.start)
