"""Tokenizer rules for figures on top of spaCy's German ones: `3,5Mrd.€` is three tokens, `rd.` and `Mio.` keep their dot."""

from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_suffix_regex

ABBREVIATIONS = (
    "rd.",
    "Vj.",
    "Mio.",
    "Mrd.",
    "Mia.",
    "Tsd.",
    "Mill.",
    "Mln.",
    "ca.",
    "Nr.",
    "mind.",
    "Pkt.",
    "i.V.",
)

_INFIXES = (
    r"(?<=\d)(?=[A-Za-zÄÖÜäöü€$%£])",  # 3,5Mrd
    r"(?<=\.)(?=[€$£])",  # Mrd.€
    r"(?<=[€$£])(?=\d)",
    r"(?<=[a-zäöüß%€])[.!?](?=[A-ZÄÖÜ])",  # Euro.Der
)
_SUFFIXES = (r"(?<=\d{4})\.",)  # `2024.` ends a sentence


def tune_tokenizer(nlp: Language) -> None:
    """Add the rules for figures to a German pipeline's tokenizer.

    Args:
        nlp: The pipeline; its tokenizer is changed in place.
    """
    defaults = nlp.Defaults
    tokenizer = nlp.tokenizer
    for abbreviation in ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), *_INFIXES]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES]).search
