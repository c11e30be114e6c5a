"""Fills the statement of one quantity, field after field: each rule needs what those before it decided."""

from math import exp

from pipeline.claims.attachment import Attachment
from pipeline.claims.crowds import of_whole_market
from pipeline.claims.currencies import UNKNOWN
from pipeline.claims.expectations import expectation_gap
from pipeline.claims.fitting import kinds_of, unit_kind
from pipeline.claims.groups import Member
from pipeline.claims.kinds import NO_SIGN_OF_CHANGE, Kind, decide_kind
from pipeline.claims.lists import goes_on_with_outlook
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import EARNINGS, OF_NOBODY, ORDERS, PROFITS, told_of
from pipeline.claims.modifiers import is_adjusted, is_negated, leaves_nothing_out
from pipeline.claims.named_times import named_period
from pipeline.claims.neighbours import (
    ADJUSTED_BY_NOUN,
    adjusted_like,
    compared_like,
    is_earlier,
    moves_like,
    told_again,
)
from pipeline.claims.per_share import per_share, profit_in_percent
from pipeline.claims.periods import choose_period
from pipeline.claims.plans import is_planned
from pipeline.claims.prices import price_of_a_thing
from pipeline.claims.reference import reference_of
from pipeline.claims.segments import name_segment
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.status.deciding import decide_status
from pipeline.claims.told_of_another import is_leverage
from pipeline.mentions.companies.choosing import choose_company
from pipeline.mentions.companies.nobody import is_about_branch
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.metric_words import metric_units
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

UNNAMED = 0.5
"""How sure a quantity of no named metric is."""
SUREST = 0.999
"""What is read is never quite sure: 1 is left to claims that a person states."""
MILLION = 1e6
"""From this scale on, a number that counts no noun is an amount of the money that the text speaks of."""
TAKEN_OVER = 0.8
"""What is left of it where the scale was taken from a neighbour."""


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
    metric = price_of_a_thing(sentence, quantity, attachment, metric)
    if metric in PROFITS | {"share_price"} and quantity.unit == "percent":
        if metric == "share_price":
            if previous is not None and link == "bracket" and previous.metric == "earnings_per_share":
                metric = previous.metric  # `Auf die Aktie entfielen 10,19 Euro (minus 24 Prozent)`
        elif previous is not None and link == "bracket":
            metric = previous.metric  # `pro Aktie sind es 4,13 Franken (+49 Prozent)`
        elif _beside_per_share(sentence, quantity, memory):
            metric = "earnings_per_share"  # `je Aktie ein Gewinn von 4,13 Franken, 49 Prozent mehr`
    if metric == "price" and _goes_on_per_share(sentence, attachment, memory):
        metric = "earnings_per_share"
    gap = expectation_gap(sentence, quantity)
    told = told_again(sentence, quantity, metric, memory.last)
    kind = decide_kind(sentence, member, attachment, metric, gap)
    if told is not None and kind.kind == "level":
        kind = Kind("change", 1 if told.low > 0 else -1, "as the figure before it, told again")
    if (
        kind.kind == "level"
        and kind.sign > 0
        and _goes_on_below_zero(sentence, quantity, metric, memory, attachment)
    ):
        kind = Kind("level", -1, "a loss, as the figure before it")
    if kind.reason == NO_SIGN_OF_CHANGE and _goes_on_with_shares(sentence, quantity, metric, memory):
        kind = Kind("level", 1, "a share, as the figure before it")
    bare = attachment.carried and kind.reason == NO_SIGN_OF_CHANGE and not quantity.word
    if bare and not _goes_on_growing(metric, memory):
        metric, kind = "other", Kind("level", 1, "no share and no change of what was told before")
    if quantity.unit == "percent" and kind.kind == "level" and metric in PROFITS:
        metric = profit_in_percent(sentence, quantity, metric)
    sign = 1 if quantity.signed else kind.sign
    low, high = sorted((sign * quantity.low, sign * quantity.high))
    statement = Statement(
        quantity, sentence.start, sentence.end, metric=metric, kind=kind.kind, low=low, high=high,
        unit=_unit(sentence, quantity, metric, memory), link=link, column=member.column,
    )  # fmt: skip
    statement.earlier = is_earlier(sentence, statement, member, previous)
    time = named_period(sentence, quantity, metric)
    statement.status, why = decide_status(
        sentence, statement, previous, _last_told(memory), time, memory.published, gap
    )
    if memory.plan.label and is_planned(sentence, statement, time):
        statement.status, why = "forecast", f"a part of {memory.plan.reason}"
    if goes_on_with_outlook(memory, statement, time):
        statement.status, why = "forecast", "in a list that is an outlook"
    heading = memory.table.status_at(member.column, memory.published)
    if heading is not None:
        statement.status, why = heading, "the head of the column"
    if told is not None and statement.status == "reported":
        statement.status, why = told.status, "as the figure before it, told again"
    if statement.kind == "level" and moves_like(sentence, statement, memory.last):
        statement.kind, kind = "change", Kind("change", 1, "expected instead of the change before it")
    before = bool(previous and previous.adjusted)
    beside = is_adjusted(sentence, quantity, attachment.mention, metric, link, before)
    carried = attachment.mention is None
    adjusted = beside or adjusted_like(sentence, statement, memory.last, carried=carried)
    if previous is not None and link == "to" and carried and metric in ADJUSTED_BY_NOUN:
        adjusted = (
            adjusted or previous.adjusted
        )  # `Das Ebitda vor Sondereinflüssen … stieg um 5 Prozent auf 3`
    statement.adjusted = adjusted and not leaves_nothing_out(sentence, quantity)
    statement.negated = is_negated(sentence, quantity)
    _name_company(sentence, statement, mentions, attachment, memory)
    statement.segment = name_segment(sentence, quantity, attachment, statement, memory)
    period = choose_period(sentence, statement, previous, time, memory)
    statement.period, statement.fiscal = period.label, period.fiscal
    statement.period_start, statement.period_end = period.first_day, period.last_day
    if statement.kind == "change":
        own = reference_of(sentence, statement, period, memory.published)
        statement.reference = gap.reference if gap else compared_like(statement, memory.last) or own
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
    return statement


