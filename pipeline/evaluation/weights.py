"""The command `python -m pipeline.evaluation.weights`: learns the weights of the metric scorer from gold."""

import argparse
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language

from pipeline.claims.attachment import LEAST
from pipeline.claims.candidates import metric_candidates
from pipeline.claims.features import WEIGHTS
from pipeline.evaluation.gold import GoldDocument, read_gold
from pipeline.flow import load, make_doc

PULL = 0.01
"""How strongly the start holds the weights: a weight that few examples ask for stays where it was."""

STEPS = 50
FOLDS = 5

_Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A quantity, the mentions to choose from, and what a person chose.

    Attributes:
        document: Name of its document; quantities of one document stay in one fold.
        candidates: Metric and features of each mention, one at least.
        gold: The metric in gold; where no candidate is of it, to choose none is right.
    """

    document: str
    candidates: Sequence[tuple[str, Mapping[str, float]]]
    gold: str


@dataclass(frozen=True, slots=True)
class Scorer:
    """What the metric scorer goes by.

    Attributes:
        weights: Weight of each feature.
        least: Score below which a mention is no metric of the quantity.
    """

    weights: Mapping[str, float]
    least: float

    def right(self, example: Example) -> bool:
        """Say whether the best candidate is of the gold metric, or none is good enough and none is."""
        scored = [
            (sum(self.weights[name] * value for name, value in features.items()), metric)
            for metric, features in example.candidates
        ]
        best, metric = max(scored, key=lambda item: item[0])
        if best < self.least:
            return all(other != example.gold for other, _ in example.candidates)
        return metric == example.gold


def collect(documents: Iterable[GoldDocument], nlp: Language) -> list[Example]:
    """Run the stages over gold and pair the candidates of each quantity with its gold metric.

    Args:
        documents: Gold.
        nlp: The pipeline as `flow.load` gives it.

    Returns:
        One example for each quantity that has candidates and overlaps a gold claim, in order.
    """
    examples = []
    pairs = ((make_doc(nlp, document.article()), document) for document in documents)
    for doc, document in nlp.pipe(pairs, as_tuples=True):
        for quantity, candidates in metric_candidates(doc):
            overlaps = [
                (min(claim.end, quantity.end) - max(claim.start, quantity.start), claim.metric)
                for claim in document.claims
            ]
            overlap, gold = max(overlaps, key=lambda item: item[0], default=(0, "other"))
            if candidates and overlap > 0:
                chosen = [(candidate.mention.metric, candidate.features) for candidate in candidates]
                examples.append(Example(document.doc_id, chosen, gold))
    return examples


def learn(examples: Sequence[Example], start: Scorer, pull: float = PULL) -> Scorer:
    """Fit weights so that the gold metric is probable: softmax over the candidates of a quantity and `none`.

    Args:
        examples: What to learn from, one at least.
        start: Where the weights begin and towards which they are pulled.
        pull: How strongly, against the mean over the examples; above zero.

    Returns:
        The weights learned; the same for the same examples.
    """
    names = list(start.weights)
    rows, right, first = _rows(examples, names)
    begin = np.array([*start.weights.values(), start.least])
    sizes = np.diff([*first, len(rows)])
    hold = pull * np.eye(len(begin))

    def shares(values: _Numbers) -> _Numbers:
        """Divide values so that those of each example sum to one."""
        sums: _Numbers = np.repeat(np.add.reduceat(values, first), sizes)
        return values / sums

    weights = begin
    for _ in range(STEPS):
        scores = rows @ weights
        chance = shares(np.exp(scores - np.repeat(np.maximum.reduceat(scores, first), sizes)))
        # Two mentions of the gold metric are both right: the likelier one is believed more.
        wanted = shares((chance + np.finfo(float).tiny) * right)
        mean = np.add.reduceat(rows * chance[:, None], first)
        slope = rows.T @ (chance - wanted) / len(examples) + pull * (weights - begin)
        curvature = ((rows * chance[:, None]).T @ rows - mean.T @ mean) / len(examples) + hold
        weights = weights - np.linalg.solve(curvature, slope)
    *learned, least = (float(weight) for weight in weights)
    return Scorer(dict(zip(names, learned, strict=True)), least)


def _rows(examples: Sequence[Example], names: Sequence[str]) -> tuple[_Numbers, _Numbers, list[int]]:
    """Features of all candidates, which of them are right, and where each example begins.

    The last row of an example is `none`: its one feature, after all others, has `Scorer.least` for weight.
    """
    rows: list[list[float]] = []
    right: list[bool] = []
    first: list[int] = []
    for example in examples:
        first.append(len(rows))
        rows += ([features.get(name, 0.0) for name in names] + [0.0] for _, features in example.candidates)
        rows.append([0.0] * len(names) + [1.0])
        agree = [metric == example.gold for metric, _ in example.candidates]
        right += [*agree, not any(agree)]
    return np.array(rows), np.array(right, dtype=float), first


def accuracy(examples: Sequence[Example], scorer: Scorer) -> float:
    """Share of the examples, one at least, whose metric a scorer chooses rightly."""
    return sum(map(scorer.right, examples)) / len(examples)


def cross_validated(examples: Sequence[Example], start: Scorer) -> float:
    """Accuracy of learned weights on documents from which they were not learned.

    Args:
        examples: Examples of two documents at least.
        start: As in `learn`.

    Returns:
        Share of all examples that is right, each by the weights learned without its fold of documents.
    """
    documents = sorted({example.document for example in examples})
    random.Random(0).shuffle(documents)
    right = 0
    for number in range(min(FOLDS, len(documents))):
        held = set(documents[number::FOLDS])
        scorer = learn([example for example in examples if example.document not in held], start)
        right += sum(scorer.right(example) for example in examples if example.document in held)
    return right / len(examples)


def main() -> None:
    """Learn from the gold that is there, and show the weights beside those of the code."""
    parser = argparse.ArgumentParser(prog="pipeline.evaluation.weights", description="Learn metric weights")
    parser.add_argument("gold", type=Path, nargs="+", help="files or folders; the test split is left out")
    documents: list[GoldDocument] = []
    for path in parser.parse_args().gold:
        if path.exists():
            documents += (document for document in read_gold(path) if document.split != "test")
        else:
            sys.stdout.write(f"{path} is not here: nothing is learned from it\n")
    examples = collect(documents, load())
    if len({example.document for example in examples}) < FOLDS:
        parser.error(f"fewer than {FOLDS} documents to learn from")
    present = Scorer(WEIGHTS, LEAST)
    learned = learn(examples, present)
    rows = [(name, weight, learned.weights[name]) for name, weight in WEIGHTS.items()]
    rows.append(("LEAST", LEAST, learned.least))
    lines = [f"{'feature':<20}{'present':>9}{'learned':>9}"]
    lines += (f"{name:<20}{old:>9.2f}{new:>9.2f}" for name, old, new in rows)
    lines += [
        f"right of {len(examples)} quantities in {len(documents)} documents, {FOLDS}-fold by document:",
        f"present {accuracy(examples, present):.4f} (which may have seen these documents), "
        f"learned {cross_validated(examples, present):.4f}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
