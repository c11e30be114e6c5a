"""Where a quantity stands in its sentence and in its article, counted as a browser counts."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from pipeline.records.claim import Claim

NOWHERE = -1
"""The place of a quantity that its record does not tell."""


def places_in_sentences(claims: Sequence[Claim]) -> list[int]:
    """Find for each claim where its quantity begins in its sentence.

    A record tells the sentence but not where it begins. Where the words of the quantity stand in it twice
    (`Nach 3 Prozent waren es wieder 3 Prozent`), the other claims of the sentence tell: all of them count
    their offsets from the same beginning.

    Args:
        claims: Claims, those of a document side by side.

    Returns:
        For each claim its first code point in its sentence, or `NOWHERE`.
    """
    return [
        place
        for _, group in groupby(claims, key=lambda claim: (claim.doc_id, claim.sentence))
        for place in _places(list(group))
    ]


def _places(claims: Sequence[Claim]) -> Iterable[int]:
    """Place the claims of one sentence by the one beginning of it that fits all, else each by its own."""
    beginnings = [set(_beginnings(claim)) for claim in claims]
    common = set.intersection(*beginnings)
    for claim, own in zip(claims, beginnings, strict=True):
        fitting = common if len(common) == 1 else own
        yield claim.start - next(iter(fitting)) if len(fitting) == 1 else NOWHERE


def _beginnings(claim: Claim) -> Iterable[int]:
    place = claim.sentence.find(claim.text)
    while place >= 0:
        yield claim.start - place
        place = claim.sentence.find(claim.text, place + 1)


def in_browser(text: str, places: Iterable[int]) -> list[int]:
    """Count places as JavaScript does, to which a sign beyond the first 65,536 (`🚀`) is two.

    Args:
        text: The text that they are places of.
        places: Places in it in code points; `NOWHERE` stays.

    Returns:
        The same in UTF-16 code units.
    """
    if not text or max(text) <= "\uffff":
        return list(places)
    return [place if place < 0 else place + sum(sign > "\uffff" for sign in text[:place]) for place in places]
