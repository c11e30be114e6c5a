"""Plans, fears, demands and what the market thought, in other words; facts that sound like plans."""

import pytest
from spacy.language import Language
from stated import claims_of

STATUSES = {"r": "reported", "f": "forecast", "p": "prior_forecast", "c": "consensus"}


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("f", "Der Vorstand kalkuliert für 2020 mit Erlösen von 40 Millionen Euro."),
        ("f", "In diesem Jahr sind es wohl nur 30 Millionen Euro Umsatz."),
        ("f", "Der Finanzchef befürchtet einen Verlust von 12 Millionen Euro."),
        ("f", "Es droht ein Verlust von 12 Millionen Euro."),
        ("f", "Die Firma stellt sich auf einen Umsatzrückgang von 5 Prozent ein."),
        ("f", "Der Händler steuert auf einen Verlust von 30 Millionen Euro zu."),
        ("f", "Für den Umbau sind Investitionen von 9 Millionen Euro budgetiert."),
        ("f", "Gemeinsam käme man auf 130 Millionen Euro Umsatz."),
        ("f", "Die Kasse wird ihren Gewinn von 4 Millionen Euro übertrumpfen."),
        ("f", "Beim Umsatz stehen 80 bis 90 Millionen Euro im Plan."),
        ("r", "Das Werk wird von 300 Mitarbeitern in drei Schichten am Laufen gehalten."),
        ("r", "Unter dem Strich blieben 5 Millionen Euro Gewinn."),
        ("r", "Der Umsatz stieg stärker als erwartet um 5 Prozent."),
        ("r", "Der Gewinn sank wie angekündigt um 3 Prozent."),
        ("r", "Der Verlust war mit 3 Millionen Euro kleiner als von Analysten befürchtet."),
        ("r", "Der Gewinn fiel um 2 Millionen Euro schlechter aus als budgetiert."),
    ],
)
def test_what_is_to_come_and_what_only_sounds_so(nlp: Language, statuses: str, text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("c", "Der Marktkonsens für den Umsatz beträgt derzeit 80 Millionen Euro."),
        (
            "c",
            "Analysten, sonst selten so einig, hatten auf einen Gewinn von 80 Millionen Euro getippt.",
        ),
        ("c", "Am Markt waren 80 Millionen Euro Umsatz veranschlagt worden."),
        ("c", "Anleger hatten mit einem Gewinn von 80 Millionen Euro gerechnet."),
        ("rc", "Der Gewinn lag bei 8 Millionen Euro, erwartet worden war das Zehnfache."),
    ],
)
def test_what_the_market_thought(nlp: Language, statuses: str, text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (
            "pf",
            "Die Ebit-Marge, im März noch mit 13 Prozent angegeben, wird 9 Prozent nicht übersteigen.",
        ),
        ("fp", "Nun peilt er 6 Prozent Umsatzplus an, nachdem er im März 4 Prozent versprochen hatte."),
        (
            "fp",
            "Der Verband rechnet mit 4 Prozent Umsatzplus. Im Herbst hatte er noch 6 Prozent vorausgesagt.",
        ),
        (
            "rf",
            "Der Umsatz erreichte 150 Millionen Euro. In Aussicht gestellt hatte die Firma 145 Millionen.",
        ),
        (
            "pf",
            "Statt der budgetierten 48 Millionen Euro Umsatz rechnet der Chef noch mit 43 Millionen Euro.",
        ),
        ("fp", "Er rechnet mit 100 Millionen Euro Ebit (bisherige Prognose: 450 Millionen Euro)."),
        (
            "pf",
            "Die Dividende soll, anders als nach der bisherigen Planung (0,90 Euro), auf 0,45 Euro sinken.",
        ),
        ("pf", "Die Bank erhöhte den fairen Wert der Aktie von 71 auf 80 Euro."),
        (
            "fr",
            "Der Vorsteuergewinn soll das Doppelte der zuletzt ausgewiesenen 22 Millionen Euro erreichen.",
        ),
    ],
)
def test_the_old_outlook_beside_the_new(nlp: Language, statuses: str, text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("f", "Die Gewerkschaft verlangt ein Lohnplus von 5 Prozent."),
        ("f", "Die Arbeitgeber haben 3 Prozent mehr Lohn geboten."),
        ("r", "Die Händler verlangten 27 Prozent höhere Preise als ein Jahr zuvor."),
        ("fr", "Ab 1. Jänner kostet die Kilowattstunde 24,5 Cent, derzeit sind es 29,9 Cent."),
        ("rf", "Von den 310 Mitarbeitern müssen bis zum Sommer 24 gehen."),
        ("r", "Die rund 2800 Beschäftigten sollen mehr Lohn erhalten."),
        ("rf", "Aus 46 Beschäftigten sollen bald rund 120 werden."),
        ("f", "Das selbst gesteckte Ziel von 25.000 Neueinstellungen soll bald erreicht sein."),
        ("f", "In Leipzig werden 35 Stellen gestrichen."),
        ("r", "In Leipzig wurden 35 Stellen gestrichen."),
    ],
)
def test_demands_prices_and_jobs(nlp: Language, statuses: str, text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [STATUSES[letter] for letter in statuses]


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        ("f", "Heuer investiert die Genossenschaft 3,8 Millionen Euro."),
        ("r", "Heuer hat die Genossenschaft bislang 3,8 Millionen Euro investiert."),
        ("r", "Im Juni investierte die Genossenschaft 3,8 Millionen Euro."),
        ("ff", "Die Tageskarte wird im kommenden Winter um zwei Euro auf 58 Euro teurer."),
        ("rr", "Die Tageskarte wurde im vergangenen Winter um zwei Euro auf 58 Euro teurer."),
    ],
)
def test_what_the_present_tense_tells_of_a_time_ahead(nlp: Language, statuses: str, text: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [STATUSES[letter] for letter in statuses]
