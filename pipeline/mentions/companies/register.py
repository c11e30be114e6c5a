"""The company register: names that news uses, each with its company's ISIN, fiscal year, seat and branch."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from pipeline.errors import VocabularyError
from pipeline.mentions.companies.text import Text, insert, keys_of, longest_match
from pipeline.mentions.companies.words import fold, is_noun, ordinary_words, words
from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.loading import load_csv, load_words

# A trailing form of a register name that German news leaves away: `Adobe Inc.`, `GEA Group`.
_TAIL: Final = re.compile(
    r"(?:,?\s+(?:Inc\.?|Incorporated|Corp\.?|Corporation|Company|Companies|Co\., Ltd\.?|Co\.?|Ltd\.?|Limited"
    r"|plc|PLC|AG|SE & Co\. KGaA|SE|SA|S\.A\.|N\.?V\.?|AB|KGaA|SCA|S\.A\.F\.|Holdings?|Group|& Co\.?|REIT))+$"
)
_REMARK: Final = re.compile(r"\s*\([^)]*\)")
_LETTER_CASE: Final = re.compile(r"^(?=.*[A-Z])[A-Z0-9&]{2,4}$")


@dataclass(frozen=True, slots=True)
class Company:
    """A company of the register.

    Attributes:
        name: The name under which the register keeps it.
        isin: ISIN of its main share, None for a company that has none or whose ISIN is not known.
        fiscal_year_end: Month in which its fiscal year ends, 1 to 12, None where not known.
        seats: Towns of its head office, folded.
        branches: What it does, as in [branches] of company_words.toml.
    """

    name: str
    isin: str | None = None
    fiscal_year_end: int | None = None
    seats: tuple[str, ...] = ()
    branches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RegisterName:
    """One name of a company.

    Attributes:
        company: The company.
        spelling: The name as the register spells it.
        certain: The name alone is enough; else the text must show that the company is meant (`Target`).
    """

    company: Company
    spelling: str
    certain: bool


class CompanyRegister:
    """Finds companies by any of their names.

    Args:
        names: All names; of two equal ones the first counts.
    """

    def __init__(self, names: Iterator[RegisterName]) -> None:
        self._trie: dict[str, object] = {}
        self._small: set[str] = set()
        for entry in names:
            first, *rest = keys_of(entry.spelling) or ("",)
            for head in _inflections(first, bool(rest)):
                insert(self._trie, (head, *rest), entry)
            if not entry.spelling[0].isupper():
                self._small.add(first)
        self.begins = kept(self._begins)

    def _begins(self, word: str) -> bool:
        """Tell whether a name can begin with a word; asked as `begins`, which keeps the answers."""
        folded = fold(word)
        if folded not in self._trie and folded[:-1] not in self._trie:
            return False
        return word[0].isupper() or word[0].isdigit() or folded in self._small

    def find(self, text: Text, index: int) -> tuple[int, RegisterName] | None:
        """Find the longest name that begins at a word.

        Args:
            text: The article.
            index: Position of the first word.

        Returns:
            Position after the last word and the name, or None.
        """
        if not self.begins(text.words[index]):
            return None
        match = longest_match(text, self._trie, index)
        if match is None:
            return None
        end, entry = match
        if not isinstance(entry, RegisterName) or not _case_fits(entry.spelling, text.part(index, end)):
            return None
        return end, entry

    def lookup(self, name: str) -> Company | None:
        """Find the company of a name.

        Args:
            name: A name as a text gives it (`Infineon Technologies AG`, `VW`).

        Returns:
            The company, None where the register has no such name.
        """
        for form in (name, _TAIL.sub("", name)):
            text = Text(form)
            match = self.find(text, 0) if len(text) else None
            if match is not None and match[0] >= len(text) - form.endswith("."):
                return match[1].company
        return None


def _inflections(first: str, has_more: bool) -> tuple[str, ...]:
    """`Deutsche Bank` is also `Deutschen Bank` and `Deutscher Bank`."""
    if has_more and (first.endswith("sche") or first == "erste"):
        return first, first + "n", first + "r"
    return (first,)


def _case_fits(spelling: str, written: str) -> bool:
    """Short names in capitals are matched in capitals only: `ING`, not `ing` or `Ing`."""
    if _LETTER_CASE.match(spelling):
        return written[: len(spelling)].isupper()
    return True


@cache
def register() -> CompanyRegister:
    """Build the register from companies.csv and pytickersymbols, at first use.

    Returns:
        The register.

    Raises:
        VocabularyError: A row of companies.csv has a month or a branch that cannot be.
    """
    return CompanyRegister(_names())


def _names() -> Iterator[RegisterName]:
    from pytickersymbols import PyTickerSymbols  # 1.9 MB of tables, wanted only once a text is read

    stocks = [stock for stock in PyTickerSymbols().get_all_stocks() if stock.get("name")]
    by_name = {fold(form): stock for stock in stocks for form in _forms(stock["name"])}
    by_isin = {isin: stock for stock in stocks for isin in stock.get("isins", ())}
    known: set[str] = set()
    for row in load_csv("companies.csv"):
        aliases = [alias for alias in row["aliases"].split("|") if alias]
        stock: Mapping[str, Any] = by_isin.get(row["isin"]) or next(
            (by_name[fold(form)] for form in (row["name"], *aliases) if fold(form) in by_name), {}
        )
        company = _kept_company(row, stock)
        if stock:
            known.add(stock["name"])
        doubtful = {fold(alias) for alias in row["ambiguous"].split("|") if alias}
        forms = dict.fromkeys((row["name"], *aliases, *row["ambiguous"].split("|")))
        small = {fold(form) for form in forms if not form.isupper()}
        for form in forms:
            # Of `IKEA` and `Ikea` the second holds for both.
            if form and not (form.isupper() and fold(form) in small):
                yield RegisterName(company, form, fold(form) not in doubtful)
        for form in _forms(stock["name"]) if stock else ():
            yield RegisterName(company, form, " " in form and fold(form) not in doubtful)
    for stock in stocks:
        if stock["name"] not in known:
            yield from _stock_names(stock)


def _kept_company(row: Mapping[str, str], stock: Mapping[str, Any]) -> Company:
    month = int(row["fiscal_year_end"]) if row["fiscal_year_end"].isdigit() else None
    branches = frozenset(branch for branch in row["branch"].split("|") if branch)
    unknown = branches - load_words("company_words.toml", "branches").keys()
    if unknown or (month is not None and not 1 <= month <= 12):
        raise VocabularyError(
            f"vocabulary/companies.csv: {row['name']}: no such month or branch: {month}, {unknown}"
        )
    isin = row["isin"] or next(iter(stock.get("isins", ())), None)
    seats = (fold(row["seat"]),) if row["seat"] else _seats(stock)
    return Company(row["name"], isin, month, seats, branches or _branches(stock))


def _stock_names(stock: Mapping[str, Any]) -> Iterator[RegisterName]:
    forms = _forms(stock["name"])
    isin = next(iter(stock.get("isins", ())), None)
    company = Company(forms[-1], isin, None, _seats(stock), _branches(stock))
    local = stock.get("country") in _continental()
    for form in forms:
        parts = keys_of(form)
        # One word of a foreign small company is more often another word or a family name: `Disco`, `Lindsay`.
        certain = len(parts) > 1 or (local and not is_noun(form) and len(form) > 3)
        if all(
            part in words("not_companies", "indices") or part in ordinary_words("opener") for part in parts
        ):
            certain = False
        yield RegisterName(company, form, certain)


@cache
def _continental() -> frozenset[str]:
    return frozenset(
        {"Germany", "Switzerland", "Austria", "France", "Netherlands", "Italy", "Spain", "Luxembourg"}
    )


def _forms(name: str) -> list[str]:
    """The full name, and the name as news shortens it: `Adobe Inc.`, `Adobe`."""
    name = _REMARK.sub("", name).removeprefix("The ").strip()
    return list(dict.fromkeys(form for form in (name, _TAIL.sub("", name).strip()) if form))


def _seats(stock: Mapping[str, Any]) -> tuple[str, ...]:
    place = ((stock.get("metadata") or {}).get("headquarters") or "").split(",")[0].split("(")[0].strip()
    german: dict[str, str] = load_words("company_words.toml", "references")["german_places"]
    return tuple(
        fold(german.get(town.strip(), town.strip())) for town in place.split(" and ") if town.strip()
    )


def _branches(stock: Mapping[str, Any]) -> frozenset[str]:
    table: dict[str, str] = load_words("company_words.toml", "branch_industries")
    return frozenset(table[industry] for industry in stock.get("industries", ()) if industry in table)
