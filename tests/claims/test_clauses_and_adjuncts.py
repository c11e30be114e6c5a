"""What the clause around a figure makes of it: what it says, what it relates to, why, and another verb."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Der Vorstand rechnet damit, dass der Umsatz um rund acht Prozent steigt.", "forecast"),
        ("Der Konzern erwartet, dass der Umsatz auf 80 Millionen Euro klettert.", "forecast"),
        ("Es zeichnet sich ab, dass der Verlust 80 Millionen Euro übersteigen wird.", "forecast"),
        ("Sie glaubt, dass der Gewinn bei 8 Millionen Euro liegen werde.", "forecast"),
        ("Der Vorstand teilte mit, dass der Umsatz um 8 Prozent gestiegen ist.", "reported"),
        ("Die Nachfrage war so hoch, dass der Umsatz um 8 Prozent stieg.", "reported"),
        ("Von der Anlage, die 40 Millionen Euro gekostet hat, heißt es, sie werde verkauft.", "reported"),
        ("Analysten hatten erwartet, dass der Gewinn bei 9 Millionen Euro liegt.", "consensus"),
    ],
)
def test_the_clause_before_tells_what_a_content_clause_is(nlp: Language, text: str, status: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [status]


def test_a_relative_clause_tells_of_the_noun_before_it(nlp: Language) -> None:
    text = (
        "Der Überschuss sank auf 17,2 Millionen Euro, so wie das Ebit, welches auf 25,3 Millionen Euro fiel."
    )
    check(
        nlp,
        text,
        [
            figure("17,2 Millionen Euro", "net_income", "level", 17.2e6, "EUR"),
            figure("25,3 Millionen Euro", "ebit", "level", 25.3e6, "EUR"),
        ],
    )


def test_an_adjunct_tells_neither_the_way_nor_the_metric(nlp: Language) -> None:
    text = (
        "Der Nettogewinn verbesserte sich aufgrund niedrigerer Steuern um 15 Prozent auf 43 Millionen Euro."
    )
    check(
        nlp,
        text,
        [
            figure("15 Prozent", "net_income", "change", 15, "percent"),
            figure("43 Millionen Euro", "net_income", "level", 43e6, "EUR"),
        ],
    )


def test_another_predicate_compares_another_figure(nlp: Language) -> None:
    text = "Die Sparte steigerte 2019 den Umsatz auf 188 Millionen Euro und lag beim Ertrag über dem Vorjahr."
    check(nlp, text, [figure("188 Millionen Euro", "revenue", "level", 188e6, "EUR", period="2019")])


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Der Gewinn sank im ersten Halbjahr auf 10 Millionen Euro. Der Umsatz ging im gleichen Zeitraum auf "
         "90 Millionen nach 99 Millionen Euro zurück.", ["2020-H1", "2020-H1", "2019-H1"]),
        ("Im ersten Semester 2020 kam die Wende. Nach einem schwachen, vom Franken geprägten Vorjahr stieg "
         "der Ebit auf 66 Millionen Euro.", ["2020-H1"]),
        ("Die Marge liegt nach sechs Monaten bei 4,1 Prozent.", ["2020-H1"]),
    ],
)  # fmt: skip
def test_what_a_time_is_told_of(nlp: Language, text: str, periods: list[str]) -> None:
    assert [claim.period for claim in claims_of(nlp, text)] == periods


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Marge wurde auf 11,5 Prozent vom Umsatz verbessert.", ["margin"]),
        ("Die Sparte Guss setzte ihren Weg fort und wuchs organisch um 9 Prozent.", ["revenue"]),
        ("Die Sparte setzte 900 Wagen ab.", ["sales_volume"]),
        ("Der Umsatz stieg. Bei den Pumpen wurde eine Zuwachsrate von 12 Prozent erzielt.", ["revenue"]),
    ],
)
def test_a_rate_and_a_verb_are_read_with_what_belongs_to_them(
    nlp: Language, text: str, metrics: list[str]
) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


def test_a_swing_from_profit_to_loss_without_a_currency(nlp: Language) -> None:
    text = "Das Ebit drehte von 38 Millionen Plus im Vorjahr auf 67 Millionen Minus."
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)] == [("ebit", 38e6), ("ebit", -67e6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Marge fiel von -6,8 Prozent auf -10,4 Prozent.", [("level", -6.8), ("level", -10.4)]),
        ("Der bereinigte Verlust je Aktie lag bei 59 Cent.", [("level", -0.59)]),
        ("Der Absatz veränderte sich um -6,8 Prozent.", [("change", -6.8)]),
    ],
)
def test_signs_of_rates_and_losses(nlp: Language, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(claim.kind, claim.low) for claim in claims_of(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Die Bank hat mit 600 Millionen Euro das meiste Geld an die Aktionäre ausgeschüttet.", "reported"),
        ("Die Bank will 600 Millionen Euro an die Aktionäre ausschütten.", "forecast"),
        ("Die Fachleute erhöhen ihre Umsatzschätzung auf 857 Millionen Euro.", "consensus"),
    ],
)
def test_who_says_it_and_whether_it_is_over(nlp: Language, text: str, status: str) -> None:
    assert [claim.status for claim in claims_of(nlp, text)] == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unter dem Strich steht ein um 9 Prozent erhöhter Gewinn.", [("net_income", 9)]),
        ("Die Händler nahmen um Inflation bereinigt 1,2 Prozent mehr ein.", [("revenue", 1.2)]),
        ("Und so wuchs die deutsche Wirtschaft 2019 um 0,6 Prozent.", [("gdp", 0.6)]),
        ("Der Rückgang des Ergebnisses der gewöhnlichen Geschäftstätigkeit betrug 25 Prozent.",
         [("pretax_profit", -25)]),
        ("Der Konzern kaufte eigene Aktien für 6,1 Milliarden Dollar zurück.", [("deal_value", 6.1e9)]),
    ],
)  # fmt: skip
def test_words_beside_a_figure_that_mean_something_else(
    nlp: Language, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [
        ("Der Umsatzausblick liegt bei 52 Milliarden Dollar.", "forecast", "2020"),
        ("Der Umsatz lag im zweiten Quartal bei 12 Milliarden Euro und damit tiefer als im Vorjahresquartal.",
         "reported", "2020-Q2"),
        ("Der Gewinn stieg im zweiten Quartal auf 9 Millionen Euro und toppte die Erwartung der Analysten.",
         "reported", "2020-Q2"),
    ],
)  # fmt: skip
def test_what_a_figure_is_held_against(nlp: Language, text: str, status: str, period: str) -> None:
    assert [(claim.status, claim.period) for claim in claims_of(nlp, text)] == [(status, period)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Kosten lagen 2019 bei 14 Millionen Euro und damit auf dem Niveau des Vorjahres.",
         [("costs", "2019")]),
        ("Sie erzielte 2019 einen Umsatz auf Vorjahresniveau von 356 Millionen Euro.", [("revenue", "2019")]),
        ("2019 stieg der Umsatz auf 31 Millionen Euro, den besten Wert seit der Gründung im Jahr 2001.",
         [("revenue", "2019")]),
        ("Das Ebit sank 2019 auf -23 Millionen Euro (nach positiven 30 Millionen Euro im Vorjahr).",
         [("ebit", "2019"), ("ebit", "2018")]),
        ("Die Rendite stieg 2019 vor Steuern auf 16,9 Prozent.", [("margin", "2019")]),
        ("Im zweiten Geschäftsjahresquartal 2020 sank der Umsatz auf 3 Millionen Euro.",
         [("revenue", "2020-Q2")]),
        ("Die Ausfallquote sank 2019 bei stabilen Kundenkrediten auf 9,4 Prozent.", [("other", "2019")]),
        ("Das Ebit lag 2019 bei 64 Millionen Euro und damit um 4 Millionen Euro über dem Ergebnis des "
         "Vorjahres.", [("ebit", "2019"), ("ebit", "2019")]),
    ],
)  # fmt: skip
def test_levels_and_events_of_other_times(nlp: Language, text: str, told: list[tuple[str, str]]) -> None:
    assert [(claim.metric, claim.period) for claim in claims_of(nlp, text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Im zweiten Quartal lag der Umsatz mit 10,4 Millionen Euro unter dem Vorjahresumsatz von 12,8 "
         "Millionen Euro.", [(10.4e6, "2020-Q2"), (12.8e6, "2019-Q2")]),
        ("2019 lag der Umsatz mit 9 Millionen Euro über dem Vorjahresumsatz.", [(9e6, "2019")]),
        ("In den ersten drei Monaten 2020 betrug der Verlust nach Steuern 31 Millionen Euro.",
         [(-31e6, "2020-Q1")]),
    ],
)  # fmt: skip
def test_compounds_of_the_year_before_and_losses(
    nlp: Language, text: str, told: list[tuple[float, str]]
) -> None:
    assert [(claim.low, claim.period) for claim in claims_of(nlp, text)] == told


def test_a_dividend_that_is_to_be_higher_than_before(nlp: Language) -> None:
    text = (
        "Den Aktionären will sie mit 65 Cent je Aktie eine höhere Dividende als im Vorjahr (55 Cent) zahlen."
    )
    assert [claim.status for claim in claims_of(nlp, text)] == ["forecast", "reported"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Konzern will Personalkosten in Höhe von 250 Millionen Euro einsparen.", [("savings", 250e6)]),
        (
            "Abwertungen ließen das Konzernergebnis auf – 144,5 Millionen Euro fallen.",
            [("net_income", -144.5e6)],
        ),
        ("Der FFO1 hat sich auf 140,9 Millionen Euro erhöht.", [("cash_flow", 140.9e6)]),
        ("Der Wert des Immobilienportfolios stieg auf 7,8 Milliarden Euro.", [("assets", 7.8e9)]),
        ("Die Mieterlöse stiegen. Der Vermietungsgrad lag bei 92,5 Prozent.", [("other", 92.5)]),
    ],
)
def test_property_groups_and_savings(nlp: Language, text: str, told: list[tuple[str, float]]) -> None:
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)] == told


def test_the_year_of_a_foundation_is_no_time_of_a_figure(nlp: Language) -> None:
    text = (
        "Da ist die Firma Quellbrunn, gegründet 2001, rund 100 Millionen Euro Umsatz. Der Gewinn lag 2019 "
        "bei 4 Millionen Euro, dem höchsten seit der Übernahme 2007."
    )
    assert [claim.period for claim in claims_of(nlp, text)] == ["2019", "2019"]


def test_what_a_buyer_pays_for_a_share_is_no_dividend(nlp: Language) -> None:
    text = "Für jede Norvelta-Aktie zahlt der Käufer 21 Dollar in bar und eigene Aktien."
    assert [(claim.metric, claim.status) for claim in claims_of(nlp, text)] == [("deal_value", "reported")]
