"""Signs and kinds: what is lost, what falls away, what is told twice, and what only looks so."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value"),
    [
        ("Die Firma setzte 17,8 Mio. Euro um und machte 23,5 Mio. Verlust.", "23,5 Mio.", "level", -23.5e6),
        ("Der Verlust stieg. Es fielen 1,7 Mio. Euro Verlust an.", "1,7 Mio. Euro", "level", -1.7e6),
        (
            "Der Verlust lag bei 3 Mio. Euro. Im Jahr davor hatten 9,7 Mio. gefehlt.",
            "9,7 Mio.",
            "level",
            -9.7e6,
        ),
        ("Beim Umsatz fehlten elf Prozent gegenüber dem Vorjahr.", "elf Prozent", "change", -11),
        ("Die Aktie hat ein Drittel ihres Wertes eingebüßt.", "ein Drittel", "change", -33.333333),
        ("Der Dax verlor 21,36 Punkte oder 0,62 Prozent.", "0,62 Prozent", "change", -0.62),
        (
            "Der ATX lag bei 3.411 Punkten, 21,36 Punkte oder 0,62 Prozent tiefer.",
            "21,36 Punkte",
            "change",
            -21.36,
        ),
        ("Von derzeit 131 Filialen geben wir 24 bis Ende Mai auf.", "24", "change", -24),
        ("Von derzeit 131 Filialen geben wir 24 bis Ende Mai auf.", "131", "level", 131),
        ("Es fallen 1.100 der konzernweit rund 6.700 Arbeitsplätze weg.", "6.700", "level", 6700),
        ("Der Kurs bröckelte um 1,3 Prozent.", "1,3 Prozent", "change", -1.3),
        (
            "Der Export sank um 2 Prozent, zuvor war er um 6 Prozent in die Höhe geschnellt.",
            "6 Prozent",
            "change",
            6,
        ),
        (
            "Der Gewinn betrug 12,2 Mrd. Euro, das sind 34,5 Prozent weniger.",
            "12,2 Mrd. Euro",
            "level",
            12.2e9,
        ),
        ("Der Anteil lag bei 14 Prozent, zuletzt waren es keine vier mehr.", "vier", "level", 4),
    ],
)
def test_a_figure_has_its_sign_and_kind(
    nlp: Language, text: str, figure: str, kind: str, value: float
) -> None:
    [claim] = [claim for claim in claims_of(nlp, text) if claim.text == figure]
    assert (claim.kind, claim.low) == (kind, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("1971 überschritt der Umsatz 100 Mio. Mark.", "over"),
        ("1971 erreichte der Umsatz 100 Mio. Mark.", "exact"),
        ("Die Dividende werde nicht unter 12 Euro liegen.", "at_least"),
        ("Die Quote liegt bei 50 Prozent, der Anteil bei keinen 30 Prozent.", "exact"),
        ("Der Handel kommt auf keine 30 Prozent Anteil.", "under"),
        ("Die Firma verlor einen Auftrag aus Ohio über 28 Mio. Euro.", "exact"),
    ],
)
def test_a_figure_has_its_hedge(nlp: Language, text: str, qualifier: str) -> None:
    assert claims_of(nlp, text)[0].qualifier == qualifier
