"""Finds where a text names companies: those of the register, and those that the text itself introduces."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.mentions.companies.evidence import LEGAL_FORM, Evidence
from pipeline.mentions.companies.exclusions import no_company_positions
from pipeline.mentions.companies.local_names import ACCEPTED, LocalNames, local_names
from pipeline.mentions.companies.reading import gather_evidence
from pipeline.mentions.companies.register import Company, RegisterName, register
from pipeline.mentions.companies.signs import legal_form_end
from pipeline.mentions.companies.text import Text, keys_of, longest_match
from pipeline.mentions.companies.words import Shape, fold, is_noun, ordinary_words, shape, words

ACCEPTED_REGISTERED: Final = 1.0
"""Evidence from which a doubtful name of the register (`Linde`, `Target`) is meant as a company."""
_QUOTES: Final = frozenset('«„»"')


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place where a company is named.

    Attributes:
        start: Position of the first word in the `Text`.
        end: Position after the last word.
        identity: The same for all names of one company in this text.
        form: The name as it stands there, a genitive's s taken off.
        company: The company of the register.
    """

    start: int
    end: int
    identity: Hashable
    form: str
    company: Company | None


def find_names(text: Text, entities: Sequence[tuple[int, int, str]] = ()) -> list[NamedPlace]:
    """Find every place where a company is named.

    Args:
        text: The article.
        entities: Named entities as (first code point, code point after, label).

    Returns:
        Places in order, none overlapping another.
    """
    organisations = list(_token_spans(text, entities, {"ORG"}))
    others = {
        position
        for start, end in _token_spans(text, entities, {"PER", "LOC"})
        for position in range(start, end)
    }
    registered = list(_registered(text))
    evidence = gather_evidence(text, {start: end for start, end, _ in registered}, organisations, others)
    sure = [
        hit
        for hit in registered
        if _is_sure(hit, registered, evidence, others) and not _is_noun_here(text, hit)
    ]
    local = local_names(text, evidence, sure)
    return list(_merge(text, sure, local, evidence))


def _token_spans(
    text: Text, entities: Sequence[tuple[int, int, str]], labels: set[str]
) -> Iterator[tuple[int, int]]:
    for start, end, label in entities:
        if label in labels:
            first, last = bisect_right(text.starts, start) - 1, bisect_left(text.ends, end)
            if 0 <= first <= last < len(text):
                yield first, last + 1


def _registered(text: Text) -> Iterator[tuple[int, int, RegisterName]]:
    table, blocked = register(), no_company_positions(text)
    begins, after = table.begins, 0
    for index in [index for index, word in enumerate(text.words) if begins(word)]:
        match = table.find(text, index) if index >= after and text.words[index][0].isalnum() else None
        if match is not None and not blocked.issuperset(range(index, match[0])):
            after = match[0]
            yield index, match[0], match[1]


def _is_sure(
    hit: tuple[int, int, RegisterName],
    hits: Sequence[tuple[int, int, RegisterName]],
    evidence: Evidence,
    others: set[int],
) -> bool:
    start, end, name = hit
    if end - start == 1 and start in evidence.persons:
        return False
    if name.certain:
        return True
    if start in others:
        return False
    if any(other.company is name.company and other.certain for _, _, other in hits):
        return True
    needed = ACCEPTED_REGISTERED
    if fold(name.spelling) in ordinary_words("opener"):
        needed = LEGAL_FORM
    elif is_noun(name.spelling):
        needed = ACCEPTED
    return evidence.starting_at(keys_of(name.spelling)) >= needed


def _is_noun_here(text: Text, hit: tuple[int, int, RegisterName]) -> bool:
    """`eine bürgerliche Allianz`, `das arabische Alphabet`: a noun like any other."""
    start, end, name = hit
    if end - start > 1 or not is_noun(name.spelling) or name.spelling.isupper():
        return False
    before, article = text.before(start), text.before(start - 1).lower()
    if before.startswith("ein") and len(before) <= 5:
        return True
    if not (before.islower() and before.endswith(("e", "en", "er", "es"))):
        return False
    return article in words("function_words", "articles") | words("function_words", "indefinite") | _QUOTES


