"""A file of claims held against known figures or against itself, in any memory."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby, islice
from pathlib import Path

from pipeline.output.files import check_output, open_output, read_claims
from pipeline.output.table import CLAIMS, FINDINGS
from pipeline.records.claim import Claim
from pipeline.records.inconsistency import Inconsistency

CLAIMS_AT_ONCE = 10_000


def validate_file(claims: str, figures: Path, output: str) -> Counter[str]:
    """Give each claim of a file its verdict.

    Args:
        claims: A file of claims in any format that `kennzahl extract` writes.
        figures: The table of known figures.
        output: File for the claims with their verdicts, which may be the same, or `-` for standard output.

    Returns:
        How many claims got which verdict.

    Raises:
        UsageError: A file has an ending that no format has.
        ClaimsError: The file holds something else than claims.
        FiguresError: The table of known figures cannot be used.
    """
    from pipeline.figures.table import load_known_figures
    from pipeline.figures.verdicts import validate_claims

    check_output(output)
    known = load_known_figures(figures)
    verdicts: Counter[str] = Counter()
    with open_output(output, CLAIMS) as write:
        validated = validate_claims(read_claims(claims), known)
        while batch := list(islice(validated, CLAIMS_AT_ONCE)):
            write(batch)
            verdicts.update(str(claim.verdict) for claim in batch)
    return verdicts


def find_in_file(claims: str, findings: str) -> int:
    """Find the figures that cannot all be right within each document of a file of claims.

    Args:
        claims: A file of claims, those of a document side by side.
        findings: File for the findings, or `-` for standard output.

    Returns:
        How many there are.

    Raises:
        UsageError: A file has an ending that no format has.
        ClaimsError: The file holds something else than claims.
    """
    check_output(findings)
    count = 0
    with open_output(findings, FINDINGS) as write:
        for _, document in groupby(read_claims(claims), key=lambda claim: claim.doc_id):
            found = find_inconsistencies(document)
            write(found)
            count += len(found)
    return count


def find_inconsistencies(claims: Iterable[Claim]) -> list[Inconsistency]:
    """Find the figures of texts that cannot all be right, as records.

    Args:
        claims: Claims, those of a document side by side.
    """
    from pipeline.figures.consistency import find_disagreements

    return [found.record() for found in find_disagreements(claims)]
