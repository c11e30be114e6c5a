"""Reads sentences that leave out what they measure: `Im Jahr zuvor waren es 383 Millionen`, `davon 2800`."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import direction, nearest_cue, sign_word
from pipeline.claims.features import size
from pipeline.claims.fitting import fits, kinds_of, unit_kind
from pipeline.claims.growth import tells_of_results
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import (
    CLOSER_PROFITS,
    EARNINGS,
    MARKET,
    PURE_RATES,
    SELDOM_IN_PERCENT,
    TOLD_AS_RATES,
)
from pipeline.claims.sentence import HARD, SOFT, Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_NEXT = 2
"""Blanks and line breaks between two sentences."""

REACH = 2
"""Sentences over which a left-out metric is taken from the one before."""


def carried_metric(memory: Memory, sentence: Sentence, quantity: Quantity, number: int) -> Attachment | None:
    """The metric of the sentences before, for a quantity whose sentence names none.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        number: Number of the sentence in the document.

    Returns:
        An attachment without a mention of its own, or None where nothing can be carried over.
    """
    counted = kinds_of(sentence, quantity) == ("count",)
    if counted and not (
        sentence.says("it_is", quantity) or sentence.says_before(quantity, "change_of_count")
    ):
        return None
    if quantity.unit == "factor" and sentence.says_after(quantity, "so_many_of"):
        return None
    before = next(memory.recent(1), None)
    if counted and before is not None and (before.metric, before.unit) == ("other", "factor"):
        return None  # `fast doppelt so viele Patienten. 148.000 waren es 2013`
    if quantity.unit in ("percent", "percentage_points") and sentence.says("bare_rate", quantity):
        for metric in memory.topics.spoken(number - REACH - 1):
            if metric in TOLD_AS_RATES and fits(metric, sentence, quantity):
                return Attachment(metric, None, 0.5, 0.5, "the rate told before")
    if quantity.unit == "percent" and (
        sentence.says_after(quantity, "share_of") or sentence.says_before(quantity, "share_noun")
    ):
        return None
    first = sentence.previous(quantity) if sentence.lead(quantity) == "to" else quantity
    if first is not None and sentence.says_before(first, "its_own_noun"):
        return None
    last = memory.last
    rate = last is not None and (last.metric, last.unit, quantity.unit) == ("other", "percent", "percent")
    if rate and sentence.says("it_shall", quantity):
        return None  # `Die Kostenquote stieg auf 73 Prozent. Bis 2030 soll sie 70 Prozent betragen`
    if quantity.unit == "percent" and sentence.says("this_ratio"):
        return None  # `Optimiert wurde die NPE-Quote. Diese Kennzahl lag bei 1,4 Prozent`
    # `Das hatte niemand geahnt. In ihren Prognosen standen 740 Millionen`
    expected = sentence.cues_in(sentence.start, sentence.end, "consensus") and not any(memory.recent(1))
    reach = REACH if expected or sentence.says("elliptic") or sentence.says("real_change") else 1
    for metric in memory.topics.spoken(number - reach):
        if fits(metric, sentence, quantity) and _can_go_on(metric, memory, sentence, quantity):
            return Attachment(metric, None, 0.5, 0.5, "as in the sentence before", carried=True)
    return None


def _can_go_on(metric: str, memory: Memory, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure looks like one more of a metric: no millions after a price, no share after jobs."""
    if unit_kind(quantity.unit) == "physical" and memory.last and memory.last.unit != quantity.unit:
        return False
    if metric in PURE_RATES and quantity.unit == "percent" and sentence.says_after(quantity, "growth_after"):
        return False  # `Die Marge soll 26 % erreichen. Analysten rechneten mit 19,6 % Wachstum`
    if size(metric, sentence, quantity) == "misfitting_size":
        return False
    if quantity.unit != "percent" or metric not in SELDOM_IN_PERCENT:
        return True
    changes = sentence.lead(quantity) == "by" or quantity.signed or sign_word(sentence, quantity) is not None
    return changes or direction(sentence, quantity, None) is not None


