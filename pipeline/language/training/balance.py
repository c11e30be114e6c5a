"""Sets how readily each label is given: a model that overlooks companies gives ORG too seldom."""

import logging
from collections.abc import Sequence

from spacy.language import Language

from pipeline.language.training.annotated import AnnotatedText, to_doc
from pipeline.language.training.measure import Marks, f_scores

log = logging.getLogger(__name__)

STEPS = (-0.4, -0.2, 0.2, 0.4, 0.6)


def balance(nlp: Language, watch: Sequence[AnnotatedText], labels: Sequence[str]) -> dict[str, float]:
    """Shift the bias of the moves that open an entity, label after label, to where watched texts score best.

    Args:
        nlp: The trained pipeline; its entity recognizer is changed in place.
        watch: Texts that were not trained on; those without entities annotated are left out.
        labels: The labels, in the order in which they are set.

    Returns:
        The shift of each label.
    """
    recognizer = nlp.get_pipe("ner")
    bias = recognizer.model.get_ref("upper").get_param("b")  # type: ignore[attr-defined]
    moves = recognizer.moves  # type: ignore[attr-defined]
    names = [moves.get_class_name(number) for number in range(moves.n_moves)]
    watched = [text for text in watch if text.entities is not None]
    best = _score(nlp, watched)
    shifts = dict.fromkeys(labels, 0.0)
    for label in labels:
        openers = [names.index(f"{action}-{label}") for action in "BU"]
        plain = bias[openers].copy()
        for step in STEPS:
            bias[openers] = plain + step
            score = _score(nlp, watched)
            if score > best:
                best, shifts[label] = score, step
        bias[openers] = plain + shifts[label]
        log.info("%s: shift %.1f, F1 of the watched texts %.4f", label, shifts[label], best)
    return shifts


def _score(nlp: Language, texts: Sequence[AnnotatedText]) -> float:
    gold: list[Marks] = []
    found: list[Marks] = []
    for text, doc in zip(texts, nlp.pipe(text.text for text in texts), strict=True):
        # SmartData has no MISC to be right about.
        known = ("LOC", "ORG", "PER") if text.source == "smartdata" else ("LOC", "MISC", "ORG", "PER")
        gold.append({(e.start_char, e.end_char, e.label_) for e in to_doc(text, doc).ents})
        found.append({(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in known})
    return f_scores(gold, found)["all"]["f"]
