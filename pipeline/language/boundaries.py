"""Where sentences of news text end: abbreviations, ordinals, lost blanks, headlines, wrapped lines."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import regex

from pipeline.vocabulary.loading import load_words

SHORT_LINE = 45
"""A line of wrapped text shorter than this ends a paragraph, or is a headline; less in narrow columns."""
_SHORT_SHARE = 0.6
"""The same as a share of the width of a narrow column."""
_GOES_ON_SHARE = 0.2
"""Share of lines that go on in small letters from which a text was set in a narrow column."""
LONGEST_WRAPPED_LINE = 100
"""Text with longer lines was not wrapped at a fixed width."""
_NOT_WRAPPED = 1 << 30
"""Every line counts as short."""
_FEW_LINES = 4
LONGEST_SENTENCE = 2000
"""What runs on longer is no sentence but a list or a page without layout; it is cut at a comma or a blank."""


@cache
def _openers() -> frozenset[str]:
    """Words that, capitalised, begin a sentence even after an abbreviation (`30,8 Mio. Für das Jahr …`)."""
    return frozenset(load_words("sentences.toml", "sentences")["openers"])


@cache
def _boundary() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?P<stop>[.!?…]++[\"“”»«)\]'’]*)\s+(?=[\"„“»«(\[]?[\p{Lu}\d–-])"
        r"|(?P<glued>(?<=[\p{Ll}%€\d)]{2}|\.\)|\b(?:DM|EUR|USD|CHF|TEUR|AG|SE|KG|eG))[.!?][\"“”«»]?(?=[\p{Lu}][\p{Ll}]+[\s:-]))"
        r"|(?P<line>(?<![^\S\n])[^\S\n]*+\n\s*+)"
    )


@cache
def _signs() -> re.Pattern[str]:
    """Where a boundary can begin; `re` skips to these places many times faster than `regex` tries each."""
    blank = r"[^\S\n\x1c-\x1f]"  # what `regex` takes for one
    return re.compile(rf"[.!?…]++|(?<!{blank}){blank}*+\n")


def _boundaries(text: str) -> Iterator["regex.Match[str]"]:
    """Find what `finditer` of the boundary finds."""
    end = 0
    for sign in _signs().finditer(text):
        match = _boundary().match(text, sign.start()) if sign.start() >= end else None
        if match is not None:
            end = match.end()
            yield match


@cache
def _abbreviation() -> "regex.Pattern[str]":
    words = load_words("sentences.toml", "sentences")["abbreviations"]
    return regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(regex.escape(word) for word in words)}|\p{{L}})$")


@cache
def _open_line() -> "regex.Pattern[str]":
    """A line that ends in the middle of a phrase (`… erzielt werden. Der`)."""
    words = load_words("sentences.toml", "sentences")["unfinished"]
    return regex.compile(rf"(?i)(?:(?<!\p{{L}})(?:{'|'.join(words)})|[,;(/–-]|\p{{L}}-)$")


@cache
def _opening() -> "regex.Pattern[str]":
    return regex.compile(r"[\"„“»«(\[–-]*\s*(\p{L}+)?")


@cache
def _ordinal() -> "regex.Pattern[str]":
    return regex.compile(r"(?<![\d.,])\d{1,3}$")


def _first_word(text: str, position: int) -> str:
    match = _opening().match(text, position)
    return (match[1] or "") if match else ""


def _ends_at_stop(text: str, match: "regex.Match[str]") -> bool:
    """Whether a full stop with a blank after it ends a sentence."""
    stop, before = match["stop"], text[max(0, match.start() - 14) : match.start()]
    if stop[0] != ".":
        return True
    following = _first_word(text, match.end())
    if before[-1:].isdigit() and _ordinal().search(before) and not stop[1:]:
        # `3. Quartal`, `15. Januar` go on; `gewann 38 Duelle, die Kandidaten 16. Einer …` ends.
        return following in _openers()
    if _abbreviation().search(before):
        return (
            following in _openers()
            or _year_opens().match(text, match.end()) is not None
            or _subject_opens(text, match.start(), match.end())
        )
    return True


@cache
def _year_opens() -> "regex.Pattern[str]":
    """A year with its verb, which begins a sentence after an abbreviation (`19 Mio. 2017 waren es 18`)."""
    verbs = "|".join(load_words("sentences.toml", "sentences")["verbs_after_year"])
    return regex.compile(rf"(?:19|20)\d\d(?:/\d\d)? (?:{verbs})(?!\w)")


def _subject_opens(text: str, stop: int, place: int) -> bool:
    """Whether a noun and its verb begin a sentence after Swiss money (`von 3 Mio. Fr. Talbau rechnet mit …`).

    In `Mit 3 Mio. Fr. Gewinn war es ein gutes Jahr` the noun still belongs to the amount.
    """
    if _amount().search(text, max(0, stop - 14), stop) is None or _subject().match(text, place) is None:
        return False
    return _fronted_amount().match(text, 0, stop) is None


@cache
def _amount() -> "regex.Pattern[str]":
    return regex.compile(r"\d(?: \p{Lu}\p{Ll}{2,3}\.?)? (?:Fr|Rp)$")


@cache
def _subject() -> "regex.Pattern[str]":
    words = load_words("sentences.toml", "sentences")
    participles = {"erwartet"}  # `mit 3 Fr. Dividende erwartet`
    verbs = "|".join({*words["verbs_after_year"], *words["verbs_after_subject"]} - participles)
    name = r"\p{Lu}[\p{L}\d&-]+"
    return regex.compile(rf"[„“\"«»]?{name}(?: (?:(?:und|&) )?{name}){{0,2}} (?:{verbs})(?!\w)")


@cache
def _fronted_amount() -> "regex.Pattern[str]":
    """An adjunct with an amount at the front of its sentence, up to the stop of its scale or currency."""
    leads = r"Mit|Bei|Von|Für|Nach|Trotz|Dank|Auf|Aus|Ab|Um|Über|Gegenüber|Rund|Knapp|Gut"
    amount = r"[\d.,'’]+(?: (?:Mi[oa]|Mrd|Tsd|Mill)\.?)?(?: \p{Lu}\p{L}{0,2})?"
    return regex.compile(rf"(?r)(?<=^|[\n.!?:«„“\"]\s?)(?:{leads}) (?:\p{{Ll}}+ ){{0,3}}{amount}")


def _ends_block(text: str, match: "regex.Match[str]") -> bool:
    """Whether an abbreviation stands at the end of a paragraph, of a list's entry or above a table's row."""
    blank = text[match.end("stop") : match.end()]
    breaks = blank.count("\n")
    # A row is looked for up to the end of its line: not after each of the stops of a long one.
    return breaks > 1 or (breaks == 1 and _begins_entry(text, match.end()))


def _begins_entry(text: str, place: int) -> bool:
    return (_bullet().match(text, place) or _row().match(text, place)) is not None


@cache
def _bullet() -> "regex.Pattern[str]":
    return regex.compile(r"[-–*•+»›▪■►·]\s|[•*▪■►]")


def _ends_at_line(text: str, match: "regex.Match[str]", short: int) -> bool:
    """Whether a line break ends a sentence: in text wrapped at a fixed width only that of a short line."""
    if match[0].count("\n") > 1:
        return True
    begin = text.rfind("\n", 0, match.start()) + 1
    line = text[begin : match.start()]
    rest = text[match.end() : match.end() + 3]
    full = len(line.strip()) >= short and not _row().search(line)  # a title may stand in the middle
    if _bullet().match(rest) or line.endswith((".", "!", "?")) or (line.endswith(":") and not full):
        return True
    if not line or not rest[:1].isupper():
        return not line or (
            rest[:1] in '"„»(' and (short == _NOT_WRAPPED or _row().match(text, match.end()) is not None)
        )
    if _open_line().search(line):
        return False
    return not full or _row().match(text, match.end()) is not None


def begins_row(text: str, place: int) -> bool:
    """Whether the line that begins at a place is a row of a table."""
    return _row().match(text, place) is not None


@cache
def _row() -> "regex.Pattern[str]":
    """A row of a table: cells apart from one another, one of them a figure, or three of them."""
    gap = r"\S(?:[^\S\n]{2,}|[^\S\n]?[|\t])"
    return regex.compile(rf"[^\n]*?{gap}[^\S\n]*+(?:[^\s\d]{{0,3}}\d|[^\n]*?{gap})")


def is_wrapped(text: str) -> bool:
    """Whether a text was wrapped at a fixed width, so that most of its line breaks mean nothing."""
    return _short_line(text) != _NOT_WRAPPED


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether the sentence after a line break of wrapped text stands in the paragraph of the one before.

    Args:
        text: An article that `is_wrapped`.
        end: Where a sentence ends.
        start: Where the next one begins.
    """
    line = text[text.rfind("\n", 0, end) + 1 : end]
    apart = text.count("\n", end, start) > 1 or _bullet().match(text, start) or _row().match(text, start)
    return not apart and len(line.strip()) >= _short_line(text) and not _row().search(line)


