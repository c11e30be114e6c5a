"""Gathers the names that stand at a verb of companies: `Brellova steigerte`, `heißt Brellova`."""

from typing import Final

from pipeline.mentions.companies.establishments import names_establishment
from pipeline.mentions.companies.evidence import Evidence
from pipeline.mentions.companies.introductions import QUOTES, ROLE_NOUN
from pipeline.mentions.companies.openings import Openings
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, words

_CLAUSE: Final = 14
_MOVE: Final = 8
_DETERMINERS: Final = frozenset({"ein", "eine", "der", "die", "das"})
_SUPERLATIVE: Final = ("ster", "ßter", "ste", "ßte", "stes", "ßtes")
_BETWEEN: Final = frozenset({"auch", "zudem", "nun", "jetzt", "zuletzt"})


class Predicates:
    """Adds evidence for what stands as subject or predicate at a verb.

    Args:
        text: The article.
        openings: Where names can begin.
        evidence: What is gathered.
    """

    def __init__(self, text: Text, openings: Openings, evidence: Evidence) -> None:
        self._text = text
        self._openings = openings
        self._evidence = evidence

    def _add(self, start: int, end: int, weight: float) -> None:
        self._evidence.add(self._text, start, end, weight)

    def has_done(self, index: int) -> bool:
        """Whether `hat` goes on to what companies do: `Brellova hat 45 Mio. Euro eingesammelt`."""
        done = words("verbs", "participles")
        for word in self._text.words[index + 1 : index + _CLAUSE]:
            if word in ";:!?\n":
                return False
            if word[0].islower() and fold(word) in done:
                return True
        return False

    def verb(self, index: int, weight: float) -> None:
        """`Brellova steigerte`, `teilte Brellova mit`."""
        text = self._text
        if index + 1 in self._openings and self._says_role(index):
            self._add(index + 1, self._openings.name_end(index + 1), ROLE_NOUN)
        before = self._name_before(index)
        if before is not None:
            start, end = before
            if self._is_called(index) or self._moves(index):
                weight = ROLE_NOUN
            opener = text.before(start).lower()
            if opener in words("function_words", "articles"):
                weight *= 1.0 if names_establishment(text, start) else 0.5
            elif opener[:1].isalnum() and opener not in words("function_words", "clause_openings"):
                weight *= 0.25
            self._add(start, end, weight)
        else:
            # `hatte auch Brellova Insolvenz angemeldet`
            position = index + 2 if text.after(index + 1) in _BETWEEN else index + 1
            if position in self._openings:
                end = self._openings.name_end(position)
                shown = self._is_called_so(index, end) or (end > position + 1 and self._moves(index))
                self._add(position, end, ROLE_NOUN if shown else 0.75 * weight)

    def _moves(self, index: int) -> bool:
        """`Brellova gaben um 3 Prozent nach`, `Dagegen sackten Brellova Optik um 3 Prozent ab`: a share."""
        text = self._text
        if fold(text.words[index]) not in words("verbs", "share_moves"):
            return False
        return any(word in ("Prozent", "%") for word in text.words[index + 1 : index + _MOVE])

    def _name_before(self, index: int) -> tuple[int, int] | None:
        """The words of the name that ends before a verb, `Telefónica Deutschland (O2) rechnet`."""
        text = self._text
        last = index - 1
        if text.before(index) in QUOTES:
            last -= 1
        if last > 1 and text.words[last] == ")":
            opening = (back for back in range(last, max(0, last - 8), -1) if text.words[back] == "(")
            last = next(opening, last + 1) - 1
        start = self._openings.name_start(last) if last >= 0 else None
        if start is not None:
            return start, last + 1
        of_place = last > 2 and text.words[last - 1] in ("aus", "in") and text.words[last][0].isupper()
        start = self._openings.name_start(last - 2) if of_place else None
        return None if start is None else (start, last - 1)  # `Huber & Söhne aus Traunstein hat`

    def _says_role(self, index: int) -> bool:
        """`Der jüngste Anbieter auf dem Markt heißt Brellova`, `Größter Rivale im Norden bleibt Brellova`."""
        text, start = self._text, self._text.sentence(index)[0]
        if text.words[index] in ("heißt", "heisst"):
            return any(role_at(text, place) for place in range(start, index))
        if text.words[index] not in ("ist", "war", "bleibt") or not text.words[start].endswith(_SUPERLATIVE):
            return False
        noun = fold(text.after(start + 1) or ".")
        return role_at(text, start + 1) is not None or noun in words("side_nouns")

    def _is_called(self, index: int) -> bool:
        """`Kessler & Rüb ist eine Firma in …`, `Leisewerk heißt das Start-up`."""
        text = self._text
        if (
            text.words[index] not in ("ist", "war", "heißt", "heisst")
            or text.after(index + 1) not in _DETERMINERS
        ):
            return False
        noun = self._noun_from(index + 2)
        if noun is None:
            return False
        last = text.compound_end(noun + 1) if text.hyphenated_after(noun + 1) else noun
        return role_at(text, last) is not None

    def _is_called_so(self, index: int, end: int) -> bool:
        """`Mit 2 Milliarden Euro ist Storck der zweitgrößte Süßwarenhersteller`."""
        text = self._text
        if text.words[index] not in ("ist", "war", "bleibt", "wird") or text.after(end) not in _DETERMINERS:
            return False
        noun = self._noun_from(end + 1)
        return noun is not None and role_at(text, noun) is not None

    def _noun_from(self, index: int) -> int | None:
        """The first capitalised word of the next four."""
        text = self._text
        nouns = (place for place in range(index, min(index + 4, len(text))) if text.words[place][0].isupper())
        return next(nouns, None)
