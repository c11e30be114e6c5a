"""Gathers what speaks for a name in its own words and right beside it: `Talanx-Spitze`, `SAP und Linde`."""

from collections.abc import Mapping
from typing import Final

from pipeline.mentions.companies.evidence import Evidence
from pipeline.mentions.companies.introductions import NAME_WORD, WEAK
from pipeline.mentions.companies.openings import Openings
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.signs import (
    bracketed_alias,
    compound_heads,
    ends_as_trade,
    ends_name,
    is_place,
    without_scope,
)
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, shape, words

_COMPOUND: Final = 2.0
_HEADLINE: Final = 1.5
_BEFORE_DASH: Final = 2.0
_ABBREVIATED: Final = 1.5

_LINE_OPENINGS: Final = frozenset({"", "\n", "*", "-", "–", "•", "»"})
_JOINTS: Final = frozenset({",", "und", "oder", "sowie"})
_ACRONYM: Final = 4
_APPOSED: Final = frozenset({"ein", "eine", "einer", "einem", "eines"})
_UNITS: Final = frozenset({"Prozent", "%", "Euro", "Dollar", "Franken"})


class Neighbours:
    """Adds evidence for what can be a name, by its own words and by those right beside it.

    Args:
        text: The article.
        openings: Where names can begin.
        registered: End of each name of the register by its first word.
        evidence: What is gathered.
    """

    def __init__(
        self, text: Text, openings: Openings, registered: Mapping[int, int], evidence: Evidence
    ) -> None:
        self._text = text
        self._openings = openings
        self._registered = registered
        self._ends = set(registered.values())
        self._evidence = evidence

    def _add(self, start: int, end: int, weight: float) -> None:
        self._evidence.add(self._text, start, end, weight)

    def by_itself(self, index: int) -> None:
        """A name's own words, the compound it begins, the headline it opens, its abbreviation."""
        text = self._text
        if text.joined(index) and text.before(index) in "-–":
            return
        end = self._openings.name_end(index)
        inside = index > 0 and shape(text.before(index)) >= Shape.PLAUSIBLE and not text.joined(index)
        inside = inside or fold(text.before(index)).endswith(tuple(words("appositions", "divisions")))
        if not inside and self._has_name_word(index, end):
            self._add(index, end, NAME_WORD)
        if text.before(index) == "Bei" and self._earns_after(end):
            self._add(index, end, NAME_WORD)
        if "&" in text.words[index + 1 : end - 1]:
            self._add(index, end, WEAK)
        if text.hyphenated_after(end):
            self._compound(index, end)
        elif text.after(end) == ":" and self._opens_line(index):
            self._add(index, end, _HEADLINE)
        elif text.after(end) in ("-", "–") and not text.joined(end) and self._opens_line(index):
            # `LINDE - Der Gasehersteller …`
            if index in self._registered or not is_place(text, fold(text.words[index])):
                self._add(index, end, _BEFORE_DASH if index in self._registered else WEAK)
        elif text.after(end) == "," and self._apposed(end + 1):
            self._add(index, end, NAME_WORD)
        elif text.after(end)[:1].isupper() and text.after(end + 1) == "," and self._apposed(end + 2):
            self._add(index, end + 1, NAME_WORD)  # `Hornberger Wolle, ein Garnhersteller`
        elif text.after(end) == "(" and bracketed_alias(text, index, end):
            self._add(index, end, _ABBREVIATED)
        elif index in self._registered and self._figure_follows(end):
            self._add(index, end, WEAK)

    def enumerated(self, index: int) -> None:
        """`SAP und Linde`: beside a company, a name is more likely one."""
        if not self._ends:
            return
        text, end = self._text, self._openings.name_end(index)
        after_one = text.before(index) in _JOINTS and index - 1 in self._ends
        if after_one or (text.after(end) in _JOINTS and end + 1 in self._registered):
            self._add(index, end, WEAK)

    def of_whom(self, index: int) -> None:
        """`Finanzchef von Mobimo`, `die Aktien der Talanx`."""
        text = self._text
        if index + 1 not in self._openings:
            return
        if text.words[index] == "des" and text.words[index + 1].endswith("s"):
            # `ein Sprecher des Klinikverbundes`: names take no ending there.
            return
        head = fold(text.before(index))
        if head not in words("compound_heads", "subject"):
            return
        # `Kunden von Brellova` tells less than `Papiere von Brellova`, `Kunden der Swiss` still less.
        weak = head in words("compound_heads", "weak") and head not in words("shares")
        if not weak or text.words[index] == "von":
            self._add(index + 1, self._openings.name_end(index + 1), WEAK if weak else _COMPOUND)

    def _has_name_word(self, index: int, end: int) -> bool:
        """`Quellbrunn Therapeutics`, `Lüchinger Holzbau`; `alkoholfreie Getränke` are goods."""
        following = [fold(word) for word in self._text.words[index + 1 : end]]
        if any(word not in words("name_words", "trades") and ends_name(word) for word in following):
            return True
        if any(ends_as_trade(self._text.words[index], word) for word in self._text.words[index + 1 : end]):
            return True
        adjective = self._text.words[index].endswith(("e", "en", "es", "em"))
        return not adjective and any(word in words("name_words", "trades") for word in following)

    def _earns_after(self, end: int) -> bool:
        """`Bei Trigema stieg der Umsatz`."""
        following = self._text.words[end : end + 5]
        verb = bool(following) and fold(following[0]) in words("verbs", "strong") | words("verbs", "weak")
        return verb and any(fold(word) in words("compound_heads", "weak") for word in following[1:])

    def _apposed(self, index: int) -> bool:
        """`Quellwerk, eine Tochter der …`, `von Quellwerk, einem Pumpenhersteller`, `Lixil, der Rivale,`."""
        text = self._text
        definite = text.after(index) in ("der", "die", "das")
        if text.after(index) not in _APPOSED and not definite:
            return False
        for position in range(index + 1, min(index + 4, len(text))):
            if text.words[position][0].isupper():
                last = text.compound_end(position + 1) if text.hyphenated_after(position + 1) else position
                told = role_at(text, last) is not None or fold(text.words[last]) in words("side_nouns")
                return told and (not definite or text.after(last + 1) == ",")
        return False

    def _figure_follows(self, end: int) -> bool:
        """`während Porsche 0,4 Prozent verlor`: of a name that is a family's too."""
        following = self._text.words[end : end + 6]
        return bool(following) and following[0][0].isdigit() and any(word in _UNITS for word in following)

    def _compound(self, index: int, end: int) -> None:
        """`Talanx-Spitze`, but not `CCS-Ergebnis`."""
        text = self._text
        head = without_scope(fold(text.words[text.compound_end(end)]))
        word = text.words[index]
        if head not in compound_heads():
            if head in words("establishments", "bodies"):
                self._add(index, end, WEAK)  # `die Olma-Genossenschaft`
            return
        if head not in words("compound_heads", "weak"):
            self._add(index, end, _COMPOUND)
        elif not (word.isupper() and len(word) <= _ACRONYM):
            self._add(index, end, WEAK)

    def _opens_line(self, index: int) -> bool:
        before = self._text.before(index)
        # `ROUNDUP: Talanx:`
        return before in _LINE_OPENINGS or (before == ":" and self._text.before(index - 1).isupper())
