"""Which words name a metric, and where in the text."""

import pytest

from pipeline.mentions.metric_words import metrics_of_word
from pipeline.mentions.metrics import find_metrics


def named(text: str) -> list[tuple[str, str]]:
    return [
        (text[mention.start : mention.end], mention.metric) for mention in find_metrics(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Konzernumsatz stieg.", [("Konzernumsatz", "revenue")]),
        ("Das operative Ergebnis stieg.", [("operative Ergebnis", "ebit")]),
        ("Das Ergebnis vor Steuern stieg.", [("Ergebnis vor Steuern", "pretax_profit")]),
        ("Das Ergebnis vor Steuern und Zinsen stieg.", [("Ergebnis vor Steuern und Zinsen", "ebit")]),
        ("Der Betriebsgewinn (EBITDA) stieg.", [("Betriebsgewinn (EBITDA)", "ebitda")]),
        ("Der Gewinn je Aktie stieg.", [("Gewinn je Aktie", "earnings_per_share")]),
        ("Die Firma verdiente mehr.", [("verdiente", "net_income"), ("verdiente", "price")]),
        ("Zu konstanten Wechselkursen stieg er.", []),
        ("Sie zahlt 2 Euro je Aktie.", []),
        ("Die Gewinnung ist teuer.", []),
    ],
)
def test_a_metric_is_named_by_the_longest_wording(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("word", ["Konzernum-\nsatz", "Konzern\u00adumsatz", "KONZERNUMSATZ"])
def test_a_parted_word_is_one_word(word: str) -> None:
    assert named(f"Der {word} stieg.") == [(word, "revenue")]


@pytest.mark.parametrize("word", ["Hâuser", "Überschuss", "Überschuß"])
def test_umlauts_that_a_scan_misread_are_read(word: str) -> None:
    assert named(f"Die {word} stiegen.")


def test_a_compound_tells_its_head_and_what_stands_around_it() -> None:
    (mention,) = find_metrics("Das Retail-Umsatzplus freut.", 0, 28)
    assert (mention.metric, mention.prefix, mention.suffix) == ("revenue", "Retail-", "plus")
    (found,) = metrics_of_word("Gewinnmarge")
    assert found.rule.metric == "margin"


def test_a_loss_is_marked() -> None:
    (mention,) = find_metrics("Der Fehlbetrag sank.", 0, 20)
    assert mention.loss
    (mention,) = find_metrics("Der Überschuss sank.", 0, 20)
    assert not mention.loss


def test_only_the_part_asked_for_is_looked_at() -> None:
    text = "Der Umsatz stieg. Der Gewinn sank."
    assert [mention.metric for mention in find_metrics(text, 18, len(text))] == ["net_income"]
    (mention,) = find_metrics(text, 18, len(text))
    assert text[mention.start : mention.end] == "Gewinn"
