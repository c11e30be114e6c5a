"""Tells what a figure takes over from the one before it: an earlier time, a change told again, adjustment."""

from pipeline.claims.compared_times import comparison_of, is_measured_against
from pipeline.claims.groups import Member
from pipeline.claims.metric_classes import COUNTED, JOBS_AND_PLACES, MARKET, PROFITS, RESULTS, STOCKS, YEARLY
from pipeline.claims.named_times import named_beside
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

ADJUSTED_BY_NOUN = PROFITS | {"earnings_per_share", "margin"}
"""Metrics that are mostly called adjusted by their noun (`das bereinigte Ebit`), and not by their verb."""

_NEXT = 2
"""Blanks and line breaks between two sentences."""

_QUOTED = 2
"""Code points at most between a time and the brackets that tell its figure: a quotation mark and a blank."""

_AGAINST = ("", "vs", "vs.", "versus")
"""All that may stand before the year before's figure in its brackets."""


def is_earlier(sentence: Sentence, statement: Statement, member: Member, previous: Statement | None) -> bool:
    """Say whether a figure is of the time before: `Vorjahr: 38`, `nach 1,9`, the 12 of `von 12 auf 15`.

    Args:
        sentence: Its sentence.
        statement: The figure, with metric, kind and unit.
        member: Its quantity in its group.
        previous: The figure before it in its group.

    Returns:
        True where it is told only to compare with.
    """
    if statement.metric in MARKET or member.column is not None:
        return False
    if member.following == "from_to" and statement.kind == "level":
        return sentence.says("outlook_revised", member.quantity) is None
    if member.link == "after" and previous is not None and statement.kind == previous.kind:
        instead = previous.status == "forecast" and sentence.lead(member.quantity) == "instead"
        return not instead or statement.metric == "dividend"
    if statement.kind == "level" and _told_to_compare(sentence, statement):
        return True
    comparison = comparison_of(sentence, member.quantity)
    if comparison is None:
        return previous is not None and _stands_bare_beside(sentence, statement, previous)
    span = sentence.bracket(member.quantity.start)
    beside = span is not None and 0 <= span[0] - comparison.end <= _QUOTED
    if beside and span is not None and span[0] + 1 == member.quantity.hedge_start:
        return True  # `9,4 Prozent weniger als im Vorjahr (38,1 Prozent)`, `"über Vorjahr" (1,7 Mrd. Euro)`
    if member.link == "bracket":
        return statement.kind != "change" or not is_measured_against(sentence, member.quantity, comparison)
    lead = sentence.lead(member.quantity)
    moves = lead == "from" and any(sentence.lead(other) == "to" for other in sentence.quantities)
    # `einen Verlust von 5 Millionen im Vorjahr` is told of it, `von 5 Millionen im Vorjahr auf 7` compared.
    compared = comparison.comparison or moves or lead in ("against", "instead")
    return statement.kind == "level" and compared


def _told_to_compare(sentence: Sentence, statement: Statement) -> bool:
    """Whether only its wording says that a figure is one of before: `Aus 15 wurden 7`."""
    quantity, metric = statement.quantity, statement.metric
    if metric == "dividend":
        return sentence.says_before(quantity, "dividend_of_before") is not None
    following = next((other for other in sentence.quantities if other.start > quantity.start), None)
    if following is not None and sentence.says_before(quantity, "out_of"):
        return pattern("became").fullmatch(sentence.text, quantity.end, following.hedge_start) is not None
    if metric not in YEARLY | STOCKS or named_beside(sentence, quantity) or sentence.says("outlook_revised"):
        return False
    if metric in RESULTS and sentence.says_before(quantity, "result_of_before"):
        return not sentence.cues_in(sentence.start, sentence.end, "forecast", "consensus")
    if sentence.cues_in(*sentence.clause(quantity.start), "prior"):
        return False  # `5 Millionen nach bisher 4` can be an outlook that is replaced
    before = sentence.says("before_that", quantity) if metric in RESULTS | STOCKS else None
    return before is not None or sentence.says_before(quantity, "after_result") is not None


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


