"""What one model teaches the next: where a set lacks a kind of name, and what stands in unlabelled news."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from pipeline.language.training.annotated import AnnotatedText


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


def label_sentences(sentences: Iterable[AnnotatedText], teacher: Language) -> Iterator[AnnotatedText]:
    """Let a teacher mark the entities of unlabelled sentences.

    Args:
        sentences: Raw sentences.
        teacher: The model.

    Yields:
        The sentences with what the teacher found as their entities.
    """
    sentences = list(sentences)
    for sentence, doc in zip(sentences, teacher.pipe(text.text for text in sentences), strict=True):
        found = tuple((entity.start_char, entity.end_char, entity.label_) for entity in doc.ents)
        yield replace(sentence, entities=found)
