"""Headlines, lists and tables, segments and speakers: text that is not running prose."""

from datetime import date

from spacy.language import Language
from stated import check, claims_of, figure

TABLE = """Beispiel AG: Kennzahlen des Quartals

Q1 2019 | Q2 2019 | Q1 2020
Umsatz: 7.852 Mio. Euro | 8.162 Mio. Euro | 8.833 Mio. Euro
Operative Marge: 7,0 Prozent | 21,0 Prozent | 16,9 Prozent
"""


def test_the_cells_of_a_row_take_the_periods_of_the_head(nlp: Language) -> None:
    claims = claims_of(nlp, TABLE)
    assert [(claim.metric, claim.period, claim.low) for claim in claims] == [
        ("revenue", "2019-Q1", 7.852e9),
        ("revenue", "2019-Q2", 8.162e9),
        ("revenue", "2020-Q1", 8.833e9),
        ("margin", "2019-Q1", 7.0),
        ("margin", "2019-Q2", 21.0),
        ("margin", "2020-Q1", 16.9),
    ]


def test_a_headline_ends_without_a_full_stop(nlp: Language) -> None:
    text = "Beispiel AG steigert Umsatz um 5 Prozent\n\nDer Gewinn sank um 3 Prozent."
    check(
        nlp,
        text,
        [
            figure(
                "5 Prozent",
                "revenue",
                "change",
                5,
                "percent",
                sentence="Beispiel AG steigert Umsatz um 5 Prozent",
            ),
            figure(
                "3 Prozent", "net_income", "change", -3, "percent", sentence="Der Gewinn sank um 3 Prozent."
            ),
        ],
    )


def test_a_list_of_figures(nlp: Language) -> None:
    text = "- Umsatz: 2,1 Mrd. Euro (Vorjahr: 1,9)\n- Ebit: 120 Mio. Euro (Vorjahr: 90)\n"
    assert [(claim.metric, claim.low) for claim in claims_of(nlp, text)] == [
        ("revenue", 2.1e9),
        ("revenue", 1.9e9),
        ("ebit", 1.2e8),
        ("ebit", 9e7),
    ]


def test_a_division_or_a_region_is_the_segment(nlp: Language) -> None:
    def segment(text: str) -> str | None:
        (claim,) = claims_of(nlp, text)
        return claim.segment

    assert segment("Im Segment Industrial Solutions sank der Umsatz um 5 Prozent.") == "Industrial Solutions"
    assert segment("In Europa wuchs der Umsatz um 5 Prozent.") == "Europa"
    assert segment("Der Retail-Umsatz wuchs um 5 Prozent.") == "Retail"
    assert segment("Der Konzernumsatz wuchs um 5 Prozent.") is None


def test_the_person_who_says_so_is_named(nlp: Language) -> None:
    (claim,) = claims_of(nlp, "Der Umsatz werde um 5 Prozent steigen, sagte Finanzchefin Anna Beispiel.")
    assert claim.speaker is not None
    assert claim.speaker.endswith("Anna Beispiel")
    (claim,) = claims_of(nlp, "Der Umsatz werde um 5 Prozent steigen.")
    assert claim.speaker is None


def test_a_bare_amount_takes_the_currency_spoken_of_last(nlp: Language) -> None:
    text = "Der Umsatz betrug 40 Millionen Franken. Der Gewinn lag bei 3,5 Millionen."
    assert [claim.unit for claim in claims_of(nlp, text)] == ["CHF", "CHF"]
    (claim,) = claims_of(nlp, "Der Umsatz betrug 40 Millionen.")
    assert claim.unit == "XXX"


def test_a_fiscal_period_is_fiscal_for_all_its_figures(nlp: Language) -> None:
    text = (
        "Im Geschäftsjahr 2019 stieg der Umsatz auf 2,1 Milliarden Euro. 2019 sank der Gewinn um 5 Prozent."
    )
    assert [claim.fiscal for claim in claims_of(nlp, text)] == [True, True]
    (claim,) = claims_of(nlp, "2019 sank der Gewinn um 5 Prozent.")
    assert not claim.fiscal


