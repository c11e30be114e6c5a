"""Reads results that no noun names: money gone, what is left of sales, the gap of a public purse."""

from functools import lru_cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import fits, is_small_amount, kinds_of
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import CLOSER_PROFITS, EARNINGS, MARKET, OF_A_MARKET, PROFITS
from pipeline.claims.per_share import MOST_PER_SHARE
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import CompanyMention, MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

_LOOK_BACK = 250
"""Code points before a sentence in which trade is spoken of."""

_BESIDE = 6
"""Code points between an amount and the noun that it is told of (`Erlöse von 118 Millionen`)."""

HEAD = 800
"""Code points from the start of an article within which it says what it is about."""

_LEAST_LOST = 100_000
"""Units of money from which an amount written in full can be what a company lost."""

_LEAST_LEFT = 10_000
"""Units of money from which an amount written in full can be what is left to a company."""

_OF_A_PURSE = frozenset(("net_income", "dividend", "debt", "revenue", "deal_value", "equity", "other"))
"""Metrics of amounts that are those of a budget where the article is about one."""

_NOT_LOST = MARKET | {"market_cap", "deal_value", "order_intake", "order_backlog", "assets", "debt", "budget"}
"""Metrics beside which a verb of loss tells no loss of a company (`der Börsenwert verlor 3 Milliarden`)."""


