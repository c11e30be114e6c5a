"""Sentence starts of a document, set on its tokens: `kennzahl_sentences`."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.boundaries import cut_long
from pipeline.language.plain import Plain, plain_of

START, NO_START = 1, 2**64 - 1
"""How spaCy's array of sentence starts says yes and no: 1, and -1 in an array of unsigned numbers."""


def sentence_places(written: Plain, starts: Iterable[int]) -> list[tuple[int, int]]:
    """Give start and end in the plain text of each sentence, without the blanks and line breaks around it.

    Args:
        written: The article in plain characters.
        starts: Where its sentences begin in the article, in order.
    """
    text = written.text
    places: list[tuple[int, int]] = []
    for begin, end in pairwise([*map(written.from_article, starts), len(text)]):
        sentence = text[begin:end]
        start = begin + len(sentence) - len(sentence.lstrip())
        # Text without blanks is one token, which holds the ends of many sentences.
        places.extend(cut_long(text, start, start + len(sentence.strip())))
    return places


def starts_of(doc: Doc) -> list[int]:
    """First code point of each sentence of a document whose sentence starts are set."""
    # An array, since `doc.sents` makes a Python object of every token.
    return [place for mark, place in doc.to_array(["SENT_START", "IDX"]).tolist() if mark == 1]


def starts_in_text(text: str, written: Plain) -> list[int] | None:
    """First code point of each sentence of a text that no tokenizer has read.

    Args:
        text: The article.
        written: The same in plain characters.

    Returns:
        The same as `starts_of` its document; None where that cannot be known, as a sentence may begin within
        a token (`Der Umsatz stieg.Der`).
    """
    starts = written.sentence_starts()
    apart = all(text[start - 1 : start].isspace() and not text[start].isspace() for start in starts if start)
    return starts if apart else None


def _annotate(doc: Doc) -> Doc:
    if not len(doc):
        return doc
    starts = plain_of(doc).sentence_starts()
    first_tokens = np.searchsorted(doc.to_array("IDX"), starts, side="right") - 1
    marks: Any = np.full((len(doc), 1), NO_START, dtype=np.uint64)
    marks[first_tokens] = START
    marks[0] = START
    # Setting `token.is_sent_start` one by one looks through the whole document each time.
    return doc.from_array(["SENT_START"], marks)


@Language.factory("kennzahl_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that sets the sentence starts of news text.

    Args:
        nlp: The pipeline that it joins; any German one.
        name: Its name there.
    """
    return _annotate
