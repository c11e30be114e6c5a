"""Finds where a text speaks of companies, and chooses the one that a figure belongs to."""

from collections.abc import Hashable, Sequence
from typing import Literal

from pipeline.mentions.companies.names import NamedPlace, find_names
from pipeline.mentions.companies.raters import judges_others
from pipeline.mentions.companies.references import Reference, find_references
from pipeline.mentions.companies.register import Company, CompanyRegister, register
from pipeline.mentions.companies.signs import legal_form_end
from pipeline.mentions.companies.subjects import is_venue, subjects
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, words
from pipeline.mentions.mention import CompanyMention

__all__ = ["Company", "CompanyRegister", "find_companies", "register"]


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
        _mention(cut, place, names[place.identity], place.company, flag)
        for place, flag in zip(places, flags, strict=True)
    ]
    mentions += [
        _mention(cut, found, names[found.identity], companies[found.identity], found.subject)
        for found in find_references(cut, places, flags)
    ]
    return sorted(mentions, key=lambda mention: mention.start)


def _mention(
    text: Text, found: NamedPlace | Reference, name: str, company: Company | None, subject: bool
) -> CompanyMention:
    named = isinstance(found, NamedPlace)
    return CompanyMention(
        start=text.starts[found.start],
        end=text.ends[found.end - 1],
        text=text.part(found.start, found.end),
        name=name,
        company_id=company.isin if company else None,
        role="name" if named else "reference",
        subject=subject,
        standing=_standing(text, found, company),
    )


def _standing(
    text: Text, found: NamedPlace | Reference, company: Company | None
) -> Literal["firm", "central_bank", "judge"]:
    if "central" in company.branches if company else _is_central(text, found):
        return "central_bank"
    aside = isinstance(found, NamedPlace) and (judges_others(text, found) or is_venue(text, found))
    return "judge" if aside else "firm"


def _is_central(text: Text, found: NamedPlace | Reference) -> bool:
    """Whether a name that the register does not know is that of a central bank."""
    return isinstance(found, NamedPlace) and fold(text.words[found.end - 1]) in words("branches", "central")


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
