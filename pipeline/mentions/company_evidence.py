"""Gathers what a text itself says for a word being a company: legal forms, role nouns, verbs, compounds, headlines."""

import re
from bisect import bisect_left
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
ABBREVIATED: Final = 1.5
SUBJECT: Final = 2.0
WEAK: Final = 1.0
STRIKING: Final = 0.5
CAMEL: Final = 1.0
REPEATED: Final = 0.5

_QUOTES: Final = frozenset("\"'„“”»«‚‘")
_CLAUSE_OPENINGS: Final = frozenset(
    {"dass", "weil", "wenn", "und", "aber", "denn", "während", "nachdem", "da", "ob", "wie", "als", "sondern", "obwohl", "will"}
)
_JOINTS: Final = frozenset({",", "und", "oder", "sowie"})
_ARTICLES: Final = frozenset({"der", "die", "das", "den", "dem", "des"})
_LONGEST_NAME: Final = 6
_SHOUTED_RUN: Final = 3
_REPETITIONS: Final = 2


@dataclass(slots=True)
class Evidence:
    """What a text says for its names.

    Attributes:
        scores: Weight of the evidence for each name, by its folded words.
        spans: Where the names stood: first word, word after the last, folded words.
        persons: Positions of words that name people.
        person_words: The same words, folded.
        never: Positions of words that name no company: people, indices, agencies, towns of datelines.
    """

    scores: dict[tuple[str, ...], float] = field(default_factory=dict)
    spans: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    persons: set[int] = field(default_factory=set)
    person_words: set[str] = field(default_factory=set)
    never: set[int] = field(default_factory=set)

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
    if word == "up" and index > 1 and text.words[index - 2] == "Start":
        return "startup"
    role = role_of(word)
    if role is None and text.hyphenated_after(index - 1) and word[0].isupper():
        start = index
        while start > 1 and text.hyphenated_after(start - 1):
            start -= 2
        role = role_of("".join(text.words[start : index + 1]).replace("-", ""))
    return role


def no_company_positions(text: Text) -> set[int]:
    """Find the words of indices, agencies, public bodies, currencies and the like."""
    positions: set[int] = set()
    first = _not_companies()
    for index, word in enumerate(text.words):
        if word in first:
            end = never_company(text, index)
            if end is not None:
                positions.update(range(index, end))
    return positions


def name_end(text: Text, index: int, registered: Mapping[int, int], whole_chain: bool = False) -> int:
    """Find the end of the run of words that look like one name.

    Args:
        text: The article.
        index: Position of the first word.
        registered: End of each name of the register by its first word.
        whole_chain: Take in all of a hyphenated word, ordinary parts too (`Kombi-Massiv-Bau`), as after a role noun.

    Returns:
        Position after the last word.
    """
    known = index in registered
    position = registered.get(index, index + 1)
    while position < len(text) and position - index < 2 * _LONGEST_NAME:
        word = text.words[position]
        if text.hyphenated_after(position):
            following = text.words[position + 1]
            if shape(following) >= Shape.PLAUSIBLE or (len(following) == 1 and following.isupper()):
                position += 2
                continue
            last = text.compound_end(position)
            if not whole_chain or known or fold(text.words[last]) in _heads() or not text.words[last][0].isupper():
                break
            position = last + 1
            continue
        if text.joined(position) and word[0].isalnum() or position in registered or never_company(text, position):
            break
        if legal_form_end(text, position):
            break
        if word[0].isupper() and _continues(fold(word)) or (not known and shape(word) >= Shape.PLAUSIBLE):
            position += 1
        elif not known and word in ("&", "+", "of", "de") and shape(text.after(position + 1) or ".") >= Shape.ORDINARY:
            position += 2
        else:
            break
    return position


@cache
def _heads() -> frozenset[str]:
    return words("compound_heads", "subject") | words("compound_heads", "side")


def _continues(folded: str) -> bool:
    return (
        folded in words("name_words")
        or folded in words("name_words", "parts")
        or folded in words("references", "subsidiary_places")
        or folded in ordinary_words("place")
    )


_DATELINE: Final = re.compile(r"(?m)^[ \t]*([A-ZÄÖÜ][\w./ -]{2,40}?) ?\((?:[\w./-]{2,12}(?: [\w-]{2,12})?)\) ?[-–]")


def _datelines(text: Text) -> set[int]:
    """Positions of towns before an agency: `OBEREGG/APPENZELL (sda) -`."""
    positions: set[int] = set()
    for match in _DATELINE.finditer(text.source):
        positions.update(range(bisect_left(text.starts, match.start(1)), bisect_left(text.starts, match.end(1))))
    return positions


