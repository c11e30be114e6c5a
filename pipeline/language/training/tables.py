"""Tables of the package spacy-lookups-data, which is needed for training only."""

import gzip
import importlib
import json
from pathlib import Path
from typing import Any

from pipeline.errors import ModelError
from pipeline.language.clusters import HashedWords

LOOKUPS = "spacy_lookups_data"
FREQUENT_WORDS = 600_000


def lookup_table(name: str) -> dict[str, Any]:
    """Read a table of the package spacy-lookups-data.

    Args:
        name: Such as `de_lexeme_cluster`.

    Returns:
        The table.

    Raises:
        ModelError: If the package is not installed.
    """
    try:
        package = importlib.import_module(LOOKUPS)
    except ImportError as error:
        raise ModelError("spacy-lookups-data is needed to train: pip install 'kennzahl[train]'") from error
    file = Path(str(package.__file__)).parent / "data" / f"{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def build_clusters(words: int = FREQUENT_WORDS) -> HashedWords:
    """Make the table of clusters.

    Args:
        words: How many words keep their cluster, the most frequent first.

    Returns:
        The path of each word's cluster.
    """
    clusters, frequency = lookup_table("de_lexeme_cluster"), lookup_table("de_lexeme_prob")
    kept = sorted((w for w in clusters if w.strip()), key=lambda w: -frequency.get(w, -99.0))[:words]
    return HashedWords.of({word: clusters[word] for word in kept})
