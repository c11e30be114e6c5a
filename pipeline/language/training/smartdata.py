"""The DFKI SmartData corpus: documents one after the other as JSON, spans by character offset."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.language.training.annotated import AnnotatedText, map_labels, read_lines, trim
from pipeline.language.training.conll import DFKI_LABELS


@dataclass(frozen=True, slots=True)
class SmartDataDocument:
    """A document of the corpus.

    Attributes:
        kind: `news`, `rss` or `tweet`.
        annotated: Its text and entities.
        companies: Start and end of those organisations that are companies.
    """

    kind: str
    annotated: AnnotatedText
    companies: frozenset[tuple[int, int]] = frozenset()


def read_smartdata(path: Path) -> Iterator[SmartDataDocument]:
    """Read a file of version 1 or 3.

    Args:
        path: The `.json` file; its documents stand one after the other without commas.

    Yields:
        Its documents.
    """
    content = "\n".join(read_lines(path))
    decoder = json.JSONDecoder(strict=False)
    place = 0
    while (place := _skip_space(content, place)) < len(content):
        record, place = decoder.raw_decode(content, place)
        text = record["text"]["string"]
        # Version 1 writes `organization-company`, version 3 `ORGANIZATION_COMPANY`.
        spans = [
            (m["span"]["start"], m["span"]["end"], m["type"].lower().replace("_", "-"))
            for m in record["conceptMentions"]["array"]
        ]
        trimmed = [span for span in (trim(text, span) for span in map_labels(spans, DFKI_LABELS)) if span]
        name = record["refids"]["map"]["fileName"]
        annotated = AnnotatedText("smartdata", record["id"], text, tuple(trimmed))
        companies = (trim(text, span) for span in spans if span[2] == "organization-company")
        places = frozenset((span[0], span[1]) for span in companies if span)
        yield SmartDataDocument(name.split("_")[1], annotated, places)


def _skip_space(content: str, place: int) -> int:
    while place < len(content) and content[place].isspace():
        place += 1
    return place
