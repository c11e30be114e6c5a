"""Finds where a text speaks of companies, and chooses the one that a figure belongs to."""

import re
from collections.abc import Hashable, Sequence
from functools import cache
from typing import Final

from pipeline.mentions.companies.names import NamedPlace, find_names
from pipeline.mentions.companies.references import find_references
from pipeline.mentions.companies.register import Company, CompanyRegister, register
from pipeline.mentions.companies.signs import legal_form_end
from pipeline.mentions.companies.subjects import subjects
from pipeline.mentions.companies.text import Text, fold
from pipeline.mentions.mention import CompanyMention

_REFERENCE: Final = 0.5
"""Weight of a reference beside a name in telling what a document is about."""
_FIRST: Final = 1.0
"""Extra weight of the company that a document names first."""
_DOMINANT: Final = 0.5
"""Share from which a company is the one that the whole document is about."""
_BESIDE: Final = 8
"""Code points between a name and its figure in `Erste Group (plus 1,15 Prozent)`."""
_TAKEN_UP: Final = 100
"""Code points from the last name to a sentence that goes on about it."""

__all__ = ["Company", "CompanyRegister", "choose_company", "find_companies", "main_company", "register"]


def find_companies(text: str, entities: Sequence[tuple[int, int, str]] = ()) -> list[CompanyMention]:
    """Find every place where a text speaks of a company, by name or by a noun that stands for it.

    Args:
        text: The article.
        entities: Named entities as (first code point, code point after, label), label one of ORG, PER, LOC,
            MISC; none are needed.

    Returns:
        Mentions in the order of the text.
    """
    cut = Text(text)
    places = find_names(cut, entities)
    flags = subjects(cut, places)
    names = _longest_names(places)
    companies: dict[Hashable, Company | None] = {place.identity: place.company for place in places}
    mentions = [
        _mention(cut, place.start, place.end, names[place.identity], place.company, "name", flag)
        for place, flag in zip(places, flags, strict=True)
    ]
    mentions += [
        _mention(
            cut,
            found.start,
            found.end,
            names[found.identity],
            companies[found.identity],
            "reference",
            found.subject,
        )
        for found in find_references(cut, places, flags)
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def _mention(
    text: Text, start: int, end: int, name: str, company: Company | None, role: str, subject: bool
) -> CompanyMention:
    return CompanyMention(
        start=text.starts[start],
        end=text.ends[end - 1],
        text=text.part(start, end),
        name=name,
        company_id=company.isin if company else None,
        role="name" if role == "name" else "reference",
        subject=subject,
    )


def _longest_names(places: Sequence[NamedPlace]) -> dict[Hashable, str]:
    best: dict[Hashable, tuple[tuple[int, ...], str]] = {}
    for place in places:
        rank = _rank(place)
        if place.identity not in best or rank > best[place.identity][0]:
            best[place.identity] = rank, " ".join(place.form.split())
    return {identity: form for identity, (_, form) in best.items()}


def _rank(place: NamedPlace) -> tuple[int, ...]:
    form = Text(place.form)
    formal = any(legal_form_end(form, index) == len(form) for index in range(1, len(form)))
    count = sum(word[0].isalnum() for word in form.words)
    keeps = place.company is not None and fold(form.words[0]) == fold(Text(place.company.name).words[0])
    inflected = count > 1 and form.words[0].endswith(("en", "er"))
    return (formal, count, keeps, not inflected, not place.form.isupper(), len(place.form))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?]\s+|\n\s*)(?:(?:Der|Die|Das)\s+)?(?:[a-zäöü][\w-]{1,40}\s+)?(?:[A-ZÄÖÜ][\w-]{1,40}\s+)?\Z"
    )


def _opens(text: str, mention: CompanyMention) -> bool:
    """Whether a name is the subject that opens its sentence, alone or after its noun."""
    if not mention.subject or mention.role != "name":
        return False
    follows = text[mention.end : mention.end + 2]
    return (
        follows[:1] == " "
        and follows[1:].islower()
        and bool(_opening().search(text[max(0, mention.start - 90) : mention.start]))
    )


def main_company(mentions: Sequence[CompanyMention]) -> CompanyMention | None:
    """Find the company that a document is mostly about.

    Args:
        mentions: All mentions of the document, in order.

    Returns:
        The first mention of that company, None where the document speaks of no company.
    """
    weights = _weights(mentions)
    if not weights:
        return mentions[0] if mentions else None
    best = max(weights, key=lambda name: weights[name])
    return next(mention for mention in mentions if mention.name == best and mention.subject)


def _weights(mentions: Sequence[CompanyMention]) -> dict[str, float]:
    """How much a document speaks of each company, in the order of their first mention."""
    weights: dict[str, float] = {}
    for mention in mentions:
        if mention.subject:
            first = _FIRST if not weights else 0.0
            weight = 1.0 if mention.role == "name" else _REFERENCE
            weights[mention.name] = weights.get(mention.name, 0.0) + weight + first
    return weights


def choose_company(
    mentions: Sequence[CompanyMention],
    sentence_start: int,
    sentence_end: int,
    claim_start: int,
    claim_end: int,
    text: str = "",
) -> CompanyMention | None:
    """Choose the company that a figure most likely belongs to by where it stands.

    In its sentence that is the last company before the figure, else the first one after it. A sentence that
    names none goes on about the one that opens the sentence before it (`Der Autobauer Hendrikson verdiente
    weniger.`), else about the company of the whole document where there is one, else about the last one.

    Args:
        mentions: All mentions of the document, in order.
        sentence_start: First code point of the sentence that holds the figure.
        sentence_end: Code point after it.
        claim_start: First code point of the figure.
        claim_end: Code point after it.
        text: The article; without it no sentence is taken up.

    Returns:
        The mention, None where the document speaks of no company.
    """
    inside = [mention for mention in mentions if sentence_start <= mention.start < sentence_end]
    before = [mention for mention in inside if mention.end <= claim_start]
    spoken = [mention for mention in before if mention.subject]
    if spoken:
        return spoken[-1]
    if before and claim_start - before[-1].end <= _BESIDE:
        return before[-1]
    after = next((mention for mention in inside if mention.subject and mention.start >= claim_end), None)
    if after is not None:
        return after
    last = next((mention for mention in reversed(mentions) if mention.end <= sentence_start), None)
    if last is not None and sentence_start - last.end <= _TAKEN_UP and _opens(text, last):
        return last
    main, weights = main_company(mentions), _weights(mentions)
    if main is None or weights.get(main.name, 0.0) >= _DOMINANT * sum(weights.values()):
        return main
    return next(
        (mention for mention in reversed(mentions) if mention.subject and mention.end <= sentence_start), main
    )
