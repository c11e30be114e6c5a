"""The command `python -m pipeline.language.training.measure`: a model's scores and speed."""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.language.embedding  # noqa: F401 (registers the layer in a tree that is not installed)
from pipeline.language.loading import fast_products
from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.conll import Word
from pipeline.language.training.corpus import (
    germeval_dev,
    germeval_dev_with_adjectives,
    gsd_test,
    gsd_test_lemmas,
    read_leipzig,
    smartdata_test,
    smartdata_test_version_1,
)
from pipeline.language.training.holdout import HeldOut

Score = dict[str, float]
Marks = set[tuple[int, int, str]]

NAMES = frozenset(("LOC", "ORG", "PER"))
SPEED_SENTENCES = 4000
SENTENCES_A_TEXT = 20


def f_scores(gold: Iterable[Marks], predicted: Iterable[Marks]) -> dict[str, Score]:
    """Score spans, exact offsets and label.

    Args:
        gold: The spans of each document.
        predicted: Those found, in the same order.

    Returns:
        Precision, recall and F1 of each label of the gold, of all spans, and of `names`, all but MISC.
    """
    hits, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for right, found in zip(gold, predicted, strict=True):
        for counter, marks in ((hits, right & found), (wrong, found - right), (missed, right - found)):
            counter.update(label for _, _, label in marks)
            counter.update("all" for _ in marks)
            counter.update("names" for _, _, label in marks if label in NAMES)
    return {
        label: _f_score(hits[label], wrong[label], missed[label])
        for label in sorted(hits.keys() | missed.keys(), key=str.casefold)
    }


def _f_score(hits: int, wrong: int, missed: int) -> Score:
    precision = hits / (hits + wrong) if hits else 0.0
    recall = hits / (hits + missed) if hits else 0.0
    both = 2 * hits / (2 * hits + wrong + missed) if hits else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f": round(both, 4), "n": hits + missed}


def measure(nlp: Language, data: Path) -> dict[str, dict[str, Score]]:
    """Score a pipeline on the held-out sets.

    Args:
        nlp: A German pipeline with tags, sentences and entities.
        data: Folder of the data sets.

    Returns:
        Scores by set: those of `measure_names`, and tags, sentences and lemmas as `gsd`.
    """
    return {**measure_names(nlp, data), "gsd": _measure_grammar(nlp, data)}


def measure_names(nlp: Language, data: Path, leave_out: HeldOut | None = None) -> dict[str, dict[str, Score]]:
    """Score the entities of a pipeline on the held-out sets.

    Args:
        nlp: A German pipeline that sets `doc.ents`.
        data: Folder of the data sets.
        leave_out: Texts that this pipeline was made with and must not be scored on.

    Returns:
        Scores by set. `smartdata` and `germeval` leave out the spans that no tokens of this pipeline can be
        (`Wirecard` in `Wirecard-Aktie`), `smartdata_every_span` counts them as missed; SmartData knows no
        MISC, so that label is not counted there. `smartdata_version_1` has the same documents with the spans
        of the first version.
    """
    scores: dict[str, dict[str, Score]] = {}
    for name, texts in (
        ("smartdata", smartdata_test(data)),
        ("smartdata_version_1", smartdata_test_version_1(data)),
        ("germeval", germeval_dev(data)),
        ("germeval_with_adjectives", germeval_dev_with_adjectives(data)),
    ):
        if leave_out:
            texts = [text for text in texts if not leave_out.holds(text)]
        docs = list(nlp.pipe(text.text for text in texts))
        labels = {label for text in texts for _, _, label in text.entities or ()}
        found = [
            {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in labels} for doc in docs
        ]
        can_be = [to_doc(text, doc) for text, doc in zip(texts, docs, strict=True)]
        scores[name] = f_scores(
            [{(e.start_char, e.end_char, e.label_) for e in d.ents} for d in can_be], found
        )
        scores[f"{name}_every_span"] = f_scores([set(text.entities or ()) for text in texts], found)
    return scores


