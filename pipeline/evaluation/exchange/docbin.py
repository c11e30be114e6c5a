"""Gold as spaCy keeps it: a DocBin of documents whose claims are a group of spans."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, DocBin, SpanGroup

from pipeline.errors import GoldError
from pipeline.evaluation.exchange.correction import Span, corrected, note
from pipeline.evaluation.gold import GoldDocument

SPANS = "claims"
"""The group of `doc.spans` that holds a document's claims, each with its metric as label."""

_NOTE = "kennzahl.gold"


def write_docbin(documents: Iterable[GoldDocument], path: Path, nlp: Language) -> int:
    """Write gold as a DocBin.

    Args:
        documents: Gold.
        path: The file to be.
        nlp: The pipeline whose tokens the documents have; a span covers the tokens that its claim touches.

    Returns:
        How many documents were written.
    """
    docs = DocBin(store_user_data=True)
    for document in documents:
        doc = nlp.make_doc(document.text)
        spans = [
            doc.char_span(claim.start, claim.end, claim.metric, alignment_mode="expand")
            for claim in document.claims
        ]
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=[span for span in spans if span is not None])
        doc.user_data = {_NOTE: json.dumps(note(document), ensure_ascii=False)}
        docs.add(doc)
    docs.to_disk(path)
    return len(docs)


def read_docbin(path: Path, nlp: Language) -> Iterator[GoldDocument]:
    """Read a DocBin as gold.

    Args:
        path: A file that spaCy wrote.
        nlp: The pipeline that reads spans which nobody had before.

    Yields:
        The documents in order.

    Raises:
        GoldError: The file is no DocBin, or what is in it is no gold.
    """
    try:
        docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    except Exception as error:  # spaCy, msgpack, zlib and srsly each fail in their own way on other bytes
        raise GoldError(str(path), f"no DocBin: {error}", "Give a file that spaCy wrote") from None
    for number, doc in enumerate(docs, start=1):
        told = json.loads(doc.user_data.get(_NOTE, "{}"))
        places = {_touched(doc, claim): (claim["start"], claim["end"]) for claim in told.get("claims", ())}
        spans = [
            Span(*places.get((span.start_char, span.end_char), (span.start_char, span.end_char)), span.label_)
            for span in doc.spans.get(SPANS, ())
        ]
        yield corrected(doc.text, told, spans, nlp, f"{path}, document {number}")


def _touched(doc: Doc, claim: Mapping[str, Any]) -> tuple[int, int]:
    """From where to where the tokens of a claim reach: it may end within one (`12-Prozent-Anteil`)."""
    span = doc.char_span(claim["start"], claim["end"], alignment_mode="expand")
    return (span.start_char, span.end_char) if span is not None else (claim["start"], claim["end"])
