"""Each rule of units.toml, hedges.toml, not_quantities.toml fires on its example, not on its counterpart."""

from collections.abc import Sequence

import pytest
import regex

from pipeline.quantities.component import find_quantities
from pipeline.quantities.currencies import Shared, shared_currencies
from pipeline.quantities.exclusions import Exclusion, exclusions
from pipeline.quantities.hedges import Hedge, hedges
from pipeline.quantities.numbers import DIGITS, NUMBER_WORD
from pipeline.quantities.units import Scale, Unit, alternation, measure_after, scales, units

NUMBER = regex.compile(rf"(?<![\w])(?:{DIGITS}|{NUMBER_WORD})", regex.IGNORECASE)


def names(rules: Sequence[object], attribute: str) -> list[str]:
    """A readable name for each rule, numbered because one symbol can have several."""
    return [f"{getattr(rule, attribute)}-{number}" for number, rule in enumerate(rules, start=1)]


def scaled_by(rule: Scale, text: str) -> bool:
    return any(
        measure is not None and float(measure.scale) == rule.factor
        for measure in (measure_after(text, number.end()) for number in NUMBER.finditer(text))
    )


@pytest.mark.parametrize("rule", scales(), ids=names(scales(), "factor"))
def test_a_scale_multiplies_in_its_example_only(rule: Scale) -> None:
    assert scaled_by(rule, rule.example)
    assert not scaled_by(rule, rule.counterexample)


def counted_in(rule: Unit, text: str) -> bool:
    written = regex.compile(rf"{alternation(rule.forms)}")
    return any(
        quantity.unit == rule.symbol
        and any(match.end() == len(quantity.text) for match in written.finditer(quantity.text))
        for quantity in find_quantities(text)
    )


@pytest.mark.parametrize("rule", units(), ids=names(units(), "symbol"))
def test_a_unit_is_read_in_its_example_only(rule: Unit) -> None:
    assert counted_in(rule, rule.example)
    assert not counted_in(rule, rule.counterexample)


@pytest.mark.parametrize("rule", shared_currencies(), ids=names(shared_currencies(), "symbol"))
def test_a_shared_name_of_money_is_that_of_its_country_only(rule: Shared) -> None:
    assert rule.symbol in {quantity.unit for quantity in find_quantities(rule.example)}
    assert rule.symbol not in {quantity.unit for quantity in find_quantities(rule.counterexample)}


PLAIN = regex.compile(r"[\w.$€£¥%‰/° -]+|[\w.]+\\\.\??")
"""A form that is a word and no pattern with choices; for those the example of their rule stands."""

SCALES_AND_UNITS: tuple[Scale | Unit, ...] = (*scales(), *units())
PLAIN_FORMS = [(rule, form) for rule in SCALES_AND_UNITS for form in rule.forms if PLAIN.fullmatch(form)]


@pytest.mark.parametrize(("rule", "form"), PLAIN_FORMS, ids=[form for _rule, form in PLAIN_FORMS])
def test_every_form_is_read_as_its_own_rule_and_no_other(rule: Scale | Unit, form: str) -> None:
    """`Cent` must not be taken for `Euro-Cent`, nor `Kronen` for the Norwegian ones."""
    written = form.replace("\\.?", "").replace("\\", "")
    measure = measure_after(f"5 {written} ", 1)
    assert measure is not None
    assert measure.end == 2 + len(written)
    if isinstance(rule, Scale):
        assert float(measure.scale) == rule.factor
    else:
        assert (measure.unit, float(measure.factor)) == (rule.symbol, rule.factor)


BOTH_SIDES = (*hedges("before"), *hedges("after"))


@pytest.mark.parametrize("rule", BOTH_SIDES, ids=names(BOTH_SIDES, "qualifier"))
def test_a_hedge_qualifies_its_example_only(rule: Hedge) -> None:
    assert rule.qualifier in {quantity.qualifier for quantity in find_quantities(rule.example)}
    assert find_quantities(rule.counterexample), "the counterexample must state a quantity to leave unhedged"
    assert rule.qualifier not in {quantity.qualifier for quantity in find_quantities(rule.counterexample)}


def kept_out(rule: Exclusion, text: str) -> list[str]:
    """The numbers of a text on which a rule fires."""
    return [number[0] for number in NUMBER.finditer(text) if rule.fires(text, number.start(), number.end())]


@pytest.mark.parametrize("rule", exclusions(), ids=[rule.name for rule in exclusions()])
def test_an_exclusion_keeps_out_its_example_only(rule: Exclusion) -> None:
    out = kept_out(rule, rule.example)
    assert out
    assert not [
        quantity for quantity in find_quantities(rule.example) if quantity.text.startswith(tuple(out))
    ]
    assert not kept_out(rule, rule.counterexample)
    assert NUMBER.search(rule.counterexample), "the counterexample must hold a number that could be kept out"


def test_exclusions_have_names_of_their_own() -> None:
    assert len({rule.name for rule in exclusions()}) == len(exclusions())
