"""Tells the quantities that turn out to state nothing: a group, a condition, a mere count."""

from collections.abc import Sequence

import regex

from pipeline.claims.fitting import is_small_amount
from pipeline.claims.metric_classes import MARKET, ORDERS, PRICED
from pipeline.claims.registers import points_of_a_game
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import CompanyMention, MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_LEADS_TO_AMOUNT = regex.compile(r"\s(?:von|in Höhe von)\s(?:\p{Ll}+\s)?\d")
"""`ohne die Dividende von 1,20 Euro` tells how large it is."""

_COMMA = regex.compile(r",(?!\d)")
"""A comma between words, and none of a number."""

_OF_GOODS = ORDERS | {"production", "sales_volume"}
"""What becomes of goods that are counted: ordered, made, sold."""

_DEALT_IN = frozenset(
    (
        "customers",
        "debt",
        "commodity_price",
        "locations",
        "sales_volume",
        "share_price",
        "price",
        "interest_rate",
    )
)
"""Metrics whose words also say whom or what a business deals with."""

_TOLD_NET = frozenset(("investment", "debt", "costs", "savings", "budget", "deal_value"))
"""Metrics of amounts that are told net of what comes back."""

MERELY_COUNTS = 12
"""Up to this number, a number word with any noun is no figure (`zwölf Händler`)."""

_NO_EXAMPLE = 1_000_000
"""What nobody pays, borrows or earns in an example."""

_OF_WHOM = regex.compile(r"(?: (?:de[rsmn]|von|vom|aus|im|in|\p{Lu}[\p{L}&-]*|\p{Ll}+e[nrs])){0,5}")
"""What stands between a metric and the comma: `Betriebsertrag der Brellova AG`."""

_CLOSES = regex.compile(r"(?: \p{L}[\p{L}-]*){0,4},\s")
"""The rest of what is put in between commas, up to its end."""

_EXCLUDED = 90
"""Code points before a mention in which it can be told what is left out."""


def without_thresholds(
    text: str, start: int, quantities: Sequence[Quantity], metrics: Sequence[MetricMention]
) -> tuple[list[Quantity], list[MetricMention]]:
    """Leave out numbers that only define a group, and the nouns that they count.

    Args:
        text: The article.
        start: First code point of the sentence.
        quantities: Quantities of the sentence in order.
        metrics: Its metric mentions in order.

    Returns:
        Both without `zehn Mitarbeitern` in `265.000 Kunden mit mehr als zehn Mitarbeitern`, and without
        `100.000 Dollar` in `769 von ihnen geben mehr als 100.000 Dollar pro Jahr aus`.
    """
    kept: list[Quantity] = []
    thresholds: list[int] = []
    for quantity in quantities:
        before = text[max(start, quantity.start - 40) : quantity.start]
        counts = quantity.unit == "count"
        if counts and pattern("firms_defined").search(
            text[max(start, quantity.hedge_start - 60) : quantity.start]
        ):
            thresholds.append(quantity.end)  # `Für Betriebe ab zehn Beschäftigten gilt das nicht`
            continue
        defines = counts and pattern("group_defined").search(before)
        each = quantity.qualifier in ("over", "at_least") and pattern("each_period").match(text, quantity.end)
        if (defines or each) and any(other.unit == "count" for other in kept):
            thresholds.append(quantity.end)
        else:
            kept.append(quantity)
    return kept, [
        mention for mention in metrics if not any(0 <= mention.start - end <= 2 for end in thresholds)
    ]


def without_moves(metrics: Sequence[MetricMention]) -> list[MetricMention]:
    """Leave out the gains and losses of a market, which are no result (`Der Dax gab seine Gewinne ab`).

    Args:
        metrics: Metric mentions of a sentence in order.
    """
    if not any(mention.metric in MARKET for mention in metrics):
        return list(metrics)
    return [
        mention
        for mention in metrics
        if mention.metric != "net_income" or not pattern("market_move").fullmatch(mention.text)
    ]


def without_net(metrics: Sequence[MetricMention]) -> list[MetricMention]:
    """Leave out a `netto` that says how another amount is told (`Investiert werden netto 94 Millionen`).

    Args:
        metrics: Metric mentions of a sentence in order.
    """
    if not any(mention.metric in _TOLD_NET for mention in metrics):
        return list(metrics)
    return [mention for mention in metrics if mention.text.lower() != "netto"]


def without_names(
    metrics: Sequence[MetricMention], companies: Sequence[CompanyMention]
) -> list[MetricMention]:
    """Leave out words of a company's name (`Bayerische Motoren Werke AG` tells of no plants).

    Args:
        metrics: Metric mentions of a sentence in order.
        companies: Its company mentions.
    """
    names = [company for company in companies if company.role == "name" and " " in company.text]
    return [
        mention
        for mention in metrics
        if not any(name.start <= mention.start and mention.end <= name.end for name in names)
    ]


def without_price_verbs(metrics: Sequence[MetricMention], text: str) -> list[MetricMention]:
    """Leave out `kostete` where it tells what a currency, a raw material or life costs.

    Args:
        metrics: Metric mentions of a sentence in order.
        text: The article.
    """
    priced = [mention for mention in metrics if mention.metric in PRICED]
    return [
        mention
        for mention in metrics
        if mention.metric not in ("price", "costs")
        or not pattern("costs_so_much").fullmatch(mention.text)
        or not _one_of_them_beside(mention, priced, text)
    ]


