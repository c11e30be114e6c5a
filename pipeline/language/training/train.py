"""From data folder to trained weights: corpus, cluster table, spaCy's training loop."""

import gzip
import hashlib
import importlib
import json
import logging
import random
from collections.abc import Iterable
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop

from pipeline.errors import ModelError
from pipeline.language.clusters import HashedWords
from pipeline.language.embedding import install_clusters
from pipeline.language.tokenizer import tune_tokenizer
from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.balance import balance
from pipeline.language.training.corpus import build_corpus, group, lay_out, treebank_words
from pipeline.language.training.lemmas import add_lemmatizer, build_lemmas
from pipeline.language.training.measure import measure
from pipeline.language.training.teaching import doubt_missing_kinds, label_sentences

log = logging.getLogger(__name__)

CLUSTER_WORDS = 600_000
UNLABELLED_SENTENCES = 4_000
LABELS = ("ORG", "PER", "LOC", "MISC")
TEACHERS = 2
MISC_ROUND = {"training.max_steps": 900, "training.eval_frequency": 300}
TEACHER_ROUND = {"training.max_steps": 3600}
LOOKUPS = "spacy_lookups_data"


def lookup_table(name: str) -> dict[str, Any]:
    """Read a table of the package spacy-lookups-data.

    Args:
        name: Such as `de_lexeme_cluster`.

    Returns:
        The table.

    Raises:
        ModelError: If the package is not installed.
    """
    try:
        package = importlib.import_module(LOOKUPS)
    except ImportError as error:
        raise ModelError("spacy-lookups-data is needed to train: pip install 'kennzahl[train]'") from error
    file = Path(str(package.__file__)).parent / "data" / f"{name}.json.gz"
    table: dict[str, Any] = json.loads(gzip.decompress(file.read_bytes()))
    return table


def build_clusters(words: int = CLUSTER_WORDS) -> HashedWords:
    """Make the table of clusters.

    Args:
        words: How many words keep their cluster, the most frequent first.

    Returns:
        The path of each word's cluster.
    """
    clusters, frequency = lookup_table("de_lexeme_cluster"), lookup_table("de_lexeme_prob")
    kept = sorted((w for w in clusters if w.strip()), key=lambda w: -frequency.get(w, -99.0))[:words]
    return HashedWords.of({word: clusters[word] for word in kept})


def write_docs(nlp: Language, texts: Iterable[AnnotatedText], path: Path) -> int:
    """Write texts as spaCy's binary documents.

    Args:
        nlp: The pipeline whose tokenizer cuts them.
        texts: What to write.
        path: The file.

    Returns:
        The number of tokens written.
    """
    docs: list[Doc] = [to_doc(text, nlp.make_doc(text.text)) for text in texts]
    DocBin(docs=docs, attrs=["ORTH", "SPACY", "TAG", "SENT_START", "ENT_IOB", "ENT_TYPE"]).to_disk(path)
    return sum(len(doc) for doc in docs)


def train(data: Path, output: Path, gold: Path | None, seed: int, overrides: dict[str, Any]) -> Path:
    """Train the model in three rounds, each of which teaches the next.

    The first learns MISC from GermEval alone; the second, two models, from all sets; the third from all
    sets and from raw news as both models of the second label it. A round whose weights are in the folder is
    not trained again.

    Args:
        data: Folder of the data sets.
        output: Folder that takes a folder for each round.
        gold: Folder of gold claims to hold out.
        seed: Seed of the corpus and of the weights.
        overrides: Settings of the configuration by dotted name, such as `training.max_steps`.

    Returns:
        The folder of the finished model.

    Raises:
        InputError: If a set is missing.
        ModelError: If spacy-lookups-data is not installed.
    """
    clusters = build_clusters()
    corpus = build_corpus(data, gold, seed)
    draw = random.Random(seed)
    with_misc = [*group(corpus.germeval, draw), *group(corpus.tagged, draw)]
    misc = _round(output / "misc", with_misc, corpus.watch, clusters, seed, {**overrides, **MISC_ROUND})
    doubted = doubt_missing_kinds(corpus.without_misc, misc, "MISC")
    corpus = replace(corpus, without_misc=list(doubted))
    unlabelled = draw.sample(corpus.raw, min(UNLABELLED_SENTENCES, len(corpus.raw)))
    teachers = []
    for number in range(TEACHERS):
        texts = lay_out(corpus, unlabelled, seed + number)
        settings = {**overrides, **TEACHER_ROUND}
        folder = output / f"teacher-{number}"
        teachers.append(_round(folder, texts, corpus.watch, clusters, seed + number, settings))
    texts = lay_out(corpus, list(label_sentences(corpus.raw, teachers)), seed)
    nlp = _round(output / "final", texts, corpus.watch, clusters, seed, overrides)
    balance(nlp, corpus.watch, LABELS)
    return package(nlp, data, output / "package")


def _round(
    folder: Path,
    texts: list[AnnotatedText],
    watch: list[AnnotatedText],
    clusters: HashedWords,
    seed: int,
    overrides: dict[str, Any],
) -> Language:
    best = folder / "model-best"
    if not best.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        blank = spacy.blank("de")
        tune_tokenizer(blank)
        for name, part in (("train", texts), ("watch", watch)):
            tokens = write_docs(blank, part, folder / f"{name}.spacy")
            log.info("%s, %s: %d texts, %d tokens", folder.name, name, len(part), tokens)
        with resources.as_file(resources.files(__package__) / "config.cfg") as file:
            config = util.load_config(
                file,
                overrides={
                    "paths.train": str(folder / "train.spacy"),
                    "paths.dev": str(folder / "watch.spacy"),
                    "system.seed": seed,
                    **overrides,
                },
            )
        nlp = init_nlp(config)
        tune_tokenizer(nlp)
        install_clusters(nlp.get_pipe("tok2vec").model, clusters)  # type: ignore[attr-defined]
        train_loop(nlp, folder)
    return spacy.load(best)


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
    frequent = sorted(frequency, key=lambda word: -frequency[word])[:CLUSTER_WORDS]
    add_lemmatizer(nlp, build_lemmas(treebank_words(data), lookup_table("de_lemma_lookup"), frequent))
    nlp.meta.update(
        name="kennzahl_news",
        description="German business news: STTS tags, sentence starts, LOC, MISC, ORG and PER, lemmas",
        license="CC BY-SA 4.0",
        sources=json.loads((resources.files(__package__) / "sources.json").read_text(encoding="utf-8")),
        data_sha256=checksums(data),
        scores=measure(nlp, data),
    )
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
