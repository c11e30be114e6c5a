"""Finds the company of the table that a claim names, and says how sure the link is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz, process

from pipeline.mentions.companies.register import register
from pipeline.vocabulary.loading import load_words

NEAR = 88.0
"""Least similarity (0 to 100) of two names that may be one name written differently."""


@dataclass(frozen=True, slots=True)
class Link:
    """The company of the table that a claim means.

    Attributes:
        key: Key of the company in the table.
        name: Its name there.
        confidence: 1 for the same identifier or name, less for a name that is only near.
        reason: Why it is this company, as a clause; empty where nothing has to be said.
    """

    key: str
    name: str
    confidence: float
    reason: str = ""

    @property
    def certain(self) -> bool:
        """The link rests on an identifier or on the same name."""
        return self.confidence == 1.0


@cache
def _legal_forms() -> "regex.Pattern[str]":
    words = sorted(load_words("company_words.toml", "legal_forms")["words"], key=len, reverse=True)
    forms = "|".join(regex.escape(word.casefold().rstrip(".")) for word in words)
    return regex.compile(rf"(?:[\s,]+(?:{forms})\.?)+$")


@lru_cache(maxsize=1 << 14)
def plain_name(name: str) -> str:
    """A company name casefolded and without legal form: `SAP SE` is `sap`."""
    folded = " ".join(name.casefold().split())
    return _legal_forms().sub("", folded).strip(" ,.") or folded


class CompanyNames:
    """The companies of a table by identifier and by name.

    An identifier in common is one company under two names; a name without one is the same name with one.

    Args:
        spellings: Name and identifier (may be empty) as they stand in the table, each pair once.

    Attributes:
        key_of_spelling: For each pair the key of its company.
        keys: Each key once.
    """

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        pairs = list(spellings)
        self._by_id: dict[str, tuple[str, str]] = {}
        self._by_name: dict[str, dict[str, str]] = defaultdict(dict)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._by_initials: dict[str, list[str]] = defaultdict(list)
        self._links: dict[tuple[str | None, str | None], Link | None] = {}
        ids_of_name: dict[str, set[str]] = defaultdict(set)
        for name, company_id in pairs:
            if company_id:
                ids_of_name[plain_name(name)].add(company_id)
        self.key_of_spelling: list[str] = []
        for name, company_id in pairs:
            plain = plain_name(name)
            ids = ids_of_name.get(plain, set())
            key = company_id or (next(iter(ids)) if len(ids) == 1 else plain)
            self.key_of_spelling.append(key)
            self._by_name[plain][key] = name
            if company_id:
                self._by_id.setdefault(company_id, (key, name))
        self.keys = list(dict.fromkeys(self.key_of_spelling))
        for plain in self._by_name:
            self._by_initials[plain[:3]].append(plain)
            for word in set(plain.split()):
                self._by_word[word].append(plain)

    def link(self, name: str | None, company_id: str | None) -> Link | None:
        """The company that a claim means; None where the table has none, or several that it could be."""
        asked = name, company_id
        if asked not in self._links:
            self._links[asked] = self._find(name, company_id)
        return self._links[asked]

    def _find(self, name: str | None, company_id: str | None) -> Link | None:
        if company_id in self._by_id:
            key, known = self._by_id[company_id]
            return Link(key, known, 1.0)
        if not name:
            return None
        plain = plain_name(name)
        if plain in self._by_name:
            return self._one(plain, 1.0, "")
        registered = register().lookup(name)
        isin = company_id or (registered.isin if registered else None)
        if isin in self._by_id:
            key, known = self._by_id[isin]
            return Link(key, known, 1.0)
        near = self._part_of_name(name, plain) or self._near_name(name, plain)
        # `Siemens Energy` with an identifier of its own is not the `Siemens` of the table.
        return None if near and isin and near.key in self._by_id else near

    def _one(self, plain: str, confidence: float, reason: str) -> Link | None:
        if len(self._by_name[plain]) > 1:
            return None
        [(key, known)] = self._by_name[plain].items()
        return Link(key, known, confidence, reason.format(known))

    def _part_of_name(self, name: str, plain: str) -> Link | None:
        """`Zoom` for `Zoom Video Communications`, `Deutsche Lufthansa` for `Lufthansa`."""
        words = plain.split()
        fitting = {
            known
            for word in words
            for known in self._by_word.get(word, ())
            if f" {plain} " in f" {known} " or f" {known} " in f" {plain} "
        }
        if len(fitting) != 1:
            return None
        [known] = fitting
        shorter, longer = sorted((plain, known), key=len)
        confidence = 0.95 if longer.startswith(shorter) else 0.9
        return self._one(known, confidence, f'"{name}" being read as {{}} (confidence {confidence:.2f})')

    def _near_name(self, name: str, plain: str) -> Link | None:
        best = process.extractOne(
            plain, self._by_initials.get(plain[:3], ()), scorer=fuzz.ratio, score_cutoff=NEAR
        )
        if best is None:
            return None
        confidence = best[1] / 100 * 0.9
        return self._one(best[0], confidence, f'"{name}" being read as {{}} (confidence {confidence:.2f})')
