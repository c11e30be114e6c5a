"""Finds the country or region of an economy that a figure tells of, beside it or elsewhere in the text."""

from functools import cache, lru_cache

import regex

from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import ECONOMY
from pipeline.claims.sentence import Sentence
from pipeline.mentions.companies.paragraphs import paragraph_at
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import alternation, pattern, spotted

FILE = "segments.toml"
_NEAR = 2
"""Sentences over which a figure goes on about a branch."""
_LOOK_BACK = 30
"""Code points before a region in which a superlative can stand."""


def economy_of(sentence: Sentence, quantity: Quantity, memory: Memory, *, widely: bool) -> str | None:
    """The country or region of the economy or market that a figure tells of.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        memory: What the document spoke of last.
        widely: The article may name the country after the figure too.

    Returns:
        The region named in its sentence, the last one before the figure first; else the country of the figure
        of an economy last told in the paragraph, or first in the article; else the first country that the
        article names; None where it names none.
    """
    whole = _named(sentence.text)
    named = [place for place in whole if sentence.start <= place[0] < sentence.end]
    if named:
        before = [name for start, name in named if start < quantity.start]
        return before[-1] if before else named[0][1]
    begin = paragraph_at(sentence.text, sentence.start)[0]
    told = [
        statement
        for statement in memory.statements
        if statement.metric in ECONOMY and statement.segment in _countries()
    ]
    if told:
        near = [statement for statement in told if statement.quantity.start >= begin]
        return (near[-1] if near else told[0]).segment
    heard = [name for start, name in whole if widely or start < sentence.start]
    if _countries().isdisjoint(name for _, name in whole):
        return heard[0] if heard else None  # no country at all: `Das Leben in Sachsen ist teurer geworden`
    return next((name for name in heard if name in _countries()), None)


def branch_of(sentence: Sentence, quantity: Quantity, memory: Memory) -> str | None:
    """The branch of which a figure of no company tells: `Die Möbelhändler nahmen 3 Prozent mehr ein`.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        memory: What the document spoke of last.

    Returns:
        The branch named last before the figure in its clause, else the one of the last figure of none.
    """
    begin, _ = sentence.clause(quantity.start)
    named = list(spotted("branch_named", FILE).pattern.finditer(sentence.text, begin, quantity.start))
    if named:
        return str(named[-1][1])
    for other in memory.recent(_NEAR):
        if other.company is None and other.segment and spotted("branch_named", FILE).search(other.segment):
            return other.segment
    return None


def limiting_region(sentence: Sentence, quantity: Quantity, begin: int, end: int) -> str | None:
    """The region that a figure of a company is limited to: `in Europa`, `Europa lieferte 71 Mio. Franken`.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        begin: First code point of the clauses that tell of it.
        end: First code point after them.

    Returns:
        The region; of several the one on the side of the figure on which the first figure has its own; None
        where none is told.
    """
    found = [
        match
        for match in _limiting().finditer(sentence.text, begin, end)
        if not pattern("without", FILE).search(sentence.text, begin, match.start())
        and not pattern("because_of", FILE).search(sentence.text[begin : match.start()])
    ]
    if not found:
        opening = _opening().match(sentence.text, begin, end)
        return str(opening[1]) if opening and opening.end() <= quantity.start else None
    if pattern("of_them", FILE).search(sentence.text[begin : quantity.start]):
        return None  # `Von den 4.000 Mitarbeitern arbeiten 1.200 in Ungarn`
    first = next(other for other in sentence.quantities if other.start >= begin)
    if len(found) > 1 and found[0].start() > first.start:  # `350 Stellen in Rumänien und 130 in Ungarn`
        after = [match for match in found if match.start() >= quantity.end]
        return str((after or found)[0][1])
    if not sentence.text[begin : found[0].start()].strip(" ,;–\n"):
        return str(found[0][1])  # `In Asien reichte es nach Schließungen in Indien nur zu 3 Prozent`
    before = [match for match in found if match.end() <= quantity.start]
    return str((before[-1] if before else found[0])[1])


@cache
def _limiting() -> "regex.Pattern[str]":
    before = rf"(?<!\w){alternation('of_region', FILE)} (?:der |den |dem )?(?:Region )?"
    names = rf"(?:{_places()})(?:(?: und |/)(?:{_places()}))?"
    return regex.compile(rf"{before}({names})(?![\w-]| (?:ansässig|beheimatet|notiert|gelistet))")


@cache
def _opening() -> "regex.Pattern[str]":
    """A region as the subject with which a clause opens."""
    adverbs = "dagegen|hingegen|wiederum|indes|allein|selbst|auch|aber"
    return regex.compile(rf"[\s,;–]*(?:und )?((?:{_places()}))(?: (?:{adverbs}))? \p{{Ll}}+t(?:e|en)?\b")


@cache
def _places() -> str:
    names = {*load_words(FILE, "segments")["regions"], *load_words(FILE, "economies")["regions"]}
    names.update(load_words(FILE, "economies")["parts"])
    return "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=8)
def _named(text: str) -> tuple[tuple[int, str], ...]:
    """Every place where a text names the region of an economy, with the region in its basic form."""
    adjectives: dict[str, str] = load_words(FILE, "economies")["adjectives"]
    return tuple(
        (match.start(), match["name"] or adjectives[match["adjective"].lower()])
        for match in _region().finditer(text)
        if not _superlative().search(text, max(0, match.start() - _LOOK_BACK), match.start())
    )


@cache
def _countries() -> frozenset[str]:
    words = load_words(FILE, "economies")
    return frozenset((*words["regions"], *words["adjectives"].values()))


@cache
def _region() -> "regex.Pattern[str]":
    words = load_words(FILE, "economies")
    names = "|".join((*words["regions"], *words["parts"]))
    adjectives, nouns = "|".join(words["adjectives"]), "|".join(words["nouns"])
    return regex.compile(
        rf"(?<![\p{{L}}-])(?:(?P<name>{names})s?(?![\p{{L}}-])"
        rf"|(?P<adjective>(?i:{adjectives}))(?:e[nrsm]?\s(?:\p{{Ll}}+e[nrsm]?\s)?|-)(?=\p{{L}}*(?i:{nouns})))"
    )


@cache
def _superlative() -> "regex.Pattern[str]":
    """`die niedrigste der EU` tells of one country in it."""
    return regex.compile(r"ste[nrs]? (?:\p{L}+ )?(?:in )?(?:der |den )?$")
