"""Firms called after a family or a region and the houses that they run."""

import pytest

from pipeline.mentions.companies.finding import find_companies


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mit einem Fehlbetrag haben die Werrahessen-Kliniken das Jahr abgeschlossen.",
            "Werrahessen-Kliniken",
        ),
        ("Franz Kettwig seufzt. In einem der Kettwig-Hotels schliefen 9000 Gäste.", "Kettwig-Hotels"),
        ("Der Umsatz der Brellova-Märkte stieg auf 80 Mio. Euro.", "Brellova-Märkte"),
    ],
)
def test_houses_of_a_name_are_one_company(text: str, name: str) -> None:
    assert {mention.name for mention in find_companies(text)} == {name}


@pytest.mark.parametrize(
    "text",
    ["Die Luxus-Hotels der Stadt sind voll.", "In den Reha-Kliniken fehlt Personal, in den LKW-Werken auch."],
)
def test_kinds_of_houses_are_none(text: str) -> None:
    assert find_companies(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der Armaturenhersteller Kessel & Brand wuchs um 4,8 Prozent.", {"Kessel & Brand"}),
        ("Der Händler Bücher & Mehr wuchs um 4,8 Prozent.", {"Bücher & Mehr"}),
        ("Der Händler wuchs mit Büchern und mehr um 4,8 Prozent.", set()),
        ("Die Abteilung Forschung & Entwicklung kostet 4 Millionen Euro.", set()),
    ],
)
def test_two_nouns_with_a_sign_between_them_are_a_name_after_what_a_firm_is(
    text: str, names: set[str]
) -> None:
    assert {mention.name for mention in find_companies(text)} == names
