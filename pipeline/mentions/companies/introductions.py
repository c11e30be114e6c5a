"""Gathers the companies that a text introduces as such: by legal form, role noun, a word of their name."""

from collections.abc import Mapping
from typing import Final

from pipeline.mentions.companies.establishments import is_establishment, names_establishment
from pipeline.mentions.companies.evidence import LEGAL_FORM, Evidence
from pipeline.mentions.companies.legal_names import legal_name_start
from pipeline.mentions.companies.openings import Openings
from pipeline.mentions.companies.roles import role_at, role_of
from pipeline.mentions.companies.signs import is_place, opens_sentence
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import Shape, fold, ordinary_words, shape, words

ROLE_NOUN: Final = 3.0
NAME_WORD: Final = 2.0
WEAK: Final = 1.0
_TAKEN_UP: Final = 1.5
QUOTES: Final = frozenset("\"'„“”»«‚‘")
_OF_PLACES: Final = frozenset({"in", "aus", "nach", "bei", "um"})
_ADJECTIVES: Final = ("ische", "ischen", "ischer", "isches")


class Introductions:
    """Adds evidence for what stands at a word that introduces a company.

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
        self._evidence = evidence

    def _add(self, start: int, end: int, weight: float) -> None:
        self._evidence.add(self._text, start, end, weight)

    def legal_form(self, index: int, end: int) -> None:
        """`Natur-Solebad Werne GmbH`."""
        start = legal_name_start(self._text, index)
        # `GROUP AG` in a line of capitals
        shouted = index in self._openings.shouted
        lone = shouted and end == index + 1 and self._text.words[index] not in ("AG", "GMBH")
        if start is not None and not lone:
            self._add(start, index, LEGAL_FORM)
            # `Lindner AG`, though a minister is called so.
            self._evidence.never.difference_update(range(start, index))

    def role(self, index: int) -> None:
        """`der Softwarekonzern SAP`, `die Firma "Brellova"`."""
        text = self._text
        position = index + 1
        if text.after(position) in QUOTES or text.after(position) == "\n":
            position += 1
        if position >= len(text):
            return
        word = text.words[position]
        if position in self._openings:
            end = self._openings.name_end(position, whole_chain=True)
            if position in self._openings.shouted and position not in self._registered:
                end = (
                    text.compound_end(position + 1) + 1
                    if text.hyphenated_after(position + 1)
                    else position + 1
                )
            # `die Bank Oberegg` is called so with the noun.
            with_noun = self._needs_noun(index)
            self._add(index if with_noun else position, end, ROLE_NOUN)
        elif self._joins_two_nouns(position):
            self._add(position, position + 3, ROLE_NOUN)
        elif self._called_as_noun(index, position):
            self._add(index if self._needs_noun(index) else position, position + 1, ROLE_NOUN)
        elif word[0].isupper() and fold(word) in ordinary_words("first_name"):
            end = self._openings.name_end(position)
            titled = fold(text.words[index]) in words("titles")
            if not titled and (end > position + 1 or self._firm_alone(index, position)):
                self._add(position, end, ROLE_NOUN)
                if str(role_at(text, index)).endswith(tuple(words("roles", "impersonal"))):
                    self._evidence.persons.difference_update(range(position, end))
                    self._evidence.never.difference_update(range(position, end))

    def _joins_two_nouns(self, position: int) -> bool:
        """`der Armaturenhersteller Kessel & Brand`: two nouns with a sign that joins names."""
        text = self._text
        partner = text.after(position + 2)
        sign = text.after(position + 1) == "&" and not text.joined(position + 1)
        free = self._evidence.never.isdisjoint((position, position + 2))
        return sign and free and text.words[position][0].isupper() and partner[:1].isupper()

    def _called_as_noun(self, index: int, position: int) -> bool:
        """`die Baumarktkette Hagemeister`, `das Modehaus Engel`: names of families that are nouns."""
        text, word = self._text, self._text.words[position]
        if position in self._evidence.never or not word[0].isupper() or shape(word) != Shape.ORDINARY:
            return False
        if role_of(word) is not None or text.hyphenated_after(position + 1):
            return False
        folded, following = fold(word), fold(text.after(position + 1) or ".")
        if folded.endswith(tuple(words("establishments", "families"))):
            return True
        if folded in ordinary_words("noun"):
            return self._named_again(index, position)
        article = text.before(index).lower() in words("function_words", "articles")
        if article and (fold(text.words[index]) == "firma" or fold(text.words[index]) in words("side_nouns")):
            return True  # `der Mitbewerber Technoplan`
        if not opens_sentence(text, index):
            return False
        return following in ("(", "aus") or following in words("verbs", "strong") | words("verbs", "weak")

    def _named_again(self, index: int, position: int) -> bool:
        """`die Modekette Ambiente`, where the text says so twice or goes on `Ambiente war …`."""
        text, noun, name = self._text, self._text.words[index], self._text.words[position]
        if not opens_sentence(text, index):
            return False
        verbs = words("verbs", "strong") | words("verbs", "weak")
        return any(
            text.before(place) == noun
            or (opens_sentence(text, place) and fold(text.after(place + 1) or ".") in verbs)
            for place, word in enumerate(text.words)
            if word == name and place != position and not text.joined(place)
        )

    def _firm_alone(self, index: int, position: int) -> bool:
        """`der Hausgerätehersteller Severin geht`: a first name, but that of a maker and not of a dealer."""
        role = role_at(self._text, index)
        following = self._text.after(position + 1)
        return (
            role is not None
            and not role.endswith(tuple(words("roles", "never_refer")))
            and (following[:1].islower() or following in (",", "(", "."))
        )

    def establishment(self, index: int) -> None:
        """`Sparkasse Uckermark`; of `Hotel Adlon` something else must tell that it is spoken of."""
        if index not in self._evidence.never and self._needs_noun(index):
            chain = self._text.hyphenated_after(index - 1)  # `VR-Bank Ostalb`
            doubtful = not chain and fold(self._text.words[index]) in words("establishments", "sites")
            start = index - 2 if chain else index
            self._add(start, self._openings.name_end(index), WEAK if doubtful else NAME_WORD)

    def establishment_alone(self, index: int) -> None:
        """`Die Stadtwerke` of a local paper: spoken of more than once, and never with a town."""
        text = self._text
        word = text.words[index]
        if fold(word) not in words("establishments", "alone") or text.before(index).lower() not in (
            "die",
            "der",
        ):
            return
        places = [place for place, other in enumerate(text.words) if other.startswith(word)]
        if len(places) > 1 and not any(names_establishment(text, place) for place in places):
            self._add(index, index + 1, NAME_WORD)

    def houses(self, index: int) -> None:
        """`die Kurhessen-Kliniken`, `eines der Ludolf-Hotels`: houses of a name that are one company."""
        text, start = self._text, index - 2
        name = text.words[start]
        family = fold(name) in self._evidence.surnames
        if start in self._registered or text.hyphenated_after(start - 1) or is_place(text, fold(name)):
            return
        if not (family or shape(name) == Shape.PLAUSIBLE) or name.isupper():
            return
        self._add(start, index + 1, NAME_WORD)
        self._evidence.never.difference_update(range(start, index + 1))
        self._evidence.persons.difference_update(range(start, index + 1))

    def establishment_of_town(self, index: int) -> None:
        """`Salzburger Festspiele`; `die Dortmunder Brauerei` refers to one named."""
        town = self._text.before(index)
        if not town.endswith("er") or not town[:1].isupper() or len(town) < 5 or self._text.joined(index):
            return
        folded = fold(self._text.words[index])
        own = folded in words("establishments", "of_towns")
        if index - 1 in self._evidence.never or (role_of(self._text.words[index]) is not None and not own):
            return
        if shape(town) == Shape.PLAUSIBLE or own:
            doubtful = folded in words("establishments", "sites")
            self._add(index - 1, index + 1, WEAK if doubtful else NAME_WORD)

    def adjective_before(self, index: int) -> None:
        """`die Westfälische Landbank`: an adjective with a capital within a sentence is part of a name."""
        text, adjective = self._text, self._text.before(index)
        if not adjective[:1].isupper() or not fold(adjective).endswith(_ADJECTIVES) or text.joined(index):
            return
        article = text.before(index - 1).lower() in words("function_words", "articles")
        if article and index - 1 not in self._evidence.never and index not in self._registered.values():
            self._add(index - 1, index + 1, NAME_WORD)

    def taken_up(self, index: int) -> None:
        """`Ganz hinten fand sich Brellova. Der Hersteller …`: the noun takes up the name just said."""
        text = self._text
        start = text.sentence(index)[0]
        if text.before(start) != "." or fold(text.words[start]) not in ("der", "die", "das"):
            return
        first = self._openings.name_start(start - 2) if opens_sentence(text, index) else None
        if first is None or fold(text.before(first)) in words("side_prepositions") | _OF_PLACES:
            return
        self._add(first, start - 1, _TAKEN_UP)

    def _needs_noun(self, index: int) -> bool:
        """Whether the name after a noun never stands without it: `Brauerei Zötler`, and never `Zötler`."""
        text, position = self._text, index + 1
        if not is_establishment(fold(text.words[index])) or position in self._registered:
            return False
        noun, name = text.words[index], text.words[position]
        if fold(name) in ordinary_words("place") or fold(noun) in words("establishments", "clubs"):
            return True
        return all(
            text.before(place) == noun
            or text.before(place).lower() in _OF_PLACES
            or place in self._evidence.persons
            for place, word in enumerate(text.words)
            if word in (name, name + "s")
        )

    def central_bank(self, index: int) -> None:
        """`Tschechische Nationalbank`, `Ungarns Notenbank`; `die Nationalbank` where no country is named."""
        text, before = self._text, self._text.before(index)
        if index in self._registered.values() or index + 1 in self._registered.values():
            return
        of_country = before[:1].isupper() and not text.joined(index) and index - 1 not in self._evidence.never
        if of_country and (
            fold(before).endswith(("sche", "schen", "scher")) or fold(before[:-1]) in ordinary_words("place")
        ):
            self._add(index - 1, index + 1, LEGAL_FORM)
        elif before == "-" and text.joined(index) and text.before(index - 1) == "US":  # `die US-Notenbank`
            self._add(index - 2, index + 1, LEGAL_FORM)
        elif fold(before) in words("function_words", "articles") and not any(
            fold(word) in words("branches", "central") for word in text.words[:index]
        ):
            self._add(index, index + 1, LEGAL_FORM)

    def noun_before(self, index: int) -> None:
        """`Bauwerk Group`, though `Bauwerk` is a word like any other."""
        word = self._text.before(index)
        if index - 1 in self._evidence.never or role_of(word) is not None:
            return
        if fold(word).endswith(tuple(words("appositions", "divisions"))):
            return
        if word[:1].isupper() and shape(word) == Shape.ORDINARY:
            self._add(index - 1, index + 1, NAME_WORD)
