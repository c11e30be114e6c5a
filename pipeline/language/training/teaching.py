"""What one model teaches the next: where a set lacks a kind of name, and what stands in unlabelled news."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.training.annotated import AnnotatedText, Span


def doubt_missing_kinds(
    texts: Iterable[AnnotatedText], teacher: Language, label: str
) -> Iterator[AnnotatedText]:
    """Mark what a set could not call an entity because it has no such label.

    SmartData, MobIE and LER know no films and products. Learned as "no entity", their `Star Wars` would undo
    what GermEval teaches.

    Args:
        texts: Texts of sets without the label.
        teacher: A model trained on a set that has it.
        label: The label, `MISC`.

    Yields:
        The texts; spans that the teacher gives the label, and that meet no entity, are unknown.
    """
    texts = list(texts)
    for text, doc in zip(texts, teacher.pipe(text.text for text in texts), strict=True):
        taken = text.entities or ()
        doubtful = [
            (entity.start_char, entity.end_char, label)
            for entity in doc.ents
            if entity.label_ == label
            and not any(start < entity.end_char and entity.start_char < end for start, end, _ in taken)
        ]
        yield replace(text, unknown=tuple(doubtful))


def label_sentences(
    sentences: Iterable[AnnotatedText], teachers: Iterable[Language]
) -> Iterator[AnnotatedText]:
    """Let teachers mark the entities of unlabelled sentences.

    Args:
        sentences: Raw sentences.
        teachers: The models.

    Yields:
        The sentences; what most teachers found is an entity, what only some found is unknown.
    """
    sentences = list(sentences)
    readings = [
        [_spans(doc) for doc in teacher.pipe(text.text for text in sentences)] for teacher in teachers
    ]
    for sentence, spans in zip(sentences, zip(*readings, strict=True), strict=True):
        votes = Counter(span for found in spans for span in found)
        agreed = {span for span, count in votes.items() if count > len(spans) / 2}
        yield replace(sentence, entities=tuple(sorted(agreed)), unknown=tuple(sorted(votes.keys() - agreed)))


def _spans(doc: Doc) -> set[Span]:
    return {(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents}
