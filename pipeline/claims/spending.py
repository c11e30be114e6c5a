"""Reads money that is spent on something, told without a word for costs."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import kinds_of
from pipeline.claims.memory import Memory
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity


def spent_on_it(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What somebody spends on a thing (`Den Umbau lässt er sich 2 Millionen Euro kosten`)."""
    if "money" not in kinds_of(sentence, quantity) or not quantity.scaled:
        return None
    told = sentence.says("lets_it_cost", quantity)
    return Attachment("investment", None, 1.0, 1.0, f"`{told[0][:40]}`") if told else None


def gone_for_it(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What goes for something that costs (`Ein Drittel davon geht für Mieten drauf, ein Fünftel für Löhne`).

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity, an amount or a share of one.

    Returns:
        An attachment to costs; None where nothing says that it is gone.
    """
    share = quantity.unit == "percent" and sentence.lead(quantity) == ""
    if not share and "money" not in kinds_of(sentence, quantity):
        return None
    told = sentence.says("goes_for_costs" if share or quantity.scaled else "goes_away_for", quantity)
    if told is not None:
        return Attachment("costs", None, 1.0, 1.0, f"`{told[0][:40]}`")
    last = memory.last
    if last is None or last.metric != "costs" or last.quantity is not sentence.previous(quantity):
        return None
    if sentence.says("goes_for_costs", last.quantity) is None or not sentence.says_after(quantity, "for_it"):
        return None
    if sentence.has_verb(*sentence.clause(quantity.start)):
        return None
    return Attachment("costs", None, 1.0, 1.0, "goes for something too")
