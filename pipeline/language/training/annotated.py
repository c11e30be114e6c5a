"""What every converter hands over: a text with its makers' annotation, in character offsets."""

import gzip
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from pipeline.errors import InputError
from pipeline.language.boundaries import sentence_spans

Span = tuple[int, int, str]

SPACE_TAG = "_SP"
OPENING = set("([{„‚«‹¿¡")
CLOSING = set(".,;:!?)]}“”‘’»›%…")
STRAIGHT_QUOTES = set("\"'")


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """One text and its annotation; what the makers did not annotate is None, which is not the same as empty.

    Attributes:
        source: The data set.
        id: Name of the text in its set.
        text: The text.
        entities: Spans with LOC, MISC, ORG or PER.
        tags: Spans of words with their STTS tags.
        sentences: Offsets at which sentences start.
        unknown: Spans of which nobody knows whether they are an entity.
    """

    source: str
    id: str
    text: str
    entities: tuple[Span, ...] | None = None
    tags: tuple[Span, ...] | None = None
    sentences: tuple[int, ...] | None = None
    unknown: tuple[Span, ...] = ()


def read_lines(path: Path) -> list[str]:
    """Read a UTF-8 file, packed with gzip or not.

    Args:
        path: The file.

    Returns:
        Its lines without their ends.

    Raises:
        InputError: If the file is missing.
    """
    if not path.is_file():
        raise InputError(
            str(path), "no such file", "Give the folder that holds the data sets as their makers publish them"
        )
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8").split("\n")


def columns(lines: Iterable[str]) -> Iterable[list[list[str]]]:
    """Cut lines of columns into sentences at empty lines.

    Args:
        lines: Lines of one token each.

    Yields:
        The rows of a sentence, each split at white space or tabulators.
    """
    rows: list[list[str]] = []
    for line in lines:
        line = line.rstrip("\r")
        if line.strip():
            rows.append(line.split("\t") if "\t" in line else line.split(" "))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def write_out(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Write tokens as a text would have them, since CoNLL files lost the blanks.

    Args:
        tokens: The tokens of a sentence.

    Returns:
        The text and the offset of each token.
    """
    text, starts, glue, quoted = "", [], True, False
    for token in tokens:
        closes = token in CLOSING or (token in STRAIGHT_QUOTES and quoted)
        if not glue and not closes:
            text += " "
        starts.append(len(text))
        text += token
        glue = token in OPENING or (token in STRAIGHT_QUOTES and not quoted)
        if token in STRAIGHT_QUOTES:
            quoted = not quoted
    return text, starts


def spans_of_bio(tokens: Sequence[str], starts: Sequence[int], tags: Sequence[str]) -> list[Span]:
    """Turn BIO tags into spans.

    Args:
        tokens: The tokens.
        starts: Offset of each.
        tags: `B-X`, `I-X` or `O` for each.

    Returns:
        Spans with the makers' labels.
    """
    spans: list[Span] = []
    open_label = ""
    for token, start, tag in zip(tokens, starts, tags, strict=True):
        prefix, _, label = tag.partition("-")
        if prefix == "I" and label == open_label:
            spans[-1] = (spans[-1][0], start + len(token), label)
        elif prefix in ("B", "I"):
            spans.append((start, start + len(token), label))
        open_label = label if prefix in ("B", "I") else ""
    return spans


def map_labels(spans: Iterable[Span], labels: dict[str, str]) -> tuple[Span, ...]:
    """Give spans the pipeline's labels and drop those whose label has none."""
    return tuple((start, end, labels[label]) for start, end, label in spans if label in labels)


def trim(text: str, span: Span) -> Span | None:
    """Take the white space off both ends of a span; SmartData has such, None where nothing is left."""
    start, end, label = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end, label) if start < end else None


def join(texts: Sequence[AnnotatedText], between: Sequence[str]) -> AnnotatedText:
    """Join texts of one set into one, as sentences stand in a document.

    Args:
        texts: What to join; all have the same kinds of annotation.
        between: What stands between each and the next, one fewer than the texts.

    Returns:
        The joined text, its annotation moved along.
    """
    first, whole = texts[0], ""
    entities: list[Span] = []
    tags: list[Span] = []
    sentences: list[int] = []
    unknown: list[Span] = []
    for text, gap in zip(texts, [*between, ""], strict=True):
        offset = len(whole)
        entities += [(start + offset, end + offset, label) for start, end, label in text.entities or ()]
        tags += [(start + offset, end + offset, label) for start, end, label in text.tags or ()]
        sentences += [start + offset for start in text.sentences or ()]
        unknown += [(start + offset, end + offset, label) for start, end, label in text.unknown]
        whole += text.text + gap
    return AnnotatedText(
        first.source,
        first.id,
        whole,
        None if first.entities is None else tuple(entities),
        None if first.tags is None else tuple(tags),
        None if first.sentences is None else tuple(sentences),
        tuple(unknown),
    )


def to_doc(annotated: AnnotatedText, tokenized: Doc) -> Doc:
    """Write the annotation onto tokens.

    A span that ends inside a token is left out: the makers mark only `Wirecard` of `Wirecard-Aktie`.
    A tag whose word is not one token is missing there, but for words with hyphens.

    Args:
        annotated: Text and annotation.
        tokenized: The same text as the pipeline's tokenizer cuts it.

    Returns:
        The document with all that could be written on it.
    """
    doc = Doc(
        tokenized.vocab,
        words=[token.text for token in tokenized],
        spaces=[bool(t.whitespace_) for t in tokenized],
    )
    if annotated.entities is None:
        doc.set_ents([], default="missing")
    else:
        found = []
        free = 0
        for start, end, label in sorted(annotated.entities, key=lambda span: (span[0], -span[1])):
            span = doc.char_span(start, end, label=label)
            if span is not None and start >= free:
                found.append(span)
                free = end
        named = {token.i for span in found for token in span}
        doubtful = (doc.char_span(start, end) for start, end, _ in annotated.unknown)
        missing = {token.i for span in doubtful if span is not None for token in span} - named
        doc.set_ents(found, missing=[doc[i : i + 1] for i in sorted(missing)], default="outside")
    if annotated.tags is not None:
        _set_tags(doc, annotated.tags)
    # spaCy's senter learns "no start" where starts are missing, so the rules stand in where nobody annotated.
    starts = annotated.sentences
    if starts is None:
        starts = tuple(start for start, _ in sentence_spans(annotated.text))
    begins = set(starts)
    for token in doc:
        token.is_sent_start = token.idx in begins or token.i == 0
    return doc


def _set_tags(doc: Doc, tags: tuple[Span, ...]) -> None:
    exact = {(start, end): tag for start, end, tag in tags}
    starts = {start: tag for start, _, tag in tags}
    ends = {end: tag for _, end, tag in tags}
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        tag = SPACE_TAG if token.is_space else exact.get((start, end), "")
        if not tag and "-" in token.text and start in starts and end in ends:
            # UD cuts `EU-Länder` in three; the last word tells what it is, but in `Haftpflicht-` the first.
            tag = starts[start] if ends[end] == "$(" else ends[end]
        token.tag_ = tag
