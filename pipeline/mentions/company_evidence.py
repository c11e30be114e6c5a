"""Gathers what a text itself says for a word being a company: legal forms, role nouns, verbs, compounds, headlines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from pipeline.mentions.company_text import (
    Shape,
    Text,
    fold,
    insert,
    is_noun,
    keys_of,
    longest_match,
    ordinary_words,
    phrases,
    shape,
    words,
)

LEGAL_FORM: Final = 3.0
ROLE_NOUN: Final = 3.0
NAME_WORD: Final = 2.0
ENTITY: Final = 2.0
COMPOUND: Final = 2.0
HEADLINE: Final = 1.5
SUBJECT: Final = 2.0
WEAK: Final = 1.0
STRIKING: Final = 0.5
REPEATED: Final = 0.5

_QUOTES: Final = frozenset("\"'„“”»«‚‘")
_CLAUSE_OPENINGS: Final = frozenset(
    {"dass", "weil", "wenn", "und", "aber", "denn", "während", "nachdem", "da", "ob", "wie", "als", "sondern", "obwohl", "will"}
)
_ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem", "des"})
_LONGEST_NAME: Final = 6


@dataclass(slots=True)
class Evidence:
    """What a text says for its names.

    Attributes:
        scores: Weight of the evidence for each name, by its folded words.
        spans: Where the names stood: first word, word after the last, folded words.
        persons: Positions of words that name people.
        person_words: The same words, folded.
    """

    scores: dict[tuple[str, ...], float] = field(default_factory=dict)
    spans: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    persons: set[int] = field(default_factory=set)
    person_words: set[str] = field(default_factory=set)

    def add(self, text: Text, start: int, end: int, weight: float) -> None:
        """Count one piece of evidence for the words from `start` to `end`."""
        keys = tuple(fold(word) for word in text.words[start:end] if word[0].isalnum() or word in "&+")
        if not keys:
            return
        self.scores[keys] = self.scores.get(keys, 0.0) + weight
        self.spans.append((start, end, keys))

    def starting_at(self, keys: Sequence[str]) -> float:
        """Sum the evidence for all names that begin with the given words."""
        count = len(keys)
        return sum(score for name, score in self.scores.items() if name[:count] == tuple(keys))

    def is_person(self, keys: Sequence[str]) -> bool:
        """Tell whether a name of one word is one that the text gives a person."""
        return len(keys) == 1 and keys[0] in self.person_words and self.scores[tuple(keys)] < LEGAL_FORM

    def short_form_fits(self, word: str) -> bool:
        """Tell whether the first word of a longer name can stand for it: `Moip` for `Moip Pagamentos`."""
        return (
            len(word) > 2
            and word not in self.person_words
            and word not in words("name_words", "never_alone")
            and shape(word.capitalize()) >= Shape.PLAUSIBLE
        )


@cache
def _trie(table: str, field_name: str) -> dict[str, object]:
    trie: dict[str, object] = {}
    for entry in phrases(table, field_name):
        insert(trie, (fold(word) for word in Text(entry).words), entry)
    return trie


def legal_form_end(text: Text, index: int) -> int | None:
    """Find the end of a legal form.

    Args:
        text: The article.
        index: Position of its first word (`GmbH`, `&` in `& Co. KG`).

    Returns:
        Position after it, or None where none stands there.
    """
    position = index + 1 if text.after(index) == "," and text.after(index + 1) in ("Inc", "Ltd", "Co") else index
    if fold(text.after(position)) not in _trie("legal_forms", "words"):
        return None
    match = _match_signs(text, _trie("legal_forms", "words"), position)
    if match is None:
        return None
    word = text.words[position]
    if word.islower() and match - position == 1 or (word.istitle() and len(word) == 2 and match - position == 1):
        return None
    if text.hyphenated_after(match):
        return None
    # The dot of `Inc.` belongs to it unless it ends the sentence, which a small letter after it denies.
    return match


def _match_signs(text: Text, trie: Mapping[str, object], index: int) -> int | None:
    """Like longest_match, with dots and hyphens being words of their own."""
    node: Mapping[str, object] = trie
    end: int | None = None
    position = index
    while position < len(text):
        following = node.get(fold(text.words[position]))
        if not isinstance(following, dict):
            break
        node = following
        position += 1
        if "" in node:
            end = position
    return end


def never_company(text: Text, index: int) -> int | None:
    """Find the end of a name that is no company: an index, an agency, a public body.

    Args:
        text: The article.
        index: Position of its first word.

    Returns:
        Position after it, or None.
    """
    trie = _not_companies()
    if text.words[index] not in trie:
        return None
    node: Mapping[str, object] = trie
    position, end = index, None
    while position < len(text):
        following = node.get(text.words[position])
        if not isinstance(following, dict):
            break
        node = following
        position += 1
        if "" in node:
            end = position
    return end


@cache
def _not_companies() -> dict[str, object]:
    trie: dict[str, object] = {}
    for field_name in ("indices", "agencies", "institutions", "symbols"):
        for entry in phrases("not_companies", field_name):
            insert(trie, Text(entry).words, entry)
    return trie


@lru_cache(maxsize=1 << 14)
def role_of(word: str) -> str | None:
    """Say what a noun calls a company.

    Args:
        word: A noun in any case of the singular, a compound too (`Softwarekonzerns`).

    Returns:
        The noun in its basic form, folded; None where it names no kind of company.
    """
    if not word[:1].isupper() and "-" not in word:
        return None
    folded = fold(word)
    for form in dict.fromkeys((folded, folded.removesuffix("es"), folded.removesuffix("s"), folded.removesuffix("n"))):
        if form in words("roles", "except"):
            return None
        if form in words("roles") or (len(form) > 7 and form.endswith(_role_endings())):
            return form
    return None


@cache
def _role_endings() -> tuple[str, ...]:
    return tuple(words("roles", "endings"))


def role_at(text: Text, index: int) -> str | None:
    """Say what the noun at a position calls a company, the parts of `Internet-Konzern` taken together."""
    word = text.words[index]
    role = role_of(word)
    if role is None and text.hyphenated_after(index - 1) and word[0].isupper():
        start = index
        while start > 1 and text.hyphenated_after(start - 1):
            start -= 2
        role = role_of("".join(text.words[start : index + 1]).replace("-", ""))
    return role


def is_name_start(text: Text, index: int) -> bool:
    """Tell whether a word could begin an unknown name."""
    return index < len(text) and shape(text.words[index]) >= Shape.PLAUSIBLE and never_company(text, index) is None


def name_end(text: Text, index: int, registered: Mapping[int, int]) -> int:
    """Find the end of the run of words that look like one name.

    Args:
        text: The article.
        index: Position of the first word.
        registered: End of each name of the register by its first word.

    Returns:
        Position after the last word.
    """
    position = registered.get(index, index + 1)
    while position < len(text) and position - index < 2 * _LONGEST_NAME:
        word = text.words[position]
        if text.hyphenated_after(position):
            if shape(text.words[position + 1]) < Shape.PLAUSIBLE:
                break
            position += 2
            continue
        if text.joined(position) and word[0].isalnum():
            break
        if shape(word) >= Shape.PLAUSIBLE or (word[0].isupper() and _continues(fold(word))):
            position += 1
        elif word in ("&", "+", "of", "de") and position + 1 < len(text) and shape(text.words[position + 1]) >= Shape.ORDINARY:
            position += 2
        else:
            break
    return position


def _continues(folded: str) -> bool:
    return folded in words("name_words") or folded in words("references", "subsidiary_places")


def gather_evidence(
    text: Text,
    registered: Mapping[int, int],
    organisations: Iterable[tuple[int, int]] = (),
    others: frozenset[int] | set[int] = frozenset(),
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
    evidence = Evidence()
    _find_persons(text, evidence, registered)
    openings = {index for index in range(len(text)) if _opens_name(text, index, registered, evidence, others)}
    for start, end in organisations:
        if all(shape(word) for word in text.words[start:end] if word[0].isalnum()):
            evidence.add(text, start, end, ENTITY)
    verbs = words("verbs", "strong"), words("verbs", "weak")
    for index, word in enumerate(text.words):
        if word[0].islower():
            if word in verbs[0] or word in verbs[1]:
                _verb(text, index, SUBJECT if word in verbs[0] else WEAK, openings, registered, evidence)
            continue
        if not word[0].isalnum() and word != "&":
            continue
        end = legal_form_end(text, index)
        if end is not None:
            _legal_form(text, index, end, evidence)
        if index in openings:
            _by_itself(text, index, registered, evidence)
        if role_at(text, index) is not None and not text.hyphenated_after(index + 1):
            _role(text, index, openings, registered, evidence)
        if fold(word) in words("name_words", "first"):
            _first_word(text, index, evidence)
    _repetitions(text, evidence)
    return evidence


def _opens_name(
    text: Text, index: int, registered: Mapping[int, int], evidence: Evidence, others: frozenset[int] | set[int]
) -> bool:
    if index in evidence.persons or index in others:
        return False
    return index in registered or is_name_start(text, index)


def _find_persons(text: Text, evidence: Evidence, registered: Mapping[int, int]) -> None:
    titles, first_names = words("titles"), ordinary_words("first_name")
    for index, word in enumerate(text.words):
        if not word[0].isupper():
            continue
        folded = fold(word)
        given = folded in first_names and index + 1 not in registered
        if index in registered and registered[index] > index + 1:
            continue
        if not given and folded not in titles:
            continue
        position = index + 1
        while position < min(index + 6, len(text)):
            following = text.words[position]
            if following == "." and len(text.words[position - 1]) <= 4 or text.hyphenated_after(position):
                position += 1
            elif fold(following) in first_names or (len(following) == 1 and following.isupper()):
                position += 1
            elif following in ("von", "van", "de", "der", "zu"):
                position += 1
            else:
                break
        if position >= len(text) or (position == index + 1 and not given and role_of(word) is not None):
            continue
        surname = text.words[position]
        if shape(surname) >= Shape.PLAUSIBLE or (given and shape(surname) == Shape.ORDINARY and is_noun(surname)):
            if position in registered and not given and position == index + 1:
                continue
            evidence.persons.update(range(index + (not given), position + 1))
            evidence.person_words.add(fold(surname))


def _legal_form(text: Text, index: int, end: int, evidence: Evidence) -> None:
    start = index
    first_word = True
    while start > 0 and index - start < 2 * _LONGEST_NAME:
        word = text.words[start - 1]
        if word in "&+-–!" and start > 1 and text.words[start - 2][0].isalnum() and not first_word:
            start -= 1
            continue
        if not (word[0].isupper() or word[0].isdigit()) or _stops_name(text, start - 1, first_word):
            break
        if word[0].isdigit() and not any(sign.isalpha() for sign in word):
            break
        first_word = False
        start -= 1
    while start < index and text.words[start] in "&+-–!":
        start += 1
    if start < index and any(shape(word) for word in text.words[start:index] if word[0].isalnum()):
        if text.part(start, end).isupper() and end - index == 1 and len(text.words[index]) == 2 and text.words[index] != "AG":
            return
        evidence.add(text, start, index, LEGAL_FORM)


@cache
def _name_stops() -> frozenset[str]:
    return frozenset(
        "der die das dem den des ein eine einer eines einem einen von bei für mit und oder aus zu zur zum in im am an auf nach über"
        " durch laut wie auch seit vor bis um als sowie dass wenn weil".split()
    )


def _stops_name(text: Text, index: int, directly_before: bool) -> bool:
    word = text.words[index]
    folded = fold(word)
    if folded in _name_stops() or folded in words("titles"):
        return True
    if never_company(text, index) is not None and text.after(index + 1) in (":", "/"):
        return True
    return not directly_before and role_at(text, index) is not None and folded not in words("name_words")


def _role(
    text: Text, index: int, openings: set[int], registered: Mapping[int, int], evidence: Evidence
) -> None:
    position = index + 1
    while position < len(text) and (text.words[position] in _QUOTES or text.words[position] == "\n"):
        position += 1
    if position >= len(text) or position - index > 2:
        return
    word = text.words[position]
    if position in openings:
        evidence.add(text, position, name_end(text, position, registered), ROLE_NOUN)
    elif fold(word) in ordinary_words("first_name") and word[0].isupper() and fold(text.words[index]) not in words("titles"):
        end = name_end(text, position, registered)
        if end > position + 1:
            evidence.add(text, position, end, ROLE_NOUN)


def _first_word(text: Text, index: int, evidence: Evidence) -> None:
    """`Sparkasse Uckermark`, `Stadtwerke Münster`."""
    following = text.after(index + 1)
    if following[:1].isupper() and shape(following) and not is_noun(following) and not text.joined(index + 1):
        weight = WEAK if fold(text.words[index]) in ("flughafen", "messe", "bank", "radio") else NAME_WORD
        evidence.add(text, index, name_end(text, index + 1, {}), weight)


def _by_itself(text: Text, index: int, registered: Mapping[int, int], evidence: Evidence) -> None:
    """A name's own words, the compound it begins, the headline it opens."""
    if text.joined(index) and index > 0 and text.words[index - 1] in "-–":
        return
    end = name_end(text, index, registered)
    run = text.words[index:end]
    if any(fold(word) in words("name_words") for word in run[1:]) and not _opens_inside(text, index):
        evidence.add(text, index, end, NAME_WORD)
    if text.hyphenated_after(end):
        head = fold(text.words[text.compound_end(end)])
        if head in words("compound_heads", "subject") or head in words("compound_heads", "side"):
            evidence.add(text, index, end, WEAK if head in words("compound_heads", "weak") else COMPOUND)
    elif text.after(end) == ":" and _opens_line(text, index):
        evidence.add(text, index, end, HEADLINE)


