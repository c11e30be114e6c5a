"""Counts by company, by source or by anything else how many claims held, and names the worst deviations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from pipeline.figures.verdicts import ACCUSING
from pipeline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Group:
    """What became of the claims of one company, source or other group.

    Attributes:
        name: The group; None for claims that belong to none.
        documents: How many documents its claims are from.
        claims: How many claims it has.
        confirmed: How many of them known figures confirm.
        wrong: How many they accuse of an error.
        open: How many no known figure speaks of.
        unchecked: How many were not held against known figures.
        worst: The accused claim that is furthest off, None where none is accused.
    """

    name: str | None
    documents: int
    claims: int
    confirmed: int
    wrong: int
    open: int
    unchecked: int
    worst: Claim | None

    @property
    def held(self) -> float | None:
        """Share of the claims with a known figure that it confirms; None where there are none."""
        checked = self.confirmed + self.wrong
        return self.confirmed / checked if checked else None


def summarise(claims: Iterable[Claim], names: Iterable[str | None]) -> list[Group]:
    """Count what became of claims, group by group.

    Args:
        claims: Claims with verdicts.
        names: For each claim the name of its group.

    Returns:
        The groups, those with most wrong claims first, then those with most claims.
    """
    members: dict[str | None, list[Claim]] = defaultdict(list)
    for claim, name in zip(claims, names, strict=True):
        members[name].append(claim)
    groups = [_group(name, group) for name, group in members.items()]
    return sorted(groups, key=lambda group: (-group.wrong, -group.claims, group.name or "\uffff"))


def _group(name: str | None, claims: Sequence[Claim]) -> Group:
    accused = [claim for claim in claims if claim.verdict in ACCUSING]
    unchecked = sum(claim.verdict is None for claim in claims)
    still_open = sum(claim.verdict == "unverifiable" for claim in claims)
    return Group(
        name,
        len({claim.doc_id for claim in claims}),
        len(claims),
        len(claims) - len(accused) - unchecked - still_open,
        len(accused),
        still_open,
        unchecked,
        next(iter(worst(accused, 1)), None),
    )


def worst(claims: Iterable[Claim], most: int) -> list[Claim]:
    """The accused claims that are furthest off, the furthest first.

    Args:
        claims: Claims with verdicts.
        most: How many to give at most.
    """
    accused = [claim for claim in claims if claim.verdict in ACCUSING]
    return sorted(accused, key=lambda claim: -(deviation(claim) or 0.0))[:most]


def deviation(claim: Claim) -> float | None:
    """How far a claim is from the known value, as a share of it; None where no value is known.

    Args:
        claim: A claim with a verdict. A range counts by its nearer end.
    """
    if claim.known_low is None or claim.known_high is None:
        return None
    off = min(abs(claim.low - claim.known_low), abs(claim.high - claim.known_high))
    size = max(abs(claim.known_low), abs(claim.known_high))
    if not off:
        return 0.0
    return off / size if size else inf
