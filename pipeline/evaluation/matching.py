"""Finds, one to one, which predicted claim stands for which gold claim of a document."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluation.agreement import FULL_FIELDS, right_fields, same_magnitude
from pipeline.evaluation.gold import GoldClaim, GoldDocument
from pipeline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Match:
    """A predicted claim and the gold claim that it stands for.

    Attributes:
        predicted: Position among the predicted claims of the document.
        gold: Position among its gold claims.
        right: Names of the fields that agree.
    """

    predicted: int
    gold: int
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class MatchedDocument:
    """A gold document, what was predicted for it, and the pairs between the two."""

    document: GoldDocument
    predicted: tuple[Claim, ...]
    matches: tuple[Match, ...]


def match_documents(
    documents: Iterable[GoldDocument], predictions: Mapping[str, Sequence[Claim]]
) -> tuple[MatchedDocument, ...]:
    """Match the claims of every gold document.

    Args:
        documents: Gold.
        predictions: Predicted claims by `doc_id`; a document without any may be missing.

    Returns:
        One entry for each gold document, in order.
    """
    return tuple(
        MatchedDocument(document, predicted, match_claims(predicted, document.claims))
        for document in documents
        for predicted in [tuple(predictions.get(document.doc_id, ()))]
    )


def match_claims(predicted: Sequence[Claim], gold: Sequence[GoldClaim]) -> tuple[Match, ...]:
    """Pair predicted claims with gold ones whose offsets overlap and whose magnitude is the same.

    The best overlap is paired first: by shared over covered characters, then by shared characters; two claims
    on one phrase go by how many of the full fields agree, then by their order.

    Args:
        predicted: Claims of the program on one text.
        gold: Gold claims of the same text.

    Returns:
        The pairs, best first; each claim stands in one at most.
    """
    candidates = []
    for gold_at, gold_claim in enumerate(gold):
        for predicted_at, claim in enumerate(predicted):
            shared = min(claim.end, gold_claim.end) - max(claim.start, gold_claim.start)
            if shared <= 0 or not can_match(claim) or not same_magnitude(claim, gold_claim):
                continue
            covered = max(claim.end, gold_claim.end) - min(claim.start, gold_claim.start)
            right = right_fields(claim, gold_claim)
            agreeing = len(right.intersection(FULL_FIELDS))
            rank = (-shared / covered, -shared, -agreeing, gold_claim.start, gold_at, predicted_at)
            candidates.append((rank, Match(predicted_at, gold_at, right)))
    candidates.sort(key=lambda candidate: candidate[0])

    pairs: list[Match] = []
    used_predicted: set[int] = set()
    used_gold: set[int] = set()
    for _, pair in candidates:
        if pair.predicted not in used_predicted and pair.gold not in used_gold:
            used_predicted.add(pair.predicted)
            used_gold.add(pair.gold)
            pairs.append(pair)
    return tuple(pairs)


def can_match(claim: Claim) -> bool:
    """Say whether a claim can match at all: it covers characters and its value is finite."""
    return 0 <= claim.start < claim.end and math.isfinite(claim.low) and math.isfinite(claim.high)
