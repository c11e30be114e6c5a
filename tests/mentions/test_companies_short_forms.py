"""By which of its words a company goes, and what only looks like one of them."""

import pytest

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
