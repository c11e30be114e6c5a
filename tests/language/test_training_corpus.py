"""What is held out stays out; what the sets do not know is doubted; lemmas and scores are what they say."""

import random
from collections.abc import Iterable
from typing import cast

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from pipeline.language.training.annotated import AnnotatedText
from pipeline.language.training.copies import collect_names, rename, without_line_breaks
from pipeline.language.training.corpus import group
from pipeline.language.training.holdout import HeldOut
from pipeline.language.training.lemmas import add_lemmatizer, build_lemmas
from pipeline.language.training.measure import f_scores
from pipeline.language.training.pud import settle_adverbs, stts_of_pud
from pipeline.language.training.smartdata import SmartDataDocument
from pipeline.language.training.teaching import doubt_missing_kinds, label_sentences
from pipeline.language.training.train import average

ARTICLE = (
    "Der Hersteller Lumo hat im ersten Quartal mehr Lampen verkauft als je zuvor. Besonders im Norden "
    "greifen die Kunden zu. Der Vorstand hält an seinem Ziel fest und baut in Kiel eine zweite Halle."
)


@pytest.mark.parametrize(
    "copy",
    [
        AnnotatedText("x", "1", "ganz anderer Text"),
        AnnotatedText("x", "2", ARTICLE.upper().replace(" ", "\n")),
        AnnotatedText("x", "3", "Nachrichten von heute\n" + ARTICLE + "\nMehr lesen Sie morgen."),
        AnnotatedText("x", "4", ARTICLE[40:150]),
    ],
    ids=["same id", "same letters", "framed", "cut out"],
)
def test_copies_of_held_out_texts_are_held_out(copy: AnnotatedText) -> None:
    assert HeldOut([("1", ARTICLE)]).holds(copy)


def test_other_texts_are_not_held_out() -> None:
    held = HeldOut([("1", ARTICLE)])
    other = "Der Hersteller Lumo hat sein Werk in Husum geschlossen, weil niemand mehr Kerzen zieht."
    assert not held.holds(AnnotatedText("x", "5", other))
    assert not held.holds(AnnotatedText("x", "6", "Kurz."))


def test_single_sentences_are_grouped_without_loss() -> None:
    sentences = [AnnotatedText("leipzig", "", f"Satz {n} steht hier.", None, None, (0,)) for n in range(200)]
    texts = list(group(sentences, random.Random(1)))
    assert sum(len(text.sentences or ()) for text in texts) == 200
    assert all(text.text[start:].startswith("Satz") for text in texts for start in text.sentences or ())
    headlines = sum("hier\n" in text.text or "hier Satz" in text.text for text in texts)
    assert 0 < headlines < 60


class Teacher:
    """Stands in for a trained model that knows a few names."""

    def __init__(self, labels: dict[str, str]) -> None:
        self._blank = spacy.blank("de")
        self._labels = labels

    def pipe(self, texts: Iterable[str]) -> list[Doc]:
        docs = [self._blank.make_doc(text) for text in texts]
        for doc in docs:
            doc.ents = tuple(
                Span(doc, token.i, token.i + 1, label=self._labels[token.text])
                for token in doc
                if token.text in self._labels
            )
        return docs


TEACHER = cast(Language, Teacher({"Nordwind": "MISC", "Lumo": "ORG"}))


def test_a_kind_that_a_set_does_not_know_is_doubted_where_it_marked_nothing() -> None:
    texts = [
        AnnotatedText("x", "1", "Der Film Nordwind läuft bei Lumo", ()),
        AnnotatedText("x", "2", "Die Firma Nordwind wächst", ((10, 18, "ORG"),)),
    ]
    first, second = doubt_missing_kinds(texts, TEACHER, "MISC")
    assert first.unknown == ((9, 17, "MISC"),)
    assert second.unknown == ()


