"""Jobs that go, parts of an amount, bounds told by nouns and verbs, what would have been."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure

MILLION = 1e6


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Von den weltweit 6.900 Stellen stehen 400 zur Disposition.",
            [
                figure("6.900", "employees", "level", 6900, "count", status="reported"),
                figure("400", "employees", "change", -400, "count", status="forecast"),
            ],
        ),
        (
            "300 Mitarbeiter verloren ihren Arbeitsplatz.",
            [figure("300", "employees", "change", -300, "count")],
        ),
        ("In der Verwaltung entfallen 160 Stellen.", [figure("160", "employees", "change", -160, "count")]),
        ("Bis 2023 entstehen dort 90 Stellen.", [figure("90", "employees", "change", 90, "count")]),
        ("160 Stellen entfallen auf die Zentrale.", [figure("160", "employees", "level", 160, "count")]),
        (
            "Die Bank will zehn Prozent ihrer weltweit 2000 Stellen streichen.",
            [
                figure("zehn Prozent", "employees", "change", -10, "percent"),
                figure("2000", "employees", "level", 2000, "count"),
            ],
        ),
        (
            "Von den Erlösen landeten 27 Prozent beim Handel.",
            [figure("27 Prozent", "revenue", "level", 27, "percent")],
        ),
        (
            "Vom Umsatz verlor die Sparte 5 Prozent.",
            [figure("5 Prozent", "revenue", "change", -5, "percent")],
        ),
        (
            "Die Nettoverschuldung stieg auf das 2,3-Fache des Ebitda.",
            [figure("2,3-Fache", "debt", "level", 2.3, "factor")],
        ),
        (
            "Die Mitglieder erhalten 6 Prozent Dividende.",
            [figure("6 Prozent", "dividend", "level", 6, "percent")],
        ),
        (
            "Der Auftragseingang lag 3 Millionen Euro über dem Vorjahresquartal.",
            [figure("3 Millionen Euro", "order_intake", "change", 3 * MILLION, "EUR")],
        ),
        (
            "Die Bestellungen brachen um 34 Prozent auf 52 Mill. DM ein.",
            [
                figure("34 Prozent", "order_intake", "change", -34, "percent"),
                figure("52 Mill. DM", "order_intake", "level", 52 * MILLION, "DEM"),
            ],
        ),
        (
            "Die Preise mussten um 12 Prozent herunter.",
            [figure("12 Prozent", "price", "change", -12, "percent")],
        ),
        (
            "Der knapp 60-prozentige Einbruch der Margen belastet die Bilanz.",
            [figure("60-prozentige", "margin", "change", -60, "percent", qualifier="under")],
        ),
        (
            "Der Cashflow war mit 5 Millionen Euro negativ.",
            [figure("5 Millionen Euro", "cash_flow", "level", -5 * MILLION, "EUR")],
        ),
    ],
)
def test_what_moved_and_what_is(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("at_most", "Die Marge wird 9 Prozent nicht übersteigen."),
        ("at_least", "Die Marge soll 26 Prozent nicht unterschreiten."),
        ("at_least", "Gezahlt wird eine Mindestdividende in Höhe von 2,00 Euro."),
        ("exact", "Die Firma zahlt den Mindestlohn von 12 Euro."),
        ("about", "Es droht ein Verlust von gegen 70 Millionen Franken."),
        ("exact", "Die Marge erreichte 3 Prozent, gegen 5 Prozent."),
        ("over", "Der Auftragsbestand liegt jenseits von 2 Milliarden Euro."),
        ("over", "Das Ziel ist, die Marke von 400 Millionen Euro Umsatz zu überschreiten."),
        ("exact", "Der Preis stieg um die Hälfte."),
        ("exact", "Vereinbart ist eine Einmalzahlung über 350 Euro."),
    ],
)
def test_how_a_number_is_bounded(nlp: Language, qualifier: str, text: str) -> None:
    assert [claim.qualifier for claim in claims_of(nlp, text)][-1:] == [qualifier]


@pytest.mark.parametrize(
    ("adjusted", "text"),
    [
        (True, "Ohne die Zukäufe wären es 8 Prozent Umsatzplus gewesen."),
        (True, "Ohne den Verkauf der Sparte hätte der Gewinn 5 Millionen Euro betragen."),
        (False, "Der Umsatz stieg ohne weiteres Zutun um 8 Prozent."),
    ],
)
def test_what_would_have_been_is_adjusted(nlp: Language, adjusted: bool, text: str) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == [adjusted]


def test_points_written_for_percent_keep_their_metric(nlp: Language) -> None:
    check(
        nlp,
        "Das Ebitda sank um 18,4 Prozentpunkte auf 683 Millionen Euro.",
        [
            figure("18,4 Prozentpunkte", "ebitda", "change", -18.4, "percentage_points"),
            figure("683 Millionen Euro", "ebitda", "level", 683 * MILLION, "EUR"),
        ],
    )
    # Also where another clause of the sentence names it, but not where one names a rate.
    check(
        nlp,
        "Der Nettogewinn, auf den die Aktionäre schauen, fiel um 8 Prozentpunkte auf 41 Millionen Euro.",
        [
            figure("8 Prozentpunkte", "net_income", "change", -8.0, "percentage_points"),
            figure("41 Millionen Euro", "net_income", "level", 41 * MILLION, "EUR"),
        ],
    )
    rate = "Der Umsatz betrug 90 Millionen Euro; bei der Marge, die zulegte, kamen 2 Prozentpunkte hinzu."
    check(
        nlp,
        rate,
        [
            figure("90 Millionen Euro", "revenue", "level", 90 * MILLION, "EUR"),
            figure("2 Prozentpunkte", "margin", "change", 2.0, "percentage_points"),
        ],
    )
