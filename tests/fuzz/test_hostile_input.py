"""A few hundred hostile inputs at each run of the tests; `make fuzz` tries a million."""

from datetime import date
from pathlib import Path

import pytest
from holding import check_files, check_texts
from hostile import hostile_file, hostile_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.flow import load

RANDOMS = st.randoms(use_true_random=False, note_method_calls=False)
DAYS = st.one_of(st.none(), st.dates(date(1995, 1, 1), date(2035, 12, 31)))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=RANDOMS.map(hostile_text), published=DAYS, entities=st.booleans())
def test_no_text_stops_the_extraction_or_moves_an_offset(
    nlp: Language, text: str, published: date | None, entities: bool
) -> None:
    check_texts(nlp, [text], published, entities=entities)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(file=RANDOMS.map(hostile_file), entities=st.booleans())
def test_no_file_stops_the_readers(
    nlp: Language, tmp_path_factory: pytest.TempPathFactory, file: tuple[str, bytes], entities: bool
) -> None:
    check_files(nlp, Path(tmp_path_factory.getbasetemp()), [file], entities=entities)
