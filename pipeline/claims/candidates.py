"""Lists what a document offers the metric scorer: for each quantity the mentions to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.claims.assembly import read_sentence
from pipeline.claims.component import places_of
from pipeline.claims.features import features
from pipeline.claims.fitting import fits
from pipeline.language.plain import plain_of
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Candidate:
    """A metric mention that a quantity can be of.

    Attributes:
        mention: The mention.
        features: What speaks for and against it, by the names of `features.WEIGHTS`.
    """

    mention: MetricMention
    features: dict[str, float]


def metric_candidates(doc: Doc) -> Iterator[tuple[Quantity, tuple[Candidate, ...]]]:
    """Yield each quantity with the metric mentions of its sentence that can be told in its unit.

    Args:
        doc: A document with `doc._.quantities` and sentence starts.

    Yields:
        Quantities and their candidates, both in the order of the text; without candidates where the sentence
        names no metric that fits.
    """
    written = plain_of(doc)
    for start, end in places_of(doc, written):
        sentence = read_sentence(written.text, start, end, doc._.quantities, ())
        if sentence is None:
            continue
        for quantity in sentence.quantities:
            yield (
                quantity,
                tuple(
                    Candidate(mention, features(sentence, quantity, mention))
                    for mention in sentence.metrics
                    if fits(mention.metric, sentence, quantity)
                ),
            )
