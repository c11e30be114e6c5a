"""Further copies of annotated news: with other names, and with its line breaks lost."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.language.boundaries import sentence_spans
from pipeline.language.training.annotated import AnnotatedText, Span
from pipeline.language.training.smartdata import SmartDataDocument

SHORTEST_NAME = 3
# A text repeats the first word of a company's name (`Aareal Bank`, `Aareal`) and the last of a person's.
REPEATED_WORD = {"ORG": 0, "PER": -1}


@dataclass(frozen=True, slots=True)
class Names:
    """Names to put in the place of others.

    Attributes:
        by_kind: Names by label and by whether they have more than one word.
    """

    by_kind: Mapping[tuple[str, bool], list[str]]


def collect_names(texts: Iterable[AnnotatedText]) -> Names:
    """Gather the names of organisations and people that annotated texts have, in a settled order."""
    found = set()
    for text in texts:
        for start, end, label in text.entities or ():
            name = text.text[start:end]
            if label in REPEATED_WORD and name[0].isupper() and name[-1].isalnum() and "\n" not in name:
                found.add((name, label))
    by_kind: dict[tuple[str, bool], list[str]] = {}
    for name, label in sorted(found):
        if len(name) >= SHORTEST_NAME:
            by_kind.setdefault((label, " " in name), []).append(name)
    return Names(by_kind)


def rename(document: SmartDataDocument, names: Names, draw: random.Random) -> AnnotatedText:
    """Copy a document with other companies and people, so that context must tell what a name is.

    Args:
        document: The document; an organisation that is no company keeps its name, which its article must fit.
        names: The names to choose from.
        draw: Decides which.

    Returns:
        The copy; one name in the document is one name in the copy.
    """
    text = document.annotated.text
    spans = _without_overlaps(document.annotated.entities or ())
    chosen: dict[tuple[str, str], str] = {}
    for start, end, label in sorted(spans, key=lambda span: text[span[0] : span[1]].count(" "), reverse=True):
        name = text[start:end]
        if (label == "PER" or (start, end) in document.companies) and (name, label) not in chosen:
            short = _short_form(name, label, chosen) if " " not in name else None
            chosen[name, label] = short or draw.choice(names.by_kind[label, " " in name])
    copy, entities, place = "", list[Span](), 0
    for start, end, label in spans:
        copy += text[place:start]
        name = chosen.get((text[start:end], label), text[start:end])
        entities.append((len(copy), len(copy) + len(name), label))
        copy, place = copy + name, end
    return replace(document.annotated, text=copy + text[place:], entities=tuple(entities))


def _short_form(name: str, label: str, chosen: Mapping[tuple[str, str], str]) -> str | None:
    """The same part of the new name as this one is of an old name chosen before."""
    part = REPEATED_WORD[label]
    for (whole, kind), other in chosen.items():
        if kind == label and " " in whole and whole.split()[part] == name:
            return other.split()[part]
    return None


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def without_line_breaks(text: AnnotatedText) -> AnnotatedText:
    """Copy a text as archives have it that lost its line breaks; headlines run into the first sentence.

    Args:
        text: A text whose makers did not annotate sentences.

    Returns:
        The copy, which still tells where the lines' sentences start.
    """
    starts = tuple(start for start, _ in sentence_spans(text.text))
    return replace(text, text=text.text.replace("\n", " "), sentences=starts)
