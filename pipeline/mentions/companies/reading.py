"""Reads a text once and gathers what speaks for its names: role nouns, verbs, compounds, headlines."""

from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.mentions.companies.establishments import is_establishment, names_establishment
from pipeline.mentions.companies.evidence import Evidence
from pipeline.mentions.companies.exclusions import datelines, no_company_positions
from pipeline.mentions.companies.introductions import NAME_WORD, ROLE_NOUN, WEAK, Introductions
from pipeline.mentions.companies.openings import Openings
from pipeline.mentions.companies.persons import find_persons
from pipeline.mentions.companies.roles import role_at, role_of
from pipeline.mentions.companies.signs import (
    begins_legal_form,
    bracketed_alias,
    compound_heads,
    ends_as_trade,
    ends_name,
    legal_form_end,
    without_scope,
)
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, shape, words
from pipeline.vocabulary.kept import kept

ENTITY: Final = 2.0
COMPOUND: Final = 2.0
SUBJECT: Final = 2.0
HEADLINE: Final = 1.5
ABBREVIATED: Final = 1.5
CAMEL: Final = 1.0
STRIKING: Final = 0.5
REPEATED: Final = 0.5

_QUOTES: Final = frozenset("\"'„“”»«‚‘")
_LINE_OPENINGS: Final = frozenset({"", "\n", "*", "-", "–", "•", "»"})
_JOINTS: Final = frozenset({",", "und", "oder", "sowie"})
_ACRONYM: Final = 4
_CLAUSE: Final = 14
_REPETITIONS: Final = 2
_APPOSED: Final = frozenset({"ein", "eine", "einer", "einem", "eines"})
_DETERMINERS: Final = frozenset({"ein", "eine", "der", "die", "das"})
_BETWEEN: Final = frozenset({"auch", "zudem", "nun", "jetzt", "zuletzt"})
_UNITS: Final = frozenset({"Prozent", "%", "Euro", "Dollar", "Franken"})


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
            evidence.add(text, start, end, ENTITY)
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


