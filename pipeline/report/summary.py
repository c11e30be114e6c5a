"""How many claims hold, how many are wrong, and how many nobody can tell."""

from collections import Counter
from collections.abc import Sequence

from pipeline.figures.verdicts import ACCUSING
from pipeline.records.claim import Claim


def count_verdicts(claims: Sequence[Claim]) -> dict[str, int]:
    """Count claims by what their verdict comes to.

    Args:
        claims: Claims, checked or not.

    Returns:
        The number of claims that are `wrong`, `confirmed`, `open` (nothing known tells) and `unchecked`.
    """
    counts = Counter(_group(claim.verdict) for claim in claims)
    return {group: counts[group] for group in ("wrong", "confirmed", "open", "unchecked")}


def _group(verdict: str | None) -> str:
    if verdict is None:
        return "unchecked"
    if verdict in ACCUSING:
        return "wrong"
    return "open" if verdict == "unverifiable" else "confirmed"
