"""Words around a figure: up and down, outlook, consensus, adjusted, denied; split verbs."""

import pytest

from pipeline.mentions.context import find_cues


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Der Umsatz ging um 5 Prozent zurück.", "down", "ging um 5 Prozent zurück"),
        ("Der Umsatz legte kräftig um 5 Prozent zu.", "up", "legte kräftig um 5 Prozent zu"),
        ("Der Umsatz STIEG um 5 Prozent.", "up", "STIEG"),
        ("Der Konzern rechnet mit 5 Prozent.", "forecast", "rechnet"),
        (
            "Analysten hatten mit 5 Prozent gerechnet.",
            "consensus",
            "Analysten hatten mit 5 Prozent gerechnet",
        ),
        ("Bisher waren 5 Prozent geplant.", "prior", "Bisher"),
        ("Organisch waren es 5 Prozent.", "adjusted", "Organisch"),
        ("Es waren nicht 5 Prozent.", "negated", "nicht"),
    ],
)
def test_a_cue_is_found_with_its_words(text: str, name: str, words: str) -> None:
    assert (name, words) in {(cue.name, text[cue.start : cue.end]) for cue in find_cues(text, 0, len(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Umsatz ging in die Bilanz ein.", "down"),
        ("Es waren nicht nur 5 Prozent.", "negated"),
        ("Der Vorstand hatte mit 5 Prozent gerechnet.", "consensus"),
    ],
)
def test_what_looks_alike_is_none(text: str, name: str) -> None:
    assert name not in {cue.name for cue in find_cues(text, 0, len(text))}


def test_offsets_hold_beside_letters_that_grow_in_lower_case() -> None:
    text = "İstanbul: Der Umsatz stieg."
    (cue,) = [cue for cue in find_cues(text, 0, len(text)) if cue.name == "up"]
    assert text[cue.start : cue.end] == cue.text == "stieg"


def test_cues_come_in_order() -> None:
    cues = find_cues("Der Umsatz stieg, der Gewinn sank, bereinigt stieg er.", 0, 54)
    assert [cue.start for cue in cues] == sorted(cue.start for cue in cues)
