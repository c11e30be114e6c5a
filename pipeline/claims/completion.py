"""Completes a bare number that goes on from an amount: `51 Mio. Euro. Im Jahr davor waren es 66.`."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.claims.direction import after_direction, sign_word
from pipeline.claims.fitting import kinds_of, unit_kind
from pipeline.claims.memory import Memory
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metric_words import metric_units
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.ranges import scaled_like
from pipeline.vocabulary.patterns import pattern

LINES = 3
"""Lines back to which a list tells the unit of what stands in brackets (`- Lacke 9,7 Mrd. DM (+2,4 vH)`)."""
LIKE_SIZE = 10
"""How many times as large as an amount a number may be, as written, that goes on from it."""
SMALL = 12
"""Up to this number, a number word goes on from an amount only where a little word says so (`auf vier`)."""
SMALLEST_INDEX = 100
"""From here on a bare number beside an index is its level."""
IN_FULL = 1000
"""From here on a number without a scale is written in full."""
WHOLE = 100
"""Percent of which a share is told."""

RESULTS_IN_MONEY = frozenset(("ebitda", "ebit", "pretax_profit", "net_income"))
"""Metrics whose decimal beside an amount of millions is one of millions: `Umsatz 209 Mio. Euro; Ebit 4,2`."""

Giver = tuple[Quantity, str | None]
"""An amount with the unit in which it is told."""


def completed(sentence: Sentence, memory: Memory) -> list[Quantity]:
    """Give each number that counts nothing the scale and unit of the amount that it goes on from.

    Args:
        sentence: The sentence.
        memory: What the document spoke of last.

    Returns:
        Its quantities in order. A number that stands before a noun, or after one for something counted, is
        left as it is.
    """
    quantities = list(sentence.quantities)
    for index, quantity in enumerate(quantities):
        if not _goes_on(sentence, quantity):
            continue
        unit = _unit_of_its_place(sentence, quantity, memory)
        if unit is not None:
            quantities[index] = replace(quantity, unit=unit, borrowed=True)
            continue
        for giver, unit in _givers(sentence, quantity, quantities, index, memory):
            if unit in (None, "count") and kinds_of(sentence, giver) == ("count",):
                break  # `1,2 Millionen Besucher, im Mai 40` goes on counting
            if _is_part(sentence, quantity, giver, unit) and _may_be_told_in(sentence, quantity, unit):
                quantities[index] = replace(quantity, unit=unit, borrowed=True)
                break
            if _is_per_share(sentence, quantity) and giver.scaled:
                if unit_kind(unit) == "money":
                    quantities[index] = replace(quantity, unit=unit, borrowed=True)
                break  # `Umsatz von 9 Mio. Euro, der Gewinn je Aktie lag bei 1,20`
            if unit_kind(unit) == "money" and _of_money_in_full(sentence, quantity):
                quantities[index] = replace(quantity, unit=unit, borrowed=True)
                break
            if (
                not quantity.scaled
                and _alike(sentence, quantity, giver, unit)
                and _may_be_told_in(sentence, quantity, unit)
            ):
                quantities[index] = scaled_like(quantity, giver, unit)
                break
    return quantities


def _goes_on(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number names nothing that it counts."""
    bare = quantity.unit == "count" and quantity.form == "number"
    if not bare or quantity.compound or quantity.low == 0 or sentence.says_after(quantity, "counts_a_thing"):
        return False
    if _counted_behind_brackets(sentence, quantity):
        return False
    if sentence.says_before(quantity, "number_of") or _in_table(sentence, quantity):
        return False
    if _leads_to_pieces(sentence, quantity):
        return False
    small = quantity.word and quantity.high <= SMALL
    return (
        not small
        or quantity.qualifier != "exact"
        or sentence.says_before(quantity, "goes_on_small") is not None
    )