def test_teachers_label_raw_sentences_where_they_agree() -> None:
    raw = AnnotatedText("leipzig", "", "Lumo zeigt Nordwind.", None, None, (0,))
    (sentence,) = label_sentences([raw], [TEACHER, cast(Language, Teacher({"Lumo": "ORG"}))])
    assert sentence.entities == ((0, 4, "ORG"),)
    assert sentence.unknown == ((11, 19, "MISC"),)
    assert sentence.sentences == (0,)


def test_what_most_teachers_find_is_an_entity_and_what_one_finds_is_unknown() -> None:
    raw = AnnotatedText("leipzig", "", "Lumo zeigt Nordwind.", None, None, (0,))
    others = [cast(Language, Teacher({"Nordwind": "ORG"})), cast(Language, Teacher({"Nordwind": "ORG"}))]
    (sentence,) = label_sentences([raw], [TEACHER, *others])
    assert sentence.entities == ((11, 19, "ORG"),)
    assert set(sentence.unknown) == {(0, 4, "ORG"), (11, 19, "MISC")}


NEWS = (
    "Nordlicht Energi wächst\nChefin Ina Vogt von Nordlicht lobt das Ministerium. Vogt mag Nordlicht Energi."
)


def _news() -> SmartDataDocument:
    labels = (
        ("Nordlicht Energi", "ORG"),
        ("Ina Vogt", "PER"),
        ("Nordlicht", "ORG"),
        ("Ministerium", "ORG"),
        ("Vogt", "PER"),
        ("Nordlicht Energi", "ORG"),
    )
    entities, place = [], 0
    for name, label in labels:
        start = NEWS.index(name, place)
        place = start + len(name)
        entities.append((start, place, label))
    companies = frozenset(
        (start, end) for start, end, label in entities if NEWS[start:end].startswith("Nord")
    )
    return SmartDataDocument("news", AnnotatedText("smartdata", "1", NEWS, tuple(entities)), companies)


def test_a_renamed_document_has_one_new_name_for_each_old_one_and_its_short_form() -> None:
    others = "Silber Licht und Gold Kraft trafen Jo Ahn und Eva Bley bei Lumo und Horn"
    spans = [("Silber Licht", "ORG"), ("Gold Kraft", "ORG"), ("Jo Ahn", "PER"), ("Eva Bley", "PER")]
    spans += [("Lumo", "ORG"), ("Horn", "PER")]
    entities = tuple((others.index(name), others.index(name) + len(name), label) for name, label in spans)
    names = collect_names([AnnotatedText("x", "2", others, entities)])
    copy = rename(_news(), names, random.Random(3))
    company, person, short, ministry, last, again = (
        copy.text[start:end] for start, end, _ in copy.entities or ()
    )
    assert company == again in ("Silber Licht", "Gold Kraft")
    assert person in ("Jo Ahn", "Eva Bley")
    assert (short, last, ministry) == (company.split()[0], person.split()[1], "Ministerium")
    assert "wächst\nChefin" in copy.text


def test_a_text_that_lost_its_line_breaks_still_tells_where_the_lines_began() -> None:
    copy = without_line_breaks(_news().annotated)
    assert "wächst Chefin" in copy.text
    assert NEWS.index("Chefin") in (copy.sentences or ())
    assert copy.entities == _news().annotated.entities


def test_lemmas_come_from_the_treebank_before_the_lookup_and_small_words_also_open_sentences() -> None:
    words = [("das", "der", "DET"), ("das", "der", "DET"), ("das", "das", "PRON"), ("Häuser", "Haus", "NOUN")]
    lookup = {"das": "das", "Autos": "Auto", "wollen": "Wolle", "Auto": "Auto"}
    table = build_lemmas([*words, ("wollen", "wollen", "AUX")], lookup, ["Autos", "wollen", "Auto"])
    assert table == {
        "Autos": "Auto",
        "wollen": "wollen",
        "Wollen": "wollen",
        "das": "der",
        "Das": "der",
        "Häuser": "Haus",
    }
    nlp = spacy.blank("de")
    add_lemmatizer(nlp, table)
    assert [token.lemma_ for token in nlp("Das Auto")] == ["der", "Auto"]


