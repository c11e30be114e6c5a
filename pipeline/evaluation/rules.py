"""Counts, for each rule that decides a field, how often what it decided is right."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import regex
from spacy.language import Language

from pipeline.evaluation.agreement import FIELDS
from pipeline.evaluation.matching import MatchedDocument
from pipeline.flow import explain_claims

# A reason quotes words and numbers: "`Umsatz` names it (score 1.4, next -1.6)" and "`Ebit` …" are one rule.
_QUOTED = regex.compile(r"`[^`]*+`|-?\d[\w.-]*+")


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How well one rule does.

    Attributes:
        field: The field that it decides.
        rule: Its reason as `kennzahl explain` gives it, without the words and numbers that it quotes.
        decided: In how many matched claims it decided the field.
        right: In how many of these the field agrees with gold.
    """

    field: str
    rule: str
    decided: int
    right: int


def score_rules(documents: Iterable[MatchedDocument], nlp: Language) -> list[RuleScore]:
    """Extract once more, with reasons, and count each rule's decisions over the matched claims.

    Args:
        documents: Gold documents with the pairs of a run of the same pipeline.
        nlp: That pipeline.

    Returns:
        Rules by field, the one that was wrong most often first.
    """
    decided, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    entries = list(documents)
    explained = explain_claims(nlp, (entry.document.article() for entry in entries))
    for entry, (_, claims) in zip(entries, explained, strict=True):
        for pair in entry.matches:
            _, reasons = claims[pair.predicted]
            for field, reason in reasons.items():
                rule = (field, _QUOTED.sub("…", reason))
                decided[rule] += 1
                right[rule] += field in pair.right
    rules = [RuleScore(*rule, count, right[rule]) for rule, count in decided.items() if rule[0] in FIELDS]
    return sorted(rules, key=lambda rule: (FIELDS.index(rule.field), rule.right - rule.decided, rule.rule))
