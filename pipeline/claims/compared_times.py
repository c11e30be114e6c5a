"""Finds the time that makes a quantity an earlier one, and the time that only such a comparison tells."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.claims.period import Period, of_mention, shifted
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.patterns import special_pattern
from pipeline.mentions.periods.values import PARTS_OF_YEAR
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_NAMED_PARTS = ("quartal", "halbjahr", "semester", "monat", "hälfte")
_LATEST = timedelta(days=180)
"""How long ago a year ended at most of which only the year before it is named."""
_LABELS = ("vj", "vorjahr", "vorperiode", "vergleich")


def comparison_of(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """The mention that makes a quantity one of an earlier time (`Vorjahr: 38`, `nach 1,9 im Vorjahr`)."""
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if not (mention.comparison or mention.shift):
            continue
        level = pattern("level_of_before").match(sentence.after(mention.end, 16))
        end = mention.end + (level.end() if level else 0)
        directly = bracket and 0 <= bracket[0] - end <= 1 and bracket[0] + 1 == quantity.hedge_start
        if directly and not (level and quantity.signed):
            return mention  # `nahezu auf Vorjahresniveau (160,3 Milliarden)`
        if level:
            # `den Vorjahreswert von 88 Millionen` is that figure, `80 Millionen auf Vorjahresniveau` is not.
            between = sentence.text[end : quantity.hedge_start]
            told = mention.end < quantity.start and pattern("is_that").fullmatch(between)
            if told and not pattern("on_a_level").search(sentence.before(mention.start, 20)):
                return mention  # not `auf Vorjahresniveau von 88 Millionen`
            continue
        if pattern("on_a_level").search(sentence.before(mention.start, 30)):
            continue  # `1,4 Milliarden und damit etwa auf dem Niveau des Vorjahres`
        if bracket and (bracket[0] <= mention.start < bracket[1] or 0 <= bracket[0] - mention.end <= 2):
            return mention
        if _is_label_of(sentence, quantity, mention):
            return mention
        if _is_beaten(sentence, mention):
            continue
        begin, end = sentence.predicate(quantity.start)
        same_clause = begin <= mention.start < end and sentence.bracket(mention.start) == bracket
        low, high = min(mention.start, quantity.end), max(mention.start, quantity.start)
        follows = -1 <= mention.start - quantity.end <= 40
        between = sentence.text[quantity.end : max(mention.start, quantity.end)]
        told_against = pattern("held_against").search(between) is not None
        if pattern("since").search(sentence.before(mention.start, 16)):
            told_against = True  # `auf 3,4 Milliarden, den niedrigsten Stand seit 2009`
        if same_clause and follows and not told_against and not sentence.quantities_between(low, high):
            return mention
        if _is_told_of(sentence, quantity, mention):
            return mention
    return None


def _is_label_of(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether a word for the year before stands over its figure: `17,3 Prozent, VJ 17,1`, `; Vorjahr: 4`."""
    if (
        not mention.shift
        or not mention.text.lower().startswith(_LABELS)
        or mention.end > quantity.hedge_start
    ):
        return False
    between = sentence.text[mention.end : quantity.hedge_start].strip(" .")
    return between in ("", ":", "=") and sentence.previous(quantity) is not None


def _is_told_of(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether the clause after a time tells of it: `als in der Vorjahresperiode, als 14 Mio. fehlten`."""
    between = sentence.text[mention.end : quantity.hedge_start]
    return mention.end < quantity.start and pattern("told_of_it").fullmatch(between) is not None


def _is_beaten(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether the figure before a time is its rival: `205 Mio. haben die Vorjahresperiode übertroffen`."""
    before = sentence.before(mention.start).lower()
    after = sentence.after(mention.end).lower()
    return bool(
        special_pattern("comparison", "beaten_before").search(before)
        or special_pattern("comparison", "beaten_after").match(after)
    )


def is_measured_against(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether a change is measured against a time and is not of it: `(-3 Prozent gegenüber Vorjahr)`."""
    between = sentence.text[quantity.end : mention.start].lower()
    return special_pattern("comparison", "against").search(between) is not None


def start_of_move(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """The time at which a move began: the 2019 of `sank seit 2019 von 420 auf 365`."""
    if sentence.lead(quantity) != "from":
        return None
    begin = sentence.clause(quantity.start)[0]
    for mention in sentence.periods:
        if begin <= mention.start < quantity.start and mention.label and not mention.shift:
            if sentence.quantities_between(mention.end, quantity.start):
                continue
            if pattern("since").search(sentence.before(mention.start, 16)):
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
    parts = [
        mention
        for mention in sentence.periods
        if _years_before(mention)
        and mention.granularity in (*PARTS_OF_YEAR, "month")
        and any(part in mention.text.lower() for part in _NAMED_PARTS)
    ]
    if not parts or published is None or len({mention.label for mention in parts}) > 1:
        return None
    mention = parts[0]
    period = shifted(of_mention(mention), -_years_before(mention), f"counted on from `{mention.text}`")
    return period if period.last_day is not None and period.last_day <= published else None


def month_after(sentence: Sentence, month: Period) -> Period | None:
    """The month under report, where its sentence holds it against the same of another year.

    Args:
        sentence: A sentence that names no other time: `Im Vergleich zum Oktober 2010 sanken die Erlöse`.
        month: The month that was named last.
    """
    if month.label is None:
        return None
    for mention in sentence.periods:
        same = mention.label is not None and mention.label[-3:] == month.label[-3:]
        if same and mention.label != month.label and mention.comparison and mention.granularity == "month":
            return replace(month, reason=f"held against `{mention.text}`")
    return None


def implied_year(sentence: Sentence, published: date | None) -> Period | None:
    """The business year that only its comparison tells: `1,8 Millionen weniger als im Geschäftsjahr 2021/22`.

    Args:
        sentence: A sentence that names no other time, of a text that has named none.
        published: Day of publication; a year that is not over by then, or was long ago, is not meant.

    Returns:
        The year after the one named, None where nothing tells one.
    """
    years = {mention for mention in sentence.periods if mention.granularity == "year" and mention.label}
    if published is None or len(years) != 1:
        return None
    (mention,) = years
    if not mention.comparison or mention.shift:
        return None
    period = shifted(of_mention(mention), -1, f"counted on from `{mention.text}`")
    over = period.last_day is not None and period.last_day <= published
    return period if over and published - period.last_day < _LATEST else None  # type: ignore[operator]


def _years_before(mention: PeriodMention) -> int:
    """How many years a time compared with lies back: `gegenüber dem Schlussquartal des Vorjahres` is one."""
    return mention.shift or int(mention.comparison and "vorjahr" in mention.text.lower())


def compared_part(sentence: Sentence, quantity: Quantity) -> Period | None:
    """The part of a year that the bracket after a figure tells: `14,7 Mio. (1-9/1999: 2,1)`."""
    for mention in sentence.periods:
        bracket = sentence.bracket(mention.start)
        if bracket is None or not mention.comparison or mention.granularity not in PARTS_OF_YEAR:
            continue
        directly = quantity.end <= bracket[0] and not sentence.quantities_between(quantity.end, bracket[0])
        if directly and not mention.shift:
            return shifted(of_mention(mention), -1, f"the year after `{mention.text}`")
    return None
