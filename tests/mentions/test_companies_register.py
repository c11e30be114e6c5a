"""The register knows companies under the names that German news gives them."""

import csv
from pathlib import Path

import pytest

from pipeline.mentions.companies.finding import find_companies, register
from pipeline.vocabulary.loading import load_csv

KNOWN_FIGURES = Path(__file__).parents[3] / "shared" / "figures" / "known_figures.csv"


@pytest.mark.parametrize(
    ("name", "isin"),
    [
        ("VW", "DE0007664039"),
        ("Volkswagen AG", "DE0007664039"),
        ("Daimler", "DE0007100000"),
        ("Telekom", "DE0005557508"),
        ("Infineon Technologies AG", "DE0006231004"),
        ("Münchener Rück", "DE0008430026"),
        ("Muenchener Rueck", "DE0008430026"),
        ("Société Générale", "FR0000130809"),
        ("Societe Generale", "FR0000130809"),
        ("E.ON", "DE000ENAG999"),
        ("Eon", "DE000ENAG999"),
        ("Hapag-Lloyd", "DE000HLAG475"),
        ("Deutschen Börse", "DE0005810055"),
        ("voestalpine AG", "AT0000937503"),
        ("Google", "US02079K3059"),
        ("Zoom", "US98980L1017"),
    ],
)
def test_names_of_news_lead_to_the_isin(name: str, isin: str) -> None:
    company = register().lookup(name)
    assert company is not None
    assert company.isin == isin


@pytest.mark.parametrize("name", ["Brellova", "Umsatz", "ing", "Deutsche", "", "Der"])
def test_other_words_lead_nowhere(name: str) -> None:
    assert register().lookup(name) is None


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Zoom", 1),
        ("voestalpine", 3),
        ("Microsoft", 6),
        ("Siemens", 9),
        ("Infineon", 9),
        ("Apple", 9),
        ("BASF", 12),
    ],
)
def test_the_end_of_the_fiscal_year_is_known(name: str, month: int) -> None:
    company = register().lookup(name)
    assert company is not None
    assert company.fiscal_year_end == month


def test_a_company_without_shares_has_no_isin() -> None:
    company = register().lookup("Bosch")
    assert company is not None
    assert company.isin is None


def test_small_companies_come_from_pytickersymbols() -> None:
    company = register().lookup("Acciona")
    assert company is not None
    assert company.isin == "ES0125220311"


def test_the_register_is_built_once() -> None:
    assert register() is register()


def check_digit_holds(isin: str) -> bool:
    digits = "".join(str(int(sign, 36)) for sign in isin)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value // 10 + value % 10
    return len(isin) == 12 and total % 10 == 0


def test_every_isin_has_a_valid_check_digit() -> None:
    wrong = [
        row["name"] for row in load_csv("companies.csv") if row["isin"] and not check_digit_holds(row["isin"])
    ]
    assert wrong == []


def test_no_isin_belongs_to_two_companies() -> None:
    isins = [row["isin"] for row in load_csv("companies.csv") if row["isin"]]
    assert len(isins) == len(set(isins))


@pytest.mark.skipif(not KNOWN_FIGURES.exists(), reason="../shared/figures/known_figures.csv is not here")
def test_companies_of_the_known_figures_carry_their_identifier() -> None:
    with KNOWN_FIGURES.open(encoding="utf-8", newline="") as lines:
        pairs = {(row["company"], row["company_id"]) for row in csv.DictReader(lines)}
    companies = {name: register().lookup(name) for name, _ in pairs}
    assert {(name, company.isin) for name, company in companies.items() if company} == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Die Post kam heute erst am Abend, und die Bahn war wieder zu spät.",
        "Also wird die Visa-Stelle am Montag schließen.",
        "Das Target lag bei 12 Euro, die Linde vor dem Haus wurde gefällt.",
        "Jede bürgerliche Allianz braucht Zeit, und eine Allianz hält nicht ewig.",
        "Die Gap zwischen Arm und Reich wuchs auf 3 Prozent.",
    ],
)
def test_names_that_are_words_need_more_than_themselves(text: str) -> None:
    assert find_companies(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Gasekonzern Linde steigerte den Gewinn um 4 Prozent.", "Linde"),
        ("Der Handelskonzern Metro hat 3 Millionen Euro verdient.", "Metro"),
        ("Die Deutsche Post steigerte den Umsatz. Die Post erwartet 6 Milliarden Euro.", "Deutsche Post"),
        ("Der Modehändler Gap verdiente 200 Millionen Dollar.", "Gap"),
        ("Die Allianz verdiente 2 Milliarden Euro.", "Allianz"),
    ],
)
def test_the_same_names_count_where_the_text_shows_the_company(text: str, name: str) -> None:
    mentions = find_companies(text)
    assert {mention.name for mention in mentions} == {name}
