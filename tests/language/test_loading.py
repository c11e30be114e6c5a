"""Loading a pipeline: the one of rules alone, one of the user, and the errors that name the cure."""

from pathlib import Path

import pytest
import spacy

from pipeline.errors import ModelError
from pipeline.language.loading import load_language


def test_rules_alone_set_sentence_starts() -> None:
    nlp = load_language("blank")
    assert nlp.lang == "de"
    doc = nlp("Der Umsatz stieg auf 30,8 Mio. Euro. Der Gewinn sank.")
    assert [span.text for span in doc.sents] == ["Der Umsatz stieg auf 30,8 Mio. Euro.", "Der Gewinn sank."]


def test_a_pipeline_of_the_user_is_loaded_from_its_folder(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "own")
    nlp = load_language(str(tmp_path / "own"))
    assert "kennzahl_sentences" in nlp.pipe_names
    assert [token.text for token in nlp.make_doc("5Mio.")] == ["5", "Mio."]


def test_a_model_that_is_not_installed_names_the_cure() -> None:
    with pytest.raises(ModelError, match=r"(?s)de_core_news_xl.*pip install"):
        load_language("de_core_news_xl")


def test_a_model_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "english")
    with pytest.raises(ModelError, match="'en'"):
        load_language(str(tmp_path / "english"))
