"""Tells which way a change goes: by a noun before the figure, a word after it, a compound, or the verb."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.sentence import HARD, SOFT, Sentence
from pipeline.mentions.context import Cue
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern
from pipeline.vocabulary.pieces import Spotted

Direction = tuple[int, str]
"""1 or -1, and the words that tell it."""

_ANOTHER_FIGURE = 25.0
"""Code points of distance that another figure between a cue and its figure counts for."""

_A_BOUNDARY = 12.0
"""Code points of distance that a clause boundary of weight 1 counts for."""


_AFTER = ((1, "more_after"), (-1, "less_after"), (1, "grows_after"), (-1, "shrinks_after"))
"""Wordings after a figure, with the way that they tell."""


@cache
def _nouns() -> "tuple[tuple[int, Spotted, regex.Pattern[str]], ...]":
    """For either way, the noun before a figure and the noun at the end of a compound."""
    link = alternation("noun_to_figure")
    return tuple(
        (
            sign,
            Spotted(regex.compile(rf"(?i)(?<!\w){alternation(name)}{link}\s*$")),
            regex.compile(rf"-?s?-?{alternation(name)}"),
        )
        for sign, name in ((1, "rise_noun"), (-1, "fall_noun"))
    )


def noun_direction(sentence: Sentence, quantity: Quantity) -> Direction | None:
    """The way told by a noun that leads to the figure (`ein Rückgang im dritten Quartal um 5 Prozent`)."""
    before = sentence.before(quantity.hedge_start)
    matches = [
        (match.start(), sign, match[0].strip())
        for sign, leading, _ in _nouns()
        if (match := leading.search(before))
    ]
    return min(matches)[1:] if matches else None


def after_direction(sentence: Sentence, quantity: Quantity) -> Direction | None:
    """The way told by a word after the figure (`5 Prozent weniger`)."""
    following = sentence.next(quantity)
    if following is not None and following.unit != quantity.unit:
        between = sentence.text[quantity.end : following.start]
        if pattern("told_twice").fullmatch(between) and following.unit == "percent":
            return after_direction(sentence, following)  # `21 Punkte oder 0,6 Prozent weniger`
    for sign, wording in _AFTER:
        match = sentence.says_after(quantity, wording)
        # `mit 37 Millionen Euro mehr als verdoppelt`: what hedges the next figure tells nothing of this one.
        denied = sign > 0 and pattern("no_more").search(sentence.before(quantity.start)) is not None
        if match and not denied and not sentence.is_hedge(quantity.end + match.end() - 1):
            return sign, match[0].strip()
    return None


def compound_direction(attachment: Attachment | None) -> Direction | None:
    """The way told by the word for the metric itself (`Umsatzplus`, `Gewinnrückgang`)."""
    mention = attachment.mention if attachment else None
    if mention is None:
        return None
    # `fünfprozentige Kursabschläge`: the whole word is one for a price.
    suffix = mention.text.lower() if mention.metric == "share_price" else mention.suffix
    if not suffix:
        return None
    return next(((sign, mention.text) for sign, _, ending in _nouns() if ending.match(suffix)), None)


def sign_word(sentence: Sentence, quantity: Quantity) -> Direction | None:
    """The sign written as a word (`minus rund 5 Prozent`)."""
    match = sentence.says_before(quantity, "plus_or_minus")
    return (-1 if match["minus"] else 1, match[0].split()[0]) if match else None


def nearest_cue(sentence: Sentence, quantity: Quantity) -> Cue | None:
    """The verb or other cue that tells which way a quantity moved.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        A split verb around it (`ging um 5 Prozent zurück`), else the nearest cue of its clause, else the
        nearest one before it in the sentence; None where the sentence has none.
    """
    told = [cue for cue in sentence.cues if cue.name in ("up", "down") and not sentence.is_hedge(cue.start)]
    told = [cue for cue in told if not _tells_why(sentence, cue)] or told
    around = [cue for cue in told if cue.start < quantity.start and quantity.end <= cue.end]
    if around:
        return max(around, key=lambda cue: cue.start)
    beside = [cue for cue in told if not cue.start <= quantity.start < cue.end]
    for weight in (SOFT, HARD):
        begin, end = sentence.clause(quantity.start, weight)
        inside = [cue for cue in beside if begin <= cue.start < end]
        if inside:
            return min(inside, key=lambda cue: _distance(sentence, cue, quantity))
    before = [cue for cue in beside if cue.start < quantity.start]
    return before[-1] if before else None


def _tells_why(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is an attribute in an adjunct (`stieg dank niedrigerer Steuern um 15 Prozent`)."""
    return pattern("attribute").fullmatch(cue.text) is not None and (
        pattern("reason_given").search(sentence.before(cue.start)) is not None
    )


def _distance(sentence: Sentence, cue: Cue, quantity: Quantity) -> float:
    gap = quantity.start - cue.end if cue.start < quantity.start else cue.start - quantity.end
    low, high = min(cue.end, quantity.end), max(cue.start, quantity.start)
    return (
        gap
        + _ANOTHER_FIGURE * sentence.quantities_between(low, high, but=quantity)
        + _A_BOUNDARY * sentence.boundaries(cue.start, quantity.start)
    )


def direction(sentence: Sentence, quantity: Quantity, attachment: Attachment | None) -> Direction | None:
    """Which way a change goes.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: Its metric; a compound such as `Umsatzplus` tells the direction too.

    Returns:
        1 or -1 with the words that tell it, or None where nothing does.
    """
    found = (
        sign_word(sentence, quantity)
        or noun_direction(sentence, quantity)
        or after_direction(sentence, quantity)
        or compound_direction(attachment)
    )
    if found:
        return found
    cue = nearest_cue(sentence, quantity)
    return (1 if cue.name == "up" else -1, cue.text) if cue else None
