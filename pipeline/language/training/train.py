"""From data folder to trained weights: corpus, cluster table, spaCy's training loop."""

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

from pipeline.language.clusters import HashedWords
from pipeline.language.embedding import install_clusters
from pipeline.language.tokenizer import tune_tokenizer
from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.corpus import build_corpus, group, lay_out
from pipeline.language.training.package import package
from pipeline.language.training.tables import build_clusters
from pipeline.language.training.teaching import doubt_missing_kinds, label_sentences

log = logging.getLogger(__name__)

UNLABELLED_SENTENCES = 4_000
LABELLED_SENTENCES = 12_000
TEACHERS = 2
MISC_ROUND = {"training.max_steps": 900, "training.eval_frequency": 300}
TEACHER_ROUND = {"training.max_steps": 3600}


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
    labelled = label_sentences(draw.sample(corpus.raw, min(LABELLED_SENTENCES, len(corpus.raw))), teachers)
    texts = lay_out(corpus, list(labelled), seed)
    nlp = _round(output / "final", texts, corpus.watch, clusters, seed, overrides)
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
