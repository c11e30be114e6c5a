"""The fast look at a text leaves out nothing that the patterns of the quantities would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities import tables, words, written
from pipeline.quantities.component import find_quantities
from pipeline.quantities.places import number_word_places
from pipeline.vocabulary.pieces import folded

PIECES = [
    "ein", "eine", "einen", "EIN", "zwei", "drei", "vier", "Fünf", "fuenf", "sechs", "ſieben", "acht", "neun",
    "zehn", "elf", "ZWÖLF", "zwoelf", "zwanzig", "hundert", "tausend", "Null", "anderthalb", "zweieinhalb",
    "Drittel", "Dritteln", "Viertel", "Fünftel", "DRİTTEL", "Hälfte", "haelfte", "gute", "knappe", "jeder",
    "jede", "fünfte", "Zehnte", "von", "drei von vier", "viertelpunkt", "Viertelprozent", "verdoppelt",
    "Verdopplung", "ver", "vervierfacht", "fach", "fache", "halbiert", "mal so viele", "-mal höher",
    "mal mehr", "Faktor", "doppelt so", "doppelt soviel", "das", "Doppelte", "halb so viel", "halbe",
    "Million", "milliarde",
    "Prozent", "1/3 der", "2,5", "12", " ", " ", " ", "  ", "\n", "\t", "-", "_", "é", "½", "(", "„", ".",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
)


@settings(max_examples=400)
@given(text=TEXTS)
def test_number_words_stand_at_the_places_found(text: str) -> None:
    places = set(number_word_places(folded(text)))
    assert {match.start() for match in written._words().finditer(text)} <= places


@settings(max_examples=400)
@given(text=TEXTS)
def test_a_phrase_has_its_sign(text: str) -> None:
    for phrase, sign, pattern in words._compiled():
        if pattern.search(text):
            assert sign.search(folded(text)), phrase.pattern


LINES = [
    "in Mio. Euro", "Umsatz (Mio. Euro) 2019", "Umsatz 345 312", "Ebit: 45", "(Tsd.)", "12,0 %", "2019 2020",
    "Der Umsatz in Mio. Euro stieg auf 345 und fiel dann.", "Umsatz | 12 | 13", "- 345 Euro.", "Ebit  45  38",
    "Mitarbeiter in Tausend 12", "Die Zahlen in 1.000 Euro.", "Ende der langen Geschichte (in Euro) 38)",
    "Es war ein guter Tag, Euro und Dollar blieben fest.", "(Vorjahr: 38)", "", " ",
]  # fmt: skip


@settings(max_examples=400)
@given(lines=st.lists(st.sampled_from(LINES), max_size=6))
def test_a_text_that_may_hold_no_table_holds_none(lines: list[str]) -> None:
    text = "\n".join(lines)
    if "\n" in text and not tables._may_hold_table(text) and tables._place().search(text):
        found = tables.read_lines(text)
        assert (found.cells, found.heads) == ({}, [])


def test_letters_that_are_others_in_lower_case_are_found_and_read() -> None:
    assert [quantity.low for quantity in find_quantities("Zwei DRİTTEL der Kunden kauften.")] == [66.666667]
    assert [quantity.low for quantity in find_quantities("Jeder Vİerte kaufte.")] == [25.0]


def test_a_fraction_after_the_comma_is_no_decimal() -> None:
    told = find_quantities("Es waren zwölf Komma anderthalb Prozent.")
    assert [(quantity.low, quantity.unit) for quantity in told] == [(12.0, "count"), (1.5, "percent")]
