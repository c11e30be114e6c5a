"""Tells the company that a sentence is about from one that it mentions by the way."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from pipeline.mentions.companies.establishments import brought_in, stands_aside
from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.page import credited, publishers, teased
from pipeline.mentions.companies.raters import judges_others, without_raters
from pipeline.mentions.companies.roles import role_at
from pipeline.mentions.companies.signs import opens_sentence, without_scope
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, ordinary_words, phrases, words

_INNER: Final = frozenset({"im", "am", "in", "seit"})
_AND: Final = frozenset({"und", "oder", "sowie"})
_LINKS: Final = frozenset({",", "und", "oder", "sowie", "&", "/"})
_LONG_NOUN: Final = 6
_LONGEST_PERSON: Final = 4
_LOOK_BACK: Final = 8


def subjects(text: Text, places: Sequence[NamedPlace]) -> list[bool]:
    """Say of each named company whether a sentence can be about it.

    Args:
        text: The article.
        places: Where companies are named, in order.

    Returns:
        A truth value for each place.
    """
    advertised, publishing = teased(text), publishers(text, places)
    named = {position for place in places for position in range(place.start, place.end)}
    flags: list[bool] = []
    for number, place in enumerate(places):
        before = places[number - 1] if number else None
        if before is not None and (_restates(text, before, place) or _enumerated(text, before, place)):
            flags.append(flags[-1])
        else:
            side = place.identity in publishing or _is_side(text, place, advertised, named)
            flags.append(not side)
    return without_raters(text, places, flags)


def _restates(text: Text, before: NamedPlace, place: NamedPlace) -> bool:
    """`SAP (SAP SE)`: the same company again in brackets."""
    return before.identity == place.identity and text.words[before.end : place.start] == ["("]


def _enumerated(text: Text, before: NamedPlace, place: NamedPlace) -> bool:
    between = [word for word in text.words[before.end : place.start] if word not in "()"]
    return 0 < len(between) <= 2 and all(word in _LINKS for word in between)


def _is_side(text: Text, place: NamedPlace, advertised: set[int], named: set[int]) -> bool:
    if place.start in advertised or credited(text, place):
        return True
    if judges_others(text, place):
        return True
    if text.hyphenated_after(place.end):
        last = text.compound_end(place.end)
        if role_at(text, last) is not None and last + 1 in named:
            # `Telekom-Betreiber A1` is about A1.
            return True
        head = fold(text.words[last])
        if head in words("compound_heads", "side"):
            return True
        if _per_share(text, place.start):
            return True
        if without_scope(head) in words("compound_heads", "subject"):
            # `der Verkauf von Brellova-Aktien`
            if head in words("compound_heads", "houses") and brought_in(text, place.start):
                return True
            owned = text.before(place.start) in words("function_words", "genitives")
            return owned and _is_side_noun(fold(text.before(place.start - 1)))
        return role_at(text, last) is None or governed(text, place.start - 1, named)
    if text.after(place.end) == ":" and _is_headed(text, place, named):
        return False
    return (
        stands_aside(text, place.start)
        or text.before(place.start) == "("
        or _bought(text, place, named)
        or is_venue(text, place)
        or governed(text, place.start - 1, named)
    )


def _is_headed(text: Text, place: NamedPlace, named: set[int]) -> bool:
    """`Rekordgewinn für die Brellova Bank: Der Überschuss …`: whom the sentence after the colon is about."""
    if place.end + 1 >= len(text) or text.joined(place.end + 1):
        return False
    before = range(text.sentence(place.start)[0], place.start)
    return named.isdisjoint(before) and not any(text.words[index] in ("laut", "Laut") for index in before)


def is_venue(text: Text, place: NamedPlace) -> bool:
    """Tell an exchange where shares are dealt in: `Die Aktien werden an der Wiener Börse gehandelt`.

    Args:
        text: The article.
        place: Where a company is named.
    """
    if fold(text.words[place.end - 1]) not in words("exchanges", "names"):
        return False
    if text.before(place.start) == "der" and text.before(place.start - 1).lower() == "an":
        return True  # `An der Wiener Börse gab die Aktie nach`
    start, end = text.sentence(place.start)
    return any(fold(word) in words("exchanges") for word in text.words[start:end])


def _bought(text: Text, place: NamedPlace, named: set[int]) -> bool:
    """`Youzu kauft Bigpoint`: an object, where the buyer stands before the verb."""
    index = place.start - 1
    while index > 0 and (
        text.words[index] in "-–‑" or role_at(text, index) is not None or text.hyphenated_after(index + 1)
    ):
        index -= 1
    if index < 1 or fold(text.words[index]) not in words("deal_verbs"):
        return False
    start = text.sentence(index)[0]
    return any(position in named for position in range(start, index))


def governed(text: Text, index: int, named: set[int]) -> bool:
    """Tell whether a word before a name or a reference makes it a mere side figure.

    Args:
        text: The article.
        index: Position right before it; the walk goes back over role noun, adjectives and articles.
        named: Positions of all company names.

    Returns:
        True where it is one (`an Baker Hughes`, `hat den Zulieferer TRW`).
    """
    genitive = False
    noun_seen = dated = False
    for position in range(index, max(-1, index - _LOOK_BACK), -1):
        word = text.words[position]
        small = word.lower()
        if word in "\"'„“”»«‚‘" or small == "auch":
            # `der Konzern, zu dem auch Brellova gehört`
            continue
        if fold(small) in words("function_words", "articles"):
            if small in ("den", "einen") and noun_seen:
                # `hat den Zulieferer TRW erworben`: an object.
                return True
            genitive = genitive or small in words("function_words", "genitives")
            if small == "vom" and _sold(text, index):
                return True
            continue
        if (position == index or dated) and small in _AND and text.before(position)[:1].isupper():
            # `lieferte an Quelle und Brellova`, `um Zölle und die 2020 erworbene Brellova`: both after it
            before = text.before(position - 1).lower()
            if before in words("side_prepositions") and text.before(position - 2) != "bis":
                return True
        # `um die seit 1. Oktober 2016 einbezogene Brellova GmbH`
        attributed = position != index and fold(text.words[position + 1]) not in words(
            "function_words", "articles"
        )
        dated = dated or (word.isdigit() and attributed and text.words[position + 1].endswith(("e", "en")))
        if dated and (word.isdigit() or word == "." or word[0].isupper() or small in _INNER):
            continue
        if small in _INNER and position != index and text.words[position + 1][0].isupper():
            continue
        if _leads_to_subject(text, position, small):
            return False
        if word in ("bei", "beim") and fold(text.before(position)) in words(
            "side_prepositions", "placed_with"
        ):
            return True
        if word in ("bei", "beim") and noun_seen and _is_part(fold(text.before(index + 1))):
            # `Kosten bei der Softwaretochter Brellova`
            return True
        if small in words("side_prepositions") and text.after(position + 1) not in (",", ".", ";", ":"):
            return True
        if small == "von":
            if _sold(text, index) or _received(text, index) or _of_person(text, position):
                return True
            genitive = True
            continue
        if small in ("bei", "beim") and _entered(text, index, named):
            return True
        if small == "wie":
            return text.before(position)[:1].isalnum()
        if small == "als":
            # `…, als die Brellova AG Insolvenz anmeldete` compares nothing.
            return text.before(position) != "," and (
                not text.before(position).islower()
                or text.before(position).endswith("er")
                or text.before(position) == "mehr"
            )
        if word[0].isupper():
            if noun_seen and text.hyphenated_after(position + 1):
                continue
            if position != index and text.before(position) in _INNER:
                # `ohne die im Oktober abgespaltene Tochter Sandoz`
                continue
            if position != index:
                return genitive and (_side_noun_before(text, position) or _dealt_in(text, position))
            whole = fold(word)
            if text.hyphenated_after(position - 1):
                if position - 2 in named:
                    # `VW-Erzrivale Toyota`: the rival is the one spoken of.
                    return False
                whole = fold(text.before(position - 1)) + whole
            if whole in words("side_nouns") or fold(word) in words("side_nouns"):
                # `Konkurrent Ericsson verdiente`, `Beim Nachbarn Wefa sank` are about these.
                return not opens_sentence(text, position) and text.before(position) not in ("Bei", "Beim")
            if role_at(text, position) is None and not whole.endswith(phrases("appositions", "endings")):
                return False
            noun_seen = True
            continue
        if word in "-–‑" and noun_seen and text.joined(position):
            continue
        if not (word.islower() and word.endswith(("e", "en", "er", "es", "em"))):
            return False
    return False


def _side_noun_before(text: Text, position: int) -> bool:
    """`Tochter der X`, and over a person's name `Analystin Petra Kern von X`."""
    for earlier in range(position, max(-1, position - _LONGEST_PERSON), -1):
        word = text.words[earlier]
        if not word[0].isupper():
            return False
        if _is_side_noun(fold(word)):
            return True
    return False


