"""Counts how many errors planted in a corpus the verdicts find, and how often they accuse a sound figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import NonNegativeInt, TypeAdapter, ValidationError

from pipeline.errors import GoldError
from pipeline.records.claim import Claim, Verdict

CONFIRMING: tuple[Verdict, ...] = ("exact", "rounded", "hedged", "in_range", "derived")

Place = tuple[str, int, int]
"""A document, and the first code point of a part of it and the one after its last."""


@dataclass(frozen=True, slots=True)
class Accusations:
    """What verdicts make of claims some of which state a planted error.

    Attributes:
        confirmed: Claims with a verdict that confirms them.
        unverifiable: Claims of which no known figure speaks.
        accused: Claims with any other verdict.
        justified: Those of them that stand where an error is planted.
        planted: Planted errors.
        found: Those of them that an accused claim stands on.
    """

    confirmed: int
    unverifiable: int
    accused: int
    justified: int
    planted: int
    found: int


def read_planted(gold: Path) -> frozenset[Place]:
    """Read where the errors stand that gold plants.

    Args:
        gold: A `.jsonl` file, or a folder of them, whose documents may have `planted`.

    Returns:
        Document, start and end of each.

    Raises:
        GoldError: A line is no document.
    """
    return frozenset(
        (document.doc_id, error.start, error.end)
        for path in ([gold] if gold.is_file() else sorted(gold.glob("*.jsonl")))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if line.strip()
        for document in [_document(f"{path}:{number}", line)]
        for error in document.planted
    )


@dataclass(frozen=True, slots=True)
class _Error:
    start: NonNegativeInt
    end: NonNegativeInt


@dataclass(frozen=True, slots=True)
class _Document:
    doc_id: str
    planted: tuple[_Error, ...] = ()


def _document(place: str, line: str) -> _Document:
    try:
        return TypeAdapter(_Document).validate_json(line)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]["msg"]
        raise GoldError(place, f"planted errors: {fault}", "Give each its start and end.") from error


def count_accusations(claims: Iterable[Claim], planted: frozenset[Place]) -> Accusations:
    """Hold verdicts against the planted errors.

    Args:
        claims: Claims with verdicts.
        planted: Where errors are planted in their documents.

    Returns:
        The counts.
    """
    confirmed = unverifiable = accused = justified = 0
    found: set[Place] = set()
    for claim in claims:
        if claim.verdict in CONFIRMING:
            confirmed += 1
        elif claim.verdict == "unverifiable":
            unverifiable += 1
        else:
            accused += 1
            met = {place for place in planted if stands_on(claim, place)}
            justified += bool(met)
            found |= met
    return Accusations(confirmed, unverifiable, accused, justified, len(planted), len(found))


def stands_on(claim: Claim, place: Place) -> bool:
    """Whether a claim shares a code point with a place."""
    document, start, end = place
    return claim.doc_id == document and claim.start < end and start < claim.end
