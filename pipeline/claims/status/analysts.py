"""Tells what analysts expected."""

from pipeline.claims.governing import analysts_mean
from pipeline.claims.status.case import Answer, Case
from pipeline.claims.status.outlooks import said_before
from pipeline.vocabulary.patterns import pattern

_NEXT = 2
"""Blanks and line breaks between two sentences."""


def consensus(case: Case) -> Answer | None:
    """What analysts expected, `Analysten hatten mit 800 Millionen Euro gerechnet`."""
    if case.gap is not None:  # how far a result lies from what they expected is a result
        return None
    moved = case.statement.kind == "change" or case.statement.link == "to"
    if moved and case.statement.metric in ("share_price", "index_level") and not _said_beside(case):
        return None  # `Anleger hatten mehr erwartet, das Papier verlor 6,8 Prozent auf 41,35 Euro`
    if case.statement.metric == "share_price" and "consensus" in case.near:
        return "forecast", "what analysts think a price will be"
    if "consensus" in case.near and _was_its_own(case):
        return "prior_forecast", f"`{case.anywhere['consensus']}`, before the outlook told last"
    if "consensus" in case.anywhere and analysts_mean(case.sentence, case.quantity):
        if case.statement.metric == "share_price":
            return "forecast", "what analysts think a price will be"
        return "consensus", f"`{case.anywhere['consensus']}`"
    return _their_estimate(case) or _still_theirs(case) or _more_of_theirs(case)


def _was_its_own(case: Case) -> bool:
    """Whether an expectation without a holder is an old outlook (`Vorher lag die Erwartung bei 5 Mio.`)."""
    last, sentence = case.last, case.sentence
    if last is None or (last.metric, last.status) != (case.statement.metric, "forecast"):
        return False
    beside = last.sentence_end >= sentence.start - _NEXT and "prior" in case.near
    return beside and not pattern("analysts").search(sentence.text, sentence.start, sentence.end)


def _said_beside(case: Case) -> bool:
    """Whether the clause of a figure tells what was expected."""
    begin, end = case.sentence.clause(case.quantity.start)
    return bool(case.sentence.cues_in(begin, end, "consensus"))


def _their_estimate(case: Case) -> Answer | None:
    """What those thought who were spoken of before: `blieb unter deren Schätzung von 20,9 Milliarden`."""
    sentence, quantity = case.sentence, case.quantity
    told = sentence.says_before(quantity, "their_estimate")
    said = said_before(sentence) + sentence.text[sentence.start : quantity.start] if told else ""
    return (
        ("consensus", f"`{told[0].strip()}`, of analysts")
        if told and pattern("analysts").search(said)
        else None
    )


def _still_theirs(case: Case) -> Answer | None:
    """What those expected who were spoken of before (`Sie waren von 910 Millionen ausgegangen`)."""
    sentence = case.sentence
    they = pattern("they_expected").match(sentence.text[sentence.start : sentence.end])
    if they is None or "forecast" not in case.near or not pattern("analysts").search(said_before(sentence)):
        return None
    return "consensus", f"`{they[0]}`, the analysts spoken of before"


def _more_of_theirs(case: Case) -> Answer | None:
    """What follows from what they expect: `im Schnitt sind es 41,5 Mio.`, `oder 0,43 Euro je Aktie`."""
    last, sentence, quantity = case.last, case.sentence, case.quantity
    if last is None or last.status != "consensus" or last.sentence_end < sentence.start - _NEXT:
        return None
    same = last.sentence_start == sentence.start
    if same and pattern("or_rather").fullmatch(sentence.text, last.quantity.end, quantity.hedge_start):
        return "consensus", "as the figure beside it"
    follows = (
        sentence.says("on_average", quantity)
        or sentence.says("would_follow", quantity)
        or sentence.says("was_thought", quantity)  # `Beim Ergebnis je Aktie lag die Prognose bei 0,71 Euro`
    )
    return ("consensus", f"`{follows[0]}`, of what analysts expect") if follows else None
