"""Tells whether a figure is adjusted for special items, and whether the text denies it."""

from pipeline.claims.metric_classes import ECONOMY, RESULTS
from pipeline.claims.sentence import HARD, SOFT, Sentence
from pipeline.mentions.context import Cue
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import spotted

_FOLLOWS = 60
"""Most code points between a figure and `währungsbereinigt` after it."""
_ADJECTIVES = 2
"""Most words between `bereinigtes` and its noun (`bereinigtes operatives Ergebnis`)."""
_DENIES = 30
"""Most code points between `nicht` and the figure that it denies."""

_SETTING_ASIDE = ("rechne", "klammer", "lässt", "ohne", "wenn")


def is_adjusted(
    sentence: Sentence,
    quantity: Quantity,
    mention: MetricMention | None,
    metric: str,
    link: str | None,
    previous: bool,
) -> bool:
    """Whether a figure is given before special items, organically or in constant currency.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        mention: Where its metric is named, None where it is not.
        metric: The metric.
        link: How it hangs on the quantity before it.
        previous: Whether that one is adjusted.

    Returns:
        True where a word of adjustment is said of this figure and not of the one beside it.
    """
    cues = sentence.cues_in(sentence.start, sentence.end, "adjusted")
    if metric in ECONOMY:
        cues = [
            cue for cue in cues if not cue.text.lower().startswith("real")
        ]  # growth of an economy is real
    bracket = sentence.bracket(quantity.start)
    without = sentence.says("counterfactual")
    result = mention is None or mention.metric in RESULTS
    if without and result and sentence.start + without.end() <= quantity.start and not bracket:
        alone = not sentence.quantities_between(sentence.start + without.end(), quantity.start)
        if alone or link:
            return True
    if bracket:
        if any(bracket[0] <= cue.start < bracket[1] for cue in cues):
            return True
        if link == "bracket":
            return previous
    anchor = mention.start if mention else quantity.start
    if mention and not bracket and any(_is_of(sentence, cue, mention) for cue in cues):
        return sentence.says("as_reported", quantity) is None
    begin, end = sentence.clause(quantity.start)
    low, high = min(anchor, quantity.start), max(anchor, quantity.end)
    for cue in cues:
        if mention and _is_of_another(sentence, cue, mention):
            continue
        of_a_figure = any(cue.start - other.end == 1 for other in sentence.quantities)
        if of_a_figure and cue.start < quantity.start and cue.text.lower().startswith("in "):
            continue  # `6 Prozent in Lokalwährungen und 4,8 Prozent in Franken`
        reached = begin <= cue.start < end or low <= cue.start <= high
        aside = sentence.bracket(cue.start)
        if aside and aside != bracket and not sentence.quantities_between(*aside):
            # `um 10 Prozent (in Landeswährung)`, `Operativ (bereinigtes Ebit)`
            behind = sentence.text[: aside[0]].rstrip()
            of_the_last = any(other.end == len(behind) for other in sentence.quantities)
            if of_the_last and len(behind) == quantity.end:
                return True
            if of_the_last or cue.start > quantity.start:
                continue
        elif aside != bracket:
            continue
        if not reached and _set_aside(sentence, quantity, cue):
            return True
        if not reached:
            continue
        if cue.start < quantity.start:
            between = sentence.quantities_between(cue.start + 1, quantity.start)
            of_the_verb = not _is_attribute(cue) and not cue.text.lower().startswith("vor ")
            if between and link == "to" and anchor < cue.start and of_the_verb:
                # `Der Umsatz stieg währungsbereinigt um 8 Prozent auf 2 Milliarden Euro`
                return False
            if (not between or link) and sentence.boundaries(cue.start, quantity.start) < SOFT:
                return True
        elif cue.start - quantity.end < _FOLLOWS and not sentence.quantities_between(quantity.end, cue.start):
            return True
    return link in ("from_to", "after") and previous


def _is_attribute(cue: Cue) -> bool:
    """Whether the word is said of a noun (`bereinigtes Ebit`) and not of the verb (`stieg bereinigt`)."""
    return " " not in cue.text and cue.text.lower().endswith(("e", "es", "er", "en", "em"))


def _is_of(sentence: Sentence, cue: Cue, mention: MetricMention) -> bool:
    """Whether the word stands directly at the metric: `bereinigtes Ebit`, `das Ebit vor Sondereffekten`."""
    if cue.start < mention.start:
        return _is_attribute(cue) and not sentence.text[cue.end : mention.start].strip()
    return mention.end <= cue.start and cue.text.lower().startswith("vor ") and cue.start - mention.end <= 1


def _is_of_another(sentence: Sentence, cue: Cue, mention: MetricMention) -> bool:
    """Whether the word stands at another metric (`Umsatz von 4 Mrd. und bereinigte Ebit-Marge von 15`)."""
    if not _is_attribute(cue):
        behind = cue.text.lower().startswith("vor ")  # `Bei 2 Mrd. Umsatz sank das Ebit vor Sondereffekten`
        return behind and any(
            0 <= cue.start - other.end <= 1 and other.metric != mention.metric for other in sentence.metrics
        )
    after = [other for other in sentence.metrics if other.start >= cue.end and not other.verb]
    first = min(after, key=lambda other: other.start, default=None)
    if first is None or first.metric == mention.metric:
        return False
    return len(sentence.text[cue.end : first.start].split()) <= _ADJECTIVES


def _set_aside(sentence: Sentence, quantity: Quantity, cue: Cue) -> bool:
    """Whether the sentence opens with what is left out (`Rechnet man Zukäufe heraus, stieg der Umsatz`)."""
    begin, end = sentence.clause(cue.start)
    opens = begin == sentence.start or sentence.boundaries(begin, begin + 1) >= HARD
    return (
        opens
        and cue.start < quantity.start
        and begin <= cue.start
        and not sentence.quantities_between(begin, quantity.start)
        and sentence.boundaries(end, quantity.start) <= SOFT
    )


def leaves_nothing_out(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure beside an adjusted one is told to be the whole.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        True for `unbereinigt waren es 118 Millionen` and for the second of `Klammert man den Verkauf aus,
        waren es 45 statt 81 Millionen`.
    """
    begin, end = sentence.clause(quantity.start)
    cues = sentence.cues_in(sentence.start, end, "adjusted")
    if sentence.lead(quantity) == "instead" and any(
        cue.start < begin and cue.text.lower().startswith(_SETTING_ASIDE) for cue in cues
    ):
        return True
    told = spotted("unadjusted").search_in(sentence.text, begin, end)
    return told is not None and not any(begin <= cue.start for cue in cues)


def is_negated(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the text denies a figure (`sei nicht um 5 Prozent gesunken`)."""
    begin, _end = sentence.clause(quantity.start)
    cues = sentence.cues_in(begin, quantity.start, "negated")
    return any(quantity.start - cue.end < _DENIES for cue in cues)
