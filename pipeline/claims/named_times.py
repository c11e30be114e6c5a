"""Finds the time that a text names for a quantity: the nearest one that can be its own."""

from pipeline.claims.metric_classes import MARKET, RESULTS, STOCKS
from pipeline.claims.sentence import HARD, JOINED, SOFT, Sentence
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.values import BUSINESS
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_WHOLE_SENTENCE = 9.0
"""Weight of a clause boundary that none reaches."""

_DAYS = frozenset(("day", "week"))
_COMPARED = ("from", "against", "instead")
"""What leads to a figure that another one is held against."""
_DIRECTLY = 12
"""Most code points between a figure and a time that directly follows it."""


def named_period(
    sentence: Sentence, quantity: Quantity, metric: str, but: PeriodMention | None = None
) -> PeriodMention | None:
    """The mention that tells the time of a quantity.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric, which tells what kind of time can be its own.
        but: A mention that is known not to be its time.

    Returns:
        The nearest one of its clause, else of the sentence; what stands for comparison is left out. It has no
        label where no form fits or nobody tells the year.
    """
    usable = [
        mention
        for mention in sentence.periods
        if mention is not but
        and _can_be_of(sentence, mention, metric)
        and not _is_of_rival(sentence, mention, quantity)
        and not _is_of_next(sentence, mention, quantity)
    ]
    bracket = sentence.bracket(quantity.start)
    if bracket:
        inside = [
            mention
            for mention in usable
            if bracket[0] <= mention.start < bracket[1] and not _is_of_next_aside(sentence, mention, quantity)
        ]
        if inside:
            return _last_before(inside, quantity)
    outside = [mention for mention in usable if sentence.bracket(mention.start) is None] or usable
    if any(mention.label for mention in outside):  # `im dritten Quartal … für das Geschäftsjahr 2023`
        outside = [mention for mention in outside if not _is_nobodys(mention)]
    for weight in (SOFT, HARD, _WHOLE_SENTENCE):
        begin, end = sentence.clause(quantity.start, weight)
        near = [
            mention
            for mention in outside
            if begin <= mention.start < end
            and (weight == SOFT or _reaches(sentence, quantity, mention))
            and (weight == SOFT or mention.granularity != "month" or metric not in RESULTS)
        ]
        if near:
            return min(near, key=lambda mention: _distance(sentence, mention, quantity))
    return None


def _can_be_of(sentence: Sentence, mention: PeriodMention, metric: str) -> bool:
    """Whether a time is of the kind in which a metric is told, and nothing to compare with.

    A day can be the time of a share price but not of a year's revenue, and a month is when a company's
    outlook was told rather than what it is for; how much there is can be told per day (`zum Stichtag`).
    """
    if mention.comparison or (mention.label is None and mention.granularity in ("day", "month")):
        return False
    if mention.label is None and mention.granularity == "other" and mention.first_day is None:
        return False
    if mention.granularity == "month" and pattern("delivered_in").search(sentence.before(mention.start, 24)):
        return False  # `Ein Fass zur Lieferung im Juni kostete am Mittag 20 Dollar`
    if metric in RESULTS and mention.text.lower().endswith("jahreswechsel"):
        return False  # `trotz der Steuererhöhung zum Jahreswechsel` tells when something else happens
    if metric in MARKET:
        return True
    if metric in ("debt", "interest_rate") and pattern("term").match(sentence.after(mention.end)):
        return False  # `eine bis 2030 laufende Anleihe über 150 Millionen Euro`
    if mention.granularity == "day" and metric in STOCKS:
        if not any(character.isdigit() for character in mention.text):
            return False  # a weekday is when it was told
        return pattern("day_of_account").search(sentence.before(mention.start, 24)) is not None
    if mention.granularity == "month" and metric in RESULTS:
        return _is_month_of_result(sentence, mention)
    return mention.granularity not in _DAYS


