"""Joins the data sets into what is trained on, and gives those that are measured on apart."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.language.training.annotated import AnnotatedText, join, read_lines
from pipeline.language.training.conll import (
    GERMEVAL_LABELS,
    GERMEVAL_LABELS_WITH_ADJECTIVES,
    Word,
    read_germeval,
    read_lemmas,
    read_ler,
    read_mobie,
    read_universal_dependencies,
)
from pipeline.language.training.copies import collect_names, rename, without_line_breaks
from pipeline.language.training.holdout import HeldOut
from pipeline.language.training.pud import settle_adverbs
from pipeline.language.training.smartdata import SmartDataDocument, read_smartdata

LER_SENTENCES = 2000
WATCHED_SENTENCES = 600
WATCHED_TAGGED = 150
TAGGED_COPIES = 3
GERMEVAL_COPIES = 3
RENAMED_COPIES = 2


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a model is trained on.

    Attributes:
        germeval: Single sentences with all four labels.
        without_misc: Texts of the sets that know no MISC.
        tagged: Single sentences with STTS tags.
        renamed: Copies of news with other names of companies and people.
        raw: Single sentences of news without annotation.
        watch: Texts on which the best step is chosen: version 3 dev of SmartData, a slice of GermEval's test
            and one of the tagged sentences.
    """

    germeval: list[AnnotatedText]
    without_misc: list[AnnotatedText]
    tagged: list[AnnotatedText]
    renamed: list[AnnotatedText]
    raw: list[AnnotatedText]
    watch: list[AnnotatedText]


def smartdata_test(data: Path, kind: str = "news") -> list[AnnotatedText]:
    """Read the SmartData documents that are measured on, one kind of them."""
    return [d.annotated for d in _smartdata(data, "v3_20200302_test") if d.kind == kind]


def smartdata_test_version_1(data: Path) -> list[AnnotatedText]:
    """Read the same news documents as version 1 has them, whose spans end where the name does.

    Version 3 moved spans to the ends of its tokens: `Commerzbank` became `Commerzbank:`.
    """
    measured = {text.id for text in smartdata_test(data)}
    return [
        document.annotated
        for name in ("train", "test")
        for document in _smartdata(data, f"v1_20180119_{name}")
        if document.annotated.id in measured
    ]


def germeval_dev(data: Path) -> list[AnnotatedText]:
    """Read the GermEval sentences that are measured on, derived adjectives and parts of words left out."""
    return list(read_germeval(_file(data, "germeval2014/NER-de-dev.tsv"), GERMEVAL_LABELS))


def germeval_dev_with_adjectives(data: Path) -> list[AnnotatedText]:
    """Read the same sentences with `dänische` counted as a place."""
    return list(read_germeval(_file(data, "germeval2014/NER-de-dev.tsv"), GERMEVAL_LABELS_WITH_ADJECTIVES))


def gsd_test(data: Path) -> list[AnnotatedText]:
    """Read the German GSD sentences that are measured on, ten to a document with a blank between."""
    sentences = list(read_universal_dependencies(_file(data, "ud/de_gsd-ud-test.conllu")))
    return [
        join(group, [" "] * (len(group) - 1))
        for group in (sentences[start : start + 10] for start in range(0, len(sentences), 10))
    ]


def gsd_test_lemmas(data: Path) -> list[list[Word]]:
    """Read the words of the German GSD sentences that are measured on."""
    return list(read_lemmas(_file(data, "ud/de_gsd-ud-test.conllu")))


def treebank_words(data: Path) -> list[Word]:
    """Read the words that lemmas are learned from."""
    return [
        word
        for name in ("de_pud-ud-test", "de_gsd-ud-dev")
        for sentence in read_lemmas(_file(data, f"ud/{name}.conllu"))
        for word in sentence
    ]


def build_corpus(data: Path, gold: Path | None, seed: int) -> Corpus:
    """Read all sets of a data folder, less what is held out.

    Args:
        data: Folder with one folder a set, as its makers publish it.
        gold: Folder of gold claims; the texts of its `smartdata-*` documents are held out too.
        seed: Decides which sentences of large sets are taken and which stand together.

    Returns:
        The corpus.

    Raises:
        InputError: If a set is missing.
    """
    draw = random.Random(seed)
    claimed = gold_texts(gold)
    version_3 = [d.annotated for name in ("test", "dev") for d in _smartdata(data, f"v3_20200302_{name}")]
    held = HeldOut([*((text.id, text.text) for text in version_3), *claimed])
    smartdata = [
        document
        for name in ("train", "test")
        for document in _smartdata(data, f"v1_20180119_{name}")
        if not held.holds(document.annotated)
    ]
    news = [document for document in smartdata if document.kind == "news"]
    mobie = [
        text
        for part in ("train", "dev", "test")
        for text in read_mobie(data / "mobie/ner_conll03_formatted.zip", part)
    ]
    ler = [text for part in ("dev", "test") for text in read_ler(_file(data, f"ler/ler_{part}.conll"))]
    germeval = list(read_germeval(_file(data, "germeval2014/NER-de-test.tsv"), GERMEVAL_LABELS))
    gsd = list(read_universal_dependencies(_file(data, "ud/de_gsd-ud-dev.conllu")))
    pud = read_universal_dependencies(_file(data, "ud/de_pud-ud-test.conllu"))
    tagged = [*gsd, *settle_adverbs(pud, gsd)]
    draw.shuffle(germeval)
    draw.shuffle(tagged)
    held_gold = HeldOut(claimed)
    names = collect_names([*germeval[WATCHED_SENTENCES:], *(document.annotated for document in news)])
    return Corpus(
        germeval=germeval[WATCHED_SENTENCES:],
        without_misc=[
            *(document.annotated for document in smartdata),
            *(without_line_breaks(document.annotated) for document in news),
            *mobie,
            *group(draw.sample(ler, min(LER_SENTENCES, len(ler))), draw),
        ],
        tagged=tagged[WATCHED_TAGGED:],
        renamed=[rename(document, names, draw) for _ in range(RENAMED_COPIES) for document in news],
        raw=[_raw_sentence(line) for line in read_leipzig(data)],
        watch=[
            *(d.annotated for d in _smartdata(data, "v3_20200302_dev") if not held_gold.holds(d.annotated)),
            *group(germeval[:WATCHED_SENTENCES], draw),
            *group(tagged[:WATCHED_TAGGED], draw),
        ],
    )


