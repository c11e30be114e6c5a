"""Tells what only looks like business: points of a game, cars in an accident, people named in passing."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import is_small_amount, unit_kind
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

_OF_AN_INDEX = 1000
"""Points from which nothing but an index is told."""

_LEAST_WORTH = 100_000
"""Units of money that no company is worth less than."""

_MERELY_COUNTS = 12
"""Up to this number, a number word with people who are named in passing is no workforce."""

_OF_A_FIRM = ("staff", "jobs_lost", "jobs_created", "jobs_to_move")
"""Wordings that show a small number of people or houses to be those of a firm."""

_LONGEST = 20_000
"""Code points of an article in which a word is looked for that says what it is about."""


def points_of_an_index(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether points are those of an index or a future, and not those of a team, a driver, a test.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
    """
    if unit_kind(quantity.unit) != "index":
        return False
    if sentence.says("market_of_points") or abs(quantity.high) >= _OF_AN_INDEX:
        return True
    if sentence.says("game"):
        return False
    return spotted("market_of_points").search(sentence.text[:_LONGEST]) is not None


def points_of_a_game(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether points are a score or a standing, which is no claim (`sechs Punkte hinter dem Ersten`)."""
    return unit_kind(quantity.unit) == "index" and sentence.says("game") is not None


def beside_points(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A move told together with points of an index (`gab um 0,4 Prozent auf 13.791 Punkte nach`)."""
    if quantity.unit != "percent":
        return None
    begin, end = sentence.predicate(quantity.start)
    others = (sentence.next(quantity), sentence.previous(quantity))
    told = any(
        other is not None
        and begin <= other.start < end
        and sentence.lead(other) in ("to", "at")
        and points_of_an_index(sentence, other)
        for other in others
    )
    return Attachment("index_level", None, 0.5, 0.5, "beside points") if told else None


def not_business(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What a noun counts that business news counts too: cars that crashed, guests of a wedding.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        shared: The metric of its group so far.

    Returns:
        An attachment to `other`; None where the figure may be one of business.
    """
    mention = shared.mention if shared is not None else None
    if shared is None or mention is None:
        return None
    word = mention.text
    if shared.metric == "market_cap":
        small = mention.verb and quantity.unit == "percent"
        told = "of no company" if small or is_small_amount(sentence, quantity, _LEAST_WORTH) else None
    elif quantity.unit not in ("count", "percent", "factor"):
        return None
    elif shared.metric == "sales_volume" and pattern("goods_on_the_road").fullmatch(word):
        told = None if spotted("cars_sold").search(sentence.text[:_LONGEST]) else "nobody sells"
    elif shared.metric == "customers" and pattern("guests").fullmatch(word):
        rule = sentence.says("allowed", quantity) or sentence.says("gathering", quantity)
        told = rule[0] if rule else None
    elif pattern("in_passing").fullmatch(word) and quantity.word and quantity.high <= _MERELY_COUNTS:
        told = None if any(map(sentence.says, _OF_A_FIRM)) else "in passing"
    else:
        return None
    return Attachment("other", mention, 1.0, 1.0, f"`{word}`, `{told}`: no business") if told else None
