"""Finds the time that belongs to a quantity: the one it is told for, the one that makes it an earlier one."""

from datetime import date

from pipeline.claims.metric_classes import MARKET, RESULTS
from pipeline.claims.period import Period, of_mention, shifted
from pipeline.claims.sentence import HARD, SOFT, Sentence
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.patterns import special_pattern
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_WHOLE_SENTENCE = 9.0
"""Weight of a clause boundary that none reaches."""

_DAYS = frozenset(("day", "week"))
_MONTHS = _DAYS | {"month"}
_PARTS = frozenset(("quarter", "half", "nine_months"))
_DIRECTLY = 12
"""Most code points between a figure and a time that directly follows it."""


def named_period(sentence: Sentence, quantity: Quantity, metric: str) -> PeriodMention | None:
    """The mention that tells the time of a quantity.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric: a day can be the time of a share price but not of a year's revenue, and a month is
            when a company's outlook was told rather than what it is for.

    Returns:
        The nearest one of its clause, else of the sentence; what stands for comparison is left out.
    """
    too_short = frozenset() if metric in MARKET else _MONTHS if metric in RESULTS else _DAYS
    usable = [
        mention
        for mention in sentence.periods
        if not mention.comparison
        and (mention.label or mention.granularity == "week")
        and mention.granularity not in too_short
    ]
    bracket = sentence.bracket(quantity.start)
    if bracket:
        inside = [mention for mention in usable if bracket[0] <= mention.start < bracket[1]]
        if inside:
            return inside[0]
    outside = [mention for mention in usable if sentence.bracket(mention.start) is None] or usable
    for weight in (SOFT, HARD, _WHOLE_SENTENCE):
        begin, end = sentence.clause(quantity.start, weight)
        near = [
            mention
            for mention in outside
            if begin <= mention.start < end and (weight == SOFT or not mention.shift)
        ]
        if near:
            return min(near, key=lambda mention: _distance(sentence, mention, quantity))
    return None


def _distance(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> float:
    if mention.end <= quantity.start:
        low, high = mention.end, quantity.start
    else:
        low, high = quantity.end, mention.start
    # `von 10 Milliarden im Jahr 2014 auf 9,4 Milliarden`: what directly follows belongs to the number before.
    follows = 0 <= mention.start - quantity.end <= _DIRECTLY
    return high - low + 40.0 * sentence.quantities_between(low, high) - (25.0 if follows else 0.0)


def period_beside(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """A business period that stands directly after a quantity or in its brackets."""
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if mention.granularity in _DAYS or mention.label is None:
            continue
        if bracket and bracket[0] <= mention.start < bracket[1]:
            return mention
        if not bracket and 0 <= mention.start - quantity.end <= _DIRECTLY:
            return mention
    return None


def implied_period(sentence: Sentence, published: date | None) -> Period | None:
    """The part of a year that only its comparison tells: `4 Prozent mehr als im Vorjahresquartal`.

    Args:
        sentence: A sentence that names no other time.
        published: Day of publication; a part that is not over by then is not meant.

    Returns:
        The part that lies as far after the comparison as its word goes back, None where nothing tells one.
    """
    parts = [mention for mention in sentence.periods if mention.shift and mention.granularity in _PARTS]
    if not parts or published is None or len({mention.label for mention in parts}) > 1:
        return None
    mention = parts[0]
    period = shifted(of_mention(mention), -mention.shift, f"counted on from `{mention.text}`")
    return period if period.last_day is not None and period.last_day <= published else None


def is_measured_against(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether a change is measured against a time and is not of it: `(-3 Prozent gegenüber Vorjahr)`."""
    between = sentence.text[quantity.end : mention.start].lower()
    return special_pattern("comparison", "against").search(between) is not None


def comparison_of(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """The mention that makes a quantity one of an earlier time (`Vorjahr: 38`, `nach 1,9 im Vorjahr`)."""
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if not (mention.comparison or mention.shift):
            continue
        level = pattern("level_of_before").match(sentence.after(mention.end, 16))
        if level:
            # `den Vorjahreswert von 88 Millionen` is that figure, `80 Millionen auf Vorjahresniveau` is not.
            between = sentence.text[mention.end + level.end() : quantity.hedge_start]
            if mention.end < quantity.start and pattern("is_that").fullmatch(between):
                return mention
            continue
        if bracket and bracket[0] <= mention.start < bracket[1]:
            return mention
        if _is_beaten(sentence, mention):
            continue
        same_clause = (
            sentence.boundaries(mention.start, quantity.start) < SOFT
            and sentence.bracket(mention.start) == bracket
        )
        low, high = min(mention.start, quantity.end), max(mention.start, quantity.start)
        follows = -1 <= mention.start - quantity.end <= 40
        if same_clause and follows and not sentence.quantities_between(low, high):
            return mention
    return None


def _is_beaten(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether the figure before a time is its rival: `205 Mio. haben die Vorjahresperiode übertroffen`."""
    before = sentence.before(mention.start).lower()
    after = sentence.after(mention.end).lower()
    return bool(
        special_pattern("comparison", "beaten_before").search(before)
        or special_pattern("comparison", "beaten_after").match(after)
    )
