"""Tells people, cars and rooms that are counted and nobody's business: guests of a wedding, firemen."""

from pipeline.claims.attachment import Attachment
from pipeline.claims.fitting import is_small_amount, unit_kind
from pipeline.claims.growth import with_subject
from pipeline.claims.metric_classes import PEOPLE_AND_PLACES, RESULTS
from pipeline.claims.registers import LONGEST
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted

_LEAST_WORTH = 100_000
"""Units of money that no company is worth less than."""

_FEW = 12
"""Up to this number, a number word merely counts what is named in passing."""

_OF_A_FIRM = ("staff", "jobs_lost", "jobs_created", "jobs_to_move")
"""Wordings that show a small number of people or houses to be those of a firm."""


def not_business(sentence: Sentence, quantity: Quantity, shared: Attachment | None) -> Attachment | None:
    """What a noun counts that business news counts too: cars that crashed, guests of a wedding.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        shared: The metric of its group so far.

    Returns:
        An attachment to `other`; None where the figure may be one of business.
    """
    mention = shared.mention if shared is not None else None
    if shared is None or mention is None:
        return None
    if shared.metric == "market_cap":
        why = _worth_of_no_company(sentence, quantity, mention)
    elif unit_kind(quantity.unit) == "physical" and shared.metric in ("production", "sales_volume"):
        why = "of each" if sentence.says_after(quantity, "per_amount") else None
    elif shared.metric == "net_income" and quantity.unit in ("percent", "percentage_points"):
        why = "of an election" if sentence.says("election") else None
    elif quantity.unit not in ("count", "percent", "factor"):
        return None
    else:
        why = _counted_elsewhere(sentence, quantity, shared.metric, mention)
    return Attachment("other", mention, 1.0, 1.0, f"`{mention.text}`, {why}: no business") if why else None


def _worth_of_no_company(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> str | None:
    """`Ein voller Pass ist zehn Euro wert`, `78 Prozent bewerten das als gut`."""
    if mention.verb and quantity.unit == "percent":
        return "a judgement"
    return "too small" if is_small_amount(sentence, quantity, _LEAST_WORTH) else None


def _counted_elsewhere(
    sentence: Sentence, quantity: Quantity, metric: str, mention: MetricMention
) -> str | None:
    """Why what is counted is none of business, in words."""
    word, few = mention.text, quantity.word and quantity.unit == "count" and quantity.high <= _FEW
    apart = sentence.text[quantity.end : mention.start].strip() or mention.end <= quantity.start
    if (
        quantity.unit == "count"
        and metric in PEOPLE_AND_PLACES
        and quantity.decimal
        and not quantity.scaled
        and apart
    ):
        return "a mark"  # `Im Schnitt vergeben die Gäste 4,78 Sterne`
    if metric == "sales_volume" and pattern("goods_on_the_road").fullmatch(word):
        return "sold by nobody" if few or not _article_says(sentence, "cars_sold") else None
    if metric == "sales_volume" and sentence.says_after(quantity, "shares_counted"):
        return "shares of a company"  # `hat ihre 200.000 Anteilsscheine verkauft`
    if metric == "customers" and pattern("guests").fullmatch(word):
        told = sentence.says("allowed", quantity) or sentence.says("gathering", quantity)
        return f"`{told[0]}`" if told else "a few" if few else None
    if metric == "customers" and pattern("households").fullmatch(word):
        return None if _article_says(sentence, "supplied") else "supplied by nobody"
    if metric == "production" and sentence.says_after(quantity, "seats"):
        return "room for people"
    if metric == "employees" and (told := sentence.says("rescue", quantity)):
        return f"`{told[0]}`"
    if pattern("in_passing").fullmatch(word) and (few or metric == "employees"):
        told = pattern("number_of_them").search(sentence.before(mention.start))
        results = any(found.metric in RESULTS for found in sentence.metrics)
        return None if told or results or any(map(sentence.says, _OF_A_FIRM)) else "in passing"
    return None


def _article_says(sentence: Sentence, wording: str) -> bool:
    return spotted(wording).search(sentence.text[:LONGEST]) is not None


def of_whole_market(sentence: Sentence, quantity: Quantity) -> str | None:
    """The branch or market that moved, of which no company is (`während die Branche 4 Prozent verlor`).

    Args:
        sentence: The sentence.
        quantity: A percentage by which something moved.

    Returns:
        The words for it; None where it is no subject of the clause, or a company stands there too.
    """
    if quantity.unit != "percent":
        return None
    begin, end = with_subject(sentence, quantity)
    found = spotted("whole_market").search_in(sentence.text, begin, end)
    if found is None or any(begin <= company.start < end for company in sentence.companies):
        return None
    return str(found[0])
