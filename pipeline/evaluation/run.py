"""Runs the extraction over gold documents and scores what comes out."""

from pathlib import Path

from spacy.language import Language

from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.outcome import Evaluation, evaluate_predictions
from pipeline.flow import extract_claims


def evaluate_gold(path: Path, nlp: Language) -> Evaluation:
    """Extract claims from the texts of gold and hold them against its claims.

    Args:
        path: A gold file or a folder of them.
        nlp: The pipeline to measure, as `flow.load` gives it.

    Returns:
        Documents, pairs and scores.

    Raises:
        GoldError: The gold cannot be read.
    """
    documents = read_gold(path)
    articles = (document.article() for document in documents)
    predictions = {article.id: claims for article, claims, _ in extract_claims(nlp, articles)}
    return evaluate_predictions(documents, predictions)
