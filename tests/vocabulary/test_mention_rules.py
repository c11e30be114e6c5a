"""Each rule of metrics.toml and context.toml: it fires on its example and not on what looks alike."""

import pytest
import regex

from pipeline.mentions.context import CueWords, cue_words, find_cues
from pipeline.mentions.metric_words import NOTHING, MetricWords, metric_units, metric_words
from pipeline.mentions.metrics import find_metrics
from pipeline.records.claim import METRICS

NAMED = [rule for rule in metric_words() if rule.metric != NOTHING]


@pytest.mark.parametrize("rule", NAMED, ids=[f"{rule.metric}{'-loss' * rule.loss}" for rule in NAMED])
def test_a_metric_is_named_in_its_example_only(rule: MetricWords) -> None:
    def told(text: str) -> set[tuple[str, bool]]:
        return {(mention.metric, mention.loss) for mention in find_metrics(text, 0, len(text))}

    assert (rule.metric, rule.loss) in told(rule.example)
    assert (rule.metric, rule.loss) not in told(rule.counterexample)


@pytest.mark.parametrize("rule", [rule for rule in metric_words() if rule.metric == NOTHING])
def test_words_that_only_look_like_a_metric_name_none(rule: MetricWords) -> None:
    """`zu konstanten Wechselkursen` speaks of no exchange rate."""
    forms = regex.compile("|".join((*rule.stems, *rule.words, *rule.phrases)), regex.IGNORECASE)
    spared = forms.search(rule.example)
    assert spared
    mentions = find_metrics(rule.example, 0, len(rule.example))
    assert not [
        mention for mention in mentions if mention.start < spared.end() and spared.start() < mention.end
    ]
    assert not forms.search(rule.counterexample)
    assert find_metrics(rule.counterexample, 0, len(rule.counterexample))


def test_every_metric_of_the_record_has_words_and_units() -> None:
    assert {rule.metric for rule in NAMED} == set(METRICS)
    assert set(metric_units()) == set(METRICS)


@pytest.mark.parametrize("rule", cue_words(), ids=[rule.name for rule in cue_words()])
def test_a_cue_is_found_in_its_example_only(rule: CueWords) -> None:
    def told(text: str) -> set[str]:
        return {cue.name for cue in find_cues(text, 0, len(text))}

    assert rule.name in told(rule.example)
    assert rule.name not in told(rule.counterexample)
