"""A text written in other characters tells the same: blanks, signs for words, quotation marks, umlauts."""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
import regex
from told import found_in

ARTICLES = Path(__file__).parents[2] / "corpus" / "articles"

EVERY = 4
"""Every how many-th article of the corpus is rewritten; all of them would take longer than they tell."""

OWN = [
    "Der Umsatz stieg von 6,8 auf knapp 8,8 Milliarden Euro, das Ebit um 8 Prozent auf 210 (Vorjahr: 190) "
    "Millionen Euro. „Wir rechnen mit 1,2 bis 1,4 Milliarden Euro“, sagte sie.",
    "Über fünf Millionen Kunden zahlen jährlich rund zwölf Euro, höchstens dreißig Euro; die Hälfte spart "
    "ungefähr 40 Prozent. Jeder fünfte kündigt, das sind 3 Prozentpunkte mehr.",
    "Die Marge lag zwischen 7 und 9 Prozent, um 25 Basispunkte höher als im März. Größter Posten: „1,5 "
    "Millionen Dollar für Löhne“.",
]


def development_texts() -> Iterator[str]:
    for path in sorted(ARTICLES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if document["split"] == "development":
                yield document["text"]


TEXTS = [*OWN, *islice(development_texts(), 0, None, EVERY)]

Rewrite = Callable[[str], str]


def replacing(pattern: str, replacement: str) -> Rewrite:
    compiled = regex.compile(pattern)
    return lambda text: compiled.sub(replacement, text)


UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
UNIT = r"(?:Prozent|Mio|Mrd|Million|Milliard|Euro|%|€)"

REWRITES: dict[str, Rewrite] = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "narrow no-break spaces before units": replacing(rf"(?<=\d) (?={UNIT})", "\u202f"),
    "no blanks before units": replacing(rf"(?<=\d) (?={UNIT})", ""),
    "no blanks before numbers with a unit": replacing(rf"(?<=\p{{Ll}}{{2}}) (?=\d+(?:[.,]\d+)? {UNIT})", ""),
    "no blanks after units": replacing(
        r"(?<=(?:Prozent|Euro|Franken|Dollar|Millionen|Milliarden)) (?=\p{Lu})", ""
    ),
    "no blanks after full stops": replacing(r"(?<=\p{Ll}\.) (?=\p{Lu})", ""),
    "% for Prozent": replacing(r" Prozent(?![\w-])", " %"),
    "% at the number": replacing(r"(?<=\d) Prozent(?![\w-])", "%"),
    "Mio. for Millionen": replacing(r" Millionen(?![\w-])", " Mio."),
    "Mrd. for Milliarden": replacing(r" Milliarden(?![\w-])", " Mrd."),
    "€ for Euro": replacing(r" Euro(?![\w-])", " €"),
    "straight quotation marks": replacing("[„“”»«]", '"'),
    "guillemets": lambda text: regex.sub('["“”]', "«", text.replace("„", "»")),
    "ae, oe, ue, ss": lambda text: text.translate(UMLAUTS),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": lambda text: text.replace("Milliarden", "Milli\u00adarden").replace(
        "Prozent", "Pro\u00adzent"
    ),
}


def meaning(text: str) -> list[tuple[float, float, str | None, str]]:
    return [
        (round(quantity.low, 6), round(quantity.high, 6), quantity.unit, quantity.qualifier)
        for quantity in found_in(text)
    ]


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_the_same_text_in_other_characters_tells_the_same(rewrite: Rewrite) -> None:
    for text in TEXTS:
        assert meaning(rewrite(text)) == meaning(text), rewrite(text)


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_every_rewriting_changes_something(rewrite: Rewrite) -> None:
    """Else the test above would compare a text with itself."""
    assert any(rewrite(text) != text for text in TEXTS)


def test_the_texts_hold_quantities() -> None:
    assert sum(len(meaning(text)) for text in OWN) == 16
    assert len(TEXTS) > len(OWN)
