"""Tables in running text: the head gives scale and currency to bare numbers, and to no others."""

import pytest
from told import told, values

from pipeline.quantities.component import find_quantities
from pipeline.quantities.tables import RowKind, kind_of_row, row_kinds

EUR = "EUR"


def test_a_table_of_blanks_takes_scale_and_currency_from_its_head() -> None:
    text = (
        "Konzernzahlen (in Mio. Euro)\n"
        "                     2023     2022\n"
        "Umsatz              1.234    1.100\n"
        "Betriebsergebnis       98      -87\n"
    )
    assert told(text) == [
        ("1.234", 1.234e9, EUR),
        ("1.100", 1.1e9, EUR),
        ("98", 98e6, EUR),
        ("-87", -87e6, EUR),
    ]
    assert all(quantity.borrowed for quantity in find_quantities(text))


@pytest.mark.parametrize(
    ("head", "factor", "unit"),
    [
        ("(in Mio. Euro)", 1e6, EUR),
        ("Angaben in Mio. USD", 1e6, "USD"),
        ("in TEUR", 1e3, EUR),
        ("TEUR", 1e3, EUR),
        ("(T€)", 1e3, EUR),
        ("(Mio. CHF)", 1e6, "CHF"),
        ("EUR Mio.", 1e6, EUR),
        ("Beträge in Mrd. Franken, soweit nicht anders angegeben", 1e9, "CHF"),
        ("Eckdaten (in 1.000 EUR)", 1e3, EUR),
        ("Alle Zahlen in Tausend Euro", 1e3, EUR),
        ("Die wichtigsten Zahlen (in Millionen Dollar):", 1e6, "USD"),
        ("Absatz in Tsd. Stück", 1e3, "count"),
    ],
)
@pytest.mark.parametrize(
    "row",
    [
        "Inland | {} | {}",
        "Inland\t{}\t{}",
        "Inland     {}    {}",
        "Inland: {} (Vorjahr: {})",
        "- Inland {} {}",
    ],
)
def test_every_head_reaches_every_form_of_row(head: str, factor: float, unit: str, row: str) -> None:
    text = f"{head}\n\n{row.format('345', '312,5')}\n"
    assert values(text) == [(345 * factor, unit), (312.5 * factor, unit)]


def test_one_number_a_line() -> None:
    text = (
        "Eckdaten zum Jahresabschluss\nin Mio. EUR\n         2021\n         2020\n"
        "Umsatzerlöse\n       21.234\n       18.435\n"
        "Gewinn\n           90\n           -4\nErgebnis je Aktie (EUR)\n         7,47\n"
    )
    assert values(text) == [(21.234e9, EUR), (18.435e9, EUR), (90e6, EUR), (-4e6, EUR), (7.47, EUR)]


def test_rows_of_other_things_do_not_take_the_scale() -> None:
    text = (
        "TEUR | 2023 | 2022\n"
        "Umsatz | 12.345 | 11.000\n"
        "Rohmarge | 41,2% | 40,9%\n"
        "EBIT-Marge | 7,9 | 7,1\n"
        "Eigenkapitalquote in % | 45,3 | 44,0\n"
        "Ergebnis je Aktie | 2,10 | 1,85\n"
        "Dividende (in Euro) | 0,50 | 0,45\n"
        "Mitarbeiter zum Jahresende | 5.400 | 5.100\n"
        "Aktive Kunden (in Tsd.) | 230 | 210\n"
    )
    assert values(text) == [
        (12.345e6, EUR),
        (11e6, EUR),
        (41.2, "percent"),
        (40.9, "percent"),
        (7.9, "percent"),
        (7.1, "percent"),
        (45.3, "percent"),
        (44.0, "percent"),
        (2.1, EUR),
        (1.85, EUR),
        (0.5, EUR),
        (0.45, EUR),
        (5400, "count"),
        (5100, "count"),
        (230e3, "count"),
        (210e3, "count"),
    ]


