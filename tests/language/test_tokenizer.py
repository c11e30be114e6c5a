"""Tokens of figures: a number, its scale and its unit are three, and an abbreviation keeps its dot."""

import pytest
import spacy
from spacy.language import Language

from pipeline.language.tokenizer import tune_tokenizer


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    tune_tokenizer(nlp)
    return nlp


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("3,5Mrd.€", ["3,5", "Mrd.", "€"]),
        ("5Mio.", ["5", "Mio."]),
        ("rd. 5 Mrd. Euro", ["rd.", "5", "Mrd.", "Euro"]),
        ("i.V. 38", ["i.V.", "38"]),
        ("$90.000", ["$", "90.000"]),
        ("Das war 2024.", ["Das", "war", "2024", "."]),
        ("Euro.Der", ["Euro", ".", "Der"]),
        ("12,5%", ["12,5", "%"]),
    ],
)
def test_figures_are_taken_apart(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == tokens


def test_no_letter_of_the_text_is_lost(nlp: Language) -> None:
    text = "Umsatz: 3,5Mrd.€ (i.V. 12½ Mio.); Kurs 2,5-prozentig.Der  Rest\u00a0folgt 2024.\n"
    assert nlp.make_doc(text).text == text