class _Reader:
    """Goes through a text word by word; each method knows one shape in which companies are told."""

    def __init__(self, text: Text, registered: Mapping[int, int], others: Iterable[int]) -> None:
        self.evidence = evidence = Evidence()
        evidence.persons, evidence.surnames = find_persons(text, registered)
        evidence.never = evidence.persons | no_company_positions(text) | set(others) | datelines(text)
        self._text = text
        self._registered = registered
        self._ends = set(registered.values())
        self._openings = Openings(text, registered, evidence.never)
        self._introductions = Introductions(text, self._openings, registered, evidence)

    def _add(self, start: int, end: int, weight: float) -> None:
        self.evidence.add(self._text, start, end, weight)

    def read(self) -> None:
        """Gather the evidence of the whole text."""
        strong, weak = words("verbs", "strong"), words("verbs", "weak")
        for index in [index for index, word in enumerate(self._text.words) if not _tells_nothing(word)]:
            word = self._text.words[index]
            if word[0].islower():
                if word in ("von", "der", "des"):
                    self._of_whom(index)
                elif word == "up" and role_at(self._text, index) is not None:
                    self._introductions.role(index)
                elif word == "hat" and self._has_done(index):
                    self._verb(index, SUBJECT)
                elif (folded := fold(word)) in strong or folded in weak:
                    self._verb(index, SUBJECT if folded in strong else WEAK)
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
            self._by_itself(index)
            if self._ends:
                self._enumerated(index)
        if not introduces:
            return
        if not text.hyphenated_after(index + 1) and (role_at(text, index) or folded in words("side_nouns")):
            self._introductions.role(index)
            self._introductions.adjective_before(index)
        if names_establishment(text, index):
            self._introductions.establishment(index)
        elif is_establishment(folded):
            self._introductions.establishment_of_town(index)
            self._introductions.establishment_alone(index)
        if folded in words("branches", "central"):
            self._introductions.central_bank(index)
        if folded in words("name_words", "after_nouns") and not text.joined(index):
            self._introductions.noun_before(index)

    def _of_whom(self, index: int) -> None:
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
            self._add(index + 1, self._openings.name_end(index + 1), WEAK if weak else COMPOUND)

    def _enumerated(self, index: int) -> None:
        """`SAP und Linde`: beside a company, a name is more likely one."""
        text, end = self._text, self._openings.name_end(index)
        after_one = text.before(index) in _JOINTS and index - 1 in self._ends
        if after_one or (text.after(end) in _JOINTS and end + 1 in self._registered):
            self._add(index, end, WEAK)

    def _by_itself(self, index: int) -> None:
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
            self._add(index, end, HEADLINE)
        elif text.after(end) in ("-", "–") and not text.joined(end) and self._opens_line(index):
            # `LINDE - Der Gasehersteller …`
            self._add(index, end, SUBJECT if index in self._registered else WEAK)
        elif text.after(end) == "," and self._apposed(end + 1):
            self._add(index, end, NAME_WORD)
        elif text.after(end)[:1].isupper() and text.after(end + 1) == "," and self._apposed(end + 2):
            self._add(index, end + 1, NAME_WORD)  # `Hornberger Wolle, ein Garnhersteller`
        elif text.after(end) == "(" and bracketed_alias(text, index, end):
            self._add(index, end, ABBREVIATED)

        elif index in self._registered and self._figure_follows(end):
            self._add(index, end, WEAK)

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
            self._add(index, end, COMPOUND)
        elif not (word.isupper() and len(word) <= _ACRONYM):
            self._add(index, end, WEAK)

    def _opens_line(self, index: int) -> bool:
        before = self._text.before(index)
        # `ROUNDUP: Talanx:`
        return before in _LINE_OPENINGS or (before == ":" and self._text.before(index - 1).isupper())

    def _verb(self, index: int, weight: float) -> None:
        """`Brellova steigerte`, `teilte Brellova mit`."""
        text = self._text
        last = index - 1
        if text.before(index) in _QUOTES:
            last -= 1
        if last > 1 and text.words[last] == ")":
            # `Telefónica Deutschland (O2) rechnet`
            opening = (back for back in range(last, max(0, last - 8), -1) if text.words[back] == "(")
            last = next(opening, last + 1) - 1
        if (
            text.words[index] in ("heißt", "heisst")
            and index + 1 in self._openings
            and self._says_role(index)
        ):
            self._add(index + 1, self._openings.name_end(index + 1), ROLE_NOUN)
        start = self._openings.name_start(last) if last >= 0 else None
        if (
            start is None
            and last > 2
            and text.words[last - 1] in ("aus", "in")
            and text.words[last][0].isupper()
        ):
            # `Huber & Söhne aus Traunstein hat`
            start, last = self._openings.name_start(last - 2), last - 2
        if start is not None:
            if self._is_called(index):
                weight = ROLE_NOUN
            opener = text.before(start).lower()
            if opener in words("function_words", "articles"):
                weight *= 1.0 if names_establishment(text, start) else 0.5
            elif opener[:1].isalnum() and opener not in words("function_words", "clause_openings"):
                weight *= 0.25
            self._add(start, last + 1, weight)
        else:
            # `hatte auch Brellova Insolvenz angemeldet`
            position = index + 2 if text.after(index + 1) in _BETWEEN else index + 1
            if position in self._openings:
                end = self._openings.name_end(position)
                self._add(position, end, ROLE_NOUN if self._is_called_so(index, end) else 0.75 * weight)

    def _says_role(self, index: int) -> bool:
        """`Der jüngste Anbieter auf dem Markt heißt Brellova`."""
        return any(role_at(self._text, place) for place in range(self._text.sentence(index)[0], index))

    def _is_called(self, index: int) -> bool:
        """`Kessler & Rüb ist eine Firma in …`, `Leisewerk heißt das Start-up`."""
        text = self._text
        if (
            text.words[index] not in ("ist", "war", "heißt", "heisst")
            or text.after(index + 1) not in _DETERMINERS
        ):
            return False
        nouns = (
            place for place in range(index + 2, min(index + 6, len(text))) if text.words[place][0].isupper()
        )
        noun = next(nouns, None)
        return (
            noun is not None
            and role_at(text, text.compound_end(noun + 1) if text.hyphenated_after(noun + 1) else noun)
            is not None
        )

    def _is_called_so(self, index: int, end: int) -> bool:
        """`Mit 2 Milliarden Euro ist Storck der zweitgrößte Süßwarenhersteller`."""
        text = self._text
        if text.words[index] not in ("ist", "war", "bleibt", "wird") or text.after(end) not in _DETERMINERS:
            return False
        noun = next(
            (place for place in range(end + 1, min(end + 5, len(text))) if text.words[place][0].isupper()),
            None,
        )
        return noun is not None and role_at(text, noun) is not None

    def _has_done(self, index: int) -> bool:
        """Whether `hat` goes on to what companies do: `Brellova hat 45 Mio. Euro eingesammelt`."""
        done = words("verbs", "participles")
        for word in self._text.words[index + 1 : index + _CLAUSE]:
            if word in ";:!?\n":
                return False
            if word[0].islower() and fold(word) in done:
                return True
        return False

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
                scores[keys] += STRIKING if word.isupper() else CAMEL
            scores[keys] += REPEATED * min(counts.get(word, 1) - 1, _REPETITIONS)
