"""The pipeline of rules alone, loaded once."""

import pytest
from spacy.language import Language

from pipeline.flow import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load("blank")
