"""Each wording that is kept as a named pattern: it matches its example and not what looks alike."""

import pytest
import regex

from pipeline.vocabulary.patterns import Wording, pattern, wordings

FILES = ("claims", "growth", "segments", "metrics", "doubts", "links", "hedges")
RULES = [
    pytest.param(f"{file}.toml", wording, id=name)
    for file in FILES
    for name, wording in wordings(f"{file}.toml").items()
]


def matched(file: str, wording: Wording, text: str) -> "regex.Match[str] | None":
    """Look for a wording where its place says, beside the figures that `[ ]` marks."""
    compiled = pattern(wording.name, file)
    match wording.place:
        case "before":
            return compiled.search(text[: text.index("[")])
        case "after":
            return compiled.match(text[text.index("]") + 1 :])
        case "between":
            return compiled.fullmatch(text[text.index("]") + 1 : text.rindex("[")])
        case _:
            return compiled.search(text)


@pytest.mark.parametrize(("file", "wording"), RULES)
def test_a_wording_is_found_in_its_example_only(file: str, wording: Wording) -> None:
    assert matched(file, wording, wording.example)
    assert not matched(file, wording, wording.counterexample)
