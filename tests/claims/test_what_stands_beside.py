"""What only stands beside a figure: an explanation, a bracket's other half, a count after `bisher`."""

from datetime import date

from spacy.language import Language
from stated import check, figure


def test_what_a_metric_consists_of_is_not_measured(nlp: Language) -> None:
    check(
        nlp,
        "Die Erlöse, also vor allem die Gebühren der Mitglieder, wuchsen um 3 Prozent auf 18 Millionen Euro.",
        [
            figure("3 Prozent", "revenue", "change", 3, "percent"),
            figure("18 Millionen Euro", "revenue", "level", 18e6, "EUR"),
        ],
    )
    check(
        nlp,
        "Der Betriebsertrag der Brellova AG, das heißt die Einnahmen aus Gebühren, sank um 3 Prozent.",
        [figure("3 Prozent", "revenue", "change", -3, "percent")],
    )
    check(
        nlp,
        "Die Erlöse blieben gleich, die Gebühren wuchsen um 3 Prozent.",
        [figure("3 Prozent", "price", "change", 3, "percent")],
    )


def test_a_semicolon_parts_the_halves_of_a_bracket(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG geht nun von einem Umsatz zwischen 80 und 85 Mio. Euro aus (bisher: 90 Mio. Euro; "
        "2019: 88 Mio. Euro).",
        [
            figure("80 und 85 Mio. Euro", "revenue", "level", (80e6, 85e6), "EUR", status="forecast"),
            figure("90 Mio. Euro", "revenue", "level", 90e6, "EUR", status="prior_forecast", period="2020"),
            figure("88 Mio. Euro", "revenue", "level", 88e6, "EUR", status="reported", period="2019"),
        ],
    )


def test_semicolons_in_brackets_part_nothing_outside(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG erwartet 2020 einen Umsatz von 80 Mio. Euro (zuvor: 75 Mio. Euro; Vorjahr: 70 Mio. "
        "Euro) und ein Ebit von 8 Mio. Euro.",
        [
            figure("80 Mio. Euro", "revenue", "level", 80e6, "EUR", status="forecast"),
            figure("75 Mio. Euro", "revenue", "level", 75e6, "EUR"),
            figure("70 Mio. Euro", "revenue", "level", 70e6, "EUR", status="reported", period="2019"),
            figure("8 Mio. Euro", "ebit", "level", 8e6, "EUR", status="forecast", period="2020"),
        ],
    )


def test_a_share_of_guests_is_no_growth_of_the_profit(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG erzielte 2019 einen Überschuss von 3 Mio. Euro. Mit der Bahn reisen 45 Prozent an.",
        [
            figure("3 Mio. Euro", "net_income", "level", 3e6, "EUR"),
            figure("45 Prozent", "other", "level", 45, "percent"),
        ],
    )


def test_a_count_takes_the_word_before_it_for_itself(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG erzielte 2019 an bisher vier Standorten einen Umsatz von 30 Mio. Euro; mit Gera "
        "soll er auf 50 Mio. Euro steigen.",
        [
            figure("vier", "locations", "level", 4, "count"),
            figure("30 Mio. Euro", "revenue", "level", 30e6, "EUR", status="reported", period="2019"),
            figure("50 Mio. Euro", "revenue", "level", 50e6, "EUR", status="forecast", period="2020"),
        ],
    )


def test_a_move_after_a_comma_is_of_its_clause(nlp: Language) -> None:
    check(
        nlp,
        "Die Schulden wuchsen 2019 auf 40 Mio. Euro, die Marge der Firma sank kräftig, von 12 auf 9 Prozent.",
        [
            figure("40 Mio. Euro", "debt", "level", 40e6, "EUR"),
            figure("12", "margin", "level", 12, "percent"),
            figure("9 Prozent", "margin", "level", 9, "percent"),
        ],
    )


def test_what_is_left_after_a_result_is_another(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG wies operativ einen Gewinn von 5 Mio. Euro aus, übrig blieben 3 Mio. Euro.",
        [
            figure("5 Mio. Euro", "ebit", "level", 5e6, "EUR"),
            figure("3 Mio. Euro", "net_income", "level", 3e6, "EUR"),
        ],
    )
    check(
        nlp,
        "Vom Ebit, das zuvor 9 Mio. Euro betragen hatte, blieben 3 Mio. Euro übrig.",
        [
            figure("9 Mio. Euro", "ebit", "level", 9e6, "EUR"),
            figure("3 Mio. Euro", "ebit", "level", 3e6, "EUR"),
        ],
    )


def test_a_verb_after_millions_is_no_thing_counted(nlp: Language) -> None:
    check(
        nlp,
        "Brellova setzte 80 Mio. Euro um. Einem operativen Gewinn von 2,6 Millionen stehen Zinsen gegenüber.",
        [
            figure("80 Mio. Euro", "revenue", "level", 80e6, "EUR"),
            figure("2,6 Millionen", "ebit", "level", 2.6e6, "EUR"),
        ],
    )


def test_losses_at_any_stage_are_negative(nlp: Language) -> None:
    check(
        nlp,
        "Der Verlust vor Zinsen, Steuern und Abschreibungen wuchs auf 18 Mio. Euro. 2018 hatte ein Minus "
        "in der Bilanz gestanden, damals von 4 Mio. Euro.",
        [
            figure("18 Mio. Euro", "ebitda", "level", -18e6, "EUR"),
            figure("4 Mio. Euro", "net_income", "level", -4e6, "EUR", period="2018"),
        ],
    )


def test_a_result_told_before_some_costs_is_that_result(nlp: Language) -> None:
    check(
        nlp,
        "Das Ebit vor Restrukturierungskosten erreichte 12 Mio. Euro.",
        [figure("12 Mio. Euro", "ebit", "level", 12e6, "EUR", adjusted=True)],
    )


def test_what_is_shown_now_is_of_the_year_that_is_over(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG ist zufrieden. Ausgewiesen wird ein Jahresüberschuss von 5,7 Mio. Euro.",
        [figure("5,7 Mio. Euro", "net_income", "level", 5.7e6, "EUR", period="2018")],
        date(2019, 2, 19),
    )


def test_rooms_and_works_are_no_profit(nlp: Language) -> None:
    check(
        nlp,
        "2019 blieb ein Überschuss von 1,1 Mio. Euro. Belegt sind die Zimmer im Schnitt zu 71 Prozent. Für "
        "den Umbau sind 2,5 Mio. Euro vorgesehen. An die Stadt fließen 300.000 Euro aus dem Gewinn.",
        [
            figure("1,1 Mio. Euro", "net_income", "level", 1.1e6, "EUR"),
            figure("71 Prozent", "other", "level", 71, "percent"),
            figure("2,5 Mio. Euro", "investment", "level", 2.5e6, "EUR", status="forecast"),
            figure("300.000 Euro", "dividend", "level", 3e5, "EUR"),
        ],
    )
