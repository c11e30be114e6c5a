"""Puts a period on each statement: named beside it, shifted from its neighbour, carried over, or the day of publication."""

from dataclasses import replace

import regex

from pipeline.claims import times
from pipeline.claims.ellipsis import Context
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.times import NO_PERIOD, Period
from pipeline.mentions.fiscal_calendar import shift_period
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.mentions import Mentions
from pipeline.quantities.quantity import Quantity

_PAST = regex.compile(r"(?i)(?<!\w)(?:hatte[n]?|war(?:en)?|zugetraut|in aussicht gestellt hatte)(?!\w)")


def choose_period(
    sentence: Sentence, statement: Statement, previous: Statement | None, context: Context, mentions: Mentions
) -> Period:
    """Choose the period of a statement whose metric, kind and status are known.

    Args:
        sentence: Its sentence.
        statement: The statement.
        previous: The statement before it in its group.
        context: What the document spoke of last.
        mentions: Mentions of the document.

    Returns:
        The period; without a label where the text tells none.
    """
    quantity, metric = statement.quantity, statement.metric
    if statement.column is not None and context.columns:
        column = statement.column if statement.column < len(context.columns) else 0
        return replace(context.columns[column], reason="the column of the table")
    if metric in times.MARKET:
        return _of_market(sentence, statement, context)
    compared = _of_comparison(sentence, statement, previous, context)
    if compared is not None:
        return compared
    if (
        previous is not None
        and statement.link in ("to", "bracket", "restated")
        and _own(sentence, quantity) is None
    ):
        return Period(
            previous.period,
            previous.period_start,
            previous.period_end,
            previous.fiscal,
            "as the figure beside it",
        )
    mention = times.named_period(sentence, quantity, metric)
    if (
        mention is not None
        and metric in times.STOCKS
        and statement.kind == "level"
        and times.says_now(sentence, quantity)
    ):
        mention = None
    if metric == "dividend" and mention is not None and _announces(sentence, mention, context):
        mention = None
    if mention is not None:
        return times.of_mention(mention)
    return _without_mention(sentence, statement, context)


def _announces(sentence: Sentence, mention: PeriodMention, context: Context) -> bool:
    """Whether a time tells when a dividend is paid and not which year it is for (`Heuer soll eine Dividende …`)."""
    if mention.last_day is None or context.published is None or mention.last_day < context.published:
        return False
    return "für" not in sentence.before(mention.start, 8)


def _own(sentence: Sentence, quantity: Quantity) -> PeriodMention | None:
    """A period that stands directly beside a quantity or in its brackets."""
    bracket = sentence.bracket(quantity.start)
    for mention in sentence.periods:
        if mention.granularity in ("day", "week") or mention.label is None:
            continue
        if bracket and bracket[0] <= mention.start < bracket[1]:
            return mention
        if not bracket and 0 <= mention.start - quantity.end <= 12:
            return mention
    return None


def _of_market(sentence: Sentence, statement: Statement, context: Context) -> Period:
    quantity = statement.quantity
    if statement.status in ("forecast", "prior_forecast"):
        return NO_PERIOD
    if times.moves_since_new_year(sentence, quantity) and context.published:
        year = str(context.published.year)
        return Period(
            year,
            context.published.replace(month=1, day=1),
            context.published.replace(month=12, day=31),
            False,
            "since New Year",
        )
    if times.moves_in_a_week(sentence, quantity):
        return NO_PERIOD
    mention = times.named_period(sentence, quantity, statement.metric)
    if mention is not None and mention.granularity == "day":
        return times.of_mention(mention)
    if context.day.label:
        return replace(context.day, reason="the day spoken of before")
    return times.day(context.published, "the day of publication")


def _of_comparison(
    sentence: Sentence, statement: Statement, previous: Statement | None, context: Context
) -> Period | None:
    """The period of a figure that is told to compare with: the year before the one it stands beside."""
    if not statement.earlier:
        return None
    mention = times.comparison_of(sentence, statement.quantity)
    own = _own(sentence, statement.quantity)
    if own is not None and not own.shift and not own.comparison:
        return times.of_mention(own)
    if own is not None and not own.shift and own.label and own.granularity != "other":
        return times.of_mention(own, "the year it is compared with")
    years = mention.shift or 1 if mention else 1
    base = context.period
    if previous is not None and previous.period:
        base = Period(previous.period, previous.period_start, previous.period_end, previous.fiscal, "")
    else:
        beside = times.named_period(sentence, statement.quantity, statement.metric)
        if beside is not None and not beside.shift:
            base = times.of_mention(beside)
    if base.label is None and mention is not None:
        return times.of_mention(mention)
    return times.shifted(base, years, f"the year before {base.label}")


def _without_mention(sentence: Sentence, statement: Statement, context: Context) -> Period:
    metric = statement.metric
    if metric == "dividend" and context.year.label:
        return replace(context.year, reason="the year spoken of before")
    if statement.status in ("forecast", "prior_forecast", "consensus"):
        if metric not in times.YEARLY:
            return NO_PERIOD
        beside = context.statements[-1] if context.statements else None
        if (
            beside is not None
            and beside.sentence_start == sentence.start
            and beside.period
            and beside.status != "reported"
        ):
            return Period(
                beside.period,
                beside.period_start,
                beside.period_end,
                beside.fiscal,
                "as the figure before it",
            )
        if (
            statement.status == "consensus"
            and beside is not None
            and beside.period
            and beside.metric not in times.MARKET
        ):
            return Period(
                beside.period,
                beside.period_start,
                beside.period_end,
                beside.fiscal,
                "as the figure before it",
            )
        past = statement.status == "consensus" or _PAST.search(sentence.text[sentence.start : sentence.end])
        replaced = statement.status == "prior_forecast"
        if context.outlook.label and (replaced or not (past and context.period.label)):
            return replace(context.outlook, reason="the outlook before it")
        return replace(context.period, reason="the period spoken of before")
    if metric in times.STOCKS and statement.kind == "level":
        return times.month(context.published, "told in the present")
    if metric in times.STOCKS and statement.unit == "count" and statement.status != "reported":
        return NO_PERIOD
    before = context.statements[-1] if context.statements else None
    if (
        before is not None
        and metric in times.STOCKS
        and before.metric == metric
        and before.status == statement.status
    ):
        return Period(
            before.period, before.period_start, before.period_end, before.fiscal, "as the figure before it"
        )
    if context.period.label and metric != "other":
        return replace(context.period, reason="the period spoken of before")
    if context.period.label and metric == "other" and statement.kind == "change":
        return replace(context.period, reason="the period spoken of before")
    return NO_PERIOD


def mark_fiscal(statements: list[Statement], mentions: Mentions) -> None:
    """Call fiscal all figures of a period that the document anywhere calls so, the year before it too.

    Args:
        statements: All statements of a document; changed in place.
        mentions: Its mentions.
    """
    named = {mention.label for mention in mentions.periods if mention.fiscal and mention.label}
    fiscal = set(named)
    for mention in mentions.periods:
        if mention.fiscal and mention.label:
            fiscal.add(shift_period(mention.label, mention.first_day, mention.last_day, 1)[0])
    whole = bool(named) and mentions.fiscal_year_end != 12
    for statement in statements:
        if statement.period is None or len(statement.period) == 10 or statement.metric in times.MARKET:
            continue
        if (
            statement.period in fiscal
            or (whole and len(statement.period) != 7 and statement.metric in times.YEARLY)
            or (whole and "Q" in statement.period)
        ):
            statement.fiscal = True
            statement.reasons.setdefault("fiscal", "the document calls this period fiscal")
