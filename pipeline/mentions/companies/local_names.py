"""Names that hold in one document: unknown companies, short forms, abbreviations."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import regex

from pipeline.mentions.companies.evidence import Evidence
from pipeline.mentions.companies.paragraphs import lead_end
from pipeline.mentions.companies.register import Company, RegisterName
from pipeline.mentions.companies.signs import bracketed_alias, ends_name, is_place
from pipeline.mentions.companies.text import Text, insert
from pipeline.mentions.companies.voices import foretells, is_voice
from pipeline.mentions.companies.words import Shape, fold, phrases, shape, words
from pipeline.vocabulary.pieces import folded

ACCEPTED: Final = 2.0
"""Evidence from which an unknown name is a company."""
LIKELIEST: Final = 0.75
"""The same for the likeliest name of an article that speaks of no company otherwise."""

_BROTHERS: Final = frozenset({"gebrueder", "gebr"})


@dataclass(slots=True)
class LocalNames:
    """Names that hold in one document: unknown companies, short forms, abbreviations."""

    trie: dict[str, object] = field(default_factory=dict)

    def add(self, keys: Sequence[str], identity: Hashable) -> None:
        """Let the folded words of a name lead to a company; what is there already stays."""
        insert(self.trie, keys, identity)


def local_names(text: Text, evidence: Evidence, sure: Sequence[tuple[int, int, RegisterName]]) -> LocalNames:
    """Gather the names that hold in one document.

    Args:
        text: The article.
        evidence: What the text says for its names.
        sure: First word, word after the last and name of the register's companies that are meant.

    Returns:
        The names, each leading to its company.
    """
    proven = [keys for keys, score in evidence.scores.items() if score >= ACCEPTED]
    accepted = _identities(text, evidence, [keys for keys in proven if not evidence.is_person(keys)])
    first_words = {start for start, _, _ in sure}
    meant = [
        (start, end)
        for start, end, name in sure
        if not ("bank" in name.company.branches and foretells(text, end))
    ]
    meant += [
        (start, end)
        for start, end, keys in evidence.spans
        if keys in accepted and start not in evidence.never and start not in first_words
    ]
    if all(is_voice(text, start, end) for start, end in meant):
        accepted |= _likeliest(text, evidence, accepted)
    if any("central" in name.company.branches for _, _, name in sure):
        # `die Nationalbank` is the one named, and no other.
        accepted = {keys: name for keys, name in accepted.items() if not set(keys) <= _central()}
    taken = {position for start, end, _ in sure for position in range(start, end)}
    spans: list[tuple[int, int, Hashable]] = [(start, end, name.company) for start, end, name in sure]
    spans += [
        (start, end, accepted[keys])
        for start, end, keys in evidence.spans
        if keys in accepted and not taken.issuperset(range(start, end))
    ]
    # An abbreviation is its company's before it is a name of its own.
    local = LocalNames()
    for start, end, identity in spans:
        alias = bracketed_alias(text, start, end)
        if alias:
            local.add(alias, identity)
        if isinstance(identity, Company) and end - start > 1 and shape(text.words[start]) == Shape.STRIKING:
            local.add((fold(text.words[start]),), identity)
    for keys, identity in accepted.items():
        local.add(keys, identity)
    return local


def _likeliest(
    text: Text, evidence: Evidence, but: Mapping[tuple[str, ...], Hashable]
) -> dict[tuple[str, ...], Hashable]:
    """The name with most evidence in an article that tells what a company earns and names none for sure."""
    if not any(word in folded(text.source) for word in phrases("likeliest")):
        return {}
    end = lead_end(text.source)
    leading = {keys for start, _, keys in evidence.spans if text.starts[start] < end and keys not in but}
    # `Lemkau baut aus, sagt Inhaber Jens Lemkau`: a person is not called by the last name first.
    first = {fold(text.words[index]): index in evidence.persons for index in range(len(text) - 1, -1, -1)}
    scores = {
        keys: evidence.scores[keys]
        for keys in leading
        if not first[keys[0]] and not _participle().fullmatch(keys[0])
    }
    best = max(scores.values(), default=0.0)
    likeliest = [keys for keys, score in scores.items() if score == best >= LIKELIEST]
    return _identities(text, evidence, likeliest)


@cache
def _participle() -> "regex.Pattern[str]":
    """What opens a sentence with a capital and is no name: `Geschädigt wurden …`."""
    return regex.compile(r"(?:ab|an|auf|aus|bei|ein|mit|nach|um|vor|weg|zu|zurueck)?ge\w+(?:t|en)")


def _identities(
    text: Text, evidence: Evidence, names: Collection[tuple[str, ...]]
) -> dict[tuple[str, ...], Hashable]:
    """Names of unknown companies, each with the words by which the company goes."""
    # `Gebrüder Nägeli Holding`: their name alone is their firm, whatever else is called after them.
    brothers = {keys[1:2]: _core(keys) for keys in names if len(keys) > 1 and keys[0] in _BROTHERS}
    accepted: dict[tuple[str, ...], Hashable] = dict(brothers)
    for keys in sorted(names, key=len):
        core = _core(keys)
        shorter = (
            core[:cut] for cut in range(len(core), 0, -1) if cut == len(core) or core[:cut] not in brothers
        )
        identity = next((accepted[name] for name in shorter if name in accepted), core)
        by_last = keys in evidence.introduced and _goes_by_last_word(text, evidence, core)
        if by_last and identity == core and core[-1:] in names and core[-1:] not in evidence.introduced:
            identity = accepted.get(core[-1:], core)
        for name in (core, keys):
            accepted.setdefault(name, identity)
        if len(core) > 1 and evidence.short_form_fits(core[0]):
            accepted.setdefault(core[:1], identity)
        if by_last:
            accepted.setdefault(core[-1:], identity)
    return accepted


def _goes_by_last_word(text: Text, evidence: Evidence, core: Sequence[str]) -> bool:
    """Whether `Backhaus Terbrüggen GmbH` is `Terbrüggen`; `Stadtwerke Altheim GmbH` is never the town."""
    if len(core) == 1 or any(
        core[0] in words("establishments", kind) for kind in ("of_towns", "alone", "sites")
    ):
        return False
    if core[0].endswith("er") or ends_name(core[-1]):  # `Kölner Brellova AG`, `Brellova Therapeutics SE`
        return False
    fits = evidence.short_form_fits(core[-1]) or (
        core[-1] in evidence.surnames and _is_called_before_anybody(text, evidence, core[-1])
    )
    return fits and not is_place(text, core[-1])


def _is_called_before_anybody(text: Text, evidence: Evidence, word: str) -> bool:
    """`Wer bei Kettwig kauft …`, and only then `Enkel Karl Kettwig`: a person is not called so first."""
    first = next((index for index, other in enumerate(text.words) if fold(other) == word), None)
    return first is not None and first not in evidence.persons


@cache
def _central() -> frozenset[str]:
    return words("branches", "central")


def _core(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The name without what only says that it is a company: `belimo` of `belimo holding`."""
    end = len(keys)
    while end > 1 and keys[end - 1] in _empty_words():
        end -= 1
    return keys[:end]


@cache
def _empty_words() -> frozenset[str]:
    return frozenset({"holding", "holdings", "group", "gruppe", "&"})