def _merge(
    text: Text, sure: Sequence[tuple[int, int, RegisterName]], local: LocalNames, evidence: Evidence
) -> Iterator[NamedPlace]:
    by_start = {start: (end, name) for start, end, name in sure}
    if not by_start and not local.trie:
        return
    index, length = 0, len(text)
    while index < length:
        word = text.words[index]
        if not word[0].isalnum():
            index += 1
            continue
        hit = by_start.get(index)
        found = (
            longest_match(text, local.trie, index)
            if fold(word) in local.trie or (word[-1] == "s" and fold(word[:-1]) in local.trie)
            else None
        )
        if found is not None and not _may_stand(text, index, found[0], evidence):
            found = None
        if hit is not None and (found is None or found[0] <= hit[0] or isinstance(found[1], Company)):
            end = hit[0] if found is None or not isinstance(found[1], Company) else max(hit[0], found[0])
            place = _registered_place(text, index, end, hit[1])
        elif found is not None:
            place = _local_place(text, index, found[0], found[1])
        else:
            index += 1
            continue
        yield place
        index = place.end


def _may_stand(text: Text, start: int, end: int, evidence: Evidence) -> bool:
    """Whether the words of a name mean it here: `Molkereiverband Brell GmbH`, not `der Molkereiverband`."""
    if shape(text.words[start]) != Shape.NONE and start not in evidence.never:
        return True
    formal = legal_form_end(text, end) is not None
    if end - start == 1:
        return formal and text.words[start][0].isupper()  # `Lindner AG`, though a minister is called so
    return start not in evidence.persons or formal


def _registered_place(text: Text, start: int, end: int, name: RegisterName) -> NamedPlace:
    form = text.part(start, end)
    if fold(form).endswith("s") and not fold(name.spelling).endswith("s"):
        form = form[:-1].rstrip("'’")
    if "-" in form and "-" not in name.spelling:
        # `Deutschen-Bank-Aktien`, `Rite-Aid-Aktie`
        form = name.spelling
    stop = _extended(text, end)
    if stop == end:
        return NamedPlace(start, end, name.company, form, name.company)
    form = text.part(start, stop)
    if fold(text.words[stop - 1]) in words("references", "subsidiary_places"):
        # `Fanuc Deutschland` is a company of its own, without the shares of its mother.
        return NamedPlace(start, stop, keys_of(form), form, None)
    return NamedPlace(start, stop, name.company, form, name.company)


def _local_place(text: Text, start: int, end: int, identity: object) -> NamedPlace:
    form = text.part(start, end)
    company = identity if isinstance(identity, Company) else None
    stop = _extended(text, end)
    if stop > end:
        form = text.part(start, stop)
    elif isinstance(identity, tuple) and fold(form).endswith("s") and "".join(identity) + "s" == fold(form):
        form = form[:-1]
    assert isinstance(identity, Hashable)
    return NamedPlace(start, stop, identity, form, company)


def _extended(text: Text, end: int) -> int:
    """Take in what belongs to a name after it: `Group`, `Holding`, `Deutschland`, a legal form."""
    stop = end
    while stop < len(text) and not text.joined(stop):
        folded = fold(text.words[stop])
        if not text.words[stop][0].isupper() or text.hyphenated_after(stop + 1):
            break
        if folded in words("references", "subsidiary_places") and not text.hyphenated_after(stop + 1):
            stop += 1
            break
        if folded not in _extending_words() or folded in ordinary_words("opener"):
            break
        stop += 1
    return legal_form_end(text, stop) or stop


@cache
def _extending_words() -> frozenset[str]:
    return frozenset({"group", "gruppe", "holding", "holdings", "technologies", "international"})
