"""What holds for every text: offsets fit, ranges are ordered, nothing raises, values keep the contract."""

from datetime import date
from math import isfinite

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from stated import claims_of

from pipeline.records.claim import KINDS, METRICS, QUALIFIERS, STATUSES

FRAGMENTS = (
    "Der Umsatz", "der operative Verlust", "Gewinn je Aktie", "die Beispiel AG",
    "Umsatz, Ebit und Überschuss", "Analysten", "um", "auf", "von", "nach", "zwischen", "und",
    "beziehungsweise", "bis", "statt bisher", "minus", "rund", "gut", "8 Prozent", "2,1 Mrd. Euro", "12",
    "1,9", "ein Drittel", "verdoppelt", "EUR 4,3 Mio.", "-15,7 %", "12.345 Punkte", "½", "stieg", "ging",
    "zurück", "streicht", "rechnet mit", "hob die Prognose", "wird", "sank", "verlor", "im Vorjahr", "2019",
    "im dritten Quartal", "am Mittwoch", "seit Jahresbeginn", "(Vorjahr: 38)", "Q1 2019 | Q2 2019",
    "Stellen", "Kunden", "Dividende", "der Dax", "Barrel Brent", "davon", "währungsbereinigt", "nicht", ".",
    ",", ";", " – ", "(", ")", "|", "\n", "\n\n", "\t", "\u00a0", "\u00ad", "„", "“", "- ", "İ", "ß",
    "\u0308", "😀", "\x00", "\U0001ccf5",
)  # fmt: skip
GERMAN = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map(" ".join)
MIXED = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=20).map("".join)
DAYS = st.one_of(st.none(), st.dates(min_value=date(1995, 1, 1), max_value=date(2035, 12, 31)))


@settings(max_examples=250, deadline=None)
@given(text=st.one_of(GERMAN, MIXED), published=DAYS)
def test_every_claim_of_any_text_keeps_the_contract(nlp: Language, text: str, published: date | None) -> None:
    claims = claims_of(nlp, text, published)
    assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
    for claim in claims:
        assert claim.text == text[claim.start : claim.end]
        assert claim.text.strip()
        assert claim.text in claim.sentence
        assert claim.sentence in text
        assert claim.sentence == claim.sentence.strip()
        assert isfinite(claim.low)
        assert isfinite(claim.high)
        assert claim.low <= claim.high
        assert claim.precision >= 0
        assert 0 <= claim.confidence <= 1
        assert claim.metric in METRICS
        assert claim.kind in KINDS
        assert claim.qualifier in QUALIFIERS
        assert claim.status in STATUSES
        assert claim.kind == "change" or claim.reference is None
        if claim.period_start and claim.period_end:
            assert claim.period_start <= claim.period_end


@settings(max_examples=50, deadline=None)
@given(text=GERMAN)
def test_the_same_text_states_the_same_twice(nlp: Language, text: str) -> None:
    assert claims_of(nlp, text) == claims_of(nlp, text)
