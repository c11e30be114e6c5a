"""Chooses the period that a figure covers and what a change is measured against."""

from dataclasses import dataclass
from datetime import date, timedelta

import regex

from pipeline.claims.sentence import Sentence
from pipeline.mentions.fiscal_calendar import shift_period
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity

MARKET = frozenset(("share_price", "index_level", "exchange_rate", "commodity_price"))
"""Metrics that move by the day."""

STOCKS = frozenset(
    (
        "employees",
        "customers",
        "locations",
        "market_cap",
        "debt",
        "assets",
        "deal_value",
        "equity",
        "order_backlog",
    )
)
"""Metrics told as of now where the sentence names no time."""

YEARLY = frozenset(("revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "margin", "earnings_per_share", "dividend",
                    "order_intake", "cash_flow", "investment", "costs", "sales_volume", "production", "market_share", "savings"))  # fmt: skip
"""Metrics told of a business period, which goes on from sentence to sentence."""

_NOW = regex.compile(
    r"(?i)(?<!\w)(?:derzeit|jetzt|aktuell\w*|zurzeit|inzwischen|mittlerweile|momentan|heute|gegenwärtig|nun)(?!\w)"
)
_LEVEL_OF_BEFORE = regex.compile(
    r"(?:s|es)?-?(?:wert|niveau|stand|höhe|rekord|linie)"
)  # `mit 80 Mio. Euro auf Vorjahresniveau`
_WEEK = regex.compile(r"(?i)woche|wochensicht")
_PRIOR_PERIOD = regex.compile(
    r"(?i)vorquartal\w*|vormonat\w*|vorwoche\w*|(?:vorangegangenen|vorherigen|vorigen) (?:quartal|monat|woche|halbjahr)\w*|im vergleich zum (?:ersten|zweiten|dritten|vierten) quartal(?! des vorjahres)"
)
_AGAINST_YEAR = regex.compile(
    r"(?i)(?:gegenüber|im vergleich zu|verglichen mit|als(?: noch)?|gemessen an|seit(?: anfang| beginn| ende)?)\s+(?:dem jahr\s+|dem rekordjahr\s+)?((?:19|20)\d{2})(?!\d)"
)
_SINCE_NEW_YEAR = regex.compile(
    r"(?i)seit (?:jahresbeginn|jahresanfang|anfang des jahres|beginn des jahres|januar|jänner|jahresstart)|im laufenden jahr|auf jahressicht"
)


RESULTS = frozenset(
    (
        "revenue",
        "gross_profit",
        "ebitda",
        "ebit",
        "pretax_profit",
        "net_income",
        "margin",
        "earnings_per_share",
        "dividend",
        "order_intake",
        "cash_flow",
    )
)
"""Metrics that companies report by quarter, half-year and year."""

_DAYS = frozenset(("day", "week"))
_MONTHS = frozenset(("day", "week", "month"))


@dataclass(frozen=True, slots=True)
class Period:
    """A period as the record wants it.

    Attributes:
        label: In the form of the record, None where it is not known.
        first_day: First day.
        last_day: Last day.
        fiscal: The text calls it fiscal.
        reason: Why this one.
    """

    label: str | None
    first_day: date | None
    last_day: date | None
    fiscal: bool
    reason: str


NO_PERIOD = Period(None, None, None, False, "the text names no time")


REPORTING_SEASON = 4
"""Last month in which a result told without any time is that of the year before: companies report the year until April."""


def reporting_year(published: date | None) -> Period:
    """The year that a text reports on which names no business period at all.

    Args:
        published: Day of publication.

    Returns:
        The year before, in the season of annual results; else no period.
    """
    if published is None or published.month > REPORTING_SEASON:
        return NO_PERIOD
    year = published.year - 1
    return Period(
        str(year), date(year, 1, 1), date(year, 12, 31), False, "told in the season of annual results"
    )


def of_mention(mention: PeriodMention, reason: str | None = None) -> Period:
    """The period that a mention names."""
    return Period(
        mention.label, mention.first_day, mention.last_day, mention.fiscal, reason or f"`{mention.text}`"
    )


def shifted(period: Period, years: int, reason: str) -> Period:
    """The same period some years earlier."""
    if period.label is None:
        return Period(None, None, None, period.fiscal, reason)
    label, first_day, last_day = shift_period(period.label, period.first_day, period.last_day, years)
    return Period(label, first_day, last_day, period.fiscal, reason)


def day(when: date | None, reason: str) -> Period:
    """One day as a period."""
    return Period(when.isoformat(), when, when, False, reason) if when else NO_PERIOD


