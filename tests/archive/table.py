"""Writes what long measurements of archives found, and what a billion articles take, into the README.

    python tests/archive/table.py README.md

`measure.py` writes the figures; the speeds are those of the README itself.
"""

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.evaluation.card import fill, markdown

FIGURES = Path(__file__).with_name("figures.json")
BILLION = 10**9
WORDS = 300
"""Words of an article of news."""
CORES, HOURS = 16, 24

Figures = Mapping[str, Any]


def archive_table(figures: Figures) -> str:
    """What was measured of large archives, as a Markdown table."""
    rows = []
    for name, what in (("memory", "claims"), ("memory_entities", "claims and entities")):
        if name in figures:
            seen = figures[name]
            rows += [
                (f"memory of a worker after 10,000 articles, {what}", f"{seen['peak_mb_when_warm']:.0f} MB"),
                (
                    f"the same after {seen['articles']:,} articles",
                    f"{seen['peak_mb']:.0f} MB ({seen['growth_percent']:+.1f} %)",
                ),
            ]
    if "workers" in figures:
        rows.append(
            ("words a second of two workers, times those of one", f"{figures['workers']['best']:.2f}")
        )
    if "kills" in figures:
        seen = figures["kills"]
        told = f"{seen['lost']} lost, {seen['doubled']} doubled"
        rows.append((f"claims after {seen['kills']} kills at random moments", told))
    if "pages" in figures:
        seen = figures["pages"]
        rows.append((f"words of {seen['pages']} news pages that come back", f"{seen['words_percent']:.1f} %"))
    return markdown(("of a large archive", "measured"), rows)


def billion_table(readme: str, figures: Figures) -> str:
    """What a billion articles take, worked out from the speeds that the README tells, as a Markdown table."""
    rows = [
        (
            f"{step}, {kind}",
            f"{hours:,.0f}",
            f"{hours / HOURS / CORES:,.0f}",
        )
        for kind, step, speed in _speeds(readme)
        if step != "tokenizing"
        for hours in (BILLION * WORDS / speed / 3600,)
    ]
    header = (
        f"a billion articles of {WORDS} words",
        "hours of one core",
        f"machines of {CORES} cores for a day",
    )
    return markdown(header, rows)


def _speeds(readme: str) -> list[tuple[str, str, float]]:
    part = re.search(r"<!-- speed: begin -->\n(.*?)<!-- speed: end -->", readme, re.DOTALL)
    assert part is not None
    cells = [line.strip("| ").split(" | ") for line in part[1].splitlines()[2:]]
    return [(kind, step, float(words.replace(",", ""))) for kind, step, _, words in cells]


def renew(readme: str) -> str:
    """Put both tables into a document."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    return fill(fill(readme, "archive", archive_table(figures)), "billion", billion_table(readme, figures))


def main() -> None:
    """Renew a document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("document", type=Path)
    document: Path = parser.parse_args().document
    document.write_text(renew(document.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
