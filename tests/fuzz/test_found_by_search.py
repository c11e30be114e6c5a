"""Inputs on which a search by `make fuzz` once failed: each is held as all others are."""

import gzip
from datetime import date
from pathlib import Path

import pytest
from holding import check_files, check_texts
from spacy.language import Language

import pipeline
from pipeline.flow import extract_claims, load
from pipeline.quantities.numbers import LONGEST_NUMBER
from pipeline.reading.article import Article

WORN = (
    "DerKonzern lieferte2.399.632Fahrzeuge aus - 4,8 % weniger als 2021.Vor Steuern verdienten die Münchner "
    "23,5Milliarden Euro(+46,4%).Im Schlussquartal zog das operative Ergebnis um 41 Prozent an."
)
TEXTS = {
    "a sentence ends within a figure": WORN,
    "a paragraph ends within a figure": "Der Umsatz lag bei 5\n\nEuro.",
    "a number that no float holds": "9" * 400 + " Prozent mehr Umsatz",
    "a number of 900,000 digits": "Umsatz: 1" + "0" * 900_000 + " Euro",
    "a number of hundreds of digits before fach": "9" * 400 + "fach höherer Umsatz",
    "a row of hundreds": "hundert" * 400 + " Euro Umsatz",
    "a digit unknown to Python": "Am \U0001ccf52. Mai 202\U0001ccf5 stieg der Umsatz um \U0001ccf5 %.",
    "half of a surrogate pair": "Der Umsatz \ud83d stieg um 3 Prozent.",
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize("entities", [False, True])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_failed_once_holds(nlp: Language, text: str, entities: bool) -> None:
    check_texts(nlp, [text], date(2024, 5, 16), entities=entities)


def test_a_longer_number_than_can_be_meant_is_none(nlp: Language) -> None:
    def found(digits: int) -> int:
        article = Article("a", f"Der Umsatz lag bei {'9' * digits} Euro.")
        return len(next(extract_claims(nlp, [article], entities=False))[1])

    assert (found(LONGEST_NUMBER), found(LONGEST_NUMBER + 1)) == (1, 0)


def test_full_width_digits_are_read(nlp: Language) -> None:
    article = Article("a", "Der Umsatz stieg 2023 um ３ Prozent.")
    [claim] = next(extract_claims(nlp, [article], entities=False))[1]
    assert (claim.text, claim.low) == ("３ Prozent", 3)


def test_a_text_of_a_program_may_hold_half_a_pair() -> None:
    text = "Der Umsatz \ud83d stieg um 3 Prozent."
    [row] = pipeline.extract(text).to_dict("records")
    assert (row["text"], row["sentence"]) == ("3 Prozent", text.replace("\ud83d", "\ufffd"))
    assert pipeline.read(text).claims[0].low == 3


def test_an_archive_within_gzip_that_points_before_its_beginning_is_a_reject(
    nlp: Language, tmp_path: Path
) -> None:
    content = b"PK\x05\x06" + bytes(8) + (46).to_bytes(4, "little") + (40).to_bytes(4, "little") + bytes(2)
    check_files(nlp, tmp_path, [("a.zip.gz", gzip.compress(content))], entities=False)
