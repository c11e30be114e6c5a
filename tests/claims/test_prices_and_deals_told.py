"""Prices by the piece, what things and fines cost, and deals told without the word for them."""

import pytest
from spacy.language import Language
from stated import claims_of


def metrics_of(nlp: Language, text: str) -> list[str]:
    return [claim.metric for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        ("price", "Die Molkerei zahlte ihren Bauern 31,2 Cent für das Kilo Milch."),
        ("price", "Für die Putzhilfe fallen 32 Franken pro Stunde an."),
        ("price", "Der Strom schlägt mit 17,2 Rappen je Kilowattstunde zu Buche."),
        ("price", "Verdi fordert für die Pflegerinnen sechs Prozent mehr Geld."),
        ("price", "Gemüse verteuerte sich um 9,4 Prozent."),
        ("price", "Er kaufte den Wagen für 5000 Euro."),
        ("commodity_price", "Den Bauern brachte das 210 Euro je Tonne."),
        ("costs", "Die Bank zahlt in einem Vergleich 145 Millionen Dollar."),
        ("costs", "Sie stimmte einer Zahlung von 780 Millionen Dollar zu."),
        ("costs", "Der Umbau verschlang rund 200 Millionen Euro."),
        ("costs", "Die Regierung billigte die 134 Millionen Euro teure Mission."),
        ("costs", "Das neue Gebäude kostet fast fünf Milliarden Dollar."),
        ("costs", "Die Bahn gibt dafür in diesem Jahr 70 Millionen Euro aus."),
        ("deal_value", "Für bis zu 1,7 Milliarden Euro will der Konzern den Rivalen schlucken."),
        ("deal_value", "Das Haus dürfte um sechs Millionen Euro den Besitzer wechseln."),
        ("deal_value", "Der Kauf erfolgte zu einem Preis von 236 Millionen Dollar."),
        ("deal_value", "Das Start-up gab ein Seed Funding über fünf Millionen Dollar bekannt."),
        (
            "deal_value",
            "Der Konzern hat das Aufzuggeschäft verkauft und den Erlös von 17 Milliarden Euro angelegt.",
        ),
        ("order_intake", "Die Fluglinie bestellte am Sonntag 50 Maschinen."),
        ("stake", "Ihr Anteil an der Bank steigt damit auf 11,3 Prozent."),
        ("stake", "Der Konzern hat sich 28,1 Prozent an den Casinos gesichert."),
        ("assets", "Ende März verfügte die Firma über liquide Mittel von 41,2 Millionen Euro."),
        ("budget", "Das Krisenprogramm hat einen Umfang von 750 Milliarden Euro."),
        ("production", "Die Windräder haben 11,5 Terawattstunden ins Netz eingespeist."),
        ("employees", "Die Bahn will dieses Jahr auf 25.000 Neueinstellungen kommen."),
        ("employees", "Für den Konzern arbeiteten zum Jahresende weltweit rund 320.000 Menschen."),
    ],
)
def test_a_wording_names_its_metric(nlp: Language, metric: str, text: str) -> None:
    assert metrics_of(nlp, text) == [metric]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Das Angebot liegt bei 8,15 Dollar je Aktie. Das sind 24 Prozent über dem Schlusskurs.",
         ["deal_value", "deal_value"]),
        ("Die Aktie stieg auf 12 Euro. Auch Talbank verteuerten sich um 3 Prozent.",
         ["share_price", "share_price"]),
        ("Die Aktie verlor 13,6 Prozent und kostete noch 7,05 Euro.", ["share_price", "share_price"]),
    ],
)  # fmt: skip
def test_a_price_goes_on_in_the_next_sentence(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    "text",
    [
        "Rauchern im Auto drohen Strafen zwischen 55 und 550 Euro.",
        "Er hat den Flughafen auf 168 Millionen Dollar Schadenersatz verklagt.",
        "Das könnten sich nur neun Prozent vorstellen.",
    ],
)
def test_what_a_law_threatens_and_what_is_sued_for_is_no_cost(nlp: Language, text: str) -> None:
    assert metrics_of(nlp, text) == ["other"]
