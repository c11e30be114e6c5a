"""Finds the division or product that a figure is limited to: named beside it, or once before in the text."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from pipeline.claims.memory import Memory
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.companies.paragraphs import paragraph_at
from pipeline.mentions.companies.roles import role_of
from pipeline.mentions.companies.words import Shape, is_noun, shape
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern, spotted
from pipeline.vocabulary.pieces import folded

FILE = "segments.toml"


def division_of(sentence: Sentence, quantity: Quantity) -> str | None:
    """The division or product that a clause names.

    Args:
        sentence: The sentence of a figure.
        quantity: The figure.

    Returns:
        The first one that is told as such (`im Segment Medical`, `Lizenzen steuerten 12 Mio. bei`), else one
        that the article has introduced elsewhere (`Medical legte zu`); None where the clause names none.
    """
    begin, end = told_of(sentence, quantity)
    row = pattern("row_of_a_part", FILE).match(sentence.text[begin : quantity.start])
    if row is not None:
        return str(row[1])
    source = pattern("source_after", FILE).match(sentence.text, quantity.end, end)
    if source is not None and spotted("made_up_of", FILE).search_in(
        sentence.text, sentence.start, sentence.end
    ):
        return str(source[1])
    # `Während die Sparte Zink verlor, wuchs das Servicegeschäft um 9 Prozent`: its own clause comes first.
    for first, last in dict.fromkeys((_own_clause(sentence, quantity, begin, end), (begin, end))):
        told = [
            (start, name)
            for start, name in (
                *_told(sentence.text, first, last),
                *_contributing(sentence.text, first, last),
            )
            if not _in_a_cause(sentence, first, start)
        ]
        if told:
            return min(told)[1]
    opening = pattern("area_first", FILE).search(sentence.text[begin : quantity.start].lstrip(" ,;"))
    if opening is not None and _is_goods(sentence, str(opening[1])):
        return str(opening[1])
    known = _introduced(sentence.text)
    names = known.finditer(sentence.text, begin, end) if known else ()
    name = next((match[0] for match in names if not _in_a_cause(sentence, begin, match.start())), None)
    return name or _delivering(sentence, end) or _spoken_of(sentence, begin, end)


def _in_a_cause(sentence: Sentence, begin: int, start: int) -> bool:
    """Whether only the cause of a move has to do with a division (`wegen der Verluste in der Sparte Bau`)."""
    return pattern("in_a_cause", FILE).search(sentence.text[begin:start]) is not None


def _own_clause(sentence: Sentence, quantity: Quantity, begin: int, end: int) -> tuple[int, int]:
    """The clause of a figure where the clauses that tell of it are more than that, else these."""
    first, last = sentence.clause(quantity.start)
    return (first, last) if begin < first and last <= end else (begin, end)


def _is_goods(sentence: Sentence, word: str) -> bool:
    """Whether a noun names goods or services, and no measure and no company."""
    measured = any(metric.text in word for metric in sentence.metrics)
    return is_noun(word) and not measured and role_of(word) is None and shape(word) == Shape.ORDINARY


def _delivering(sentence: Sentence, end: int) -> str | None:
    """The one that the clause after a figure tells: `nämlich 51 Mio. Euro, lieferte die Sparte Zink`."""
    delivers = pattern("delivers", FILE).search(sentence.text[end : sentence.end])
    if delivers is None:
        return None
    first, last = sentence.clause(end + delivers.end() - 1)
    return min(
        [*_told(sentence.text, first, last), *_contributing(sentence.text, first, last)], default=(0, None)
    )[1]


def _spoken_of(sentence: Sentence, begin: int, end: int) -> str | None:
    """The division named last, where the clause goes on about it: `Das Segment …`, `Die Sparte …`."""
    noun = spotted("the_division", FILE).search_in(sentence.text, begin, end)
    if noun is None:
        return _taken_up(sentence) if begin == sentence.start else None
    found = _named_in_paragraph(sentence, noun.start())
    return matched_group(found) if found else None


def _named_in_paragraph(sentence: Sentence, end: int) -> "regex.Match[str] | None":
    """The division named last in the paragraph of a sentence up to a place."""
    start = paragraph_at(sentence.text, sentence.start)[0]
    found = [
        match
        for name in ("division_named", "division_compound", "dealing_in")
        for match in spotted(name, FILE).pattern.finditer(sentence.text, start, end)
    ]
    return max(found, key=lambda match: match.start(), default=None)


def _taken_up(sentence: Sentence) -> str | None:
    """The division with which the sentence before ends: `Es gewann die Sparte Zink. Sie steht für 5 Mio.`."""
    pronoun = pattern("pronoun_first", FILE).match(sentence.text[sentence.start : sentence.end])
    if pronoun is None:
        return None
    found = _named_in_paragraph(sentence, sentence.start)
    if found is None or sentence.text[found.end() : sentence.start].strip(' .!?"“”«»') != "":
        return None
    gender = next(name for name, word in pronoun.groupdict().items() if word)
    return matched_group(found) if pattern(f"division_{gender}", FILE).search(found[0]) else None


def inherited(sentence: Sentence, quantity: Quantity, statement: Statement, memory: Memory) -> str | None:
    """The part that the figure before was limited to, where this one only adds to it.

    Args:
        sentence: The sentence of the figure.
        quantity: The figure.
        statement: What is stated of it so far.
        memory: What the document spoke of last.

    Returns:
        The part for `…, 37 Prozent mehr als im Vorjahr` and `(+3 Prozent)`, else None.
    """
    told = [other for other in memory.recent(1) if other.company == statement.company and other.segment]
    alike = any(other.metric == statement.metric for other in told)
    if alike and statement.company is not None and (another := _another_part(sentence, quantity)) is not None:
        return another
    last = memory.last
    if last is None or last not in told or last.metric != statement.metric:
        return None
    if last.quantity.start < sentence.start:
        return None
    between = sentence.text[last.quantity.end : quantity.hedge_start]
    if pattern("adds_to", FILE).fullmatch(between):
        return last.segment
    # `Lizenzen steuerten 12,9 Mio. bei, Dienste 17,1 Mio.`
    other = pattern("next_part", FILE).fullmatch(between)
    return matched_group(other) if other else None


def _another_part(sentence: Sentence, quantity: Quantity) -> str | None:
    """The subject of a clause that goes on with the parts: `Der Baumarkt stagnierte bei 12 Mio. Euro`."""
    begin, _ = sentence.clause(quantity.start)
    match = pattern("another_part", FILE).search(sentence.text[begin : quantity.start].lstrip(" ,;–-\n"))
    if match is None:
        return None
    part = str(match["part"])
    measured = any(metric.text in part for metric in sentence.metrics)
    ordinary = shape(part.split()[0]) == Shape.NONE or role_of(part.split()[-1]) is not None
    return None if measured or ordinary else part


def told_of(sentence: Sentence, quantity: Quantity) -> tuple[int, int]:
    """The clauses that tell of a figure: its own, with the one before where it goes on about that.

    Args:
        sentence: The sentence of the figure.
        quantity: The figure.

    Returns:
        First code point and the one after: of both clauses for `die Sparte Zink, deren Umsatz …`.
    """
    line = sentence.text.rfind("\n", 0, quantity.start) + 1
    stop = sentence.text.find("\n", quantity.end)
    if "  " in sentence.text[line : quantity.start].lstrip():  # a row of a table
        return line, stop if stop >= 0 else len(sentence.text)
    begin, end = sentence.clause(quantity.start)
    opening = sentence.text[begin : quantity.start].lstrip(" ,;–-\n")
    if begin == sentence.start:
        return begin, end
    relative, another = (
        pattern("relative", FILE).search(opening),
        pattern("another_part", FILE).search(opening),
    )
    if relative and not another:
        return sentence.clause(begin - 1)[0], end
    first = sentence.text.index(opening, begin)
    if opening[:1].islower() and sentence.has_verb(first, first + 1):
        # `Im Geschäftsfeld Mobil, das den Bahnverkehr umfasst, stieg der Umsatz`
        return sentence.start, end
    before = sentence.clause(begin - 1)[0]
    aside = sentence.text[before:begin].lstrip(" ,")
    if opening[:1].islower() and before > sentence.start and pattern("relative", FILE).search(aside):
        return sentence.start, end
    return begin, end


def _told(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    for name in ("division_named", "division_compound", "area", "dealing_in"):
        match = spotted(name, FILE).search_in(text, begin, end)
        if match is not None:
            yield match.start(), matched_group(match)
    match = spotted("named_part", FILE).search_in(text, begin, end)
    without = match is not None and pattern("without", FILE).search(text, begin, match.start())
    if match is not None and not without and not is_noun(match[1].split()[0]):
        yield match.start(), str(match[1])


def _contributing(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    match = spotted("contributing", FILE).search_in(text, begin, end)
    if match is not None:
        yield match.start(), matched_group(match)


def matched_group(match: "regex.Match[str]") -> str:
    """The one group of a pattern's alternatives that holds the name."""
    return str(next(group for group in match.groups() if group))


@lru_cache(maxsize=8)
def _introduced(text: str) -> "regex.Pattern[str] | None":
    """The divisions that an article calls so, alone or in a row (`die Segmente Medical und Consumer`)."""
    one, row = spotted("division_named", FILE), spotted("divisions_named", FILE)
    plainly = folded(text)
    names = {match[1] for match in one.pattern.finditer(text)} if one.may_match(plainly) else set()
    for match in row.pattern.finditer(text) if row.may_match(plainly) else ():
        names.update(regex.split(r", | und | sowie ", match[1]))
    longest_first = sorted((regex.escape(name) for name in names if len(name) > 2), key=len, reverse=True)
    return (
        regex.compile(rf"(?<![\p{{L}}-])(?:{'|'.join(longest_first)})(?![\p{{L}}-])")
        if longest_first
        else None
    )
