"""How Swiss business news words share moves, parts of a company, analysts, public budgets and outlooks."""

from datetime import date

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure

DAY = date(2018, 8, 16)


def share(text: str, value: float) -> Expected:
    return figure(text, "share_price", "change", value, "percent", reference="prior_day")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Namenaktien der Huber AG büssten bis am Abend 1,2% ein.", [share("1,2%", -1.2)]),
        ("Huber sanken bis Handelsschluss um 3.6%.", [share("3.6%", -3.6)]),
        ("Zu Börsenbeginn legten Kolb um 2 Prozent zu.", [share("2 Prozent", 2)]),
        ("Partizipationsscheine von Huber gaben 4 Prozent nach.", [share("4 Prozent", -4)]),
        ("Versicherungstitel gewannen 1,5 Prozent.", [share("1,5 Prozent", 1.5)]),
        (
            "Bis Handelsschluss gewannen Kolb 2.2% auf 178.40.",
            [share("2.2%", 2.2), figure("178.40", "share_price", "level", 178.4, "XXX")],
        ),
    ],
)
def test_shares_that_moved(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected, DAY)


def test_a_company_that_grows_without_an_exchange_tells_its_revenue(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "Im ersten Halbjahr wuchs die Kolb AG um 3 Prozent.", DAY)
    assert claim.metric == "revenue"


def test_a_clause_put_in_names_no_metric_of_the_figure_after_it(nlp: Language) -> None:
    check(
        nlp,
        "Der Umsatz stieg auf 400 Mio. Franken. Kanada, wo drei Fabriken stehen, ging um 9,4% auf 107 Mio. "
        "zurück. Chile, dessen Kunden sparen, verlor 2 Prozent.",
        [
            figure("400 Mio. Franken", "revenue", "level", 4e8, "CHF"),
            figure("9,4%", "revenue", "change", -9.4, "percent"),
            figure("107 Mio.", "revenue", "level", 107e6, "CHF"),
            figure("2 Prozent", "revenue", "change", -2, "percent"),
        ],
        DAY,
    )


def test_a_part_is_one_of_the_amount_before_whatever_stands_in_brackets(nlp: Language) -> None:
    claims = claims_of(
        nlp,
        "In der Bank arbeiten 800 Mitarbeiter. Der Geschäftsertrag erreichte CHF 214 Mio (-7%). Davon "
        "entfielen 131 Mio auf das Kommissionsgeschäft.",
        DAY,
    )
    assert [claim.metric for claim in claims] == ["employees", "revenue", "revenue", "revenue"]
    assert claims[-1].unit == "CHF"


@pytest.mark.parametrize("who", ["Auguren", "Analysten", "Marktbeobachter", "Börsianer"])
def test_an_amount_in_brackets_after_analysts_is_theirs(nlp: Language, who: str) -> None:
    claims = claims_of(nlp, f"Der Ebit stieg auf 37 Mio. Fr., womit die {who} (34,5 Mio.) irrten.", DAY)
    assert [claim.status for claim in claims] == ["reported", "consensus"]


BUDGET = (
    "Der Voranschlag 2019 des Kantons Talheim rechnet mit einem Aufwandüberschuss von 38 Millionen Franken. "
    "Die Rechnung 2017 hatte mit einem Plus von 4 Millionen geschlossen. Die Nettoschuld steigt auf 366 "
    "Millionen. Ihre Ausschüttung beläuft sich auf 28 Millionen. Investiert werden netto 94 Millionen."
)


def test_amounts_in_an_article_about_a_public_budget_are_those_of_the_budget(nlp: Language) -> None:
    metrics = [claim.metric for claim in claims_of(nlp, BUDGET, date(2018, 10, 2))]
    assert metrics == ["budget", "budget", "budget", "budget", "investment"]


def test_those_of_a_company_are_not(nlp: Language) -> None:
    text = BUDGET.replace("Der Voranschlag 2019 des Kantons", "Das Budget 2019 des Konzerns")
    assert "budget" not in [claim.metric for claim in claims_of(nlp, text, date(2018, 10, 2))][:2]


def test_earnings_per_share_beside_a_sale(nlp: Language) -> None:
    check(
        nlp,
        "Auf die einzelne Aktie entfiel ein Gewinn von 6,60 Franken, 41 Prozent mehr, weil Huber eine "
        "Tochter verkauft hatte.",
        [
            figure("6,60 Franken", "earnings_per_share", "level", 6.6, "CHF"),
            figure("41 Prozent", "earnings_per_share", "change", 41, "percent"),
        ],
        DAY,
    )


@pytest.mark.parametrize("noun", ["Einnahmen", "einem Umsatz", "Ausgaben"])
def test_a_phrase_without_a_verb_shares_the_outlook(nlp: Language, noun: str) -> None:
    """`Einnahmen` is no verb, though `einnahmen` with its particle is one."""
    text = f"Für 2018 peilt Huber eine Ebit-Marge von 9% an (bisher: 8%), bei {noun} von 850 Mio. Fr."
    claims = claims_of(nlp, text, DAY)
    assert [claim.status for claim in claims] == ["forecast", "prior_forecast", "forecast"]


def test_what_is_computed_at_other_rates_has_happened(nlp: Language) -> None:
    text = "Die Prämien stiegen um 3%, in Lokalwährungen ergäbe sich ein Anstieg um 5,1%."
    assert [claim.status for claim in claims_of(nlp, text, DAY)] == ["reported", "reported"]
    ahead = "2019 ergäbe sich ein Anstieg der Prämien um 5,1%."
    assert [claim.status for claim in claims_of(nlp, ahead, DAY)] == ["forecast"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Titel verloren 2%. Organisch legte Huber um 7,5% zu.",
        "Der Gewinn je Aktie stieg um 2%. Für 2019 stellt die Spitze organisch rund 5% in Aussicht.",
    ],
)
def test_organic_growth_is_that_of_revenue(nlp: Language, text: str) -> None:
    claim = claims_of(nlp, text, DAY)[-1]
    assert (claim.metric, claim.kind) == ("revenue", "change")


def test_it_goes_on_about_a_rate_that_has_no_metric(nlp: Language) -> None:
    text = "Der Ertrag sank um 3%. Die Cost-Income-Ratio stieg auf 73,8%. Bis 2020 soll sie 70% betragen."
    assert [claim.metric for claim in claims_of(nlp, text, DAY)] == ["revenue", "other", "other"]


def test_the_amounts_of_an_example_are_no_claims(nlp: Language) -> None:
    check(nlp, "Wer 1800 Franken zahlt, spart im Monat 52 Franken.", [], DAY)
    check(nlp, "Wer tanken muss, zahlt 2 Franken.", [figure("2 Franken", "other", "level", 2, "CHF")], DAY)


def test_a_holder_named_after_the_verb_holds_a_stake(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "An der Seilbahn hält Huber seit Januar nur noch 35%.", DAY)
    assert (claim.metric, claim.kind, claim.low) == ("stake", "level", 35)


def test_a_margin_that_gave_way_fell(nlp: Language) -> None:
    claims = claims_of(nlp, "Die operative Marge wich um 30 Basispunkte auf 17,4 Prozent zurück.", DAY)
    assert [(claim.kind, claim.low) for claim in claims] == [("change", -0.3), ("level", 17.4)]
