"""Finishes a trained model: lemmas, description, checksums of its data, scores, and a small vocabulary."""

import hashlib
import json
from importlib import resources
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.language.training.corpus import treebank_words
from pipeline.language.training.lemmas import add_lemmatizer, build_lemmas
from pipeline.language.training.measure import measure
from pipeline.language.training.tables import FREQUENT_WORDS, lookup_table

VERSION = "1.0.0"


def package(nlp: Language, data: Path, folder: Path) -> Path:
    """Finish a trained model: lemmas, description, checksums of its data, scores.

    Args:
        nlp: The pipeline with its best weights.
        data: Folder of the data sets.
        folder: Takes the model.

    Returns:
        The folder.
    """
    frequency = lookup_table("de_lexeme_prob")
    frequent = sorted(frequency, key=lambda word: -frequency[word])[:FREQUENT_WORDS]
    add_lemmatizer(nlp, build_lemmas(treebank_words(data), lookup_table("de_lemma_lookup"), frequent))
    nlp.meta.update(
        name="kennzahl_news",
        version=VERSION,
        description="German business news: STTS tags, sentence starts, LOC, MISC, ORG and PER, lemmas",
        license="CC BY-SA 4.0",
        sources=json.loads((resources.files(__package__) / "sources.json").read_text(encoding="utf-8")),
        data_sha256=checksums(data),
        scores=measure(nlp, data),
    )
    nlp.config["paths"].update(dict.fromkeys(nlp.config["paths"]))
    nlp.to_disk(folder)
    # The words of the training texts are in the vocabulary; a model needs its labels only.
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    strings = sorted({*spacy.blank("de").vocab.strings, *labels})
    (folder / "vocab" / "strings.json").write_text(json.dumps(strings, ensure_ascii=False), encoding="utf-8")
    return folder


def checksums(data: Path) -> dict[str, str]:
    """Give the SHA-256 of every file of the data folder, by its path in it."""
    return {
        str(file.relative_to(data)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(data.rglob("*"))
        if file.is_file() and file.suffix in (".gz", ".zip", ".tsv", ".json", ".conll", ".conllu", ".txt")
    }
