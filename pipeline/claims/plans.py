"""Reads an article about a public budget for a year to come: what it tells in the present is planned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.claims.fitting import unit_kind
from pipeline.claims.metric_classes import MARKET
from pipeline.claims.period import NO_PERIOD, Period, of_mention
from pipeline.claims.results import tells_of_public_budget
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention
from pipeline.vocabulary.patterns import pattern

_HEAD = 800
"""Code points from the start of an article within which it says what it is about."""

_BEFORE = 48
"""Code points before a year within which the word for the budget stands."""


def planned_year(periods: Sequence[PeriodMention], present: date | None, text: str) -> Period:
    """The year ahead whose budget an article presents (`Der Voranschlag 2026 des Kantons sieht …`).

    Args:
        periods: The times of the article in order.
        present: Day of publication.
        text: The article.

    Returns:
        The year; one without a label where the article tells of no such plan.
    """
    if present is None or not tells_of_public_budget(text):
        return NO_PERIOD
    for mention in periods:
        if mention.start > _HEAD:
            break
        ahead = (
            mention.granularity == "year" and mention.first_day is not None and mention.first_day > present
        )
        if ahead and pattern("budget_for").search(text[max(0, mention.start - _BEFORE) : mention.start]):
            return replace(of_mention(mention), reason=f"the budget for `{mention.text}`")
    return NO_PERIOD


def is_planned(sentence: Sentence, statement: Statement, time: PeriodMention | None) -> bool:
    """Whether what such an article tells is part of the plan: in the present, and of no time of its own.

    Args:
        sentence: The sentence.
        statement: The figure, with its metric and status.
        time: The time that its sentence names for it.
    """
    if statement.status != "reported" or statement.earlier or statement.metric in MARKET:
        return False
    if time is not None or sentence.companies:
        return False
    quantity = statement.quantity
    if unit_kind(statement.unit) == "money" and not quantity.scaled:
        return False  # `Die Jahreskarte bleibt bei 365 Euro`
    past = sentence.says("told_in_past", quantity) or sentence.says("past_tense", quantity)
    return not (past or sentence.says("as_it_stands", quantity))
