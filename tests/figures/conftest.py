"""The small table of known figures that lives beside the tests: 139 rows of nine companies, copied facts."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

TABLE = Path(__file__).with_name("known.csv")
FULL_TABLE = Path(__file__).parents[3] / "shared" / "figures" / "known_figures.csv"


@pytest.fixture(scope="session")
def known() -> KnownFigures:
    return load_known_figures(TABLE)


@pytest.fixture(scope="session")
def full() -> KnownFigures:
    if not FULL_TABLE.exists():
        pytest.skip("the full table of known figures (../shared/figures) is not here")
    return load_known_figures(FULL_TABLE)


@pytest.fixture
def check(known: KnownFigures) -> Callable[..., Claim]:
    """Holds one claim against the small table."""
    return lambda **fields: next(validate_claims([claim(**fields)], known))


@pytest.fixture
def rows() -> list[dict[str, str]]:
    """The rows of the small table as text, to be spoilt by a test."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
