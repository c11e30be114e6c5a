"""Names the division, product, region, index or currency that a figure is limited to, and who says it."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.sentence import Sentence
from pipeline.mentions.metrics import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import alternation, spotted

FILE = "segments.toml"


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_words(FILE, "segments")["generic_prefixes"])


@cache
def _region() -> "regex.Pattern[str]":
    names = "|".join(load_words(FILE, "segments")["regions"])
    return regex.compile(
        rf"(?<!\w){alternation('of_region', FILE)} (?:der |den )?((?:{names})(?: und (?:{names}))?)(?!\w)"
    )


@cache
def _speaker() -> "regex.Pattern[str]":
    name = r"(\p{Lu}[\p{L}.-]+(?: (?:\p{Lu}\. )?(?:von |van |de )?\p{Lu}[\p{L}-]+){1,3})"
    verb, according = alternation("speaker_after_verb", FILE), alternation("according_to", FILE)
    office = rf"(?:{alternation('office', FILE)}\s)?"
    return regex.compile(
        rf"(?<!\w){verb}\s(?:[\p{{L}}-]+\s){{0,4}}?{name}"
        rf"|(?<!\w){according}\s(?:\p{{Ll}}+\s){{0,2}}?{office}{name}"
    )


def _traded(sentence: Sentence, mention: MetricMention | None, metric: str) -> str | None:
    """The index, currency or commodity that a market metric names (`ein Barrel` names none, `Brent` does)."""
    text = mention.text if mention else None
    if metric == "index_level":
        return text
    if metric == "exchange_rate":
        return "Euro" if text is None or "uro" in text or "emeinschaft" in text else text.split()[-1]
    named = load_words(FILE, "commodities")
    others = [other.text for other in sentence.metrics if other.metric == metric]
    return next(
        (name for told in (text or "", *others) for word, name in named.items() if word in told.lower()), text
    )


def name_segment(sentence: Sentence, quantity: Quantity, attachment: Attachment, metric: str) -> str | None:
    """The part of the whole that a figure is limited to.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: How its metric was found.
        metric: Its metric.

    Returns:
        The part as the text names it, several joined by commas, or None for the whole company.
    """
    mention = attachment.mention
    if metric in ("index_level", "exchange_rate", "commodity_price"):
        return _traded(sentence, mention, metric)
    parts: set[str] = set()
    if mention is not None and mention.prefix.endswith("-"):
        prefix = mention.prefix.rstrip("-")
        if not {prefix.lower(), prefix.lower().rstrip("s")} & _generic():
            parts.add(prefix)
    begin, end = sentence.clause(quantity.start)
    region = _region().search(sentence.text, begin, end)
    if region:
        parts.add(region[1])
    divisions = [
        match
        for name in ("division_named", "division_compound")
        if (match := spotted(name, FILE).search_in(sentence.text, begin, end))
    ]
    if divisions:
        first = min(divisions, key=lambda match: match.start())[1]
        if first.lower() not in _generic():
            parts.add(first)
    return ", ".join(sorted(parts)) or None


def name_speaker(sentence: Sentence) -> str | None:
    """The person to whom a sentence attributes what it says, None where it names none."""
    match = _speaker().search(sentence.text, sentence.start, sentence.end)
    return (match[1] or match[2]) if match else None
