"""100,000 claims held against 1,000,000 known figures, on one core: the whole of it, the table read anew."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.figures.known import KnownFigure
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

TABLE = Path(__file__).parents[1] / "figures" / "known.csv"
ROWS, CLAIMS = 1_000_000, 100_000


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small table of the tests again and again, each time of other companies."""
    path = tmp_path_factory.mktemp("figures") / "million.csv"
    frame = pd.read_csv(TABLE, dtype=str, keep_default_na=False)
    copies = [
        frame.assign(
            company=frame["company"] + f" {copy:04d}", company_id=f"{copy:04d}" + frame["company_id"].str[4:]
        )
        for copy in range(ROWS // len(frame) + 1)
    ]
    pd.concat(copies).head(ROWS).to_csv(path, index=False)
    return path


@pytest.fixture(scope="module")
def claims(table: Path) -> list[Claim]:
    """Claims about companies of the whole table: a third right, the others of a wrong sign or size."""
    chance = Random(1)
    figures = [
        figure for company in islice(load_known_figures(table), 0, None, 7) for figure in company.figures
    ]
    return [_claim(figure, chance) for figure in chance.choices(figures, k=CLAIMS)]


def _claim(figure: KnownFigure, chance: Random) -> Claim:
    claim = Claim(
        doc_id="text",
        start=0,
        end=1,
        text="1",
        sentence="",
        metric=figure.metric,  # type: ignore[arg-type]
        kind=figure.kind,  # type: ignore[arg-type]
        low=figure.low,
        high=figure.high,
        precision=abs(figure.low) / 500,
        unit=figure.unit,
        company=figure.company,
        company_id=figure.company_id if chance.random() < 0.7 else None,
        segment=figure.segment,
        adjusted=figure.adjusted,
        period=figure.period,
        period_start=figure.period_start,
        period_end=figure.period_end,
        fiscal=figure.fiscal,
        status=figure.status,  # type: ignore[arg-type]
    )
    factor = chance.choice((1.0, -1.0, 1.07))
    low, high = sorted((claim.low * factor, claim.high * factor))
    return replace(claim, low=low, high=high)


def test_claims_against_a_million_figures(
    benchmark: BenchmarkFixture, table: Path, claims: list[Claim]
) -> None:
    def validate() -> int:
        known = load_known_figures(table)
        return sum(claim.verdict is not None for claim in validate_claims(claims, known))

    assert benchmark.pedantic(validate, rounds=1) == CLAIMS  # type: ignore[no-untyped-call]
