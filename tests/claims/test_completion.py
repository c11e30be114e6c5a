"""A bare number that goes on from an amount told before it has its scale and unit."""

import pytest
from spacy.language import Language
from stated import claims_of


def told(nlp: Language, text: str) -> list[tuple[str, float, str]]:
    return [(claim.text, claim.low, claim.unit) for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Gewinn stieg auf 66 Mio. Euro. Davor waren es 51.", ("51", 51e6, "EUR")),
        ("Sie setzte 2,4 Mrd. Euro um. Im Jahr davor waren es 2,1.", ("2,1", 2.1e9, "EUR")),
        ("Der Umsatz lag bei 44 Mio. Euro. Für dieses Jahr nennt sie 55 beim Umsatz.", ("55", 55e6, "EUR")),
        ("Die Marge beträgt 2,4 Prozent. Vor drei Jahren lag sie noch über vier.", ("vier", 4, "percent")),
        ("Die Quote liegt bei 8,9 Prozent; ohne Hilfe wären es keine fünf.", ("fünf", 5, "percent")),
        ("Die Aktie kostet 12,61 Euro, im Mai hatte sie noch unter acht notiert.", ("acht", 8, "EUR")),
        ("Am Freitag kostete die Aktie 61 Mark; 1990 hatte sie 415 gekostet.", ("415", 415, "DEM")),
        ("Er zahlt 90 Cent Dividende, mehr als die 75, die es bisher gab.", ("75", 0.75, "EUR")),
        ("Die Ernte ergab 374.000 Tonnen. Im Jahr zuvor waren es 74.000.", ("74.000", 74e3, "t")),
        ("Statt 6 bis 7 sollen nun vom Umsatz 4,5 bis 5 Prozent bleiben.", ("6 bis 7", 6, "percent")),
        ("Der Dax gewann 0,5 Prozent auf 15.820 Punkte, der Stoxx kam auf 4.317.", ("4.317", 4317, "points")),
        ("Nach Steuern bleiben 4,6 Mio. Euro (4,5).", ("4,5", 4.5e6, "EUR")),
        ("Vor Steuern blieben 17,1 Milliarden (23,5), das sind 11,0 Prozent.", ("23,5", 23.5e9, "XXX")),
        (
            "Autos brachten 52,6 Mrd. Euro (+1,1 Prozent), Chemie 17,5 (-2,9 Prozent).",
            ("17,5", 17.5e9, "EUR"),
        ),
        ("Sie setzte 3,2 Mio. Hektoliter ab, 40.000 mehr als im Vorjahr.", ("40.000", 40e3, "hl")),
        ("Die Firma zahlt 45 Mio. Franken, 5 Mio. mehr als im Vorjahr.", ("5 Mio.", 5e6, "CHF")),
        ("Der Dax legte um 1,2 Prozent auf 15.820 zu.", ("15.820", 15820, "points")),
        ("Autos brachten 52 Mrd. Euro (plus 1,1 Prozent), Chemie 17 (minus 2,9).", ("2,9", -2.9, "percent")),
    ],
)
def test_a_bare_number_goes_on_from_the_amount_before_it(
    nlp: Language, text: str, expected: tuple[str, float, str]
) -> None:
    assert expected in told(nlp, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Firma verdiente 9 Mio. Euro. Damals waren es 14 Leute.", ("14", 14, "count")),
        ("Der Umsatz stieg auf 50 Mio. Euro. Die Mitarbeiterzahl blieb bei 45.", ("45", 45, "count")),
        ("Sie hat 80 Filialen. Vor einem Jahr waren es noch 70.", ("70", 70, "count")),
        ("Der Bau kostet 9 Mio. Euro. Die Zahl der Zimmer steigt auf 42.", ("42", 42, "count")),
        ("Der Bau kostet 9 Mio. Euro. Von den Zimmern bleiben 640.", ("640", 640, "count")),
        ("Die Quote sank auf 9 Prozent. Gekommen sind 240.", ("240", 240, "count")),
        ("Der Bau kostet 9 Mio. Euro. 12 der 30 Häuser bleiben.", ("12", 12, "count")),
    ],
)
def test_a_number_that_counts_does_not(nlp: Language, text: str, expected: tuple[str, float, str]) -> None:
    assert expected in told(nlp, text)


def test_a_small_word_states_nothing_unless_little_words_lead_to_it(nlp: Language) -> None:
    text = "Der Umsatz wuchs um 5 Prozent. Von den Vorständen gehen drei."
    assert told(nlp, text) == [("5 Prozent", 5, "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Umsatz betrug 300 Mio. Euro. In Technik stecken wir 45 Millionen.",
            ("45 Millionen", 45e6, "EUR"),
        ),
        ("Investiert werden 120 Mio. Franken, davon 85 Mio. in Basel.", ("85 Mio.", 85e6, "CHF")),
        (
            "Der Umsatz betrug 9 Mrd. Euro. Es kamen 36,4 Millionen Gäste.",
            ("36,4 Millionen", 36.4e6, "count"),
        ),
        (
            "Der Umsatz betrug 9 Mrd. Euro. Gebaut wurden 4,6 Millionen Räder. Geplant waren fünf Millionen.",
            ("fünf Millionen", 5e6, "count"),
        ),
    ],
)
def test_millions_that_count_no_noun_are_money(
    nlp: Language, text: str, expected: tuple[str, float, str]
) -> None:
    assert expected in told(nlp, text)


def test_a_profit_is_told_in_the_millions_of_a_far_larger_revenue(nlp: Language) -> None:
    text = "Neunmonatszahlen: Erlöse 209,0 nach 204,6 Mio. Euro; EBITDA 19,3 nach 23,8; EBIT 1,2 nach 15,1."
    assert [claim.low for claim in claims_of(nlp, text)] == [209e6, 204.6e6, 19.3e6, 23.8e6, 1.2e6, 15.1e6]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz stieg auf 209 Mio. Euro, der Gewinn je Aktie auf 1,20.",
        "Der Umsatz stieg auf 9 Mio. Euro, der Gewinn je Aktie betrug 1,20.",
        "Der Überschuss lag bei 9 Mio. Euro, das Ergebnis pro Aktie sank von 1,40 auf 1,20.",
    ],
)
def test_what_a_share_earns_is_not_told_in_millions(nlp: Language, text: str) -> None:
    *_, (_, low, unit) = told(nlp, text)
    assert (low, unit) == (1.2, "EUR")