def _is_side_noun(folded: str) -> bool:
    """`Übernahme` and `Komplettübernahme`, `Expertin` and `Rentenexpertin`."""
    nouns = words("side_prepositions", "nouns")
    return folded in nouns or folded.endswith(_long_side_nouns())


@cache
def _long_side_nouns() -> tuple[str, ...]:
    return tuple(noun for noun in words("side_prepositions", "nouns") if len(noun) >= _LONG_NOUN)


def _dealt_in(text: Text, position: int) -> bool:
    """`ein Gewinn mit Papieren der X`, `kaufte Aktien der X`: papers that another company deals in."""
    if fold(text.words[position]) not in words("shares"):
        return False
    before = text.before(position).lower()
    return before in ("mit", "von", "aus", "durch") or _sold(text, position)


def _leads_to_subject(text: Text, position: int, preposition: str) -> bool:
    """`Auf die X entfallen 42 Mio.`, `gegen die X verhängt`, `vor allem X`: whom it is about."""
    if preposition == "vor":
        return text.after(position + 1) == "allem"
    stems = {"auf": ("entfiel", "entfall", "entfaell"), "gegen": ("verhaeng",), "ueber": ("verhaeng",)}
    if fold(preposition) not in stems:
        return False
    start, end = text.sentence(position)
    return any(fold(word).startswith(stems[fold(preposition)]) for word in text.words[start:end])