def test_a_result_in_the_season_of_results_is_of_the_year_before(nlp: Language) -> None:
    check(nlp, "Der Gewinn sank um 5 Prozent.", [{"text": "5 Prozent", "period": "2019"}], date(2020, 2, 20))
    check(nlp, "Der Gewinn sank um 5 Prozent.", [{"text": "5 Prozent", "period": None}], date(2020, 8, 6))


def test_a_column_of_a_table_can_hold_what_is_expected(nlp: Language) -> None:
    table = (
        "Erwartungen (in Mio. CHF):\n          Konsens   H1 2019\n"
        "Umsatz    1210      1180\nEBIT      140       131"
    )
    claims = claims_of(nlp, table)
    told = [(claim.metric, claim.status, claim.period) for claim in claims]
    assert told == [
        ("revenue", "consensus", "2020-H1"),
        ("revenue", "reported", "2019-H1"),
        ("ebit", "consensus", "2020-H1"),
        ("ebit", "reported", "2019-H1"),
    ]


def test_a_heading_names_the_metric_of_its_list_and_each_line_its_part(nlp: Language) -> None:
    text = "Der Umsatz verteilte sich wie folgt:\n- Speiseeis 9,7 Mrd DM (+2,4 vH)\n- Kekse 4,8 (-0,5)\n"
    claims = claims_of(nlp, text, date(1999, 2, 2))
    assert [(claim.metric, claim.kind, claim.low, claim.segment) for claim in claims] == [
        ("revenue", "level", 9.7e9, "Speiseeis"),
        ("revenue", "change", 2.4, "Speiseeis"),
        ("revenue", "level", 4.8e9, "Kekse"),
        ("revenue", "change", -0.5, "Kekse"),
    ]


def test_the_heads_of_columns_can_name_what_is_measured(nlp: Language) -> None:
    table = (
        "Die Brellova AG wuchs.\n\n"
        "Geschäftsjahr 2019\n\n"
        "Sparte | Umsatz (Mio. Euro) | Ebit (Mio. Euro) | Mitarbeiter\n"
        "Pumpen | 120,4 | 12,1 | 430\n"
        "Konzern | 218,6 | -3,4 | 740\n"
    )
    told = [
        (claim.metric, claim.low, claim.unit, claim.segment, claim.period) for claim in claims_of(nlp, table)
    ]
    assert told == [
        ("revenue", 120.4e6, "EUR", "Pumpen", "2019"),
        ("ebit", 12.1e6, "EUR", "Pumpen", "2019"),
        ("employees", 430, "count", "Pumpen", "2019"),
        ("revenue", 218.6e6, "EUR", None, "2019"),
        ("ebit", -3.4e6, "EUR", None, "2019"),
        ("employees", 740, "count", None, "2019"),
    ]


def test_a_title_in_the_middle_gives_its_unit_to_rows_with_leaders(nlp: Language) -> None:
    table = (
        "Der Einzelhandel im Bezirk hat im vergangenen Jahr etwas weniger eingenommen\n"
        "als im Jahr zuvor. Die Zahlen legte die Kammer am Montag auf ihrer Tagung in\n"
        "der Stadthalle vor.\n\n"
        "          Einzelhandel nach Sparten\n"
        "       Veränderung 2019 gegenüber 2018 in Prozent\n\n"
        "                       Erlöse     Beschäftigte\n"
        "Möbel . . . . . . .    -1,8          -2,6\n"
        "Bücher  . . . . . .     3,4           1,1\n"
    )
    told = [(claim.metric, claim.kind, claim.low, claim.segment) for claim in claims_of(nlp, table)]
    assert told == [
        ("revenue", "change", -1.8, "Möbel"),
        ("employees", "change", -2.6, "Möbel"),
        ("revenue", "change", 3.4, "Bücher"),
        ("employees", "change", 1.1, "Bücher"),
    ]


def test_words_apart_in_prose_head_no_columns(nlp: Language) -> None:
    text = "Umsatz und Gewinn | Die Brellova AG wächst\n\nNeu | 12 Filialen | 30 Länder\n"
    assert [claim.metric for claim in claims_of(nlp, text)] != ["revenue", "net_income"]
