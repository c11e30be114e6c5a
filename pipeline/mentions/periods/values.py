"""What an expression of time says of itself (its number, its count, its year), and what a reading holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from pipeline.mentions.periods.calendar import shift_period
from pipeline.mentions.periods.patterns import fold, table

Granularity = Literal["year", "half", "nine_months", "quarter", "month", "week", "day", "other"]

PARTS_OF_YEAR: tuple[Granularity, ...] = ("half", "nine_months", "quarter")
"""Kinds of time that are a part of a business year."""

BUSINESS: tuple[Granularity, ...] = ("year", *PARTS_OF_YEAR)
"""Kinds of time that a company reports on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression of time means.

    Attributes:
        label: The period as the record writes it, None where no form fits or nothing tells.
        first_day: Its first day, None where it cannot be known.
        last_day: Its last day.
        granularity: What kind of time it is.
        fiscal: The words call it fiscal.
    """

    label: str | None
    first_day: date | None = None
    last_day: date | None = None
    granularity: Granularity = "other"
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class YearName:
    """A year as an expression names it.

    Attributes:
        number: The year, of a split one (`2015/16`) the year in which it ends, of a range the last.
        named: The text gives the number, so that the label keeps it.
        split: It is written over two years.
        first: First year of a range (`2016 bis 2018`).
        fiscal: It is called fiscal.
    """

    number: int
    named: bool = True
    split: bool = False
    first: int | None = None
    fiscal: bool = False


def calendar_year(number: int, fiscal: bool) -> Reading:
    """A whole calendar year."""
    return Reading(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year", fiscal)


def shifted(reading: Reading, years: int) -> Reading:
    """The same time so many years earlier; a negative number goes forward."""
    label, first_day, last_day = shift_period(reading.label, reading.first_day, reading.last_day, years)
    return replace(reading, label=label, first_day=first_day, last_day=last_day)


def granularity_of(label: str | None) -> Granularity:
    """What kind of time a label names."""
    if label is None:
        return "other"
    kinds: dict[str, Granularity] = {"Q": "quarter", "H": "half", "9": "nine_months"}
    if len(label) == 7:
        return kinds["9"] if label.endswith("9M") else kinds.get(label[5], "month")
    return "year" if len(label) == 4 else "day"


def part_of(parts: Mapping[str, str]) -> int | None:
    """The number that an expression gives its quarter or half, None where it gives none."""
    if "ordinal" in parts:
        return table("ordinals")[fold(parts["ordinal"])]
    if "digit" in parts or "number" in parts:
        return int(parts.get("digit") or parts["number"])
    if "roman" in parts:
        return table("roman")[parts["roman"]]
    if "named" in parts:
        return table("named_quarters").get(fold(parts["named"]))
    return None


def count_of(parts: Mapping[str, str]) -> int | None:
    """The number of months, quarters or years that an expression counts."""
    if "count" in parts:
        return table("numbers")[fold(parts["count"])]
    return int(parts["figure"]) if "figure" in parts else None


def split_year(parts: Mapping[str, str]) -> YearName | None:
    """The year that an expression gives as a figure, None where it gives none."""
    fiscal = "fiscal" in parts or "fiscal_part" in parts
    if "full_year" in parts:
        return YearName(int(parts["full_year"]), fiscal=fiscal)
    if "short_year" in parts:
        short = int(parts["short_year"])
        return YearName((2000 if short < 70 else 1900) + short, fiscal=fiscal)
    if "short_split" in parts:
        first, last = int(parts["short_first"]), int(parts["short_split"])
        year = (2000 if last < 70 else 1900) + last
        return YearName(year, split=True, fiscal=fiscal) if last == (first + 1) % 100 else None
    if "year" not in parts:
        return None
    first = int(parts["year"])
    if "split" in parts:
        last = int(parts["split"]) if len(parts["split"]) == 4 else first // 100 * 100 + int(parts["split"])
        if first % 100 == 99 and parts["split"] == "00":
            last += 100
        if last == first + 1:
            return YearName(last, split=True, fiscal=fiscal)
        return YearName(last, first=first, fiscal=fiscal) if last > first else YearName(first, fiscal=fiscal)
    if "year_to" in parts and int(parts["year_to"]) > first:
        return YearName(int(parts["year_to"]), first=first, fiscal=fiscal)
    return YearName(first, fiscal=fiscal)


def months_of_parts(parts: Mapping[str, str]) -> int | None:
    """The number of months that an expression counts, in months or in quarters (`ersten drei Quartale`)."""
    if "twelve" in parts:
        return 12
    quarters = parts.get("quarters")
    if quarters is None:
        return count_of(parts)
    return {"drei": 9, "3": 9, "vier": 12, "4": 12}.get(quarters, 6)


def month_of(parts: Mapping[str, str]) -> int:
    """The month that an expression names, in full, abbreviated or as a figure."""
    if "month" in parts:
        return table("months")[fold(parts["month"])]
    if "short_month" in parts:
        return table("short_months")[fold(parts["short_month"])]
    return int(parts["month_figure"])


def is_fiscal(parts: Mapping[str, str]) -> bool:
    """Whether an expression calls its time fiscal (`Geschäftsquartal`, `im Quartal des Geschäftsjahres`)."""
    return "fiscal" in parts or "fiscal_part" in parts