def _opens_inside(text: Text, index: int) -> bool:
    return index > 0 and shape(text.words[index - 1]) >= Shape.PLAUSIBLE and not text.joined(index)


def _opens_line(text: Text, index: int) -> bool:
    before = text.before(index)
    if before in ("", "\n", "*", "-", "–", "•", "»"):
        return True
    return before == ":" and index > 1 and text.words[index - 2].isupper()


def _verb(
    text: Text, index: int, weight: float, openings: set[int], registered: Mapping[int, int], evidence: Evidence
) -> None:
    before = index - 1
    while before > 0 and text.words[before] in _QUOTES:
        before -= 1
    start = _run_start(text, before, openings, registered) if before >= 0 else None
    if start is not None:
        opener = text.before(start)
        if opener.lower() in _ARTICLES:
            weight = 0.5 * weight
        elif not _opens_clause(text, start):
            weight = 0.25 * weight
        evidence.add(text, start, before + 1, weight)
    elif index + 1 in openings:
        end = name_end(text, index + 1, registered)
        evidence.add(text, index + 1, end, 0.75 * weight)


def _run_start(text: Text, last: int, openings: set[int], registered: Mapping[int, int]) -> int | None:
    """Find the first word of the name that ends right before a verb."""
    for start in range(max(0, last - 2 * _LONGEST_NAME), last + 1):
        if start in openings and name_end(text, start, registered) == last + 1:
            if start > 0 and text.words[start - 1] in "-–" and text.joined(start):
                return None
            return start
    return None


def _opens_clause(text: Text, start: int) -> bool:
    before = text.before(start)
    return not before or not before[0].isalnum() or before.lower() in _CLAUSE_OPENINGS


def _repetitions(text: Text, evidence: Evidence) -> None:
    """A name that is written as names are, or stands more than once, counts more."""
    if not evidence.scores:
        return
    counts: dict[str, int] = {}
    for word in text.words:
        if word[0].isupper() or word[0].isdigit():
            counts[word] = counts.get(word, 0) + 1
    seen: set[tuple[str, ...]] = set()
    for start, end, keys in evidence.spans:
        if keys in seen:
            continue
        seen.add(keys)
        if end - start > 0 and shape(text.words[start]) == Shape.STRIKING:
            evidence.scores[keys] += STRIKING
        if counts.get(text.words[start], 0) > 1:
            evidence.scores[keys] += REPEATED
