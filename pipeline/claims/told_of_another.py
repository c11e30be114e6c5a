"""Reads bare numbers that are told of another amount: a debt as a multiple, a part of a staff."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import COUNTED, PEOPLE_AND_PLACES
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

_MOST_TIMES = 30
"""No company owes so many times what it earns in a year."""

_BESIDE = 3
"""At most a blank or two stand between a figure and the noun that says what it counts."""


def is_leverage(metric: str, quantity: Quantity) -> bool:
    """Whether a bare number of debt can only be a multiple: `der Verschuldungsgrad stieg auf 1,7`.

    Args:
        metric: The metric of the quantity.
        quantity: The quantity.
    """
    bare = quantity.unit in (None, "count") and not quantity.scaled and not quantity.word
    return metric == "debt" and bare and quantity.high < _MOST_TIMES


def leverage(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """Debt as a multiple of what is earned (`Der Verschuldungsgrad stieg auf 1,7; das Ziel liegt bei 2,0`).

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.

    Returns:
        An attachment to debt; None where the number tells no multiple of one.
    """
    if not is_leverage("debt", quantity) or not quantity.decimal:
        return None
    told = spotted("leverage").search_in(sentence.text, sentence.start, quantity.start)
    if told is not None and not sentence.quantities_between(told.end(), quantity.start):
        return Attachment("debt", None, 1.0, 1.0, f"`{told[0]}` is told as a multiple")
    last = memory.last
    if last is None or (last.metric, last.unit) != ("debt", "factor"):
        return None
    here = last.sentence_start == sentence.start
    begin = max(sentence.start, last.quantity.end) if here else sentence.start
    named = any(begin <= mention.start and mention.metric != "debt" for mention in sentence.metrics)
    goes_on = here or sentence.says("the_ratio") is not None
    return None if named or not goes_on else Attachment("debt", None, 1.0, 1.0, "the multiple before it")


def more_or_less(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """By how much the amount before it differs (`231 Gigawattstunden, um 29 Prozent weniger als zuvor`)."""
    last = memory.last
    if quantity.unit != "percent" or last is None or last.quantity is not sentence.previous(quantity):
        return None
    if last.kind != "level" or last.unit == "percent":
        return None
    between = sentence.text[last.quantity.end : quantity.hedge_start]
    after = sentence.says_after(quantity, "more_than_before")
    if after is None or not pattern("by_so_much").fullmatch(between):
        return None
    return Attachment(last.metric, None, 1.0, 1.0, f"`{after[0].strip()}` than the amount before it")


def tradesmen_at_work(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """People counted by their trade, where they work (`In der Backstube arbeiten 65 Bäcker`)."""
    named = shared is not None and shared.metric != "other"
    if named or quantity.unit not in (None, "count") or not sentence.says("at_work", quantity):
        return None
    told = sentence.says_after(quantity, "tradesmen")
    return Attachment("employees", None, 1.0, 1.0, f"`{told[0].strip()}` at work") if told else None


def their_number(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """How many there are of those told of before (`Die Besucher blieben aus. Ihre Zahl sank auf 4000`)."""
    told = sentence.says("their_number", quantity)
    if told is None or quantity.unit not in (None, "count", "percent"):
        return None
    place = sentence.predicate(quantity.start)[0] + told.end()
    if any(place <= mention.start < quantity.end for mention in sentence.metrics):
        return None
    counted = memory.topics.latter()
    return Attachment(counted if counted in COUNTED else "other", None, 1.0, 1.0, f"`{told[0]}`")


def part_of_people(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A part of those counted after it (`Kurzarbeit für 420 der 1150 Mitarbeiter`, `um 7 auf 33 Häuser`)."""
    whole = sentence.next(quantity)
    if quantity.unit not in (None, "count") or whole is None or whole.unit not in (None, "count"):
        return None
    between = sentence.text[quantity.end : whole.hedge_start].strip()
    moved = between == "auf" and sentence.lead(quantity) == "by"
    if not moved and not pattern("part_of_whole").fullmatch(between):
        return None
    counted = next((mention for mention in sentence.metrics if _counts(whole, mention)), None)
    if counted is None or counted.metric not in PEOPLE_AND_PLACES:
        return None
    return Attachment(counted.metric, counted, 1.0, 1.0, f"a part of the `{counted.text}`")


def wages_of_people(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What happens to the wages of people (`Die Gehälter der 870 Lehrer sind um 2 Prozent gestiegen`)."""
    if quantity.unit != "percent" or shared is None or shared.metric != "employees":
        return None
    told = sentence.says("wages_of", quantity)
    return Attachment("price", None, 1.0, 1.0, f"`{told[0]}`") if told else None


def employed(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """People that a company employs (`beschäftigt an vier Standorten 1.350 Menschen`)."""
    if quantity.unit not in (None, "count") or sentence.says_after(quantity, "people_counted") is None:
        return None
    told = sentence.says("employs", quantity)
    return Attachment("employees", None, 1.0, 1.0, f"`{told[0]}`") if told else None


def _counts(quantity: Quantity, mention: MetricMention) -> bool:
    return 0 < mention.start - quantity.end < _BESIDE
