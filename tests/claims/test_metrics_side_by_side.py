"""Many metrics beside each other: which of them a figure tells, and what it takes from the one before."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure


@pytest.mark.parametrize(
    ("metrics", "text"),
    [
        (["locations"], "Die Kette betreibt 64 Getränkemärkte."),
        (["locations"], "Der Rivale mit seinen 38 Geschäften gilt als angeschlagen."),
        (["customers"], "Die Börse hat 12.500 Schreiner als neue Kunden gewonnen."),
        (["market_cap"], "An der Mailänder Börse ist der Hersteller 3,1 Milliarden Euro wert."),
        (["market_cap"], "Die Firma ist 6,4 Milliarden Kronen wert."),
        (["interest_rate"], "Bezahlt wird das mit einer Anleihe, die mit 4,25 Prozent verzinst ist."),
        (["stake"], "Die Stadt ist mit 70 Prozent Hauptgesellschafterin."),
        (["stake"], "Der Gründer besitzt noch zwölf Prozent."),
        (["stake"], "Der bisher gehaltene Anteil von 30 Prozent wird verkauft."),
        (["market_share"], "Die Brauerei kam auf 9 Prozent des ungarischen Marktes."),
        (["production"], "Im Mai verließen 3.200 Traktoren das Werk."),
        (["production"], "Die Molkerei ist für 90.000 Tonnen ausgelegt."),
        (["equity"], "Davon sind 14 Millionen Euro eigenes Geld."),
        (["assets"], "Die Bilanz verlängerte sich auf 88 Milliarden Euro."),
        (["assets"], "In der Kasse liegen nach Auskunft aus dem Kreis der Gesellschafter 17 Millionen Euro."),
        (["costs"], "Hinzu kamen 3,5 Millionen Euro für Rückrufe."),
        (["order_backlog"], "An Aufträgen standen Ende September 31 Millionen Euro in den Büchern."),
        (
            ["deal_value"],
            "Was Kolb dafür zahlt, ließ er offen; unter Händlern ist von 9 Millionen Euro die Rede.",
        ),
        (["other"], "Der Fonds hat seine 300.000 Anteilsscheine verkauft."),
        (["ebitda", "ebit"], "Das Ebitda lag bei 9,6 Mio. Euro, nach Abschreibungen blieben 6,1 Mio. Euro."),
        (
            ["revenue", "net_income"],
            "Der Umsatz stieg auf 80 Mio. Euro, netto wurden 4,6 Mio. Euro verdient.",
        ),
        (
            ["revenue", "investment"],
            "Der Umsatz lag bei 80 Mio. Euro, in Maschinen wurden 6 Mio. investiert.",
        ),
        (
            ["gross_profit", "margin"],
            "Der Rohertrag betrug 50 Mio. Euro, was einer Quote von 62 Prozent entspricht.",
        ),
        (
            ["revenue", "revenue"],
            "Mit Pacht nahm Kolb 11 Mio. Euro ein. Läden steuerten weitere 4,9 Millionen bei.",
        ),
        (
            ["deal_value"] * 2,
            "In der Finanzierungsrunde holte sie 87 Mio. Euro, 45 Mio. unter Führung von Alder.",
        ),
        (["customers"] * 2, "Es kamen 418.000 Fluggäste. Gehofft hatte man, dass es 600.000 sein würden."),
        (["debt"] * 2, "Die Schulden betragen 93 Mio. Euro, ein Drittel davon bei Lieferanten."),
        (
            ["customers"] * 2,
            "Es kamen 1,7 Mio. Besucher, und das ist mehr als erhofft, nämlich um vier Prozent.",
        ),
    ],
)
def test_each_figure_has_the_metric_that_a_reader_hears(nlp: Language, metrics: list[str], text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        ("investment", "Kolb erlöste mehr. Für den Versand entsteht eine Halle, Kosten: 3,6 Millionen Euro."),
        ("investment", "Der Umsatz stieg. Der Umbau verschlingt 22 Millionen Euro."),
        ("investment", "Der Umsatz stieg, weil die 31 Millionen Euro teure Lagerhalle fertig ist."),
        ("costs", "Der Umsatz stieg. Der Streik verschlang 22 Millionen Euro."),
        ("costs", "In der 900 Millionen Euro teuren Anlage forschen Physiker."),
    ],
)
def test_what_a_company_builds_is_an_investment(nlp: Language, metric: str, text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == [metric]


def test_a_result_of_before_stays_a_level(nlp: Language) -> None:
    text = "Der Überschuss der Kolb AG fiel mit 1,3 nach 1,9 Milliarden Euro niedriger aus."
    check(
        nlp,
        text,
        [
            figure("1,3", "net_income", "level", 1.3e9, "EUR"),
            figure("1,9 Milliarden Euro", "net_income", "level", 1.9e9, "EUR"),
        ],
    )


def test_what_is_missing_after_a_loss_is_money(nlp: Language) -> None:
    text = "Die Beteiligung steht mit 1,9 Millionen Euro in der Bilanz. Im Vorjahr fehlten 600.000."
    assert [(claim.unit, claim.low) for claim in claims_of(nlp, text)][1:] == [("EUR", -600_000.0)]


@pytest.mark.parametrize(
    ("adjusted", "text"),
    [
        (
            [False, True],
            "Bei einem Umsatz von 2,4 Mrd. Euro sank das Ebit vor Sondereffekten auf 211 Millionen.",
        ),
        ([True], "Rechnet man Sondereffekte heraus, schrumpfte der Gewinn sogar, und zwar um 12 Prozent."),
    ],
)
def test_adjustment_is_said_of_one_metric(nlp: Language, adjusted: list[bool], text: str) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted
