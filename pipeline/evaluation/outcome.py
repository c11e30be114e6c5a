"""What became of predictions that were held against gold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluation.gold import GoldDocument, fingerprint
from pipeline.evaluation.matching import MatchedDocument, match_documents
from pipeline.evaluation.scoring import Scores, score
from pipeline.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One run held against gold.

    Attributes:
        documents: Each gold document with its predictions and pairs.
        scores: What they amount to.
        fingerprint: SHA-256 of the gold, by which the gate knows it.
    """

    documents: tuple[MatchedDocument, ...]
    scores: Scores
    fingerprint: str


def evaluate_predictions(
    documents: Sequence[GoldDocument], predictions: Mapping[str, Sequence[Claim]]
) -> Evaluation:
    """Hold predicted claims against gold.

    Args:
        documents: Gold.
        predictions: Claims by `doc_id`; those of documents that the gold does not hold are only counted.

    Returns:
        Documents, pairs and scores.
    """
    matched = match_documents(documents, predictions)
    known = {document.doc_id for document in documents}
    outside = sum(len(claims) for doc_id, claims in predictions.items() if doc_id not in known)
    return Evaluation(matched, score(matched, outside), fingerprint(documents))
