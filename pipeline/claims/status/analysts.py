"""Tells what analysts expected."""

from pipeline.claims.governing import analysts_mean
from pipeline.claims.status.case import Answer, Case
from pipeline.claims.status.outlooks import said_before
from pipeline.vocabulary.patterns import pattern


def consensus(case: Case) -> Answer | None:
    """What analysts expected, `Analysten hatten mit 800 Millionen Euro gerechnet`."""
    if case.gap is not None:  # how far a result lies from what they expected is a result
        return None
    if case.statement.metric == "share_price" and "consensus" in case.near:
        return "forecast", "what analysts think a price will be"
    if "consensus" in case.anywhere and analysts_mean(case.sentence, case.quantity):
        return "consensus", f"`{case.anywhere['consensus']}`"
    return _still_theirs(case)


def _still_theirs(case: Case) -> Answer | None:
    """What those expected who were spoken of before (`Sie waren von 910 Millionen ausgegangen`)."""
    sentence = case.sentence
    they = pattern("they_expected").match(sentence.text[sentence.start : sentence.end])
    if they is None or "forecast" not in case.near or not pattern("analysts").search(said_before(sentence)):
        return None
    return "consensus", f"`{they[0]}`, the analysts spoken of before"