def _short_line(text: str) -> int:
    """Code points below which a line ends its sentence: `_NOT_WRAPPED` where each break means something."""
    lines = text.split("\n")
    lengths = [len(line) for line in lines]
    if len(lengths) <= _FEW_LINES or max(lengths) > LONGEST_WRAPPED_LINE:
        return _NOT_WRAPPED
    if sum(length > SHORT_LINE for length in lengths) >= len(lengths) / 3:
        return SHORT_LINE
    broken = sorted(
        len(line)
        for line, following in pairwise(lines)
        if following[:1].islower() and not line.endswith((".", "!", "?", ":"))
    )
    if len(broken) <= _FEW_LINES or len(broken) < _GOES_ON_SHARE * sum(map(bool, lengths)):
        return _NOT_WRAPPED
    return int(_SHORT_SHARE * broken[len(broken) // 2])


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Cut a text into sentences.

    Args:
        text: The article.

    Returns:
        Start and end of each sentence in order; together they cover the text but for blanks between them.
    """
    short = _short_line(text)
    spans: list[tuple[int, int]] = []
    begin = len(text) - len(text.lstrip())
    for match in _boundaries(text):
        if match["stop"]:
            ends, end = _ends_at_stop(text, match) or _ends_block(text, match), match.end("stop")
        elif match["glued"]:
            ends, end = True, match.end()
        else:
            ends, end = _ends_at_line(text, match, short), match.start()
        if ends and end > begin:
            spans.extend(cut_long(text, begin, end))
            begin = match.end()
    end = len(text.rstrip())
    if begin < end:
        spans.extend(cut_long(text, begin, end))
    return spans


def cut_long(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, so that the stages after it stay linear in the text's length.

    Args:
        text: Any text.
        begin: Where a sentence begins.
        end: Where it ends.

    Yields:
        Start and end of it, or of its pieces in order.
    """
    while end - begin > LONGEST_SENTENCE:
        limit = begin + LONGEST_SENTENCE
        place = max(text.rfind(", ", begin + 1, limit), text.rfind("\n", begin + 1, limit))
        place = place if place > begin else text.rfind(" ", begin + 1, limit)
        place = place + 1 if place > begin else limit
        yield begin, place
        begin = place
    yield begin, end
