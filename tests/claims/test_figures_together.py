"""Figures that tell of one thing together: `um … auf`, `von … auf`, brackets, `nach`, ellipsis, in turn."""

import pytest
from spacy.language import Language
from stated import Expected, check, figure

MILLION, BILLION = 1e6, 1e9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Beispiel AG steigerte 2019 den Umsatz um 8 Prozent auf 2,1 Milliarden Euro.",
            [
                figure(
                    "8 Prozent",
                    "revenue",
                    "change",
                    8,
                    "percent",
                    company="Beispiel AG",
                    period="2019",
                    reference="prior_year",
                ),
                figure(
                    "2,1 Milliarden Euro",
                    "revenue",
                    "level",
                    2.1 * BILLION,
                    "EUR",
                    company="Beispiel AG",
                    period="2019",
                    reference=None,
                ),
            ],
            id="by-to",
        ),
        pytest.param(
            "Der Umsatz kletterte 2019 auf 2,1 Milliarden Euro, nach 1,9 Milliarden Euro im Vorjahr.",
            [
                figure("2,1 Milliarden Euro", "revenue", "level", 2.1 * BILLION, "EUR", period="2019"),
                figure("1,9 Milliarden Euro", "revenue", "level", 1.9 * BILLION, "EUR", period="2018"),
            ],
            id="after-prior-year",
        ),
        pytest.param(
            "Nach einem Gewinn von 187 Millionen Euro im Vorjahr verbuchte die Firma 2019 einen "
            "Verlust von 12 Millionen Euro.",
            [
                figure("187 Millionen Euro", "net_income", "level", 187 * MILLION, "EUR", period="2018"),
                figure("12 Millionen Euro", "net_income", "level", -12 * MILLION, "EUR", period="2019"),
            ],
            id="prior-year-first",
        ),
        pytest.param(
            "Der Umsatz betrug im ersten Quartal 40 Mio. Franken (Vorjahr: 38).",
            [
                figure("40 Mio. Franken", "revenue", "level", 40 * MILLION, "CHF", period="2020-Q1"),
                figure("38", "revenue", "level", 38 * MILLION, "CHF", period="2019-Q1", status="reported"),
            ],
            id="bracket",
        ),
        pytest.param(
            "Die Ebit-Marge stieg 2019 von 12 auf 15 Prozent.",
            [
                figure("12", "margin", "level", 12, "percent", period="2018"),
                figure("15 Prozent", "margin", "level", 15, "percent", period="2019"),
            ],
            id="from-to",
        ),
        pytest.param(
            "Die Firma steigerte ihren Umsatz von 10 Milliarden Euro im Jahr 2014 auf 12 Milliarden "
            "Euro im Jahr 2019.",
            [
                figure("10 Milliarden Euro", "revenue", "level", 10 * BILLION, "EUR", period="2014"),
                figure("12 Milliarden Euro", "revenue", "level", 12 * BILLION, "EUR", period="2019"),
            ],
            id="from-to-with-years",
        ),
        pytest.param(
            "Der Gewinn kletterte 2019 um 12 Prozent auf 210 Millionen Euro. Im Jahr zuvor waren es "
            "187 Millionen Euro gewesen.",
            [
                figure("12 Prozent", "net_income", "change", 12, "percent", period="2019"),
                figure("210 Millionen Euro", "net_income", "level", 210 * MILLION, "EUR", period="2019"),
                figure("187 Millionen Euro", "net_income", "level", 187 * MILLION, "EUR", period="2018"),
            ],
            id="ellipsis-over-the-sentence",
        ),
        pytest.param(
            "Das Ebit betrug 2019 366 Millionen Euro. Im Jahr zuvor war ein Verlust von 383 "
            "Millionen Euro angefallen.",
            [
                figure("366 Millionen Euro", "ebit", "level", 366 * MILLION, "EUR", period="2019"),
                figure("383 Millionen Euro", "ebit", "level", -383 * MILLION, "EUR", period="2018"),
            ],
            id="bare-loss-of-the-metric-before",
        ),
        pytest.param(
            "Umsatz und Gewinn kletterten 2019 um 8 beziehungsweise 12 Prozent.",
            [
                figure("8", "revenue", "change", 8, "percent", period="2019"),
                figure("12 Prozent", "net_income", "change", 12, "percent", period="2019"),
            ],
            id="in-turn",
        ),
        pytest.param(
            "Der Umsatz und das operative Ergebnis legten um 8 und 12 Prozent auf 5,1 und 0,6 "
            "Milliarden Euro zu.",
            [
                figure("8", "revenue", "change", 8, "percent"),
                figure("12 Prozent", "ebit", "change", 12, "percent"),
                figure("5,1", "revenue", "level", 5.1 * BILLION, "EUR"),
                figure("0,6 Milliarden Euro", "ebit", "level", 0.6 * BILLION, "EUR"),
            ],
            id="in-turn-by-to",
        ),
        pytest.param(
            "Umsatz und Ebit sanken 2019 von 12 und 3 Milliarden Euro auf 11 und 2 Milliarden Euro.",
            [
                figure("12", "revenue", "level", 12 * BILLION, "EUR", period="2018"),
                figure("3 Milliarden Euro", "ebit", "level", 3 * BILLION, "EUR", period="2018"),
                figure("11", "revenue", "level", 11 * BILLION, "EUR", period="2019"),
                figure("2 Milliarden Euro", "ebit", "level", 2 * BILLION, "EUR", period="2019"),
            ],
            id="in-turn-from-to",
        ),
        pytest.param(
            "Die Firma zahlt 5 Millionen Dollar (4,5 Millionen Euro) Strafe.",
            [
                figure("5 Millionen Dollar", "costs", "level", 5 * MILLION, "USD"),
                figure("4,5 Millionen Euro", "costs", "level", 4.5 * MILLION, "EUR"),
            ],
            id="second-currency",
        ),
        pytest.param(
            "Der Umsatz stieg um 5 Prozent, während der Gewinn um 3 Prozent sank.",
            [
                figure("5 Prozent", "revenue", "change", 5, "percent"),
                figure("3 Prozent", "net_income", "change", -3, "percent"),
            ],
            id="contrast",
        ),
    ],
)
def test_figures_share_what_they_tell_of(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


def test_one_figure_for_two_metrics_is_one_claim(nlp: Language) -> None:
    """Nothing is told in turn where the figures are fewer than the metrics."""
    check(
        nlp,
        "Umsatz und Gewinn wuchsen um jeweils 8 Prozent.",
        [{"text": "8 Prozent", "low": 8.0, "kind": "change"}],
    )


def test_a_sentence_without_figures_names_what_the_next_one_tells(nlp: Language) -> None:
    check(
        nlp,
        "Die Teuerung verliert an Schwung. Nach 8,6 Prozent im Vorjahr werde sie heuer 7,7 Prozent betragen.",
        [
            figure("8,6 Prozent", "inflation", "level", 8.6, "percent"),
            figure("7,7 Prozent", "inflation", "level", 7.7, "percent"),
        ],
    )


def test_a_scaled_number_of_a_noun_that_is_money_is_an_amount(nlp: Language) -> None:
    check(
        nlp,
        "Der Verlust der Mühle betrug 5,2 Mio. Euro, und zwar bei nur mehr 27 Mio. Erlösen.",
        [
            figure("5,2 Mio. Euro", "net_income", "level", -5.2e6, "EUR"),
            figure("27 Mio.", "revenue", "level", 27e6, "EUR"),
        ],
    )


def test_a_margin_turns_from_below_zero_to_above(nlp: Language) -> None:
    check(
        nlp,
        "Die Ebit-Marge drehte von minus 0,7 auf plus 1,0 Prozent.",
        [
            figure("0,7", "margin", "level", -0.7, "percent"),
            figure("1,0 Prozent", "margin", "level", 1.0, "percent"),
        ],
    )