def _beside_per_share(sentence: Sentence, quantity: Quantity, memory: Memory) -> bool:
    """Whether nothing but a comma parts a percentage from earnings per share."""
    last = memory.last
    if last is None or last.quantity is not sentence.previous(quantity):
        return False
    gap = sentence.text[last.quantity.end : quantity.hedge_start]
    return last.metric == "earnings_per_share" and gap.strip() == ","


def _goes_on_per_share(sentence: Sentence, attachment: Attachment, memory: Memory) -> bool:
    """Whether what is earned goes on from an amount per share: `Je Aktie verdiente sie 2 Euro, 1 mehr`."""
    mention, last = attachment.mention, memory.last
    if mention is None or last is None or last.metric != "earnings_per_share":
        return False
    return last.sentence_start == sentence.start and pattern("earns").fullmatch(mention.text) is not None


def _goes_on_below_zero(
    sentence: Sentence, quantity: Quantity, metric: str, memory: Memory, attachment: Attachment
) -> bool:
    """Whether a loss is told of another time (`Der Verlust stieg auf 4 Mio. Im Vorjahr waren es 2 Mio.`)."""
    last = memory.last
    if (
        last is None
        or (last.metric, last.kind) != (metric, "level")
        or last.high >= 0
        or metric not in EARNINGS
    ):
        return False
    begin, end = sentence.clause(quantity.start)
    named = any(begin <= mention.start < end and mention.metric in EARNINGS for mention in sentence.metrics)
    told = sentence.says_before(quantity, "it_was") or sentence.says("it_amounted", quantity)
    if attachment.carried:  # `Mit einem Minus von 4 Mio. schloss sie ab. Befürchtet worden waren 6`
        told = told or sentence.says("had_been_feared", quantity)
    return told is not None and not named and not quantity.signed


def _last_told(memory: Memory) -> Statement | None:
    """The figure stated last that is none of an earlier time."""
    return next((statement for statement in memory.recent(1) if not statement.earlier), None)


def _goes_on_growing(metric: str, memory: Memory) -> bool:
    """Whether a percentage with no sign of a change can be one: `wuchs um 5 Prozent. In Asien waren es 8`.

    After `ein Überschuss von 3 Mio. Euro`, `45 Prozent reisen mit der Bahn an` is no growth of it.
    """
    if metric not in EARNINGS | {"revenue"}:
        return True
    return any(other.unit == "percent" and other.metric == metric for other in memory.recent(1))


