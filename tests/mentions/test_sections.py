"""Where an article that tells of one company after the other goes over to the next."""

import pytest

from pipeline.mentions.companies.finding import find_companies
from pipeline.mentions.companies.sections import section_starts

_PROSE = (
    "Der Umsatz stieg um 3 Prozent auf 8 Millionen Euro. Der Vorstand ist zufrieden und hob die Prognose an."
)


def _sections(text: str) -> list[str]:
    return [text[start:].split("\n")[0][:24] for start in section_starts(text, find_companies(text))]


@pytest.mark.parametrize(
    ("heads", "sections"),
    [
        (("Merivon AG wächst kräftig\n\n", "Halvia AG verdient weniger\n\n"), 2),
        (("+++ 16:20 Merivon AG senkt Prognose +++\n", "+++ 14:05 Halvia AG hebt Dividende +++\n"), 2),
        (("Merivon AG: ", "Halvia AG: "), 2),
        (("• Merivon AG - ", "• Halvia AG - "), 2),
        (("Merivon AG wächst kräftig\n\n", "Merivon AG senkt die Kosten\n\n"), 0),
        (("Ausblick bestätigt\n\n", "Aktie unter Druck\n\n"), 0),
        (("Die Merivon AG wuchs kräftig. ", "Die Halvia AG verdiente weniger. "), 0),
    ],
)
def test_a_headline_or_a_label_that_names_another_company_begins_a_section(
    heads: tuple[str, str], sections: int
) -> None:
    text = f"Firmen im Überblick\n\n{heads[0]}{_PROSE}\n\n{heads[1]}{_PROSE}\n"
    assert len(_sections(text)) == sections


def test_a_line_of_a_wrapped_paragraph_is_no_headline() -> None:
    text = (
        "Bilanz zweier Firmen\n\nNoch keine Entwarnung gibt es bei der Merivon AG\nin Hagen. "
        "Dort fehlen Bestellungen.\n\nBesser läuft es bei der Halvia AG\nin Essen. Dort wird angebaut.\n"
    )
    assert _sections(text) == []
