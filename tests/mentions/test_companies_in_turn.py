"""Which of several companies a figure belongs to, where its own sentence names none."""

import re

import pytest

from pipeline.mentions.companies.choosing import choose_company
from pipeline.mentions.companies.finding import find_companies


def _company_of(text: str, figure: str) -> str | None:
    """The company chosen for a figure of the last sentence, the sentences being cut at `. ` and line ends."""
    place = text.index(figure)
    start = max((end.end() for end in re.finditer(r"(?<!Mio)\. |\n", text[:place])), default=0)
    found = choose_company(find_companies(text), (start, len(text)), (place, place + len(figure)), text)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "company"),
    [
        (
            "Die Brellova AG legte Zahlen vor. Der Rüstungskonzern Hendrikson verdiente weniger. Der Umsatz "
            "erreichte 4 Mrd. Euro.",
            "Hendrikson",
        ),
        (
            "Die Brellova AG legte Zahlen vor. Sie arbeitet mit der Hendrikson GmbH zusammen. Der Umsatz "
            "erreichte 4 Mrd. Euro.",
            "Brellova AG",
        ),
        (
            "Die Brellova AG legte Zahlen vor. Zuvor hatte der Verkauf von Hendrikson-Aktien geholfen. Der "
            "Umsatz erreichte 4 Mrd. Euro.",
            "Brellova AG",
        ),
    ],
)
def test_the_company_that_opens_a_sentence_is_taken_up_by_the_next(text: str, company: str) -> None:
    assert _company_of(text, "4 Mrd. Euro") == company


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Die Beiersdorf-Aktie gab nach. Barclays hebt das Kursziel auf 90 Euro.", "Beiersdorf"),
        ("Barclays legt zu. Barclays zahlt als Bonus 90 Euro.", "Barclays"),
        ("Barclays hebt das Kursziel für Beiersdorf auf 90 Euro.", "Beiersdorf"),
    ],
)
def test_the_house_that_rates_is_not_the_one_rated(text: str, company: str) -> None:
    assert _company_of(text, "90 Euro") == company


@pytest.mark.parametrize(
    "line", ["Küchen-Ausstatter Brellova bestätigt Prognose.", "Büroausstatter Brellova wächst."]
)
def test_the_noun_before_a_name_in_a_headline_makes_it_a_company(line: str) -> None:
    assert _company_of(f"{line}\nDer Umsatz legte um 5 Prozent zu.", "5 Prozent") == "Brellova"


def test_a_part_of_a_company_is_none() -> None:
    text = "Der Gewinn sank auf 3 Mio. Euro. Im Teilkonzern Ostmitteleuropa lief es gut."
    assert find_companies(text) == []
    assert [found.name for found in find_companies("Im Konzern Brellova lief es gut.")] == ["Brellova"]


def test_the_company_beside_its_amount_wins_where_several_are_told_in_turn() -> None:
    text = "Grandula hat 45 Mio. Euro eingesammelt, das Start-up Hendrikson 35 Mio. Euro."
    assert _company_of(text, "45 Mio. Euro") == "Grandula"
    assert _company_of(text, "35 Mio. Euro") == "Hendrikson"
    assert find_companies("Grandula hat uns am Abend gefallen.") == []
