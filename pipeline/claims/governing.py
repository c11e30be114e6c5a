"""Tells which words of outlook and of analysts hold for a figure: those of the verb that governs it."""

from pipeline.claims.expectations import Gap
from pipeline.claims.sentence import HARD, SOFT, Sentence
from pipeline.mentions.context import Cue
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_GAPPED = 3
"""Clauses back to the verb that a clause without one goes on from."""

_HELD_AGAINST = 40
"""Most code points from an expectation to the verb by which a figure before it is held against it."""

_NAMES = ("forecast", "consensus", "prior")


def governing_cues(sentence: Sentence, quantity: Quantity, gap: Gap | None) -> list[Cue]:
    """The cues that hold for a figure.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        gap: Its distance from an expectation, where it is one: the expectation itself is not what it tells.

    Returns:
        Cues of outlook, consensus and what was before: those of its brackets and of its predicate, and where
        that has no verb (`Der Umsatz soll um 4 Prozent wachsen, die Marge 12 Prozent erreichen`) or is what
        the clause before it says (`rechnet damit, dass der Umsatz steigt`), those of that clause.
    """
    found = [
        cue
        for begin, end in governing_parts(sentence, quantity)
        for cue in sentence.cues_in(begin, end, *_NAMES)
    ]
    return [cue for cue in found if not _said_of_another(sentence, quantity, cue, gap)]


def governing_parts(sentence: Sentence, quantity: Quantity) -> list[tuple[int, int]]:
    """The parts of a sentence whose verb and adverbs hold for a figure, the nearest first."""
    aside = sentence.aside(quantity.start)
    parts = [aside] if aside else []
    if aside and aside[0] > sentence.bracket(quantity.start)[0]:  # type: ignore[index]
        return parts  # `(bisher: 340; 2018: 338)`
    begin, end = sentence.predicate(quantity.start)
    if _looks_back(sentence, quantity, begin, end) or sentence.says_before(quantity, "compared_with"):
        return parts
    parts.append((begin, end))
    compares = sentence.lead(quantity) == "against"  # `soll 5 Mrd. erreichen, nach zuletzt 4`
    while len(parts) < _GAPPED and not compares and begin > sentence.start:
        told = pattern("content_clause").match(sentence.text, begin, end)
        if not told and (sentence.has_verb(begin, end) or sentence.cues_in(begin, end, *_NAMES)):
            break
        own = sentence.text[quantity.end : end]
        begin, end = sentence.predicate(begin - 1)
        if pattern("infinitive_after").match(own):
            begin, end = _past_relative_clause(sentence, begin, end)
        parts.append((begin, end))
    return parts


def _past_relative_clause(sentence: Sentence, begin: int, end: int) -> tuple[int, int]:
    """The clause before one put in (`Er will den Umsatz, der 2023 gewachsen war, auf 330 Mio. steigern`)."""
    told = sentence.text[begin:end]
    put_in = begin > sentence.start and pattern("embedded").search(told) and sentence.has_verb(begin, end)
    return sentence.predicate(begin - 1) if put_in and pattern("ends_in_verb").search(told) else (begin, end)


def _looks_back(sentence: Sentence, quantity: Quantity, begin: int, end: int) -> bool:
    """Whether a figure stands before the verb in what that looks back on (`Nach 5 Prozent erwartet er`)."""
    if not pattern("looking_back").match(sentence.text[begin : quantity.start].lstrip(" ,;")):
        return False
    return not sentence.has_verb(begin, quantity.start) and sentence.has_verb(quantity.end, end)


def _said_of_another(sentence: Sentence, quantity: Quantity, cue: Cue, gap: Gap | None) -> bool:
    """Whether a cue beside a figure says nothing of it."""
    aside = sentence.bracket(cue.start)
    if aside is not None and aside != sentence.bracket(quantity.start):
        # `120 Millionen Euro (Prognose)` says it of the figure before, `(bisher: 110)` of the one inside.
        return sentence.quantities_between(*aside) > 0 or sentence.text[quantity.end : aside[0]].strip() != ""
    if cue.name != "forecast":
        return False
    if pattern("hearsay").search(sentence.text, cue.start, sentence.predicate(cue.start)[1]):
        return pattern("modal").fullmatch(cue.text) is not None  # `soll 5 Millionen gekostet haben`
    noun = pattern("expectation").fullmatch(cue.text) is not None
    if noun and gap is not None:
        return True
    if pattern("expected_figure").fullmatch(cue.text):
        return _of_one_figure(sentence, quantity, cue)
    if cue.start < quantity.end:
        return False
    # `3 Milliarden Euro und blieb unter den Schätzungen`
    return noun and compared(sentence, quantity, cue)


