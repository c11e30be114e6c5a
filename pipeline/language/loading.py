"""Loads a German pipeline and adds what news text needs: tokenizer rules for figures and sentence starts."""

from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.errors import ModelError
from pipeline.language.tokenizer import tune_tokenizer

BUILT_IN = Path(__file__).parent / "model"
BLANK = "blank"
_UNUSED = ("parser", "morphologizer", "attribute_ruler", "lemmatizer", "tagger", "senter")


def _load_installed(model: str) -> Language:
    try:
        nlp = spacy.load(model, exclude=_UNUSED)
    except OSError as error:
        raise ModelError(
            f"the model {model!r} is not installed. Install it with `python -m spacy download {model}`, or "
            "in a clone of this project with `pip install --editable '.[core-news]'` (de_core_news_sm), or "
            "leave --model away to use the built-in one"
        ) from error
    if nlp.lang != "de":
        raise ModelError(f"the model {model!r} is made for {nlp.lang!r}; a German one (`de`) is needed")
    return nlp


def load_language(model: str | None = None) -> Language:
    """Load the language half of the pipeline.

    Args:
        model: Name or path of a German spaCy pipeline; None for the built-in one, `blank` for rules alone.
            Of a model only the part that the stages need is loaded: its entities.

    Returns:
        A pipeline that tokenizes, sets sentence starts and, where the model can, names entities.

    Raises:
        ModelError: The model is not installed or is not German.
    """
    nlp = spacy.blank("de") if model == BLANK else _load_installed(str(model or BUILT_IN))
    tune_tokenizer(nlp)
    nlp.add_pipe("kennzahl_sentences", first=True)
    return nlp