def _measure_grammar(nlp: Language, data: Path) -> dict[str, Score]:
    texts = gsd_test(data)
    gold_tags = [set(text.tags or ()) for text in texts]
    gold_sentences = [_gold_sentences(text) for text in texts]
    docs = list(nlp.pipe(text.text for text in texts))
    given = list(nlp.pipe(_given_words(nlp, text) for text in texts))
    return {
        "tag_of_given_words": f_scores(gold_tags, map(_tags, given))["all"],
        "tag": f_scores(gold_tags, map(_tags, docs))["all"],
        "sentence": f_scores(gold_sentences, map(_sentences, docs))["all"],
        "sentence_of_given_words": f_scores(gold_sentences, map(_sentences, given))["all"],
        "sentence_start": f_scores(
            map(_inner_starts, gold_sentences), (_inner_starts(_sentences(d)) for d in docs)
        )["all"],
        "lemma_of_given_words": _lemma_score(nlp, gsd_test_lemmas(data)),
    }


def _given_words(nlp: Language, text: AnnotatedText) -> Doc:
    """Cut a text as the treebank does, which splits `EU-Länder`: tagging scored apart from tokenizing."""
    tags = text.tags or ()
    words = [text.text[start:end] for start, end, _ in tags]
    spaces = [text.text[end : end + 1] == " " for _, end, _ in tags]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _lemma_score(nlp: Language, sentences: list[list[Word]]) -> Score:
    docs = nlp.pipe(Doc(nlp.vocab, words=[form for form, _, _ in words]) for words in sentences)
    pairs = [
        (token.lemma_, lemma)
        for doc, words in zip(docs, sentences, strict=True)
        for token, (_, lemma, _) in zip(doc, words, strict=True)
    ]
    hits = sum(found == lemma for found, lemma in pairs)
    return _f_score(hits, len(pairs) - hits, len(pairs) - hits)


def _tags(doc: Doc) -> Marks:
    return {(token.idx, token.idx + len(token), token.tag_) for token in doc if not token.is_space}


def _sentences(doc: Doc) -> Marks:
    spans = ([token for token in sentence if not token.is_space] for sentence in doc.sents)
    return {(span[0].idx, span[-1].idx + len(span[-1]), "sentence") for span in spans if span}


def _inner_starts(sentences: Marks) -> Marks:
    """Where sentences start; the first of a document starts where the document does and is not counted."""
    return {(start, start, label) for start, _, label in sorted(sentences)[1:]}


def _gold_sentences(text: AnnotatedText) -> Marks:
    starts = [*(text.sentences or ()), len(text.text)]
    return {
        (start, start + len(text.text[start:end].rstrip()), "sentence") for start, end in pairwise(starts)
    }


def words_a_second(nlp: Language, data: Path, clock: Callable[[], float] = time.process_time) -> float:
    """Time a pipeline on raw news.

    Args:
        nlp: The pipeline.
        data: Folder of the data sets.
        clock: Tells the time in seconds; the process's own, so that others on the machine count less.

    Returns:
        Tokens a second of processor time, spaces left out.
    """
    lines = read_leipzig(data)[:SPEED_SENTENCES]
    texts = [
        " ".join(lines[start : start + SENTENCES_A_TEXT]) for start in range(0, len(lines), SENTENCES_A_TEXT)
    ]
    for _ in nlp.pipe(texts[:20]):
        pass
    start = clock()
    words = sum(1 for doc in nlp.pipe(texts) for token in doc if not token.is_space)
    return round(words / (clock() - start))


def main() -> None:
    """Read the arguments, measure, and write one JSON object to standard output."""
    parser = argparse.ArgumentParser(prog="pipeline.language.training.measure", description="Score a model")
    parser.add_argument("--data", type=Path, required=True, help="folder of the data sets")
    parser.add_argument("--model", required=True, help="folder of a model, or the name of an installed one")
    arguments = parser.parse_args()
    start = time.perf_counter()
    with fast_products():
        nlp = spacy.load(arguments.model)
    seconds = round(time.perf_counter() - start, 2)
    report = {
        "scores": measure(nlp, arguments.data),
        "words_a_second": words_a_second(nlp, arguments.data),
        "load_seconds": seconds,
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
