"""By which of its words a company goes, and what only looks like one of them."""

import pytest

from pipeline.mentions.companies.choosing import choose_company
from pipeline.mentions.companies.finding import find_companies


def named(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.name) for found in find_companies(text) if found.role == "name"]


def test_a_firm_goes_by_the_family_at_the_end_of_its_name() -> None:
    text = "Die Autohaus Hartlinger GmbH wächst. Hartlinger verkaufte 2300 Wagen."
    assert named(text) == [
        ("Autohaus Hartlinger GmbH", "Autohaus Hartlinger GmbH"),
        ("Hartlinger", "Autohaus Hartlinger GmbH"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadtwerke Altenbruck GmbH wächst. Altenbruck zahlt 3 Millionen Euro.",
        "Die Brauwelt Altenbruck GmbH sitzt in Altenbruck. Bei Altenbruck liegen 3 Seen.",
        "Die Brauwelt Altenbruck GmbH wächst. Die Gemeinde Altenbruck zahlt 3 Millionen Euro.",
        "Die Brauwelt Altenbruck GmbH wächst. Inhaber Karl Altenbruck zahlt 3 Millionen Euro.",
    ],
)
def test_a_town_or_an_owner_at_the_end_of_a_name_is_no_short_form(text: str) -> None:
    assert len(named(text)) == 1


def test_an_owner_of_a_double_name_is_another_than_the_firm() -> None:
    text = (
        "Die Autohaus Hartlinger GmbH wächst, sagt Chefin Anna Hartlinger-Brell. Hartlinger plant 3 Häuser."
    )
    assert [name for _, name in named(text)] == ["Autohaus Hartlinger GmbH"] * 2


def test_a_name_goes_on_over_two_nouns_of_one_last_part() -> None:
    assert named("Die Weilmünder Bau- und Betriebs GmbH wächst.")[0][1] == "Weilmünder Bau- und Betriebs GmbH"


def test_a_town_before_a_dash_is_no_company() -> None:
    text = "Altenbruck – Die Brellova AG baut in Altenbruck. Aus Altenbruck kommen 300 Leute."
    assert {name for _, name in named(text)} == {"Brellova AG"}


def test_many_are_no_reference_and_an_administrator_is_no_house() -> None:
    text = "Die Brellova AG ist pleite. Nach Angaben des Verwalters litten die grossen Ketten weniger."
    assert [found for found in find_companies(text) if found.role == "reference"] == []
    (found,) = (found for found in find_companies("Die Brellova AG ist pleite. Die große Kette wankt.")[1:])
    assert found.name == "Brellova AG"


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Interesse hat der Mitbewerber Technoplan, der mit 64 Märkten 310 Mio. Euro umsetzt.", "Technoplan"),
        ("Größter Rivale im Nordwesten bleibt Kornhuus mit 310 Mio. Euro Umsatz.", "Kornhuus"),
        ("Metallbau Rösner in Wels, einer der größten Betriebe, setzt 310 Mio. Euro um.", "Metallbau Rösner"),
        ("Interesse hat der Sohn, der mit 64 Märkten 310 Mio. Euro umsetzt.", "Brellova AG"),
    ],
)
def test_rivals_beside_the_company_told_of(text: str, company: str) -> None:
    article = f"Die Brellova AG wächst. {text}"
    begin = article.index(". ") + 2
    place = article.index("310 Mio. Euro")
    mention = choose_company(
        find_companies(article), (begin, len(article)), (place, place + 13), article, "earner"
    )
    assert mention is not None
    assert mention.name == company


def test_houses_that_another_company_takes_are_no_subject() -> None:
    text = "Mit den 58 Brellova-Filialen wächst Hendrikson. Das Unternehmen meldete ein Plus."
    assert [found.name for found in find_companies(text) if found.role == "reference"] == ["Hendrikson"]