def test_a_head_can_name_the_rows_that_differ() -> None:
    text = (
        "(Beträge in Mio. USD, Abonnements in Tsd., Ergebnis je Aktie in USD)\n\nQ3 2023 | Q4 2023\n"
        "Umsatz: 8.542 | 8.833\nErgebnis je Aktie: 3,73 | 2,11\nZahlende Abonnements: 247.150 | 260.280\n"
    )
    assert values(text) == [
        (8.542e9, "USD"),
        (8.833e9, "USD"),
        (3.73, "USD"),
        (2.11, "USD"),
        (247.15e6, "count"),
        (260.28e6, "count"),
    ]


def test_columns_have_measures_of_their_own() -> None:
    text = (
        "Unternehmen | Umsatz (Mrd. Euro) | Marge (%) | Mitarbeiter\n"
        "Hansemann AG | 12,4 | 8,1 | 45.000\n"
        "Brückner SE | 3,1 | 4,0 | 9.800\n"
    )
    assert values(text) == [
        (12.4e9, EUR),
        (8.1, "percent"),
        (45e3, "count"),
        (3.1e9, EUR),
        (4.0, "percent"),
        (9800, "count"),
    ]


def test_a_column_of_changes_is_in_percent() -> None:
    text = (
        "in Mio. Euro   2023   2022   Veränd. (%)\n"
        "Umsatz   1.234   1.100   12,2\nGewinn je Aktie   2,10   2,00   5,0\n"
    )
    assert values(text) == [
        (1.234e9, EUR),
        (1.1e9, EUR),
        (12.2, "percent"),
        (2.1, EUR),
        (2.0, EUR),
        (5.0, "percent"),
    ]


def test_the_label_of_a_row_can_say_it_all() -> None:
    assert told("Umsatz (in Mio. Euro): 345\nMitarbeiter: 1.234\n") == [
        ("345", 345e6, EUR),
        ("1.234", 1234, "count"),
    ]


def test_brackets_before_a_number_say_it_in_running_text() -> None:
    assert values("Umsatz (Mrd. €): 3,4; Ebit (in Mio. Euro) 12,3 (10,1); Kinder (Mädchen) 12") == [
        (3.4e9, EUR),
        (12.3e6, EUR),
        (10.1e6, EUR),
        (12, "count"),
    ]


def test_years_dates_and_the_scale_of_the_head_state_nothing() -> None:
    assert told("Bilanz (in 1.000 EUR)\nin Mio. EUR 2023 2022\nStand 31.12.2023\n") == []


def test_what_follows_a_table_is_read_by_itself() -> None:
    text = (
        "(in Mio. Euro)\nUmsatz   345   312\n\n"
        "Der Vorstand sprach vor 300 Gästen von einem guten Jahr.\n"
        "Gekommen waren 45\nJournalisten und die Belegschaft.\n"
    )
    assert values(text) == [(345e6, EUR), (312e6, EUR), (300, "count"), (45, "count")]


def test_a_telephone_below_a_table_is_no_amount() -> None:
    text = "(in Mio. Euro)\nUmsatz   345   312\n\nRückfragen: Telefon 2314\nSeite 3\nTel.: 0711 445566\n"
    assert values(text) == [(345e6, EUR), (312e6, EUR)]


def test_a_cell_in_which_nothing_is_told_breaks_no_row() -> None:
    text = (
        "Angaben in TEUR\n\nUmsatz   345   312   10,6 %\nEbitda -58   73   n. a.\nKunden   12   11   k. A.\n"
    )
    assert [value for value, _unit in values(text)] == [345e3, 312e3, 10.6, -58e3, 73e3, 12, 11]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz, gerechnet in Euro, stieg auf das Doppelte.\nNeue Filialen: 12\n",
        "Gezahlt wird in Euro.\nStellen   12\n",
        "Sitz der Gesellschaft (Euro-Raum)\nStellen | 12\n",
    ],
)
def test_a_sentence_is_no_head(text: str) -> None:
    assert values(text)[-1] == (12, "count")


@pytest.mark.parametrize("rule", row_kinds(), ids=[rule.kind for rule in row_kinds()])
def test_a_label_tells_its_kind_in_its_example_only(rule: RowKind) -> None:
    assert kind_of_row(rule.example) == rule.kind
    assert kind_of_row(rule.counterexample) != rule.kind
