"""A claim to be written and read."""

from datetime import date

import pytest

from pipeline.records.claim import Claim


@pytest.fixture
def zoom() -> Claim:
    return Claim(
        doc_id="zoom",
        start=33,
        end=54,
        text="328,2 Millionen Dollar",
        sentence="Der Umsatz stieg im ersten Geschäftsquartal auf 328,2 Millionen Dollar.",
        metric="revenue",
        kind="level",
        low=328.2e6,
        high=328.2e6,
        precision=5e4,
        unit="USD",
        company="Zoom Video Communications",
        period="2020-Q1",
        period_start=date(2020, 2, 1),
        period_end=date(2020, 4, 30),
        fiscal=True,
    )
