"""Tells the quantities that turn out to state nothing once their metric is known."""

import regex

from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity

_GROUP = regex.compile(r"(?i)(?<!\w)mit\s+(?:mehr als|über|weniger als|mindestens|wenigstens|bis zu|höchstens|unter)\s+$")
_NEEDED = regex.compile(r"(?i)(?:erforderlich\w*|nötig\w*|notwendig\w*|mindestabstand|mehrheit von|hürde|verfehlt er|schwelle von)")


def states_nothing(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why a quantity is no claim.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.

    Returns:
        The reason, or None where it is a claim.
    """
    if quantity.unit == "count" and quantity.form == "number" and quantity.word and quantity.high <= 12 and not quantity.scaled and metric == "other":
        return "a small number word that merely counts"
    if quantity.unit == "count" and quantity.word and quantity.high <= 1:
        return "an article"
    earlier = any(other.start < quantity.start and other.unit == "count" for other in sentence.quantities)
    if earlier and quantity.unit == "count" and _GROUP.search(sentence.before(quantity.start)):
        return "a threshold that only defines a group"
    after = sentence.after(quantity.end, 24)
    if earlier and quantity.qualifier in ("over", "at_least") and regex.match(r"\s(?:pro|im|je) (?:Jahr|Monat)", after):
        return "a threshold that only defines a group"
    if metric == "other" and _NEEDED.search(sentence.text[sentence.start : sentence.end]) and quantity.unit in ("percent", "percentage_points"):
        return "a condition, not a fact"
    return None