def _shouted(text: Text) -> set[int]:
    """Positions in runs of words in capitals (`ÖSTERREICHISCHE POST VERKAUFT TOCHTER`), where capitals tell nothing."""
    shouted: set[int] = set()
    run: list[int] = []
    for index, word in enumerate(text.words):
        if word.isupper() and len(word) > 1:
            run.append(index)
        elif word[0].isalpha() or word == "\n":
            if len(run) > _SHOUTED_RUN:
                shouted.update(run)
            run = []
    if len(run) > _SHOUTED_RUN:
        shouted.update(run)
    return shouted


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
    evidence.never = never = no_company_positions(text) | evidence.persons | set(others) | _datelines(text)
    shouted = _shouted(text)
    openings = {
        index
        for index, word in enumerate(text.words)
        if word[0].isalnum() and index not in never and _opens_name(text, index, registered, shouted)
    }
    for start, end in organisations:
        if start not in never and all(shape(word) for word in text.words[start:end] if word[0].isalnum()):
            evidence.add(text, start, end, ENTITY)
    ends = set(registered.values())
    verbs = words("verbs", "strong"), words("verbs", "weak")
    for index, word in enumerate(text.words):
        if word[0].islower():
            if word == "up" and role_at(text, index) is not None:
                _role(text, index, openings, shouted, registered, evidence)
            elif word in ("von", "der", "des"):
                _of_whom(text, index, openings, registered, evidence)
            elif word in verbs[0] or word in verbs[1]:
                _verb(text, index, SUBJECT if word in verbs[0] else WEAK, openings, registered, evidence)
            continue
        if not word[0].isalnum() and word != "&":
            continue
        end = legal_form_end(text, index)
        if end is not None:
            _legal_form(text, index, end, shouted, evidence)
        if index in openings:
            _by_itself(text, index, registered, evidence)
            if ends:
                _enumerated(text, index, registered, ends, evidence)
        if not text.hyphenated_after(index + 1) and (role_at(text, index) or fold(word) in words("side_nouns")):
            _role(text, index, openings, shouted, registered, evidence)
        folded = fold(word)
        if folded in words("name_words", "first"):
            _first_word(text, index, evidence)
        if folded in words("name_words", "after_nouns") and not text.joined(index) and index - 1 not in never:
            _noun_before(text, index, evidence)
    _repetitions(text, evidence)
    return evidence


def _opens_name(text: Text, index: int, registered: Mapping[int, int], shouted: set[int]) -> bool:
    if index in registered:
        return True
    if shape(text.words[index]) < Shape.PLAUSIBLE or fold(text.words[index]) in words("name_words"):
        return False
    return index not in shouted or role_at(text, index - 1) is not None


def _find_persons(text: Text, evidence: Evidence, registered: Mapping[int, int]) -> None:
    """A person's name follows a title or begins with a first name: `Finanzchefin Kelly Steckelberg`."""
    titles, first_names = words("titles"), ordinary_words("first_name")
    for index, word in enumerate(text.words):
        if not word[0].isupper() or registered.get(index, index) > index + 1:
            continue
        folded = fold(word)
        given = folded in first_names
        if not given and folded not in titles:
            continue
        start = index if given else index + 1
        last = _person_end(text, start, registered, given)
        # `Investor Brellova` may be a company, `Vorstandschef Brellova` is none.
        if last is None or (last == start and (given or role_of(word) is not None)):
            continue
        evidence.persons.update(range(start, last + 1))
        evidence.person_words.add(fold(text.words[last]))


def _person_end(text: Text, start: int, registered: Mapping[int, int], given: bool) -> int | None:
    """Find the last word of a person's name."""
    last: int | None = None
    position = start
    while position < min(start + 7, len(text)):
        word = text.words[position]
        if word[0].isupper() and (position == start or not text.joined(position) or text.before(position) in "-."):
            if position in registered and not given and last is None:
                return None
            if fold(word) in ordinary_words("first_name"):
                given = True
            elif len(word) > 1 and shape(word) < (Shape.ORDINARY if given else Shape.PLAUSIBLE):
                break
            last = position
        elif not (
            (word == "." and len(text.words[position - 1]) <= 4)
            or text.hyphenated_after(position)
            or (given and word in ("von", "van", "de", "der", "zu", "di", "bin"))
        ):
            break
        position += 1
        if last is not None and given and last > start and fold(text.words[last]) not in ordinary_words("first_name") and len(text.words[last]) > 1:
            break
    return last


