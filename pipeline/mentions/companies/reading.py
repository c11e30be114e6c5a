"""Reads a text once, word by word, and gathers what speaks for its names."""

from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.mentions.companies.division_lists import division_heads
from pipeline.mentions.companies.establishments import is_establishment, names_establishment
from pipeline.mentions.companies.evidence import Evidence
from pipeline.mentions.companies.exclusions import datelines, no_company_positions
from pipeline.mentions.companies.introductions import WEAK, Introductions
from pipeline.mentions.companies.neighbours import Neighbours
from pipeline.mentions.companies.openings import Openings
from pipeline.mentions.companies.persons import find_persons
from pipeline.mentions.companies.predicates import Predicates
from pipeline.mentions.companies.roles import role_at, role_of
from pipeline.mentions.companies.signs import begins_legal_form, legal_form_end
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, shape, words
from pipeline.vocabulary.kept import kept

_ENTITY: Final = 2.0
_SUBJECT: Final = 2.0
_CAMEL: Final = 1.0
_STRIKING: Final = 0.5
_REPEATED: Final = 0.5
_REPETITIONS: Final = 2
_JOINING: Final = frozenset({"und", "oder", "sowie", "bzw", "bis"})


def gather_evidence(
    text: Text,
    registered: Mapping[int, int],
    organisations: Iterable[tuple[int, int]] = (),
    others: Iterable[int] = (),
) -> Evidence:
    """Read a text once and gather what it says for its names.

    Args:
        text: The article.
        registered: End of each name of the register by its first word, doubtful ones too.
        organisations: Word spans that a language model calls organisations.
        others: Positions of words that it calls people or places.

    Returns:
        The evidence.
    """
    reader = _Reader(text, registered, others)
    evidence = reader.evidence
    for start, end in organisations:
        if start not in evidence.never and all(
            shape(word) for word in text.words[start:end] if word[0].isalnum()
        ):
            evidence.add(text, start, end, _ENTITY)
    reader.read()
    return evidence


@kept
def _tells_nothing(word: str) -> bool:
    """Whether a word is neither written as names are nor tells of one: most small words and signs."""
    if not word[0].islower():
        return not word[0].isalnum() and word != "&"
    tells = word in ("von", "der", "des", "up", "hat") or begins_legal_form(word)
    return not tells and fold(word) not in words("verbs", "strong") | words("verbs", "weak")


@kept
def _introduces(word: str) -> bool:
    """Whether a capitalised word can tell a name beside it, by what `_Reader` asks of it."""
    folded = fold(word)
    return (
        begins_legal_form(word)
        or role_of(word) is not None
        or is_establishment(folded)
        or folded in words("side_nouns")
        or folded in words("name_words", "after_nouns")
        or folded in words("branches", "central")
    )


def _ends_of_compounds(text: Text) -> set[int]:
    """The words that complete one left open: `Saison- und Kalendereffekte`, but not `BMW- und VW-Aktien`."""
    return {
        index + 1
        for index in range(2, len(text) - 1)
        if text.words[index] in _JOINING
        and text.hyphenated_before(index)
        and not text.hyphenated_after(index + 2)
        and legal_form_end(text, index + 2) is None
    }


class _Reader:
    """Goes through a text word by word and asks of each what it tells of a name."""

    def __init__(self, text: Text, registered: Mapping[int, int], others: Iterable[int]) -> None:
        self.evidence = evidence = Evidence()
        evidence.persons, evidence.surnames = find_persons(text, registered)
        evidence.never = evidence.persons | no_company_positions(text) | set(others)
        evidence.never |= datelines(text) | division_heads(text) | _ends_of_compounds(text)
        self._text = text
        self._openings = Openings(text, registered, evidence.never)
        self._introductions = Introductions(text, self._openings, registered, evidence)
        self._neighbours = Neighbours(text, self._openings, registered, evidence)
        self._predicates = Predicates(text, self._openings, evidence)

    def read(self) -> None:
        """Gather the evidence of the whole text."""
        strong, weak = words("verbs", "strong"), words("verbs", "weak")
        for index in [index for index, word in enumerate(self._text.words) if not _tells_nothing(word)]:
            word = self._text.words[index]
            if word[0].islower():
                if word in ("von", "der", "des"):
                    self._neighbours.of_whom(index)
                elif word == "up" and role_at(self._text, index) is not None:
                    self._introductions.role(index)
                elif word == "hat" and self._predicates.has_done(index):
                    self._predicates.verb(index, _SUBJECT)
                elif (folded := fold(word)) in strong or folded in weak:
                    self._predicates.verb(index, _SUBJECT if folded in strong else WEAK)
                elif (end := legal_form_end(self._text, index)) is not None:
                    self._introductions.legal_form(index, end)
            elif word[0].isalnum() or word == "&":
                self._capitalised(index, word)
        self._weigh_spelling()

    def _capitalised(self, index: int, word: str) -> None:
        text, folded = self._text, fold(word)
        introduces = _introduces(word) or text.hyphenated_after(index - 1)
        end = legal_form_end(text, index) if introduces else None
        if end is not None:
            self._introductions.legal_form(index, end)
        if index in self._openings:
            self._neighbours.by_itself(index)
            self._neighbours.enumerated(index)
        if not introduces:
            return
        if not text.hyphenated_after(index + 1) and (role_at(text, index) or folded in words("side_nouns")):
            self._introductions.role(index)
            self._introductions.adjective_before(index)
            self._introductions.taken_up(index)
        if text.hyphenated_after(index - 1) and folded in words("establishments", "houses"):
            self._introductions.houses(index)
        if names_establishment(text, index):
            self._introductions.establishment(index)
        elif is_establishment(folded):
            self._introductions.establishment_of_town(index)
            self._introductions.establishment_alone(index)
        if folded in words("branches", "central"):
            self._introductions.central_bank(index)
        if folded in words("name_words", "after_nouns") and not text.joined(index):
            self._introductions.noun_before(index)

    def _weigh_spelling(self) -> None:
        """A name that is written as names are, or stands more than once, counts more."""
        text, scores = self._text, self.evidence.scores
        counts: dict[str, int] = {}
        for word in text.words if scores else ():
            if not word[0].islower():
                counts[word] = counts.get(word, 0) + 1
        for keys, start in {keys: start for start, _, keys in reversed(self.evidence.spans)}.items():
            word = text.words[start]
            if shape(word) == Shape.STRIKING:
                scores[keys] += _STRIKING if word.isupper() else _CAMEL
            scores[keys] += _REPEATED * min(counts.get(word, 1) - 1, _REPETITIONS)
