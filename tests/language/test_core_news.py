"""de_core_news_sm in the place of the built-in model: the real one where installed, its stand-in always.

Of either only what names entities is loaded, so that no stage can lean on a tag, a lemma or a parse; and
claims must be the same with weights that know eight sentences as with those that know the news.
"""

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
import spacy
from core_news import COMPONENTS, LABELS, build
from typer.testing import CliRunner

import pipeline
from pipeline.cli.main import app
from pipeline.flow import STAGES, extract_claims, load
from pipeline.language.loading import BUILT_IN, load_language
from pipeline.language.training import measure as measuring
from pipeline.language.training.annotated import AnnotatedText
from pipeline.reading.article import Article

ROOT = Path(__file__).parents[2]
TEXT = (
    "Der Kieler Maschinenbauer Brellova AG hat den Umsatz 2022 um 8 Prozent auf 2,1 Milliarden Euro "
    "gesteigert. Das sagte Finanzchefin Petra Vogtland in Kiel. Unter dem Strich verdiente Brellova 210 "
    "(Vorjahr: 190) Millionen Euro. Vogtland will in Trier investieren."
)


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("models") / "de_core_news_sm")


def corpus() -> list[Article]:
    lines = (ROOT / "corpus" / "articles" / "agency.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    return [
        Article(id=record["doc_id"], text=record["text"], date=date.fromisoformat(record["date"]))
        for record in records
        if record["split"] == "development" and record["date"]
    ]


def test_the_stand_in_has_the_components_and_labels_of_the_model(stand_in: Path) -> None:
    nlp = spacy.load(stand_in)
    assert nlp.component_names == COMPONENTS
    assert nlp.disabled == ["senter"]
    for name, labels in LABELS.items():
        assert set(labels.split()) <= set(nlp.pipe_labels[name])
    assert nlp.pipe_labels["ner"] == spacy.load(BUILT_IN).pipe_labels["ner"]


def test_only_what_names_entities_is_loaded(stand_in: Path) -> None:
    assert load(str(stand_in)).component_names == ["kennzahl_sentences", "ner", *STAGES]
    assert load().component_names == ["kennzahl_sentences", "tok2vec", "ner", *STAGES]


def test_it_states_the_same_claims_as_the_built_in_model(stand_in: Path) -> None:
    articles = [Article(id="a", text=TEXT, date=date(2023, 3, 1)), *corpus()]
    ours, theirs, rules = (
        [claims for _, claims, _ in extract_claims(load(name), articles)]
        for name in (None, str(stand_in), "blank")
    )
    assert sum(map(len, ours)) > 40
    assert theirs == ours == rules


def test_its_entities_become_records_with_full_names(stand_in: Path) -> None:
    text = "Petra Vogtland sprach in Kiel. Vogtland lobte die Brellova AG, und Brellova dankte."
    frame = pipeline.entities(text, model=str(stand_in))
    assert list(zip(frame.text, frame.label, frame.name, strict=True)) == [
        ("Petra Vogtland", "PER", "Petra Vogtland"),
        ("Kiel", "LOC", "Kiel"),
        ("Vogtland", "PER", "Petra Vogtland"),
        ("Brellova AG", "ORG", "Brellova AG"),
        ("Brellova", "ORG", "Brellova AG"),
    ]


def test_two_models_are_measured_on_the_same_gold(stand_in: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    start = TEXT.index("8 Prozent")
    claim = {
        "start": start, "end": start + 9, "text": "8 Prozent", "metric": "revenue", "segment": None,
        "kind": "change", "low": 8, "high": 8, "unit": "percent", "qualifier": "exact", "adjusted": False,
        "period": "2022", "fiscal": False, "reference": "prior_year", "status": "reported",
        "company": "Brellova AG",
    }  # fmt: skip
    document = {"doc_id": "a", "date": "2023-03-01", "source": "own", "license": "MIT", "text": TEXT}
    gold.write_text(json.dumps({**document, "claims": [claim]}) + "\n", encoding="utf-8")
    ours, theirs = (
        CliRunner().invoke(app, ["evaluate", str(gold), "--json", *model])
        for model in ((), ("--model", str(stand_in)))
    )
    assert (ours.exit_code, theirs.exit_code) == (0, 0)
    assert json.loads(ours.stdout) == json.loads(theirs.stdout)
    refused = CliRunner().invoke(app, ["evaluate", str(gold), "--model", "de_core_news_xl"])
    assert refused.exit_code != 0


@pytest.mark.skipif(find_spec("de_core_news_sm") is None, reason="de_core_news_sm is not installed")
def test_the_model_itself_states_the_same_claims_and_names_people_and_places() -> None:
    nlp = load("de_core_news_sm")
    assert nlp.component_names == ["kennzahl_sentences", "ner", *STAGES]
    (ours,) = extract_claims(load(), [Article(id="a", text=TEXT)])
    (theirs,) = extract_claims(nlp, [Article(id="a", text=TEXT)])
    assert theirs[1] == ours[1]
    assert {"PER", "LOC", "ORG"} <= {entity.label for entity in theirs[2]}


def test_a_component_of_the_user_that_names_entities_is_kept(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "MISC", "pattern": "Nordklang"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "own")
    loaded = load_language(str(tmp_path / "own"))
    assert loaded.component_names == ["kennzahl_sentences", "entity_ruler"]
    assert [entity.text for entity in loaded("Das Nordklang endet.").ents] == ["Nordklang"]


def test_its_scores_are_measured_as_those_of_the_built_in_model(
    stand_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Lumo wächst . Ina lobt Kiel ."
    tags = ((0, 4, "NE"), (5, 11, "VVFIN"), (12, 13, "$."), (14, 17, "NE"), (18, 22, "VVFIN"), (23, 27, "NE"))
    entities = ((0, 4, "ORG"), (14, 17, "PER"), (23, 27, "LOC"))
    texts = [AnnotatedText("made up", "1", text, entities, tags, (0, 14))]
    for name in (
        "smartdata_test",
        "smartdata_test_version_1",
        "germeval_dev",
        "germeval_dev_with_adjectives",
    ):
        monkeypatch.setattr(measuring, name, lambda data: texts)
    monkeypatch.setattr(measuring, "gsd_test", lambda data: texts)
    monkeypatch.setattr(measuring, "gsd_test_lemmas", lambda data: [[("Lumo", "Lumo", "PROPN")]])
    # The stand-in's attribute ruler has no rules and warns of it.
    models = [spacy.load(model, exclude=["attribute_ruler"]) for model in (stand_in, BUILT_IN)]
    both = [measuring.measure(nlp, Path()) for nlp in models]
    assert both[0].keys() == both[1].keys()
    for name, scores in both[1].items():
        assert {label: score["n"] for label, score in scores.items()} == {
            label: score["n"] for label, score in both[0][name].items()
        }
    # The first start of a document is none that a model finds.
    assert both[1]["gsd"]["sentence_start"]["n"] == 1
    assert both[1]["gsd"]["sentence"]["f"] == 1.0
