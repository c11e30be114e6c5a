"""Words of all branches and of three countries that say what a figure measures, and words that do not."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        ("revenue", "Die Spitex Glarus schloss bei einem Betriebsertrag von 19,6 Mio. Fr. ab."),
        ("revenue", "Die Baugruppe meldet eine Betriebsleistung von 480 Mio. Euro."),
        ("revenue", "Der Exportanteil sank auf 29 Prozent."),
        ("net_income", "Die Elektra schrieb einen Aufwandüberschuss von 1,34 Mio. Fr."),
        ("net_income", "Nach einem Abgang von 3 Mio. Euro schreibt das Spital eine schwarze Null."),
        ("order_backlog", "Der Auftragsstand kletterte auf 610 Mio. Euro."),
        ("order_backlog", "Der Auftragsvorrat liegt bei 2,1 Mia. Franken."),
        ("order_intake", "Neue Aufträge kamen im Wert von 88 Mio. Euro herein."),
        ("dividend", "Der Konzern schüttete 3,30 Euro je Aktie aus."),
        ("stake", "Die Stiftung hält 22,3 Prozent."),
        ("stake", "Ihr gehören 62 Prozent."),
        ("employees", "6400 Namen stehen auf der Gehaltsliste."),
        ("employees", "Beschäftigt werden derzeit 300 Leiharbeiter."),
        ("equity", "Das Grundkapital beträgt 24 Mio. Euro."),
        ("investment", "In den Umbau fließen 40 Millionen Euro."),
        ("investment", "Für 14,8 Millionen Euro wird die Piste saniert."),
        ("investment", "In die Technik stecken wir 45 Millionen Euro im Jahr."),
        ("sales_volume", "Über den Ladentisch gingen 4 Millionen Flaschen."),
        ("production", "Im Werk rollten 1,72 Millionen Räder vom Band."),
        ("price", "Die Tagesrate für ein Schiff liegt bei 4500 Dollar."),
        ("budget", "Der Steuerertrag sank um 3 Prozent."),
        ("budget", "Das Haushaltsloch beläuft sich auf 17 Milliarden Euro."),
        ("interest_rate", "Der Garantiezins liegt bei 3,25 Prozent."),
        ("costs", "Für Abfindungen legte die Firma 18,5 Millionen Euro zurück."),
        ("exchange_rate", "Ein Euro kostete 1,08 Dollar."),
        ("commodity_price", "Robusta kostete in London 4.292 Dollar."),
        ("inflation", "Waren und Dienstleistungen kosteten 6,1 Prozent mehr."),
        ("net_income", "Der Jahresüberschuß lag bei 5 Mio. DM."),
    ],
)
def test_a_word_names_its_metric(nlp: Language, metric: str, text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == [metric]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz je Gast stieg auf 39,60 Euro.",
        "Das Defizit in der Handelsbilanz wuchs auf 4,4 Mrd. Euro.",
        "Die Umsätze an der Wiener Börse betrugen 268,4 Mio. Euro.",
        "Für gut halten es nur 32 Prozent.",
        "Der Verlustvortrag beläuft sich auf 4 Mio. Euro.",
    ],
)
def test_what_looks_like_one_names_none(nlp: Language, text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == ["other"]
