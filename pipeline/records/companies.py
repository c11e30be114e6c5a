"""Which claims are about one company, under whatever name their articles give it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.records.claim import Claim


def company_labels(claims: Sequence[Claim]) -> list[str | None]:
    """Give each claim the name under which its company is counted.

    `SAP`, `SAP SE` and `der Softwarekonzern SAP` bear one identifier and are one company; a name without an
    identifier is that of the company that bears the name elsewhere in the run, else one of its own.

    Args:
        claims: Claims in any order.

    Returns:
        For each claim the most frequent name of its company; None where it is about none.
    """
    identifiers: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.company and claim.company_id:
            identifiers[claim.company.casefold()][claim.company_id] += 1

    keys: list[str | None] = []
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        key = claim.company_id
        if key is None and claim.company:
            folded = claim.company.casefold()
            key = identifiers[folded].most_common(1)[0][0] if folded in identifiers else folded
        keys.append(key)
        if key is not None:
            names[key][claim.company or key] += 1
    labels = {key: counts.most_common(1)[0][0] for key, counts in names.items()}
    return [None if key is None else labels[key] for key in keys]
