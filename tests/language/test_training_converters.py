"""Each converter reads its makers' own format; the German sentences here are made up."""

import gzip
import json
import zipfile
from pathlib import Path

import pytest
import spacy

from pipeline.errors import InputError
from pipeline.language.training.annotated import (
    AnnotatedText,
    join,
    spans_of_bio,
    to_doc,
    trim,
    write_out,
)
from pipeline.language.training.conll import (
    GERMEVAL_LABELS,
    GERMEVAL_LABELS_WITH_ADJECTIVES,
    read_germeval,
    read_lemmas,
    read_ler,
    read_mobie,
    read_universal_dependencies,
)
from pipeline.language.training.smartdata import read_smartdata


def names(text: AnnotatedText) -> list[tuple[str, str]]:
    return [(text.text[start:end], label) for start, end, label in text.entities or ()]


def test_germeval_sentences_lose_their_columns_and_keep_their_outer_names(tmp_path: Path) -> None:
    file = tmp_path / "NER-de.tsv"
    file.write_text(
        "#\thttp://beispiel\t[2020-01-01]\n"
        "1\tDer\tO\tO\n2\tdänische\tB-LOCderiv\tO\n3\tKonzern\tO\tO\n4\tNordlicht\tB-ORG\tB-LOC\n"
        "5\tEnergi\tI-ORG\tO\n6\tdruckt\tO\tO\n7\t„\tO\tO\n8\tMorgenrot\tB-OTH\tO\n9\t“\tO\tO\n10\t.\tO\tO\n"
        "\n#\tzwei\n1\tSchluss\tO\tO\n\n",
        encoding="utf-8",
    )
    first, second = read_germeval(file, GERMEVAL_LABELS)
    assert first.text == "Der dänische Konzern Nordlicht Energi druckt „Morgenrot“."
    assert names(first) == [("Nordlicht Energi", "ORG"), ("Morgenrot", "MISC")]
    assert names(second) == []
    with_adjectives = next(iter(read_germeval(file, GERMEVAL_LABELS_WITH_ADJECTIVES)))
    assert names(with_adjectives)[0] == ("dänische", "LOC")


def test_ler_knows_courts_and_judges_and_drops_laws(tmp_path: Path) -> None:
    file = tmp_path / "ler.conll.gz"
    rows = (
        "Richterin O\nMaier B-RR\nam B-X\nLandgericht B-GRT\nBonn I-GRT\nzitiert O\n§ B-GS\n1 I-GS\n. O\n\n"
    )
    file.write_bytes(gzip.compress(rows.encode()))
    (text,) = read_ler(file)
    assert names(text) == [("Maier", "PER"), ("Landgericht Bonn", "ORG")]
    assert text.sentences == (0,)


def test_mobie_documents_join_their_sentences_and_leave_machine_tags_out(tmp_path: Path) -> None:
    file = tmp_path / "mobie.zip"
    rows = (
        "-DOCSTART- -1- O O\n\nStau\tNN\tI-NN\tO\nauf\tAPPR\tI\tO\nder\tART\tI\tO\n"
        "A9\tNN\tI\tB-location-route\n"
        ".\t$.\tI\tO\n\nGrüße\tNN\tI\tO\nvon\tAPPR\tI\tO\nEva\tNE\tI\tB-person\n\n"
        "-DOCSTART- -2- O O\n\nDie\tART\tI\tO\nBahn\tNN\tI\tB-organization-company\num\tAPPR\tI\tO\n"
        "8\tCARD\tI\tB-time\n"
    )
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("train.conll2003", rows)
    first, second = read_mobie(file, "train")
    assert first.text == "Stau auf der A9. Grüße von Eva"
    assert names(first) == [("A9", "LOC"), ("Eva", "PER")]
    assert (first.tags, first.sentences) == (None, None)
    assert names(second) == [("Bahn", "ORG")]
    with pytest.raises(InputError, match="no part dev"):
        list(read_mobie(file, "dev"))


def test_treebank_words_join_where_no_blank_is_and_contractions_are_one_word(tmp_path: Path) -> None:
    file = tmp_path / "de_gsd.conllu"
    row = "{}\t{}\t{}\t{}\t{}\t_\t0\troot\t_\t{}\n"
    file.write_text(
        "# sent_id = 1\n# text = Im Werk läuft es.\n"
        + row.format("1-2", "Im", "_", "_", "_", "_")
        + row.format("1", "in", "in", "ADP", "APPR", "_")
        + row.format("2", "dem", "der", "DET", "ART", "_")
        + row.format("3", "Werk", "Werk", "NOUN", "NN", "_")
        + row.format("4", "läuft", "laufen", "VERB", "VVFIN", "_")
        + row.format("5", "es", "es", "PRON", "PPER", "SpaceAfter=No")
        + row.format("6", ".", ".", "PUNCT", "$.", "_"),
        encoding="utf-8",
    )
    (text,) = read_universal_dependencies(file)
    assert text.text == "Im Werk läuft es."
    assert [(text.text[a:b], tag) for a, b, tag in text.tags or ()] == [
        ("Im", "APPRART"),
        ("Werk", "NN"),
        ("läuft", "VVFIN"),
        ("es", "PPER"),
        (".", "$."),
    ]
    assert next(iter(read_lemmas(file)))[3] == ("läuft", "laufen", "VERB")


