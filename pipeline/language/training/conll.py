"""The sets that come as columns: MobIE, GermEval 2014, German LER and Universal Dependencies."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import InputError
from pipeline.language.training.annotated import (
    AnnotatedText,
    Span,
    columns,
    map_labels,
    read_lines,
    spans_of_bio,
    write_out,
)
from pipeline.language.training.pud import stts_of_pud

DFKI_LABELS = {
    "organization": "ORG",
    "organization-company": "ORG",
    "person": "PER",
    "location": "LOC",
    "location-city": "LOC",
    "location-route": "LOC",
    "location-stop": "LOC",
    "location-street": "LOC",
}
Word = tuple[str, str, str]
"""Form, lemma and universal part of speech."""

GERMEVAL_LABELS = {"LOC": "LOC", "ORG": "ORG", "PER": "PER", "OTH": "MISC"}
# SmartData and MobIE mark `dänische` and `Berliner` as places.
GERMEVAL_LABELS_WITH_ADJECTIVES = {**GERMEVAL_LABELS, "LOCderiv": "LOC"}
LER_LABELS = {
    "PER": "PER",
    "RR": "PER",
    "AN": "PER",
    "LD": "LOC",
    "ST": "LOC",
    "STR": "LOC",
    "LDS": "LOC",
    "ORG": "ORG",
    "UN": "ORG",
    "INN": "ORG",
    "GRT": "ORG",
    "MRK": "MISC",
}


def read_germeval(path: Path, labels: dict[str, str]) -> Iterator[AnnotatedText]:
    """Read GermEval 2014 sentences: number, token, outer tag, inner tag; `#` opens a sentence's source.

    Args:
        path: The `.tsv` file.
        labels: Which of its labels is which of ours; those of derived adjectives (`LOCderiv`) and of words
            that have a name as a part (`ORGpart`) are its own.

    Yields:
        One text a sentence.
    """
    rows: Iterable[list[list[str]]] = columns(read_lines(path))
    for number, sentence in enumerate(rows):
        body = [row for row in sentence if not row[0].startswith("#")]
        if body:
            yield _sentence("germeval", f"{path.name}:{number}", body, 1, 2, labels)


def read_ler(path: Path) -> Iterator[AnnotatedText]:
    """Read German LER sentences: token and tag; laws and rulings are no entities here.

    Args:
        path: The `.conll` file.

    Yields:
        One text a sentence.
    """
    for number, sentence in enumerate(columns(read_lines(path))):
        body = [row for row in sentence if len(row) >= 2 and row[0]]
        if body:
            yield _sentence("ler", f"{path.name}:{number}", body, 0, 1, LER_LABELS)


def read_mobie(path: Path, part: str) -> Iterator[AnnotatedText]:
    """Read one part of MobIE: token, STTS tag, chunk, BIO tag; `-DOCSTART-` opens a document.

    Its tags and sentences are a machine's and are left out.

    Args:
        path: The archive of the three parts.
        part: `train`, `dev` or `test`.

    Yields:
        One text a document.

    Raises:
        InputError: If the archive or the part is missing.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            lines = archive.read(f"{part}.conll2003").decode("utf-8").split("\n")
    except (FileNotFoundError, KeyError, zipfile.BadZipFile) as error:
        raise InputError(
            str(path), f"no part {part} ({error})", "Give the archive as DFKI publishes it"
        ) from error
    identifier, body = "", list[list[str]]()
    for sentence in [*columns(lines), [["-DOCSTART-", ""]]]:
        if sentence[0][0].startswith("-DOCSTART-"):
            if body:
                yield _sentence("mobie", identifier, body, 0, 3, DFKI_LABELS, sentences=False)
            identifier, body = " ".join(sentence[0][1:2]), sentence[1:]
        else:
            body += sentence


def read_universal_dependencies(path: Path) -> Iterator[AnnotatedText]:
    """Read CoNLL-U sentences with their STTS tags; `im`, which is two words there, is one APPRART.

    Args:
        path: The `.conllu` file; those of Parallel UD are known by `pud` in their name.

    Yields:
        One text a sentence.
    """
    for number, sentence in enumerate(columns(read_lines(path))):
        rows = [row for row in sentence if row[0][:1].isdigit() and "." not in row[0]]
        text, covered, tags = "", 0, list[Span]()
        for row in rows:
            first, _, last = row[0].partition("-")
            if int(first) <= covered:
                continue
            covered = int(last or first)
            tag = "APPRART" if last else stts_of_pud(row) if "pud" in path.name else row[4]
            tags.append((len(text), len(text) + len(row[1]), tag))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        if tags:
            yield AnnotatedText("ud", f"{path.name}:{number}", text.rstrip(), None, tuple(tags), (0,))


def read_lemmas(path: Path) -> Iterator[list[Word]]:
    """Read the lemmas of a treebank.

    Args:
        path: The `.conllu` file.

    Yields:
        The words of each sentence.
    """
    for sentence in columns(read_lines(path)):
        yield [(row[1], row[2], row[3]) for row in sentence if row[0].isdigit()]


def _sentence(
    source: str,
    identifier: str,
    rows: list[list[str]],
    token_column: int,
    tag_column: int,
    labels: dict[str, str],
    sentences: bool = True,
) -> AnnotatedText:
    tokens = [row[token_column] for row in rows]
    text, starts = write_out(tokens)
    spans = spans_of_bio(tokens, starts, [row[tag_column].strip() for row in rows])
    return AnnotatedText(
        source, identifier, text, map_labels(spans, labels), None, (0,) if sentences else None
    )
