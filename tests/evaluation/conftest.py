"""Gold, and the predictions of a program that makes no fault, for the tests to spoil."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from pipeline.evaluation.gold import GoldClaim, GoldDocument
from pipeline.flow import load
from pipeline.records.claim import Claim

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material beside the project, which the project never needs."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: nothing to compare with outside the project")
    return SHARED


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The built-in pipeline."""
    return load()


@pytest.fixture(scope="session")
def predict() -> Callable[..., Claim]:
    """Make the claim that a program without fault would predict for a gold claim, with changes asked for."""

    def make(document: GoldDocument, gold: GoldClaim, **changes: Any) -> Claim:
        fields: dict[str, Any] = {
            name: getattr(gold, name) for name in GoldClaim.__slots__ if name in Claim.__slots__
        }
        fields |= {"doc_id": document.doc_id, "sentence": "", "precision": 0.0}
        return Claim(**fields | changes)

    return make


@pytest.fixture(scope="session")
def annotate() -> Callable[..., GoldDocument]:
    """Make a gold document from a text and its quantities in order, each with the fields that it needs."""

    def make(doc_id: str, text: str, *quantities: tuple[str, dict[str, Any]], **more: Any) -> GoldDocument:
        claims = []
        at = 0
        for quantity, fields in quantities:
            at = text.index(quantity, at)
            usual: dict[str, Any] = {
                "kind": "level",
                "unit": "EUR",
                "qualifier": "exact",
                "status": "reported",
            }
            usual |= {"start": at, "end": at + len(quantity), "text": quantity}
            usual |= {"low": fields["high"]} if "high" in fields else {"high": fields["low"]}
            claims.append(GoldClaim(**usual | fields))
            at += len(quantity)
        return GoldDocument(doc_id, text, tuple(claims), **more)

    return make
