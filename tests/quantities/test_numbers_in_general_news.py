"""Numbers of general news that state nothing: clubs, versions, titles, ages, minutes, the base of a rate."""

import pytest
from told import told, values


@pytest.mark.parametrize(
    "text",
    [
        "Der TSV 1860 Talheim, Hannover 96 und die TSG 1899 Hoffenheim trennten sich von der SG Wiesen 70.",
        "Die Fassung 15.13.6 läuft unter gadgetOS 6.2, Linux Mint 19.3 und Ubuntu 18.04 ebenso.",
        "Die GeForce RTX 4711 kostet viel, FIFA 21 wenig, und Caspase 8 ist ein Enzym.",
        "Ihr Roman „Haus 211“ und das »Forum Junge Mitte 21« bekamen einen Preis.",
        "Seinen Namen hat das Gasthaus „Drei Kronen“ vom Wappen; Treffpunkt ist der Friedhof (Im Loh 33).",
        "Er traf in der Nachspielzeit (45.+4), jetzt ist die Bilanz eine 5-2-Bilanz.",
        "In ihrer 14. Saison liegt sie als 134. aktuell vorn, Fußball, 2. Bundesliga.",
        "Wie lebt man in 10, 20 oder 30 Jahren, fragen alle, die älter als 60 sind.",
        "Mit 16 schrieb sie ihr erstes Lied. Sänger Jonas Reet (27, „Nacht“) und Tochter Lina (5) hören zu.",
        "Um 20.15 bei uns oder in der Nacht (1.30 MESZ): das Dorf, 1340 erstmals erwähnt.",
        "Der Verein steht im Mittelfeld der Liga. (APA, 5.1.",
        "Die Kupfer-Aktie jetzt für 0€ handeln!",
        "Zum ganzen Dokument (193 kB)",
        "Talheim, 29 April 2016: In der Nacht auf Dienstag, 21. auf 22. Dezember, um 3 uhr, lief Radio 7.",
        "38%39%40%41%42%",
        "3 / 17\nAm Samstag, 28. und Sonntag, 29. Mai",
        "Der Sitz ist in 1010 Wien, der Unfall war am 27 12 2015.",
    ],
)
def test_none_of_these_is_a_quantity(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Inzidenz liegt bei 60 Fällen pro 100.000 Einwohner.", [60]),
        ("Im Kreis kommen auf 100.000 Einwohner 60 neue Infektionen.", [60]),
        ("Die Stadt wächst auf 100.000 Einwohner.", [100_000]),
        ("Der TSV hat 1860 Mitglieder.", [1860]),
        ("Der Wert fiel im Kanton auf 6.2 nach 7.1.", [6.2, 7.1]),
        ("Wien meldet 76 Fälle, Tirol 51, Salzburg 27.", [76, 51, 27]),
        ("Sie war 20.15 Franken wert, mehr als 60 Leute wollten sie.", [20.15, 60]),
        ("Der Faktor 3 entscheidet, gezählt wurden 14. Mehr nicht.", [3, 14]),
        ("Es geht um 1340 Leute.", [1340]),
    ],
)
def test_these_are(text: str, expected: list[float]) -> None:
    assert [value for value, _unit in values(text)] == expected
