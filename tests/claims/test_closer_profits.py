"""Bare results that are the profit named closely just before, shares that earn, sales told in money."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Vor Steuern verdiente sie 23 Mio. Euro, nachdem 2018 ein Verlust von 2 Mio. angefallen war.",
         ["pretax_profit", "pretax_profit"]),
        ("Operativ (Ebit) stand bei der Talbau AG ein Verlust von 134 Mio. Euro zu Buche.", ["ebit"]),
        ("Das Ebit der Talbau AG lag 2019 bei 5 Mio. Euro. 2017 hatte sie 7 Mio. Euro verdient.",
         ["ebit", "ebit"]),
        ("Das Ebit der Talbau AG lag 2019 bei 5 Mio. Euro. 2017 hatte sie netto 7 Mio. Euro verdient.",
         ["ebit", "net_income"]),
        ("Das Ebit der Talbau AG lag 2019 bei 5 Mio. Euro. Der Verlust 2017 betrug 7 Mio. Euro.",
         ["ebit", "net_income"]),
        ("Mit 163 Mio. Euro steckt die Talbau AG operativ in den roten Zahlen.", ["ebit"]),
        ("Die Talbau AG steckte 163 Mio. Euro in den Bau.", ["investment"]),
        ("Je Aktie verdiente die Talbau AG 1,18 Euro, 48 Cent mehr als 2018; bereinigt waren es 1,33 Euro.",
         ["earnings_per_share"] * 3),
        ("Der Umsatz der Talbau AG stieg auf 90 Mio. Franken. 46 Prozent der Verkäufe entfallen auf Asien.",
         ["revenue", "revenue"]),
        ("Der Umsatz stieg auf 90 Mio. Franken. Die Verkäufe stiegen um 4 Prozent auf 700 Autos.",
         ["revenue", "sales_volume", "sales_volume"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Der Gewinn vor Zinsen und Steuern wuchs auf 96 Mio. Euro, netto blieben 61 Mio. Euro.",
         ["ebit", "net_income"]),
        ("Vor Abzug von Zinsen, Steuern und Abschreibungen kam sie auf 17 Mio. Euro, ein Viertel weniger.",
         ["ebitda", "ebitda"]),
        ("Vom Umsatz landeten 3,1 Mio. Euro in der Kasse.", ["net_income"]),
        ("Vom Umsatz landeten 12 Prozent als Segmentergebnis in der Kasse.", ["margin"]),
    ],
)  # fmt: skip
def test_profits_of_their_own_clause(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


def test_the_quarter_is_the_one_reported_on(nlp: Language) -> None:
    text = (
        "Von Juli bis September 2019 setzte die Talbau AG 312 Mio. Euro um. Im zweiten Quartal war er um "
        "17 Prozent gefallen. Der Auftragseingang lag im Quartal bei 340 Mio. Euro."
    )
    periods = [claim.period for claim in claims_of(nlp, text, date(2019, 11, 14))]
    assert periods == ["2019-Q3", "2019-Q2", "2019-Q3"]
