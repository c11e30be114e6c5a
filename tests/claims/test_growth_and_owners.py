"""Growth told of a company alone, what its owners get, results at the stage that their clause names."""

import pytest
from spacy.language import Language
from stated import claims_of


def metrics_of(nlp: Language, text: str) -> list[str]:
    return [claim.metric for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Das Ebit der Talbau AG fiel auf 3 Mio. Euro. Die Ostbau AG wuchs um 6 Prozent auf 31 Mio. Euro.",
         ["ebit", "revenue", "revenue"]),
        ("Der Gewinn der Talbau AG fiel auf 3 Millionen Euro. Er wuchs zuletzt um 6 Prozent.",
         ["net_income", "net_income"]),
        ("Die Aktionäre der Talbau AG sollen 4,50 Euro erhalten, 50 Cent mehr als zuletzt.",
         ["dividend", "dividend"]),
        ("Der Gewinn betrug 5,1 Millionen Euro. Davon gingen 1,8 Millionen Euro an die Eigentümer.",
         ["net_income", "dividend"]),
        ("Der Gewinn betrug 5,1 Millionen Euro. Davon gingen 1,8 Millionen Euro an die Eigentümerberatung.",
         ["net_income", "net_income"]),
        ("Der Geschäftserfolg sank auf 12 Millionen Franken.", ["ebit"]),
        ("Der Erfolg aus dem Zinsengeschäft sank auf 12 Millionen Franken.", ["revenue"]),
        ("In Österreich fiel das Geschäft auf 236 Millionen Euro.", ["revenue"]),
        ("Die Talbau AG verkaufte 31.000 Autos. Die Ostbau AG legte um 6 Prozent zu.",
         ["sales_volume", "sales_volume"]),
        ("Er traut ihr einen Gewinn von 4,5 Milliarden Euro zu. 2021, im Boom, waren es 7,8 Milliarden Euro.",
         ["net_income", "net_income"]),
        ("Er erwartet ein Wachstum der Wirtschaft von 1,3 Prozent. Andere sind mit 1,1 Prozent vorsichtiger.",
         ["gdp", "gdp"]),
        ("Das Wachstum der chinesischen Wirtschaft betrug 5,3 Prozent.", ["gdp"]),
        ("Die Konjunktur zog um 0,9 Prozent an.", ["gdp"]),
        ("Den Aktionären zurechenbar war ein Gewinn von 2,59 Milliarden Euro oder 7,93 Euro je Aktie.",
         ["net_income", "earnings_per_share"]),
        ("Operativ (Ebit) rutschte die Talbau AG mit 1,7 Milliarden Euro in die roten Zahlen.", ["ebit"]),
        ("Das operative Ergebnis zu Wiederbeschaffungskosten fiel auf 6 Milliarden Euro.", ["ebit"]),
        ("Das Betriebsergebnis vor Bewertung lag bei 20 Millionen Euro.", ["ebit"]),
        ("Sie verdiente bei 612 Millionen Euro Umsatz 19 Millionen.", ["revenue", "net_income"]),
        ("Bei einer Dividende von 0,30 Euro ist die Rendite 2,2 Prozent.", ["dividend", "other"]),
        ("Es erwartet Synergien vor Steuern von 22 Millionen Euro.", ["savings"]),
        ("Umgesetzt wurden Aktien für 241 Millionen Euro.", ["other"]),
        ("Entschädigungen von 720 Millionen Euro wurden nicht ausbezahlt.", ["other"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Gäste sind zufrieden: 89 Prozent hielten die Auflagen für richtig.", ["other"]),
        ("Die politische Gemeinde rechnet mit einem Defizit von 184.700 Franken.", ["budget"]),
        ("Der Anteilschein gehörte mit einem Zuwachs von 1,2 Prozent zu den Gewinnern.", ["share_price"]),
        ("Dem Land gehören 62 Prozent.", ["stake"]),
    ],
)
def test_holding_and_belonging(nlp: Language, text: str, metrics: list[str]) -> None:
    assert metrics_of(nlp, text) == metrics
