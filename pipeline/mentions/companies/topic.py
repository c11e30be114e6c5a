"""Whom a document, or one section of a round-up, is about."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.mentions.companies.paragraphs import is_ticker, lead_end, paragraph_at
from pipeline.mentions.companies.roles import role_of
from pipeline.mentions.companies.signs import legal_form_end
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, ordinary_words, shape, words
from pipeline.mentions.mention import CompanyMention

_REFERENCE: Final = 0.5
"""Weight of a reference beside a name in telling what a document is about."""
_FIRST: Final = 1.0
"""Extra weight of the company that a document names first."""
_ISSUER: Final = 3.0
"""Extra weight of the company that heads its own announcement: `Brellova AG: Übernahmeangebot an …`."""
_HEAD: Final = 40
"""Code points from the beginning within which an announcement names it, after `EQS-Adhoc:`."""
_INTERVIEW: Final = 4
"""Lines that end in a question, from which an article is an interview."""
_AT_ONCE: Final = 100
"""Code points from the beginning of an article within which it names the company that it is about."""
_EARLY: Final = 250
"""The same for a name with its legal form."""
_FILLING: Final = 4.0
"""Weight from which an article is about a company that it does not begin with."""
_FILLING_IN_FULL: Final = 2.5
"""The same for a company that it names with its legal form."""
_SOON: Final = 1 / 3
"""Share of it within which it names that company."""
_DOMINANT: Final = 0.5
"""Share from which a company is the one that the whole document is about."""


def main_company(mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """Find the company that a document is mostly about.

    Args:
        mentions: All mentions of the document, in order.

    Returns:
        The first mention of that company, None where the document is about no company.
    """
    weights = _weights(mentions)
    if not weights:
        return next((mention for mention in mentions if mention.standing != "judge"), None)
    best = max(weights, key=lambda name: weights[name])
    return next(mention for mention in mentions if mention.name == best and mention.subject)


def topic_at(mentions: Sequence[CompanyMention], start: int, text: str) -> CompanyMention | None:
    """Find the company that a sentence without any goes on about.

    Args:
        mentions: All mentions of the document, in order.
        start: First code point of the sentence.
        text: The article.

    Returns:
        The one that the paragraph has spoken of, else the one that the whole article is about; None where it
        is about an economy, a market or a branch and the paragraph names none.
    """
    begin, end = paragraph_at(text, start)
    spoken = [m for m in mentions if m.subject and begin <= m.start < start]
    main = main_company(mentions)
    if spoken:
        if main is not None and _is_dominant(main, mentions) and any(m.name == main.name for m in spoken):
            return main
        return spoken[-1]
    if main is None or (_leads(main, mentions, text) and not is_ticker(text)):
        return main
    ahead = [m for m in mentions if m.subject and start <= m.start < end]
    last = next((m for m in reversed(mentions) if m.subject and m.end <= begin), None)
    return last if last is not None and any(m.name == last.name for m in ahead) else None


def leading_company(mentions: Sequence[CompanyMention], text: str) -> CompanyMention | None:
    """Find the company that an article is about from its beginning.

    Args:
        mentions: All mentions of the document, in order.
        text: The article.
    """
    main = main_company(mentions)
    return main if main is not None and _leads(main, mentions, text) else None


def _leads(main: CompanyMention, mentions: Sequence[CompanyMention], text: str) -> bool:
    """Whether an article begins with a company, in full or short, or soon speaks of it above all."""
    end = lead_end(text)
    if main.start < end:
        return True
    if _called(main.name, text[:end]):
        return True
    soon = main.start < _SOON * len(text)
    if soon and _has_legal_form(main.text) and all(m.name == main.name for m in mentions if m.subject):
        return True
    enough = _FILLING_IN_FULL if _has_legal_form(main.name) else _FILLING
    return soon and _weights(mentions).get(main.name, 0.0) >= enough and _is_dominant(main, mentions)


def _called(name: str, text: str) -> int:
    """How often a text says the first word of a name, or its owner's: `Kettwig` of `Kettwig-Hotels`."""
    first = re.split(r"[\s-]", name, maxsplit=1)[0]
    many = words("name_words", "never_alone") | ordinary_words("place")
    named = shape(first) >= Shape.ORDINARY and fold(first) not in many
    return len(re.findall(rf"\b{re.escape(first)}\b", text)) if named else 0