def told_again(
    sentence: Sentence, quantity: Quantity, metric: str, last: Statement | None
) -> Statement | None:
    """Find the change that a figure tells again (`acht Prozent der Belegschaft, das wären 336 Stellen`).

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.
        last: The figure stated before it.

    Returns:
        The figure before it where this one tells it again, in another unit or of a greater whole; else None.
    """
    if last is None or last.kind != "change" or metric not in COUNTED | JOBS_AND_PLACES:
        return None
    affected = last.metric in JOBS_AND_PLACES and sentence.says("affected", quantity) is not None
    if last.metric != metric and not affected:
        return None
    near = last.sentence_end >= sentence.start - _NEXT and not sentence.says("now", quantity)
    earlier = any(mention.shift or mention.comparison for mention in sentence.periods)
    # `Bis Weihnachten kommen sieben hinzu. Ende 2012 waren es 216`
    earlier = earlier or (
        not affected
        and any(mention.label and mention.end <= quantity.start for mention in sentence.periods)
        and sentence.says_before(quantity, "it_was") is not None
    )
    goes_on = affected or sentence.says("goes_on", quantity) is not None
    return last if near and not earlier and goes_on else None


def adjusted_like(sentence: Sentence, statement: Statement, last: Statement | None, *, carried: bool) -> bool:
    """Say whether a figure is adjusted because the one before it is.

    Args:
        sentence: Its sentence.
        statement: The figure.
        last: The figure stated before it.
        carried: Its sentence does not name its metric, which is that of the figure before.

    Returns:
        True for what was expected of the same metric, for its figure of an earlier time, and for its change
        told without a verb of its own (`auf 350 Millionen, fast doppelt so viel`); for a result or an outlook
        that the same noun is told of (`Das bereinigte Ebit lag bei 5 Millionen. Erwartet werden 6`).
    """
    if last is None or not last.adjusted or last.sentence_end < sentence.start - _NEXT:
        return False
    if statement.metric != last.metric or sentence.says("as_reported", statement.quantity):
        return False
    if pattern("counterfactual").search(sentence.text, last.sentence_start, last.sentence_end):
        return False  # `Ohne den Verkauf hätte der Gewinn 402 Millionen betragen. Mit ihm waren es 84`
    begin, end = sentence.clause(statement.quantity.start)
    beside = last.sentence_start == sentence.start and not sentence.has_verb(begin, end)
    change_of_it = statement.kind == "change" and last.kind == "level" and beside
    same_noun = carried and statement.kind == last.kind
    if same_noun and (statement.status != "reported" or statement.metric in ADJUSTED_BY_NOUN):
        return True
    return statement.earlier or change_of_it or statement.status in ("prior_forecast", "consensus")


def moves_like(sentence: Sentence, statement: Statement, last: Statement | None) -> bool:
    """Say whether what was expected is a change as the figure before it.

    Args:
        sentence: Its sentence.
        statement: What was expected.
        last: The figure stated before it.

    Returns:
        True for `stiegen um 2,3 Prozent, während Volkswirte 2,4 Prozent erwartet hatten`.
    """
    if last is None or last.sentence_start != sentence.start or statement.status != "consensus":
        return False
    same = (last.metric, last.kind, last.unit) == (statement.metric, "change", statement.unit)
    return same and sentence.lead(statement.quantity) in ("", "by", "with") and statement.unit == "percent"


def compared_like(statement: Statement, last: Statement | None) -> str | None:
    """Find the reference of the change before it, for what was expected of the same metric.

    Args:
        statement: The figure.
        last: The figure stated before it.

    Returns:
        The reference; None where the figure tells its own.
    """
    if last is None or last.kind != "change" or last.sentence_end < statement.sentence_start - _NEXT:
        return None
    return last.reference if statement.status == "consensus" and last.metric == statement.metric else None
