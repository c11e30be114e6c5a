"""Reads parts of a figure told before: a share of sales that is left, some of what was counted."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.ellipsis import REACH
from pipeline.claims.features import is_share_of
from pipeline.claims.fitting import unit_kind
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import COUNTED, ORDERS, PROFITS, RESULTS
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_SHARED_OUT = COUNTED | ORDERS | {"revenue", "debt", "investment", "costs"}
"""Metrics of which a share is told with `ein Drittel davon`."""

_SPENT = frozenset(("costs", "investment"))
"""What is told in percent of the revenue to say how much it is, and stays what it is."""

_NEARLY = 0.1
"""Percent by which a ratio may be off beside a word that could name another metric."""

_WHOLE = 100
"""Percent of which a share is told."""


def part_of_them(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of what was told before, for `769 von ihnen`, `davon 2800 in Köln`, `ein Drittel davon`."""
    if quantity.unit == "percent":
        last = next(memory.recent(1), None)
        if last is None or last.metric not in _SHARED_OUT or last.kind != "level":
            return None
        share = sentence.says_after(quantity, "of_them") or sentence.says_after(quantity, "comes_from")
        share = share and not sentence.says("left_over", quantity)
        return Attachment(last.metric, None, 1.0, 1.0, "a share of the figure before it") if share else None
    if quantity.unit != "count":
        return None
    if not (sentence.says_after(quantity, "of_them") or sentence.says_before(quantity, "among_them")):
        return None
    if sentence.says("left_over", quantity):
        return None  # `88 Millionen flossen ihm zu. Hängen geblieben sind davon 7,4`
    if any(0 < mention.start - quantity.end <= 1 for mention in sentence.metrics):
        return None  # `davon entfielen 4 Milliarden Umsatz auf Asien`
    if quantity.scaled:
        amounts = (told for told in memory.recent(REACH) if told.quantity.scaled)
        last = next(amounts, None)  # `Der Ertrag kam auf 214 Mio. (-7,5%). Davon entfielen 131 Mio. auf …`
        if last is not None and unit_kind(last.unit) == "money":
            return Attachment(last.metric, None, 1.0, 1.0, "a part of the amount before it")
    whole = next((statement for statement in reversed(memory.statements) if statement.unit == "count"), None)
    return Attachment(whole.metric, None, 1.0, 1.0, "a part of what was counted before") if whole else None


def contributed(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None
) -> Attachment | None:
    """A share of what was told before: `Der Umsatz stieg auf 5 Mio. Der Export steuerte ein Viertel bei`."""
    named = shared is not None and shared.metric != "other"
    if (
        named
        or quantity.unit != "percent"
        or sentence.lead(quantity)
        or not sentence.says("contributes", quantity)
    ):
        return None
    whole = next((told.metric for told in memory.recent(1) if told.metric in RESULTS - {"margin"}), None)
    return Attachment(whole, None, 0.5, 0.5, "a share of what was told before") if whole else None


def part_of_sales(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What is left of sales, told in percent: a margin; and what was spent, told as a share of them.

    `Vor Steuern standen 17 Milliarden zu Buche, was 11 Prozent der Erlöse entspricht`; `Vom Umsatz blieben 5
    Prozent hängen`; `gab 29 Millionen für die Forschung aus, das waren 9 Prozent vom Umsatz`.
    """
    if quantity.unit != "percent" or sentence.lead(quantity) == "by":
        return None
    sales = [mention for mention in sentence.metrics if mention.metric == "revenue"]
    left = sentence.says("left_over", quantity)
    if left and (sales or memory.topics.recall(memory.number - 1) == "revenue"):
        return Attachment("margin", None, 1.0, 1.0, f"`{left[0]}` of sales")
    last = memory.last
    if last is not None and last.quantity is sentence.previous(quantity):
        between = sentence.text[last.quantity.end : quantity.hedge_start]
        if last.metric in PROFITS | {"gross_profit"} and pattern("which_is_a_rate").fullmatch(between):
            return Attachment("margin", None, 1.0, 1.0, "the profit before it as a rate")
    if last is not None and _is_their_ratio(memory, last, sentence, quantity):
        return Attachment("margin", None, 1.0, 1.0, "the profit before it as a share of the revenue")
    if _is_measured_by_sales(memory, sentence, quantity):
        return Attachment("margin", None, 1.0, 1.0, "the profit before it, measured by the revenue")
    if not any(is_share_of(sentence, quantity, mention) for mention in sales):
        return None
    if last is None or last.metric not in PROFITS | _SPENT or last.unit == "percent":
        return None
    metric, why = ("margin", "a profit as a share of sales")
    if last.metric in _SPENT:
        if last.kind != "level":
            return None
        metric, why = last.metric, "what was spent as a share of sales"
    before = sentence.previous(quantity)
    if before is None and last.sentence_end <= sentence.start <= last.sentence_end + 1:
        opening = sentence.text[sentence.start : quantity.hedge_start]
        again = pattern("this_is").match(opening) is not None
        return Attachment(metric, None, 1.0, 1.0, why) if again else None
    if last.quantity is not before:
        return None
    between = sentence.text[last.quantity.end : quantity.hedge_start]
    if not pattern("equals_share").search(between):
        apposed = last.metric in _SPENT and between.endswith(", ")
        if not apposed or sentence.has_verb(quantity.end, sentence.clause(quantity.start)[1]):
            return None  # `Die Kosten betrugen 6 Millionen Euro, 40 Prozent der Erlöse kamen aus Asien`
    return Attachment(metric, None, 1.0, 1.0, why)


def _is_measured_by_sales(memory: Memory, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a profit is told in percent: `Gemessen am Umsatz sind das 12 Prozent, nach 13 im Vorjahr`."""
    told = sentence.says("measured_by_sales")
    if told is None:
        return False
    end = sentence.start + told.end()
    between = any(end <= mention.start < quantity.start for mention in sentence.metrics)
    profits = (other for other in memory.recent(1) if other.metric in PROFITS and other.unit != "percent")
    return not between and next(profits, None) is not None


def _is_their_ratio(memory: Memory, last: Statement, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a share is told of what stands before it: `verdiente 70,5 Millionen. Das sind 14,5 Prozent`.

    Also with a word for another metric, where the amounts agree: `Das sind 8 Prozent von dem, was die
    Kunden bezahlt haben`.
    """
    opening = sentence.text[sentence.start : quantity.hedge_start]
    if last.metric not in PROFITS or last.kind != "level" or not pattern("this_is").match(opening):
        return False
    sales = [told for told in memory.recent(1) if told.metric == "revenue" and told.kind == "level"]
    near = _NEARLY if sentence.metrics else 1
    return any(
        told.unit == last.unit and abs(_WHOLE * last.quantity.low / told.quantity.low - quantity.low) < near
        for told in sales
        if told.quantity.low
    )