def bid_premium(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What a bid pays over a price (`bieten 4,20 Euro je Aktie, ein Aufschlag von 38 Prozent`)."""
    if quantity.unit != "percent":
        return None
    told = sentence.says_before(quantity, "premium") or sentence.says_after(quantity, "over_the_price")
    bids = [mention for mention in sentence.metrics if mention.metric == "deal_value"]
    spoken = any(other.metric == "deal_value" for other in memory.recent(1)) if told else False
    if not told or not (bids or spoken or memory.topics.recall(memory.number - 1) == "deal_value"):
        return None
    reason = f"`{told[0].strip()}`: a premium of a bid"
    return Attachment("deal_value", bids[0] if bids else None, 1.0, 1.0, reason)


def bare_growth(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A rate of growth of nothing that is named: a company that tells it means its revenue."""
    if quantity.unit != "percent":
        return None
    told = sentence.says_before(quantity, "bare_growth") or sentence.says_after(quantity, "grows_after")
    if told is None and sentence.lead(quantity) == "by" and nearest_cue(sentence, quantity):
        told = sentence.says("business", quantity)  # `Das Cloudgeschäft wuchs um 39 Prozent`
    if told is None:
        return None
    return Attachment("revenue", None, 0.0, 0.0, f"`{told[0].strip()}` of nothing that is named")


def bare_level(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What the business of a part came to: `Hier fiel das Geschäft auf 236 Millionen Euro` is its revenue."""
    if "money" not in kinds_of(sentence, quantity) or sentence.lead(quantity) != "to":
        return None
    begin, _ = sentence.clause(quantity.start)
    if any(begin <= mention.start < quantity.start for mention in sentence.metrics):
        return None
    told = sentence.says("business", quantity)
    if told is None or nearest_cue(sentence, quantity) is None:
        return None
    return Attachment("revenue", None, 0.0, 0.0, f"`{told[0]}` of nothing that is named")


def bare_move(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A move without a metric, where shares are spoken of: `Talbank (plus 1,2 Prozent)`, `Gewinner war`."""
    if quantity.unit != "percent":
        return None
    signed = quantity.signed or sign_word(sentence, quantity) is not None
    in_brackets = sentence.bracket(quantity.start) is not None and signed
    shares = sentence.says("market_talk") is not None or memory.topics.recall() in MARKET
    if in_brackets and shares:
        return Attachment("share_price", None, 0.0, 0.0, "a move in brackets, where shares are spoken of")
    movers = sentence.says("movers")
    if movers and (signed or direction(sentence, quantity, None)):
        return Attachment("share_price", None, 0.0, 0.0, f"a move, beside `{movers[0]}`")
    return None


def market_result(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None, number: int
) -> Attachment | None:
    """A gain or loss in percent after a price: `Seit Januar summiert sich der Verlust auf 38 Prozent`."""
    if (
        shared is None
        or shared.mention is None
        or shared.metric != "net_income"
        or quantity.unit != "percent"
    ):
        return None
    following = sentence.next(quantity)
    if following is not None and following.unit == "points" and sentence.lead(following) == "to":
        price: str | None = "index_level"  # `ein Verlust von 0,3 Prozent auf 3105 Punkte`
    else:
        price = memory.topics.recall(number - 1)
    if price not in MARKET or not pattern("gain_or_loss").fullmatch(shared.mention.text):
        return None
    named = shared.mention if price == "share_price" else None
    return Attachment(price, named, 1.0, 1.0, f"`{shared.mention.text}` of a price")


def it_was(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of the figure before: `12 Prozent, davor waren es 14`.

    Also beyond a sentence, where only a later clause names another metric: `Er traut ihr 4,5 Milliarden zu.
    2021, im Boom, waren es 7,8 gewesen, und unter dem Strich standen 5,5.`, `Andere sind mit 5 vorsichtiger`.
    """
    last, hopes = memory.last, sentence.says("more_hopeful", quantity)
    told = hopes or sentence.says_before(quantity, "it_was")
    if last is None or told is None or last.metric == "other":
        return None
    if last.quantity is sentence.previous(quantity):
        begin = max(last.quantity.end, sentence.clause(quantity.start, HARD)[0])
        between = any(begin <= mention.start < quantity.start for mention in sentence.metrics)
        money = last.metric not in MARKET and not between and last.quantity.scaled == quantity.scaled
        money = money and unit_kind(last.unit) == "money"
        same = last.unit == quantity.unit and (money or quantity.unit == "percent")
        return Attachment(last.metric, None, 1.0, 1.0, f"`{told[0]}`, the figure before") if same else None
    begin, _ = sentence.clause(quantity.start)
    if (begin == sentence.start and not hopes) or any(
        begin <= mention.start < quantity.start for mention in sentence.metrics
    ):
        return None
    beside = next((mention for mention in sentence.metrics if mention.start >= quantity.end), None)
    apart = beside is None or sentence.boundaries(quantity.end, beside.start) >= SOFT
    kind = unit_kind(last.unit)
    goes_on = kind in kinds_of(sentence, quantity) and (kind == "money" or hopes is not None)
    goes_on = goes_on or (
        last.kind == "change" and quantity.scaled and "money" in kinds_of(sentence, quantity)
    )
    if not apart or not goes_on or last.sentence_end < sentence.start - _NEXT:
        return None
    return Attachment(last.metric, None, 1.0, 1.0, f"`{told[0]}`, the figure of the sentence before")


def at_other_prices(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of the change before, where prices are told only to say how it is counted.

    `Real sanken die Erlöse um 2 Prozent. Nominal, also in Preisen von heute, gab es ein Plus von 1 Prozent.`
    """
    last = memory.last
    if last is None or (last.kind, last.unit, quantity.unit) != ("change", "percent", "percent"):
        return None
    told = pattern("at_which_prices").match(sentence.text[sentence.start : quantity.start])
    if told is None or last.metric == "other" or last.sentence_end < sentence.start - _NEXT:
        return None
    if any(mention.metric != "price" for mention in sentence.metrics if mention.start < quantity.start):
        return None
    return Attachment(last.metric, None, 1.0, 1.0, f"`{told[0]}`, of the figure before", carried=True)


def multiple_again(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of the multiple before (`die Schulden das 5,9-Fache des Ebitda nach dem 6,8-Fachen`)."""
    last = memory.last
    if quantity.unit != "factor" or last is None or last.quantity is not sentence.previous(quantity):
        return None
    both = all(pattern("multiple").search(told.text) for told in (quantity, last.quantity))
    if not both or last.unit != "factor" or sentence.says_after(quantity, "share_of"):
        return None
    return Attachment(last.metric, None, 1.0, 1.0, "the multiple before it")


def bare_result(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None
) -> Attachment | None:
    """A result told by an amount alone: `Abschreibungen führten zu einem Minus von 160 Mio.` are no costs.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        shared: The metric of its group so far.

    Returns:
        An attachment to the result spoken of before, else to net income; None where the amount is no result.
    """
    last = memory.last
    against = sentence.says_before(quantity, "after_a_result") or sentence.says("turned_into", quantity)
    if against and last and last.quantity is sentence.previous(quantity) and last.metric in CLOSER_PROFITS:
        mention = shared.mention if shared is not None else None
        return Attachment(last.metric, mention, 1.0, 1.0, f"`{against[0]}`, the result before")
    bare = shared.mention if shared is not None and shared.metric == "net_income" else None
    if bare is not None and pattern("bare_result").fullmatch(bare.text):
        stage = _stage_before(sentence, quantity, bare)
        if stage is not None and pattern("at_the_stage").search(sentence.before(stage.start)):
            return Attachment(stage.metric, stage, 1.0, 1.0, f"`{bare.text}` at the stage `{stage.text}`")
        if last and last.sentence_start == sentence.start and last.segment and last.metric in CLOSER_PROFITS:
            # `verdiente vor Steuern in Wien 118 Mio., in Bukarest fielen 63 Mio. Verlust an`
            elsewhere = pattern("in_another_part").match(sentence.text, sentence.clause(quantity.start)[0])
            if elsewhere is not None:
                return Attachment(last.metric, bare, 1.0, 1.0, f"`{elsewhere[0]}`, as the part before it")
    named = shared is not None and shared.metric in EARNINGS | MARKET
    if named or "money" not in kinds_of(sentence, quantity):
        return None
    match = sentence.says_before(quantity, "result_of_money")
    if match is None:
        return None
    stage = _stage_before(sentence, quantity)
    if stage is not None:
        return Attachment(stage.metric, stage, 1.0, 1.0, f"`{match[1]}` of money, `{stage.text}`")
    known = memory.topics.recall()
    firm = bool(sentence.companies) or tells_of_results(sentence.text)
    if shared is None and known is None and not firm:
        return None
    metric = known if known in CLOSER_PROFITS else "net_income"
    return Attachment(metric, None, 1.0, 1.0, f"`{match[1]}` of money is a result")


def _stage_before(
    sentence: Sentence, quantity: Quantity, but: MetricMention | None = None
) -> MetricMention | None:
    """What its clause says has been taken off a result: `operativ ein Minus von 0,8 Millionen`."""
    begin, _ = sentence.clause(quantity.start)
    named = [
        found for found in sentence.metrics if begin <= found.start < quantity.start and found is not but
    ]
    last = named[-1] if named else None
    if (
        last is None
        or last.metric not in CLOSER_PROFITS
        or sentence.quantities_between(last.end, quantity.start)
    ):
        return None
    return last
