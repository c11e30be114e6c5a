"""What a figure is limited to: divisions, parts of a sum, kinds of shares, goods, markets, countries."""

import pytest
from spacy.language import Language
from stated import claims_of


def segments(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    return [(claim.text, claim.segment) for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Am ärgsten traf es die Sparte Medical, deren Umsatz um ein Viertel einbrach.",
            [("ein Viertel", "Medical")],
        ),
        (
            "Das Segment Medical setzte 40 Mio. Euro um, 3 Prozent mehr als im Vorjahr.",
            [("40 Mio. Euro", "Medical"), ("3 Prozent", "Medical")],
        ),
        (
            "Die Segmente Medical und Consumer legten Zahlen vor. Der Umsatz von Consumer sank um 4 Prozent.",
            [("4 Prozent", "Consumer")],
        ),
        (
            "Lizenzen steuerten 12 Mio. Euro zum Umsatz bei, Wartung 17 Mio. Euro.",
            [("12 Mio. Euro", "Lizenzen"), ("17 Mio. Euro", "Wartung")],
        ),
        ("Der Anteil des Auslands am Umsatz betrug 34 Prozent.", [("34 Prozent", "Ausland")]),
        ("Auf die Sparte Medical entfielen 40 Mio. Euro des Umsatzes.", [("40 Mio. Euro", "Medical")]),
        (
            "Von den Einnahmen stammten 23 Mio. Euro aus den Fernsehverträgen.",
            [("23 Mio. Euro", "Fernsehverträgen")],
        ),
        ("Ohne die Tochter Brellova stieg der Umsatz um 5 Prozent.", [("5 Prozent", None)]),
        ("Der Umsatz stieg um 5 Prozent, sagte der Vorstand der Sparte.", [("5 Prozent", None)]),
    ],
)
def test_a_division_or_a_part_of_the_sum_is_named(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Die Dividende steigt auf 8,76 Euro je Vorzugsaktie und 8,70 Euro je Stammaktie.",
            [("8,76 Euro", "Vorzugsaktie"), ("8,70 Euro", "Stammaktie")],
        ),
        ("Dazu kommt eine Sonderdividende von 2,25 Euro.", [("2,25 Euro", "Sonderdividende")]),
        ("Die Dividende beträgt 1,10 Euro je Aktie.", [("1,10 Euro", None)]),
        ("Die Dauerkarte kostet jetzt 80 Euro.", [("80 Euro", "Dauerkarte")]),
        ("Ab 1. Mai kostet die Kilowattstunde 24 Cent.", [("24 Cent", None)]),
        ("Am Rentenmarkt sank die Umlaufrendite auf 2,5 Prozent.", [("2,5 Prozent", "Umlaufrendite")]),
    ],
)
def test_what_is_paid_or_bears_interest_is_named(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In Tschechien stieg die Inflation auf 16 Prozent. Im April hatte sie 14 Prozent betragen.",
            [("16 Prozent", "Tschechien"), ("14 Prozent", "Tschechien")],
        ),
        (
            "Die Arbeitslosenquote sank auf 6,4 Prozent, so die Statistiker. Österreichs Wirtschaft wächst.",
            [("6,4 Prozent", "Österreich")],
        ),
        ("Die deutsche Wirtschaft wächst, das BIP stieg um 0,4 Prozent.", [("0,4 Prozent", "Deutschland")]),
        (
            "In der Schweiz lag die Arbeitslosenquote bei 2,8 Prozent, im Jura bei 4,9 Prozent. Im Mai "
            "betrug die Arbeitslosenquote 2,6 Prozent.",
            [("2,8 Prozent", "Schweiz"), ("4,9 Prozent", "Jura"), ("2,6 Prozent", "Schweiz")],
        ),
        (
            "Die Arbeitslosenquote in Polen ist mit 3,1 Prozent die niedrigste der EU.",
            [("3,1 Prozent", "Polen")],
        ),
        ("Die Inflation betrug 2 Prozent.", [("2 Prozent", None)]),
    ],
)
def test_the_figure_of_an_economy_names_its_country(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der ATX Prime sank um 0,5 Prozent, der ATX um 0,4 Prozent.",
            [("0,5 Prozent", "ATX Prime"), ("0,4 Prozent", "ATX")],
        ),
        ("In Budapest fiel der Leitindex BUX auf 32.065 Punkte.", [("32.065 Punkte", "BUX")]),
        (
            "Der Dax gab nach. Am Nachmittag stand der Index bei 11.073 Punkten.",
            [("11.073 Punkten", "Dax")],
        ),
        (
            "Kupfer verteuerte sich auf 9.100 Dollar, Zink verteuerte sich auf 2.400 Dollar je Tonne.",
            [("9.100 Dollar", "Kupfer"), ("2.400 Dollar", "Zink")],
        ),
    ],
)
def test_what_is_traded_is_named(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert segments(nlp, text) == expected
