"""What a text says for a word being a company: scores by name, and the words that name none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, shape, words

LEGAL_FORM: Final = 3.0
"""Weight of a legal form or a role noun, the strongest signs: what they show is a company, and no person."""


@dataclass(slots=True)
class Evidence:
    """What a text says for its names.

    Attributes:
        scores: Weight of the evidence for each name, by its folded words.
        spans: Where the names stood: first word, word after the last, folded words.
        introduced: Names that a legal form or a role noun shows to be companies, folded words.
        persons: Positions of words that name people.
        surnames: Last names of people, folded.
        never: Positions of words that name no company: people, indices, agencies, towns of datelines.
    """

    scores: dict[tuple[str, ...], float] = field(default_factory=dict)
    spans: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    introduced: set[tuple[str, ...]] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    never: set[int] = field(default_factory=set)

    def add(self, text: Text, start: int, end: int, weight: float) -> None:
        """Count one piece of evidence for the words from `start` to `end`."""
        keys = tuple(fold(word) for word in text.words[start:end] if word[0].isalnum() or word in "&+")
        if keys:
            self.scores[keys] = self.scores.get(keys, 0.0) + weight
            self.spans.append((start, end, keys))
            if weight >= LEGAL_FORM:
                self.introduced.add(keys)

    def starting_at(self, keys: Sequence[str]) -> float:
        """Sum the evidence for all names that begin with the given words."""
        count = len(keys)
        return sum(score for name, score in self.scores.items() if name[:count] == tuple(keys))

    def is_person(self, keys: Sequence[str]) -> bool:
        """Tell whether a name of one word is one that the text gives a person."""
        return len(keys) == 1 and keys[0] in self.surnames and tuple(keys) not in self.introduced

    def short_form_fits(self, word: str) -> bool:
        """Tell whether the first word of a longer name can stand for it: `Moip` for `Moip Pagamentos`."""
        return (
            len(word) > 2
            and word not in self.surnames
            and word not in words("name_words", "never_alone")
            and shape(word.capitalize()) >= Shape.PLAUSIBLE
        )
