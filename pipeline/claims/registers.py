"""Tells what only looks like a market or a share: points of a game, percentages of something else."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import after_direction, compound_direction, noun_direction, sign_word
from pipeline.claims.fitting import unit_kind
from pipeline.claims.metric_classes import SELDOM_IN_PERCENT
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern, spotted

_OF_AN_INDEX = 1000
"""Points from which nothing but an index is told."""

LONGEST = 20_000
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
    return spotted("market_of_points").search(sentence.text[:LONGEST]) is not None


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


@cache
def _of_it() -> "regex.Pattern[str]":
    """What stands between a percentage and its whole (`der weltweit 448.000` Mitarbeiter)."""
    return regex.compile(rf"\s(?:{alternation('share_of')}\s)?(?:[\p{{Ll}}\d.’'-]+\s){{0,5}}")


def share_of_another(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """A percentage that is no share of what its sentence names, and tells no change of it.

    `Drei Viertel der Rechnungen wurden von den Kunden bezahlt` counts no customers.
    """
    mention = shared.mention if shared is not None else None
    if shared is None or mention is None or quantity.unit != "percent" or sentence.is_line:
        return None
    if shared.metric not in SELDOM_IN_PERCENT | {"price"}:
        return None
    if mention.start > quantity.end and _of_it().fullmatch(sentence.text[quantity.end : mention.start]):
        return None
    opening = sentence.clause(quantity.start)[0]
    if opening <= mention.start < quantity.start and _opens_with_whole(sentence, opening, mention):
        return None  # `Von den 470.000 Kunden haben 40 Prozent ein Abonnement`
    begin, end = sentence.predicate(quantity.start)
    moved = (
        quantity.signed
        or sentence.lead(quantity) in ("by", "from", "to")
        or sign_word(sentence, quantity)
        or noun_direction(sentence, quantity)
        or after_direction(sentence, quantity)
        or compound_direction(shared)
        or sentence.cues_in(begin, end, "up", "down")
        or any(cue.start < quantity.start < cue.end for cue in sentence.cues if cue.name in ("up", "down"))
    )
    if moved:
        return None
    return Attachment("other", mention, 0.5, 0.5, f"no share and no change of `{mention.text}`")


def _opens_with_whole(sentence: Sentence, begin: int, mention: MetricMention) -> bool:
    """Whether a clause opens with the whole of its percentage, which a mention names."""
    opening = sentence.text[begin : mention.start].lstrip(' ,;„"')
    whole = pattern("share_before").match(opening)
    return whole is not None and opening[whole.end() :].strip().replace(".", "").isdigit()
