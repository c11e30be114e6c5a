"""Levels and changes, up and down, profit and loss."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Umsatz ging um 5 Prozent zurück.", figure("5 Prozent", "revenue", "change", -5, "percent")),
        ("Der Umsatz legte kräftig um 5 Prozent zu.", figure("5 Prozent", "revenue", "change", 5, "percent")),
        (
            "Die Firma meldet ein Umsatzplus von 5 Prozent.",
            figure("5 Prozent", "revenue", "change", 5, "percent"),
        ),
        (
            "Gewinnrückgang um 12 Prozent bei der Firma.",
            figure("12 Prozent", "net_income", "change", -12, "percent"),
        ),
        (
            "Der Umsatz lag 5 Prozent unter dem Vorjahr.",
            figure("5 Prozent", "revenue", "change", -5, "percent"),
        ),
        (
            "Der Umsatz wuchs um ein Drittel.",
            figure("ein Drittel", "revenue", "change", 33.333333, "percent"),
        ),
        (
            "Der Gewinn brach um ein Viertel ein.",
            figure("ein Viertel", "net_income", "change", -25, "percent"),
        ),
        (
            "Der Auftragseingang verdoppelte sich.",
            figure("verdoppelte", "order_intake", "change", 2, "factor"),
        ),
        (
            "Experten zufolge ist der Gewinn um 3 Prozent gesunken.",
            figure("3 Prozent", "net_income", "change", -3, "percent"),
        ),
        (
            "Im Vorjahr war der Verlust um 3 Prozent gestiegen.",
            figure("3 Prozent", "net_income", "change", 3, "percent"),
        ),
        (
            "Der Verlust ging um 23 Prozent zurück.",
            figure("23 Prozent", "net_income", "change", -23, "percent"),
        ),
        (
            "Der Umsatz sank um 40 Millionen Euro.",
            figure("40 Millionen Euro", "revenue", "change", -4e7, "EUR"),
        ),
        (
            "Der Umsatz sank auf 40 Millionen Euro.",
            figure("40 Millionen Euro", "revenue", "level", 4e7, "EUR"),
        ),
        (
            "Die Ebit-Marge sank um 0,8 Prozentpunkte.",
            figure("0,8 Prozentpunkte", "margin", "change", -0.8, "percentage_points"),
        ),
        ("Die Ebit-Marge lag bei 12,4 Prozent.", figure("12,4 Prozent", "margin", "level", 12.4, "percent")),
        (
            "Rund 40 Prozent des Umsatzes kamen aus China.",
            figure("40 Prozent", "revenue", "level", 40, "percent", qualifier="about"),
        ),
        (
            "Der Überschuss sackte unerwartet um -15,7 Prozent ab.",
            figure("-15,7 Prozent", "net_income", "change", -15.7, "percent"),
        ),
    ],
)
def test_a_change_has_its_sign_and_a_level_none(nlp: Language, text: str, expected: Expected) -> None:
    check(nlp, text, [expected])


@pytest.mark.parametrize(
    ("text", "metric", "low"),
    [
        ("Der Konzern verbuchte einen Verlust von 5 Millionen Euro.", "net_income", -5e6),
        ("Unter dem Strich fiel ein Fehlbetrag von 5 Millionen Euro an.", "net_income", -5e6),
        ("Das Ebit lag bei minus 5 Millionen Euro.", "ebit", -5e6),
        ("Der operative Verlust weitete sich auf 5 Millionen Euro aus.", "ebit", -5e6),
        ("Der Vorsteuerverlust betrug 5 Millionen Euro.", "pretax_profit", -5e6),
        ("Der Überschuss lag bei 5 Millionen Euro.", "net_income", 5e6),
        (
            "Der Gewinn betrug 5 Millionen Euro, der Verlust der Tochter hatte keinen Einfluss.",
            "net_income",
            5e6,
        ),
    ],
)
def test_a_loss_is_a_negative_level(nlp: Language, text: str, metric: str, low: float) -> None:
    check(
        nlp, text, [{"text": "5 Millionen Euro", "metric": metric, "kind": "level", "low": low, "high": low}]
    )


@pytest.mark.parametrize(
    ("text", "metric", "unit"),
    [
        ("Der Gewinn je Aktie lag bei 2,10 Euro.", "earnings_per_share", "EUR"),
        ("Der Gewinn lag bei 2,10 Euro je Aktie.", "earnings_per_share", "EUR"),
        ("Die Aktionäre erhalten 2,10 Euro je Aktie.", "dividend", "EUR"),
        ("Die Aktie kostete 2,10 Euro.", "share_price", "EUR"),
    ],
)
def test_an_amount_per_share_is_no_amount_of_the_company(
    nlp: Language, text: str, metric: str, unit: str
) -> None:
    check(nlp, text, [{"text": "2,10 Euro", "metric": metric, "unit": unit, "low": 2.1}])


@pytest.mark.parametrize(
    ("text", "adjusted"),
    [
        ("Das bereinigte Ebit wuchs um 33 Prozent auf 120 Millionen Euro.", [True, True]),
        ("Der Umsatz legte um 5 Prozent zu, organisch um 3 Prozent.", [False, True]),
        ("Das Ebit vor Sondereffekten betrug 12 Millionen Euro.", [True]),
        ("Der Umsatz legte um 5 Prozent (währungsbereinigt 7 Prozent) zu.", [False, True]),
        ("Das Ebit wuchs auf 12 Millionen Euro.", [False]),
    ],
)
def test_adjusted_holds_for_the_figure_it_is_said_of(nlp: Language, text: str, adjusted: list[bool]) -> None:
    assert [claim.adjusted for claim in claims_of(nlp, text)] == adjusted


def test_what_the_text_denies_is_marked(nlp: Language) -> None:
    check(
        nlp,
        "Der Umsatz sei nicht um 5 Prozent gesunken.",
        [{"text": "5 Prozent", "negated": True, "low": -5.0}],
    )
    check(nlp, "Der Umsatz sank nicht nur um 5 Prozent.", [{"text": "5 Prozent", "negated": False}])


def test_how_far_an_amount_lies_from_the_year_before_is_a_change(nlp: Language) -> None:
    check(
        nlp,
        "Der Umsatz lag um 3 Millionen Euro unter dem Vorjahr. Der Gewinn lag 2 Millionen Euro über Vorjahr.",
        [
            figure("3 Millionen Euro", "revenue", "change", -3e6, "EUR"),
            figure("2 Millionen Euro", "net_income", "change", 2e6, "EUR"),
        ],
    )
