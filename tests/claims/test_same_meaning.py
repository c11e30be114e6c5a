"""Writings that mean the same state the same: no-break spaces, quotation marks, `%`, spelt-out umlauts."""

from collections.abc import Callable
from dataclasses import asdict
from unicodedata import normalize

import pytest
from spacy.language import Language
from stated import claims_of

TEXTS = (
    "Die Beispiel AG steigerte 2019 den Umsatz um 8 Prozent auf 2,1 Milliarden Euro, nach 1,9 "
    "Milliarden Euro im Vorjahr.",
    "„Für 2020 rechnen wir mit einem Ebit von 120 bis 140 Millionen Euro“, sagte Finanzchefin Anna Beispiel.",
    "Der Überschuss fiel um 12 Prozent auf 210 Millionen Euro. Im Jahr zuvor waren es 239 "
    "Millionen Euro gewesen.",
    "Der Konzern kürzt die Dividende auf 1,10 Euro je Aktie (Vorjahr: 1,20 Euro) und streicht "
    "rund 800 Stellen.",
    "Die Aktie verlor am Mittwoch 3,5 Prozent auf 12,40 Euro, während der Dax um 1,2 Prozent "
    "auf 12.345 Punkte stieg.",
    "Umsatz und Erlöse im Ausland kletterten um 8 beziehungsweise 12 Prozent.",
)

WORDED = ("text", "sentence", "start", "end", "segment", "speaker", "confidence")
"""Fields that carry the wording or its place and so may differ."""


def meanings(nlp: Language, text: str) -> list[dict[str, object]]:
    return [
        {name: value for name, value in asdict(claim).items() if name not in WORDED}
        for claim in claims_of(nlp, text)
    ]


def spelt_out(text: str) -> str:
    for umlaut, letters in zip("äöüÄÖÜ", ("ae", "oe", "ue", "Ae", "Oe", "Ue"), strict=True):
        text = text.replace(umlaut, letters)
    return text


REWRITINGS: dict[str, Callable[[str], str]] = {
    "no-break space before units": lambda text: (
        text.replace(" Milliarden", "\u00a0Milliarden")
        .replace(" Millionen", "\u00a0Millionen")
        .replace(" Euro", "\u00a0Euro")
        .replace(" Prozent", "\u00a0Prozent")
    ),
    "percent sign": lambda text: text.replace(" Prozent", " %"),
    "percent sign glued": lambda text: text.replace(" Prozent", "%"),
    "short scales": lambda text: text.replace("Milliarden", "Mrd.").replace("Millionen", "Mio."),
    "euro sign": lambda text: text.replace("Euro", "€"),
    "straight quotation marks": lambda text: text.replace("„", '"').replace("“", '"'),
    "guillemets": lambda text: text.replace("„", "»").replace("“", "«"),
    "spelt-out umlauts": spelt_out,
    "a paragraph before": lambda text: "Heute in der Zeitung.\n\n" + text,
    "two blanks between sentences": lambda text: text.replace(". ", ".  "),
    "decomposed umlauts": lambda text: normalize("NFD", text),
}


@pytest.mark.parametrize("rewriting", REWRITINGS)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:24])
def test_the_same_is_stated_in_other_writing(nlp: Language, text: str, rewriting: str) -> None:
    rewritten = REWRITINGS[rewriting](text)
    assert meanings(nlp, rewritten) == meanings(nlp, text)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:24])
def test_the_texts_state_figures(nlp: Language, text: str) -> None:
    """The comparison above compares something."""
    assert len(meanings(nlp, text)) >= 1
