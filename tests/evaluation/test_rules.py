"""Each rule that decides a field is counted with how often it is right."""

from collections.abc import Callable

from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.outcome import evaluate_predictions
from pipeline.evaluation.rules import RuleScore, score_rules
from pipeline.evaluation.table import rules_as_text
from pipeline.flow import extract_claims, load
from pipeline.language.loading import BLANK

TEXT = "Gerresheimer steigerte den Umsatz 2023 auf rund 2,0 Mrd. Euro. Der Gewinn fiel auf 116 Mio. Euro."


def test_a_rule_is_held_against_gold_each_time_that_it_decides(annotate: Callable[..., GoldDocument]) -> None:
    document = annotate(
        "a",
        TEXT,
        ("2,0 Mrd. Euro", {"metric": "revenue", "low": 2e9, "period": "2023", "qualifier": "about"}),
        # Gold that calls the profit an ebit: the rule that reads `Gewinn` is wrong once in two decisions.
        ("116 Mio. Euro", {"metric": "ebit", "low": 1.16e8, "period": "2023"}),
    )
    nlp = load(BLANK)
    [(_, claims, _)] = extract_claims(nlp, [document.article()])
    outcome = evaluate_predictions([document], {"a": claims})

    rules = score_rules(outcome.documents, nlp)

    assert RuleScore("metric", "… names it (score …, next …)", decided=2, right=1) in rules
    assert RuleScore("qualifier", "…", decided=1, right=1) in rules
    assert RuleScore("qualifier", "no hedge beside it", decided=1, right=1) in rules
    assert "50.0" in rules_as_text(rules)
