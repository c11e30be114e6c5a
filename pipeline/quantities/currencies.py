"""Tells which money a name means that several countries use: `Kronen`, `Pesos`, `Cent`."""

from dataclasses import replace
from functools import cache, cached_property

import regex
from pydantic import Field

from pipeline.quantities.quantity import Quantity
from pipeline.quantities.spelling import any_spelling
from pipeline.quantities.units import is_currency
from pipeline.vocabulary.loading import Rule, load_rules


class Shared(Rule):
    """A currency that has its name in common with another one.

    Attributes:
        symbol: The currency.
        read_as: As which one its name alone is read.
        written: The name, as a regular expression.
        country: Regular expressions of what names its country.
    """

    symbol: str
    read_as: str
    written: str
    country: list[str] = Field(min_length=1)

    @cached_property
    def places(self) -> "regex.Pattern[str]":
        """What names its country."""
        return regex.compile(any_spelling(rf"(?i)(?<!\w)(?:{'|'.join(self.country)})(?!\w)"))

    @cached_property
    def name(self) -> "regex.Pattern[str]":
        """Its name at the end of an amount."""
        return regex.compile(rf"(?<!\w)(?:{self.written})$")


@cache
def shared_currencies() -> tuple[Shared, ...]:
    """The currencies of the vocabulary that share a name."""
    return load_rules("units.toml", "shared", Shared)


@cache
def _cents() -> "regex.Pattern[str]":
    return regex.compile(r"\s?(?:Cents?|ct)$")


@cache
def _schilling() -> "regex.Pattern[str]":
    return regex.compile(r" S(?![\w-]|\.\p{L})")


def _nearest(text: str, quantity: Quantity, choices: list[Shared]) -> str | None:
    """The currency of the country that the text names nearest to an amount, None where it names none."""
    named = [
        (min(abs(match.start() - quantity.start), abs(match.start() - quantity.end)), choice.symbol)
        for choice in choices
        for match in choice.places.finditer(text)
    ]
    return min(named)[1] if named else None


def settle_currencies(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Give the amounts whose money only their document tells the currency that it means.

    Args:
        text: The article in plain characters.
        quantities: Quantities in order, with their units.

    Returns:
        The same, with `Kronen` those of the country that is named nearest, and with a `Cent` of the dollar
        where the text knows no other money.
    """
    money = {
        quantity.unit
        for quantity in quantities
        if is_currency(quantity.unit) and not _cents().search(quantity.text)
    }
    several = {shared.read_as for shared in shared_currencies()} & money
    settled = []
    for quantity in quantities:
        unit = quantity.unit
        if unit == "EUR" and money == {"USD"} and _cents().search(quantity.text):
            unit = "USD"
        elif unit is None and "ATS" in money and _schilling().match(text, quantity.end):
            # `8 S` where the text tells of `Mill. S`
            settled.append(replace(quantity, unit="ATS", end=quantity.end + 2, text=f"{quantity.text} S"))
            continue
        elif unit in several:
            choices = [
                one for one in shared_currencies() if one.read_as == unit and one.name.search(quantity.text)
            ]
            unit = _nearest(text, quantity, choices) or unit
        settled.append(quantity if unit == quantity.unit else replace(quantity, unit=unit))
    return settled
