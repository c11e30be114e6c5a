"""Tells the house whose word a sentence gives from the company that it speaks of: `DZ-Bank-Analyst`."""

from functools import cache
from typing import Final

from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, ordinary_words, words

_LONGEST_PERSON: Final = 4
"""Words and signs of a person's name at most."""
_LONG_NOUN: Final = 6
_MAN: Final = 6
"""Words from the name of a house to the `man` of its people."""
_KIND_OF_HOUSE: Final = 3
"""Words from `von` to a name at most: `von der Nachrichtenagentur Hendrikson`."""
_ON_WHOSE_PART: Final = frozenset({"seitens", "vonseiten"})
_HAVE: Final = frozenset({"hat", "habe", "hatte"})
_LINKS: Final = frozenset({"von", "vom", "bei", "beim", "der", "des", "den"})


def is_voice(text: Text, start: int, end: int) -> bool:
    """Tell whether a name is that of a house that judges, and not of the one judged.

    Args:
        text: The article.
        start: Position of its first word.
        end: Position after its last word.

    Returns:
        True for `Die Beratung McKinsey schätzt …`, `DZ-Bank-Analyst Kern`, `die Analysten der DZ Bank`.
    """
    if text.hyphenated_after(end):
        return _judges(fold(text.words[text.compound_end(end)]))
    if fold(text.before(start)) in words("voices"):
        first, last = text.sentence(start)
        return any(fold(word) in words("voices", "sayings") for word in text.words[first:last])
    if text.before(start).lower() in _ON_WHOSE_PART or text.before(start - 1).lower() in _ON_WHOSE_PART:
        return True
    if _has_asked(text, start, end) or _finds_out(text, end) or _employs_analyst(text, start):
        return True
    return _is_house(text, start, end) and _is_asked(text, start, end)


def foretells(text: Text, end: int) -> bool:
    """Tell whether a house says what it expects right after its name: `Die Bank HSBC erwartet …`.

    Args:
        text: The article.
        end: Position after the last word of its name.
    """
    return fold(text.after(end)) in words("voices", "foretellings")


def _has_asked(text: Text, start: int, end: int) -> bool:
    """`von Hendrikson befragte Analysten`, `die vom Datendienst Hendrikson erhobene Markterwartung`."""
    before = {text.before(place).lower() for place in range(start, max(start - _KIND_OF_HOUSE, 0), -1)}
    return not before.isdisjoint(("von", "vom")) and fold(text.after(end)) in words("voices", "polling")


def _finds_out(text: Text, end: int) -> bool:
    """`Das hat die KfW ermittelt`, `Die KfW errechnete ein Plus`, `Die KfW hat ein Plus ermittelt`."""
    following = fold(text.after(end))
    if following in words("voices", "finding"):
        return True
    last = text.sentence(end - 1)[1]
    closing = [fold(word) for word in text.words[max(end, last - 3) : last]]
    return following in _HAVE and not words("voices", "finding").isdisjoint(closing)


def _employs_analyst(text: Text, start: int) -> bool:
    """`Analystin Petra Kern von der DZ Bank`, `die Experten von Jefferies`."""
    position = start - 1
    while position >= 0 and text.words[position] in _LINKS:
        position -= 1
    if position == start - 1:
        return False
    if position >= 0 and _judges(fold(text.words[position])):
        return True
    for place in range(position, max(-1, position - _LONGEST_PERSON), -1):
        if not text.words[place][0].isupper() and text.words[place] not in ("-", "."):
            return False
        if _judges(fold(text.before(place))):
            return any(fold(word) in ordinary_words("first_name") for word in text.words[place:position])
    return False


def _is_house(text: Text, start: int, end: int) -> bool:
    """`Bankhaus Brell`, `Hendrikson Securities`, `DZ Bank`."""
    houses = words("voices", "houses")
    return any(fold(word) in houses for word in text.words[start:end]) or fold(text.words[end - 1]).endswith(
        "bank"
    )


def _is_asked(text: Text, start: int, end: int) -> bool:
    """`sagt Petra Kogler vom Bankhaus Brell`, `Beim Bankhaus Brell traut man der Gruppe … zu`.

    `Petra Kogler vom Bankhaus Brell rechnet mit 5 Mio.` too.
    """
    before, sentence = text.before(start).lower(), text.sentence(start)
    if before not in _LINKS:
        return False
    if before in ("bei", "beim", "der") and "man" in text.words[start : start + _MAN]:
        return text.before(start)[0].isupper() or text.before(start - 1) == "Bei"
    position = start - 2 if before != "der" else start - 3
    if position < 1 or fold(text.words[position - 1]) not in ordinary_words("first_name"):
        return False
    said = fold(text.after(end)) in words("voices", "asked") | words("voices", "deeming")
    before_her = text.words[sentence[0] : position - 1]
    return foretells(text, end) or said or any(fold(word) in words("voices", "asked") for word in before_her)


def _judges(folded: str) -> bool:
    """`Analystin`, `Chefvolkswirt`, `Branchenexperte`."""
    return folded in words("voices", "people") or folded.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for word in words("voices", "people") if len(word) > _LONG_NOUN)
