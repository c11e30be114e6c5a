"""Reads growth of which the text does not say what grew: `Europa legte um 8 Prozent zu` tells of revenue."""

from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import direction, noun_direction, sign_word
from pipeline.claims.fitting import fits, kinds_of
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import ECONOMY, MARKET, ORDERS, RESULTS
from pipeline.claims.sentence import Sentence
from pipeline.mentions.companies.roles import role_of
from pipeline.mentions.companies.words import Shape, fold, is_noun, ordinary_words, shape
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

FILE = "growth.toml"

_REACH = 4
"""Sentences back to which a result shows that the text tells of a company."""

_BY_PART = frozenset(("order_intake", "order_backlog", "sales_volume", "production", "customers"))
"""Metrics beside revenue that companies tell by region and by product."""

_NOT_OF_PARTS = MARKET | ECONOMY | {"price", "interest_rate"}
"""Metrics after which a region that grew is none of a company."""


def part_grown(
    memory: Memory, sentence: Sentence, quantity: Quantity, shared: Attachment | None
) -> Attachment | None:
    """The growth of a division, a region or goods, which is that of their revenue.

    Args:
        memory: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        shared: The metric of its group so far; one that is named in another part of the sentence does not
            hold where a part of the company is the subject (`Das Ebit sank, obwohl Europa um 8 Prozent
            wuchs`).

    Returns:
        An attachment to revenue, or to the orders or sales spoken of before where the text goes through them
        part by part; None where nothing grew or the metric is named.
    """
    grown = _change_before(sentence, quantity)
    if grown is None or not _may_stand(sentence, quantity, shared):
        return None
    told = _listed(sentence, grown) or _subject(sentence, grown) or _organically(sentence, grown)
    if told is None:
        return None
    metric = _grown(memory, sentence, grown, told)
    return Attachment(metric, None, 0.5, 0.5, f"`{told}` grew") if metric else None


