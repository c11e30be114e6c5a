"""Short notices: what people pay, give up and stay away from, what is demanded, and from when on."""

from datetime import date

from spacy.language import Language
from stated import check, figure


def test_a_part_in_brackets_is_of_what_the_figure_before_it_is(nlp: Language) -> None:
    check(
        nlp,
        "Die Brellova AG setzte 2019 40 Mio. Euro um. Leer standen zum Jahresende 4,1 Prozent der Räume "
        "(Vorjahr: 4,6).",
        [
            figure("40 Mio. Euro", "revenue", "level", 40e6, "EUR"),
            figure("4,1 Prozent", "other", "level", 4.1, "percent"),
            figure("4,6", "other", "level", 4.6, "percent"),
        ],
    )


def test_what_people_pay_borrow_and_give_up(nlp: Language) -> None:
    check(
        nlp,
        "Ein Haushalt mit 3500 Kilowattstunden Verbrauch zahlt rund 30 Euro mehr. Ein Bauherr bekommt sein "
        "Darlehen für 3,9 Prozent. Die Belegschaft verzichtete auf 5 Prozent ihres Lohns. Eine Tonne Blech "
        "kostet 780 Euro.",
        [
            figure("30 Euro", "price", "change", 30, "EUR"),
            figure("3,9 Prozent", "interest_rate", "level", 3.9, "percent"),
            figure("5 Prozent", "price", "change", -5, "percent"),
            figure("780 Euro", "commodity_price", "level", 780, "EUR"),
        ],
    )


def test_guests_who_stay_away_and_guests_who_stay(nlp: Language) -> None:
    check(
        nlp,
        "Von einem Tag auf den anderen blieb ein Drittel der Gäste weg. 86.000 Menschen haben 2019 in den "
        "Hotels übernachtet.",
        [
            figure("ein Drittel", "customers", "change", -33.333333, "percent"),
            figure("86.000", "customers", "level", 86_000, "count"),
        ],
    )


def test_what_is_demanded_is_not_saved_yet(nlp: Language) -> None:
    check(
        nlp,
        "Der Kreis fordert Einsparungen von 1,5 Mio. Euro. Ab 2021 soll der Plan das Ergebnis um 4 Mio. "
        "Euro entlasten.",
        [
            figure("1,5 Mio. Euro", "savings", "level", 1.5e6, "EUR", status="forecast"),
            figure("4 Mio. Euro", "savings", "level", 4e6, "EUR", status="forecast"),
        ],
    )


def test_a_month_that_things_begin_in_lies_ahead(nlp: Language) -> None:
    check(
        nlp,
        "Bei der Brellova AG beginnen im September 52 Leute eine Ausbildung.",
        [figure("52", "employees", "level", 52, "count", period="2019-09", status="forecast")],
        date(2019, 2, 24),
    )


def test_a_price_raised_on_the_first_of_a_month_is_of_that_month(nlp: Language) -> None:
    check(
        nlp,
        "Zum 1. März hatte die Brellova AG den Preis ihrer Kisten um 80 Cent angehoben.",
        [figure("80 Cent", "price", "change", 0.8, "EUR", period="2018-03")],
        date(2019, 2, 9),
    )


def test_a_stock_that_has_moved_since_a_time_is_not_of_it(nlp: Language) -> None:
    check(
        nlp,
        "Im dritten Quartal verdiente Brellova 4 Mio. Euro. Die Eigenkapitalquote stieg seit Jahresbeginn "
        "von 47,5 auf 50,1 Prozent. In die Filialen sind seit 2010 17 Mio. Euro gesteckt worden.",
        [
            figure("4 Mio. Euro", "net_income", "level", 4e6, "EUR", period="2018-Q3"),
            figure("47,5", "equity", "level", 47.5, "percent"),
            figure("50,1 Prozent", "equity", "level", 50.1, "percent", period="2018-Q3"),
            figure("17 Mio. Euro", "investment", "level", 17e6, "EUR", period=None),
        ],
        date(2018, 11, 6),
    )


def test_who_is_named_last_is_meant_by_der(nlp: Language) -> None:
    check(
        nlp,
        "Die Hendrikson AG gab Aktien ab an den Finanzinvestor Brellova. Der behält 22 Prozent.",
        [figure("22 Prozent", "stake", "level", 22, "percent", company="Brellova")],
    )


def test_a_branch_earns_of_itself(nlp: Language) -> None:
    check(
        nlp,
        "Die Hendrikson AG verdiente 2019 3 Mio. Euro. Im Mai macht die Branche üblicherweise 45 Prozent "
        "ihres Jahresgeschäfts.",
        [
            figure("3 Mio. Euro", "net_income", "level", 3e6, "EUR", company="Hendrikson AG"),
            figure("45 Prozent", "revenue", "level", 45, "percent", company=None, period=None),
        ],
    )


def test_costs_eat_up_a_part_of_the_sales(nlp: Language) -> None:
    check(
        nlp,
        "Werbung und Rabatte verschlingen 14 Prozent der Erlöse.",
        [figure("14 Prozent", "costs", "level", 14, "percent")],
    )
