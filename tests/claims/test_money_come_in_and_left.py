"""Metrics that verbs tell without a noun: what comes in, what is left, what goes away, what is asked for."""

from datetime import date

import pytest
from spacy.language import Language
from stated import Expected, check, figure

REVENUE = "revenue", "level"
IN_MARCH = date(2019, 3, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Die Hofgut Brück GmbH setzte 2018 rund 9 Millionen Euro um. Der Laden brachte "
            "1,2 Millionen Euro.",
            [
                figure("9 Millionen Euro", *REVENUE, 9e6, "EUR", period="2018"),
                figure("1,2 Millionen Euro", *REVENUE, 1.2e6, "EUR", period="2018"),
            ],
            id="a-shop-brings",
        ),
        pytest.param(
            "Die Quellbach AG verdiente 2018 mehr. Dem Unternehmen flossen 88 Millionen Euro zu, nach 61 "
            "Millionen im Jahr 2017. Hängen geblieben sind davon 7,4 Millionen.",
            [
                figure("88 Millionen Euro", *REVENUE, 88e6, "EUR", period="2018"),
                figure("61 Millionen", *REVENUE, 61e6, "EUR", period="2017"),
                figure("7,4 Millionen", "net_income", "level", 7.4e6, "EUR", period="2018"),
            ],
            id="flows-to-it-and-is-left",
        ),
        pytest.param(
            "Die Klinikum Brück GmbH hat 2018 abgeschlossen. Die Krankenkassen überwiesen 96 Millionen Euro. "
            "Weil das Haus 95,5 Millionen ausgegeben hat, bleiben 500.000 Euro übrig.",
            [
                figure("96 Millionen Euro", *REVENUE, 96e6, "EUR"),
                figure("95,5 Millionen", "costs", "level", 95.5e6, "EUR"),
                figure("500.000 Euro", "net_income", "level", 500e3, "EUR"),
            ],
            id="payers-and-the-rest-in-full",
        ),
        pytest.param(
            "Die Klinikum Brück GmbH hat das vergangene Jahr mit einem Minus von 4 "
            "Millionen Euro abgeschlossen. "
            "Befürchtet worden waren 6 Millionen.",
            [
                figure("4 Millionen Euro", "net_income", "level", -4e6, "EUR"),
                figure("6 Millionen", "net_income", "level", -6e6, "EUR"),
            ],
            id="feared-loss",
        ),
        pytest.param(
            "Die Stadtwerke Brück haben 2018 draufgezahlt. Der Diesel schlug mit 9,7 "
            "Millionen zu Buche. Den Rest "
            "trägt die Stadt, an der 18 Millionen hängen blieben.",
            [
                figure("9,7 Millionen", "costs", "level", 9.7e6, "XXX"),
                figure("18 Millionen", "costs", "level", 18e6, "XXX"),
            ],
            id="hangs-on-somebody",
        ),
        pytest.param(
            "Bei der Quellbach AG gehen von jedem Euro Umsatz 62 Cent für das Personal weg.",
            [figure("62 Cent", "costs", "level", 0.62, "EUR")],
            id="cents-of-each-euro",
        ),
        pytest.param(
            "Die Quellbach AG hat 40 Busse zu je 310.000 Euro bestellt. Wer mitfuhr, zahlte 98 Euro.",
            [
                figure("40", "order_intake", "level", 40, "count"),
                figure("310.000 Euro", "price", "level", 310e3, "EUR"),
                figure("98 Euro", "price", "level", 98, "EUR"),
            ],
            id="each-at",
        ),
        pytest.param(
            "Bei der Quellbach GmbH halten die Gründer ein Viertel. Die Kapitalgeber haben "
            "9 Millionen Euro nachgelegt.",
            [
                figure("ein Viertel", "stake", "level", 25, "percent"),
                figure("9 Millionen Euro", "deal_value", "level", 9e6, "EUR"),
            ],
            id="stakes-in-fractions-and-backers",
        ),
        pytest.param(
            "Der Flughafen Brück rechnet 2019 mit höchstens 5 Millionen Euro Verlust und "
            "gut 1,2 Millionen Passagieren.",
            [
                figure("5 Millionen Euro", "net_income", "level", -5e6, "EUR", qualifier="at_most"),
                figure("1,2 Millionen", "customers", "level", 1.2e6, "count"),
            ],
            id="at-most-of-another-figure",
        ),
        pytest.param(
            "Die Quellbach AG beförderte 2018 auf allen Flügen 7,7 Millionen Menschen. "
            "Behandelt wurden 300 Patienten.",
            [
                figure("7,7 Millionen", "customers", "level", 7.7e6, "count"),
                figure("300", "customers", "level", 300, "count"),
            ],
            id="people-carried-and-treated",
        ),
    ],
)
def test_a_verb_tells_the_metric(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected, IN_MARCH)


