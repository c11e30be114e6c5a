"""What is no quantity: dates, hours, ages, names, addresses, lists (CLAIMS.md, `What is no claim`)."""

import pytest
from told import told, values


@pytest.mark.parametrize(
    "text",
    [
        "Am 13.01.2016, am 2. Juni, am 15. und 16. März, vom 3. bis 5.4. und zum 30.6. wird getagt.",
        "Das war 2015, im Jahr 2016, von 2018 bis 2020, 2022/23, im Mai 1998 und seit 1848 so.",
        "Er lebte von 1695 bis 1722.",
        "Im ersten Semester 2010 die Kunden zu halten, gelang nicht; 2011 viele Mitarbeiter auch nicht.",
        "Um 14 Uhr, um 14.30 Uhr, um 14:30, von 8 bis 17 Uhr, von 9 bis 12 und von 14 bis 18 Uhr, ab 17.00.",
        "Im 3. Quartal, in Q3 2023, im 1. Halbjahr, in den 9M und im H1 2022.",
        "Petra Lindner (52), Gerd Menzel, 61, und ein 49-Jähriger im Alter von 20 bis 25 Jahren kamen.",
        "Er heißt Tarek, ist 24, studiert und ist 1,2 Jahre dabei.",
        "Krabbe, 63, geht; ihr Vertrag endet 2020, da ist sie 61, und die im Juni 58 wird, sie ist Mitte 50.",
        "Gäste bleiben 4,5 Tage, früher waren es 5,2. Um halb fünf, um Viertel nach zwölf ist Schluss.",
        "Am Sonnenhang 19, 82152 Neudorf; Rue de Gambetta 60; 12 Fleet Street; der Laden an der Kö 12.",
        "Auf Folie 38, an Tisch 4, auf Parzelle 212, im ICE 596, Menü 3 und Gruppe 2: eine schwarze Null.",
        "WKN 724 118; ISIN: DE 000 724 1188; Amtsgericht Wetzlar, HRB 2207.",
        "Der Vertrag läuft drei Jahre, 24 Monate, 90 Tage, zwei bis drei Wochen, eine 10-jährige Anleihe.",
        "Der Dax 40, der S&P 500, der Euro Stoxx 50 und der MDax 50 gaben nach.",
        "Der A380, die Boeing 747-8, der Golf 8, Windows 11, Office 365 und Nord Stream 2 sind Namen.",
        "Das regeln § 15 Abs. 2 und Paragraf 263, Art. 5, Kapitel 3, Seite 12, Nr. 7 und Platz 3.",
        "Telefon 089 555 0142, Fax: +49 7361 555 0124, Durchwahl -114, 0711/445566, unter 0170 5550199.",
        "Am Campus 1-15, 85579 Neubiberg; Gartenstraße 9, 80333 München; Bahnhofstr. 4 bis 12.",
        "HRB 12300, WKN 716460, ISIN DE0007164600, Kundennummer 88, CH-8001 Zürich.",
        "Bremen gewann 3:1, zuvor 2-0, durch Baier (52.) und Kolbe (71./FE) am 9., 12. und 16. Februar.",
        "1. Umsatz steigt\n2. Gewinn fällt\n(3) Ausblick bleibt\n4) Dividende folgt",
        "Meistgelesen 1 Stau auf der Brücke 2 Wetter 3 Horoskop",
        "Artikel 3 von 12\nNeuer Chef",
        "Mehr unter www.beispiel.de/2344 oder bei info@haus24.de, #2030, 24/7.",
        "Die Dividende steigt um 2... Der Auftrag hat 6.741 Mi…",
        "Es fehlen mehrere hundert Millionen Euro, einige tausend Leute und ein Verlust in Millionenhöhe.",
        "Das ist eine milliardenschwere Sache, ein Mitarbeiter, beide, der erste.",
        "Die 200 größten Firmen und die 10 beliebtesten Wagen.",
        "Das sagte Inhaber Gerd Menzel, 61. Der Mann ist 58, seine Schuhe haben Größe 44. Blatt 4",
        "Anmeldungen unter 0 29 21/3 44-0, mehr als in den vierzig davor.",
        "Oberhalb von 100 Prozent ist es ein Verlust, Werte über 50 Punkten bedeuten Wachstum.",
    ],
)
def test_none_of_these_is_a_quantity(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Der Dax gab 40 Punkte nach.", 40),
        ("Die Beispiel AG 12 neue Läden.", 12),
        ("Im Jahr 2020 waren es 2015 Mitarbeiter.", 2015),
        ("Die Firma schließt 12 der 30 Filialen.", 12),
        ("Der 49-Prozent-Anteil bleibt.", 49),
        ("Gezählt wurden 300 Jahreskarten.", 300),
        ("Die Feuerwehr rückte 58 Mal aus.", 58),
        ("Ihr Umsatz liegt bei 2020 Euro.", 2020),
        ("Auf Platz 3 liegt sie mit 45 Werken.", 45),
        ("Am Sonnenhang stehen 19, geplant sind mehr.", 19),
        ("In der Gruppe arbeiten 38 Leute.", 38),
        ("Um halb fünf kamen 40 Kunden.", 40),
        ("Die Zahl der Flüge sank auf 9 310. Geschäftsführer Brell bleibt.", 9310),
        ("Verloren hat sie 2000 Abonnenten.", 2000),
        ("Die Quote lag oberhalb von 100 Prozent.", 100),
    ],
)
def test_what_looks_alike_is_one(text: str, value: float) -> None:
    assert value in [found for found, _unit in values(text)]


def test_what_the_pages_of_archives_leave_is_no_quantity() -> None:
    assert (
        told("*** Dokument 12 von 88 ***\nRessort: Wirtschaft   Seite: 14   Wörter: 311   Zeilen: 42\n") == []
    )
    assert told("Leserforum (17 Beiträge) | Merkliste(0) | Kommentare(112) | Treffer 5 von 19") == []
    assert told("Optimiert für 800 x 600. Az. 3 Gs 412/11; im Verfahren 61 IN 204/12; Zi. 3.14") == []
    assert told("Verlag Moor & Heide, Postfach 201145, 26121 Oldenburg (Lindenplatz 8 (Hof)), Reihe 17") == []


def test_figures_of_worn_text_are_found_after_a_year() -> None:
    text = (
        "Es sind 1.204 Mitglieder(2013:1.187) und 88.000 Nächte, ein Ergebnis leicht von 3 auf 4 Mio. Euro."
    )
    assert [value for value, _unit in values(text)] == [1204, 1187, 88000, 3e6, 4e6]
