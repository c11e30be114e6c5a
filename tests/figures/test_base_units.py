"""Units that a known figure may have: base units, told of the metrics that have them."""

import pytest

from pipeline.figures.base_units import COUNTED, FILE, MONEY, RATIOS, fits_metric, is_base_unit
from pipeline.quantities.units import units
from pipeline.records.claim import METRICS
from pipeline.vocabulary.loading import load_words

BASE = "EUR DEM XXX percent percentage_points factor count points t kWh TWh MW barrel boe/d m² GB"


@pytest.mark.parametrize("unit", BASE.split())
def test_base_units(unit: str) -> None:
    assert is_base_unit(unit)


NONE = """
MIO MRD TSD XYZ TEUR tEUR KEUR Mio mio Million million mn bn k Euro euros eur € Dollar Pence Prozent prozent
% pct bps Promille Stk stück 12
"""


@pytest.mark.parametrize("unit", [*NONE.split(), "", "Mio. EUR"])
def test_scales_and_names_of_units_are_none(unit: str) -> None:
    assert not is_base_unit(unit)


def test_every_unit_that_a_claim_can_have_is_one() -> None:
    assert [unit.symbol for unit in units() if not is_base_unit(unit.symbol)] == []


def test_the_words_of_the_vocabulary_are_none_and_its_counterexample_is_one() -> None:
    table = load_words(FILE, "no_units")
    assert [word for word in table["words"] if is_base_unit(word)] == []
    assert not is_base_unit(table["example"])
    assert is_base_unit(table["counterexample"])


def test_a_metric_is_told_in_its_units() -> None:
    assert fits_metric("revenue", "USD")
    assert fits_metric("revenue", "percent")
    assert fits_metric("customers", "count")
    assert fits_metric("production", "t")
    assert fits_metric("order_intake", "count")
    assert not fits_metric("revenue", "count")
    assert not fits_metric("employees", "EUR")
    assert not fits_metric("margin", "EUR")
    assert not fits_metric("ebit", "kWh")
    assert set(METRICS) >= MONEY | COUNTED | RATIOS
