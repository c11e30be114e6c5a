"""Tells the figures of people that measure nothing: shares of those asked, and those who came to harm."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern


def people_asked(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A share of people or firms (`37 Prozent der Befragten`, `Zwei Drittel halten das für falsch`)."""
    if quantity.unit not in ("percent", "factor"):
        return None
    told = (
        sentence.says_after(quantity, "share_of_people")
        or (not sentence.lead(quantity) and sentence.says_after(quantity, "people_think"))
        or sentence.says_before(quantity, "think_people")
        or (pattern("every_so_many").match(quantity.text) and sentence.says_after(quantity, "one_of_people"))
    )
    return Attachment("other", None, 1.0, 1.0, f"`{told[0].strip()}`: a share of people") if told else None


def harmed(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """People hurt or ill are no workforce and no customers (`elf Arbeitern das Leben kostete`)."""
    if quantity.unit != "count" or shared is None or shared.metric not in ("employees", "customers"):
        return None
    told = sentence.says("harm", quantity)
    return Attachment("other", shared.mention, 1.0, 1.0, f"`{told[0]}`") if told else None
