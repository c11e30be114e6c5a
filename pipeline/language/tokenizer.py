"""Tokenizer rules for figures: `3,5Mrd.€` is three tokens, `rd.` and `Mio.` keep their dot."""

import re
from typing import Any

import regex
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from pipeline.vocabulary.loading import load_words

_INFIXES = (
    r"(?<=\d)(?=[A-Za-zÄÖÜäöü€$%£])",  # 3,5Mrd
    r"(?<=\.)(?=[€$£])",  # Mrd.€
    r"(?<=[€$£])(?=\d)",  # €90
    r"(?<=[a-zäöüß%€])[.!?](?=[A-ZÄÖÜ])",  # Euro.Der
)
_SUFFIXES = (r"(?<=\d{4})\.",)  # `2024.` ends a sentence

_RUN = r"(?:[^\w\s]|_){16,}+"


class _WithRuns:
    """A search for what parts from the begin or the end of a word, where a long run of signs is one piece.

    spaCy parts signs one by one and looks through the whole word each time, so that a run of 100,000 brackets
    would take an hour.

    Attributes:
        pattern: The pattern of all other pieces; spaCy asks for it when it writes a pipeline.
    """

    def __init__(self, pieces: re.Pattern[str], run: "regex.Pattern[str]") -> None:
        self.pattern = pieces.pattern
        self._pieces = pieces
        self._run = run

    def search(self, word: str) -> Any:
        """Find the piece, None where the word has none."""
        return self._run.match(word) or self._pieces.search(word)


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
    suffixes = compile_suffix_regex([*(defaults.suffixes or ()), *_SUFFIXES])
    prefixes = compile_prefix_regex(defaults.prefixes or ())
    tokenizer.suffix_search = _WithRuns(suffixes, regex.compile(f"(?r){_RUN}")).search
    tokenizer.prefix_search = _WithRuns(prefixes, regex.compile(_RUN)).search
