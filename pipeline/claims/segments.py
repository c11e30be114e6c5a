"""Names the division, product, region, index or currency that a figure is limited to, and who says it."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words

COMMODITIES = {
    "gold": "Gold", "öl": "Öl", "brent": "Brent", "wti": "WTI", "silber": "Silber", "kupfer": "Kupfer", "gas": "Gas",
    "feinunze": "Gold", "rohöl": "Rohöl", "platin": "Platin", "nordsee": "Brent",
}  # fmt: skip


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_words("segments.toml", "segments")["generic_prefixes"])


@cache
def _regions() -> "regex.Pattern[str]":
    regions = load_words("segments.toml", "segments")["regions"]
    return regex.compile(
        rf"(?<!\w)(?:[Ii]n|für|[Ii]m|aus) (?:der |den )?((?:{'|'.join(regions)})(?: und (?:{'|'.join(regions)}))?)(?!\w)"
    )


@cache
def _division() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?:[Ss]parte|[Ss]egment|[Bb]ereich|[Gg]eschäftsfeld|[Dd]ivision|[Gg]eschäftsbereich|[Mm]arke|[Tt]ochter) [„\"»]?(\p{Lu}[\p{L}&-]+(?: (?:& )?\p{Lu}[\p{L}&-]+){0,3})"
        r"|(?<!\w)(\p{Lu}[\p{L}-]*(?:sparte|geschäft|segment|bereich))(?:s|es)?(?!\w)"
    )


@cache
def _speaker() -> "regex.Pattern[str]":
    name = r"(\p{Lu}[\p{L}.-]+(?: (?:\p{Lu}\. )?(?:von |van |de )?\p{Lu}[\p{L}-]+){1,3})"
    return regex.compile(
        rf"(?:sagte|erklärte|betonte|erläuterte|meinte|räumte|bekräftigte|versicherte|so|kommentierte|schrieb|bezifferte)\s(?:[\p{{L}}-]+\s){{0,4}}?{name}"
        rf"|(?:[Ll]aut|[Nn]ach Angaben von|[Zz]ufolge)\s(?:[\p{{Ll}}]+\s){{0,2}}?(?:[\p{{L}}-]+(?:chef|chefin|vorstand|vorständin|analyst|analystin|experte|expertin)\s)?{name}"
    )


def name_segment(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> str | None:
    """The part of the whole that a figure is limited to.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: How its metric was found.
        metric: Its metric.

    Returns:
        The part as the text names it, or None for the whole company.
    """
    mention = attachment.mention if attachment else None
    if metric == "index_level":
        return mention.text if mention else None
    if metric == "exchange_rate":
        return (
            "Euro"
            if mention is None or "uro" in mention.text or "emeinschaft" in mention.text
            else mention.text.split()[-1]
        )
    if metric == "commodity_price":
        lowered = mention.text.lower() if mention else ""
        return next(
            (name for word, name in COMMODITIES.items() if word in lowered), mention.text if mention else None
        )
    parts = []
    if mention is not None and mention.prefix:
        prefix = mention.prefix.rstrip("-")
        if (
            prefix.lower().rstrip("s") not in _generic()
            and prefix.lower() not in _generic()
            and mention.prefix.endswith("-")
        ):
            parts.append(prefix)
    begin, end = sentence.clause(quantity.start)
    region = _regions().search(sentence.text, begin, end)
    if region:
        parts.append(region[1])
    division = _division().search(sentence.text, begin, end)
    if division:
        name = division[1] or division[2]
        if name.lower() not in _generic():
            parts.append(name)
    return ", ".join(sorted(set(parts))) or None


def name_speaker(sentence: Sentence) -> str | None:
    """The person to whom a sentence attributes what it says, None where it names none."""
    match = _speaker().search(sentence.text, sentence.start, sentence.end)
    return (match[1] or match[2]) if match else None
