"""Scores a metric mention for a quantity by features whose weights stand in one table."""

from collections.abc import Sequence
from functools import cache

import regex

from pipeline.claims.fitting import fits, in_brackets_of_another, kinds_of
from pipeline.claims.metric_classes import (
    LARGE_AMOUNTS,
    PEOPLE_AND_PLACES,
    PROFITS,
    PURE_RATES,
    SMALL_AMOUNTS,
)
from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import MetricMention
from pipeline.mentions.metric_words import metric_units
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import alternation, pattern

WEIGHTS: dict[str, float] = {
    "before": 1.75,  # the metric stands before the figure, as in most sentences
    "directly_before": 1.88,  # `Umsatz von rund 5 Mio.`: nothing but little words between
    "directly_after": 2.85,  # `5 Mio. Euro Umsatz`
    "modifier_after": 2.22,  # `5 Mio. Euro vor Steuern`
    "verb_after": 1.5,  # `80 Mio. Euro eingespart`, `12.000 Wagen verkauft`
    "counted_noun": 4.84,  # `200 neue Mitarbeiter`: people and places are counted and nothing else
    "counted_thing": 1.93,  # `200 neue Fahrzeuge`: sold or made, another word may say which
    "words_between": 0.01,
    "boundaries_between": -0.84,  # by the weight of the boundary: comma 1, semicolon 2, `und` 0.4
    "quantities_between": 0.23,
    "mentions_between": -0.57,  # another metric that would fit stands nearer
    "bracket_apart": -0.57,  # one of both stands in brackets
    "verb": -0.61,  # `verdiente`, `kauft`: weaker than a noun
    "other_metric": -0.38,  # words that only name metric `other`
    "in_adjunct": -1.29,  # `dank höherer Erlöse`
    "told_of_another": -3.2,  # `41 Mio. Euro Umsatz noch 1,9 Mio. Euro EGT`, `mit 23 Leuten 2,9 Mio. Verlust`
    "where_it_happened": -3.0,  # `In den Läden ging er um 44 Prozent zurück`
    "share_of_something": -3.0,  # `30 Prozent der Erlöse` grows nothing
    "counts_another": -5.0,  # `9.500 Schüler 450 Workshops`: people and places are not what is counted
    "antecedent": 2.5,  # `wie das Ebit, welches auf 25 Millionen sank`
    "attribute": -2.0,  # `die Rendite griechischer Anleihen`: the noun before it is what is measured
    "rate_in_percent": 0.9,  # a margin is told in percent, and not `um`
    "fitting_size": 0.94,  # millions for revenue, a few euros for a share
    "misfitting_size": -2.81,
}
"""What each feature adds to the score of a metric mention, per unit of the feature."""

_SHARE_OF = 14
"""Code points after a percentage within which its whole begins."""

_ADJECTIVES = r"(?:\p{Ll}[\p{Ll}-]*e[rnsm]?\s+)"


@cache
def _direct_before() -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)[\s:(=,]*(?:\([^)]*\)\s*)?(?:{alternation('metric_to_figure')}[\s:]*)*")


@cache
def _direct_after() -> "regex.Pattern[str]":
    return regex.compile(rf"\s*+(?:(?:\)\s*+)?{alternation('figure_to_metric')}\s+)?{_ADJECTIVES}{{0,2}}")


@cache
def _verb_after() -> "regex.Pattern[str]":
    return regex.compile(r"\s(?:\p{Lu}\p{L}+\s)?")


@cache
def _counted() -> "regex.Pattern[str]":
    return regex.compile(rf"\s(?:{alternation('counted_of')}\s)?{_ADJECTIVES}{{0,3}}")


def size(metric: str, sentence: Sentence, quantity: Quantity) -> str | None:
    """The feature of an amount of money that is as large as a metric is told, or far from it."""
    if "money" not in kinds_of(sentence, quantity):
        return None
    amount = abs(quantity.high)
    if metric in SMALL_AMOUNTS:
        return "fitting_size" if amount < 100_000 and not quantity.scaled else "misfitting_size"
    if metric in LARGE_AMOUNTS:
        return "fitting_size" if amount >= 10_000 else "misfitting_size"
    return None


def _beside(quantity: Quantity, mention: MetricMention, gap: str) -> str | None:
    """The feature of a mention with nothing but little words between it and the quantity."""
    if mention.start < quantity.start:
        return "directly_before" if _direct_before().fullmatch(gap) else None
    if mention.verb:
        return "verb_after" if _verb_after().fullmatch(gap) else None
    countable = "count" in metric_units()[mention.metric]  # `187 Millionen operativer Gewinn` counts nothing
    if quantity.unit == "count" and countable and _counted().fullmatch(gap):
        return "counted_noun" if mention.metric in PEOPLE_AND_PLACES else "counted_thing"
    if _direct_after().fullmatch(gap):
        return "modifier_after" if pattern("taken_off").match(mention.text) else "directly_after"
    return None


