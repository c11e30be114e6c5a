"""Every verb of rising and falling, with every hedge and in every order of words, tells the same change."""

from itertools import product

import pytest
from spacy.language import Language

FALLING = {"sank": "", "schrumpfte": "", "ging": "zurück", "brach": "ein", "nahm": "ab", "sackte": "ab"}
RISING = {"stieg": "", "kletterte": "", "legte": "zu", "zog": "an", "nahm": "zu", "wuchs": ""}
HEDGES = ("", "rund ", "knapp ", "gut ", "mehr als ", "weniger als ", "fast ", "bis zu ")
ORDERS = (
    "Der {noun} {verb} um {hedge}13 Prozent{goal}{particle}.",
    "Im dritten Quartal {verb} der {noun} um {hedge}13 Prozent{goal}{particle}.",
    "Der {noun} {verb} gegenüber dem Vorjahr um {hedge}13 Prozent{goal}{particle}, hieß es.",
)


@pytest.mark.parametrize(
    ("sign", "verb", "particle"),
    [
        *[(-1, verb, particle) for verb, particle in FALLING.items()],
        *[(1, verb, particle) for verb, particle in RISING.items()],
    ],
)
def test_a_change_has_the_sign_of_its_verb(nlp: Language, sign: int, verb: str, particle: str) -> None:
    texts = [
        order.format(
            noun=noun, verb=verb, hedge=hedge, goal=goal, particle=f" {particle}" if particle else ""
        )
        for order, noun, hedge, goal in product(
            ORDERS, ("Umsatz", "Gewinn"), HEDGES, ("", " auf 1.234 Mio. Euro")
        )
    ]
    told = {}
    for doc in nlp.pipe(texts):
        claims = [claim for claim in doc._.claims if claim.text == "13 Prozent"]
        told[doc.text] = [(claim.kind, claim.low) for claim in claims]
    assert {text: found for text, found in told.items() if found != [("change", sign * 13.0)]} == {}
