"""What owners get, told without the word for it: whether it is a dividend, and whether it was paid."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vorgeschlagen werden 2,10 Euro je Anteilsschein.", "forecast"),
        ("Der Hauptversammlung am 4. Juli schlägt der Vorstand 60 Cent vor.", "forecast"),
        ("60 Cent schlägt die Führung der Hauptversammlung am 4. Juli vor.", "forecast"),
        ("Die Verwaltung schlägt nur 12 Cent je Aktie vor.", "forecast"),
        ("Die Hauptversammlung der Talbau AG hat am Montag 3,05 Euro je Aktie freigegeben.", "reported"),
        ("Voriges Jahr hatten die Anteilseigner, meist Bauern, noch 80 Cent bekommen.", "reported"),
        ("Erstmals fiel wieder etwas für die Aktionäre ab, 30 Cent nämlich.", "reported"),
    ],
)
def test_it_is_a_dividend(nlp: Language, text: str, status: str) -> None:
    assert [(claim.metric, claim.status) for claim in claims_of(nlp, text)] == [("dividend", status)]


@pytest.mark.parametrize(
    "text",
    [
        "Vorgeschlagen werden 2,10 Euro je Stunde.",
        "Die Gewerkschaft schlägt 60 Cent mehr Lohn vor.",
        "Die Aktionäre sollen für die Karte 12 Euro zahlen.",
    ],
)
def test_it_is_none(nlp: Language, text: str) -> None:
    assert "dividend" not in [claim.metric for claim in claims_of(nlp, text)]
