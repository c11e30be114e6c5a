"""Gives every name of a document the fullest form in which the document has it: `Müller`, `Klaus Müller`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.mentions.companies.signs import abbreviates
from pipeline.mentions.companies.words import fold, ordinary_words, words

Key = tuple[str, ...]
"""Folded words of a name in its basic form: `("europaeische", "zentralbank")`."""

_LONGEST_ALIAS: Final = 15
_ENDINGS: Final = ("en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as it stands in the text.

    Attributes:
        start: First code point.
        end: First code point after it.
        text: The text between them.
        label: ORG, PER, LOC or MISC.
    """

    start: int
    end: int
    text: str
    label: str


def full_names(article: str, names: Sequence[WrittenName]) -> list[str]:
    """Find the full name behind each name of a document.

    Args:
        article: The document's text.
        names: Its names in the order of the text.

    Returns:
        A full name for each: the longest form that can only be the same one (`Klaus Müller` for `Müllers`,
        not where a Petra Müller is named too), the long form beside an abbreviation in brackets, the basic
        form for an inflected one.
    """
    result: dict[str, dict[Key, str]] = {}
    keys: list[Key] = []
    by_label: dict[str, list[WrittenName]] = {}
    for name in names:
        by_label.setdefault(name.label, []).append(name)
    basic = {label: _Basic(group) for label, group in by_label.items()}
    for name in names:
        keys.append(basic[name.label].key(name.text))
    for label, group in by_label.items():
        forms = basic[label].forms(group)
        result[label] = {key: forms[_fullest(key, forms, label)] for key in forms}
    for short, long in _bracketed(article, names):
        if names[short].label in ("ORG", "MISC") and names[long].label in ("ORG", "MISC", "LOC"):
            result[names[short].label][keys[short]] = result[names[long].label][keys[long]]
    return [result[name.label][key] for name, key in zip(names, keys, strict=True)]


class _Basic:
    """Takes inflections off the names of one label, where the document or a list shows the basic form."""

    def __init__(self, group: Iterable[WrittenName]) -> None:
        self._seen: set[Key] = set()
        self._last: set[str] = set()
        self._person = False
        for name in group:
            self._person = name.label == "PER"
            split = self._split(name.text)
            self._seen.add(split)
            self._last.update(split[-1:])

    def _split(self, text: str) -> Key:
        split = [fold(word).strip(".,") for word in text.split()]
        while self._person and len(split) > 1 and split[0] in words("titles"):
            split = split[1:]
        return tuple(
            word[:-1] if word.endswith(_ENDINGS) and index < len(split) - 1 and not self._person else word
            for index, word in enumerate(split)
        )

    def key(self, text: str) -> Key:
        """Say which name a written form is one of."""
        split = self._split(text)
        head, last = split[:-1], split[-1]
        shorter = last[:-1]
        if last.endswith("s") and len(last) > 3:
            known = shorter in self._last if self._person else (*head, shorter) in self._seen
            if known or (not head and shorter in ordinary_words("place")):
                return (*head, shorter)
        if last.endswith("n") and (*head, shorter) in self._seen and not self._person:
            return (*head, shorter)
        return split

    def forms(self, group: Iterable[WrittenName]) -> dict[Key, str]:
        """Choose the form under which each name goes: in its basic form, not in capitals, the first such."""
        best: dict[Key, tuple[tuple[bool, ...], str]] = {}
        for name in group:
            key, split = self.key(name.text), name.text.split()
            while self._person and len(split) > len(key):
                split = split[1:]
            form = " ".join(split)
            inflected = fold(split[-1]) != key[-1]
            if inflected:
                form = form[:-1].rstrip("'’")
            attributes = any(word.endswith(_ENDINGS) for word in split[:-1]) and not self._person
            rank = (not inflected, not attributes, not form.isupper() or len(form) <= 4)
            if key not in best or rank > best[key][0]:
                best[key] = rank, form
        return {key: form for key, (_, form) in best.items()}


def _fullest(key: Key, forms: dict[Key, str], label: str) -> Key:
    """The one longer name that a short one can stand for, else the name itself."""
    if label == "PER":
        longer = [other for other in forms if len(other) > len(key) and _is_person(key, other)]
    elif label == "LOC":
        longer = [other for other in forms if len(other) > len(key) and _is_place(key, other, forms[other])]
    else:
        return key
    longest = [
        one for one in longer if not any(one == other[-len(one) :] for other in longer if other != one)
    ]
    return longest[0] if len(longest) == 1 else key


def _is_person(short: Key, full: Key) -> bool:
    """`Müller` and `Peter Müller` of `Hans Peter Müller`, `Elon` of `Elon Musk`."""
    return full[-len(short) :] == short or short == full[:1]


def _is_place(short: Key, full: Key, form: str) -> bool:
    """`Frankfurt` of `Frankfurt am Main`, but not `Berlin` of `Berlin Mitte`."""
    rest = form.split()[len(short) : len(short) + 1]
    return full[: len(short)] == short and bool(rest) and (rest[0][0].islower() or rest[0][0] in "(/")


def _bracketed(article: str, names: Sequence[WrittenName]) -> Iterable[tuple[int, int]]:
    """Pairs of an abbreviation in brackets and the name before it: `Europäische Zentralbank (EZB)`."""
    for index in range(1, len(names)):
        long, short = names[index - 1], names[index]
        if (
            article[long.end : short.start].strip() == "("
            and article[short.end : short.end + 1] in (")", ",", ";", "/")
            and len(short.text) <= _LONGEST_ALIAS
            and " " not in short.text
            and abbreviates(fold(short.text), [fold(part) for part in long.text.replace("-", " ").split()])
        ):
            yield index, index - 1
