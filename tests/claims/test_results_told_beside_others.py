"""Results whose noun stands elsewhere: beside costs, for a share, of another quarter, behind the amount."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

WINTER = date(2025, 1, 30)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Das Ebit der Talbau AG fiel auf 17 Millionen Euro. Darin stecken Kosten von 3 Millionen Euro. "
         " Analysten hatten mit 19 Millionen Euro gerechnet.", ["ebit", "costs", "ebit"]),
        ("Die Talbau AG verdiente 2024 vor Steuern 58 Millionen Euro, und das bei einem Umsatzplus von acht "
         "Prozent. Analysten hatten mehr erwartet, im Schnitt 63 Millionen.",
         ["pretax_profit", "revenue", "pretax_profit"]),
        ("Der Umsatz der Talbau AG stieg um acht Prozent. Analysten hatten mit 63 Millionen Euro gerechnet.",
         ["revenue", "revenue"]),
        ("Im zweiten Quartal 2024 erzielte die Talbau AG einen Vorsteuergewinn von 41 Millionen Euro. Von "
         "Oktober bis Dezember sprangen 58 Millionen heraus.", ["pretax_profit", "pretax_profit"]),
        ("Im zweiten Quartal 2024 erzielte die Talbau AG einen Vorsteuergewinn von 41 Millionen Euro. Übrig "
         "blieben 28 Millionen.", ["pretax_profit", "net_income"]),
        ("Das Ebit der Talbau AG fiel auf 17 Millionen Euro. Bei der Morvenko AG liest man von einem "
         "Überschuss von 5 Millionen Euro, 57 Prozent über dem Vorjahr.",
         ["ebit", "net_income", "net_income"]),
        ("Die Talbau AG hat 2024 mehr umgesetzt. Vor Steuern kehrte sie in die schwarzen Zahlen zurück. "
         "Einem Verlust von 9 Millionen im Jahr 2023 steht ein Gewinn von 5 Millionen Euro gegenüber.",
         ["pretax_profit", "pretax_profit"]),
        ("Die Eigentümer der Talbau AG dürfen sich über mehr Geld freuen: 68 Cent Dividende schlägt der "
         "Vorstand vor.", ["dividend"]),
        ("Der S&P 500 gab um 1,6 Prozent nach, an der Nasdaq sah es nicht besser aus.", ["index_level"]),
        ("Der Bund gab um 1,6 Prozent mehr für Straßen aus.", ["costs"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text, WINTER)] == metrics


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Auf die einzelne Aktie entfielen 10,19 Euro (minus 24 Prozent).", 10.19),
        ("Auf jedes Papier entfiel ein Verlust von 1,15 Euro.", -1.15),
        ("Auf die Aktie kamen 2,40 Euro.", 2.4),
    ],
)  # fmt: skip
def test_what_falls_to_a_share_is_earned(nlp: Language, text: str, value: float) -> None:
    claims = claims_of(nlp, "Die Talbau AG hat 2024 weniger verdient. " + text, WINTER)
    assert {claim.metric for claim in claims} == {"earnings_per_share"}
    assert (claims[0].low, claims[0].period) == (value, "2024")


def test_a_dividend_is_no_earning_because_the_share_had_one(nlp: Language) -> None:
    text = (
        "2,30 Euro je Aktie will die Talbau AG ausschütten, obwohl auf jedes Papier ein Verlust von 1,15 "
        "Euro entfiel."
    )
    fields = [
        figure("2,30 Euro", "dividend", "level", 2.3, "EUR", status="forecast"),
        figure("1,15 Euro", "earnings_per_share", "level", -1.15, "EUR"),
    ]
    check(nlp, text, fields, WINTER)


def test_a_dividend_compared_with_was_paid(nlp: Language) -> None:
    text = (
        "Die Talbau AG schlägt 1,75 Euro Dividende vor, ein Plus gegenüber den 1,50 Euro, die sie für 2023 "
        "bezahlt hat."
    )
    assert [claim.status for claim in claims_of(nlp, text, WINTER)] == ["forecast", "reported"]


def test_a_name_with_a_plural_verb_is_a_share(nlp: Language) -> None:
    text = "Der Dax verlor am Donnerstag 1,1 Prozent. Zorvenko gaben um 3,3 Prozent nach."
    assert [claim.company for claim in claims_of(nlp, text, WINTER)] == [None, "Zorvenko"]