def test_the_profit_as_a_part_of_what_customers_paid(nlp: Language) -> None:
    text = (
        "Die Quellbach AG setzte 2018 rund 80 Millionen Euro um und verdiente 6 Millionen Euro. "
        "Das sind 7,5 Prozent von dem, was die Kunden bezahlt haben."
    )
    expected = [
        figure("80 Millionen Euro", *REVENUE, 80e6, "EUR"),
        figure("6 Millionen Euro", "net_income", "level", 6e6, "EUR"),
        figure("7,5 Prozent", "margin", "level", 7.5, "percent"),
    ]
    check(nlp, text, expected, IN_MARCH)


def test_an_answer_is_of_what_was_asked_for(nlp: Language) -> None:
    text = (
        "Frau Pohl, was nehmen Sie mit der Brückrad GmbH ein?\n\nHeuer ungefähr 4,8 Millionen Euro.\n\n"
        "Wie viel verbrennen Sie?\n\nGut 200.000 Euro. Vor einem Jahr waren es noch 340.000.\n\n"
        "Im Sommer haben Sie Leute entlassen.\n\nJa, 17 von 90."
    )
    expected = [
        figure("4,8 Millionen Euro", *REVENUE, 4.8e6, "EUR", period="2019"),
        figure("200.000 Euro", "cash_flow", "level", -200e3, "EUR"),
        figure("340.000", "cash_flow", "level", -340e3, "EUR"),
        figure("17", "employees", "level", 17, "count"),
        figure("90", "employees", "level", 90, "count"),
    ]
    check(nlp, text, expected, IN_MARCH)


def test_a_year_to_compare_with_is_not_the_one_under_report(nlp: Language) -> None:
    text = (
        "Die Quellbach Theater GmbH zieht Bilanz. Am Ende saßen 61.300 Menschen in den "
        "Reihen; im Jahr 2018 waren "
        "es 70.100. An den Kassen kamen 3,2 Millionen Euro zusammen."
    )
    expected = [
        figure("61.300", "customers", "level", 61300, "count", period="2019"),
        figure("70.100", "customers", "level", 70100, "count", period="2018"),
        figure("3,2 Millionen Euro", *REVENUE, 3.2e6, "EUR", period="2019"),
    ]
    check(nlp, text, expected, date(2019, 8, 20))


def test_the_year_before_without_its_noun(nlp: Language) -> None:
    text = "Im laufenden Jahr fehlen der Quellbach AG 3 Millionen Euro, im vorigen waren es minus 4,4."
    expected = [
        figure("3 Millionen Euro", "net_income", "level", -3e6, "EUR", period="2019"),
        figure("4,4", "net_income", "level", -4.4e6, "EUR", period="2018"),
    ]
    check(nlp, text, expected, IN_MARCH)


def test_only_its_own_verb_tells_a_move_since_new_year(nlp: Language) -> None:
    text = (
        "Die Aktie der Quellbach AG verteuerte sich am Mittwoch um 4,3 Prozent auf 38,20 "
        "Euro und hat damit seit "
        "Jahresbeginn rund 15 Prozent gewonnen."
    )
    expected = [
        figure("4,3 Prozent", "share_price", "change", 4.3, "percent", period="2019-03-20"),
        figure("38,20 Euro", "share_price", "level", 38.2, "EUR", period="2019-03-20"),
        figure("15 Prozent", "share_price", "change", 15, "percent", period="2019"),
    ]
    check(nlp, text, expected, IN_MARCH)


def test_what_is_burnt_each_month_is_of_now(nlp: Language) -> None:
    text = "Die Quellbach GmbH nahm 2018 mehr ein. Der Cash-Burn betrug 3 Millionen Euro pro Monat."
    expected = [figure("3 Millionen Euro", "cash_flow", "level", -3e6, "EUR", period="2019-03")]
    check(nlp, text, expected, IN_MARCH)