def _is_month_of_result(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether a result is told of a month (`nahm im Februar 61 Millionen ein`), not what was said in it."""
    begin, end = sentence.clause(mention.start)
    if not sentence.has_verb(begin, end):  # `Die Marge, im März noch mit 13 % angegeben, wird 9 % erreichen`
        begin, end = sentence.start, sentence.end
    if sentence.cues_in(begin, end, "forecast", "prior", "consensus"):
        return False
    before = sentence.before(mention.start)
    if mention.text.lower().startswith("ende") and mention.last_day is not None:
        return pattern("until").search(before) is not None
    return pattern("in_a_month").search(before) is not None and not pattern("happened_in").search(before)


def _is_of_rival(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether a time is that of the figure compared with: `auf 58 Mio. von 20 Mio. vor Jahresfrist`."""
    return any(
        mention.start >= other.end
        and sentence.lead(other) in _COMPARED
        and "," not in sentence.text[other.end : mention.start]
        and pattern("time_of_it").fullmatch(sentence.text, other.end, mention.start)
        for other in sentence.quantities
        if other is not quantity
    )


def _is_of_next(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether a time after `und` is that of the figure after it: `2025 2,1 Prozent und 2026 1,7 Prozent`."""
    if mention.start < quantity.end or sentence.boundaries(quantity.end, mention.start) < JOINED:
        return False
    end = sentence.clause(quantity.start)[1]
    if mention.start >= end or sentence.quantities_between(quantity.end, mention.start):
        return False
    return sentence.quantities_between(mention.end, end) > 0


def _is_of_next_aside(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether a time stands with its own figure after a semicolon: `(bisher: 340 Mio.; 2018: 338 Mio.)`."""
    aside = sentence.aside(mention.start)
    if aside is None or mention.start < quantity.end or aside[0] <= quantity.start:
        return False
    return sentence.quantities_between(*aside) > 0


def _is_nobodys(mention: PeriodMention) -> bool:
    """Whether it is a business period whose year nobody tells."""
    return mention.granularity in BUSINESS and mention.label is None and mention.first_day is None


def _reaches(sentence: Sentence, quantity: Quantity, mention: PeriodMention) -> bool:
    """Whether a time of another clause can be that of a figure: one before it, or one that its clause lacks.

    Not `210 Mio.; 2019 waren es 260`, but `600.000 Tonnen Obst, die im Jahr 2015 verkauft wurden`.
    """
    if mention.shift:  # `Im Jahr davor, dem letzten normalen, waren noch 459 Millionen übrig geblieben`
        fronted = pattern("opens_with").fullmatch(sentence.text, sentence.start, mention.start)
        expected = sentence.says("had_been_expected") is not None
        alone = not sentence.quantities_between(sentence.start, quantity.start)
        return fronted is not None and alone and not expected
    if mention.start < quantity.end:
        begin, end = sentence.clause(mention.start)
        if _is_only_of_its_clause(sentence, begin, end):
            return False
        own = sentence.quantities_between(begin, end) > 0
        begin = max(begin, sentence.text.rfind(":", begin, mention.start))
        put_in = _is_put_in(sentence, begin, end) or pattern("embedded").search(sentence.text[begin:end])
        return not (own and put_in)
    if sentence.quantities_between(mention.end, sentence.clause(mention.start)[1]):
        return False
    if sentence.says_before(quantity, "apposed_change"):
        return False  # `2022 stieg er auf 214 Mio., ein Plus von 36 Prozent, in diesem Jahr noch etwas höher`
    between = sentence.text[quantity.end : mention.start]
    tells_of_it = pattern("relative_clause").fullmatch(between) is not None
    return tells_of_it or not sentence.has_verb(*sentence.clause(quantity.start))


def _is_only_of_its_clause(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause tells when something else happened (`Die Firma, die 2015 anfing, hat 70 Leute`)."""
    told = pattern("happened_then").match(sentence.text[begin:end])
    return told is not None and sentence.text.startswith(",", end)


def _is_put_in(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a part stands between a subject and its verb (`Der Verlust, 1992 noch 3 Mio., schwoll an`)."""
    first, last = sentence.clause(begin, HARD)
    told = sentence.has_verb(first, begin) or sentence.has_verb(begin, end)
    return sentence.text.startswith(",", begin) and not told and sentence.has_verb(end, last)


def _last_before(mentions: list[PeriodMention], quantity: Quantity) -> PeriodMention:
    """The last mention before a quantity, else the first: `(2022: 4,0; 2021: 3,7)`."""
    before = [mention for mention in mentions if mention.start < quantity.start]
    return before[-1] if before else mentions[0]


def _distance(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> float:
    if mention.end <= quantity.start:
        low, high = mention.end, quantity.start
    else:
        low, high = quantity.end, mention.start
    # `von 10 Milliarden im Jahr 2014 auf 9,4 Milliarden`: what directly follows belongs to the number before,
    # but not in `heuer 7,7 und nächstes Jahr 4 Prozent`.
    follows = (
        0 <= mention.start - quantity.end <= _DIRECTLY
        and sentence.boundaries(quantity.end, mention.start) < JOINED
    )
    # `hatte 2012 einen Verlust von 4,8 Millionen geschrieben und im Jänner Konkurs angemeldet`
    goes_on = mention.start >= quantity.end and sentence.boundaries(quantity.end, mention.start) >= JOINED
    apart = 40.0 * (sentence.quantities_between(low, high) + 2 * goes_on)
    return high - low + apart - (25.0 if follows else 0.0)


def period_beside(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """A business period that stands directly after a quantity or in its brackets."""
    bracket = sentence.bracket(quantity.start)
    told = [mention for mention in sentence.periods if mention.label and mention.granularity not in _DAYS]
    if bracket:
        inside = [mention for mention in told if bracket[0] <= mention.start < bracket[1]]
        return _last_before(inside, quantity) if inside else None
    return next((mention for mention in told if 0 <= mention.start - quantity.end <= _DIRECTLY), None)


def named_beside(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a time of its own follows a figure in its clause: `nach 3 Millionen im ersten Quartal`."""
    end = sentence.clause(quantity.start)[1]
    return any(
        not (mention.comparison or mention.shift)
        and quantity.end <= mention.start < end
        and not sentence.quantities_between(quantity.end, mention.start)
        for mention in sentence.periods
        if mention.granularity not in _DAYS
    )
