"""Brown clusters as features of the embedding: words used alike share one, also where gold has none."""

from dataclasses import dataclass, field
from typing import Any, cast

import numpy
from numpy.typing import NDArray
from spacy.attrs import ORTH, intify_attr  # type: ignore[import-not-found]
from spacy.strings import StringStore, hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate

LAYER = "kennzahl_cluster_features"
FEATURES = 6
UNKNOWN, EXACT, FORM, HYPHEN, COMPOUND = range(5)
SHORTEST_HEAD = 4
LARGEST_CACHE = 500_000

Row = tuple[int, int, int, int, int, int]


@dataclass(slots=True)
class ClusterTable:
    """The cluster of each frequent word.

    Attributes:
        keys: Lower 32 bits of the words' hashes, sorted.
        paths: The cluster of each key: its path in the Brown tree, first branch in the lowest bit.
        rows: The features of words looked up before, by the words' hashes.
    """

    keys: NDArray[numpy.uint32]
    paths: NDArray[numpy.uint16]
    rows: dict[int, Row] = field(default_factory=dict, init=False, repr=False)

    def path(self, word: str) -> int | None:
        """Return the path of exactly this word, None where the table lacks it."""
        key = hash_string(word) & 0xFFFFFFFF
        place = int(numpy.searchsorted(self.keys, numpy.uint32(key)))
        if place < len(self.keys) and int(self.keys[place]) == key:
            return int(self.paths[place])
        return None

    def find(self, word: str) -> tuple[int, int]:
        """Look a word up, then what it may be a form of.

        Args:
            word: A token as written.

        Returns:
            The path and how it was found; `(0, UNKNOWN)` where nothing was.
        """
        if (path := self.path(word)) is not None:
            return path, EXACT
        for form in _forms(word):
            if (path := self.path(form)) is not None:
                return path, FORM
        if "-" in word:
            # `Siemens-Gamesa-Chef` is a Chef.
            head = word.rsplit("-", 1)[1]
            if len(head) > 1:
                path, how = self.find(head)
                if how != UNKNOWN:
                    return path, HYPHEN
            return 0, UNKNOWN
        # `Chipkonzern` is a Konzern: the longest known ending is the head of a German compound.
        if word.isalpha():
            for start in range(3, len(word) - SHORTEST_HEAD + 1):
                head = word[start:]
                if (path := self.path(head.capitalize() if word[0].isupper() else head)) is not None:
                    return path, COMPOUND
        return 0, UNKNOWN

    def row(self, orth: int, strings: StringStore) -> Row:
        """Return the features of a word.

        Args:
            orth: The word's hash in the vocabulary, by which rows are kept.
            strings: The vocabulary's strings.

        Returns:
            The full cluster, its first ten and first six bits, and its first four with how it was found, 0
            where unknown; then the word's first three and last five letters, hashed.
        """
        row = self.rows.get(orth)
        if row is None:
            word = strings[orth]
            path, how = self.find(word)
            ends = hash_string(word[:3]), hash_string(word[-5:].lower())
            if how == UNKNOWN:
                row = (0, 0, 0, 0, *ends)
            else:
                row = (path + 1, (path & 1023) + 1, (path & 63) + 1, ((path & 15) << 3 | how) + 1, *ends)
            if len(self.rows) >= LARGEST_CACHE:
                self.rows.clear()
            self.rows[orth] = row
        return row


def _forms(word: str) -> list[str]:
    """Other ways to write a word: without genitive s (`Infineons`), small, or capitalised (`SIEMENS`)."""
    stems = [word]
    if len(word) > 3:
        for ending in ("'s", "’s", "s", "'", "’"):
            if word.endswith(ending):
                stems.append(word[: -len(ending)])
                break
    forms = stems[1:]
    for stem in stems:
        forms += [stem.lower(), stem.capitalize()]
    return [form for form in dict.fromkeys(forms) if form != word]


