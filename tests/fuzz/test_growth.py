"""Every pattern of the program, and the extraction as a whole, take time that grows as texts do."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from growth import LARGEST_EXPONENT

PATTERNS = 800
"""There are more: with far fewer the collection has missed some."""


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    """Measured in a process of its own, in which no pattern has been compiled yet."""
    command = [sys.executable, str(Path(__file__).with_name("growth.py"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_no_pattern_escapes(measured: dict[str, Any]) -> None:
    """Each call in the source that compiles a pattern has been reached, and what it compiles is measured."""
    assert measured["untouched"] == []
    assert measured["patterns"] >= PATTERNS


def test_time_grows_as_texts_do(measured: dict[str, Any]) -> None:
    of_pattern, of_extraction = LARGEST_EXPONENT
    slow = [
        growth
        for growth in measured["growth"]
        if growth["exponent"] > (of_extraction if growth["what"] == "extraction" else of_pattern)
    ]
    assert slow == []


def test_a_pattern_that_tries_every_split_is_told() -> None:
    """What is measured can fail: nested quantifiers take twice as long with each sign more."""
    import regex
    from growth import grown, match_with

    slow = regex.compile(r"(?:a|aa)+b")
    found = grown("slow", match_with(slow, slow.pattern), "", "a", 6, 0.0)
    assert found is not None
    assert found.exponent > LARGEST_EXPONENT[0]
