"""Results of which a text goes on to tell: at their stage, per share, as a part, as one more of a loss."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Operativ (Ebit) fiel ein Verlust von 3 Millionen Euro an.", [("ebit", -3e6)]),
        ("Vor Zinsen und Steuern (Ebit) blieb ein Gewinn von 3 Millionen Euro.", [("ebit", 3e6)]),
        ("Netto fiel ein Verlust von 3 Millionen Euro an.", [("net_income", -3e6)]),
        ("Vor Steuern verdiente die Fink AG 5 Millionen Euro, nachdem im Vorjahr ein Verlust von 2 Mio. "
         "Euro angefallen war.",
         [("pretax_profit", 5e6), ("pretax_profit", -2e6)]),
        ("Vor Steuern verdiente die Fink AG 5 Millionen Euro. Netto war ein Verlust von 2 Millionen Euro "
         "angefallen.",
         [("pretax_profit", 5e6), ("net_income", -2e6)]),
        ("Je Aktie verdiente die Fink AG 1,18 Euro, 48 Cent mehr als zuvor; bereinigt waren es 1,33 Euro.",
         [("earnings_per_share", 1.18), ("earnings_per_share", 0.48), ("earnings_per_share", 1.33)]),
        ("Unter dem Strich hat die Fink AG wegen hoher Abschreibungen 21 Millionen Euro verloren.",
         [("net_income", -21e6)]),
        ("Die Fink AG hat hohe Abschreibungen von 21 Millionen Euro verbucht.", [("costs", 21e6)]),
        ("Der Gewinn betrug 2 Milliarden Euro. Auf das Inland entfielen davon 4,1 Milliarden Umsatz.",
         [("net_income", 2e9), ("revenue", 4.1e9)]),
        ("Im ersten Quartal verlor die Fink AG vor Steuern 9 Millionen Euro, im zweiten weitere 4 Millionen "
         "Euro.",
         [("pretax_profit", -9e6), ("pretax_profit", -4e6)]),
        ("Der Umsatz der Fink AG stieg, das Minus im operativen Geschäft betrug 2 Millionen Euro.",
         [("ebit", -2e6)]),
        ("Die Fink & Co. KG setzte 2 Millionen Euro um.", [("revenue", 2e6)]),
        ("Im Jahr 2020 setzte die Fink GmbH & Co. KG 2 Millionen Euro um.", [("revenue", 2e6)]),
    ],
)  # fmt: skip
def test_metric_and_sign(nlp: Language, text: str, told: list[tuple[str, float]]) -> None:
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Analysten hatten sich einen Umsatz von 160 Millionen Euro ausgemalt.", "consensus"),
        ("Das sagt Anna Lang, die der Fink AG einen Umsatz von 160 Millionen Euro zutraut.", "forecast"),
        ("Bis 2030 soll der Anteil am Umsatz 20 Prozent erreichen (heute: 6 Prozent).", "forecast reported"),
    ],
)
def test_status(nlp: Language, text: str, status: str) -> None:
    assert " ".join(claim.status for claim in claims_of(nlp, text)) == status
