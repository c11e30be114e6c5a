"""Tells which metrics can be told in the unit of a quantity: a margin never is money."""

from pipeline.claims.metric_classes import JOBS_AND_PLACES
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metric_words import metric_units
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_EXTENTS = frozenset(
    (
        "nm",
        "mm",
        "cm",
        "m",
        "km",
        "Zoll",
        "km/h",
        "°C",
        "Mbit/s",
        "MB",
        "GB",
        "TB",
        "Hz",
        "GHz",
        "PS",
        "Nm",
        "h",
        "min",
    )
)
"""Units of what nobody makes or sells: lengths, speeds, temperatures, memory."""

_TOO_MANY = {"employees": 2e7, "locations": 1e6}
"""No company has as many jobs or branches."""

_BESIDE = 3
"""At most a blank or two stand between a figure and the noun that says what it counts."""


def unit_kind(unit: str | None) -> str:
    """Sort a unit into the kinds in which metrics.toml says what a metric can be told in."""
    if unit in ("percent", "factor", "count"):
        return unit
    if unit == "percentage_points":
        return "points"
    if unit == "points":
        return "index"
    if unit and len(unit) == 3 and unit.isupper() and unit.isascii():
        return "money"
    return "extent" if unit in _EXTENTS else "physical"


def kinds_of(sentence: Sentence, quantity: Quantity) -> tuple[str, ...]:
    """The kinds of unit that a quantity can have.

    A bare `57,4 Milliarden` can be pieces or an amount whose currency was named before; so can a bare `2,88`.
    What counts a noun (`300 Millionen Teilnahmen`) is pieces.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        One kind, or two where either is possible: `money` and `count`, `points` and `percent`.
    """
    kind = unit_kind(quantity.unit)
    if kind == "points" and _written_for_percent(sentence, quantity):
        return (kind, "percent")
    if kind != "count" or quantity.form != "number" or not (quantity.scaled or quantity.decimal):
        return (kind,)
    if sentence.says_after(quantity, "counted_noun"):
        amount = any(
            0 < mention.start - quantity.end < _BESIDE
            and "count" not in metric_units()[mention.metric]
            and mention.metric != "share_price"  # `84,1 Millionen Aktien`
            for mention in sentence.metrics
        )
        return (
            ("money",) if amount else (kind,)
        )  # `27 Mio. Erlöse` is an amount, `27 Mio. Teilnahmen` are pieces
    if _tells_a_number(sentence, quantity):
        return (kind,)
    return ("money", kind)


def _tells_a_number(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether what is told is how many there are of something (`die Zahl der Kunden sank auf 4,6 Mio.`)."""
    begin, _end = sentence.predicate(quantity.start)
    named = [found for found in sentence.metrics if begin <= found.start < quantity.start and not found.verb]
    if not named or sentence.quantities_between(named[-1].end, quantity.start):
        return False
    return pattern("number_of_them").search(sentence.before(named[-1].start)) is not None


def is_small_amount(sentence: Sentence, quantity: Quantity, below: float) -> bool:
    """Whether a quantity is money told without a scale, of fewer units than so many."""
    return "money" in kinds_of(sentence, quantity) and not quantity.scaled and quantity.high < below


def _written_for_percent(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether points are told where only percent can be meant (`Der Umsatz sank um 5 Prozentpunkte`)."""
    if pattern("basis_points").search(quantity.text):
        return False  # `Zehnjährige Papiere rentierten 12 Basispunkte niedriger`
    begin, end = sentence.clause(quantity.start)
    named = [mention for mention in sentence.metrics if begin <= mention.start < end] or sentence.metrics
    return bool(named) and not any("points" in metric_units()[mention.metric] for mention in named)


def fits(metric: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a metric can be told in the unit of a quantity."""
    if metric in JOBS_AND_PLACES and quantity.low >= _TOO_MANY[metric]:
        return False  # `Die Großmärkte kamen auf 29,7 Milliarden`
    if metric == "share_price" and quantity.scaled and unit_kind(quantity.unit) == "money":
        return False  # `kaufte eigene Aktien für 6,1 Milliarden Dollar zurück`
    if metric == "exchange_rate" and quantity.unit == "percentage_points":
        return False  # `günstige Wechselkurse haben 1,5 Prozentpunkte beigesteuert`
    return any(kind in metric_units()[metric] for kind in kinds_of(sentence, quantity))


def in_brackets_of_another(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether brackets tell of the noun before them: `Ohne den Effekt (2,6 Mio.) lag der Gewinn bei 9`.

    Args:
        sentence: Its sentence.
        quantity: The quantity in brackets.
        mention: A metric named after them.
    """
    bracket = sentence.bracket(quantity.start)
    if bracket is None or mention.start < bracket[1]:
        return False
    ends = [other.end for other in sentence.metrics] + [other.end for other in sentence.quantities]
    told = any(end <= bracket[0] for end in ends)
    before = sentence.before(bracket[0], 40)
    return not told and pattern("noun_before_brackets").search(before) is not None
