"""The built-in model as it is shipped: components and labels of de_core_news_sm, size, and what it finds."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.language import embedding
from pipeline.language.training.measure import measure

MODEL = Path(embedding.__file__).parent / "model"
DATA = Path(__file__).parents[3] / "shared" / "training"
MEGABYTE = 1024 * 1024

pytestmark = pytest.mark.skipif(not MODEL.is_dir(), reason="the weights are not in pipeline/language/model")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


def test_components_and_labels_are_those_that_the_stages_know(nlp: Language) -> None:
    assert nlp.pipe_names == ["tok2vec", "tagger", "senter", "ner", "lemmatizer"]
    assert nlp.pipe_labels["ner"] == ["LOC", "MISC", "ORG", "PER"]
    assert {"NN", "NE", "ADJA", "VVFIN", "CARD", "$.", "$,", "$(", "_SP"} <= set(nlp.pipe_labels["tagger"])


def test_it_names_companies_people_and_places(nlp: Language) -> None:
    text = (
        "Der Autobauer Volkswagen hat in Wolfsburg neue Zahlen genannt. Finanzchef Peter Müller sagte, "
        "auch Siemens und die Deutsche Bank seien in München vertreten."
    )
    found = {(entity.text, entity.label_) for entity in nlp(text).ents}
    assert {
        ("Volkswagen", "ORG"),
        ("Wolfsburg", "LOC"),
        ("Peter Müller", "PER"),
        ("Siemens", "ORG"),
        ("Deutsche Bank", "ORG"),
        ("München", "LOC"),
    } <= found


def test_it_tags_cuts_and_lemmatizes(nlp: Language) -> None:
    doc = nlp("Die Firmen verkauften mehr Häuser. Im Norden stieg der Umsatz kräftig.")
    assert [token.tag_ for token in doc][:3] == ["ART", "NN", "VVFIN"]
    assert [sentence.text for sentence in doc.sents] == [
        "Die Firmen verkauften mehr Häuser.",
        "Im Norden stieg der Umsatz kräftig.",
    ]
    assert [doc[1].lemma_, doc[2].lemma_, doc[4].lemma_] == ["Firma", "verkaufen", "Haus"]


def test_a_text_reads_the_same_alone_and_in_a_batch(nlp: Language) -> None:
    texts = ["Infineon und SAP legen zu.", "", "In Kiel baut Lumo ein Werk.", "BMW-Chef Zipse bleibt."] * 20
    together = [[(e.text, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]
    assert together == [[(e.text, e.label_) for e in nlp(text).ents] for text in texts]


def test_it_stays_small_and_says_where_it_comes_from() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*")) <= 20 * MEGABYTE
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert {source["name"] for source in meta["sources"]} >= {"GermEval 2014 NER", "DFKI MobIE"}
    assert all(len(checksum) == 64 for checksum in meta["data_sha256"].values())


@pytest.mark.skipif(not DATA.is_dir(), reason="the data sets are not in ../shared/training")
def test_its_scores_on_held_out_sets_are_those_in_its_meta(nlp: Language) -> None:
    told = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["scores"]
    measured = measure(nlp, DATA)
    for data, label in (
        ("smartdata", "all"),
        ("smartdata", "ORG"),
        ("germeval", "names"),
        ("gsd", "sentence"),
    ):
        assert measured[data][label]["f"] == pytest.approx(told[data][label]["f"], abs=0.005)
    assert measured["gsd"]["tag_of_given_words"]["f"] >= 0.94
    assert measured["gsd"]["lemma_of_given_words"]["f"] >= 0.95
