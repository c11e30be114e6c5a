"""Shares, indices, currencies and commodities: they move by the day and have no business period."""

import pytest
from spacy.language import Language
from stated import Expected, check, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Aktie verlor am Mittwoch 3,5 Prozent auf 12,40 Euro.",
            [
                figure(
                    "3,5 Prozent",
                    "share_price",
                    "change",
                    -3.5,
                    "percent",
                    period="2020-08-05",
                    reference="prior_day",
                ),
                figure("12,40 Euro", "share_price", "level", 12.4, "EUR", period="2020-08-05"),
            ],
            id="share",
        ),
        pytest.param(
            "Seit Jahresbeginn verlor das Papier 20 Prozent.",
            [figure("20 Prozent", "share_price", "change", -20, "percent", period="2020", reference="2020")],
            id="since-new-year",
        ),
        pytest.param(
            "Auf Wochensicht gab die Aktie um 2 Prozent nach.",
            [
                figure(
                    "2 Prozent", "share_price", "change", -2, "percent", period=None, reference="prior_period"
                )
            ],
            id="week",
        ),
        pytest.param(
            "Der Dax gewann 1,2 Prozent auf 12.345,67 Punkte.",
            [
                figure("1,2 Prozent", "index_level", "change", 1.2, "percent", segment="Dax", company=None),
                figure("12.345,67 Punkte", "index_level", "level", 12345.67, "points", segment="Dax"),
            ],
            id="index",
        ),
        pytest.param(
            "Der Dax fiel um 120 Punkte.",
            [figure("120 Punkte", "index_level", "change", -120, "points", segment="Dax")],
            id="points-lost",
        ),
        pytest.param(
            "Der Euro kostete am Abend 1,1234 Dollar.",
            [figure("1,1234 Dollar", "exchange_rate", "level", 1.1234, "USD", segment="Euro", company=None)],
            id="currency",
        ),
        pytest.param(
            "Ein Barrel Brent kostete 45,12 Dollar, 0,8 Prozent mehr als am Vortag.",
            [
                figure("45,12 Dollar", "commodity_price", "level", 45.12, "USD", segment="Brent"),
                figure("0,8 Prozent", "commodity_price", "change", 0.8, "percent", reference="prior_day"),
            ],
            id="commodity",
        ),
    ],
)
def test_a_market_moves_by_the_day(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)
