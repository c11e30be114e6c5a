"""Fills the statement of one quantity, field after field: each rule needs what those before it decided."""

from math import exp

from pipeline.claims.attachment import Attachment
from pipeline.claims.expectations import expectation_gap
from pipeline.claims.fitting import kinds_of, unit_kind
from pipeline.claims.groups import Member
from pipeline.claims.kinds import Kind, decide_kind
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import COUNTED, JOBS_AND_PLACES, MARKET, OF_NOBODY, PROFITS
from pipeline.claims.modifiers import is_adjusted, is_negated
from pipeline.claims.per_share import per_share, profit_in_percent
from pipeline.claims.periods import choose_period
from pipeline.claims.reference import reference_of
from pipeline.claims.segments import name_segment
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.status import decide_status
from pipeline.claims.times import comparison_of, is_measured_against, named_period
from pipeline.mentions.companies.choosing import choose_company
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.metrics import metric_units
from pipeline.quantities.quantity import Quantity

UNNAMED = 0.5
"""How sure a quantity of no named metric is."""
SUREST = 0.999
"""What is read is never quite sure: 1 is left to claims that a person states."""
TAKEN_OVER = 0.8
"""What is left of it where the scale was taken from a neighbour."""

_NEXT = 2
"""Blanks and line breaks between two sentences."""

_AGAINST = ("", "vs", "vs.", "versus")
"""All that may stand before the year before's figure in its brackets."""


def state(
    sentence: Sentence,
    member: Member,
    attachment: Attachment,
    previous: Statement | None,
    memory: Memory,
    mentions: Mentions,
) -> Statement:
    """State what one quantity says.

    Args:
        sentence: Its sentence.
        member: The quantity in its group.
        attachment: Its metric.
        previous: The statement before it in its group.
        memory: What the document spoke of last.
        mentions: Companies and periods of the document.

    Returns:
        The statement, with the reason for each field that a rule decided.
    """
    quantity, link = member.quantity, member.link
    metric = per_share(sentence, quantity, attachment)
    gap = expectation_gap(sentence, quantity)
    told = _told_again(sentence, quantity, metric, memory.last)
    kind = decide_kind(sentence, member, attachment, metric, gap)
    if told is not None and kind.kind == "level":
        kind = Kind("change", 1 if told.low > 0 else -1, "as the figure before it, told again")
    if quantity.unit == "percent" and kind.kind == "level" and metric in PROFITS:
        metric = profit_in_percent(sentence, quantity, metric)
    sign = 1 if quantity.signed else kind.sign
    low, high = sorted((sign * quantity.low, sign * quantity.high))
    statement = Statement(
        quantity, sentence.start, sentence.end, metric=metric, kind=kind.kind, low=low, high=high,
        unit=_unit(sentence, quantity, metric, memory), link=link, column=member.column,
    )  # fmt: skip
    statement.earlier = _is_earlier(sentence, statement, member, previous)
    time = named_period(sentence, quantity, metric)
    statement.status, why = decide_status(sentence, statement, previous, time, memory.published, gap)
    heading = memory.column_status(member.column)
    if heading is not None:
        statement.status, why = heading, "the head of the column"
    if told is not None and statement.status == "reported":
        statement.status, why = told.status, "as the figure before it, told again"
    anchor = attachment.mention.start if attachment.mention else quantity.start
    beside = is_adjusted(sentence, quantity, anchor, link, bool(previous and previous.adjusted))
    statement.adjusted = beside or _adjusted_like(sentence, statement, memory.last)
    statement.negated = is_negated(sentence, quantity)
    statement.segment = name_segment(sentence, quantity, attachment, metric)
    period = choose_period(sentence, statement, previous, time, memory)
    statement.period, statement.fiscal = period.label, period.fiscal
    statement.period_start, statement.period_end = period.first_day, period.last_day
    if statement.kind == "change":
        own = reference_of(sentence, quantity, metric, period, memory.published)
        statement.reference = gap.reference if gap else _compared_like(statement, memory.last) or own
    statement.confidence = _confidence(quantity, attachment)
    hedge = sentence.text[quantity.hedge_start : quantity.start].strip()
    statement.reasons |= {
        "metric": attachment.reason,
        "kind": kind.reason,
        "status": why,
        "period": period.reason,
        "unit": "written with it" if not quantity.borrowed and quantity.unit else "taken from its neighbours",
        "qualifier": f"`{hedge}`" if hedge else "no hedge beside it",
    }
    _name_company(sentence, statement, mentions)
    return statement


