"""Deals out figures told in turn: `Umsatz und Gewinn stiegen um 8 beziehungsweise 12 Prozent`."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import fits
from pipeline.claims.sentence import Sentence
from pipeline.mentions.metrics import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

SURE = 3.0
"""Score of a metric dealt out: as good as one that stands directly beside its figure."""

Item = TypeVar("Item")


def _runs(items: Sequence[Item], joined: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Cut a sequence where one item is not joined to the next; what stands alone is left out."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and joined(runs[-1][-1], item):
            runs[-1].append(item)
        else:
            runs.append([item])
    return [run for run in runs if len(run) > 1]


def dealt_out(sentence: Sentence) -> dict[int, Attachment]:
    """Give each of several figures told in turn its own of as many metrics named together.

    Args:
        sentence: The sentence.

    Returns:
        The metric of each such quantity by its start: of `8 beziehungsweise 12 Prozent` after `Umsatz und Gewinn`,
        the first is of revenue and the second of net income.
    """
    text = sentence.text

    def figures_joined(first: Quantity, second: Quantity) -> bool:
        between = pattern("figures_in_turn").fullmatch(text[first.end : second.hedge_start])
        return between is not None and first.unit == second.unit

    def metrics_joined(first: MetricMention, second: MetricMention) -> bool:
        return pattern("metrics_in_turn").fullmatch(text[first.end : second.start]) is not None

    named = _runs([mention for mention in sentence.metrics if not mention.verb], metrics_joined)
    dealt: dict[int, Attachment] = {}
    for figures in _runs(sentence.quantities, figures_joined) if named else ():
        metrics = _metrics_of(sentence, figures, named)
        for quantity, mention in zip(figures, metrics, strict=False):
            reason = f"`{mention.text}`, as the figures are told in turn"
            dealt[quantity.start] = Attachment(mention.metric, mention, SURE, SURE, reason)
    return dealt


def _metrics_of(
    sentence: Sentence, figures: Sequence[Quantity], named: Sequence[Sequence[MetricMention]]
) -> Sequence[MetricMention]:
    """The nearest metrics that are as many as the figures and can all be told in them, else none."""
    fitting = [
        metrics
        for metrics in named
        if len(metrics) == len(figures)
        and len({mention.metric for mention in metrics}) == len(metrics)
        and all(
            fits(mention.metric, sentence, quantity)
            for mention, quantity in zip(metrics, figures, strict=True)
        )
    ]
    return min(fitting, key=lambda metrics: abs(metrics[0].start - figures[0].start), default=())
