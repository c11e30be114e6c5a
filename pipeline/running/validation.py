"""A file of claims held against known figures, in any memory."""

from collections import Counter
from itertools import islice
from pathlib import Path

from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.output.files import check_output, open_output, read_claims
from pipeline.output.table import CLAIMS

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
    check_output(output)
    known = load_known_figures(figures)
    verdicts: Counter[str] = Counter()
    with open_output(output, CLAIMS) as write:
        validated = validate_claims(read_claims(claims), known)
        while batch := list(islice(validated, CLAIMS_AT_ONCE)):
            write(batch)
            verdicts.update(str(claim.verdict) for claim in batch)
    return verdicts
