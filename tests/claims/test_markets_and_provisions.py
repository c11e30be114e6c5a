"""Cars counted in a country, what a bank sets aside or lends, prices of a peak, shares of former times."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of


def test_a_market_is_no_company(nlp: Language) -> None:
    text = (
        "Automarkt schrumpft - Borgmann legt zu\n\nIm Mai wurden in der EU 1.106.845 Personenwagen erstmals "
        "zugelassen. Für Deutschland weist die Statistik 290.100 Wagen aus.\n\nDie Borgmann-Gruppe lieferte "
        "152.300 Fahrzeuge an Kunden aus, 1,1 Prozent mehr als vor Jahresfrist. Die Tochter Selva gewann "
        "neun Prozent hinzu."
    )
    claims = claims_of(nlp, text, date(2012, 6, 15))
    assert {claim.metric for claim in claims} == {"sales_volume"}
    assert [claim.company for claim in claims[:2]] == [None, None]
    assert claims[2].company is not None


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Für faule Kredite musste die Talbank AG 7,5 Millionen Euro zurückstellen.", "costs"),
        ("Die Talbank AG legte für wacklige Kredite 22 Millionen Euro zurück.", "costs"),
        ("Für faule Kredite der Talbank AG stehen 7,5 Millionen Euro in den Büchern.", "debt"),
        ("Neue Darlehen sagte die Talbank AG in Höhe von 61 Millionen Euro zu.", "other"),
    ],
)
def test_what_a_bank_sets_aside_or_lends(nlp: Language, text: str, metric: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == [metric]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Die Aktie der Talbau AG kostet 20 Euro. Seit dem Hoch im Juli 2011 bei 45,10 Euro fiel der Kurs.",
         ["2012-11-09", "2011-07"]),
        ("Die Talbau AG setzte 2011 97 Millionen Euro um. Lacke, früher 45 Prozent des Umsatzes, bringen 20.",
         ["2011", None, "2011"]),
    ],
)  # fmt: skip
def test_times(nlp: Language, text: str, periods: list[str | None]) -> None:
    assert [claim.period for claim in claims_of(nlp, text, date(2012, 11, 9))] == periods


def test_what_was_there_once_is_a_level(nlp: Language) -> None:
    text = "93 Märkte betreibt die Talbau AG, bis Weihnachten kommen sieben hinzu. Ende 2009 waren es 216."
    assert [claim.kind for claim in claims_of(nlp, text)] == ["level", "change", "level"]