def _is_part(folded: str) -> bool:
    """`Softwaretochter`, `Kernmarke`."""
    return folded.endswith(("tochter", "marke", "sparte"))


def _per_share(text: Text, start: int) -> bool:
    """`30 Dollar je X-Aktie`, `eine Prämie auf die X-Aktie`: what a buyer pays."""
    before = text.before(start).lower()
    if before in ("je", "pro"):
        return True
    if before not in ("die", "den", "das") or text.before(start - 1) != "auf":
        return False
    begin, _ = text.sentence(start)
    return any(fold(word) in words("shares", "premiums") for word in text.words[begin:start])


def _of_person(text: Text, position: int) -> bool:
    """`David Wech von JPC Energy`: an expert, whose house is not the one spoken of."""
    last, first = text.before(position), text.before(position - 1)
    return last[:1].isupper() and fold(first) in ordinary_words("first_name")


def _received(text: Text, index: int) -> bool:
    """Whether the sentence has told before what somebody got, so that `von X` is the giver."""
    start, end = text.sentence(index)
    before = any(fold(word) in words("received") for word in text.words[start:index])
    return before or any(fold(word) in words("received", "participles") for word in text.words[index:end])


def _entered(text: Text, index: int, named: set[int]) -> bool:
    """Whether one company steps into another: `EQT steigt bei Audibell ein`."""
    start, end = text.sentence(index)
    return (
        any(fold(word) in words("entered") for word in text.words[start:end])
        and any(word in words("entered", "particles") for word in text.words[index:end])
        and any(position in named for position in range(start, index))
    )


def _sold(text: Text, index: int) -> bool:
    """Whether the sentence tells of a purchase, so that `von X` is the other party."""
    start, end = text.sentence(index)
    return any(word in words("deal_verbs") for word in text.words[start:end])
