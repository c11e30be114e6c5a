"""Asks the rules of status in their order."""

from datetime import date

from pipeline.claims.expectations import Gap
from pipeline.claims.governing import governing_cues
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.status.ahead import (
    approved,
    from_then_on,
    jobs_to_be_cut,
    not_built_yet,
    of_a_budget,
    time_ahead,
    wage_demand,
)
from pipeline.claims.status.analysts import consensus
from pipeline.claims.status.case import Answer, Case
from pipeline.claims.status.dividends import dividend
from pipeline.claims.status.facts import (
    computed,
    stock_before_plan,
    told_as_done,
    told_in_clause,
    told_of_the_past,
)
from pipeline.claims.status.outlooks import goal_in_brackets, outlook
from pipeline.claims.status.replaced import (
    expected_before,
    in_its_place,
    named_as_old,
    promised,
    replaced_outlook,
    withdrawn,
)
from pipeline.mentions.mention import PeriodMention


def as_beside(case: Case) -> Answer | None:
    """The same as of the figure that it hangs on: `soll um 5 Prozent auf 2 Milliarden steigen`."""
    if case.statement.link is None or case.previous is None:
        return None
    if case.statement.link in ("to", "from_to") and case.previous.earlier:
        return None  # `soll von 4800 auf 1100 sinken`: the first is a fact, the second a plan
    status = case.previous.status
    return ("forecast" if status == "prior_forecast" else status), "as the figure beside it"


RULES = (
    stock_before_plan,
    told_of_the_past,
    computed,
    consensus,
    named_as_old,
    goal_in_brackets,
    in_its_place,
    promised,
    told_as_done,
    told_in_clause,
    dividend,
    replaced_outlook,
    as_beside,
    withdrawn,
    expected_before,
    outlook,
    jobs_to_be_cut,
    approved,
    not_built_yet,
    wage_demand,
    from_then_on,
    time_ahead,
    of_a_budget,
)
"""In the order in which they are asked."""


def _is_revised(sentence: Sentence, statement: Statement) -> bool:
    """Whether an outlook is changed; `hebt das Kursziel` changes none of a result beside it."""
    told = sentence.says("outlook_revised")
    of_a_price = told is not None and "kursziel" in told[0].lower()
    return told is not None and (not of_a_price or statement.metric == "share_price")


def decide_status(
    sentence: Sentence,
    statement: Statement,
    previous: Statement | None,
    last: Statement | None,
    period: PeriodMention | None,
    published: date | None,
    gap: Gap | None,
) -> Answer:
    """Decide the status of a figure.

    Args:
        sentence: Its sentence.
        statement: The figure, with metric, kind, link and whether it is told of an earlier time.
        previous: The figure before it in its group.
        last: The figure stated before it, whatever it is of.
        period: The time that it covers, where one is named.
        published: Day of publication.
        gap: Its distance from an expectation, where it is one.

    Returns:
        Status and the reason for it.
    """
    near = {cue.name for cue in governing_cues(sentence, statement.quantity, gap)}
    case = Case(
        sentence,
        statement,
        previous,
        last,
        period,
        published,
        gap,
        frozenset(near),
        {cue.name: cue.text for cue in sentence.cues},
        _is_revised(sentence, statement),
    )
    return next((answer for rule in RULES if (answer := rule(case))), ("reported", "nothing says otherwise"))
