"""From data folder to trained weights: corpus, cluster table, spaCy's training loop."""

import logging
import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from thinc.api import Model

from pipeline.language.clusters import HashedWords
from pipeline.language.embedding import install_clusters
from pipeline.language.loading import fast_products
from pipeline.language.tokenizer import tune_tokenizer
from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.corpus import build_corpus, group, lay_out
from pipeline.language.training.package import package
from pipeline.language.training.tables import build_clusters
from pipeline.language.training.teaching import doubt_missing_kinds, label_sentences

log = logging.getLogger(__name__)

BEST, LAST = "model-best", "model-last"
UNLABELLED_SENTENCES = 4_000
TEACHERS = 3
LABELLED_SENTENCES = 12_000
TUNED = 3
TUNED_GERMEVAL_COPIES = 5
MISC_ROUND = {"training.max_steps": 900, "training.eval_frequency": 300}
TEACHER_ROUND = {"training.max_steps": 2400, "training.eval_frequency": 400}
TUNED_ROUND = {
    "training.max_steps": 1200,
    "training.eval_frequency": 300,
    "training.batcher.size.start": 900,
    "training.optimizer.learn_rate.warmup_steps": 100,
    "training.optimizer.learn_rate.initial_rate": 0.0008,
}


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
    """Train the model in rounds, each of which teaches or starts the next.

    The first learns MISC from GermEval alone; the second, three models, from all sets; the third from all
    sets and from raw news as most models of the second label it. Three short ones go on from there with
    copies of news that have other names; the model is their mean. A round whose weights are in the folder is
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
    with fast_products():
        return _train(data, output, gold, seed, overrides)


def _train(data: Path, output: Path, gold: Path | None, seed: int, overrides: dict[str, Any]) -> Path:
    clusters = build_clusters()
    corpus = build_corpus(data, gold, seed)
    draw = random.Random(seed)
    with_misc = [*group(corpus.germeval, draw), *group(corpus.tagged, draw)]
    misc = _round(output / "misc", with_misc, corpus.watch, clusters, seed, {**overrides, **MISC_ROUND})
    without_misc = list(doubt_missing_kinds(corpus.without_misc, misc, "MISC"))
    renamed = list(doubt_missing_kinds(corpus.renamed, misc, "MISC"))
    corpus = replace(corpus, without_misc=without_misc)
    unlabelled = draw.sample(corpus.raw, min(UNLABELLED_SENTENCES, len(corpus.raw)))
    teachers = []
    for number in range(TEACHERS):
        texts = lay_out(corpus, unlabelled, seed + number)
        settings = {**overrides, **TEACHER_ROUND}
        folder = output / f"teacher-{number}"
        teachers.append(_round(folder, texts, corpus.watch, clusters, seed + number, settings))
    raw = draw.sample(corpus.raw, min(LABELLED_SENTENCES, len(corpus.raw)))
    labelled = list(label_sentences(raw, teachers))
    texts = lay_out(corpus, labelled, seed)
    _round(output / "final", texts, corpus.watch, clusters, seed, overrides)
    corpus = replace(corpus, without_misc=[*without_misc, *renamed])
    tuned = []
    for number in range(1, TUNED + 1):
        texts = lay_out(corpus, labelled, seed + number, TUNED_GERMEVAL_COPIES)
        settings = {**overrides, **TUNED_ROUND}
        folder = output / f"tuned-{number}"
        start = output / "final" / BEST
        tuned.append(_round(folder, texts, corpus.watch, clusters, seed + number, settings, start))
    return package(average(tuned), data, output / "package")


def average(pipelines: Sequence[Language]) -> Language:
    """Take the mean of pipelines that were trained on from the same start.

    Args:
        pipelines: Pipelines of the same make; the weights of the first are changed in place.

    Returns:
        The first pipeline, each of its weights the mean of all.
    """
    for name in pipelines[0].pipe_names:
        models: list[Model[Any, Any]] = [nlp.get_pipe(name).model for nlp in pipelines]  # type: ignore[attr-defined]
        for nodes in zip(*(model.walk() for model in models), strict=True):
            for parameter in nodes[0].param_names:
                if nodes[0].has_param(parameter):
                    values = [node.get_param(parameter) for node in nodes]
                    nodes[0].set_param(parameter, numpy.mean(values, axis=0))
    return pipelines[0]


def _round(
    folder: Path,
    texts: list[AnnotatedText],
    watch: list[AnnotatedText],
    clusters: HashedWords,
    seed: int,
    overrides: dict[str, Any],
    start: Path | None = None,
) -> Language:
    if not (folder / LAST).is_dir():
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
        if start:
            config["components"] = {name: {"source": str(start)} for name in config["nlp"]["pipeline"]}
        nlp = init_nlp(config)
        tune_tokenizer(nlp)
        install_clusters(nlp.get_pipe("tok2vec").model, clusters)  # type: ignore[attr-defined]
        train_loop(nlp, folder)
    # A mean smooths what differs from step to step; one model alone is best at its best step.
    return spacy.load(folder / (LAST if start else BEST))