def _legal_form(text: Text, index: int, end: int, shouted: set[int], evidence: Evidence) -> None:
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
        if index in shouted and end - index == 1 and text.words[index] not in ("AG", "GMBH"):
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
    text: Text, index: int, openings: set[int], shouted: set[int], registered: Mapping[int, int], evidence: Evidence
) -> None:
    position = index + 1
    while position < len(text) and (text.words[position] in _QUOTES or text.words[position] == "\n"):
        position += 1
    if position >= len(text) or position - index > 2:
        return
    word = text.words[position]
    if position in openings:
        end = name_end(text, position, registered, whole_chain=True)
        if position in shouted and position not in registered:
            end = text.compound_end(position + 1) + 1 if text.hyphenated_after(position + 1) else position + 1
        # `die Bank Oberegg` is called so with the noun.
        named_so = fold(text.words[index]) in words("name_words", "first") and position not in registered
        evidence.add(text, index if named_so else position, end, ROLE_NOUN)
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


def _noun_before(text: Text, index: int, evidence: Evidence) -> None:
    """`Bauwerk Group`, though `Bauwerk` is a word like any other."""
    word = text.before(index)
    if word[:1].isupper() and shape(word) == Shape.ORDINARY and role_of(word) is None:
        evidence.add(text, index - 1, index + 1, NAME_WORD)


def _of_whom(text: Text, index: int, openings: set[int], registered: Mapping[int, int], evidence: Evidence) -> None:
    """`Finanzchef von Mobimo`, `die Aktien der Talanx`."""
    head = fold(text.before(index))
    if index + 1 in openings and head in words("compound_heads", "subject") and head not in words("compound_heads", "weak"):
        evidence.add(text, index + 1, name_end(text, index + 1, registered), COMPOUND)


def _enumerated(text: Text, index: int, registered: Mapping[int, int], ends: set[int], evidence: Evidence) -> None:
    """`SAP und Linde`: beside a company, a name is more likely one."""
    end = name_end(text, index, registered)
    if (text.before(index) in _JOINTS and index - 1 in ends) or (text.after(end) in _JOINTS and end + 1 in registered):
        evidence.add(text, index, end, WEAK)


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
    elif text.after(end) == "(" and bracketed_alias(text, index, end):
        evidence.add(text, index, end, ABBREVIATED)


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
    if before > 1 and text.words[before] == ")":
        # `Telefónica Deutschland (O2) rechnet`
        before = next((back - 1 for back in range(before, max(0, before - 8), -1) if text.words[back] == "("), before)
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
        if shape(text.words[start]) == Shape.STRIKING:
            evidence.scores[keys] += STRIKING if text.words[start].isupper() else CAMEL
        evidence.scores[keys] += REPEATED * min(counts.get(text.words[start], 1) - 1, _REPETITIONS)


def bracketed_alias(text: Text, start: int, end: int) -> tuple[str, ...]:
    """Find another form of a name in brackets after it: `American International Group (AIG)`.

    Args:
        text: The article.
        start: Position of the name's first word.
        end: Position after its last word, a legal form excluded.

    Returns:
        The folded words of the other form, empty where there is none.
    """
    opening = legal_form_end(text, end) or end
    if text.after(opening) != "(":
        return ()
    inner: list[int] = []
    for position in range(opening + 1, min(opening + 8, len(text))):
        word = text.words[position]
        if word in ")/,":
            break
        if word[0].isalnum():
            inner.append(position)
    else:
        return ()
    if not inner or len(inner) > 4:
        return ()
    keys = tuple(fold(text.words[position]) for position in inner)
    name = [fold(word) for word in text.words[start:end] if word[0].isalnum()]
    if keys[0] == name[0]:
        return tuple(key for key, position in zip(keys, inner, strict=True) if key in name or key not in _heads())
    if len(keys) == 1 and text.words[inner[0]][0].isupper() and _abbreviates(keys[0], name):
        return keys
    return ()


def _abbreviates(short: str, name: Sequence[str]) -> bool:
    """Whether the letters of an abbreviation come in this order in the name: `Haspa` in `Hamburger Sparkasse`."""
    whole = "".join(name)
    if not any(word.startswith(short[0]) for word in name) or len(short) >= len(whole) or len(short) < 2:
        return False
    position = 0
    for letter in short:
        position = whole.find(letter, position) + 1
        if not position:
            return False
    return True
