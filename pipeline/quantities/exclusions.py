"""Tells the numbers that state no quantity: dates, times, ages, ranks, names, addresses, years."""

from functools import cache, cached_property

import regex

from pipeline.quantities.spelling import any_spelling
from pipeline.vocabulary.loading import Rule, load_rules

_LAST_YEAR = 2060
"""The last year that news looks ahead to; a greater number counts something."""

NEVER = "(?!)"
"""Pattern that matches nowhere."""


class Exclusion(Rule):
    """What stands around a number that is none of ours.

    Attributes:
        name: What the number is instead (`clock`, `age`).
        before: Regular expression of what ends where the number begins.
        after: Regular expression of what begins where the digits or the word end.
        bare: The rule holds only for a number without scale and unit.
        in_tables: It holds for the cells of a table too.
    """

    name: str
    before: str = ""
    after: str = ""
    bare: bool = False
    in_tables: bool = False

    @cached_property
    def _before(self) -> "regex.Pattern[str]":
        return regex.compile(rf"(?r){any_spelling(self.before)}")

    @cached_property
    def _after(self) -> "regex.Pattern[str]":
        return regex.compile(any_spelling(self.after))

    def fires(self, text: str, start: int, end: int) -> bool:
        """Whether the rule keeps a number out.

        Args:
            text: The article.
            start: First code point of the number.
            end: First code point after its digits or word, before scale and unit.
        """
        if self.after and not self._after.match(text, end):
            return False
        return not self.before or bool(self._before.match(text, 0, start))


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """The exclusions of the vocabulary."""
    files = ("not_quantities.toml", "numbers_in_names.toml", "page_remains.toml")
    return tuple(rule for file in files for rule in load_rules(file, "rule", Exclusion))


@cache
def _date_pattern() -> "regex.Pattern[str]":
    day, month, year = r"[0-3]?\d", r"[01]?\d", r"(?:19|20)?\d{2}"
    # `nach 3.10.` at the end of a sentence is an amount in Swiss news, `am 3.10.` a day anywhere.
    day_named = r"(?<=(?<!\p{L})(?:am|vom|zum|bis|seit|ab|per|den|dem|der)\s[0-3]?\d\.\s?[01]?\d\.)"
    return regex.compile(
        rf"(?=\d)(?<![\d.,])(?:{day}\.\s?{month}\.(?:\s?{year}(?!\d|[.,]\d)|{day_named}|(?!\s*(?:\n|$|\p{{Lu}})))"
        r"|\d{4}-\d{2}-\d{2}(?:T[\d:.+]+)?"
        rf"|{day}/{month}/{year}|(?:19|20)\d{{2}}/{year}"  # 13/01/2016, 2015/16
        r"|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"  # 17:39
    )


@cache
def _counted_noun() -> "regex.Pattern[str]":
    return regex.compile(
        r"[ ](?:(?!ge|(?:die|alle|keine|viele|einige|mehrere|diese|seine|ihre) )\p{Ll}+e[nrs]? )?"
        r"(?:Mitarbeiter|Beschäftigte|Stellen|Jobs|Arbeitsplätze|Menschen"
        r"|Personen|Kunden|Filialen|Mitglieder|Unternehmen|Betriebe|Fahrzeuge|Autos|Aktien|Teilnehmer|Besucher"
        r"|Euro|Läden|Häuser|Wohnungen|Flugzeuge|Angestellte|Arbeitnehmer|Geschäfte|Standorte|Patienten"
        r"|Studierende|Schüler|Einwohner|Nutzer|Vollzeit|Abonnenten|Fahrgäste|Passagiere|Gäste|Haushalte)"
    )


@cache
def _time_word() -> "regex.Pattern[str]":
    return regex.compile(r"(?r)(?:jahr|seit|ende|anfang) ", regex.IGNORECASE)


@cache
def _by() -> "regex.Pattern[str]":
    """`sank um 2100 auf 187 400 Exemplare` tells how many fewer, and no time."""
    return regex.compile(r"(?r)(?<!\p{L})um (?:rund |etwa |knapp |gut |fast )?")


@cache
def _to_so_many() -> "regex.Pattern[str]":
    return regex.compile(r" auf (?:\p{Ll}+ )?\d")


