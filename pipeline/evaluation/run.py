"""Runs the extraction over gold documents and scores what comes out."""

from pathlib import Path

from spacy.language import Language

from pipeline.errors import GoldError
from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.outcome import Evaluation, evaluate_predictions
from pipeline.flow import extract_claims


def evaluate_gold(path: Path, nlp: Language, split: str | None = None) -> Evaluation:
    """Extract claims from the texts of gold and hold them against its claims.

    Args:
        path: A gold file or a folder of them.
        nlp: The pipeline to measure, as `flow.load` gives it.
        split: `development` or `test`, to take the documents of that part alone.

    Returns:
        Documents, pairs and scores.

    Raises:
        GoldError: The gold cannot be read, or holds no document of the split.
    """
    documents = tuple(entry for entry in read_gold(path) if split in (None, entry.split))
    if not documents:
        raise GoldError(str(path), f"no document is of the split {split!r}", "Use development or test.")
    articles = (document.article() for document in documents)
    predictions = {article.id: claims for article, claims, _ in extract_claims(nlp, articles, entities=False)}
    return evaluate_predictions(documents, predictions)
