"""Kennzahl reads German business news and turns every figure it states into a checked record.

    import pipeline
    nlp = pipeline.load()                            # a spaCy Language
    frame = pipeline.extract("news/")                # a pandas DataFrame, a row a claim
    frame = pipeline.validate(frame, "figures.csv")

The names below are loaded on first use, so that `import pipeline` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.api import consistency, entities, extract, read, summary, validate
    from pipeline.errors import (
        ArticleError,
        ClaimsError,
        FiguresError,
        GoldError,
        InputError,
        KennzahlError,
        ModelError,
        UsageError,
        VocabularyError,
    )
    from pipeline.flow import load
    from pipeline.reading.article import Article
    from pipeline.records.claim import Claim
    from pipeline.records.entity import Entity
    from pipeline.records.reading import Reading
    from pipeline.records.styles import styled

__all__ = [
    "Article",
    "ArticleError",
    "Claim",
    "ClaimsError",
    "Entity",
    "FiguresError",
    "GoldError",
    "InputError",
    "KennzahlError",
    "ModelError",
    "Reading",
    "UsageError",
    "VocabularyError",
    "consistency",
    "entities",
    "extract",
    "load",
    "read",
    "styled",
    "summary",
    "validate",
]

_HOMES = {
    "consistency": "pipeline.api",
    "entities": "pipeline.api",
    "extract": "pipeline.api",
    "read": "pipeline.api",
    "summary": "pipeline.api",
    "validate": "pipeline.api",
    "styled": "pipeline.records.styles",
    "load": "pipeline.flow",
    "Article": "pipeline.reading.article",
    "Claim": "pipeline.records.claim",
    "Entity": "pipeline.records.entity",
    "Reading": "pipeline.records.reading",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES.get(name, "pipeline.errors")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