@cache
def _years_after() -> "regex.Pattern[str]":
    return regex.compile(r"(?: bis | ?[-–] ?)[12]\d{3}(?!\d|[.,]\d| ?[%€$]| \p{Lu}| Mi[ol]| Mrd)")


@cache
def _years_before() -> "regex.Pattern[str]":
    return regex.compile(r"(?r)(?<!\d)[12]\d{3}(?: bis | ?[-–] ?)")


@cache
def _range_of_things() -> "regex.Pattern[str]":
    return regex.compile(r"(?: bis \d{4})? \p{Lu}\p{Ll}")


@cache
def _no_noun() -> "regex.Pattern[str]":
    return regex.compile(r"(?! \p{Lu})")


def date_spans(text: str) -> list[tuple[int, int]]:
    """Places of dates and times written in digits (`13.01.2016`, `2016-02-12`, `2015/16`, `17:39`).

    Args:
        text: The article.

    Returns:
        Start and end of each, in order.
    """
    return [match.span() for match in _date_pattern().finditer(text)]


def is_year(text: str, start: int, end: int) -> bool:
    """Whether a number without scale and unit names a year.

    Args:
        text: The article.
        start: First code point of the number.
        end: First code point after it.

    Returns:
        True for `2015` in `im Jahr 2015` or `Umsatz 2015 stieg`; False for `2000 Mitarbeiter`.
    """
    digits = text[start:end]
    if len(digits) != 4 or not digits.isdigit() or not 1000 <= int(digits) <= 2100:
        return False
    if _time_word().match(text, 0, start):
        return True
    if _by().match(text, 0, start) and _to_so_many().match(text, end):
        return False
    if _counted_noun().match(text, end):
        return False
    if _years_after().match(text, end) or (
        _years_before().match(text, 0, start) and _no_noun().match(text, end)
    ):
        return True
    if int(digits) < 1800 or (int(digits) > _LAST_YEAR and _range_of_things().match(text, end)):
        return False
    # `1850 Stimmen` are counted; news seldom counts a number that looks like a year of our time.
    noun_follows = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return 1950 <= int(digits) <= 2049 or not noun_follows


@cache
def _one_sided(bare: bool) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"]:
    """The rules that look at one side of the number only: those before it as one pattern, those after it."""
    rules = [rule for rule in exclusions() if rule.bare == bare]
    before = "|".join(f"(?:{rule.before})" for rule in rules if not rule.after) or NEVER
    after = "|".join(f"(?:{rule.after})" for rule in rules if not rule.before) or NEVER
    return regex.compile(any_spelling(f"(?r)(?:{before})")), regex.compile(any_spelling(after))


@cache
def _two_sided(bare: bool) -> tuple["regex.Pattern[str]", tuple[Exclusion, ...]]:
    """The rules that look at both sides, and what stands before the number for any of them to fire."""
    rules = tuple(rule for rule in exclusions() if rule.bare == bare and rule.before and rule.after)
    before = "|".join(f"(?:{rule.before})" for rule in rules) or NEVER
    return regex.compile(any_spelling(f"(?r)(?:{before})")), rules


@cache
def _in_tables() -> tuple[Exclusion, ...]:
    return tuple(rule for rule in exclusions() if rule.in_tables)


def is_excluded_cell(text: str, start: int, end: int) -> bool:
    """Whether a number that looks like the cell of a table is none, such as `Telefon 2314` below it.

    Args:
        text: The article in plain characters.
        start: First code point of the number.
        end: First code point after it.
    """
    return any(rule.fires(text, start, end) for rule in _in_tables())


def is_excluded(text: str, start: int, end: int, *, bare: bool) -> bool:
    """Whether a rule of the vocabulary or the form of a year keeps a number out.

    Args:
        text: The article in plain characters.
        start: First code point of the number.
        end: First code point after its digits or word, before scale and unit.
        bare: Neither scale nor unit is written with it.
    """
    for only_bare in (False, True) if bare else (False,):
        before, after = _one_sided(only_bare)
        if after.match(text, end) or before.match(text, 0, start):
            return True
        before, rules = _two_sided(only_bare)
        if before.match(text, 0, start) and any(rule.fires(text, start, end) for rule in rules):
            return True
    return bare and is_year(text, start, end)
