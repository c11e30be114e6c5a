"""Names the index, the currency or the commodity that a figure of a market tells of."""

from functools import cache

import regex

from pipeline.claims.memory import Memory
from pipeline.claims.sentence import Sentence
from pipeline.mentions.companies.words import phrases
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import pattern

FILE = "segments.toml"
TRADED = frozenset(("index_level", "exchange_rate", "commodity_price"))
"""Metrics of what is traded: its name is the segment."""


def name_traded(
    sentence: Sentence, quantity: Quantity, mention: MetricMention | None, metric: str, memory: Memory
) -> str | None:
    """The index, currency or commodity that a figure tells of (`ein Barrel` names none, `Brent` does).

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        mention: The words that name its metric.
        metric: Its metric, one of `TRADED`.
        memory: What the document spoke of last.
    """
    text = mention.text if mention else None
    if metric == "exchange_rate":
        return "Euro" if text is None or "uro" in text or "emeinschaft" in text else text.split()[-1]
    if metric == "index_level":
        return _index(sentence, quantity, mention) or text
    known = _commodity(sentence, quantity, text)
    if known is None and (mention is None or mention.verb):
        goods = pattern("goods_dealt_in", FILE).search(sentence.text, *sentence.predicate(quantity.start))
        known, text = (goods[1] or goods[2]) if goods else None, None
    return known or _told(metric, memory) or text


def _told(metric: str, memory: Memory) -> str | None:
    """What the figure of the same market before it told of."""
    told = (statement.segment for statement in reversed(memory.statements) if statement.metric == metric)
    return next((segment for segment in told if segment), None)


def _index(sentence: Sentence, quantity: Quantity, mention: MetricMention | None) -> str | None:
    """An index by name; a word for any index takes the name beside it (`der Leitindex BUX`)."""
    text = mention.text if mention else None
    named = list(_indices().finditer(sentence.text, sentence.start, sentence.end))
    if mention is not None and text is not None:
        whole = next((str(match[0]) for match in named if match.start() <= mention.start < match.end()), None)
        if whole is not None:
            return whole
        if text not in load_words(FILE, "indices")["any"]:
            return text
        beside = next((str(match[0]) for match in named if 0 < match.start() - mention.end <= 1), None)
        if beside is not None:
            return beside
    if text == "Leitindex":  # the one that the article began with
        first = _indices().search(sentence.text)
        return str(first[0]) if first else None
    before = [str(match[0]) for match in _indices().finditer(sentence.text, 0, quantity.start)]
    return before[-1] if before else next((str(match[0]) for match in named), None)


@cache
def _indices() -> "regex.Pattern[str]":
    names = sorted(phrases("not_companies", "indices"), key=len, reverse=True)
    known = "|".join(
        regex.escape(name) for name in names if name not in load_words(FILE, "indices")["places"]
    )
    return regex.compile(rf"(?<![\p{{L}}\d-])(?:{known})(?:[ -]?\d{{2,3}})?(?:-Index| Index)?(?![\p{{L}}\d])")


def _commodity(sentence: Sentence, quantity: Quantity, text: str | None) -> str | None:
    named = load_words(FILE, "commodities")
    begin, end = sentence.clause(quantity.start)
    for first, last in ((begin, quantity.start), (begin, end)):
        found = [match["name"].lower() for match in _commodities().finditer(sentence.text, first, last)]
        if found:
            return str(named[found[-1]])
    others = [other.text for other in sentence.metrics if other.metric == "commodity_price"]
    return next(
        (name for told in (text or "", *others) for word, name in named.items() if word in told.lower()), None
    )


@cache
def _commodities() -> "regex.Pattern[str]":
    names = "|".join(name[0].upper() + name[1:] for name in load_words(FILE, "commodities") if name != "wti")
    return regex.compile(rf"(?<!\p{{L}})(?P<name>{names}|WTI)(?=(?:-|s?preis\p{{L}}*)?(?!\p{{L}}))")
