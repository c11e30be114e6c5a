"""The embedding layer of the built-in model: Brown clusters beside spaCy's lexical features."""

from collections.abc import Callable
from typing import Any, cast

import numpy
from numpy.typing import NDArray
from spacy.attrs import ORTH, intify_attr  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate

from pipeline.language.clusters import FEATURES, Clusters, HashedWords

LAYER = "kennzahl_cluster_features"
LARGEST_CACHE = 50_000
"""Words whose vectors are kept: 19 MB at 96 floats a word."""

Floats = NDArray[numpy.float32]
Numbers = NDArray[numpy.uint64]


class _Vectors:
    """The vectors of words met before, as news uses the same words again; kept while the weights stay."""

    def __init__(self, width: int) -> None:
        self._places: dict[int, int] = {}
        self._table: Floats = numpy.zeros((0, width), dtype="float32")
        self._weights = b""

    def of(self, words: Numbers, weights: bytes, embed: Callable[[list[int]], Floats]) -> Floats:
        """Return the vector of each word.

        Args:
            words: A number for each word, none twice.
            weights: What is another one where the weights are others.
            embed: Makes the vectors of the words at some places of `words`.
        """
        if weights != self._weights or len(self._places) + len(words) > len(self._table):
            self._places.clear()
            self._table = numpy.zeros((LARGEST_CACHE + len(words), self._table.shape[1]), dtype="float32")
            self._weights = weights
        numbers = words.tolist()
        if new := [place for place, word in enumerate(numbers) if word not in self._places]:
            begin = len(self._places)
            self._table[begin : begin + len(new)] = embed(new)
            self._places.update((numbers[place], begin + count) for count, place in enumerate(new))
        return self._table[[self._places[word] for word in numbers]]


class _Embedding:
    """The forward pass: features of each different word of a batch, embedded, and on to every token."""

    def __init__(self, width: int) -> None:
        self._clusters: Clusters | None = None
        self._vectors = _Vectors(width)

    def __call__(self, model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [model.ops.alloc2f(0, model.attrs["width"]) for _ in docs], _no_gradient
        attributes, words, places = self._words(model, docs)
        strings, tables, ops = docs[0].vocab.strings, model.layers[0], model.ops
        clusters = self._of_model(model)
        if not is_train:
            # Training, averaging and reading from disk change all weights, the biases among them.
            weights = next(node for node in tables.walk() if node.has_param("b")).get_param("b").tobytes()

            def embed(new: list[int]) -> Floats:
                rows = _rows(clusters, attributes[new], strings)
                return cast(Floats, tables.predict(ops.asarray2i(cast(Any, rows), dtype="uint64")))

            embedded: Any = self._vectors.of(words, weights, embed)[places]
            return ops.unflatten(embedded, ops.asarray1i(lengths)), _no_gradient
        rows = _rows(clusters, attributes, strings)[places]
        hidden = numpy.random.random(len(rows)) < model.attrs["word_dropout"]
        rows[hidden, 0] = numpy.random.randint(1, 2**63, size=int(hidden.sum()), dtype="uint64")
        embedded, backprop = tables(ops.asarray2i(cast(Any, rows), dtype="uint64"), is_train)

        def learn(gradients: list[Any]) -> list[Any]:
            backprop(ops.flatten(gradients))
            return []

        return ops.unflatten(embedded, ops.asarray1i(lengths)), learn

    def _of_model(self, model: Model[Any, Any]) -> Clusters:
        clusters = self._clusters
        if clusters is None or clusters.words.keys is not model.attrs["cluster_keys"]:
            clusters = Clusters(HashedWords(model.attrs["cluster_keys"], model.attrs["cluster_paths"]))
            self._clusters, self._vectors = clusters, _Vectors(model.attrs["width"])
        return clusters

    def _words(self, model: Model[Any, Any], docs: list[Doc]) -> tuple[Numbers, Numbers, NDArray[numpy.intp]]:
        """Give the attributes and a number of each different word, and for each token which is its word."""
        columns = [*model.attrs["columns"], ORTH]
        attributes = numpy.concatenate([doc.to_array(columns) for doc in docs])
        # Two tokens are one word where the first attribute agrees too: a tokenizer exception changes a norm.
        words = attributes[:, -1] + attributes[:, 0] * numpy.uint64(31)
        words, first, places = numpy.unique(words, return_index=True, return_inverse=True)
        return attributes[first], words, places


def _rows(clusters: Clusters, attributes: Numbers, strings: StringStore) -> Numbers:
    """The features of words: their attributes, and those of their clusters."""
    rows = [clusters.row(orth, strings) for orth in attributes[:, -1].tolist()]
    return numpy.hstack([attributes[:, :-1], numpy.array(rows, dtype="uint64")])


def _initialize(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803 (as thinc calls them)
    tables = model.layers[0]
    tables.initialize(X=model.ops.alloc2i(1, len(model.attrs["columns"]) + FEATURES, dtype="uint64"))


def _no_gradient(_: Any) -> list[Any]:
    return []


def install_clusters(model: Model[Any, Any], words: HashedWords) -> int:
    """Give the clusters to every embedding layer of this kind inside a model.

    Args:
        model: Any model, such as that of the component `tok2vec`.
        words: The path of each word's cluster.

    Returns:
        The number of layers that took them.
    """
    layers = [node for node in model.walk() if node.name == LAYER]
    for node in layers:
        node.attrs["cluster_keys"], node.attrs["cluster_paths"] = words.keys, words.values
    return len(layers)


@registry.architectures("kennzahl.MultiHashEmbedWithClusters.v1")  # type: ignore[untyped-decorator]
def MultiHashEmbedWithClusters(  # noqa: N802 (spaCy names architectures so)
    width: int, attrs: list[str], rows: list[int], cluster_rows: list[int], word_dropout: float = 0.0
) -> Model[list[Doc], list[Any]]:
    """Build spaCy's MultiHashEmbed with the features of a word's cluster beside the lexical attributes.

    The clusters are empty until `install_clusters` fills them, and are saved with the weights.

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
        _Embedding(width),
        init=_initialize,
        layers=[chain(concatenate(*tables), mix)],
        dims={"nO": width},
        attrs={
            "columns": [intify_attr(name) for name in attrs],
            "cluster_keys": numpy.zeros(0, dtype="uint32"),
            "cluster_paths": numpy.zeros(0, dtype="uint16"),
            "word_dropout": word_dropout,
            "width": width,
        },
    )
