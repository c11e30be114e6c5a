"""Measures how the time of patterns, and of the whole extraction, grows with texts made to be slow.

python tests/fuzz/growth.py             every pattern by itself, and the extraction on some texts
python tests/fuzz/growth.py --all       the extraction on texts of every piece of every pattern
"""

import argparse
import json
import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from random import Random
from time import process_time
from typing import Any

from patterns import collected, untouched
from spacy.language import Language

SIGNS = (
    " ", "a", "A", "1", "ä", " a", " A", " 1", "1 ", "1.", "1,", "1.000", "1'", "-", "a-", "A-", "aa-",
    "Aa-", "a.", "A. ", "i. ", ",", ", ", "(", ")", "(1", "\n", " \n", "\n\n", "| ", "|1", "\t", '"',
    "„", "Aa ", "Aa, Bb ", "Aa & ", "und ", "ein ", "von ", "der ", "im ", "Euro ", "Prozent ",
    "1 Prozent ", "12 Mio. ", "Mio. ", "2020 ", "AG ", "Umsatz ", "um 1 auf ", "zwei", "hundert",
    "1/2 ", "1-", "1 - ", " - ", "  1", "%", "€", "1 %\n", "a  1\n", "(in Mio. Euro)", "T", "TEUR ",
    "Dr. ", "a\u0308", "\u00ad", "&", "a_", "a@", "<", "&amp;",
)  # fmt: skip
"""What hostile texts repeat, whatever the pattern."""

SENTENCE = "Der Umsatz der Siemens AG stieg 2020 um 8 Prozent auf 2,1 Mrd. Euro. "
END = "\x01"
"""A sign that no pattern takes, so that what has matched so far fails in the end."""

OF_PATTERN, OF_ARTICLE = 200, 1_000
"""Code points of the shorter text, for a pattern and for the extraction; the longer has `TIMES` as many."""
TIMES = 4
QUICK = 0.005, 0.25
"""Seconds that the longer text may take without a second look, for a pattern and for the extraction."""
LARGEST_EXPONENT = 2.3, 1.35
"""How time may grow with length: of a pattern from one place, of the extraction with the article.

A pattern that is slow only because it is tried at each place of an article shows in the extraction.
"""


@dataclass(frozen=True)
class Growth:
    """How long something takes on a text that repeats a piece.

    Attributes:
        what: The pattern, or the extraction.
        piece: What the text repeats.
        seconds: For the text of the longer length.
        exponent: Power of the length with which the time grows.
    """

    what: str
    piece: str
    seconds: float
    exponent: float


def pieces_of(source: str) -> list[str]:
    """Strings that a pattern looks for, alone and as words."""
    from pipeline.vocabulary.pieces import needs_of  # here, as `patterns.py` comes before the program

    needed = [piece for way in needs_of(source) for pieces in way for piece in sorted(pieces)[:3]]
    written = re.findall(r"(?<!\\)[A-Za-zäöüßÄÖÜ]{2,}", source)[:12]
    return [form for word in dict.fromkeys(needed + written) for form in (word, f"{word} ")]


def grown(
    what: str, step: Callable[[str], object], before: str, piece: str, size: int, quick: float
) -> Growth | None:
    """Measure a step on a long text, and where it is not quick also on a shorter one."""

    def seconds(length: int) -> float:
        text = before + (piece * (length // len(piece) + 1))[:length] + END
        begin = process_time()
        step(text)
        return process_time() - begin

    long = seconds(TIMES * size)
    if long <= quick:
        return None
    short = min(seconds(size), seconds(size))
    long = min(long, seconds(TIMES * size))
    return Growth(what, piece, long, math.log(long / max(short, 1e-6), TIMES))


def of_patterns() -> Iterator[Growth]:
    """Grow texts for every pattern of the program that is not quick on them, matched from one place."""
    for (_, source, _), compiled in collected().patterns.items():
        name = source if isinstance(source, str) else source.decode("latin-1")
        for piece in (*SIGNS, *pieces_of(name)):
            found = grown(name, match_with(compiled, source), "", piece, OF_PATTERN, QUICK[0])
            if found is not None:
                yield found


def match_with(compiled: Any, source: str | bytes) -> Callable[[str], object]:
    """The step of matching a pattern from one place of a text."""
    if isinstance(source, bytes):
        return lambda text: compiled.match(text.encode("utf-8"))
    return lambda text: (compiled.match(text), compiled.fullmatch(text))


def of_extraction(nlp: Language, pieces: Iterable[str]) -> Iterator[Growth]:
    """Grow articles that state figures and then repeat a piece."""
    from pipeline.flow import extract_claims
    from pipeline.reading.article import Article

    def step(text: str) -> object:
        return list(extract_claims(nlp, [Article("text", text, date(2024, 5, 16))], entities=False))

    step(SENTENCE)
    for piece in pieces:
        found = grown("extraction", step, SENTENCE, piece, OF_ARTICLE, QUICK[1])
        if found is not None:
            yield found


def main() -> None:
    """Write what was measured as JSON: every place that was not reached, and every growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    everything = parser.parse_args().all
    all_patterns = collected()
    from pipeline.flow import load  # not before: it compiles patterns

    sources = [source for _, source, _ in all_patterns.patterns if isinstance(source, str)]
    told = list(dict.fromkeys(piece for source in sources for piece in pieces_of(source)))
    chosen = told if everything else Random(0).sample(told, 60)
    found = [*of_patterns(), *of_extraction(load(), (*SIGNS, *chosen))]
    json.dump(
        {
            "patterns": len(all_patterns.patterns),
            "pieces": len(told),
            "untouched": untouched(all_patterns),
            "growth": [asdict(growth) for growth in found],
        },
        sys.stdout,
        indent=1,
    )


if __name__ == "__main__":
    main()
