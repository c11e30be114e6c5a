"""Registers the claims as a spaCy component: `doc._.statements`."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.claims.assembly import assemble


def _annotate(doc: Doc) -> Doc:
    sentences = [(span.start_char, span.end_char) for span in doc.sents]
    doc._.statements = (
        assemble(doc.text, sentences, doc._.quantities, doc._.mentions) if doc._.quantities else []
    )
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