def money_gone(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """An amount that a company lost (`setzte 18 Mio. Euro um und hat dabei 23 Mio. Euro verloren`)."""
    if "money" not in kinds_of(sentence, quantity) or sentence.lead(quantity) == "by":
        return None
    if is_small_amount(sentence, quantity, _LEAST_LOST):
        return None
    gone = sentence.says("money_gone", quantity)
    if gone is None:
        return None
    begin, end = sentence.predicate(quantity.start)
    named = [
        mention
        for mention in sentence.metrics
        if begin <= mention.start < end and not mention.verb and not _of_another(sentence, quantity, mention)
    ]
    mention = shared.mention if shared is not None else None
    told = (
        mention is not None and begin <= mention.start < end and not _of_another(sentence, quantity, mention)
    )
    if named or told or any(mention.metric in _NOT_LOST for mention in sentence.metrics):
        return None
    # `Mittelzuflüsse von 45 Millionen Euro, im Vorjahr dagegen noch 64 Millionen verbrannt`
    cash = any(mention.metric == "cash_flow" and mention.end < quantity.start for mention in sentence.metrics)
    metric = "cash_flow" if cash else "net_income"
    return Attachment(metric, None, 1.0, 1.0, f"`{gone[0]}` tells a loss")


def _of_another(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a noun names another amount (`verlor bei 38 Mrd. Lire Umsatz 2,4 Mrd.`)."""
    if any(other is not quantity and 0 < mention.start - other.end <= 1 for other in sentence.quantities):
        return True
    following = sentence.next(quantity)
    if following is None or not quantity.end < mention.start < following.start:
        return False
    beside = pattern("beside_sales").search(sentence.text[quantity.end : mention.start])
    return beside is not None and following.hedge_start - mention.end <= _BESIDE


def in_the_red(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """How large the loss or profit is into which a company went (`rutschte mit 38 Mio. Euro ins Minus`)."""
    if "money" not in kinds_of(sentence, quantity) or sentence.lead(quantity) not in ("", "with"):
        return None
    told = sentence.says_after(quantity, "in_the_red")
    if told is None:
        return None
    begin, _end = sentence.predicate(quantity.start)
    named = [mention for mention in sentence.metrics if begin <= mention.start < quantity.start]
    result = next((mention for mention in reversed(named) if mention.metric in EARNINGS | {"budget"}), None)
    if result is None:  # `Mit 163 Millionen steckt sie operativ in den roten Zahlen`
        after = range(quantity.end, quantity.end + told.end())
        stages = (found for found in sentence.metrics if found.start in after)
        result = next((found for found in stages if found.metric in CLOSER_PROFITS), None)
    if any(mention.metric in MARKET | {"share_price"} for mention in named):
        return None
    before = memory.topics.recall(memory.number - 1)
    bare = before if before in CLOSER_PROFITS else "net_income"
    metric = result.metric if result else bare
    return Attachment(metric, result, 1.0, 1.0, f"`{told[0].strip()}`")


def money_left(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What is left of sales in money: a profit (`Nach Abzug der Kosten blieben 4,5 Millionen übrig`)."""
    if "money" not in kinds_of(sentence, quantity) or sentence.lead(quantity) == "by":
        return None
    if is_small_amount(sentence, quantity, _LEAST_LEFT):
        return None
    left = sentence.says("left_over", quantity)
    mention = shared.mention if shared else None
    taken = shared is not None and shared.metric not in ("revenue", "costs", "price", "other")
    if left is None or (taken and mention is not None and not _told_apart(sentence, quantity, mention)):
        return None
    if sentence.bracket(quantity.start) is not None:
        return None
    if mention and max(quantity.hedge_start - mention.end, mention.start - quantity.end) <= _BESIDE:
        return None  # `Bei Erlösen von 118 Millionen blieb nichts hängen`
    return Attachment("net_income", None, 1.0, 1.0, f"`{left[0][:40]}`")


def _told_apart(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a result of the clause before is another one than what is left.

    `ein Verlust von 212 Mio. Euro, nachdem 2010 noch 96 Mio. Euro übrig geblieben waren`, and `Operativ waren
    es 5 Mio., übrig blieben 3`, where no other time is told.
    """
    begin, end = sentence.clause(quantity.start)
    of_it = pattern("of_the_result").search(sentence.before(mention.start))  # `Vom Ebit blieben 5 Mio. übrig`
    if mention.end >= begin or mention.loss or of_it or mention.metric not in CLOSER_PROFITS:
        return mention.end < begin and mention.loss
    other_time = any(begin <= time.start < end for time in sentence.periods)
    return sentence.quantities_between(mention.end, begin) > 0 and not other_time


def left_again(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What is left of another time: `Vor Steuern waren es 411 Millionen. Im dritten Quartal blieben 2,3`."""
    last = next(memory.recent(1), None)
    if last is None or last.metric not in CLOSER_PROFITS or last.kind != "level":
        return None
    named = [mention for mention in sentence.metrics if not mention.verb]
    told = sentence.says("left_over", quantity) or sentence.says("came_out", quantity)
    if told is None or named or "money" not in kinds_of(sentence, quantity) or not quantity.scaled:
        return None
    other_time = any(time.label and time.label != last.period and not time.shift for time in sentence.periods)
    return (
        Attachment(last.metric, None, 1.0, 1.0, f"`{told[0][:40]}`, of another time") if other_time else None
    )


def apposed_change(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """A change told in apposition (`27 Millionen Nächtigungen, ein Zuwachs von 0,6 Prozent`)."""
    before, last = sentence.previous(quantity), memory.last
    if before is None or last is None or last.quantity is not before:
        return None
    pieces = quantity.unit == last.unit == "count" and quantity.scaled  # `44 Millionen, 2 Millionen mehr als`
    if quantity.unit != "percent" and not pieces:
        return None
    told = None if pieces else sentence.says_before(quantity, "apposed_change")
    if told is None and sentence.text[before.end : quantity.hedge_start].endswith(", "):
        told = sentence.says_after(quantity, "more_than_before")  # `6 Mio. Container, zwei Prozent weniger`
    named = any(before.end <= mention.start < quantity.start for mention in sentence.metrics)
    # `35,67 Euro (248.417 Stück) und Wexler mussten ein Minus von 2,17 Prozent verbuchen` has its own verb.
    begin = max(before.end, sentence.text.rfind(",", before.end, quantity.start))
    if named or before.unit == "percent" or told is None or sentence.has_verb(begin, quantity.start):
        return None
    return Attachment(last.metric, None, 0.5, 0.5, "a change of the figure before it")


def trade_gap(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """A gap of a country's trade, which is nobody's loss (`Im Warenhandel ergab sich ein Defizit`)."""
    mention = shared.mention if shared is not None else None
    if mention is None or shared is None or shared.metric != "net_income":
        return None
    if not pattern("public_gap").fullmatch(mention.text) or "money" not in kinds_of(sentence, quantity):
        return None
    trade = pattern("trade").search(sentence.text, max(0, sentence.start - _LOOK_BACK), sentence.end)
    return Attachment("other", mention, 1.0, 1.0, f"`{trade[0]}` has a gap") if trade else None


def spared(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What costs are to fall by (`die Kosten sollen um 4 Mio. sinken`, `Kosten von 4 Mio. einsparen`)."""
    mention = shared.mention if shared is not None else None
    if mention is None or "money" not in kinds_of(sentence, quantity):
        return None
    if (
        mention.metric in PROFITS and sentence.lead(quantity) == "by"
    ):  # `soll das Ergebnis um 4 Mio. entlasten`
        better = sentence.says("relieves", quantity)
        return Attachment("savings", mention, 1.0, 1.0, f"`{better[0]}`") if better else None
    if not pattern("bare_costs").fullmatch(mention.text):
        return None
    cut = sentence.says("cut_costs" if sentence.lead(quantity) == "by" else "saves", quantity)
    return Attachment("savings", mention, 1.0, 1.0, f"`{mention.text}`, `{cut[0]}`") if cut else None


def public_result(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None
) -> Attachment | None:
    """A gap or surplus of a public purse (`Der Bund rechnet mit einem Fehlbetrag von 2,6 Mrd. Franken`)."""
    if "money" not in kinds_of(sentence, quantity):
        return None
    mention = shared.mention if shared is not None else None
    moved = sentence.lead(quantity) in ("by", "to")  # `Die Rücklage wuchs auf 5 Millionen Euro`
    saved = moved and mention is not None and "rücklage" in mention.text.lower()
    told = (shared is None or shared.metric in _OF_A_PURSE) and quantity.scaled and _of_no_firm(sentence)
    told = told and not saved
    if told and tells_of_public_budget(sentence.text):
        if shared is None and memory.topics.recall(memory.number - 1) == "costs":
            return None  # `Die Ausgaben steigen. Für Sozialhilfe muss die Stadt 18 Millionen Euro aufbringen`
        return Attachment("budget", mention, 1.0, 1.0, "in an article about a public budget")
    named = mention is not None and shared is not None and shared.metric == "net_income"
    bare = sentence.says_before(quantity, "result_of_money") if shared is None else None
    if not bare and not (named and mention and pattern("public_gap").fullmatch(mention.text)):
        return None
    begin, _end = sentence.predicate(quantity.start)
    purse = pattern("public_purse").search(sentence.text, begin, quantity.start)
    return Attachment("budget", mention, 1.0, 1.0, f"`{purse[0]}` is a public purse") if purse else None


def _of_no_firm(sentence: Sentence) -> bool:
    return all(company.standing == "central_bank" for company in sentence.companies)


@lru_cache(maxsize=8)
def tells_of_public_budget(text: str) -> bool:
    """Whether an article is about the budget of a state or a town (`Der Voranschlag des Kantons`)."""
    return spotted("public_budget").search(text[:HEAD]) is not None


def company_grown(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The revenue of a company that grew (`Während Talbau um 6 Prozent auf 31 Millionen Euro wuchs`).

    After pieces sold or made it is these that grew.
    """
    begin, end = sentence.predicate(quantity.start)
    lead = sentence.lead(quantity)
    if lead == "to":
        before = sentence.previous(quantity)
        grown = before is not None and before.start >= begin and sentence.lead(before) == "by"
        if not grown or "money" not in kinds_of(sentence, quantity):
            return None
    elif quantity.unit != "percent" or lead != "by":
        return None
    verb = sentence.says("grows", quantity)
    if verb is None or any(
        begin <= mention.start < quantity.start and not mention.verb for mention in sentence.metrics
    ):
        return None
    grower = next(
        (
            name
            for name in sentence.companies
            if begin <= name.start < end and _beside(sentence, name, begin, verb)
        ),
        None,
    )
    if grower is None:
        return None
    told = next((other.metric for other in memory.recent(1)), None)
    metric = told if quantity.unit == "percent" and told in OF_A_MARKET else "revenue"
    return Attachment(metric or "revenue", None, 0.5, 0.5, f"`{grower.text}` grew")


def _beside(sentence: Sentence, name: CompanyMention, begin: int, verb: "regex.Match[str]") -> bool:
    """Whether a company stands beside the verb, or opens the predicate whose last word the verb is."""
    first, last = begin + verb.start(), begin + verb.end()
    gap = sentence.text[name.end : first] if name.end <= first else sentence.text[last : name.start]
    opening = sentence.text[begin : name.start]
    return pattern("no_more_than_this").fullmatch(gap) is not None or (
        name.end <= first and pattern("opens_predicate").fullmatch(opening) is not None
    )


def wage_claim(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What a union claims or employers offer (`8,5 Prozent mehr fordert die IG Holz`)."""
    if quantity.unit != "percent" and not is_small_amount(sentence, quantity, MOST_PER_SHARE):
        return None
    union, claims = sentence.says("union"), sentence.says("claims_wages")
    if union is None or claims is None or sentence.says_after(quantity, "share_of"):
        return None
    return Attachment("price", None, 0.5, 0.5, f"`{union[0]}`, `{claims[0]}`: a wage")


def by_unit(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """What only production is told in: power stations in megawatts, barrels a day."""
    if quantity.unit in ("MW", "GW", "GWh", "TWh", "MWh"):
        told = sentence.says("power_made")
    elif quantity.unit == "barrel":
        told = sentence.says_after(quantity, "a_day")
    else:
        return None
    return Attachment("production", None, 0.5, 0.5, f"`{told[0].strip()}`") if told else None


def given_to_owners(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What owners are to get, told without the word for it (`Die Aktionäre sollen 4,50 DM erhalten`)."""
    if "money" not in kinds_of(sentence, quantity):
        return None
    small = is_small_amount(sentence, quantity, MOST_PER_SHARE)
    beside = [mention for mention in sentence.metrics if 0 < mention.start - quantity.end <= 1]
    paid = next((mention for mention in beside if small and mention.metric == "dividend"), None)
    if paid is not None and pattern("for_owners").fullmatch(paid.text):
        return Attachment("dividend", paid, 1.0, 1.0, f"`{paid.text}` right behind it")
    if any(mention.metric in PROFITS for mention in beside):
        return None  # `hatte 24 Millionen verdient und davon 1,10 Euro je Aktie an die Eigner ausgekehrt`
    told = sentence.says("owners_get" if small else "flows_to_owners", quantity)
    if told is None and small and (shared is None or shared.metric == "other"):
        told = sentence.says("owners_get")  # `Abfallen soll etwas für die Aktionäre, 30 Cent nämlich`
    dealt = any(
        mention.metric in ("deal_value", "price") and not pattern("earns").fullmatch(mention.text)
        for mention in sentence.metrics
    )
    return Attachment("dividend", None, 1.0, 1.0, f"`{told[0][:40]}`") if told and not dealt else None


def the_latter(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric named last, for `Letztere wuchsen um neun Prozent`."""
    match = sentence.says("latter", quantity)
    if match is None:
        return None
    place = sentence.predicate(quantity.start)[0] + match.start()
    before = [mention for mention in sentence.metrics if mention.end <= place and not mention.verb]
    metric = before[-1].metric if before else memory.topics.latter()
    if metric is None or not fits(metric, sentence, quantity):
        return None
    return Attachment(metric, before[-1] if before else None, 1.0, 1.0, f"`{match[0]}`, the last one named")
