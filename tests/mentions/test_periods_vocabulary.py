"""Every rule of `vocabulary/periods.toml` finds its examples, as labelled there, and no counterexample."""

from datetime import date

import pytest

from pipeline.mentions.periods.finding import find_periods
from pipeline.mentions.periods.patterns import PeriodRule, lower_in_place, period_rules, scan

PUBLISHED = date(2016, 2, 18)
RULES = {rule.name: rule for rule in period_rules()}


@pytest.mark.parametrize(
    ("rule", "example"), [(rule, example) for rule in RULES.values() for example in rule.examples]
)
def test_example(rule: PeriodRule, example: tuple[str, str, str]) -> None:
    text, mention, label = example
    found = {(period.text, period.label) for period in find_periods(text, PUBLISHED)}
    assert (mention, label or None) in found


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES.values() for text in rule.counterexamples]
)
def test_counterexample(rule: PeriodRule, text: str) -> None:
    mentions = {(period.start, period.end) for period in find_periods(text, PUBLISHED)}
    fired = {
        (expression.start, expression.end)
        for expression in scan(lower_in_place(text))
        if expression.rule.name == rule.name
    }
    assert not mentions & fired


def test_every_rule_has_both() -> None:
    assert all(rule.examples and rule.counterexamples for rule in RULES.values())
    assert len(RULES) == len(period_rules())


def test_needles_are_in_lower_case() -> None:
    # A needle in capitals would silence its rule, as the text is searched in lower case.
    assert all(needle == needle.lower() for rule in RULES.values() for needle in rule.needles)
