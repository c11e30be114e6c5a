"""Articles that go from metric to metric: what is spent, who holds what, what a clause goes on from."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure


@pytest.mark.parametrize(
    ("metrics", "text"),
    [
        (["costs"] * 2, "Für Forschung gab Kolb 29 Mio. Euro aus, das waren 9 Prozent vom Umsatz."),
        (["costs"] * 2, "Für Werbung gab Kolb 12 Mio. Euro aus, mehr als ein Fünftel ihres Umsatzes."),
        (["investment"] * 2, "Kolb investierte 29 Mio. Euro, was 9 Prozent des Umsatzes entspricht."),
        (["costs"] * 2, "12 Mio. Euro, ein Fünftel der Erlöse, flossen in Fernsehspots und Plakate."),
        (
            ["revenue", "costs", "costs"],
            "Kolb nahm 60 Mio. Euro ein. Ein Drittel davon geht für Mieten drauf, ein Fünftel für Personal.",
        ),
        (
            ["costs", "revenue"],
            "Kolb senkte die Kosten um 6 Mio. Euro, 40 Prozent der Erlöse kamen aus Asien.",
        ),
        (
            ["revenue", "revenue", "ebitda"],
            "Bei einem Umsatzplus von 6 Prozent auf 31 Mio. Euro sei das Ebitda kräftig auf 4 geklettert.",
        ),
        (["order_backlog"], "Noch nicht ausgeliefert waren zum Jahresende Aufträge über 95 Mio. Euro."),
        (["order_backlog"], "Offene Bestellungen für 90 Mio. Euro standen Ende Dezember an."),
        (["order_intake"], "Im Dezember kamen Aufträge über 95 Mio. Euro herein."),
        (["employees"], "Rund 640 Männer und Frauen beschäftigt das Unternehmen."),
        (["sales_volume"], "Im vergangenen Jahr wurden 12.300 Wagen an Kunden übergeben."),
        (["locations"] * 2, "Kolb betreibt 41 Buchhandlungen, dazu kommen 5 Kühlhäuser."),
        (["locations"], "Kolb hat ein Studio nach dem anderen eröffnet, 90 sind es mittlerweile."),
        (["market_share"], "Im deutschen Möbelhandel kommt Kolb damit auf einen Anteil von 3 Prozent."),
        (["production"], "Die Werke kamen auf 2,6 Millionen Fahrzeuge."),
        (["production"], "40.000 Tonnen Malz wurden geröstet."),
        (["stake"], "Das trifft die Bauern, denen 79 Prozent der Gesellschaft gehören."),
        (["stake"], "Die drei Brüder halten gemeinsam noch 30 Prozent."),
        (["deal_value", "stake"], "Für 14 Mio. Euro hat sich der Investor 20 Prozent gesichert."),
        (["stake"], "Die Familie verkauft ihr Paket von 31 Prozent."),
        (["customers"], "Die 310.000 Mitglieder machen die Kette zur Nummer drei."),
        (["other"], "Der Verein hat 310.000 Mitglieder."),
        (["revenue"], "Aus ihren Beiträgen kamen rund 80 Mio. Euro zusammen."),
        (["debt"], "Die Bank, die 30 Mio. Euro gestundet hatte, schickte einen Sanierer."),
        (
            ["share_price", "market_cap"],
            "Die Aktie von Kolb kostete 40 Euro, was die Firma mit 3 Mrd. Euro bewertete.",
        ),
        (["commodity_price"], "Zellstoff kostete Kolb im Dezember 560 Euro je Tonne."),
        (
            ["commodity_price"] * 2,
            "Der Preisverfall trifft Kolb. Zucker ist von 490 auf 371 Euro je Tonne gefallen.",
        ),
        (
            ["deal_value", "share_price", "deal_value"],
            "Kolb bietet 23 Euro je Aktie. Zum Schlusskurs (18 Euro) ist das ein Aufschlag von 28 Prozent.",
        ),
        (["customers"] * 2, "Von den 470.000 Kunden haben 40 Prozent ein Abonnement."),
        (["net_income"], "Damals hatte die Bilanz ein Loch von 22 Mio. Euro aufgewiesen."),
        (
            ["deal_value"],
            "Über den Kaufpreis schweigt Kolb. In der Branche ist von 12 bis 15 Mio. Euro die Rede.",
        ),
    ],
)
def test_each_figure_has_its_own_metric(nlp: Language, metrics: list[str], text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


def test_a_word_of_contrast_within_its_clause_parts_nothing(nlp: Language) -> None:
    text = "Die Aktie von Kolb gab zunächst nach, drehte dann aber mit zwei Prozent ins Plus."
    check(nlp, text, [figure("zwei Prozent", "share_price", "change", 2, "percent")])


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("Kolb verliert Leute: 120 Beschäftigte mussten gehen.", -120, "change"),
        ("Die Kette hat neun Filialen zugesperrt.", -9, "change"),
        ("Zwei Werke wurden verkauft.", -2, "change"),
        ("Bis 2021 sollen 15 Geschäfte öffnen.", 15, "change"),
        ("Dort sind 120 Mitarbeiter beschäftigt.", 120, "level"),
    ],
)
def test_what_goes_and_what_comes_is_a_change(nlp: Language, text: str, value: float, kind: str) -> None:
    (claim,) = claims_of(nlp, text)
    assert (claim.kind, claim.low) == (kind, value)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Zwischen 30 und 45 Mio. Euro könnte das Minus operativ betragen.", -45e6),
        ("Auf 5 Mio. Euro belief sich der operative Verlust.", -5e6),
        ("Auf 5 Mio. Euro belief sich der operative Gewinn.", 5e6),
    ],
)
def test_a_loss_behind_its_amount_is_below_zero(nlp: Language, text: str, low: float) -> None:
    (claim,) = claims_of(nlp, text)
    assert (claim.metric, claim.low) == ("ebit", low)


def test_a_verb_is_split_before_brackets_too(nlp: Language) -> None:
    text = "Operativ brach das Ergebnis um ein Drittel auf 7 Mio. Euro ein (Vorjahr: 10,5)."
    assert [(claim.kind, round(claim.low, 1)) for claim in claims_of(nlp, text)] == [
        ("change", -33.3),
        ("level", 7e6),
        ("level", 10.5e6),
    ]


def test_a_multiple_of_what_is_earned_measures_a_price(nlp: Language) -> None:
    text = "Der Unternehmenswert beträgt 400 Mio. Euro. Das ist das Achtfache des für 2020 erwarteten Ebitda."
    check(
        nlp,
        text,
        [
            figure("400 Mio. Euro", "deal_value", "level", 400e6, "EUR"),
            figure("Achtfache", "deal_value", "level", 8, "factor"),
        ],
    )


def test_customers_who_turn_away_are_lost(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "Nur 17 Prozent kehrten der Kette den Rücken.")
    assert (claim.metric, claim.kind, claim.low) == ("customers", "change", -17)


def test_raw_materials_in_a_report_are_of_their_month(nlp: Language) -> None:
    text = "Kolb verdiente 2019 netto 9 Mio. Euro. Zellstoff kostete uns im Dezember 560 Euro je Tonne."
    profit, price = claims_of(nlp, text)
    assert (price.metric, price.segment, price.period, price.company) == (
        "commodity_price",
        "Zellstoff",
        "2019-12",
        None,
    )
    assert profit.period == "2019"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In eine neue Halle fließen 2020 insgesamt 8 Mio. Euro.", "forecast"),
        ("Das Investitionsbudget sinkt auf 45 Mio. Euro.", "forecast"),
        ("In eine neue Halle flossen 2019 insgesamt 8 Mio. Euro.", "reported"),
        ("Die Investitionen sanken auf 45 Mio. Euro.", "reported"),
    ],
)
def test_what_the_present_tense_tells_of_spending_is_a_plan(nlp: Language, text: str, status: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [status]
