"""What holds of any text: no error, offsets that fit, quantities in order and apart."""

from itertools import pairwise
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities.component import find_quantities

PIECES = [
    "12", "1.234", "3,5", "1'000", "½", "zwölf", "ein", "eine", "halbe", "hundert", "Komma", " ", "\n",
    "\t", "\u00a0", "Millionen", "Mio.", "Mrd", "TEUR", "Euro", "€", "$", "%", "Prozent", "punkte", "-",
    "–", "±", "bis", "und", "um", "(Vorjahr: ", ")", "|", "in Mio. Euro", "(in %)", "je Aktie", "Umsatz",
    "rund", "knapp", "mehr als", "-Marke", "verdoppelt", "ein Drittel", "jeder fünfte", "dreimal so",
    "\u00ad", "\u200b", "'", "/", ":", ".", ",", "+", "2015",
]  # fmt: skip
SECONDS = 2.0
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
)


@settings(max_examples=600, deadline=None)
@given(text=TEXTS)
def test_offsets_fit_and_quantities_stand_apart_in_order(text: str) -> None:
    quantities = find_quantities(text)
    for quantity in quantities:
        assert 0 <= quantity.hedge_start <= quantity.start < quantity.end <= len(text)
        assert quantity.text == text[quantity.start : quantity.end]
        assert quantity.low <= quantity.high
        assert quantity.precision >= 0
        assert quantity.unit
    for before, after in pairwise(quantities):
        assert before.end <= after.start


def test_a_long_run_is_read_in_time_that_grows_with_its_length() -> None:
    """A pattern that tries every split of a long run would take minutes here."""
    find_quantities("12 Mio. Euro")  # compiles the patterns
    for piece in ("1 ", "1.", "12,", "1'", "(", "ein ", "zwei", "von ", "| ", "-", "12 und ", "mehr als "):
        begin = process_time()
        find_quantities(piece * 5000)
        assert process_time() - begin < SECONDS, piece
