"""Tells the house that rates from the company that is rated: `Citigroup hebt das Kursziel für ABN Amro`."""

from collections.abc import Sequence
from functools import cache

from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.voices import foretells, is_voice
from pipeline.mentions.companies.words import fold, phrases, words

_HAVE = ("hat", "hatte", "habe")


def without_raters(text: Text, places: Sequence[NamedPlace], flags: list[bool]) -> list[bool]:
    """Take the bank that rates off the companies that its sentence is about.

    Args:
        text: The article.
        places: Where companies are named, in order.
        flags: For each place whether a sentence can be about it.

    Returns:
        The flags anew.
    """
    if not any(word in text.source for word in phrases("ratings")):
        return [
            flag and not _previews(text, places, place) for place, flag in zip(places, flags, strict=True)
        ]
    result = list(flags)
    for number, place in enumerate(places):
        if not result[number]:
            continue
        start, end = text.sentence(place.start)
        opens = _leads_to(text, start, place.start) and text.after(place.end).islower()
        if place.company is None or "bank" not in place.company.branches:
            if opens and _rates(text, place, end) and _speaks_of_another(places[:number], place):
                result[number] = False
            continue
        rates = any(word in _rating_words() for word in text.words[start:end])
        judges = rates or (opens and fold(text.words[place.end]) in words("voices", "sayings"))
        if opens and judges and _speaks_of_another(places[:number], place):
            # `Die Hendrikson-Aktie fiel. Barclays hebt das Kursziel auf 9 Euro. ING sieht 8 Euro.`
            result[number] = False
            continue
        if not rates:
            continue
        if _rates(text, place, end) and _named_before(places[:number], place, start):
            # `Schwächster Wert war Zalando; Goldman Sachs hatte das Kursziel gesenkt`
            result[number] = False
            continue
        if any(
            start <= other.start < end and other.identity != place.identity for other in places[number + 1 :]
        ):
            result[number] = False
            for later in range(number + 1, len(places)):
                if start <= places[later].start < end and places[later].identity != place.identity:
                    result[later] = True
                    break
    return result


def _leads_to(text: Text, start: int, place: int) -> bool:
    """Whether a name begins its sentence: `UBS senkt …`, `Die UBS senkt …`, `Bei der UBS lautet …`."""
    return place == start or fold(" ".join(text.words[start:place])) in words("ratings", "openings")


def _previews(text: Text, places: Sequence[NamedPlace], place: NamedPlace) -> bool:
    """`Pfeil legt Zahlen vor. Die Bank HSBC erwartet 480 Millionen Euro`: named once, among other trades."""
    if place.company is None or "bank" not in place.company.branches or not foretells(text, place.end):
        return False
    others = [other for other in places if other is not place]
    return (
        bool(others)
        and others[0].start < place.start
        and not any(
            other.identity == place.identity
            or (other.company is not None and "bank" in other.company.branches)
            for other in others
        )
    )


def _rates(text: Text, place: NamedPlace, end: int) -> bool:
    """`Lindquist & Söhne hob das Kursziel`: whoever does so is no company that is rated."""
    raises = fold(text.after(place.end)) in words("ratings", "verbs") or text.after(place.end) in _HAVE
    return raises and any(word in _rating_words() for word in text.words[place.end : end])


def judges_others(text: Text, place: NamedPlace) -> bool:
    """Tell whether a name is that of a house that judges, and not of the one judged.

    Args:
        text: The article.
        place: Where a company is named.
    """
    return is_voice(text, place.start, place.end)


def _named_before(before: Sequence[NamedPlace], place: NamedPlace, start: int) -> bool:
    return any(other.start >= start and other.identity != place.identity for other in before)


def _speaks_of_another(before: Sequence[NamedPlace], place: NamedPlace) -> bool:
    return bool(before) and all(other.identity != place.identity for other in before)


@cache
def _rating_words() -> frozenset[str]:
    """The words by which a sentence tells of an analyst's rating."""
    return frozenset(phrases("ratings"))
