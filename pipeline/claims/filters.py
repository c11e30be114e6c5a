"""Tells the quantities that turn out to state nothing once their metric is known."""

from collections.abc import Sequence

import regex

from pipeline.claims.sentence import Sentence
from pipeline.mentions.metrics import MetricMention
from pipeline.quantities.quantity import Quantity

_GROUP = regex.compile(
    r"(?i)(?<!\w)mit\s+(?:mehr als|über|weniger als|mindestens|wenigstens|bis zu|höchstens|unter)\s+$"
)
_EACH = regex.compile(r"\s(?:pro|im|je) (?:Jahr|Monat)(?!\w)")
_NEEDED = regex.compile(
    r"(?i)(?:erforderlich\w*|nötig\w*|notwendig\w*|mindestabstand|mehrheit von|hürde|verfehlt er|schwelle von)"
)


def without_thresholds(
    text: str, start: int, quantities: Sequence[Quantity], metrics: Sequence[MetricMention]
) -> tuple[list[Quantity], list[MetricMention]]:
    """Leave out numbers that only define a group, and the nouns that they count.

    Args:
        text: The article.
        start: First code point of the sentence.
        quantities: Quantities of the sentence in order.
        metrics: Its metric mentions in order.

    Returns:
        Both without `zehn Mitarbeitern` in `265.000 Kunden mit mehr als zehn Mitarbeitern`, and without `100.000
        Dollar` in `769 von ihnen geben mehr als 100.000 Dollar pro Jahr aus`.
    """
    kept: list[Quantity] = []
    counted: list[int] = []
    for quantity in quantities:
        earlier = any(other.unit == "count" for other in kept)
        group = quantity.unit == "count" and _GROUP.search(
            text[max(start, quantity.start - 40) : quantity.start]
        )
        each = quantity.qualifier in ("over", "at_least") and _EACH.match(text, quantity.end)
        if earlier and (group or each):
            counted.append(quantity.end)
        else:
            kept.append(quantity)
    return kept, [mention for mention in metrics if not any(0 <= mention.start - end <= 2 for end in counted)]


def states_nothing(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why a quantity is no claim.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.

    Returns:
        The reason, or None where it is a claim.
    """
    if (
        quantity.unit == "count"
        and quantity.form == "number"
        and quantity.word
        and quantity.high <= 12
        and not quantity.scaled
        and metric == "other"
    ):
        return "a small number word that merely counts"
    if quantity.unit == "count" and quantity.word and quantity.high <= 1:
        return "an article"
    if (
        metric == "other"
        and _NEEDED.search(sentence.text[sentence.start : sentence.end])
        and quantity.unit in ("percent", "percentage_points")
    ):
        return "a condition, not a fact"
    return None
