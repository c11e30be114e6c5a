"""A model that gives a label too seldom is moved to give it more readily; one without faults stays."""

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.balance import balance

TEXTS = [
    AnnotatedText("x", "1", "Lumo baut in Kiel eine Halle.", ((0, 4, "ORG"), (13, 17, "LOC"))),
    AnnotatedText("x", "2", "Gestern hat Nordwerk in Husum gebaut.", ((12, 20, "ORG"), (24, 29, "LOC"))),
    AnnotatedText("x", "3", "Die Halle von Lumo steht in Kiel.", ((14, 18, "ORG"), (28, 32, "LOC"))),
]


@pytest.fixture
def nlp() -> Language:
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(t.text), to_doc(t, nlp.make_doc(t.text))) for t in TEXTS]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(40):
        nlp.update(examples, sgd=optimizer)
    return nlp


def found(nlp: Language, label: str) -> set[str]:
    return {entity.text for text in TEXTS for entity in nlp(text.text).ents if entity.label_ == label}


def test_a_label_that_became_too_rare_comes_back(nlp: Language) -> None:
    recognizer = nlp.get_pipe("ner")
    bias = recognizer.model.get_ref("upper").get_param("b")  # type: ignore[attr-defined]
    moves = recognizer.moves  # type: ignore[attr-defined]
    number = [moves.get_class_name(n) for n in range(moves.n_moves)].index("U-ORG")
    assert found(nlp, "ORG") == {"Lumo", "Nordwerk"}
    step = 0.0
    while "Nordwerk" in found(nlp, "ORG") or "Lumo" in found(nlp, "ORG"):
        bias[number] -= 0.2
        step += 0.2
        assert step < 20
    places = found(nlp, "LOC")
    shifts = balance(nlp, TEXTS, ["ORG", "LOC"])
    assert shifts["ORG"] > 0
    assert found(nlp, "ORG")
    assert found(nlp, "LOC") >= places


def test_a_model_without_faults_stays_as_it_is(nlp: Language) -> None:
    assert balance(nlp, TEXTS, ["ORG", "LOC"]) == {"ORG": 0.0, "LOC": 0.0}
