"""Fractions and factors in words."""

import pytest
from told import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz hat sich verdoppelt.", ("verdoppelt", 2)),
        ("Der Umsatz hat sich verdreifacht.", ("verdreifacht", 3)),
        ("Der Preis hat sich verzwoelffacht.", ("verzwoelffacht", 12)),
        ("Eine Verdopplung ist nicht geplant.", ("Verdopplung", 2)),
        ("Eine Verdoppelung ist nicht geplant.", ("Verdoppelung", 2)),
        ("Der Verlust wurde halbiert.", ("halbiert", 0.5)),
        ("Es kamen dreimal so viele Kunden.", ("dreimal", 3)),
        ("Es kamen viermal mehr Kunden.", ("viermal", 4)),
        ("Es kamen 2,5-mal so viele Kunden.", ("2,5-mal", 2.5)),
        ("Es kamen doppelt so viele Kunden.", ("doppelt", 2)),
        ("Der Kurs ist zehnfach so hoch.", ("zehnfach", 10)),
        ("Es kamen halb so viele Kunden.", ("halb", 0.5)),
        ("Der Kurs stieg auf das Doppelte.", ("Doppelte", 2)),
        ("Die Schulden wachsen auf das 3,8-Fache.", ("3,8-Fache", 3.8)),
        ("Die Schulden wachsen aufs Zwanzigfache.", ("Zwanzigfache", 20)),
        ("Die Schulden wachsen um den Faktor 2,5.", ("2,5", 2.5)),
    ],
)
def test_factors(text: str, expected: tuple[str, float]) -> None:
    assert told(text) == [(*expected, "factor")]


@pytest.mark.parametrize(
    ("text", "written", "percent"),
    [
        ("Der Umsatz sank um ein Drittel.", "ein Drittel", 33.333333),
        ("Der Umsatz sank um einen Zehntel.", "einen Zehntel", 10),
        ("Zwei Drittel der Kunden sind jung.", "Zwei Drittel", 66.666667),
        ("Drei Viertel blieben treu.", "Drei Viertel", 75),
        ("Die Hälfte blieb treu.", "Hälfte", 50),
        ("Die Haelfte blieb treu.", "Haelfte", 50),
        ("Jeder fünfte Kunde ging.", "Jeder fünfte", 20),
        ("Jede Zehnte ging.", "Jede Zehnte", 10),
        ("Drei von vier Befragten gingen.", "Drei von vier", 75),
        ("1/3 der Befragten ging.", "1/3", 33.333333),
    ],
)
def test_shares(text: str, written: str, percent: float) -> None:
    assert told(text) == [(written, percent, "percent")]


@pytest.mark.parametrize(
    "text",
    [
        "Das ist nicht einmal mehr wahr.",
        "Die Regel wurde vereinfacht, es ist einfach so.",
        "Es geschieht jedes zweite Jahr.",
        "Er rief zweimal sogar an.",
        "Die zweite Hälfte verlief ruhig.",
        "Um ein Viertel nach acht Uhr begann es.",
    ],
)
def test_words_that_only_look_like_a_quantity(text: str) -> None:
    assert told(text) == []


PARTS = [
    ("Drittel", 3), ("Viertel", 4), ("Fünftel", 5), ("Sechstel", 6), ("Siebtel", 7), ("Achtel", 8),
    ("Neuntel", 9), ("Zehntel", 10), ("Zwanzigstel", 20), ("Hundertstel", 100),
]  # fmt: skip
ORDINALS = [
    ("zweite", 2), ("dritte", 3), ("vierte", 4), ("fünfte", 5), ("sechste", 6), ("siebte", 7), ("achte", 8),
    ("neunte", 9), ("zehnte", 10), ("zwanzigste", 20), ("hundertste", 100),
]  # fmt: skip


@pytest.mark.parametrize(("word", "parts"), PARTS)
def test_every_part(word: str, parts: int) -> None:
    assert told(f"Der Umsatz sank um ein {word}.") == [(f"ein {word}", pytest.approx(100 / parts), "percent")]


@pytest.mark.parametrize(("word", "parts"), ORDINALS)
def test_every_ordinal(word: str, parts: int) -> None:
    text = f"Jeder {word} Kunde ging, jedes {word} Auto blieb stehen."
    share = pytest.approx(100 / parts)
    assert told(text) == [(f"Jeder {word}", share, "percent"), (f"jedes {word}", share, "percent")]
