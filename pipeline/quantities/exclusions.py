"""Tells the numbers that state no quantity: dates, times, ages, ranks, names, addresses, years."""

from functools import cache

import regex

from pipeline.vocabulary.loading import Rule, load_rules

WINDOW = 90


class Exclusion(Rule):
    """What stands around a number that is none of ours."""

    name: str
    before: str = ""
    after: str = ""
    bare: bool = False


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """The exclusions of the vocabulary."""
    return load_rules("not_quantities.toml", "rule", Exclusion)


@cache
def _compiled() -> tuple[tuple["regex.Pattern[str] | None", "regex.Pattern[str] | None", bool, str], ...]:
    return tuple(
        (
            regex.compile(rf"(?:{rule.before})$") if rule.before else None,
            regex.compile(rule.after) if rule.after else None,
            rule.bare,
            rule.name,
        )
        for rule in exclusions()
    )


@cache
def _date_pattern() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?<![\d.,])(?:[0-3]?\d\.\s?[01]?\d\.(?:\s?(?:19|20)?\d{2}(?!\d|[.,]\d))?|\d{4}-\d{2}-\d{2}(?:T[\d:.+]+)?"
        r"|[0-3]?\d/[01]?\d/(?:19|20)?\d{2}|(?:19|20)\d{2}/(?:19|20)?\d{2}|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
    )


@cache
def _year_before() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i:(?<!\w)(?:jahre?s?|jahrs|ende|anfang|mitte|seit|frühjahr|sommer|herbst|winter|januar|jänner|februar|märz|april|mai"
        r"|juni|juli|august|september|oktober|november|dezember|geschäftsjahres?|quartals?|halbjahre?s?|q[1-4]|h[12]|fy|gj"
        r"|im|in|bis|ab|von|und|um|für|gegenüber|nach|vor|jahresende|jahresbeginn)[ /.]{1,2}|['’/(–-] ?)$"
    )


@cache
def _counted_noun() -> "regex.Pattern[str]":
    return regex.compile(
        r"[  ](?:(?!ge)\p{Ll}+e[nrs]? )?(?:Mitarbeiter|Beschäftigte|Stellen|Jobs|Arbeitsplätze|Menschen|Personen|Kunden|Filialen|Mitglieder"
        r"|Unternehmen|Betriebe|Fahrzeuge|Autos|Aktien|Teilnehmer|Besucher|Euro|Läden|Häuser|Wohnungen|Flugzeuge|Angestellte"
        r"|Arbeitnehmer|Geschäfte|Standorte|Patienten|Studierende|Schüler|Einwohner|Nutzer|Vollzeit)"
    )


def date_spans(text: str) -> list[tuple[int, int]]:
    """Places of dates and times written in digits (`13.01.2016`, `2016-02-12`, `2015/16`, `17:39`).

    Args:
        text: The article.

    Returns:
        Start and end of each, in order.
    """
    return [match.span() for match in _date_pattern().finditer(text)]


def is_year(text: str, start: int, end: int, *, bare: bool) -> bool:
    """Whether four digits name a year.

    Args:
        text: The article.
        start: First code point of the number.
        end: First code point after it.
        bare: Neither scale nor unit is written with it.

    Returns:
        True for `2015` in `im Jahr 2015` or `Umsatz 2015 stieg`; False for `2000 Mitarbeiter`, `2000 Euro`.
    """
    digits = text[start:end]
    if not bare or len(digits) != 4 or not digits.isdigit() or not 1800 <= int(digits) <= 2100:
        return False
    if _counted_noun().match(text, end):
        return bool(regex.search(r"(?i:jahr|seit|ende|anfang) $", text[max(0, start - 8) : start]))
    if 1950 <= int(digits) <= 2049:
        return True
    noun_follows = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return not noun_follows or bool(_year_before().search(text[max(0, start - 16) : start]))


def exclusion(text: str, start: int, number_end: int, *, bare: bool) -> str | None:
    """The rule that keeps a number out, if one does.

    Args:
        text: The article.
        start: First code point of the number.
        number_end: First code point after its digits or word, before scale and unit.
        bare: Neither scale nor unit is written with it.

    Returns:
        Name of the rule, or None.
    """
    before = text[max(0, start - WINDOW) : start]
    for left, right, only_bare, name in _compiled():
        if only_bare and not bare:
            continue
        if (right is None or right.match(text, number_end)) and (left is None or left.search(before)):
            return name
    if is_year(text, start, number_end, bare=bare):
        return "year"
    return None
