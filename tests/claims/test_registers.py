"""General news counts what business news counts too: points of a game, cars in an accident, guests."""

import pytest
from spacy.language import Language
from stated import claims_of

GAMES = [
    "Die Gäste liegen sechs Punkte hinter dem Tabellenführer und haben 37 Punkte auf dem Konto.",
    "Mit 16 Zählern führt der Aufsteiger die Tabelle an, der Vorsprung beträgt vier Punkte.",
    "Für das Überholen gibt es zwei Punkte in Flensburg.",
    "Die Turnerin kam mit 54 Punkten auf Rang 3.",
]

ROAD = [
    ("An der Kreuzung sind zwei Autos zusammengestoßen.", []),
    ("Die Feuerwehr rückte mit drei Fahrzeugen aus.", []),
    ("Bei dem Unwetter wurden 17 Pkw beschädigt.", [("17", "other")]),
    ("Der Hersteller verkaufte 17.000 Pkw.", [("17.000", "sales_volume")]),
    ("In Österreich kamen 23.000 Autos neu auf die Straße, meldet der Verband der Händler.",
     [("23.000", "sales_volume")]),
]  # fmt: skip

GUESTS = [
    ("Erlaubt sind höchstens 50 Teilnehmer.", [("50", "other")]),
    ("Zu der Kundgebung kamen 8000 Teilnehmer.", [("8000", "other")]),
    ("An der Hochzeit nahmen 250 Gäste teil.", [("250", "other")]),
    ("Das Museum zählte 250.000 Besucher.", [("250.000", "customers")]),
    ("Die Fluglinie beförderte 1,2 Millionen Passagiere.", [("1,2 Millionen", "customers")]),
]

IN_PASSING = [
    ("Die Forscher fanden 64 neue Arten.", [("64", "other")]),
    ("In den Kliniken liegen 1245 Kranke.", [("1245", "other")]),
    ("Das Institut stellt 64 Forscher ein.", [("64", "employees")]),
    ("Die Zahl der Forscher stieg auf 640.", [("640", "employees")]),
    ("Die Kette schließt fünf ihrer 31 Kliniken.", [("fünf", "locations"), ("31", "locations")]),
]

INDICES = [
    ("Der Leitindex gab 41 Punkte nach.", [("41 Punkte", "index_level")]),
    ("Der Bund-Future verlor 0,4 Prozent auf 176,20 Punkte.",
     [("0,4 Prozent", "index_level"), ("176,20 Punkte", "index_level")]),
    ("Am Nachmittag stand ein Plus von 1,5 Prozent auf 13.791 Punkte zu Buche.",
     [("1,5 Prozent", "index_level"), ("13.791 Punkte", "index_level")]),
    ("Im Lesetest kamen die Schüler auf 498 Punkte.", [("498 Punkte", "other")]),
]  # fmt: skip

WORDS = [
    ("Mit fünf weiteren Forschern bestimmte sie das Erbgut der Eule.", []),
    ("In der Kanzlei arbeiten sechs Berater.", [("sechs", "employees")]),
    ("Der durchschnittliche CO2-Ausstoß ging um 13,4 Prozent zurück.", [("13,4 Prozent", "other")]),
    ("Der THC-Gehalt liegt unter 0,3 Prozent.", [("0,3 Prozent", "other")]),
    ("Das Gehalt steigt um 0,3 Prozent.", [("0,3 Prozent", "price")]),
    ("Der Saal hat eine Hallenkapazität von 300 Plätzen.", [("300", "other")]),
    ("Das Werk hat eine Kapazität von 300.000 Tonnen.", [("300.000 Tonnen", "production")]),
    ("Ein voller Pass ist zehn Euro wert.", [("zehn Euro", "other")]),
    ("Der Konzern ist zehn Milliarden Euro wert.", [("zehn Milliarden Euro", "market_cap")]),
    ("Für das deutsche Wachstum erwartet sie 2,0 Prozent.", [("2,0 Prozent", "gdp")]),
    ("Sie stuft die Aktie auf „Kaufen“ hoch und hebt den fairen Wert je Aktie von 53 auf 66 Euro.",
     [("53", "share_price"), ("66 Euro", "share_price")]),
    ("Der Pegel stieg, 500 Mitarbeiter der Klinik wurden getestet.", [("500", "other")]),
]  # fmt: skip

ELSEWHERE = [
    ("Die Feuerwehr war mit 20 Kräften im Einsatz.", [("20", "other")]),
    ("Die Reederei kommt mit 20 Kräften aus.", [("20", "employees")]),
    ("Wegen der Bombe mussten 400 Haushalte ins Freie.", [("400", "other")]),
    ("Das Stadtwerk versorgt 400 Haushalte.", [("400", "customers")]),
    ("Das Parkhaus hat eine Kapazität von 300 Stellplätzen.", [("300", "other")]),
    ("Im Schnitt vergeben die Gäste 4,78 Sterne.", [("4,78", "other")]),
    ("In Firmen ab fünf Beschäftigten gibt es einen Betriebsrat.", []),
    ("Drei Viertel der Rechnungen haben die Passagiere bezahlt.", [("Drei Viertel", "other")]),
    ("Zwei Drittel der Passagiere fliegen wieder.", [("Zwei Drittel", "customers")]),
    ("Die Zahl der Passagiere fiel um zwei Drittel.", [("zwei Drittel", "customers")]),
    ("Für Mitarbeiter mit 25 Prozent Arbeitszeit gilt das auch.", [("25 Prozent", "other")]),
    ("Nach Angaben des Ministers sind 2100 bis 2500 Windräder geplant.", [("2100 bis 2500", "other")]),
    ("Bis 2070 wird gebaut.", []),
    ("Die Mine fördert 4.228 Tonnen mit 5,35 Gramm pro Tonne.",
     [("4.228 Tonnen", "production"), ("5,35 Gramm", "other")]),
    ("Bei der Wahl kam die Partei auf ein Ergebnis von neun Prozent.", [("neun Prozent", "other")]),
    ("Er verdient brutto 3.093 Euro und netto 2.522 Euro.",
     [("3.093 Euro", "price"), ("2.522 Euro", "price")]),
    ("Das Lokal hatte nur sechs Gäste.", []),
    ("Die Arena hat ein Fassungsvermögen von 5000 Zuschauern.", [("5000", "other")]),
    ("Das Viertel ist an drei Stellen gesperrt.", []),
    ("Mit 23 Leuten machte sie 2,9 Mio. Euro Verlust.",
     [("23", "employees"), ("2,9 Mio. Euro", "net_income")]),
    ("Vom Band lief der 10.000ste Wagen.", []),
]  # fmt: skip


@pytest.mark.parametrize("text", GAMES)
def test_scores_and_standings_are_no_claims(nlp: Language, text: str) -> None:
    assert [
        claim.text for claim in claims_of(nlp, text) if "Punkt" in claim.text or "Zähl" in claim.text
    ] == []


@pytest.mark.parametrize(("text", "expected"), ROAD + GUESTS + IN_PASSING + INDICES + WORDS + ELSEWHERE)
def test_a_noun_measures_business_only_where_business_is_told(
    nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(claim.text, claim.metric) for claim in claims_of(nlp, text)] == expected


@pytest.mark.parametrize(
    "text",
    ["Der Bohrer lieferte einen Abschnitt von 12 Metern.", "So wird der Eindruck von 10 mm Abstand erzeugt."],
)
def test_lengths_are_neither_sold_nor_made(nlp: Language, text: str) -> None:
    assert {claim.metric for claim in claims_of(nlp, text)} == {"other"}