class _Embedding:
    """The forward pass: features of each different word of a batch, embedded, and on to every token."""

    def __init__(self) -> None:
        self._table: ClusterTable | None = None

    def __call__(self, model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [model.ops.alloc2f(0, model.attrs["width"]) for _ in docs], _no_gradient
        rows, places = self._rows(model, docs)
        tables, ops = model.layers[0], model.ops
        if not is_train:
            embedded = tables.predict(ops.asarray2i(cast(Any, rows), dtype="uint64"))[places]
            return ops.unflatten(embedded, ops.asarray1i(lengths)), _no_gradient
        rows = rows[places]
        hidden = numpy.random.random(len(rows)) < model.attrs["word_dropout"]
        rows[hidden, 0] = numpy.random.randint(1, 2**63, size=int(hidden.sum()), dtype="uint64")
        embedded, backprop = tables(ops.asarray2i(cast(Any, rows), dtype="uint64"), is_train)

        def learn(gradients: list[Any]) -> list[Any]:
            backprop(ops.flatten(gradients))
            return []

        return ops.unflatten(embedded, ops.asarray1i(lengths)), learn

    def _rows(
        self, model: Model[Any, Any], docs: list[Doc]
    ) -> tuple[NDArray[numpy.uint64], NDArray[numpy.intp]]:
        """Give the features of each different word, and for each token which of them is its word."""
        keys, paths = model.attrs["keys"], model.attrs["paths"]
        if self._table is None or self._table.keys is not keys:
            self._table = ClusterTable(keys, paths)
        table, strings = self._table, docs[0].vocab.strings
        columns = [*model.attrs["columns"], ORTH]
        attributes = numpy.concatenate([doc.to_array(columns) for doc in docs])
        # Two tokens are one word where the first attribute agrees too: a tokenizer exception changes a norm.
        words = attributes[:, -1] + attributes[:, 0] * numpy.uint64(31)
        _, first, places = numpy.unique(words, return_index=True, return_inverse=True)
        attributes = attributes[first]
        rows = [table.row(orth, strings) for orth in attributes[:, -1].tolist()]
        return numpy.hstack([attributes[:, :-1], numpy.array(rows, dtype="uint64")]), places


def _initialize(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803 (as thinc calls them)
    tables = model.layers[0]
    tables.initialize(X=model.ops.alloc2i(1, len(model.attrs["columns"]) + FEATURES, dtype="uint64"))


def _no_gradient(_: Any) -> list[Any]:
    return []


def install_clusters(model: Model[Any, Any], table: ClusterTable) -> int:
    """Give the table to every cluster layer inside a model.

    Args:
        model: Any model, such as that of the component `tok2vec`.
        table: The table that its cluster layers shall use.

    Returns:
        The number of layers that took it.
    """
    layers = [node for node in model.walk() if node.name == LAYER]
    for node in layers:
        node.attrs["keys"], node.attrs["paths"] = table.keys, table.paths
    return len(layers)


@registry.architectures("kennzahl.MultiHashEmbedWithClusters.v1")  # type: ignore[untyped-decorator]
def MultiHashEmbedWithClusters(  # noqa: N802 (spaCy names architectures so)
    width: int, attrs: list[str], rows: list[int], cluster_rows: list[int], word_dropout: float = 0.0
) -> Model[list[Doc], list[Any]]:
    """Build spaCy's MultiHashEmbed with the features of a word's cluster beside the lexical attributes.

    The cluster table is empty until `install_clusters` fills it, and is saved with the weights.

    Args:
        width: Width of each table and of the output.
        attrs: Lexical attributes to embed, such as `NORM`.
        rows: Rows of each attribute's table.
        cluster_rows: Rows of the tables of the full cluster, ten bits, six bits, four bits with the way it
            was found, the first letters and the last letters.
        word_dropout: Share of tokens whose first attribute is made that of a word never seen while training,
            so that context and cluster must tell what a new name is.

    Returns:
        The embedding layer.

    Raises:
        ValueError: If there are not as many tables as features.
    """
    if len(rows) != len(attrs) or len(cluster_rows) != FEATURES:
        raise ValueError(
            f"{len(rows)} and {len(cluster_rows)} tables for {len(attrs)} and {FEATURES} features"
        )
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=8 + column, dropout=0.0)
        for column, size in enumerate([*rows, *cluster_rows])
    ]
    mix: Model[Any, Any] = Maxout(width, width * len(tables), nP=3, dropout=0.0, normalize=True)
    return Model(
        LAYER,
        _Embedding(),
        init=_initialize,
        layers=[chain(concatenate(*tables), mix)],
        dims={"nO": width},
        attrs={
            "columns": [intify_attr(name) for name in attrs],
            "keys": numpy.zeros(0, dtype="uint32"),
            "paths": numpy.zeros(0, dtype="uint16"),
            "word_dropout": word_dropout,
            "width": width,
        },
    )
