"""Loads a German pipeline and adds what news text needs: tokenizer rules for figures and sentence starts."""

import hashlib
import json
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops, use_ops

from pipeline.errors import ModelError
from pipeline.language.tokenizer import tune_tokenizer

BUILT_IN = Path(__file__).parent / "model"
BLANK = "blank"
_SETS_ENTITIES = "doc.ents"
_UNUSED = ("parser", "morphologizer", "attribute_ruler", "lemmatizer", "tagger", "senter")
"""Components that spaCy's German pipelines have and no stage needs: not even read from disk."""


def _load_installed(model: str) -> Language:
    try:
        with fast_products():
            nlp = spacy.load(model, exclude=_UNUSED)
    except OSError as error:
        raise ModelError(_not_there(model, error)) from error
    except (ValueError, ImportError) as error:
        reason = " ".join(str(error).split())[:300]
        raise ModelError(
            f"the model {model!r} cannot be loaded: {reason}. Use one made for the installed spaCy, with the "
            "packages that it asks for, or leave --model away to use the built-in one"
        ) from error
    if nlp.lang != "de":
        raise ModelError(f"the model {model!r} is made for {nlp.lang!r}; a German one (`de`) is needed")
    _keep_entities(nlp)
    return nlp


def fast_products() -> AbstractContextManager[None]:
    """Let a model multiply by NumPy's OpenBLAS, three times as fast here as the BLIS of spaCy's wheels."""
    return use_ops("numpy", use_blis=False) if isinstance(get_current_ops(), NumpyOps) else nullcontext()


def _not_there(model: str, error: OSError) -> str:
    """Say what is wrong with a name, and the two ways to get a model that is not installed."""
    if Path(model).exists():
        return (
            f"{model!r} is no folder of a spaCy pipeline ({error}). Give the one that holds its config.cfg, "
            "or the name of an installed model"
        )
    if "/" in model or "\\" in model:
        return (
            f"there is no folder {model!r}. Give that of a spaCy pipeline, or the name of an installed model"
        )
    return (
        f"the model {model!r} is not installed. Install it with `python -m spacy download {model}`, or "
        "in a clone of this project with `pip install --editable '.[core-news]'` (de_core_news_sm), or "
        "leave --model away to use the built-in one"
    )


def _keep_entities(nlp: Language) -> None:
    """Take out of a pipeline all that neither names entities nor feeds a component that does."""
    needed = {name for name in nlp.component_names if _SETS_ENTITIES in nlp.get_pipe_meta(name).assigns}
    for name in nlp.component_names:
        # The `ner` of de_core_news_sm has a tok2vec within, that of the built-in model listens to one.
        feeds: dict[str, object] = getattr(nlp.get_pipe(name), "listener_map", {})
        if name not in needed and needed.isdisjoint(feeds):
            nlp.remove_pipe(name)


def describe_model(model: str | None) -> str:
    """Tell a model from any other, without loading it.

    Args:
        model: As for `load_language`.

    Returns:
        Its name and version, and for one in a folder the beginning of a hash of its description too.

    Raises:
        ModelError: The model is not installed.
    """
    if model == BLANK:
        return BLANK
    try:
        if model is not None and not Path(model).exists():
            return f"{model} {version(model)}"
        meta = Path(model or BUILT_IN, "meta.json").read_bytes()
    except PackageNotFoundError as error:
        raise ModelError(_not_there(str(model), OSError(str(error)))) from None
    except OSError as error:
        raise ModelError(_not_there(str(model), error)) from None
    told = json.loads(meta)
    return f"{told['lang']}_{told['name']} {told['version']} {hashlib.sha256(meta).hexdigest()[:16]}"


def load_language(model: str | None = None) -> Language:
    """Load the language half of the pipeline.

    Args:
        model: Name or path of a German spaCy pipeline; None for the built-in one, `blank` for rules alone.
            Of a model only what the stages need is kept: what names entities, and what feeds it.

    Returns:
        A pipeline that tokenizes, sets sentence starts and, where the model can, names entities.

    Raises:
        ModelError: The model is not installed, cannot be loaded or is not German.
    """
    nlp = spacy.blank("de") if model == BLANK else _load_installed(str(model or BUILT_IN))
    tune_tokenizer(nlp)
    nlp.add_pipe("kennzahl_sentences", first=True)
    return nlp
