"""Joins the quantities of a document with its mentions, sentence by sentence: the heart of the extraction."""

from bisect import bisect_left
from collections.abc import Sequence
from math import exp
from typing import Protocol, TypeVar

import regex

from pipeline.claims import times
from pipeline.claims.attachment import (
    EARNINGS_METRICS,
    Attachment,
    attach,
    fits,
    kinds_of,
    per_share,
    unit_kind,
)
from pipeline.claims.ellipsis import Context, carried_metric, of_them, refined
from pipeline.claims.filters import states_nothing, without_thresholds
from pipeline.claims.groups import Link, group_quantities
from pipeline.claims.kinds import EARNINGS, decide_kind
from pipeline.claims.periods import choose_period, mark_fiscal
from pipeline.claims.segments import name_segment, name_speaker
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.status import decide_status, is_adjusted, is_negated
from pipeline.mentions.companies import choose_company
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.metrics import find_metrics, metric_units
from pipeline.quantities.quantity import Quantity

OF_NOBODY = frozenset(("index_level", "exchange_rate", "commodity_price", "inflation", "gdp", "unemployment"))
"""Metrics of a market or an economy, which have no company."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


PlacedType = TypeVar("PlacedType", bound=_Placed)


def _within(items: Sequence[PlacedType], start: int, end: int) -> list[PlacedType]:
    first = bisect_left(items, start, key=lambda item: item.start)
    return list(items[first : bisect_left(items, end, key=lambda item: item.start)])


def assemble(
    text: str, sentences: Sequence[tuple[int, int]], quantities: Sequence[Quantity], mentions: Mentions
) -> list[Statement]:
    """State what each quantity of a document says.

    Args:
        text: The article.
        sentences: Start and end of each sentence in order.
        quantities: All quantities in order.
        mentions: Companies and periods of the document.

    Returns:
        Statements in the order of their quantities; a quantity that states nothing is left out.
    """
    context = _main_period(mentions)
    for number, (start, end) in enumerate(sentences):
        inside = _within(quantities, start, end)
        periods = _within(mentions.periods, start, end)
        if not inside:
            _speak_of(context, periods)
            _head_columns(context, periods, end - start)
            continue
        metrics = find_metrics(text, start, end)
        inside, metrics = without_thresholds(text, start, inside, metrics)
        sentence = Sentence(
            text,
            start,
            end,
            inside,
            metrics,
            find_cues(text, start, end),
            periods,
            _within(mentions.companies, start, end),
        )
        _state(sentence, number, context, mentions)
        _speak_of(context, periods)
    mark_fiscal(context.statements, mentions)
    return context.statements


PROSE = 100
"""Length in code points from which a sentence is no line of a table."""

_BUSINESS = frozenset(("quarter", "half", "nine_months", "year"))


def _speak_of(context: Context, periods: Sequence[PeriodMention]) -> None:
    """A business period named in one sentence still holds for the next ones."""
    for mention in periods:
        if not mention.comparison and not mention.shift and mention.granularity in _BUSINESS:
            context.speak_of(times.of_mention(mention), mention.granularity)
        elif mention.granularity == "day" and mention.text[:1].isupper() and mention.text.isalpha():
            context.day = times.of_mention(mention)


def _head_columns(context: Context, periods: Sequence[PeriodMention], length: int) -> None:
    """Two or more periods in a line without figures head the columns of a table (`Q4 2022 | Q1 2023 | Q2 2023`)."""
    heads = [mention for mention in periods if mention.granularity in _BUSINESS and mention.label]
    if len(heads) > 1 and sum(mention.end - mention.start for mention in heads) > length / 4:
        context.columns = tuple(times.of_mention(mention) for mention in heads)
    elif length > PROSE:
        context.columns = ()


def _main_period(mentions: Mentions) -> Context:
    """A context that begins with the first business period over that the document names, for a headline before it."""
    context = Context(published=mentions.published)
    for mention in mentions.periods:
        over = mention.last_day is not None and (
            mentions.published is None or mention.last_day <= mentions.published
        )
        if over and not mention.comparison and not mention.shift and mention.granularity in _BUSINESS:
            context.speak_of(times.of_mention(mention), mention.granularity)
            return context
    context.period = context.year = times.reporting_year(mentions.published)
    return context


def _state(sentence: Sentence, number: int, context: Context, mentions: Mentions) -> None:
    speaker = name_speaker(sentence)
    for group in group_quantities(sentence):
        members = [quantity for quantity, _link in group]
        attachment = attach(sentence, members)
        if attachment is not None:
            attachment = refined(context, attachment, sentence, number)
        previous: Statement | None = None
        for position, (quantity, link) in enumerate(group):
            following = group[position + 1][1] if position + 1 < len(group) else None
            own = _attachment_of(sentence, quantity, attachment, context, number)
            if states_nothing(sentence, quantity, own.metric):
                continue
            row = any(link_of == "row" for _quantity, link_of in group)
            column = position if row else None
            statement = _statement(
                sentence, quantity, own, link, following, previous, context, mentions, column
            )
            statement.speaker = speaker
            context.statements.append(statement)
            previous = statement
            _remember(context, statement, own, number)


def _attachment_of(
    sentence: Sentence, quantity: Quantity, shared: Attachment | None, context: Context, number: int
) -> Attachment:
    part = of_them(context, sentence, quantity)
    if part is not None:
        return part
    result = _bare_result(sentence, quantity, shared, context)
    if result is not None:
        return result
    if shared is not None and fits(shared.metric, sentence, quantity):
        return shared
    alone = attach(sentence, [quantity]) if shared is not None else None
    if alone is not None:
        return alone
    carried = carried_metric(context, sentence, quantity, number)
    if carried is not None:
        return carried
    if unit_kind(quantity.unit) == "index":
        return Attachment("index_level", None, 1.0, 1.0, "told in points")
    return Attachment("other", None, 0.0, 0.0, "no metric is named")


_RESULT = regex.compile(
    r"(?<!\w)(Minus|Verlust|Fehlbetrag|Plus|Gewinn|Überschuss)(?:e?s)?\s+(?:von|in Höhe von)\s+$"
)


def _bare_result(
    sentence: Sentence, quantity: Quantity, shared: Attachment | None, context: Context
) -> Attachment | None:
    """`Abschreibungen hatten zu einem Minus von 160 Mio. Euro geführt` tells a result, not costs."""
    if "money" not in kinds_of(sentence, quantity) or (
        shared is not None and (shared.metric in EARNINGS or shared.metric in times.MARKET)
    ):
        return None
    match = _RESULT.search(sentence.before(quantity.hedge_start))
    if match is None or (shared is None and context.metric is None):
        return None
    metric = context.metric if context.metric in EARNINGS_METRICS else "net_income"
    return Attachment(metric, None, 1.0, 1.0, f"`{match[1]}` of money is a result")


def _unit(sentence: Sentence, quantity: Quantity, metric: str, context: Context) -> str:
    """The unit; a bare amount of a metric that is money takes the currency spoken of last."""
    unit = quantity.unit or "count"
    if "money" not in kinds_of(sentence, quantity) or unit != "count" or "count" in metric_units()[metric]:
        return unit
    return next(
        (
            statement.unit
            for statement in reversed(context.statements)
            if unit_kind(statement.unit) == "money"
        ),
        "XXX",
    )


def _statement(
    sentence: Sentence,
    quantity: Quantity,
    attachment: Attachment,
    link: Link | None,
    following: Link | None,
    previous: Statement | None,
    context: Context,
    mentions: Mentions,
    column: int | None,
) -> Statement:
    metric = per_share(sentence, quantity, attachment.metric)
    kind = decide_kind(sentence, quantity, attachment, metric)
    low, high = (
        sorted((kind.sign * quantity.low, kind.sign * quantity.high))
        if not quantity.signed
        else (quantity.low, quantity.high)
    )
    if quantity.signed and quantity.text.lstrip()[0] == "+" and kind.kind == "level":
        low, high = quantity.low, quantity.high
    statement = Statement(
        quantity, sentence.start, sentence.end, metric=metric, kind=kind.kind, low=low, high=high,
        unit=_unit(sentence, quantity, metric, context), link=link,
    )  # fmt: skip
    statement.column = column
    statement.earlier = column is None and _is_earlier(sentence, statement, following, previous)
    anchor = attachment.mention.start if attachment.mention else quantity.start
    period_mention = times.named_period(sentence, quantity, metric)
    statement.status, why = decide_status(
        sentence,
        quantity,
        metric=metric,
        kind=kind.kind,
        link=link,
        previous=previous.status if previous else None,
        period=period_mention,
        published=context.published,
        earlier=statement.earlier,
    )
    statement.adjusted = is_adjusted(
        sentence, quantity, anchor, link, previous.adjusted if previous else False
    )
    statement.negated = is_negated(sentence, quantity)
    statement.segment = name_segment(sentence, quantity, attachment, metric)
    period = choose_period(sentence, statement, previous, context, mentions)
    statement.period, statement.period_start, statement.period_end = (
        period.label,
        period.first_day,
        period.last_day,
    )
    statement.fiscal = period.fiscal
    if kind.kind == "change":
        statement.reference = times.reference_of(sentence, quantity, metric, period, context.published)
    _own_company(sentence, statement, mentions)
    statement.confidence = _confidence(quantity, attachment)
    statement.reasons |= {
        "metric": attachment.reason,
        "kind": kind.reason,
        "status": why,
        "period": period.reason,
        "unit": "written with it" if not quantity.borrowed and quantity.unit else "taken from its neighbours",
        "qualifier": f"`{sentence.text[quantity.hedge_start : quantity.start].strip()}`"
        if quantity.hedge_start < quantity.start
        else "no hedge beside it",
    }
    return statement


def _is_earlier(
    sentence: Sentence, statement: Statement, following: Link | None, previous: Statement | None
) -> bool:
    """Whether a figure is told of the time before: `Vorjahr: 38`, `nach 1,9 im Vorjahr`, the first of `von 12 auf 15`."""
    quantity, link = statement.quantity, statement.link
    if statement.metric in times.MARKET:
        return False
    if following == "from_to" and statement.kind == "level":
        return True
    comparison = times.comparison_of(sentence, quantity)
    if link == "after" and previous is not None and statement.kind == previous.kind:
        return True
    if link == "bracket" and comparison is not None:
        return True
    if comparison is None or statement.kind == "change":
        return False
    return comparison.comparison or sentence.lead(quantity) in ("nach", "von", "statt", "gegenüber")


def _own_company(sentence: Sentence, statement: Statement, mentions: Mentions) -> None:
    if statement.metric in OF_NOBODY:
        statement.reasons["company"] = "a market or an economy has none"
        return
    quantity = statement.quantity
    mention = choose_company(mentions.companies, sentence.start, sentence.end, quantity.start, quantity.end)
    if mention is not None:
        statement.company, statement.company_id = mention.name, mention.company_id
        statement.reasons["company"] = f"`{mention.text}`"


def _confidence(quantity: Quantity, attachment: Attachment) -> float:
    """How sure the metric and the value are, 0 to 1: the lead of the metric's score, less where a scale was taken over."""
    sure = (
        1.0 / (1.0 + exp(-(attachment.score + attachment.margin) / 2.0))
        if attachment.metric != "other"
        else 0.5
    )
    return round(sure * (0.8 if quantity.borrowed and quantity.scaled else 1.0), 3)


def _remember(context: Context, statement: Statement, attachment: Attachment, number: int) -> None:
    if statement.metric != "other":
        context.metric, context.attachment, context.sentence = statement.metric, attachment, number
