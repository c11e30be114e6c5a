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
        (
            "Während das Segment Medical 4 Prozent weniger erlöste, wuchs das Servicegeschäft um 9 Prozent.",
            [("4 Prozent", "Medical"), ("9 Prozent", "Servicegeschäft")],
        ),
        (
            "Das Segment Ventile steuerte 84 Mio. Euro zum Umsatz bei, nach 79 Mio. Euro im Vorjahr.",
            [("84 Mio. Euro", "Ventile"), ("79 Mio. Euro", "Ventile")],
        ),
        (
            "Der Umsatz mit dem Krebsmittel Zelboran legte auf 1,2 Mrd. Euro zu.",
            [("1,2 Mrd. Euro", "Zelboran")],
        ),
        (
            "Mit Software erlöste die Firma 310 Mio. Euro (+14 Prozent), mit Schulungen 120 Mio. Euro.",
            [("310 Mio. Euro", "Software"), ("+14 Prozent", "Software"), ("120 Mio. Euro", "Schulungen")],
        ),
        ("Dem Bereich Netze geht es gut, er verdiente 44 Mio. Euro.", [("44 Mio. Euro", "Netze")]),
        (
            "Die Firma steigerte den Umsatz im Geschäftsfeld Energie & Industrie um 8 Prozent.",
            [("8 Prozent", "Energie & Industrie")],
        ),
        (
            "Der Absatz in China sank um 12 Prozent. Weltweit ging der Absatz um 2 Prozent zurück.",
            [("12 Prozent", "China"), ("2 Prozent", None)],
        ),
        ("Die Sparte Zink wuchs. Konzernweit lag der Umsatz bei 2 Mrd. Euro.", [("2 Mrd. Euro", None)]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In den USA stieg der Umsatz um 12 Prozent, in Europa ging er um 3 Prozent zurück.",
            [("12 Prozent", "USA"), ("3 Prozent", "Europa")],
        ),
        (
            "Die Brellova AG streicht 350 Stellen in Rumänien und 130 in Ungarn.",
            [("350", "Rumänien"), ("130", "Ungarn")],
        ),
        (
            "In Österreich, wo die meisten Filialen stehen, sank der Umsatz um 3 Prozent.",
            [("3 Prozent", "Österreich")],
        ),
        ("Die Brellova AG mit Sitz in Österreich setzte 80 Mio. Euro um.", [("80 Mio. Euro", None)]),
        ("Ein Großkunde aus Ungarn brachte der Brellova AG 8 Mio. Euro Umsatz.", [("8 Mio. Euro", None)]),
        ("Ohne den Zukauf in Ungarn stieg der Umsatz um 3 Prozent.", [("3 Prozent", None)]),
    ],
)
def test_the_region_of_a_company_is_the_one_told_of_the_figure(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Zinsüberschuss stieg auf 51 Mio. Euro.", [("51 Mio. Euro", "Zinsüberschuss")]),
        ("Die Mieterlöse stiegen auf 84 Mio. Euro.", [("84 Mio. Euro", "Mieterlöse")]),
        ("Der Auslandsumsatz stieg auf 40 Mio. Euro.", [("40 Mio. Euro", "Ausland")]),
        ("Der Konzernumsatz stieg auf 40 Mio. Euro.", [("40 Mio. Euro", None)]),
        ("Der Umsatz mit Arzneimitteln stieg um 4 Prozent.", [("4 Prozent", "Arzneimitteln")]),
        ("Im stationären Einzelhandel sank der Umsatz um 4 Prozent.", [("4 Prozent", "Einzelhandel")]),
        ("Die Airport-Sparte steigerte den Umsatz um 4 Prozent.", [("4 Prozent", "Airport-Sparte")]),
        (
            "Der Umsatz stieg auf 74 Mio. Euro. Den Löwenanteil, 51 Mio. Euro, lieferte die Sparte Zink.",
            [("74 Mio. Euro", None), ("51 Mio. Euro", "Zink")],
        ),
        (
            "Die Brellova AG trennt sich von ihrer Zementsparte. Die Sparte setzte zuletzt 486 Mio. Euro um.",
            [("486 Mio. Euro", "Zementsparte")],
        ),
        (
            "Brellova AG. Die Sparte Technik setzte 12 Mio. Euro um, der Baumarkt kam auf 9 Mio. Euro.",
            [("12 Mio. Euro", "Technik"), ("9 Mio. Euro", "Baumarkt")],
        ),
        (
            "Brellova AG. Die Sparte Technik setzte 12 Mio. Euro um, der Konzern kam auf 90 Mio. Euro.",
            [("12 Mio. Euro", "Technik"), ("90 Mio. Euro", None)],
        ),
    ],
)
def test_a_part_is_told_by_its_income_its_trade_or_its_turn(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


def test_a_row_of_a_part_is_that_part(nlp: Language) -> None:
    text = """Die Brellova AG in Zahlen (in TEUR)
                    H1 2021     H1 2020
Umsatzerlöse         94.712      74.398
  davon Netztechnik  61.040      55.871
"""
    assert segments(nlp, text) == [
        ("94.712", None),
        ("74.398", None),
        ("61.040", "Netztechnik"),
        ("55.871", "Netztechnik"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wegen der schwachen Nachfrage in Ungarn sank der Umsatz um 3 Prozent.", [("3 Prozent", None)]),
        ("Der VW-Umsatz stieg um 3 Prozent.", [("3 Prozent", None)]),
        ("Der Retail-Umsatz stieg um 3 Prozent.", [("3 Prozent", "Retail")]),
        ("Die in Ungarn ansässige Brellova AG setzte 8 Mio. Euro um.", [("8 Mio. Euro", None)]),
        (
            "Von den 4000 Mitarbeitern arbeiten 1200 in Ungarn.",
            [("4000", None), ("1200", "Ungarn")],
        ),
        ("Bei Elektroautos sank der Umsatz um 3 Prozent.", [("3 Prozent", "Elektroautos")]),
        ("Bei der Brellova AG sank der Umsatz um 3 Prozent.", [("3 Prozent", None)]),
        ("Im Bereich Pharma stieg der Umsatz um 3 Prozent.", [("3 Prozent", "Pharma")]),
    ],
)
def test_a_cause_and_the_company_itself_limit_nothing(
    nlp: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert segments(nlp, text) == expected


def test_the_head_of_an_entry_is_the_part_that_its_figures_are_of(nlp: Language) -> None:
    text = (
        "Morvenko SE: Zahlen zum Quartal\n\nDie Segmente im Überblick (Ebit bereinigt):\n\n"
        "  • Rohre & Ventile: Umsatz 140,2 Mio. Euro (+19 %), Ebit 12,1 Mio. Euro\n"
        "  • Zentrale: Ebit -5,9 Mio. Euro\n\n"
        "Der Vorstand erwartet im Gesamtjahr einen Umsatz von 500 Mio. Euro."
    )
    assert [claim.segment for claim in claims_of(nlp, text)] == [
        "Rohre & Ventile",
        "Rohre & Ventile",
        "Rohre & Ventile",
        "Zentrale",
        None,
    ]


def test_a_row_below_that_of_a_sum_is_of_the_part_that_heads_it(nlp: Language) -> None:
    text = (
        "Morvenko SE: Zahlen zum Quartal\n\n"
        "Mio. EUR                         Q1 2017    Q1 2016\n"
        "Umsatzerlöse                       212,6      197,4\n"
        "   Rohre & Ventile                 121,9      117,8\n"
        "   Medizin                          90,7       79,6\n"
        "Gesamt                             212,6      197,4\n"
        "EBIT                                29,1       26,0\n"
    )
    named = [None, "Rohre & Ventile", "Medizin", None, None]
    assert [claim.segment for claim in claims_of(nlp, text)] == [part for part in named for _ in range(2)]


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Das Grundkapital der Morvenko AG wurde auf 12 Mio. Euro erhöht.", "Grundkapital"),
        ("Das Eigenkapital der Morvenko AG wurde auf 12 Mio. Euro erhöht.", None),
        ("Der Personalaufwand der Morvenko AG stieg auf 12 Mio. Euro.", "Personalaufwand"),
        ("Der Aufwand der Morvenko AG stieg auf 12 Mio. Euro.", None),
    ],
)
def test_a_word_that_names_a_kind_of_costs_or_equity(nlp: Language, text: str, segment: str | None) -> None:
    assert [claim.segment for claim in claims_of(nlp, text)] == [segment]


def test_parts_of_a_business_year_of_its_own_are_fiscal(nlp: Language) -> None:
    text = (
        "Die Morvenko AG setzte im Geschäftsjahr 2019/20 (per Ende September) mehr um. "
        "In den ersten neun Monaten stieg der Umsatz auf 12 Mio. Euro."
    )
    assert [claim.fiscal for claim in claims_of(nlp, text)] == [True]
