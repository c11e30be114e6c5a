"""Tokenizer rules for figures: `3,5Mrd.€` is three tokens, `rd.` and `Mio.` keep their dot."""

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_suffix_regex

from pipeline.vocabulary.loading import load_words

_INFIXES = (
    r"(?<=\d)(?=[A-Za-zÄÖÜäöü€$%£])",  # 3,5Mrd
    r"(?<=\.)(?=[€$£])",  # Mrd.€
    r"(?<=[€$£])(?=\d)",  # €90
    r"(?<=[a-zäöüß%€])[.!?](?=[A-ZÄÖÜ])",  # Euro.Der
)
_SUFFIXES = (r"(?<=\d{4})\.",)  # `2024.` ends a sentence


def tune_tokenizer(nlp: Language) -> None:
    """Add the rules for figures to a German pipeline's tokenizer.

    Args:
        nlp: The pipeline; its tokenizer is changed in place.
    """
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # a Cython class without type stubs
    for abbreviation in load_words("sentences.toml", "tokens")["abbreviations"]:
        tokenizer.add_special_case(f"{abbreviation}.", [{"ORTH": f"{abbreviation}."}])
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *_INFIXES]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES]).search