def bare_sales(sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """An amount of money that a company or a part of it came to (`Die Dentalsparte kam auf 310 Millionen`).

    Args:
        sentence: The sentence of the quantity.
        quantity: The quantity, of which neither its sentence nor the one before names the metric.

    Returns:
        An attachment to revenue in an article that tells of results, else None.
    """
    if "money" not in kinds_of(sentence, quantity) or not quantity.scaled or sentence.lead(quantity) == "by":
        return None
    begin, end = with_subject(sentence, quantity)
    if not (sentence.companies or tells_of_results(sentence.text)) or any(
        begin <= found.start < end for found in sentence.metrics
    ):
        return None
    told = spotted("sells_so_much", FILE).search_in(sentence.text, begin, end)
    return Attachment("revenue", None, 0.5, 0.5, f"`{told[0][:40]}`") if told else None


def the_change(memory: Memory, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric told before, for `Der Rückgang um 16 Prozent erklärt sich mit höheren Zinsen`."""
    opening = sentence.text[sentence.start : quantity.hedge_start]
    if quantity.unit not in ("percent", "percentage_points") or not pattern("the_change", FILE).match(
        opening
    ):
        return None
    metric = memory.topics.recall(memory.number - 1)
    if metric is None or not fits(metric, sentence, quantity):
        return None
    return Attachment(metric, None, 1.0, 1.0, f"`{opening.strip()}` of what was told before")


def _change_before(sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The percentage itself, or the one that led to an amount of money (`um 13 Prozent auf 88 Millionen`)."""
    if quantity.unit == "percent":
        return quantity
    before = sentence.previous(quantity)
    if before is None or before.unit != "percent" or "money" not in kinds_of(sentence, quantity):
        return None
    return before if (sentence.lead(before), sentence.lead(quantity)) == ("by", "to") else None


def _may_stand(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> bool:
    """Whether no noun of the predicate of a quantity names its metric."""
    begin, end = sentence.predicate(quantity.start)
    if any(begin <= mention.start < end for mention in sentence.metrics):
        return False
    return shared is None or shared.mention is None or shared.metric in RESULTS - _BY_PART


def _grown(memory: Memory, sentence: Sentence, quantity: Quantity, part: str) -> str | None:
    """The metric that a part grew by, None where the text tells of no company."""
    spoken = next(memory.topics.spoken(memory.number - _REACH), None)
    division = pattern("part_of_company", FILE).fullmatch(part) is not None
    if _reaches_pieces(sentence, quantity):
        return None
    of_a_share = spoken in MARKET and sentence.says("organic", quantity) is not None
    if of_a_share:
        return "revenue"  # `Der Kurs fiel. Organisch legten die Basler um 7 Prozent zu`
    if spoken in _NOT_OF_PARTS and not division:
        return None
    if _organically(sentence, quantity) and spoken not in _BY_PART:
        return "revenue"
    if next((last.metric for last in memory.recent(_REACH)), None) == "other":
        return None  # `Die Zahl der Nächte stieg um 2 Prozent. Zürich gewann 3 Prozent`
    if spoken in ORDERS and _sales_told_first(memory):
        return (
            "revenue"  # `Die Erlöse sanken; neue Aufträge kamen für 88 Mio. herein. Medical legte um 11 % zu`
        )
    no_money = not any(statement.metric in RESULTS for statement in memory.statements)
    if spoken in _BY_PART and (not division or spoken == "order_intake" or no_money):
        return spoken  # `lieferte 152.300 Wagen aus. Die Tochter Selva gewann neun Prozent hinzu`
    told = any(statement.metric in RESULTS for statement in memory.recent(_REACH))
    told = told or (memory.last is None and tells_of_results(sentence.text))
    return "revenue" if told or division else None


def _sales_told_first(memory: Memory) -> bool:
    """Whether the last sentence with figures began with sales."""
    told = list(memory.recent(_REACH))
    first = [other for other in told if other.sentence_start == told[0].sentence_start]
    return bool(first) and first[-1].metric == "revenue"


def _reaches_pieces(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the change led to what is no money (`Die Beratungen nahmen um 5 Prozent auf 1300 zu`)."""
    following = sentence.next(quantity)
    return (
        following is not None
        and sentence.lead(following) == "to"
        and not sentence.boundaries(quantity.end, following.start)
        and "money" not in kinds_of(sentence, following)
    )


def _reaches_millions(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the change led to an amount that no share is worth (`ein Minus von 2 Prozent auf 10 Mrd.`)."""
    following = sentence.next(quantity)
    reached = following is not None and sentence.lead(following) == "to" and following.scaled
    return reached and following is not None and "money" in kinds_of(sentence, following)


@lru_cache(maxsize=8)
def tells_of_results(text: str) -> bool:
    """Whether an article that has not told of any metric yet goes on to tell of a company's results."""
    return spotted("results", FILE).search(text) is not None


def _organically(sentence: Sentence, quantity: Quantity) -> str | None:
    """What says that sales grew, whatever was spoken of (`Organisch ergab sich ein Rückgang`)."""
    begin, end = sentence.predicate(quantity.start)
    match = spotted("organically", FILE).search_in(sentence.text, begin, end)
    if match is None:
        return None
    beside = 0 <= quantity.hedge_start - match.end() <= 1  # `organisch rund 5 Prozent`
    return str(match[0]) if beside or direction(sentence, quantity, None) else None


def _listed(sentence: Sentence, quantity: Quantity) -> str | None:
    """The part beside which a change with a sign stands (`Nordamerika +6 Prozent`, `Pumpen (-4 Prozent)`)."""
    if not quantity.signed and sign_word(sentence, quantity) is None:
        return None
    match = pattern("listed_part", FILE).search(sentence.before(quantity.hedge_start))
    before = sentence.previous(quantity)
    if match and before and before.end >= quantity.hedge_start - len(match[0]):
        return None  # `1,18 EUR (+69%)`
    return str(match["part"]) if match and _is_part(str(match["part"]).split()[-1]) else None


def _subject(sentence: Sentence, quantity: Quantity) -> str | None:
    """The noun that is the subject of a verb of growth around a quantity."""
    begin, end = with_subject(sentence, quantity)
    aside = sentence.inserted(quantity)
    if any(begin <= named.start < end and named.start not in aside for named in sentence.metrics):
        return None  # `Das Ebitda, die wichtigste Größe des Konzerns, sackte um 24 Prozent ab`
    moves = spotted("part_moves", FILE).search_in(sentence.text, begin, end)
    noun = noun_direction(sentence, quantity) or sign_word(sentence, quantity)
    if not moves and not (noun and spotted("part_has", FILE).search_in(sentence.text, begin, end)):
        return None
    free = (noun for noun in _free_nouns(sentence, begin, end) if noun[1] not in aside)
    word, start = next(free, ("", begin))
    if not word or not _is_part(word):
        return None
    division = pattern("part_of_company", FILE).fullmatch(word)
    firm = role_of(word) or any(name.start <= start < name.end for name in sentence.companies)
    moved = spotted("firm_moves", FILE).search_in(sentence.text, begin, end)
    if firm and not division and not moved and not _reaches_millions(sentence, quantity):
        return None  # `Talbau verlor 3 Prozent` is a share
    return word


def with_subject(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """The predicate of a quantity, with what stands before it where that has no verb of its own.

    In `Asien dagegen sackte um 12 Prozent ab` the subject stands before a word that parts clauses, and in
    `Gewachsen ist das Geschäft, nämlich um 13 Prozent` the verb does.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        First code point of the predicate and the one after it.
    """
    begin, end = sentence.predicate(quantity.start)
    verb = sentence.has_verb(begin, end)
    while begin > sentence.start:
        before = sentence.predicate(begin - 1)[0]
        if sentence.quantities_between(before, begin) or (verb and sentence.has_verb(before, begin)):
            break
        verb = verb or sentence.has_verb(before, begin)
        begin = before
    return begin, end


def _is_part(word: str) -> bool:
    return pattern("no_part", FILE).fullmatch(word) is None


@cache
def _words() -> "regex.Pattern[str]":
    return regex.compile(r"\p{L}[\p{L}\p{M}\d&/-]*|[,;()]")


def _free_nouns(sentence: Sentence, begin: int, end: int) -> Iterator[tuple[str, int]]:
    """The nouns of a stretch that no preposition governs, and their places: no figure, time or metric."""
    taken = [(figure.start, figure.end) for figure in sentence.quantities]
    taken += [(time.start, time.end) for time in sentence.periods]
    taken += [(metric.start, metric.end) for metric in sentence.metrics]
    governed = after_noun = False
    for match in _words().finditer(sentence.text, begin, end):
        word = match[0]
        if any(low <= match.start() < high for low, high in taken):
            after_noun = False
        elif match.start() <= sentence.start + 2 and _governs(sentence, match.start()):
            governed, after_noun = True, False
        elif word[0].isupper() and _names_something(sentence, word, match.start()):
            if not governed:
                yield word, match.start()
            after_noun = True
        elif _governs(sentence, match.start()):
            governed, after_noun = True, False
        else:
            governed = governed and not after_noun
            after_noun = False


def _governs(sentence: Sentence, start: int) -> bool:
    """Whether a preposition begins at a place."""
    return pattern("preposition", FILE).match(sentence.text, start) is not None


def _names_something(sentence: Sentence, word: str, start: int) -> bool:
    """Whether a word with a capital is a noun or a name, and not just the first of its sentence."""
    if start > sentence.start + 2:
        return True
    if fold(word) in ordinary_words("opener"):
        return False
    return is_noun(word) or (shape(word) != Shape.NONE and pattern("no_noun", FILE).fullmatch(word) is None)
