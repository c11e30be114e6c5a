"""Claims and entities as pandas tables, and back."""

import io
from datetime import date

import pandas as pd
import pytest

from pipeline.errors import ClaimsError
from pipeline.records.claim import CLAIM_FIELDS, Claim
from pipeline.records.entity import ENTITY_FIELDS, Entity
from pipeline.records.frame import claims_frame, claims_from_frame, entities_frame
from pipeline.records.schema import CLAIM_SCHEMA, ENTITY_SCHEMA

REVENUE = Claim(
    doc_id="4711",
    start=10,
    end=30,
    text="2,1 Milliarden Euro",
    sentence="Der Umsatz lag 2023 bei 2,1 Milliarden Euro.",
    metric="revenue",
    kind="level",
    low=2.1e9,
    high=2.1e9,
    precision=5e7,
    unit="EUR",
    company="Siemens",
    period="2023",
    period_start=date(2023, 1, 1),
    period_end=date(2023, 12, 31),
    verdict="exact",
    known_low=2.1e9,
)
OTHER = Claim("4711", 40, 44, "7000", "7000 Stellen.", "employees", "level", 7e3, 7e3, 50.0, "count")


def test_the_schemas_name_the_fields_of_the_records() -> None:
    assert tuple(CLAIM_SCHEMA.names) == CLAIM_FIELDS
    assert tuple(ENTITY_SCHEMA.names) == ENTITY_FIELDS


def test_a_table_groups_and_filters_by_its_types() -> None:
    frame = claims_frame([REVENUE, OTHER])
    assert list(frame.columns) == list(CLAIM_FIELDS)
    assert frame.loc[frame["period_start"] >= "2023-01-01", "company"].tolist() == ["Siemens"]
    assert frame["metric"].cat.categories[0] == "revenue"
    assert frame["verdict"].isna().tolist() == [False, True]
    assert frame["adjusted"].dtype == bool


def test_an_empty_table_has_the_same_types() -> None:
    assert claims_frame([]).dtypes.equals(claims_frame([REVENUE, OTHER]).dtypes)


def test_entities_become_a_table() -> None:
    frame = entities_frame(
        [Entity("a", 0, 7, "Siemens", "ORG", "Siemens AG"), Entity("a", 9, 13, "Bonn", "LOC", "Bonn")]
    )
    assert list(frame.columns) == list(ENTITY_FIELDS)
    assert frame["label"].value_counts()["ORG"] == 1


def test_claims_come_back_from_their_table() -> None:
    assert claims_from_frame(claims_frame([REVENUE, OTHER])) == [REVENUE, OTHER]
    assert claims_from_frame(claims_frame([])) == []


def test_claims_come_back_from_a_csv_that_pandas_read() -> None:
    """Pandas makes numbers of a column of document numbers, of quantities and of years."""
    text = claims_frame([REVENUE, OTHER]).to_csv(index=False)
    assert claims_from_frame(pd.read_csv(io.StringIO(text))) == [REVENUE, OTHER]
    bare = claims_frame([OTHER]).to_csv(index=False)
    assert claims_from_frame(pd.read_csv(io.StringIO(bare))) == [OTHER]


def test_columns_with_a_default_may_be_missing_and_others_may_be_there() -> None:
    frame = claims_frame([OTHER]).drop(columns=["company", "verdict"]).assign(remark="seen")
    assert claims_from_frame(frame) == [OTHER]


def test_a_bad_row_is_named() -> None:
    frame = claims_frame([REVENUE, OTHER]).astype({"metric": "string"})
    frame.loc[1, "metric"] = "turnover"
    with pytest.raises(ClaimsError, match=r"row 1 of the table: the metric 'turnover'"):
        claims_from_frame(frame)
    with pytest.raises(ClaimsError, match="column 'low' is missing"):
        claims_from_frame(frame.drop(columns="low"))
