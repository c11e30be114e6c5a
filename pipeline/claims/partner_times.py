"""Reads the time of a figure off the one that it hangs on, and tells when a sentence has left an aside."""

from pipeline.claims.named_times import period_beside
from pipeline.claims.period import Period, end_of, of_mention, of_statement
from pipeline.claims.question import Question
from pipeline.claims.statement import Statement
from pipeline.mentions.periods.values import BUSINESS


def of_partner(question: Question) -> Period | None:
    """That of the figure which it hangs on: `um 8 Prozent auf 2,1 Milliarden`."""
    previous = question.previous or _whole(question)
    linked = question.previous is None or question.statement.link in ("to", "bracket", "restated")
    if previous is None or not linked:
        return None
    if period_beside(question.sentence, question.statement.quantity) is not None:
        return None
    if question.statement.kind == "change" and previous.earlier and previous.kind == "level":
        # `209,0 nach 204,6 Mio. Euro (+2 %)`
        now = next((other for other in question.memory.recent(0) if not other.earlier), None)
        if now is not None and now.metric == previous.metric:
            return of_statement(now, "as the figure before it")
    return of_statement(previous, "as the figure beside it")


def _whole(question: Question) -> Statement | None:
    """The figure of its sentence that it is a part of: `sank auf 421, darunter sind 31 Lehrlinge`."""
    quantity, last = question.statement.quantity, question.memory.last
    if last is None or last.quantity is not question.sentence.previous(quantity) or question.time is not None:
        return None
    part = quantity.unit == "count" and question.sentence.says_before(quantity, "among_them") is not None
    return last if part and last.unit == "count" else None


def leaves(question: Question, aside: Period) -> bool:
    """Whether its sentence has gone on from an aside: `Aus 4 Millionen im Jahr 2022 wurde ein Verlust`."""
    end = end_of(aside)
    told = (mention for mention in question.sentence.periods if mention.label and not mention.shift)
    ends = (end_of(of_mention(mention)) for mention in told if mention.granularity in BUSINESS)
    return end is not None and any(other is not None and other > end for other in ends)