def _counted_behind_brackets(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the noun that a number counts stands behind brackets: `umfasste 23 (i. V. 26) Schiffe`."""
    place = sentence.text.find("(", quantity.end, quantity.end + 2)
    bracket = sentence.bracket(quantity.start) or (sentence.bracket(place) if place >= 0 else None)
    if bracket is None or sentence.quantities_between(*bracket) > 1:
        return False
    return pattern("counts_a_thing").match(sentence.after(bracket[1])) is not None


def _leads_to_pieces(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the next number counts its noun (`von 720 auf 655 Mitarbeiter`, `250 von 2900 Stellen`)."""
    following = sentence.next(quantity)
    if following is None or following.unit != "count" or following.scaled:
        return False
    moved = (sentence.lead(quantity), sentence.lead(following)) == ("from", "to")
    part = pattern("part_of_whole").fullmatch(sentence.text[quantity.end : following.hedge_start].strip())
    return (moved or part is not None) and sentence.says_after(following, "counts_a_thing") is not None


def _unit_of_its_place(sentence: Sentence, quantity: Quantity, memory: Memory) -> str | None:
    """The unit that its place tells: the points of an index, the percent of a sign in brackets."""
    if quantity.scaled:
        return None
    bracket = sentence.bracket(quantity.start)
    signed = quantity.signed or sign_word(sentence, quantity) is not None
    if bracket is not None and signed:
        asides = [
            other for other in sentence.quantities if sentence.bracket(other.start) not in (None, bracket)
        ]
        lines = memory.recent(LINES) if sentence.is_line else ()
        above = any(line.unit == "percent" and line.link == "bracket" for line in lines)
        return "percent" if above or any(other.unit == "percent" for other in asides) else None
    named = _named_before(sentence, quantity)
    of_an_index = named is not None and named.metric == "index_level" and quantity.low >= SMALLEST_INDEX
    return "points" if of_an_index and bracket is None else None


def _is_part(sentence: Sentence, quantity: Quantity, giver: Quantity, unit: str | None) -> bool:
    """Whether a number is a difference in full from an amount: `3,2 Mio. Liter, 40.000 mehr als zuvor`."""
    if not giver.scaled or unit_kind(unit) not in ("money", "physical"):
        return False
    in_full = quantity.scaled or quantity.low >= IN_FULL
    return in_full and quantity.low < giver.low and after_direction(sentence, quantity) is not None


def _of_money_in_full(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number without a scale is all of a result: `zuvor war ein Gewinn von 310.000 geblieben`."""
    if quantity.scaled or quantity.low < IN_FULL:
        return False
    named = _named_before(sentence, quantity)
    if named is None:
        return sentence.says("money_gone", quantity) is not None  # `zuletzt fehlten 600.000`
    if named.metric not in RESULTS_IN_MONEY | {"revenue"}:
        return False
    return pattern("of_so_much").fullmatch(sentence.text[named.end : quantity.hedge_start]) is not None


def _in_table(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number stands in a cell, which only the head of its column or row measures."""
    beside = sentence.before(quantity.start, 2), sentence.after(quantity.end, 2)
    return any(gap in side for gap in ("  ", "|", "\t") for side in beside)


def _givers(
    sentence: Sentence, quantity: Quantity, quantities: list[Quantity], index: int, memory: Memory
) -> Iterator[Giver]:
    """The amounts that a number can go on from, the nearest first."""
    if sentence.lead(quantity) == "instead" and index + 1 < len(quantities):
        yield quantities[index + 1], quantities[index + 1].unit  # `Statt 6 sollen es nun 5 Prozent sein`
    bracket = sentence.bracket(quantity.start)
    for other in reversed(quantities[:index]):
        aside = sentence.bracket(other.start)
        if (
            other.form != "number"
            or (aside is not None and aside != bracket)
            or _merely_counts(sentence, other)
        ):
            continue
        yield other, other.unit
    told = sentence.text[sentence.start : sentence.end].rstrip('\n "»“”')
    if not told.endswith((".", "!", "?")):
        return  # a line of a page goes on from nothing: `Kommentare (12)`
    for statement in memory.recent(1):
        if statement.quantity.form == "number":
            yield statement.quantity, statement.unit


def _merely_counts(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number word only counts some noun (`zwei Händler`)."""
    small = quantity.word and quantity.high <= SMALL and quantity.unit == "count" and not quantity.scaled
    return small and sentence.says_after(quantity, "counts_a_thing") is not None


def _is_per_share(sentence: Sentence, quantity: Quantity) -> bool:
    named = _named_before(sentence, quantity)
    return named is not None and named.metric == "earnings_per_share"


def _alike(sentence: Sentence, quantity: Quantity, giver: Quantity, unit: str | None) -> bool:
    """Whether a number is of the size of an amount as written; a profit is far smaller than a revenue."""
    if giver.low == 0 or (unit == "percent" and quantity.high > WHOLE):
        return False
    named = _named_before(sentence, quantity)
    profit = named is not None and named.metric in RESULTS_IN_MONEY and quantity.decimal and giver.scaled
    smallest = 1 / IN_FULL if profit else 1 / LIKE_SIZE
    return smallest <= abs(quantity.low * giver.multiplier / giver.low) <= LIKE_SIZE


def _may_be_told_in(sentence: Sentence, quantity: Quantity, unit: str | None) -> bool:
    """Whether the metric that its clause names last before a number can be told in a unit."""
    named = _named_before(sentence, quantity)
    return named is None or unit_kind(unit) in metric_units()[named.metric]


def _named_before(sentence: Sentence, quantity: Quantity) -> MetricMention | None:
    """The metric that the clause of a number names last before it, None where it names none."""
    begin, _end = sentence.clause(quantity.start)
    named = [
        mention
        for mention in sentence.metrics
        if begin <= mention.start < quantity.start and not mention.verb
    ]
    return named[-1] if named else None
