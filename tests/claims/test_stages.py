"""Results told by the stage at which they stand, amounts per share told in pairs, and shares of a whole."""

import pytest
from spacy.language import Language
from stated import claims_of

Told = list[tuple[str, float]]


def told(nlp: Language, text: str) -> Told:
    return [(claim.metric, claim.low) for claim in claims_of(nlp, text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("pretax_profit", 212e6)], "Vor Steuern blieb ein Ergebnis von 212 Millionen Euro übrig."),
        ([("ebit", -9e6)], "Operativ stand ein Verlust von 9 Millionen Euro in den Büchern."),
        ([("net_income", 31e6)], "Netto blieben 31 Millionen Euro in der Kasse."),
        ([("net_income", 5e6)], "Operativ lief es gut, der Gewinn stieg auf 5 Millionen Euro."),
        ([("ebit", -100e6)], "Der Versorger meldet ein negatives Betriebsergebnis von 100 Millionen Euro."),
        (
            [("earnings_per_share", 2.1), ("earnings_per_share", 2.45)],
            "Der Gewinn stieg von 2,10 auf 2,45 Euro je Aktie.",
        ),
        ([("deal_value", 8.15)], "Das Gebot für die Aktie liegt bei 8,15 Dollar je Anteilsschein."),
        ([("dividend", 2)], "Vorgeschlagen sind 2 Euro Dividende je gewinnberechtigter Aktie."),
        ([("budget", 2.6)], "Das Defizit entspricht 2,6 Prozent des Bruttoinlandsprodukts."),
        ([("equity", 41)], "Das Eigenkapital macht 41 Prozent der Bilanzsumme aus."),
        ([("other", 212000)], "Der Umsatz je Mitarbeiter stieg auf 212.000 Euro."),
        ([("stake", 25)], "Die Beteiligungsfirma hält 25 Prozent an dem Pumpenhersteller."),
        ([("sales_volume", 12000)], "Die Kette verkaufte 12.000 Räder."),
        ([("deal_value", 12e6)], "Die Kette verkaufte das Lager für 12 Millionen Euro."),
        ([("share_price", 105)], "Die Bank hob das Ziel für Rautek auf 105 Euro."),
    ],
)
def test_what_is_measured(nlp: Language, expected: Told, text: str) -> None:
    assert told(nlp, text) == expected


@pytest.mark.parametrize(
    ("kinds", "text"),
    [
        (["level", "level"], "Der Vorstand rechnet mit einem Anstieg von 771 auf 850 Millionen Euro Umsatz."),
        (["change"], "Das Umsatzwachstum beschleunigte sich auf 7 Prozent."),
        (["change", "change"], "Das Institut senkte die Wachstumsprognose von 1,4 auf 0,8 Prozent."),
        (["change"], "Seit Januar hat die Aktie 27 Prozent an Wert verloren."),
    ],
)
def test_a_level_or_a_change(nlp: Language, kinds: list[str], text: str) -> None:
    assert [claim.kind for claim in claims_of(nlp, text)] == kinds


def test_a_comparison_with_a_certain_figure_is_no_hedge(nlp: Language) -> None:
    claims = claims_of(nlp, "Das wäre etwas weniger als die 769 Millionen Euro Gewinn aus dem Vorjahr.")
    assert [claim.qualifier for claim in claims] == ["exact"]
    claims = claims_of(nlp, "Der Umsatz sank um mehr als die Hälfte.")
    assert [claim.qualifier for claim in claims] == ["over"]
