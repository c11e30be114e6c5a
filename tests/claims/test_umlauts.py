"""A text written without umlauts is read as if it had them; names stay as the article writes them."""

import pytest
from spacy.language import Language
from stated import claims_of

from pipeline.language.plain import plain
from pipeline.language.umlauts import is_spelt_out, spelling_rules

SPELT_OUT = (
    "Die Bruehl Huettenwerke AG hat fuer 1997 einen Ueberschuss von 38 Mio. DM ausgewiesen; die aktuelle "
    "Quote der neuen Steuer laege zuerst bei Boeing und Goethe, der Bruttoerloes bei 2 Mio. DM."
)


def test_umlauts_are_read_where_two_letters_stand_for_one() -> None:
    written = plain(SPELT_OUT)
    assert written.text == (
        "Die Brühl Hüttenwerke AG hat für 1997 einen Überschuss von 38 Mio. DM ausgewiesen; die aktuelle "
        "Quote der neuen Steuer läge zuerst bei Boeing und Goethe, der Bruttoerlös bei 2 Mio. DM."
    )
    start = written.text.index("Überschuss")
    begin, end = written.in_article(start, start + len("Überschuss"))
    assert SPELT_OUT[begin:end] == "Ueberschuss"


def test_capitals_are_read_too() -> None:
    assert plain("GESCHAEFT WAECHST, OEL AUCH, fuer Aerzte").text == "GESCHÄFT WÄCHST, ÖL AUCH, für Ärzte"


@pytest.mark.parametrize("text", ["Müller verkauft fuer 5 Euro.", "Boeing wuchs um 5 Prozent.", "ein Duell"])
def test_a_text_with_umlauts_or_without_any_sign_stays(text: str) -> None:
    assert plain(text).text == text


def test_each_rule_fires_on_its_example_only() -> None:
    rules = spelling_rules()
    assert is_spelt_out(rules["telling"].example)
    assert not is_spelt_out(rules["telling"].counterexample)

    def read(example: str) -> str:
        return plain(f"{example} Es gilt fuer alle.").text.split(" Es ")[0]

    assert read(rules["kept"].example) == rules["kept"].example
    assert read(rules["kept"].counterexample) != rules["kept"].counterexample
    assert read(rules["parted"].example) == "Der Bruttoerlös sinkt."
    assert read(rules["parted"].counterexample) == "Der Hörfunk sinkt."


def test_a_company_is_named_as_the_article_writes_it(nlp: Language) -> None:
    [profit, proceeds] = claims_of(nlp, SPELT_OUT)
    assert (profit.metric, profit.low, profit.company) == ("net_income", 38e6, "Bruehl Huettenwerke AG")
    assert profit.text == "38 Mio. DM"
    assert proceeds.text == "2 Mio. DM"