def word(form: str, lemma: str, upos: str, xpos: str, features: str = "_", relation: str = "_") -> list[str]:
    return ["1", form, lemma, upos, xpos, features, "0", relation, "_", "_"]


@pytest.mark.parametrize(
    ("row", "tag"),
    [
        (word("wurde", "werden", "AUX", "VBC", "Mood=Ind"), "VAFIN"),
        (word("sollte", "sollen", "AUX", "VBC", "Mood=Sub"), "VMFIN"),
        (word("Schauen", "schauen", "VERB", "VBC", "Mood=Imp"), "VVIMP"),
        (word("abzuholen", "abholen", "VERB", "VB"), "VVIZU"),
        (word("aufzufassen", "aufzufassen", "VERB", "VB"), "VVINF"),
        (word("große", "groß", "ADJ", "JJ", "Case=Nom"), "ADJA"),
        (word("groß", "groß", "ADJ", "JJ", "Degree=Pos"), "ADJD"),
        (word("dies", "dieser", "DET", "DT", "Case=Nom|PronType=Dem", "nsubj"), "PDS"),
        (word("dieser", "dieser", "DET", "DT", "Case=Nom|PronType=Dem", "det"), "PDAT"),
        (word("viele", "viel", "DET", "DT", "Case=Nom|PronType=Ind", "det"), ""),
        (word("darauf", "darauf", "ADV", "RB"), "PAV"),
        (word("um", "um", "SCONJ", "CC"), "KOUI"),
        (word("sich", "sich", "PRON", "PRP", "Case=Acc"), "PRF"),
        (word(";", ";", "PUNCT", ","), "$."),
    ],
)
def test_words_of_parallel_ud_get_stts_tags(row: list[str], tag: str) -> None:
    assert stts_of_pud(row) == tag


def test_adverbs_of_parallel_ud_follow_the_other_treebank() -> None:
    stts = [AnnotatedText("ud", "1", "schnell heute", None, ((0, 7, "ADJD"), (8, 13, "ADV")))]
    pud = [
        AnnotatedText("ud", "2", "Schnell jetzt er", None, ((0, 7, "ADV"), (8, 13, "ADV"), (14, 16, "PPER")))
    ]
    (settled,) = settle_adverbs(pud, stts)
    assert [tag for _, _, tag in settled.tags or ()] == ["ADJD", "", "PPER"]


def test_scores_count_exact_spans_and_labels() -> None:
    gold = [{(0, 4, "ORG"), (9, 13, "LOC")}, {(0, 3, "MISC")}]
    found = [{(0, 4, "ORG"), (9, 12, "LOC")}, set[tuple[int, int, str]]()]
    scores = f_scores(gold, found)
    assert scores["ORG"] == {"p": 1.0, "r": 1.0, "f": 1.0, "n": 1}
    assert scores["LOC"] == {"p": 0.0, "r": 0.0, "f": 0.0, "n": 1}
    assert scores["all"] == {"p": 0.5, "r": 0.3333, "f": 0.4, "n": 3}
    assert scores["names"] == {"p": 0.5, "r": 0.5, "f": 0.5, "n": 2}


def _tagger(weight: float) -> Language:
    nlp = spacy.blank("de")
    tagger = nlp.add_pipe("tagger")
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Lumo wächst"), {"tags": ["NE", "VVFIN"]})])
    for node in tagger.model.walk():  # type: ignore[attr-defined]
        for name in node.param_names:
            node.set_param(name, numpy.full_like(node.get_param(name), weight))
    return nlp


def test_the_mean_of_pipelines_has_the_mean_of_each_weight() -> None:
    nlp = average([_tagger(1.0), _tagger(2.0), _tagger(6.0)])
    model = nlp.get_pipe("tagger").model  # type: ignore[attr-defined]
    weights = [node.get_param(name) for node in model.walk() for name in node.param_names]
    assert weights
    assert all((weight == 3.0).all() for weight in weights)
