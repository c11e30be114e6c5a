"""Reads the answers of an interview, that leave out what was asked (`Was nehmen Sie ein? 4 Millionen`)."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import fits
from pipeline.claims.memory import Memory
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern


def is_asked(line: str) -> bool:
    """Whether a line of its own is one that an interviewer says: a question, or what he holds out to `Sie`.

    Args:
        line: A sentence without figures that ends its line.
    """
    line = line.rstrip(' "“”«»')
    return line.endswith("?") or (line.endswith(".") and pattern("asked_of_them").search(line) is not None)


def answer(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of a question, for a figure of the sentence that answers it and names none.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.

    Returns:
        An attachment; None where no question was asked right before, or it speaks of several metrics or none.
    """
    topics = memory.topics
    if topics.asked is None or memory.number - topics.asked_in != 1:
        return None
    mentions = [mention for mention in topics.asked() if mention.metric != "other"]
    named = {mention.metric for mention in mentions}
    if len(named) != 1 or not fits(mentions[0].metric, sentence, quantity):
        return None
    loss = next((mention for mention in mentions if mention.loss), None)
    return Attachment(named.pop(), loss, 0.5, 0.5, f"asked for with `{mentions[0].text}`", carried=True)