def _is_dominant(main: CompanyMention, mentions: Sequence[CompanyMention]) -> bool:
    weights = _weights(mentions)
    return weights.get(main.name, 0.0) >= _DOMINANT * sum(weights.values())


def is_about_company(mentions: Sequence[CompanyMention], text: str) -> bool:
    """Tell whether a document is about a company at all, so that it speaks of one more than once or at once.

    Args:
        mentions: All mentions of the document, in order.
        text: The article.

    Returns:
        True where its main company is named twice, opens it, or is introduced early in its full legal form,
        and in an interview, which speaks of it as `wir` and `Sie`.
    """
    main = main_company(mentions)
    if main is None:
        return False
    if main.start <= (_EARLY if _has_legal_form(main.name) else _AT_ONCE):
        return True
    named = sum(mention.name == main.name and mention.subject for mention in mentions)
    owned = "-" in main.name and _called(main.name, text) > 2  # `Kettwig` owns the `Kettwig-Hotels`
    return named > 1 or owned or len(_questions().findall(text)) >= _INTERVIEW


def is_only_now_introduced(main: CompanyMention, start: int, text: str) -> bool:
    """Tell whether a company is one of which an article says who it is only after a sentence, and late.

    Args:
        main: The first mention of the company that the article speaks of most.
        start: First code point of the sentence.
        text: The article.

    Returns:
        True where what stands before it was about others: `Den Druck spürt auch die Möbelkette Brellova`.
    """
    if main.start < max(start, _SOON * len(text)):
        return False
    before = text[: main.start].rsplit(maxsplit=1)
    return _has_legal_form(main.text) or (len(before) > 1 and role_of(before[1]) is not None)


@cache
def _questions() -> re.Pattern[str]:
    """A question that ends its line."""
    return re.compile(r"\?[\"“»]?[ \t]*\n")


def section_company(mentions: Sequence[CompanyMention], start: int, text: str) -> CompanyMention | None:
    """Find the company at the head of a section, in an article that tells of one company after the other.

    Args:
        mentions: All mentions of the document, in order.
        start: First code point of a sentence.
        text: The article.

    Returns:
        The company whose name opens the section as its headline (`Fresenius` in a line of its own,
        `MERCK - `), None where fewer than two do.
    """
    heads = [mention for mention in mentions if mention.role == "name" and _heads(mention, text)]
    if len({mention.name for mention in heads}) < 2:
        return None
    return next((mention for mention in reversed(heads) if mention.end <= start), None)


def _heads(mention: CompanyMention, text: str) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    return not text[line : mention.start].strip(" *•-–|»+") and bool(_head_end().match(text, mention.end))


@cache
def _head_end() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\n|:|[-–|] |\Z)|[ \t]+[-–|] ")


def _has_legal_form(name: str) -> bool:
    """`mein Anteil an der Brellova AG` is of that company, `laut Hendrikson` of none."""
    form = Text(name)
    return any(legal_form_end(form, index) == len(form) for index in range(1, len(form)))


def _weights(mentions: Sequence[CompanyMention]) -> dict[str, float]:
    """How much a document speaks of each company, in the order of their first mention."""
    weights: dict[str, float] = {}
    for mention in mentions:
        if mention.subject:
            first = _FIRST if not weights else 0.0
            if first and mention.start < _HEAD and _has_legal_form(mention.text):
                first += _ISSUER
            weight = 1.0 if mention.role == "name" else _REFERENCE
            weights[mention.name] = weights.get(mention.name, 0.0) + weight + first
    return weights