def _told_again(
    sentence: Sentence, quantity: Quantity, metric: str, last: Statement | None
) -> Statement | None:
    """The change that a figure tells again (`acht Prozent der Belegschaft, das wären 336 Stellen`)."""
    if last is None or last.kind != "change" or metric not in COUNTED | JOBS_AND_PLACES:
        return None
    affected = last.metric in JOBS_AND_PLACES and sentence.says("affected", quantity) is not None
    if last.metric != metric and not affected:
        return None
    near = last.sentence_end >= sentence.start - _NEXT and not sentence.says("now", quantity)
    earlier = any(mention.shift or mention.comparison for mention in sentence.periods)
    goes_on = affected or sentence.says("goes_on", quantity) is not None
    return last if near and not earlier and goes_on else None


def _adjusted_like(sentence: Sentence, statement: Statement, last: Statement | None) -> bool:
    """Whether a figure is adjusted as the one before it: what was expected, or `die entsprechende Marge`."""
    if last is None or not last.adjusted or last.sentence_end < sentence.start - _NEXT:
        return False
    expected = statement.status in ("prior_forecast", "consensus") and statement.metric == last.metric
    return expected or sentence.says("likewise", statement.quantity) is not None


def _compared_like(statement: Statement, last: Statement | None) -> str | None:
    """The reference of the change before it, for what was expected of the same metric beside it."""
    if last is None or last.kind != "change" or last.sentence_end < statement.sentence_start - _NEXT:
        return None
    return last.reference if statement.status == "consensus" and last.metric == statement.metric else None


def _unit(sentence: Sentence, quantity: Quantity, metric: str, memory: Memory) -> str:
    """The unit; a bare amount of a metric that is money takes the currency after it or spoken of last."""
    unit = quantity.unit or "count"
    if unit != "count" or "money" not in kinds_of(sentence, quantity) or "count" in metric_units()[metric]:
        return unit
    here = [other.unit for other in sentence.quantities if other.start > quantity.start]
    told = [*here, *(statement.unit for statement in reversed(memory.statements))]
    return next((unit for unit in told if unit and unit_kind(unit) == "money"), "XXX")


def _is_earlier(sentence: Sentence, statement: Statement, member: Member, previous: Statement | None) -> bool:
    """Whether a figure is told of the time before: `Vorjahr: 38`, `nach 1,9`, the 12 of `von 12 auf 15`."""
    if statement.metric in MARKET or member.column is not None:
        return False
    if member.following == "from_to" and statement.kind == "level":
        return sentence.says("outlook_revised", member.quantity) is None
    if member.link == "after" and previous is not None and statement.kind == previous.kind:
        replaced = previous.status == "forecast" and sentence.lead(member.quantity) == "statt"
        return not replaced
    comparison = comparison_of(sentence, member.quantity)
    if comparison is None:
        return previous is not None and _stands_bare_beside(sentence, statement, previous)
    if member.link == "bracket":
        return statement.kind != "change" or not is_measured_against(sentence, member.quantity, comparison)
    compared = comparison.comparison or sentence.lead(member.quantity) in (
        "nach",
        "von",
        "statt",
        "gegenüber",
    )
    return statement.kind == "level" and compared


def _stands_bare_beside(sentence: Sentence, statement: Statement, previous: Statement) -> bool:
    """Whether a level stands in brackets behind the same measure, with nothing else: `9 (7) Mio. Euro`."""
    span = sentence.bracket(statement.quantity.start)
    if span is None or statement.link != "bracket" or sentence.bracket(previous.quantity.start) == span:
        return False
    same = (previous.metric, previous.kind, previous.unit) == (statement.metric, "level", statement.unit)
    if not same or statement.kind != "level" or statement.metric == "other" or previous.earlier:
        return False
    quantity = statement.quantity
    around = sentence.text[span[0] + 1 : quantity.start], sentence.text[quantity.end : span[1] - 1]
    return around[0].strip().lower() in _AGAINST and not around[1].strip()


def _name_company(sentence: Sentence, statement: Statement, mentions: Mentions) -> None:
    if statement.metric in OF_NOBODY:
        statement.reasons["company"] = "a market or an economy has none"
        return
    quantity = statement.quantity
    mention = choose_company(
        mentions.companies, sentence.start, sentence.end, quantity.start, quantity.end, sentence.text
    )
    if mention is not None:
        statement.company, statement.company_id = mention.name, mention.company_id
        statement.reasons["company"] = f"`{mention.text}`"


def _confidence(quantity: Quantity, attachment: Attachment) -> float:
    """How sure the metric and the value are, 0 to 1: by the lead of the metric's score."""
    named = attachment.metric != "other"
    sure = 1.0 / (1.0 + exp(-(attachment.score + attachment.margin) / 2.0)) if named else UNNAMED
    return min(round(sure * (TAKEN_OVER if quantity.borrowed and quantity.scaled else 1.0), 3), SUREST)