def is_share_of(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a percentage is told as a share of what a mention names (`30 Prozent des Gewinns`)."""
    # `eine Verdopplung der Erlöse` is one of the revenue, `das Doppelte der Erlöse` no revenue.
    share = quantity.unit in ("percent", "factor") and not quantity.text.endswith("ung")
    of = share and sentence.says_after(quantity, "share_of") is not None
    if of and pattern("multiple").search(quantity.text):  # `dem 7,8-Fachen des für 2011 erwarteten Ebitda`
        return quantity.end < mention.start < sentence.clause(quantity.start)[1]
    return of and mention.start - quantity.end in range(_SHARE_OF)


def is_in_passing(sentence: Sentence, quantities: Sequence[Quantity], mention: MetricMention) -> bool:
    """Whether people or houses are only spoken of, and none of some quantities counts them.

    `Forscher`, `Kliniken` name a workforce or locations only where they are counted (`400 Forscher`).
    """
    if not pattern("in_passing").fullmatch(mention.text) or sentence.is_line:
        return False
    if pattern("number_of_them").search(sentence.before(mention.start)):
        return False
    last = quantities[-1]
    whole = sentence.next(last)  # `schließt fünf seiner 31 Häuser`
    part = whole is not None and pattern("part_of_whole").fullmatch(sentence.text[last.end : whole.start])
    return not any(
        quantity.end <= mention.start
        and (
            _counted().fullmatch(sentence.text[quantity.end : mention.start])
            or is_share_of(sentence, quantity, mention)
        )
        for quantity in (*quantities, *([whole] if whole is not None and part else []))
    )


def is_of_a_rate(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether what stands behind a percentage is of a rate: `eine Rendite von 8 Prozent vom Umsatz`."""
    if quantity.unit != "percent" or sentence.lead(quantity) == "by":
        return False
    begin, _end = sentence.clause(quantity.start)
    return any(
        begin <= other.start < quantity.start and other.metric in PURE_RATES
        for other in sentence.metrics
        if other is not mention
    )


def _is_antecedent(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether the clause of a quantity is a relative one that follows a mention."""
    begin, end = sentence.clause(quantity.start)
    follows = mention.end <= begin and pattern("only_brackets").fullmatch(sentence.text[mention.end : begin])
    return bool(follows) and pattern("relative_pronoun").match(sentence.text[begin:end]) is not None


@cache
def _attributive() -> "regex.Pattern[str]":
    return regex.compile(rf"\s{alternation('attributive')}(?:\p{{Ll}}[\p{{Ll}}-]*e[rn]\s){{0,3}}")


def _is_attribute(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a mention only says of whom the one directly before it is told."""
    if mention.verb or mention.text.islower():
        return False
    head = next((other for other in reversed(sentence.metrics) if other.end < mention.start), None)
    if head is None or head.verb or head.metric in ("other", mention.metric):
        return False
    between = sentence.text[head.end : mention.start]
    return fits(head.metric, sentence, quantity) and _attributive().fullmatch(between) is not None


def _share_of_something(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """`30 Prozent der Kunden` beside a profit; `30 Prozent des Gewinns` names the profit itself."""
    return (
        quantity.unit == "percent"
        and mention.metric in PROFITS | {"revenue"}
        and sentence.says_after(quantity, "share_of") is not None
        and not is_share_of(sentence, quantity, mention)
    )


def _told_of_another(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether a noun stands directly after another amount, which it names or counts."""
    if in_brackets_of_another(sentence, quantity, mention):
        return True
    if mention.verb or quantity.unit == "percent":
        return False
    counts = mention.metric in PEOPLE_AND_PLACES
    for other in sentence.quantities:
        gap = sentence.text[other.end : mention.start]
        if other is quantity or other.end > mention.start or gap.strip() or len(gap) > 1:
            continue
        if other.end > quantity.end or sentence.lead(quantity) in ("to", "from", "against", "instead"):
            continue
        alike = "money" in kinds_of(sentence, other) and (
            quantity.unit == other.unit
            or (
                "money" in kinds_of(sentence, quantity)
                and "," not in sentence.text[mention.end : quantity.start]
            )
        )
        return (alike and not counts) or (counts and quantity.scaled and not other.scaled)
    return False


def _where_it_happened(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether people or places only say where a percentage was won or lost."""
    if quantity.unit != "percent" or mention.metric not in PEOPLE_AND_PLACES:
        return False
    return pattern("where").search(sentence.before(mention.start)) is not None


def _counts_another(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> bool:
    """Whether the noun that a number counts is another one than that for people or places."""
    if quantity.unit != "count" or mention.verb or mention.metric not in PEOPLE_AND_PLACES:
        return False
    noun = sentence.says_after(quantity, "thing_counted")
    before = sentence.before(mention.start)
    if noun is None or pattern("number_of_them").search(before) or pattern("counted_as").search(before):
        return False
    begin, end = quantity.end + noun.start("noun"), quantity.end + noun.end("noun")
    return not any(other.start < end and begin < other.end for other in sentence.metrics)


def _heads_without_verb(sentence: Sentence, mention: MetricMention, low: int, high: int) -> bool:
    """Whether a figure after a colon is of the noun before: `Der Umsatz, alles zusammen: 710 Millionen`."""
    alone = mention is sentence.metrics[0] and not sentence.quantities_between(low, high)
    return alone and sentence.bracket(high) is None and not sentence.has_verb(mention.start, high)


def features(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> dict[str, float]:
    """What speaks for and against a mention as the metric of a quantity.

    Args:
        sentence: The sentence of both.
        quantity: The quantity.
        mention: The metric mention.

    Returns:
        Feature values by the names of `WEIGHTS`; what is absent is zero.
    """
    before = mention.start < quantity.start
    low, high = (mention.end, quantity.hedge_start) if before else (quantity.end, mention.start)
    gap = sentence.text[low:high]
    nearer = [
        other
        for other in sentence.metrics
        if low <= other.start < high
        and other.metric != mention.metric
        and not other.verb
        and not pattern("cause").search(sentence.before(other.start))
    ]
    found = {
        "words_between": float(len(gap.split())),
        "boundaries_between": sentence.boundaries(low, high),
        "quantities_between": float(sentence.quantities_between(low, high)),
        "mentions_between": float(sum(fits(other.metric, sentence, quantity) for other in nearer)),
    }
    beside = _beside(quantity, mention, gap)
    if before and gap.endswith(": ") and _heads_without_verb(sentence, mention, low, high):
        found["boundaries_between"], beside = 0.0, "directly_before"
    verbal = mention.text.islower()  # `Dank der Inflation nahm der Händler 11 Prozent mehr ein`
    adjunct = not verbal and pattern("adjunct").search(sentence.before(mention.start, 90)) is not None
    if mention.metric == "deal_value" and pattern("by_the_deal").search(sentence.before(mention.start)):
        adjunct, beside = True, None  # `Mit dem Zukauf klettern die Schulden auf 260 Millionen`
    if adjunct and beside == "directly_before" and sentence.lead(quantity) in ("by", "to"):
        beside = None  # `Der Gewinn ging wegen höherer Steuern um 2 Prozent zurück`
    cause = adjunct and not gap.strip() and pattern("cause").search(sentence.before(mention.start))
    if cause and beside == "directly_before":
        beside = None  # `hatte wegen hoher Abschreibungen 216 Millionen verloren`
    if mention.verb and before and beside and sentence.lead(quantity) == "at":
        beside = None  # `verdiente bei 612 Millionen Euro Umsatz 19 Millionen`
    if beside == "modifier_after" and is_of_a_rate(sentence, quantity, mention):
        beside = None
    adjunct = adjunct and beside not in ("directly_before", "directly_after")
    rate = mention.metric in PURE_RATES and quantity.unit == "percent" and sentence.lead(quantity) != "by"
    signs = {
        "before": before,
        "bracket_apart": sentence.bracket(quantity.start) != sentence.bracket(mention.start),
        "verb": mention.verb,
        "other_metric": mention.metric == "other",
        "in_adjunct": adjunct,
        "told_of_another": _told_of_another(sentence, quantity, mention),
        "where_it_happened": _where_it_happened(sentence, quantity, mention),
        "counts_another": _counts_another(sentence, quantity, mention),
        "antecedent": _is_antecedent(sentence, quantity, mention),
        "attribute": _is_attribute(sentence, quantity, mention),
        "share_of_something": _share_of_something(sentence, quantity, mention),
        "rate_in_percent": rate,
        beside: beside,
        (fit := size(mention.metric, sentence, quantity)): fit,
    }
    return found | {name: 1.0 for name, holds in signs.items() if name and holds}


def score(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> float:
    """Weighted sum of the features of a mention."""
    return sum(WEIGHTS[name] * value for name, value in features(sentence, quantity, mention).items())
