"""100,000 claims held against 1,000,000 known figures, on one core: the whole of it, the table read anew."""

import csv
import json
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time

import pandas as pd
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from pipeline.figures.known import KnownFigure
from pipeline.figures.table import load_known_figures
from pipeline.output.files import open_output
from pipeline.output.table import CLAIMS as CLAIMS_TABLE
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


SECONDS = 60.0
"""Time of one core, whatever else the machine does."""
MEMORY = 2_000_000
"""Kibibytes that the process may hold at most."""

SCRIPT = """
import json, resource, sys, time
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.output.files import read_claims

begin = time.process_time()
known = load_known_figures(sys.argv[1])
count = sum(claim.verdict is not None for claim in validate_claims(read_claims(sys.argv[2]), known))
seconds = time.process_time() - begin
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"claims": count, "seconds": seconds, "memory": memory}))
"""
"""Validation in a process of its own, so that its memory is that of nothing else."""


def test_claims_against_a_million_figures(
    benchmark: BenchmarkFixture, measured: dict[str, float], table: Path, claims: list[Claim], tmp_path: Path
) -> None:
    """In less than a minute and 2 GB, told as times of reading the table with the csv module alone."""
    file = tmp_path / "claims.parquet"
    with open_output(str(file), CLAIMS_TABLE) as write:
        write(claims)

    def validate() -> dict[str, float]:
        command = [sys.executable, "-c", SCRIPT, str(table), str(file)]
        told: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return told

    told = benchmark.pedantic(validate, rounds=1)  # type: ignore[no-untyped-call]
    begin = process_time()
    with table.open(encoding="utf-8", newline="") as lines:
        assert sum(1 for _ in csv.reader(lines)) == ROWS + 1
    plain = process_time() - begin
    measured["seconds of one core"] = told["seconds"]
    measured["times reading the table"] = told["seconds"] / plain
    measured["MB of memory"] = told["memory"] / 1000
    assert told["claims"] == CLAIMS
    assert told["seconds"] < SECONDS
    assert told["memory"] < MEMORY
