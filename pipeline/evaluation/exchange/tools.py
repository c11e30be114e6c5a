"""The JSON of Prodigy, doccano and Label Studio."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pipeline.evaluation.exchange.correction import FIELDS, Span, note
from pipeline.evaluation.gold import GoldDocument

Task = Mapping[str, Any]


class Tool(NamedTuple):
    """How a tool writes a text with its spans, and how it gives them back.

    Attributes:
        task: Makes the task of a document.
        text: The text of a task.
        note: What `task` sent along with it.
        spans: The spans that a person left in a task.
    """

    task: Callable[[GoldDocument], dict[str, Any]]
    text: Callable[[Task], str]
    note: Callable[[Task], Mapping[str, Any]]
    spans: Callable[[Task], Iterator[Span]]


def _prodigy_task(document: GoldDocument) -> dict[str, Any]:
    spans = [{"start": claim.start, "end": claim.end, "label": claim.metric} for claim in document.claims]
    return {"text": document.text, "spans": spans, "meta": note(document)}


def _prodigy_spans(task: Task) -> Iterator[Span]:
    # A task that a person rejected or skipped has an `answer` that says so.
    for span in task.get("spans") or ():
        own = {name: span[name] for name in FIELDS if name in span}
        yield Span(span["start"], span["end"], span["label"], own)


def _units(text: str, offset: int) -> int:
    """The offset in UTF-16 units, of which a sign such as 👍 has two."""
    return len(text[:offset].encode("utf-16-le")) // 2


def _points(text: str, offset: int) -> int:
    """The offset in code points of one in UTF-16 units."""
    return len(text.encode("utf-16-le")[: 2 * offset].decode("utf-16-le"))


# doccano counts as its browser does (its issue 2290), unless a project is told to count graphemes.
def _doccano_task(document: GoldDocument) -> dict[str, Any]:
    text = document.text
    labels = [[_units(text, claim.start), _units(text, claim.end), claim.metric] for claim in document.claims]
    return {"text": document.text, "label": labels, "meta": note(document)}


def _doccano_spans(task: Task) -> Iterator[Span]:
    # As it is imported and exported, and as a project with relations exports it.
    labels = [*(task.get("label") or ())]
    labels += [
        (span["start_offset"], span["end_offset"], span["label"]) for span in task.get("entities") or ()
    ]
    for start, end, label in labels:
        yield Span(_points(task["text"], start), _points(task["text"], end), label)


def _label_studio_task(document: GoldDocument) -> dict[str, Any]:
    results = [
        {
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": claim.start, "end": claim.end, "text": claim.text, "labels": [claim.metric]},
        }
        for claim in document.claims
    ]
    data = {"text": document.text, "meta": note(document)}
    return {"data": data, "predictions": [{"model_version": "kennzahl", "result": results}]}


def _label_studio_spans(task: Task) -> Iterator[Span]:
    # What a person has not looked at has predictions alone.
    answers = task.get("annotations") or task.get("predictions") or [{"result": []}]
    for result in answers[-1]["result"]:
        if result["type"] == "labels":
            value = result["value"]
            yield Span(value["start"], value["end"], value["labels"][0])


TOOLS = {
    "prodigy": Tool(
        _prodigy_task, lambda task: task["text"], lambda task: task.get("meta", {}), _prodigy_spans
    ),
    "doccano": Tool(
        _doccano_task, lambda task: task["text"], lambda task: task.get("meta", {}), _doccano_spans
    ),
    "label-studio": Tool(
        _label_studio_task,
        lambda task: task["data"]["text"],
        lambda task: task["data"].get("meta", {}),
        _label_studio_spans,
    ),
}
