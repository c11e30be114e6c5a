"""One name in a document is one name: people, places and organisations under the fullest form it has."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.entities.full_names import WrittenName, full_names
from pipeline.mentions.mention import EntityMention

LABELS = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}


def marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Cut `[P Klaus Müller] spricht.` into the text and the spans that a model would give."""
    plain, spans = "", []
    while "[" in text:
        before, rest = text.split("[", 1)
        inner, text = rest.split("]", 1)
        plain += before
        spans.append((len(plain), len(plain) + len(inner) - 2, LABELS[inner[0]]))
        plain += inner[2:]
    return plain + text, spans


def names_of(text: str) -> list[str]:
    plain, spans = marked(text)
    return full_names(
        plain, [WrittenName(start, end, plain[start:end], label) for start, end, label in spans]
    )


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("kennzahl_mentions")
    return nlp


def found(nlp: Language, text: str) -> tuple[EntityMention, ...]:
    plain, spans = marked(text)
    doc: Doc = nlp.make_doc(plain)
    doc.ents = [span for place in spans if (span := doc.char_span(place[0], place[1], label=place[2]))]
    entities: tuple[EntityMention, ...] = nlp(doc)._.mentions.entities
    assert all(plain[entity.start : entity.end] == entity.text for entity in entities)
    return entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[P Klaus Müller] kam. [P Müller] ging.", ["Klaus Müller"] * 2),
        ("[P Müller] ging, bevor [P Klaus Müller] kam.", ["Klaus Müller"] * 2),
        ("[P Klaus Müllers] Rede lobte [P Müller], nicht [P Klaus Müller].", ["Klaus Müller"] * 3),
        ("[P Ute von der Heide] kam, [P von der Heides] Rede auch.", ["Ute von der Heide"] * 2),
        ("[P Hans Peter Abel] sprach. [P Peter Abel] und [P Abel] sind einer.", ["Hans Peter Abel"] * 3),
        ("[P Dr. Klaus Müller] sprach, und [P Müller] blieb.", ["Klaus Müller"] * 2),
        ("[P Kramp-Holler] und [P Anna Kramp-Holler]", ["Anna Kramp-Holler"] * 2),
    ],
)
def test_a_person_has_the_full_name_throughout(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_a_last_name_that_two_people_share_stays_alone() -> None:
    names = names_of("[P Karl Abel] und [P Petra Abel] gründeten die Firma. [P Abel] lenkt, [P Petra] wirbt.")
    assert names == ["Karl Abel", "Petra Abel", "Abel", "Petra Abel"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[L Frankfurt am Main] wächst, [L Frankfurts] Messe auch.", ["Frankfurt am Main"] * 2),
        ("[L ZÜRICH] - In [L Zürich] steigen die Mieten.", ["Zürich"] * 2),
        ("[L Deutschlands] Wirtschaft schrumpft.", ["Deutschland"]),
        ("[L Berlin] und [L Berlin Mitte]", ["Berlin", "Berlin Mitte"]),
        ("[L Paris] bleibt [L Paris].", ["Paris"] * 2),
        (
            "Die [O Europäische Zentralbank] ([O EZB]) tagt. Die [O EZB] wartet, so Kreise der "
            "[O Europäischen Zentralbank].",
            ["Europäische Zentralbank"] * 4,
        ),
        (
            "Die [M Hannoveraner Gartenschau] ([M HGS]) endet, die [M HGS] lockte.",
            ["Hannoveraner Gartenschau"] * 3,
        ),
        ("Die [O Grünen] tagen, [O Grüne] streiten.", ["Grüne"] * 2),
        ("[O Verdi] streikt ([O GDL] nicht).", ["Verdi", "GDL"]),
    ],
)
def test_a_place_or_body_has_one_name_in_its_basic_form(text: str, names: list[str]) -> None:
    assert names_of(text) == names


def test_a_company_carries_its_longest_name_and_its_identifier(nlp: Language) -> None:
    first, second = found(nlp, "Die SAP SE wuchs. SAPs Kurs stieg.")
    assert (first.name, second.name) == ("SAP SE", "SAP SE")
    assert first.company_id == second.company_id == "DE0007164600"


def test_a_company_within_a_word_is_an_entity(nlp: Language) -> None:
    entities = found(nlp, "Der BMW-Chef sprach, [P Ida Roth] hörte zu.")
    assert [(entity.text, entity.label) for entity in entities] == [("BMW", "ORG"), ("Ida Roth", "PER")]


def test_what_a_model_saw_once_it_sees_everywhere(nlp: Language) -> None:
    entities = found(nlp, "[P Ida Brellin] kam nach [L Trellin]. Doch Brellin ging, und Trellin blieb leer.")
    assert [(entity.text, entity.label, entity.name) for entity in entities] == [
        ("Ida Brellin", "PER", "Ida Brellin"),
        ("Trellin", "LOC", "Trellin"),
        ("Brellin", "PER", "Ida Brellin"),
        ("Trellin", "LOC", "Trellin"),
    ]


def test_a_metric_is_no_name_but_a_publisher_and_a_person_called_like_one_are(nlp: Language) -> None:
    text = "Das Ergebnis ([O Ebit]) stieg, so [O Dow Jones]. [P Gold] schwieg, [O Brellova] auch."
    assert [entity.text for entity in found(nlp, text)] == ["Dow Jones", "Gold", "Brellova"]


def test_amounts_and_adjectives_are_no_names_but_adidas_and_a_road_by_number_are() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("kennzahl_quantities")
    nlp.add_pipe("kennzahl_mentions")
    entities = found(nlp, "Das [M griechische] Werk von [O adidas] kostete 3 Millionen [M Euro].")
    assert [entity.text for entity in entities] == ["adidas"]
    entities = found(nlp, "Es brannte 3 Stunden auf der [L Bundesautobahn 60] bei Kiel.")
    assert [entity.text for entity in entities] == ["Bundesautobahn 60"]
