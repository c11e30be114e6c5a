"""The branch of which a figure tells that is no company's."""

from datetime import date

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Die Möbelhändler nahmen im Juli 0,7 Prozent mehr ein als im Juni. Volkswirte hatten ein Plus von "
         "0,2 Prozent erwartet.", ["Möbelhändler"] * 2),
        ("Die Einzelhändler nahmen im Juli 0,7 Prozent mehr ein als im Juni. Möbel- und Baumärkte verbuchten "
         "ein Minus von 2 Prozent.", ["Einzelhändler", "Möbel- und Baumärkte"]),
        ("Die Talbau AG nahm im Juli 0,7 Prozent mehr ein als im Juni.", [None]),
    ],
)  # fmt: skip
def test_segments(nlp: Language, text: str, segments: list[str | None]) -> None:
    assert [claim.segment for claim in claims_of(nlp, text, date(2012, 8, 31))] == segments
