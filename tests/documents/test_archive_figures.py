"""The README's figures of large archives are those that were measured, and keep what the project promises."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
sys.path.append(str(PROJECT / "tests" / "archive"))

from table import FIGURES, renew  # noqa: E402

README = (PROJECT / "README.md").read_text(encoding="utf-8")
NEAR = 0.15
"""By what share a number may differ from the speeds of now, which are measured anew more often."""


def numbers(text: str) -> list[float]:
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def test_the_tables_are_made_of_the_figures() -> None:
    now = renew(README)
    assert re.sub(r"\d[\d,.]*", "0", now) == re.sub(r"\d[\d,.]*", "0", README), "`make readme` writes it anew"
    assert numbers(README) == pytest.approx(numbers(now), rel=NEAR, abs=1), "`make readme` writes it anew"


def test_the_figures_keep_what_is_promised() -> None:
    figures: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8"))
    for name in ("memory", "memory_entities"):
        if name in figures:
            assert figures[name]["growth_percent"] < 5
            assert figures[name]["peak_mb"] < 1_500
    assert (figures["kills"]["kills"], figures["kills"]["lost"], figures["kills"]["doubled"]) == (50, 0, 0)
    assert figures["pages"]["words_percent"] >= 80