def month(when: date | None, reason: str) -> Period:
    """The month of a day as a period."""
    if when is None:
        return NO_PERIOD
    first = when.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return Period(f"{when:%Y-%m}", first, last, False, reason)


def named_period(sentence: Sentence, quantity: Quantity, metric: str) -> PeriodMention | None:
    """The mention that tells the time of a quantity.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric: a day can be the time of a share price but not of a year's revenue, and a month is when
            a company's outlook was told rather than what it is for.

    Returns:
        The nearest one of its clause, else of the sentence; what stands for comparison is left out.
    """
    usable = [
        mention
        for mention in sentence.periods
        if not mention.comparison
        and (mention.label or mention.granularity == "week")
        and mention.granularity not in _too_short(metric)
    ]
    bracket = sentence.bracket(quantity.start)
    if bracket:
        inside = [mention for mention in usable if bracket[0] <= mention.start < bracket[1]]
        if inside:
            return inside[0]
    outside = [mention for mention in usable if sentence.bracket(mention.start) is None] or usable
    for weight in (1.0, 2.0, 9.0):
        begin, end = sentence.clause(quantity.start, weight)
        near = [
            mention
            for mention in outside
            if begin <= mention.start < end and (weight == 1.0 or not mention.shift)
        ]
        if near:
            return min(near, key=lambda mention: _distance(sentence, mention, quantity))
    return None


def _too_short(metric: str) -> frozenset[str]:
    if metric in MARKET:
        return frozenset()
    return _MONTHS if metric in RESULTS else _DAYS


def _distance(sentence: Sentence, mention: PeriodMention, quantity: Quantity) -> float:
    if mention.end <= quantity.start:
        low, high = mention.end, quantity.start
    else:
        low, high = quantity.end, mention.start
    between = sum(low <= other.start < high for other in sentence.quantities)
    # `von 10 Milliarden im Jahr 2014 auf 9,4 Milliarden`: what directly follows belongs to the number before it.
    follows = 0 <= mention.start - quantity.end <= 12
    return high - low + 40.0 * between - (25.0 if follows else 0.0)


def comparison_of(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """The mention that makes a quantity one of an earlier time (`Vorjahr: 38`, `nach 1,9 Milliarden im Vorjahr`)."""
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if not (mention.comparison or mention.shift) or _LEVEL_OF_BEFORE.match(
            sentence.after(mention.end, 16)
        ):
            continue
        if bracket and bracket[0] <= mention.start < bracket[1]:
            return mention
        near = (
            sentence.boundaries(mention.start, quantity.start) < 1.0
            and sentence.bracket(mention.start) == bracket
        )
        between = [
            other
            for other in sentence.quantities
            if min(mention.start, quantity.end) <= other.start < max(mention.start, quantity.start)
        ]
        if near and not between and -1 <= mention.start - quantity.end <= 40:
            return mention
    return None


def reference_of(
    sentence: Sentence, quantity: Quantity, metric: str, period: Period, published: date | None
) -> str | None:
    """What a change is measured against.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.
        period: The period that it covers.
        published: Day of publication.

    Returns:
        A reference in the form of the record, None where nothing tells.
    """
    clause = sentence.text[slice(*sentence.clause(quantity.start))]
    if _PRIOR_PERIOD.search(clause):
        return "prior_period"
    year = _AGAINST_YEAR.search(clause)
    if year:
        preceding = period.last_day and period.last_day.year - 1 == int(year[1])
        return "prior_year" if preceding and "seit" not in year[0].lower() else year[1]
    if metric in MARKET:
        if _SINCE_NEW_YEAR.search(clause):
            return str(published.year) if published else None
        if _WEEK.search(clause):
            return "prior_period"
        return "prior_day"
    if quantity.unit == "count" or (
        metric == "other"
        and not any(mention.shift or mention.granularity == "year" for mention in sentence.periods)
    ):
        return "prior_year" if any(mention.shift for mention in sentence.periods) else None
    if metric in ("employees", "locations", "stake", "interest_rate", "price", "deal_value") and not any(
        mention.shift for mention in sentence.periods
    ):
        return None
    return "prior_year"


def says_now(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause speaks of the present (`hat jetzt 265.000 Kunden`)."""
    return bool(_NOW.search(sentence.text[slice(*sentence.clause(quantity.start))]))


def moves_since_new_year(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a market move is told since New Year."""
    return bool(_SINCE_NEW_YEAR.search(sentence.text[slice(*sentence.clause(quantity.start))]))


def moves_in_a_week(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a market move is told of a week."""
    return bool(_WEEK.search(sentence.text[slice(*sentence.clause(quantity.start))]))
