"""Registers the quantities as a spaCy component: `doc.spans["quantities"]` and `doc._.quantities`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.plain import plain_of
from pipeline.quantities.currencies import settle_currencies
from pipeline.quantities.lending import lend_units
from pipeline.quantities.matching import find_single
from pipeline.quantities.quantity import Quantity
from pipeline.quantities.ranges import join_ranges

SPANS = "quantities"


def find_quantities(text: str) -> list[Quantity]:
    """Find all quantities that a text writes.

    Args:
        text: The plain text of an article, or any part of it.

    Returns:
        Quantities in order of their place, none overlapping another.
    """
    return lend_units(text, settle_currencies(text, join_ranges(text, find_single(text))))


def _annotate(doc: Doc) -> Doc:
    written = plain_of(doc)
    doc._.quantities = find_quantities(written.text)
    spans = (
        doc.char_span(*written.in_article(q.start, q.end), label=q.unit or "", alignment_mode="expand")
        for q in doc._.quantities
    )
    doc.spans[SPANS] = [span for span in spans if span is not None]
    return doc


@Language.factory("kennzahl_quantities", assigns=["doc._.quantities", "doc.spans"])
def make_quantities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc._.quantities`, a list of Quantity, and their token spans.

    Args:
        nlp: The pipeline that it joins; any German one.
        name: Its name there.
    """
    if not Doc.has_extension("quantities"):
        Doc.set_extension("quantities", default=None)
    return _annotate