def lay_out(
    corpus: Corpus, raw: list[AnnotatedText], seed: int, germeval_copies: int = GERMEVAL_COPIES
) -> list[AnnotatedText]:
    """Put a corpus into the order of training.

    Args:
        corpus: The corpus.
        raw: Sentences of news, labelled by a teacher or not; these teach sentence starts at least.
        seed: Decides the order and which sentences stand together.
        germeval_copies: How often GermEval's sentences come.

    Returns:
        The texts to train on; GermEval's and the tagged sentences come several times, since they are few.
    """
    draw = random.Random(seed)
    texts = [*corpus.without_misc, *group(raw, draw)]
    for sentences, copies in ((corpus.germeval, germeval_copies), (corpus.tagged, TAGGED_COPIES)):
        for _ in range(copies):
            texts += group(draw.sample(sentences, len(sentences)), draw)
    draw.shuffle(texts)
    return texts


def read_leipzig(data: Path) -> list[str]:
    """Read the raw news sentences of the Leipzig collection."""
    return [
        line for line in read_lines(_file(data, "leipzig/deu_news_2020_30K-sentences.txt")) if line.strip()
    ]


def _raw_sentence(line: str) -> AnnotatedText:
    return AnnotatedText("leipzig", "", line.strip(), None, None, (0,))


def group(sentences: Iterable[AnnotatedText], draw: random.Random) -> Iterator[AnnotatedText]:
    """Put single sentences together as a document does: mostly in a row, some as headline or paragraph.

    Args:
        sentences: Sentences of one set.
        draw: Decides how many stand together and how.

    Yields:
        Texts of one to eight sentences.
    """
    group: list[AnnotatedText] = []
    gaps: list[str] = []
    size = draw.randint(1, 8)
    for sentence in sentences:
        if group and len(group) >= size:
            yield join(group, gaps[:-1])
            group, gaps, size = [], [], draw.randint(1, 8)
        chance = draw.random()
        if chance < 0.2 and _has_spare_stop(sentence):
            # A headline has no full stop: `Umsatz steigt kräftig` stands on a line, or lost its line break.
            sentence = _without_stop(sentence)
            gaps.append("\n" if chance < 0.06 else " ")
        else:
            gaps.append("\n" if chance < 0.3 else " ")
        group.append(sentence)
    if group:
        yield join(group, gaps[:-1])


def _has_spare_stop(sentence: AnnotatedText) -> bool:
    """Whether a sentence ends with a full stop that is no part of a name (`Warner Bros.`)."""
    end = len(sentence.text)
    return sentence.text.endswith(".") and all(span[1] < end for span in sentence.entities or ())


def _without_stop(sentence: AnnotatedText) -> AnnotatedText:
    end = len(sentence.text) - 1
    tags = None if sentence.tags is None else tuple(tag for tag in sentence.tags if tag[1] <= end)
    return replace(sentence, text=sentence.text[:end], tags=tags)


def _smartdata(data: Path, name: str) -> Iterator[SmartDataDocument]:
    return read_smartdata(_file(data, f"smartdata/{name}.json"))


def _file(data: Path, name: str) -> Path:
    """A set's file, or the same packed with gzip."""
    return data / name if (data / name).is_file() else data / f"{name}.gz"


def gold_texts(gold: Path | None) -> list[tuple[str, str]]:
    """Read those documents of SmartData that gold claims were written for.

    Args:
        gold: Folder of gold claims, if there is one.

    Returns:
        The id and the text of each.
    """
    texts = []
    for file in sorted(gold.glob("*.jsonl")) if gold else ():
        for line in read_lines(file):
            record = json.loads(line) if line.strip() else {}
            if str(record.get("doc_id", "")).startswith("smartdata-"):
                texts.append((record["doc_id"], record["text"]))
    return texts