def _of_one_figure(sentence: Sentence, quantity: Quantity, cue: Cue) -> bool:
    """Whether `erwartete` stands with another figure (`15 Mio. statt der erwarteten 12 Mio.`)."""
    if cue.start >= quantity.end:
        return sentence.quantities_between(cue.start, sentence.end) > 0
    return sentence.quantities_between(cue.end, quantity.start) > 0 and sentence.has_verb(
        cue.end, quantity.start
    )


def compared(sentence: Sentence, quantity: Quantity, cue: Cue) -> bool:
    """Whether a comparison parts a figure from an expectation (`7 Mrd. übertraf den Konsens`)."""
    if quantity.end <= cue.start:
        begin, end = quantity.end, cue.start
        given = sentence.lead(quantity) == "with" and pattern("compared").search(
            sentence.before(quantity.start)
        )
        if given:  # `verfehlte mit 45 Millionen Euro den Konsens`
            return True
        # `gab 5 Milliarden bekannt und hat damit die Schätzungen verfehlt`
        rest = sentence.text[cue.end : min(cue.end + _HELD_AGAINST, sentence.predicate(cue.start)[1])]
        if pattern("surpassed").search(rest) or pattern("missed").search(rest):
            return True
    else:
        begin, end = cue.end, quantity.hedge_start
    return pattern("compared").search(sentence.text, begin, max(begin, end)) is not None


def analysts_mean(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is what analysts expected, and not the company's beside it."""
    if sentence.says_before(quantity, "outlook_of_its_own"):
        return False
    begin, end = sentence.clause(quantity.start, HARD)
    bracket = sentence.bracket(quantity.start)
    for cue in sentence.cues_in(sentence.start, sentence.end, "consensus"):
        if cue.start <= quantity.start < cue.end:
            return True
        # `13 Mio., die Analysten erwartet hatten` is theirs, `13 Mio., die Erwartung lag bei 12 Mio.` is not.
        theirs = not sentence.quantities_between(cue.start, cue.end) and not pattern("expectation").match(
            cue.text
        )
        which = pattern("which_they").fullmatch(sentence.text, quantity.end, max(quantity.end, cue.start))
        if which and theirs:
            return True
        aside = sentence.bracket(cue.start)
        if (aside and aside != bracket) or compared(sentence, quantity, cue):
            continue
        if _said_of_figure_before(sentence, cue) and quantity.start > cue.end:
            continue
        apart = min(sentence.boundaries(place, quantity.start) for place in (cue.start, cue.end))
        first = not _figures_between(sentence, cue.start + 1, quantity.start)
        same_clause = apart < SOFT and (first or quantity.start < cue.end)
        same_clause = same_clause and not _said_before_colon(sentence, quantity, cue)
        introduces = begin <= cue.start < min(end, quantity.start) and first
        introduces = introduces and not _said_before_colon(sentence, quantity, cue)
        if same_clause or introduces:
            return True
    return False


def _said_before_colon(sentence: Sentence, quantity: Quantity, cue: Cue) -> bool:
    """Whether a sentence follows a colon: `Anleger hatten mehr erwartet: Die Titel verloren 3%`."""
    begin, _end = sentence.predicate(quantity.start)
    after_colon = cue.end <= begin and sentence.text.startswith(":", begin)
    return after_colon and not sentence.cues_in(*sentence.predicate(quantity.start), "forecast", "prior")


def _said_of_figure_before(sentence: Sentence, cue: Cue) -> bool:
    """Whether a clause says what they thought of the figure before (`5 Mio., die sie erwarteten, bei`)."""
    ends = [other.end for other in sentence.quantities if other.end <= cue.start]
    if not ends or pattern("expectation").match(cue.text):  # `5 Mio., die Schätzungen lagen bei`
        return False
    return pattern("which_they").fullmatch(sentence.text, ends[-1], cue.start) is not None


def _figures_between(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a figure begins in between; `rechnen 14 Analysten mit` tells only how many they are."""
    return any(
        low <= other.start < high and not pattern("analysts").match(sentence.text, other.end + 1)
        for other in sentence.quantities
    )
