"""Gold from one form to another: the project's own, those of annotation tools, and spaCy's."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language

from pipeline.errors import GoldError
from pipeline.evaluation.exchange.correction import corrected
from pipeline.evaluation.exchange.docbin import read_docbin, write_docbin
from pipeline.evaluation.exchange.tools import TOOLS, Task
from pipeline.evaluation.gold import GoldDocument, as_record, read_gold

GOLD, DOCBIN = "gold", "docbin"
FORMS = (GOLD, *TOOLS, DOCBIN)


def read_form(path: Path, form: str, nlp: Language) -> Iterator[GoldDocument]:
    """Read gold in one of the forms.

    Args:
        path: The file.
        form: One of `FORMS`.
        nlp: The pipeline that reads spans which nobody had before.

    Yields:
        The documents in order; of Prodigy's tasks those that were not rejected or skipped.

    Raises:
        GoldError: The file is not in this form, or nothing can be read where a new span is.
    """
    if form == GOLD:
        yield from read_gold(path)
    elif form == DOCBIN:
        yield from read_docbin(path, nlp)
    else:
        tool = TOOLS[form]
        for place, task in _tasks(path):
            try:
                if task.get("answer", "accept") != "accept":
                    continue
                text, told, spans = tool.text(task), tool.note(task), list(tool.spans(task))
            except (KeyError, TypeError, IndexError, ValueError, AttributeError) as error:
                fault = f"no task of {form} ({type(error).__name__}: {error})"
                raise GoldError(place, fault, f"Export from {form} as JSON, or name another form") from None
            yield corrected(text, told, spans, nlp, place)


def write_form(documents: Iterable[GoldDocument], path: Path, form: str, nlp: Language) -> int:
    """Write gold in one of the forms.

    Args:
        documents: Gold.
        path: The file to be: JSON Lines, one JSON list for Label Studio, or a DocBin.
        form: One of `FORMS`.
        nlp: The pipeline whose tokens a DocBin has.

    Returns:
        How many documents were written.
    """
    if form == DOCBIN:
        return write_docbin(documents, path, nlp)
    task = as_record if form == GOLD else TOOLS[form].task
    lines = [json.dumps(task(document), ensure_ascii=False) for document in documents]
    as_list = form == "label-studio"
    written = "[" + ",\n".join(lines) + "]\n" if as_list else "".join(f"{line}\n" for line in lines)
    path.write_text(written, encoding="utf-8")
    return len(lines)


def _tasks(path: Path) -> Iterator[tuple[str, Task]]:
    """Yield the tasks of JSON Lines or of one JSON list, each with its place."""
    try:
        content = path.read_text(encoding="utf-8-sig")
        if content.lstrip().startswith("["):
            for number, task in enumerate(json.loads(content), start=1):
                yield f"{path}, task {number}", task
            return
        # Not splitlines(): JSON may hold U+2028 as it is inside a text.
        for number, line in enumerate(content.split("\n"), start=1):
            if line.strip():
                yield f"{path}:{number}", json.loads(line)
    except ValueError as error:
        raise GoldError(str(path), f"no JSON: {error}", "Export it as JSON or JSON Lines") from None
