"""Tells an outlook by its words (`rechnet mit`, `soll`), and whether `bisher` says of it that it is old."""

from pipeline.claims.sentence import Sentence
from pipeline.claims.status.case import NEAR_BY, Answer, Case
from pipeline.mentions.context import find_cues
from pipeline.vocabulary.patterns import pattern

_NEXT = 2
"""Blanks and line breaks between two sentences."""
_REACH = 40
"""Most code points between `bisher` and the figure that it is said of."""


def outlook(case: Case) -> Answer | None:
    """An outlook of its own clause, or one that `bisher` says is given up."""
    given_up = _said_before(case) and ("forecast" in case.anywhere or case.revised)
    if given_up and pattern("only_before").fullmatch(case.anywhere["prior"]):
        # `soll auf 5 Milliarden steigen, zuvor waren es 4` tells of no outlook
        given_up = ("forecast" in case.near or case.revised) and _told_anew(case)
    if given_up and overtaken(case):
        return "forecast", f"`{case.anywhere['prior']}`, before the result told beside it"
    if given_up:
        return "prior_forecast", f"`{case.anywhere['prior']}`"
    if "forecast" in case.near:
        return "forecast", f"`{case.anywhere['forecast']}`"
    return ("forecast", "an outlook is changed") if case.revised else None


def overtaken(case: Case) -> bool:
    """Whether only the result has overtaken it: `sank auf 3,8 Mrd. Angepeilt hatte er ursprünglich 4,8`."""
    last, statement = case.last, case.statement
    if last is None or case.revised or (last.metric, last.status) != (statement.metric, "reported"):
        return False
    if last.kind != statement.kind or last.earlier or last.sentence_end < case.sentence.start - _NEXT:
        return False
    over = None not in (last.period_end, case.published) and last.period_end <= case.published  # type: ignore[operator]
    return (
        over
        and pattern("overtaken").search(case.sentence.text, *case.sentence.predicate(case.quantity.start))
        is not None
    )


def _said_before(case: Case) -> bool:
    """Whether `bisher` is said of this figure and not of the next (`6 Prozent statt bisher 4 Prozent`)."""
    sentence, quantity = case.sentence, case.quantity
    for cue in sentence.cues_in(sentence.start, sentence.end, "prior"):
        if cue.start >= quantity.start:
            rest = max(cue.end + _REACH, sentence.clause(cue.start)[1])
            said = not sentence.quantities_between(cue.start, rest)
        else:
            said = not pattern("now").search(sentence.text, cue.end, quantity.start)
            if pattern("phrase_of_before").search(sentence.before(cue.start, 20)) or pattern(
                "instead"
            ).search(cue.text):
                said = said and not sentence.quantities_between(cue.start, quantity.start)
            said = said and not _counts_beside(case, cue.end)
        if said and "prior" in case.near:
            return True
    return False


def _counts_beside(case: Case, end: int) -> bool:
    """Whether `bisher` is said of what follows it: `erzielte an bisher drei Standorten 75 Mio. Euro`."""
    after = next((other for other in case.sentence.quantities if other.start >= end), None)
    if after is None or after is case.quantity or after.unit == case.quantity.unit:
        return False
    return after.unit in (None, "count") and not after.scaled and after.hedge_start - end <= 1


def _told_anew(case: Case) -> bool:
    """Whether a new outlook stands beside the old one, in its sentence or close to it."""
    sentence = case.sentence
    if case.revised or sentence.quantities_between(sentence.start, sentence.end) > 1:
        return True
    return any(tells_an_outlook(text) for text in (said_before(sentence), said_after(sentence)))


def said_before(sentence: Sentence) -> str:
    """What stands before a sentence in its paragraph, as far as an outlook can be told anew there."""
    return sentence.text[max(0, sentence.start - NEAR_BY) : sentence.start].rsplit("\n\n")[-1]


def said_after(sentence: Sentence) -> str:
    """What stands after a sentence in its paragraph, as far as an outlook can be told anew there."""
    return sentence.text[sentence.end : sentence.end + NEAR_BY].split("\n\n")[0]


def tells_an_outlook(text: str) -> bool:
    """Whether a stretch of text tells an outlook, and not only that one was given."""
    if pattern("outlook_revised").search(text):
        return True
    cues = [cue for cue in find_cues(text, 0, len(text)) if cue.name == "forecast"]
    verb = any(not pattern("expectation").fullmatch(cue.text) for cue in cues)
    return verb or bool(cues and pattern("replaces").search(text))


def goal_in_brackets(case: Case) -> Answer | None:
    """`in der oberen Hälfte des Zielkorridors (13 bis 15 Milliarden)`."""
    bracket = case.sentence.bracket(case.quantity.start)
    if bracket is None or case.statement.earlier or case.sentence.says("outlook_withdrawn"):
        return None
    goal = pattern("goal_before_bracket").search(case.sentence.before(bracket[0]))
    others = case.sentence.quantities_between(bracket[0], case.quantity.start)
    if goal is None or others or case.sentence.cues_in(*bracket, "prior"):
        return None
    return ("consensus" if pattern("analysts").search(goal[0]) else "forecast"), f"`{goal[0].strip()}`"
