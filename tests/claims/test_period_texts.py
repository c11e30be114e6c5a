"""Short news, each figure marked with the period that it is told of: the texts are in period_texts*.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import regex
from spacy.language import Language
from stated import claims_of

_FILES = sorted(Path(__file__).parent.glob("period_texts*.toml"))
_MARKED = regex.compile(r"\[([^\[\]]+)\]\{([^}]*)\}")


def _texts() -> list[Any]:
    return [
        pytest.param(entry, id=f"{promise}: {entry['text'][:40]}")
        for groups in (tomllib.loads(file.read_text(encoding="utf-8")) for file in _FILES)
        for promise, entries in groups.items()
        for entry in entries
    ]


@pytest.mark.parametrize("entry", _texts())
def test_each_figure_is_told_of_its_period(nlp: Language, entry: dict[str, Any]) -> None:
    text, expected, last = "", [], 0
    for match in _MARKED.finditer(entry["text"]):
        text += entry["text"][last : match.start()]
        expected.append((len(text), match[1], match[2] or None))
        text, last = text + match[1], match.end()
    text += entry["text"][last:]
    claims = claims_of(nlp, text, entry.get("published"))
    wrong = []
    for start, words, period in expected:
        told = [claim.period for claim in claims if claim.start < start + len(words) and start < claim.end]
        if told != [period]:
            wrong.append(f"{words}: {told} and not {period}")
    assert not wrong, wrong
