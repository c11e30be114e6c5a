"""The growth of a part of a company is that of its revenue, where the text does not say what grew."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

EBIT = "Das Betriebsergebnis des Dosenherstellers Blechner stieg auf 64 Millionen Euro. "


@pytest.mark.parametrize(
    ("told", "text", "change"),
    [
        ("8 Prozent", "Europa legte um 8 Prozent zu.", 8.0),
        ("12 Prozent", "Asien dagegen sackte um 12 Prozent ab.", -12.0),
        ("11 Prozent", "Die Generika-Sparte wuchs um 11 Prozent.", 11.0),
        ("9 Prozent", "Das Segment Industrie wuchs währungsbereinigt um 9 Prozent.", 9.0),
        ("+9 Prozent", "Am stärksten wuchs das Geschäft mit Lacken (+9 Prozent).", 9.0),
        ("15 Prozent", "Das Stahlgeschäft musste Einbußen von 15 Prozent verkraften.", -15.0),
        ("3,2 Prozent", "Organisch ergab sich ein Rückgang von 3,2 Prozent.", -3.2),
        ("ein Viertel", "Die Impfstoffe brachen um ein Viertel ein.", -25.0),
    ],
)
def test_a_part_grows_by_its_revenue(nlp: Language, told: str, text: str, change: float) -> None:
    level = figure("64 Millionen Euro", "ebit", "level", 64e6, "EUR")
    check(nlp, EBIT + text, [level, figure(told, "revenue", "change", change, "percent")])


def test_an_amount_that_it_grew_to_is_revenue_too(nlp: Language) -> None:
    text = "Gewachsen ist das Dienstleistungsgeschäft, nämlich um 13 Prozent auf 88 Millionen Franken."
    check(
        nlp,
        text,
        [
            figure("13 Prozent", "revenue", "change", 13.0, "percent"),
            figure("88 Millionen Franken", "revenue", "level", 88e6, "CHF"),
        ],
    )


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Der Auftragseingang stieg um 14 Prozent. Das Inland legte um 9 Prozent zu.", "order_intake"),
        ("Der Absatz stieg um 5 Prozent. Westeuropa gewann 7 Prozent hinzu.", "sales_volume"),
        ("Das Ebit von Blechner sank um 5 Prozent. Ein Jahr zuvor war es um 3 Prozent gestiegen.", "ebit"),
        ("Das Ebit stieg um 5 Prozent. Analysten hatten mit einem Plus von 3 Prozent gerechnet.", "ebit"),
        ("Die Zahl der Übernachtungen stieg um 2 Prozent. Zürich gewann 3,1 Prozent.", "other"),
        ("Der Dax verlor 2 Prozent. Europa gab um 1 Prozent nach.", "index_level"),
    ],
)
def test_it_goes_on_with_what_was_told_part_by_part(nlp: Language, text: str, metric: str) -> None:
    assert claims_of(nlp, text)[-1].metric == metric


def test_parts_in_a_list_have_their_sign(nlp: Language) -> None:
    text = "Der Umsatz stieg auf 1,8 Milliarden Euro: Nordamerika +6 Prozent, Europa -2 Prozent."
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)][1:] == [
        ("revenue", 6.0),
        ("revenue", -2.0),
    ]


@pytest.mark.parametrize(
    ("text", "metric", "value"),
    [
        ("Je Aktie verdiente der Konzern 1,43 Euro.", "earnings_per_share", 1.43),
        ("Die Erzeugung rutschte mit 38 Millionen Euro in die roten Zahlen.", "net_income", -38e6),
        ("Das EGT drehte mit 6,7 Millionen Euro ins Minus.", "pretax_profit", -6.7e6),
        ("Nach Abzug aller Kosten blieben 4,5 Millionen Euro übrig.", "net_income", 4.5e6),
        ("In den Kassen landeten 146 Millionen Euro.", "revenue", 146e6),
        ("Die Werbung brachte 5,6 Milliarden Dollar ein.", "revenue", 5.6e9),
        ("In der Kasse liegen noch 52 Millionen Euro.", "assets", 52e6),
        ("Das Betriebsresultat vor Abschreibungen erreichte 112 Mio. Franken.", "ebitda", 112e6),
        ("Deutschland trug 44 Prozent zum Konzernerlös bei.", "revenue", 44.0),
        ("Den Anteilseignern sollen 60 Cent je Papier zufließen.", "dividend", 0.6),
    ],
)
def test_a_result_is_told_without_its_noun(nlp: Language, text: str, metric: str, value: float) -> None:
    (claim,) = claims_of(nlp, text)
    assert (claim.metric, claim.kind, claim.low) == (metric, "level", pytest.approx(value))


def test_a_number_of_pieces_takes_no_scale_of_an_amount(nlp: Language) -> None:
    text = "Der Erlös sank auf 118 Mill. DM, die Belegschaft schrumpfte von 720 auf 655 Mitarbeiter."
    claims = claims_of(nlp, text)
    assert [(claim.metric, claim.low) for claim in claims[1:]] == [("employees", 720.0), ("employees", 655.0)]


@pytest.mark.parametrize(
    ("word", "metric"),
    [
        ("Orderstand", "order_backlog"),
        ("Rohergebnis", "gross_profit"),
        ("Vor-Steuer-Gewinn", "pretax_profit"),
        ("Geldfluss", "cash_flow"),
        ("Finanzergebnis", "other"),
        ("Zinsergebnis", "revenue"),
        ("Betriebsplus", "ebit"),
        ("Kernkapital", "equity"),
        ("Fremdkapital", "debt"),
    ],
)
def test_a_word_of_reports_names_its_metric(nlp: Language, word: str, metric: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, f"{word}: 23,5 Mio. Euro")] == [metric]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Sanotec kam im Quartal auf 512 Millionen Euro. Verdient wurden 44 Millionen.",
            "revenue net_income",
        ),
        ("Der Händler setzte 9 Milliarden Euro um. Großmärkte kamen auf 2 Milliarden.", "revenue revenue"),
        (
            "Der Gewinn sank auf 8 Mio. Euro. Der Rückgang um 16 Prozent liegt an den Zinsen.",
            "net_income net_income",
        ),
        (
            "Die Einnahmen stiegen um 5 Prozent. Pro Platz sanken sie allerdings um 2 Prozent.",
            "revenue other",
        ),
        ("Die Firma steigerte die Verkäufe um 3 Prozent auf 2,4 Mrd. Franken.", "revenue revenue"),
        ("Trotz der Verkäufe stieg die Zahl der Autos: Die Verkäufe wuchsen um 3 Prozent.", "sales_volume"),
        ("An Aufträgen kamen 2,6 Mrd. Franken herein.", "order_intake"),
        ("Das Minus summierte sich auf 5,3 Milliarden Euro.", "net_income"),
        ("Auf der Ebene des Betriebsergebnisses verdiente sie 351 Mio. Franken.", "ebit"),
        ("Der innere Wert je Aktie beträgt 61 Euro.", "other"),
        ("Auf jeden Titel werden 2.40 Franken ausgeschüttet.", "dividend"),
        ("An die Eigentümer fließen 28 Millionen Euro.", "dividend"),
        ("Die Quote aus Ebit und Umsatz verbesserte sich auf 6,8 Prozent.", "margin"),
        ("Der Neugeldzufluss belief sich auf 1,9 Mrd. Franken.", "other"),
    ],
)
def test_what_a_sentence_goes_on_to_measure(nlp: Language, text: str, metrics: str) -> None:
    assert " ".join(claim.metric for claim in claims_of(nlp, text)) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Im Tagesgeschäft fiel ein Verlust von 14 Mio. Euro an.", "ebit"),
        ("Die operative Gewinnspanne rutschte auf 5,9 Prozent ab.", "margin"),
        ("Ergebnisseitig ging es um 1,1 Prozent hinunter.", "net_income"),
        ("Der Ertrag vor Steuern legte auf 389 Millionen Euro zu.", "pretax_profit"),
        ("Die Marge lag bei 3,4 Prozent, ein Jahr davor waren es 4,1 Prozent.", "margin margin"),
        ("Je Anteil verdiente der Händler 1,20 Dollar.", "earnings_per_share"),
        ("Die Rohertragsspanne lag bei 43,1 Prozent.", "margin"),
        ("Der Schuhfilialist verkaufte 3,8 Prozent weniger.", "sales_volume"),
        ("Der Umsatz lag bei 2 Mrd. Euro. Asien war mit 690 Mio. stärkste Region.", "revenue revenue"),
        ("Die Studienergebnisse nennen 14 Mio. Euro.", "other"),
    ],
)
def test_words_of_one_metric_hide_no_other(nlp: Language, text: str, metrics: str) -> None:
    assert " ".join(claim.metric for claim in claims_of(nlp, text)) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Das Direktgeschäft mit Endkunden legte um 18 Prozent zu.", "revenue"),
        ("Die Firma vereinnahmte 151 Mio. Euro an Mieten.", "revenue"),
        ("Das operative Geschäft warf 2,1 Milliarden Dollar ab.", "ebit"),
        ("Das Ebit stieg auf 36 Mio. Euro. Lacke waren mit 17 Mio. in den schwarzen Zahlen.", "ebit ebit"),
        ("Linova rechnet mit organischem Wachstum von 5 Prozent und mehr Umsatzrendite.", "revenue"),
        ("Die Umsatzrendite (Ebit) lag bei 13,4 Prozent.", "margin"),
        ("Die Firma verwaltete 820 Milliarden Euro.", "assets"),
        ("Der Händler Kolb AG beendete das Jahr mit einem Minus von 5 Millionen Euro.", "net_income"),
        ("Je Liter wurden 3,12 Euro erzielt.", "price"),
        (
            "Das Ebt sank auf 11 Mio. Euro, weil 23 Mio. in Technik gesteckt wurden.",
            "pretax_profit investment",
        ),
        ("Auf das Grundkapital von 30 Mill. DM werden 9 DM je Aktie verteilt.", "equity dividend"),
    ],
)
def test_what_the_words_around_an_amount_make_of_it(nlp: Language, text: str, metrics: str) -> None:
    assert " ".join(claim.metric for claim in claims_of(nlp, text)) == metrics


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Zum Umsatz von 3 Mrd. Euro steuerten Pralinen 45 Prozent bei, Tafeln 38 Prozent.",
            "level level level",
        ),
        ("Beim Absatz reichte es nur zu 0,9 Prozent.", "change"),
        ("Mit 71 Mio. Euro lag das Ebit 9 Mio. hinter dem Vorjahr.", "level change"),
    ],
)
def test_a_share_is_a_level_and_a_distance_a_change(nlp: Language, text: str, kinds: str) -> None:
    assert " ".join(claim.kind for claim in claims_of(nlp, text)) == kinds


def test_the_heading_of_a_list_names_the_metric_of_its_lines(nlp: Language) -> None:
    text = "Umsatz nach Regionen:\nEuropa: 120 Mio. Euro (+5 Prozent)\nAsien: 80 Mio. Euro (-2 Prozent)\n"
    assert [(claim.metric, claim.kind) for claim in claims_of(nlp, text)] == [
        ("revenue", "level"),
        ("revenue", "change"),
        ("revenue", "level"),
        ("revenue", "change"),
    ]


@pytest.mark.parametrize(
    ("text", "metric", "kind", "value"),
    [
        (
            "Operativ rutschte die Firma mit 17 Mio. Euro ins Minus, nach einem Plus von 9 Mio. Euro.",
            "ebit",
            "level",
            9e6,
        ),
        ("Sie verlor bei 38 Mio. Euro Umsatz 2,4 Mio. Euro.", "net_income", "level", -2.4e6),
        ("Erwartet wird eine Ebitda-Marge zwischen -14 und -10 %.", "margin", "level", -14.0),
        ("Unterm Strich wuchsen die Einlagen um 114 Millionen Euro.", "other", "change", 114e6),
        ("Bestellt wurde wenig: Maschinen für 21 Millionen Euro.", "order_intake", "level", 21e6),
        ("Mengenmäßig ergab sich ein Rückgang von 1,1 Prozent.", "sales_volume", "change", -1.1),
        ("Die Aktionäre erhielten dafür im Juli 1,10 Euro je Stück.", "dividend", "level", 1.1),
        ("Auf den Konten lagen Ende September 11,3 Mio. Euro.", "assets", "level", 11.3e6),
        ("Das Papier wird ohne die Dividende von 1,20 Euro gehandelt.", "dividend", "level", 1.2),
    ],
)
def test_what_is_told_of_an_amount_in_other_words(
    nlp: Language, text: str, metric: str, kind: str, value: float
) -> None:
    claim = claims_of(nlp, text)[-1]
    assert (claim.metric, claim.kind, claim.low) == (metric, kind, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "metric", "kind", "value"),
    [
        ("Der Dax stieg. Das Geschäft mit Abos sei um 28 Prozent gewachsen.", "revenue", "change", 28.0),
        ("Es lagen 7,1 Prozent weniger in den Kassen.", "revenue", "change", -7.1),
        ("Auf die Wartung entfällt die Hälfte des Geschäfts.", "revenue", "level", 50.0),
        ("Die Händler verloren 8,8 Prozent ihres Geschäfts.", "revenue", "change", -8.8),
        ("Das operative Ergebnis verfehlt den Vorjahreswert um 800 000 Euro.", "ebit", "change", -8e5),
        (
            "Der Fehlbetrag sank auf 5 Mio. Euro, auf die einzelne Aktie gerechnet auf 0,58 Euro.",
            "earnings_per_share",
            "level",
            -0.58,
        ),
        (
            "Rund 76.866 Menschen arbeiteten für den Konzern.",
            "employees",
            "level",
            76866.0,
        ),
        ("Die Erträge sanken, jene aus Zinsen um 3 Prozent.", "revenue", "change", -3.0),
        ("Die Netto-Finanzschuld belief sich auf 10,3 Milliarden Euro.", "debt", "level", 10.3e9),
    ],
)
def test_business_stands_for_revenue_and_words_beside_it_do_not(
    nlp: Language, text: str, metric: str, kind: str, value: float
) -> None:
    claim = claims_of(nlp, text)[-1]
    assert (claim.metric, claim.kind, claim.low) == (metric, kind, pytest.approx(value))
