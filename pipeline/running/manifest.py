"""The manifest of a run, beside its output: with what it was made, of what, and what came out."""

import hashlib
import json
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.language.loading import describe_model
from pipeline.output.atomic import written_whole
from pipeline.running.outcome import Summary
from pipeline.running.parts import PartSummary

MAKERS = ("kennzahl", "spacy")


def settings_of(model: str | None, figures: Path | None) -> dict[str, Any]:
    """Tell all that records depend on beside the articles.

    Args:
        model: Name of a spaCy pipeline, None for the built-in one.
        figures: Table of known figures, or None.

    Returns:
        Versions, model, and a fingerprint of the known figures.

    Raises:
        ModelError: The model is not installed.
    """
    return {
        "versions": {name: version(name) for name in MAKERS} | {"python": platform.python_version()},
        "model": describe_model(model),
        "figures": _fingerprint(figures) if figures is not None and figures.is_file() else None,
    }


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def manifest_path(output: Path) -> Path:
    """Where the manifest of an output lies."""
    return output.with_name(f"{output.name}.manifest.json")


def write_manifest(
    output: Path, settings: dict[str, Any], summary: Summary, parts: Sequence[PartSummary]
) -> None:
    """Write what made an output; no time of day is in it, so that the same run writes the same bytes."""
    counts = {
        name: getattr(summary, name) for name in ("articles", "words", "duplicates", "claims", "entities")
    }
    told = {
        **settings,
        "counts": {**counts, "rejects": summary.rejects.count},
        "parts": [asdict(part) for part in parts],
    }
    with written_whole(manifest_path(output)) as path:
        path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def is_made_with(output: Path, settings: dict[str, Any]) -> bool:
    """Tell whether an output is there and was made with these settings."""
    try:
        told = json.loads(manifest_path(output).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return output.is_file() and {name: told.get(name) for name in settings} == settings
