"""Holds published extractors of quantities and a plain pattern against gold, beside this project.

They know no metric and no company, so that only what all set out to do is compared: whether a quantity
is found at its place, and whether its value is right. `make peers` runs it.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from pipeline.evaluation.card import CORPUS, fill, markdown
from pipeline.evaluation.gold import GoldDocument, read_gold
from pipeline.evaluation.matching import match_claims
from pipeline.evaluation.scoring import Counts
from pipeline.flow import extract_claims, load
from pipeline.reading.article import Article
from pipeline.records.claim import Claim

Reading = tuple[int, int, float, float]
"""Start, end, low and high of one quantity."""

Reader = Callable[[str], Iterable[Reading]]

# What a person writes in ten minutes: German digits, a scale, a unit that must be there.
_PLAIN = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*"
    r"(?P<scale>Tsd\.?|Tausend|Mio\.?|Millionen?|Mrd\.?|Milliarden?)?\s*"
    r"(?P<unit>%|Prozentpunkte?n?|Prozent|€|Euro|EUR|\$|US-Dollar|Dollar|Franken|CHF|Punkte?n?)?"
)
_SCALES = {"": 1.0, "T": 1e3, "Mio": 1e6, "Millio": 1e6, "Mrd": 1e9, "Millia": 1e9}


def read_plain(text: str) -> Iterator[Reading]:
    """Read every German number that has a scale or a unit after it."""
    for match in _PLAIN.finditer(text):
        word = match["scale"] or ""
        if word or match["unit"]:
            scale = next(value for begin, value in reversed(_SCALES.items()) if word.startswith(begin))
            value = float(match["number"].replace(".", "").replace(",", ".")) * scale
            yield match.start(), match.end(), value, value


def read_text2num(text: str) -> Iterator[Reading]:
    """Read number words and digits as text2num finds them in a row of words."""
    from text_to_num import find_numbers  # type: ignore[import-not-found]

    words = list(re.finditer(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]", text))
    for found in find_numbers([_Word(word.group()) for word in words], "de", threshold=0):
        start, end = words[found.start].start(), words[found.end - 1].end()
        yield start, end, found.value, found.value


class _Word:
    """A token as text2num asks for it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self) -> str:
        return self._text

    def nt_separated(self, _previous: object) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def read_quantulum(text: str) -> Iterator[Reading]:
    """Read quantities as quantulum3 does, which knows English alone."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    for found in parser.parse(text):
        yield *found.span, found.value, found.value


def read_recognizers(text: str) -> Iterator[Reading]:
    """Read numbers, percentages and money as recognizers-text does for English: it has no German."""
    from recognizers_number import recognize_number, recognize_percentage  # type: ignore[import-not-found]
    from recognizers_number_with_unit import recognize_currency  # type: ignore[import-not-found]

    readings = [
        (found.start, found.end + 1, float(str(value).rstrip("%")))
        for recognize in (recognize_currency, recognize_percentage, recognize_number)
        for found in recognize(text, "en-us")
        if (value := (found.resolution or {}).get("value")) is not None
    ]
    end_of_last = 0
    # The number inside an amount is found again by itself.
    for start, end, value in sorted(readings, key=lambda reading: (reading[0], -reading[1])):
        if start >= end_of_last:
            end_of_last = end
            yield start, end, value, value


PEERS: Mapping[str, tuple[str, Reader]] = {
    "plain number-and-unit pattern": ("", read_plain),
    "quantulum3 (English)": ("quantulum3", read_quantulum),
    "recognizers-text-suite (English)": ("recognizers-text-suite", read_recognizers),
    "text2num": ("text2num", read_text2num),
}


def count(documents: Iterable[GoldDocument], read: Reader) -> tuple[Counts, Counts]:
    """Count the quantities that a reader finds.

    Args:
        documents: Gold.
        read: Gives the quantities of a text.

    Returns:
        Those that overlap a gold claim, and those that have its value too.
    """
    places = values = Counts()
    for document in documents:
        predicted = [_claim(document, *reading) for reading in read(document.text)]
        found = len(match_claims(predicted, document.claims))
        gold_places = [(claim.start, claim.end) for claim in document.claims]
        at_place = _overlapping(gold_places, [(claim.start, claim.end) for claim in predicted])
        places += Counts(at_place, len(predicted), len(gold_places))
        values += Counts(found, len(predicted), len(gold_places))
    return places, values


def _claim(document: GoldDocument, start: int, end: int, low: float, high: float) -> Claim:
    text = document.text[start:end]
    return Claim(document.doc_id, start, end, text, "", "other", "level", low, high, 0.0, "count")


def _overlapping(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> int:
    """Count pairs that overlap, each place in one pair at most."""
    left = sorted(predicted)
    pairs = 0
    for start, end in sorted(gold):
        at = next((at for at, place in enumerate(left) if place[0] < end and start < place[1]), None)
        if at is not None:
            left.pop(at)
            pairs += 1
    return pairs


def own_reader() -> Reader:
    """This project's reader, with the built-in model."""
    nlp = load()

    def read(text: str) -> Iterator[Reading]:
        [(_, claims, _)] = extract_claims(nlp, [Article(id="", text=text)])
        return ((claim.start, claim.end, claim.low, claim.high) for claim in claims)

    return read


def main() -> None:
    """Read the arguments, compare, and renew the table of the README."""
    parser = argparse.ArgumentParser(description="Compare with published extractors of quantities")
    parser.add_argument("gold", nargs="?", type=Path, default=CORPUS, help="a gold file or a folder of them")
    parser.add_argument("--document", type=Path, help="a document with a part for the table, to be renewed")
    arguments = parser.parse_args()
    documents = read_gold(arguments.gold)
    rows = []
    for name, (package, read) in {**PEERS, "this project": ("", own_reader())}.items():
        release = f" {version(package)}" if package else ""
        rows.append((f"{name}{release}", *map(score, count(documents, read))))
    table = markdown(("extractor", "found at the place, F1", "and with the right value, F1"), rows)
    sys.stdout.write(f"{table}\n")
    if arguments.document:
        text = arguments.document.read_text(encoding="utf-8")
        arguments.document.write_text(fill(text, "peers", table), encoding="utf-8")


def score(counts: Counts) -> str:
    """F1 in percent."""
    return "-" if counts.f1 is None else f"{100 * counts.f1:.1f}"


if __name__ == "__main__":
    main()