def test_smartdata_documents_stand_one_after_the_other(tmp_path: Path) -> None:
    def document(kind: str, text: str, *mentions: tuple[int, int, str]) -> str:
        spans = [{"span": {"start": a, "end": b}, "type": label} for a, b, label in mentions]
        record = {
            "id": kind,
            "text": {"string": text},
            "refids": {"map": {"fileName": f"smartdata_{kind}_1.xml"}},
            "conceptMentions": {"array": spans},
        }
        return json.dumps(record, indent=2)

    file = tmp_path / "v1.json"
    file.write_text(
        document("news", "Lumo aus Kiel wächst.", (0, 5, "organization-company"), (9, 13, "location-city"))
        + "\n"
        + document("tweet", "Zug steht", (0, 3, "TRIGGER"), (4, 9, "ORG_POSITION")),
        encoding="utf-8",
    )
    news, tweet = read_smartdata(file)
    assert (news.kind, tweet.kind) == ("news", "tweet")
    assert names(news.annotated) == [("Lumo", "ORG"), ("Kiel", "LOC")]
    assert news.companies == {(0, 4)}
    assert tweet.annotated.entities == ()


def test_a_missing_file_is_named_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Give the folder that holds the data sets"):
        list(read_ler(tmp_path / "ler.conll"))


def test_tokens_are_written_as_a_text_has_them() -> None:
    text, starts = write_out(["Er", "sagte", ":", '"', "Ja", ",", "(", "gern", ")", '"', "."])
    assert text == 'Er sagte: "Ja, (gern)".'
    assert [text[start] for start in starts] == list('Es:"J,(g)".')


def test_an_inside_tag_of_another_kind_opens_a_new_span() -> None:
    spans = spans_of_bio(["Kiel", "Lumo", "AG"], [0, 5, 10], ["I-LOC", "I-ORG", "I-ORG"])
    assert spans == [(0, 4, "LOC"), (5, 12, "ORG")]


def test_white_space_at_the_ends_of_a_span_is_no_part_of_the_name() -> None:
    assert trim("vor \xa0WSW und", (3, 9, "ORG")) == (5, 8, "ORG")
    assert trim("vor  und", (3, 5, "ORG")) is None


def test_joined_texts_keep_their_annotation_in_place() -> None:
    one = AnnotatedText("x", "1", "Lumo wächst", ((0, 4, "ORG"),), ((0, 4, "NE"),), (0,), ((5, 11, "MISC"),))
    joined = join([one, one], ["\n"])
    assert joined.text == "Lumo wächst\nLumo wächst"
    assert joined.entities == ((0, 4, "ORG"), (12, 16, "ORG"))
    assert joined.sentences == (0, 12)
    assert joined.tags == ((0, 4, "NE"), (12, 16, "NE"))
    assert joined.unknown == ((5, 11, "MISC"), (17, 23, "MISC"))


def test_what_no_token_is_stays_off_the_document() -> None:
    text = AnnotatedText(
        "x",
        "1",
        "Die Lumo-Aktie von Lumo AG steigt",
        ((4, 8, "ORG"), (19, 26, "ORG")),
        ((0, 3, "ART"), (4, 8, "NE"), (8, 9, "$("), (9, 14, "NN"), (15, 18, "APPR")),
        (0, 19),
        ((0, 3, "MISC"),),
    )
    doc = to_doc(text, spacy.blank("de").make_doc(text.text))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Lumo AG", "ORG")]
    assert [token.tag_ for token in doc][:4] == ["ART", "NN", "APPR", ""]
    assert [token.i for token in doc if token.is_sent_start] == [0, 3]
    assert doc[0].ent_iob == 0
    assert doc[1].ent_iob_ == "O"


def test_a_text_nobody_looked_through_for_names_has_none_missing_or_wrong() -> None:
    doc = to_doc(AnnotatedText("x", "1", "Lumo wächst."), spacy.blank("de").make_doc("Lumo wächst."))
    assert [token.ent_iob for token in doc] == [0, 0, 0]
    assert not doc.has_annotation("TAG")


def test_doubtful_spans_may_meet_each_other_and_names() -> None:
    text = AnnotatedText(
        "x",
        "1",
        "Lumo Nord AG wächst",
        ((0, 12, "ORG"),),
        unknown=((0, 4, "ORG"), (5, 19, "MISC"), (13, 19, "PER")),
    )
    doc = to_doc(text, spacy.blank("de").make_doc(text.text))
    assert [entity.text for entity in doc.ents] == ["Lumo Nord AG"]
    assert doc[3].ent_iob == 0