def _goes_on_with_shares(sentence: Sentence, quantity: Quantity, metric: str, memory: Memory) -> bool:
    """Whether a percentage follows a share of the same (`Asien trug 44 Prozent zum Umsatz bei, Polen 21`).

    Also one told with `waren es` (`22 Prozent des Umsatzes brachten Stühle, im Jahr zuvor waren es neun`).
    """
    last = memory.last
    if last is None or last.quantity is not sentence.previous(quantity):
        return False
    same = (last.metric, last.kind, last.unit) == (metric, "level", "percent")
    goes_on = (
        sentence.says_before(quantity, "it_was")
        or not sentence.has_verb(last.quantity.end, quantity.start)
        or not sentence.has_verb(*sentence.clause(quantity.start))
    )
    return same and bool(goes_on)


def _unit(sentence: Sentence, quantity: Quantity, metric: str, memory: Memory) -> str:
    """The unit; a bare amount of a metric that is money takes the currency after it or spoken of last."""
    if is_leverage(metric, quantity):
        return "factor"
    unit = quantity.unit or "count"
    if unit != "count" or "money" not in kinds_of(sentence, quantity):
        return unit
    here = [(other.scaled, other.unit) for other in sentence.quantities if other.start > quantity.start]
    told = [
        (statement.quantity.scaled, statement.unit)
        for before, statement in zip([None, *memory.statements], memory.statements, strict=False)
        if before is None or not _in_another_currency(before, statement)
    ][::-1]
    # Millions are told in the currency of millions: `auf 8,6 Milliarden; pro Aktie sind es 4,13 Franken`.
    likely = sorted([*here, *told], key=lambda other: other[0] != quantity.scaled)
    money = next((unit for _, unit in likely if unit_kind(unit) == "money"), None)
    if "count" not in metric_units()[metric]:
        return money or UNKNOWN
    amount = metric in ORDERS or (metric == "other" and quantity.multiplier >= MILLION)
    return money if amount and money is not None and not _goes_on_counting(memory) else unit


def _in_another_currency(before: Statement, statement: Statement) -> bool:
    """`1,98 Milliarden Schilling (144 Millionen Euro)`: what follows goes on in Schilling."""
    again = statement.link in ("bracket", "restated") and before.unit != statement.unit
    return again and unit_kind(before.unit) == unit_kind(statement.unit) == "money"


def _goes_on_counting(memory: Memory) -> bool:
    """Whether millions of pieces were told just before (`4,6 Millionen Räder. Im Mai waren es 5`)."""
    told = next((statement for statement in memory.recent(1) if statement.quantity.scaled), None)
    return told is not None and told.unit == "count"


def _name_company(
    sentence: Sentence, statement: Statement, mentions: Mentions, attachment: Attachment, memory: Memory
) -> None:
    if statement.metric in OF_NOBODY:
        statement.reasons["company"] = "a market or an economy has none"
        return
    quantity, last = statement.quantity, memory.last
    market = of_whole_market(sentence, quantity) if statement.kind == "change" else None
    if market is not None:
        statement.reasons["company"] = f"`{market}` is nobody's"
        return
    bearer = told_of(statement.metric, unit_kind(statement.unit))
    goes_on = attachment.carried and bearer == "earner" and not sentence.companies
    goes_on = goes_on and not is_about_branch((sentence.start, sentence.end), sentence.text)
    if goes_on and last is not None and last.metric == statement.metric:
        statement.company, statement.company_id = last.company, last.company_id
        statement.reasons["company"] = "as of the figure before it"
        return
    mention = choose_company(
        mentions.companies,
        (sentence.start, sentence.end),
        (quantity.start, quantity.end),
        sentence.text,
        bearer,
    )
    if mention is not None:
        statement.company, statement.company_id = mention.name, mention.company_id
        statement.reasons["company"] = f"`{mention.text}`"


def _confidence(quantity: Quantity, attachment: Attachment) -> float:
    """How sure the metric and the value are, 0 to 1: by the lead of the metric's score."""
    named = attachment.metric != "other"
    sure = 1.0 / (1.0 + exp(-(attachment.score + attachment.margin) / 2.0)) if named else UNNAMED
    return min(round(sure * (TAKEN_OVER if quantity.borrowed and quantity.scaled else 1.0), 3), SUREST)
