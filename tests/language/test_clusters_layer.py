"""The embedding layer: one row a token, the same for a word anywhere, tables saved with the weights."""

from typing import Any

import numpy
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Adam, Model

from pipeline.language.clusters import HashedWords
from pipeline.language.embedding import MultiHashEmbedWithClusters, install_clusters

WORDS = HashedWords.of({"Siemens": 112, "Google": 112, "gestern": 40})
Embedding = Model[list[Doc], list[Any]]


def embedding(word_dropout: float = 0.0) -> Embedding:
    return MultiHashEmbedWithClusters(8, ["NORM", "SHAPE"], [50, 50], [20, 20, 20, 20, 50, 50], word_dropout)


@pytest.fixture
def layer() -> Embedding:
    model = embedding()
    model.initialize()
    assert install_clusters(model, WORDS) == 1
    return model


def docs(*texts: str) -> list[Doc]:
    nlp = spacy.blank("de")
    return [nlp.make_doc(text) for text in texts]


def test_each_token_gets_a_row_and_an_empty_text_none(layer: Embedding) -> None:
    rows = layer.predict(docs("Siemens wächst kräftig.", "", "Google auch"))
    assert [row.shape for row in rows] == [(4, 8), (0, 8), (2, 8)]
    assert [row.shape for row in layer.predict(docs(""))] == [(0, 8)]


def test_a_word_has_the_same_row_in_any_batch(layer: Embedding) -> None:
    alone = layer.predict(docs("Siemens"))[0]
    among = layer.predict(docs("Google und SAP", "gestern hat Siemens gewarnt"))[1]
    assert numpy.allclose(alone[0], among[2])


def test_the_clusters_change_what_a_word_is(layer: Embedding) -> None:
    bare = embedding()
    bare.from_bytes(layer.to_bytes())
    install_clusters(bare, HashedWords.of({}))
    text = docs("Siemens zögert")
    assert not numpy.allclose(layer.predict(text)[0][0], bare.predict(text)[0][0])
    assert numpy.allclose(layer.predict(text)[0][1], bare.predict(text)[0][1])


def test_vectors_kept_of_words_met_before_follow_the_weights(layer: Embedding) -> None:
    text = docs("Siemens wächst kräftig")
    before = layer.predict(text)[0].copy()
    assert numpy.array_equal(layer.predict(text)[0], before)
    for node in layer.walk():
        for name in node.param_names:
            node.set_param(name, node.get_param(name) * 1.5 + 0.1)
    fresh = embedding().from_bytes(layer.to_bytes())
    assert not numpy.allclose(layer.predict(text)[0], before)
    assert numpy.allclose(layer.predict(text)[0], fresh.predict(text)[0])


def test_more_words_than_are_kept(layer: Embedding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.language.embedding.LARGEST_CACHE", 3)
    texts = docs("Siemens wächst", "Google kauft SAP und Siemens", "gestern hat Siemens gewarnt", "Google")
    alone = [layer.predict([text])[0].copy() for text in texts]
    for expected, rows in zip(alone, layer.predict(texts), strict=True):
        assert numpy.allclose(expected, rows)


def test_clusters_are_saved_with_the_weights(layer: Embedding) -> None:
    loaded = embedding().from_bytes(layer.to_bytes())
    text = docs("Google kauft SAP")
    assert numpy.allclose(layer.predict(text)[0], loaded.predict(text)[0])


def test_words_are_hidden_in_training_and_never_later() -> None:
    model = embedding(word_dropout=1.0)
    model.initialize()
    text = docs("Umsatz Umsatz Umsatz")
    trained = model(text, is_train=True)[0][0]
    assert not numpy.allclose(trained[0], trained[1])
    found = model.predict(text)[0]
    assert numpy.allclose(found[0], found[1])


def test_training_moves_the_output_towards_its_aim(layer: Embedding) -> None:
    text, aim, optimizer = docs("Siemens wächst"), numpy.ones((2, 8), dtype="float32"), Adam(0.05)
    before = float(numpy.abs(layer.predict(text)[0] - aim).mean())
    for _ in range(30):
        rows, backprop = layer.begin_update(text)
        backprop([(rows[0] - aim) / 2])
        layer.finish_update(optimizer)
    assert float(numpy.abs(layer.predict(text)[0] - aim).mean()) < before / 2


def test_as_many_tables_as_features() -> None:
    with pytest.raises(ValueError, match="1 and 2 tables for 2 and 6 features"):
        MultiHashEmbedWithClusters(8, ["NORM", "SHAPE"], [50], [20, 20])
