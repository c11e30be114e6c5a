"""Registers the claims as a spaCy component: `doc._.statements`."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.claims.assembly import assemble


def sentence_places(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence without the blanks and line breaks around it."""
    if not doc.has_annotation("SENT_START"):
        next(doc.sents)  # which tells what the pipeline lacks
    # An array, since `doc.sents` makes a Python object of every token.
    starts = [place for mark, place in doc.to_array(["SENT_START", "IDX"]).tolist() if mark == 1]
    for begin, end in pairwise([*starts, len(text)]):
        written = text[begin:end]
        start = begin + len(written) - len(written.lstrip())
        yield start, start + len(written.strip())


def _annotate(doc: Doc) -> Doc:
    statements = []
    if doc._.quantities:
        text = doc.text
        statements = assemble(text, list(sentence_places(doc, text)), doc._.quantities, doc._.mentions)
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
