"""Values in the terminal's tables are written as a person reads them."""

from dataclasses import replace

import pytest
from samples import REVENUE

from pipeline.report.values import readable_known, readable_value


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2.1 bn EUR"),
        ({"low": 328e6, "high": 328e6, "unit": "USD"}, "328 m USD"),
        ({"low": -5e6, "high": -5e6}, "-5 m EUR"),
        ({"low": 8.25, "high": 8.25, "unit": "percent", "kind": "change"}, "+8.25 %"),
        ({"low": -33.333333, "high": -33.333333, "unit": "percent", "kind": "change"}, "-33.3333 %"),
        ({"low": 1.2e9, "high": 1.4e9}, "1.2 to 1.4 bn EUR"),
        ({"low": 265_000.0, "high": 265_000.0, "unit": "count"}, "265,000"),
        ({"low": 0.09, "high": 0.09, "unit": "USD"}, "0.09 USD"),
        ({"low": 2.0, "high": 2.0, "unit": "factor", "kind": "change"}, "2 times"),
        ({"low": 0.0, "high": 0.0, "unit": "percentage_points", "kind": "change"}, "0 pp"),
    ],
)
def test_values_are_written_as_a_person_reads_them(changes: dict[str, object], expected: str) -> None:
    assert readable_value(replace(REVENUE, **changes)) == expected  # type: ignore[arg-type]


def test_the_known_value_is_written_the_same_way() -> None:
    assert readable_known(REVENUE) == "2.3 bn EUR"
    assert readable_known(replace(REVENUE, known_low=None, known_high=None)) == ""
