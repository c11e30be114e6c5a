"""Every figure agrees with the reference scorer, on faultless predictions and on spoiled ones."""

import dataclasses
import importlib.util
import json
import random
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from spacy.language import Language

from pipeline.evaluation.agreement import same_company
from pipeline.evaluation.gold import GoldDocument, read_gold
from pipeline.evaluation.outcome import evaluate_predictions
from pipeline.evaluation.table import as_json
from pipeline.flow import extract_claims
from pipeline.records.claim import METRICS, Claim, Kind, Qualifier, Status

OWN_FIGURES = {"per_manner", "per_split"}
LEFT_OUT = {"units"}

NAMES = (
    None, "", "Zoom", "Zoom Video Communications", "Zoom Video Communications, Inc.", "ZOOM", "Bank",
    "Deutsche Bank AG", "Deutsche Bank Aktiengesellschaft", "Deutsche Postbank AG", "Post", "Merck KGaA",
    "Merck & Co., Inc.", "Merck", "Müller GmbH & Co. KG", "Müller und Söhne", "Müller", "AG",
    "SE & Co. KGaA", "H & M", "H&M Hennes & Mauritz AB", "  Deutsche   Bank ", "A.G.",
    "Procter & Gamble & Co", "u\u0308bung",
    "übung SE", "Red Bull Ges.m.b.H.", "Foo (haftungsbeschränkt)", "Novo Nordisk A/S",
    "Total S.A.", "Enel S.p.A.", "&", "3M",
)  # fmt: skip


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_scorer", shared / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def documents(shared: Path) -> tuple[GoldDocument, ...]:
    return read_gold(shared / "gold")


def spoil(claim: Claim, chance: random.Random) -> list[Claim]:
    """Give a claim the faults that a program makes: dropped, doubled, shifted, scaled, fields changed."""
    fate = chance.random()
    if fate < 0.1:
        return []
    if fate < 0.2:
        return [claim, *spoil(claim, chance)]
    changes: dict[str, Any] = {}
    if chance.random() < 0.3:
        changes["start"] = claim.start + chance.randint(-6, 6)
        changes["end"] = claim.end + chance.randint(-6, 6)
    if chance.random() < 0.3:
        factor = chance.choice((-1, 1.004, 1.005, 0.995, 1.006, 1000, 0.001, 0, float("nan"), float("inf")))
        ends = sorted((claim.low * factor, claim.high * factor))
        changes["low"], changes["high"] = ends
    if chance.random() < 0.1:
        changes["high"] = claim.high * 1.1
    choices: dict[str, tuple[Any, ...]] = {
        "metric": METRICS,
        "kind": get_args(Kind),
        "unit": ("EUR", "USD", "percent", "percentage_points", "count", " EUR", ""),
        "qualifier": get_args(Qualifier),
        "status": get_args(Status),
        "company": NAMES,
        "segment": (None, "", "Cloud", "cloud ", "Europa, Retail"),
        "adjusted": (True, False),
        "period": (None, "", "2020", " 2020", "2020-Q1"),
        "fiscal": (True, False),
        "reference": (None, "", "prior_year", "consensus"),
    }
    changes |= {name: chance.choice(values) for name, values in choices.items() if chance.random() < 0.15}
    return [dataclasses.replace(claim, **changes)]


def reference_figures(
    reference: ModuleType, documents: tuple[GoldDocument, ...], claims: list[Claim]
) -> dict[str, Any]:
    gold = {
        document.doc_id: [dataclasses.asdict(claim) for claim in document.claims] for document in documents
    }
    predicted: dict[str, list[dict[str, Any]]] = {}
    for claim in claims:
        predicted.setdefault(claim.doc_id, []).append(dataclasses.asdict(claim))
    figures: dict[str, Any] = reference.score(gold, predicted)
    return {name: value for name, value in figures.items() if name not in LEFT_OUT}


def own_figures(documents: tuple[GoldDocument, ...], claims: list[Claim]) -> dict[str, Any]:
    predictions: dict[str, list[Claim]] = {}
    for claim in claims:
        predictions.setdefault(claim.doc_id, []).append(claim)
    figures = json.loads(json.dumps(as_json(evaluate_predictions(documents, predictions).scores)))
    return {name: value for name, value in figures.items() if name not in OWN_FIGURES}


def test_gold_as_prediction_has_every_share_at_one(
    reference: ModuleType, documents: tuple[GoldDocument, ...], predict: Callable[..., Claim]
) -> None:
    claims = [predict(document, gold) for document in documents for gold in document.claims]
    own = own_figures(documents, claims)
    assert own == reference_figures(reference, documents, claims)
    assert [own[level]["f1"] for level in ("detection", "core", "full")] == [1.0, 1.0, 1.0]
    assert set(own["fields"]["all"].values()) == {1.0, len(claims)}


def test_extracted_claims_score_as_in_the_reference(
    reference: ModuleType, documents: tuple[GoldDocument, ...], nlp: Language
) -> None:
    articles = (document.article() for document in documents)
    claims = [claim for _, found, _ in extract_claims(nlp, articles) for claim in found]
    own = own_figures(documents, claims)
    assert own == reference_figures(reference, documents, claims)
    assert own["detection"]["f1"] > 0


@pytest.mark.parametrize("seed", range(40))
def test_spoiled_predictions_score_as_in_the_reference(
    reference: ModuleType, documents: tuple[GoldDocument, ...], predict: Callable[..., Claim], seed: int
) -> None:
    chance = random.Random(seed)
    perfect = [predict(document, gold) for document in documents for gold in document.claims]
    claims = [spoiled for claim in perfect for spoiled in spoil(claim, chance)]
    chance.shuffle(claims)
    claims += [dataclasses.replace(claim, doc_id="nowhere") for claim in claims[:3]]
    assert own_figures(documents, claims) == reference_figures(reference, documents, claims)


def test_no_prediction_at_all(reference: ModuleType, documents: tuple[GoldDocument, ...]) -> None:
    assert own_figures(documents, []) == reference_figures(reference, documents, [])


def test_companies_compare_as_in_the_reference(reference: ModuleType) -> None:
    differing = [
        (first, second)
        for first in NAMES
        for second in NAMES
        if same_company(first, second) != reference.same_company(first, second)
    ]
    assert differing == []
