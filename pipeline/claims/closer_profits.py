"""Reads a bare `Gewinn`, `Verlust` or `Rendite` as what was named closely just before."""

from dataclasses import replace

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import kinds_of
from pipeline.claims.growth import tells_of_results
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import CLOSER_PROFITS, RESULTS
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.mentions.periods.values import BUSINESS
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_FARTHEST_RESULT = 6
"""Sentences back to which a result shows that a `Rendite` is one of sales."""

_NEXT = 2
"""Blanks and line breaks between two sentences."""


def same_profit(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None
) -> Attachment | None:
    """One more of a profit that is named closely: `Vor Steuern blieben 23 Mio.; 1999 fiel ein Verlust an`.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        shared: The metric of its group so far.

    Returns:
        An attachment to that profit; None where no bare result is told, or where it may be what is left of
        it in the end.
    """
    mention = shared.mention if shared is not None else None
    if shared is None or mention is None or shared.metric != "net_income":
        return None
    if "money" not in kinds_of(sentence, quantity) or not pattern("bare_result").fullmatch(mention.text):
        return None
    begin, end = sentence.clause(quantity.start)
    if not begin <= mention.start < end or not _is_another_one(sentence, mention):
        return None
    stage = _stage(sentence, mention, begin)
    if stage is not None:
        return Attachment(stage.metric, mention, 1.0, 1.0, f"`{mention.text}` told of `{stage.text}`")
    last = memory.last
    if last is None or last.metric not in CLOSER_PROFITS or last.kind != "level" or last.status != "reported":
        return None
    if last.sentence_end < sentence.start - _NEXT or sentence.says("net_of_all"):
        return None
    now = last.period or (str(memory.published.year) if memory.published is not None else "")
    earlier = any(
        begin <= time.start < end
        and time.granularity in BUSINESS
        and (time.shift or time.comparison or (time.label or "~") < now)
        for time in sentence.periods
    )
    expected = sentence.cues_in(begin, end, "consensus") and last.quantity is sentence.previous(quantity)
    if not (earlier or expected):
        return None
    return Attachment(last.metric, mention, 1.0, 1.0, f"`{mention.text}` of another time, the profit before")


def _is_another_one(sentence: Sentence, mention: MetricMention) -> bool:
    """Whether a result is told as one of many (`ein Verlust`, `verdiente`) and not as the one in the end."""
    return mention.verb or pattern("indefinite").search(sentence.before(mention.start, 24)) is not None


def _stage(sentence: Sentence, mention: MetricMention, begin: int) -> MetricMention | None:
    """What opens the clause of a result: `Operativ (Ebit) stand ein Verlust von 134 Mio. zu Buche`."""
    before = [other for other in sentence.metrics if begin <= other.start < mention.start]
    if not before or any(other.metric not in CLOSER_PROFITS for other in before):
        return None
    opens = before[0].text.lower().startswith(("operativ", "vor ")) and not before[0].verb
    if not opens or sentence.quantities_between(before[0].start, mention.start):
        return None
    return before[-1]


def _of_sales(memory: Memory, sentence: Sentence, mention: MetricMention) -> bool:
    """Whether a bare `Rendite` is that of a company's sales and not that of a bond."""
    told = (statement.metric for statement in memory.recent(_FARTHEST_RESULT))
    beside = any(metric in RESULTS | {"sales_volume"} for metric in told) or any(
        other.metric in RESULTS | {"sales_volume"} for other in sentence.metrics
    )
    # `Der Hersteller Kolb rechnet mit einer Rendite von 6 Prozent`
    beside = beside or bool(sentence.companies and tells_of_results(sentence.text))
    return beside and pattern("bare_yield").fullmatch(mention.text) is not None and not sentence.says("bonds")


def _sold_for_money(
    memory: Memory, sentence: Sentence, attachment: Attachment, mention: MetricMention
) -> bool:
    """Whether `46 Prozent der Verkäufe` are of the revenue, as in a text that counts no pieces sold."""
    if attachment.metric != "sales_volume" or mention.text.lower() not in ("verkäufe", "verkäufen"):
        return False
    told = {statement.metric for statement in memory.statements}
    counted = any(quantity.unit == "count" for quantity in sentence.quantities)
    return "revenue" in told and "sales_volume" not in told and not counted


def refined(memory: Memory, attachment: Attachment, sentence: Sentence, number: int) -> Attachment:
    """Read a bare `Verlust` or `Gewinn` as the earnings of the sentence before.

    `Das Ebit betrug 366 Millionen. Im Jahr zuvor war ein Verlust von 383 Millionen angefallen.` speaks of one
    metric.

    Args:
        memory: What the document spoke of last.
        attachment: How the metric of the sentence was found.
        sentence: The sentence.
        number: Its number in the document.

    Returns:
        The attachment, with the metric of the sentence before where that is meant.
    """
    mention = attachment.mention
    if (
        mention is not None
        and attachment.metric == "interest_rate"
        and pattern("bare_yield").fullmatch(mention.text)
        and any(found.metric == "dividend" for found in sentence.metrics)
    ):
        return replace(attachment, metric="other", reason=f"`{mention.text}` of a dividend")
    if mention is not None and attachment.metric == "interest_rate" and _of_sales(memory, sentence, mention):
        return replace(attachment, metric="margin", reason=f"`{mention.text}` beside what a company earns")
    if mention is not None and _sold_for_money(memory, sentence, attachment, mention):
        return replace(attachment, metric="revenue", reason=f"`{mention.text}`, told in money")
    if mention is None or attachment.metric != "net_income":
        return attachment
    if pattern("goal_of_a_result").fullmatch(mention.text):
        before = [found for found in sentence.metrics if found.end <= mention.start]
        closer = [found for found in before if found.metric in CLOSER_PROFITS]
        if closer:  # `Das Vorsteuerergebnis liegt im Ergebniskorridor von 0,1 bis 0,3 Millionen`
            return replace(
                attachment, metric=closer[-1].metric, reason=f"`{mention.text}` of `{closer[-1].text}`"
            )
    metric = memory.topics.recall(number - 1)
    if metric not in CLOSER_PROFITS or not pattern("bare_result").fullmatch(mention.text):
        return attachment
    # `Vor Steuern ging es aufwärts. Einem Verlust von 9 Mio. im Jahr 2021 steht ein Gewinn von 5 gegenüber.`
    told = any(other.sentence_start < sentence.start for other in memory.recent(1))
    opened = "" if told else memory.period.label or ""
    # not `5 Mrd., 57 Prozent über dem Vorjahr`
    looks_back = any(
        (time.shift or time.comparison or (time.granularity in BUSINESS and (time.label or "~") < opened))
        and sentence.quantities_between(mention.end, time.start) <= 1
        for time in sentence.periods
    )
    if not looks_back or sentence.says("all_in_all") or len({found.metric for found in sentence.metrics}) > 1:
        return attachment
    reason = f"`{mention.text}`, of the metric before"
    return Attachment(metric, mention, attachment.score, attachment.margin, reason)
