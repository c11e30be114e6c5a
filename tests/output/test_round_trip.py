"""Records read back from a file are equal to those that were written, in every format."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.output.files import FORMATS, open_output, read_claims
from pipeline.output.table import CLAIMS, ENTITIES
from pipeline.records.claim import METRICS, VERDICTS, Claim
from pipeline.records.entity import Entity

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40)
numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.dates(min_value=date(1900, 1, 1))
claims = st.builds(
    Claim,
    doc_id=texts,
    start=st.integers(0, 2**40),
    end=st.integers(0, 2**40),
    text=texts,
    sentence=texts,
    metric=st.sampled_from(METRICS),
    kind=st.sampled_from(["level", "change"]),
    low=numbers,
    high=numbers,
    precision=numbers,
    unit=texts,
    company=st.none() | texts,
    segment=st.none() | texts,
    adjusted=st.booleans(),
    period_start=st.none() | days,
    period_end=st.none() | days,
    fiscal=st.booleans(),
    negated=st.booleans(),
    verdict=st.none() | st.sampled_from(VERDICTS),
    known_low=st.none() | numbers,
)


@pytest.mark.parametrize("ending", FORMATS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(claims, max_size=4), max_size=3))
def test_claims_read_back_are_the_claims_written(
    tmp_path: Path, ending: str, batches: list[list[Claim]]
) -> None:
    target = tmp_path / f"claims{ending}"
    with open_output(str(target), CLAIMS) as write:
        for batch in batches:
            write(batch)
    assert list(read_claims(target)) == [claim for batch in batches for claim in batch]


@pytest.mark.parametrize("ending", FORMATS)
def test_entities_are_written_with_all_their_columns(tmp_path: Path, ending: str) -> None:
    siemens = Entity("a", 0, 7, "Siemens", "ORG", "Siemens AG", "DE0007236101")
    munich = Entity("a", 20, 27, "München", "LOC", "München")
    target = tmp_path / f"entities{ending}"
    with open_output(str(target), ENTITIES) as write:
        write([siemens])
        write([munich])
    rows = [row for _, row in FORMATS[ending].read(target, ENTITIES)]
    assert [(row["text"], row["label"], row["entity_id"]) for row in rows] == [
        ("Siemens", "ORG", "DE0007236101"),
        ("München", "LOC", None),
    ]
    assert list(rows[0]) == list(ENTITIES.columns)


def test_each_format_holds_what_its_users_expect(tmp_path: Path, zoom: Claim) -> None:
    for ending in FORMATS:
        with open_output(str(tmp_path / f"claims{ending}"), CLAIMS) as write:
            write([zoom])

    line = (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
    assert '"period_start": "2020-02-01"' in line
    assert '"verdict": null' in line
    assert "Geschäftsquartal" in line

    head, row = (tmp_path / "claims.csv").read_text(encoding="utf-8").splitlines()
    assert head.startswith("doc_id,start,end,text,sentence,metric,kind,low,high")
    assert ",2020-02-01,2020-04-30,true,," in row

    import duckdb

    with duckdb.connect() as connection:
        parquet = connection.sql(f"select period_start, fiscal, low from '{tmp_path / 'claims.parquet'}'")
        assert parquet.fetchall() == [(date(2020, 2, 1), True, 328.2e6)]
    with duckdb.connect(str(tmp_path / "claims.duckdb"), read_only=True) as connection:
        stored = connection.sql("select period_end, adjusted, company_id from claims").fetchall()
        assert stored == [(date(2020, 4, 30), False, None)]

    import sqlite3

    connection = sqlite3.connect(tmp_path / "claims.sqlite")
    found = connection.execute("select text from claims where fiscal and period_start >= '2020-01-01'")
    assert found.fetchall() == [("328,2 Millionen Dollar",)]
    connection.close()
