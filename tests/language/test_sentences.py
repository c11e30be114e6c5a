"""Where a sentence of a news text ends, and where it only looks like it."""

from itertools import pairwise

import pytest
import spacy

from pipeline.language.boundaries import LONGEST_SENTENCE, sentence_spans
from pipeline.language.sentences import make_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz stieg auf 30,8 Mio. Euro im dritten Quartal.",
        "Der Gewinn lag am 15. Januar bei rd. 5 Mrd. Dollar.",
        "Im 3. Quartal verdiente die Firma mehr als im 2. Quartal.",
        "Dr. Anna Beispiel führt die Beispiel Inc. seit Mai.",
        "Der Umsatz (i.V. 3,4 Mio. Euro) stieg z.B. in Wien.",
        "Der Kurs stieg um 3.500 Punkte.",
    ],
)
def test_a_full_stop_of_an_abbreviation_or_an_ordinal_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Umsatz stieg auf 30,8 Mio. Für das Jahr gilt das nicht.",
            ["Der Umsatz stieg auf 30,8 Mio.", "Für das Jahr gilt das nicht."],
        ),
        ("So war es 2024. Der Gewinn sank.", ["So war es 2024.", "Der Gewinn sank."]),
        ("Das sagte er.Der Dax stieg.", ["Das sagte er.", "Der Dax stieg."]),
        ("Ist das viel? Ja! Sehr viel.", ["Ist das viel?", "Ja!", "Sehr viel."]),
        ("„Das ist viel.“ Er lachte.", ["„Das ist viel.“", "Er lachte."]),
        (
            "Beispiel AG wächst\n\nDer Umsatz stieg um 5 Prozent.",
            ["Beispiel AG wächst", "Der Umsatz stieg um 5 Prozent."],
        ),
        ("- Umsatz: 5 Mio.\n- Ebit: 1 Mio.", ["- Umsatz: 5 Mio.", "- Ebit: 1 Mio."]),
    ],
)
def test_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_lines_of_wrapped_text_are_no_sentences() -> None:
    lines = [
        "Die Beispiel AG hat im vergangenen Jahr mehr verdient, obwohl der",
        "Umsatz im Kerngeschäft leicht zurückging. Der Vorstand sprach von",
        "Rückenwind durch niedrigere Kosten und erwartet für das laufende",
        "Jahr eine ähnliche Entwicklung. Die Aktie reagierte am Vormittag",
        "kaum auf die Zahlen.",
    ]
    assert [told.replace("\n", " ") for told in sentences("\n".join(lines))] == [
        "Die Beispiel AG hat im vergangenen Jahr mehr verdient, obwohl der Umsatz im Kerngeschäft leicht "
        "zurückging.",
        "Der Vorstand sprach von Rückenwind durch niedrigere Kosten und erwartet für das laufende Jahr eine "
        "ähnliche Entwicklung.",
        "Die Aktie reagierte am Vormittag kaum auf die Zahlen.",
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Der Gewinn lag bei 3 Mio. Fr. Talbau bleibt zuversichtlich.", 2),
        ("Das kostet 45 Fr. Kunden zahlen mehr.", 2),
        ("Die Bank machte 412 Mio. Fr. Umsatz und wuchs.", 1),
        ("Mit 5 Mio. Fr. Gewinn war das Jahr gut.", 1),
        ("Rund 4 Mio. Umsatz wurden verbucht.", 1),
        ("Er zahlte 45 Fr. Busse.", 1),
        ("Gestern sagte Fr. Huber ab.", 1),
    ],
)
def test_a_subject_and_its_verb_begin_a_sentence_after_swiss_money(text: str, sentences: int) -> None:
    assert len(sentence_spans(text)) == sentences


def test_nothing_but_blanks_is_left_out() -> None:
    text = "  Der Dax stieg.\n\n\n Der Euro fiel!  Und nun? \n"
    spans = sentence_spans(text)
    covered = {position for start, end in spans for position in range(start, end)}
    assert "".join(letter for place, letter in enumerate(text) if place not in covered).strip() == ""
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert sentence_spans("") == []
    assert sentence_spans(" \n ") == []


def test_a_page_without_a_full_stop_is_cut() -> None:
    """Rules look at every pair of figures of a sentence, so that a sentence has an end."""
    text = "Umsatz 5 Prozent, " * 1000
    spans = sentence_spans(text)
    assert len(spans) > 5
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert all(text[start:end].strip().startswith("Umsatz") for start, end in spans)
    assert "".join(text[start:end] for start, end in spans) == text.rstrip()
    assert len(sentence_spans("x" * 9000)) > 1


def test_the_component_starts_a_sentence_where_the_text_does() -> None:
    nlp = spacy.blank("de")
    doc = make_sentences(nlp, "sentences")(nlp.make_doc("Der Gewinn lag bei 5 Mio. Euro. Der Dax stieg."))
    assert [span.text for span in doc.sents] == ["Der Gewinn lag bei 5 Mio. Euro.", "Der Dax stieg."]
