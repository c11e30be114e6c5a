"""Registers the claims as a spaCy component: `doc._.statements`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.claims.assembly import assemble
from pipeline.language.plain import Plain, plain_of
from pipeline.language.sentences import sentence_places, starts_of


def places_of(doc: Doc, written: Plain) -> list[tuple[int, int]]:
    """Start and end in the plain text of each sentence of a document, without the blanks around it."""
    if not doc.has_annotation("SENT_START"):
        next(doc.sents)  # which tells what the pipeline lacks
    return sentence_places(written, starts_of(doc))


def _annotate(doc: Doc) -> Doc:
    statements = []
    if doc._.quantities:
        written = plain_of(doc)
        statements = assemble(written.text, places_of(doc, written), doc._.quantities, doc._.mentions)
    doc._.statements = statements
    return doc


@Language.factory(
    "kennzahl_claims", requires=["doc._.quantities", "doc._.mentions"], assigns=["doc._.statements"]
)
def make_claims(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc._.statements`, a list of Statement.

    Args:
        nlp: The pipeline that it joins, after `kennzahl_quantities` and `kennzahl_mentions`; it needs
            sentence starts.
        name: Its name there.
    """
    if not Doc.has_extension("statements"):
        Doc.set_extension("statements", default=None)
    return _annotate
