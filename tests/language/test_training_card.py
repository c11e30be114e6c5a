"""The model card holds the measured figures and no others."""

import json

from pipeline.language.training.card import CARD, EXPERIMENTS, fill, tables


def test_the_card_shows_what_was_measured() -> None:
    experiments = json.loads(EXPERIMENTS.read_text(encoding="utf-8"))
    card = CARD.read_text(encoding="utf-8")
    assert fill(card, experiments) == card


def test_a_score_that_a_model_lacks_is_left_empty() -> None:
    score = {"p": 0.5, "r": 0.5, "f": 0.51234, "n": 10}
    experiment = {
        "name": "plain",
        "scores": {"smartdata": {"all": score}, "germeval": {}, "gsd": {"sentence": score}},
        "words_a_second": 12345,
    }
    row = tables([experiment]).splitlines()[2]
    assert row.startswith("| plain | 0.512 |  |")
    assert row.endswith("| 0.512 |  |  | 12,345 |")