def _one_of_them_beside(mention: MetricMention, others: Sequence[MetricMention], text: str) -> bool:
    """Whether no comma parts a mention from one of some others."""
    return any(
        not _COMMA.search(text, min(mention.end, other.end), max(mention.start, other.start))
        for other in others
    )


def without_goods(metrics: Sequence[MetricMention], text: str) -> list[MetricMention]:
    """Leave out goods that are counted where another word says what became of them.

    `Vom Band liefen 41.200 Wagen` tells a production, though wagons alone are taken for sold.

    Args:
        metrics: Metric mentions of a sentence in order.
        text: The article.
    """
    told = [
        mention
        for mention in metrics
        if mention.metric in _OF_GOODS and not pattern("goods").fullmatch(mention.text)
    ]
    return [
        mention
        for mention in metrics
        if not pattern("goods").fullmatch(mention.text) or not _one_of_them_beside(mention, told, text)
    ]


def without_dealt_in(metrics: Sequence[MetricMention], text: str) -> list[MetricMention]:
    """Leave out what a part of a company deals in (`Das Geschäft mit Endkunden wuchs um 8 Prozent`).

    Args:
        metrics: Metric mentions of a sentence in order.
        text: The article.
    """
    return [
        mention
        for mention in metrics
        if mention.metric not in _DEALT_IN or not _said_before(mention, text, "deals_in")
    ]


def without_excluded(metrics: Sequence[MetricMention], text: str) -> list[MetricMention]:
    """Leave out what a figure is told without (`ohne Währungseffekte und Zukäufe 9 Prozent mehr`).

    Args:
        metrics: Metric mentions of a sentence in order.
        text: The article.
    """
    return [
        mention
        for mention in metrics
        if _LEADS_TO_AMOUNT.match(text, mention.end)
        or not (_said_before(mention, text, "excluded") or _taken_out(mention, text))
        if not _is_of_its_nominal_value(mention, text)
    ]


def without_explained(metrics: Sequence[MetricMention], text: str) -> list[MetricMention]:
    """Leave out what only says what another metric consists of (`Die Erlöse, also die Mieten, stiegen`).

    Args:
        metrics: Metric mentions of a sentence in order.
        text: The article.
    """
    ends = {mention.end for mention in metrics}
    return [mention for mention in metrics if not _explains(mention, ends, text)]


def _explains(mention: MetricMention, ends: set[int], text: str) -> bool:
    """Whether a mention stands in what is put in between commas right after another."""
    if mention.start < 1 or not _CLOSES.match(text, mention.end):
        return False
    opening = pattern("explained").search(text, max(0, mention.start - _EXCLUDED), mention.start)
    if opening is None:
        return False
    comma = opening.start() - len(", ")
    return any(end <= comma and _OF_WHOM.fullmatch(text, end, comma) for end in ends)


def _is_of_its_nominal_value(mention: MetricMention, text: str) -> bool:
    """Whether a share is only told by its nominal value: `7,50 DM je 50-DM-Aktie`."""
    before = text[max(0, mention.start - 2) : mention.start]
    return mention.metric == "share_price" and before[:1].isdigit() and before.endswith("-")


def _taken_out(mention: MetricMention, text: str) -> bool:
    """Whether a figure is adjusted for a metric: `um Inflation bereinigt 1,2 Prozent`."""
    adjusted = pattern("adjusted_for").match(text, mention.end) is not None
    return adjusted and _said_before(mention, text, "about_it")


def _said_before(mention: MetricMention, text: str, wording: str) -> bool:
    """Whether a wording stands close before a mention."""
    return bool(pattern(wording).search(text, max(0, mention.start - _EXCLUDED), mention.start))


def _counts_another(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the noun that a number counts is no metric (`arbeiten in drei Schichten`)."""
    noun = sentence.says_after(quantity, "noun_counted")
    if noun is None:
        return False
    begin, end = (quantity.end + place for place in noun.span("noun"))
    return not any(mention.start < end and begin < mention.end for mention in sentence.metrics)


def _of_anybody(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an amount is one of an example (`Wer 1800 Franken zahlt, spart im Monat 52 Franken`)."""
    first = sentence.quantities[0]
    _begin, end = sentence.clause(sentence.start)
    amounts = [is_small_amount(sentence, told, _NO_EXAMPLE) for told in (first, quantity)]
    return all(amounts) and first.start < end and end < sentence.end


def merely_counts(quantity: Quantity) -> bool:
    """Whether a quantity is a small number word, which states something with a metric only."""
    if not quantity.word or quantity.high > MERELY_COUNTS:
        return False
    plain = quantity.form == "number" and not quantity.scaled
    return quantity.unit == "points" or (quantity.unit == "count" and plain)


def states_nothing(sentence: Sentence, quantity: Quantity, metric: str) -> bool:
    """Whether a quantity is no claim.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.

    Returns:
        True for an article (`ein Mitarbeiter`), a small number word that merely counts, a condition
        (`Erforderlich sind 75 Prozent`) and points of a game.
    """
    if metric == "other" and (merely_counts(quantity) or points_of_a_game(sentence, quantity)):
        return True
    counts = quantity.unit == "count" and quantity.word
    if counts and (quantity.high <= 1 or (merely_counts(quantity) and _counts_another(sentence, quantity))):
        return True
    if sentence.text.startswith("Wer ", sentence.start) and _of_anybody(sentence, quantity):
        return True
    return (
        metric == "other"
        and quantity.unit in ("percent", "percentage_points")
        and sentence.says("condition", quantity) is not None
    )
