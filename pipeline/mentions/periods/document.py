"""The times of one document in their order, and which of them another one can lean on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pipeline.mentions.periods.calendar import (
    PARTS,
    days_of_months,
    label_of,
    month_index,
    part_label,
)
from pipeline.mentions.periods.joins import JoinedExpression, part_named
from pipeline.mentions.periods.patterns import Expression, fold, special_pattern, table
from pipeline.mentions.periods.readings import Reader
from pipeline.mentions.periods.resolution import Resolver
from pipeline.mentions.periods.values import (
    PARTS_OF_YEAR,
    Granularity,
    Reading,
    count_of,
    granularity_of,
    is_fiscal,
    shifted,
    split_year,
)

_REACH = 100
"""How many expressions away a time can be on which another one leans."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with what it means.

    Attributes:
        reading: Its period.
        comparison: As in `PeriodMention`.
        shift: As in `PeriodMention`.
    """

    reading: Reading
    comparison: bool = False
    shift: int = 0


class Document:
    """The expressions of one document and what is resolved of them so far.

    Attributes:
        joined: The expressions in text order.
        resolver: What is known of the document.
        resolved: What each of them means, by its place in `joined`; None for what names no time.
    """

    def __init__(self, joined: Sequence[JoinedExpression], resolver: Resolver) -> None:
        self.joined = joined
        self.resolver = resolver
        self.resolved: dict[int, Resolved | None] = {}
        self._reader = Reader(resolver)

    def words(self, expression: Expression) -> str:
        """The words of an expression in lower case."""
        return self.resolver.surroundings.lowered[expression.start : expression.end]

    def primary(self, place: int) -> Reading | None:
        """The reading at a place where it has a label and is nothing to compare with."""
        found = self.resolved.get(place)
        if found is None or found.comparison or found.shift or found.reading.label is None:
            return None
        if "prior" in self.joined[place].expression.parts:
            return None
        return found.reading

    def context(
        self, place: int, kinds: tuple[Granularity, ...], ahead: bool = True, ended: bool = False
    ) -> Reading | None:
        """The last time of one of these kinds named before a place, else the first after it.

        Args:
            place: Place of the expression that leans on it.
            kinds: Kinds of time that it can lean on.
            ahead: Look after it too, as a headline speaks of the quarter that the text names only then.
            ended: Only times that are over at publication.

        Returns:
            Its reading, None where the text names no such time.
        """
        following = range(place + 1, min(place + _REACH, len(self.joined))) if ahead else ()
        for other in (*range(place - 1, max(place - _REACH, 0) - 1, -1), *following):
            reading = self.primary(other)
            if reading is None or reading.granularity not in kinds or (ended and self.is_ahead(reading)):
                continue
            return reading
        return None

    def base(self, place: int, kinds: tuple[Granularity, ...], ahead: bool) -> Reading | None:
        """The time from which `Vorjahr` counts back: the last one reported, of the kind that came last."""
        last = self.context(place, kinds, ahead)
        planned = last is not None and last.granularity == "year" and self.is_ahead(last)
        if planned and self.in_sentence(place, kinds) is None:
            last = self._latest_reported(place) or last
        return last if last is None else self.latest(place, last)

    def latest(self, place: int, last: Reading) -> Reading:
        """The latest time over that was named before a place, of the kind of another one and not before it.

        Args:
            place: Place of an expression.
            last: The time that was named last.
        """
        for other in range(max(place - _REACH, 0), place):
            reading = self.primary(other)
            if reading is None or reading.granularity != last.granularity:
                continue
            if (last.label or "") < (reading.label or "") and not self.is_ahead(reading):
                last = reading
        return last

    def _latest_reported(self, place: int) -> Reading | None:
        """The last year over that was named before a place, but none before that of a part reported on."""
        year = self.context(place, ("year",), ahead=False, ended=True)
        part = self.context(place, PARTS_OF_YEAR, ahead=False, ended=True)
        if part is None or (year is not None and (year.label or "") >= (part.label or "")[:4]):
            return year
        return part

    def is_near(self, reading: Reading | None) -> bool:
        """Whether a time is one that the news is about, and not a piece of history (`2003 gegründet`)."""
        if reading is None or reading.label is None:
            return False
        published = self.resolver.published
        return published is None or abs(int(reading.label[:4]) - published.year) <= 1

    def in_sentence(self, place: int, kinds: tuple[Granularity, ...]) -> Reading | None:
        """The last time of one of these kinds that the sentence of an expression has named before it."""
        expression = self.joined[place].expression
        begin, _ = self.resolver.surroundings.sentence(expression.start, expression.end)
        for other in range(place - 1, -1, -1):
            if self.joined[other].expression.start < begin:
                return None
            reading = self.primary(other)
            if reading is not None and reading.granularity in kinds:
                return reading
        return None

    def name_alike(self) -> None:
        """Give the same days one label: that of the business year, where the document names it anywhere.

        `In den ersten drei Quartalen` of a headline are those of `2020/21`, which the text names below it.
        """
        self._number_parts()
        named = {}
        for found in self.resolved.values():
            if found is not None and found.reading.fiscal and found.reading.first_day and found.reading.label:
                named[found.reading.first_day, found.reading.last_day] = found.reading.label
        for place, found in self.resolved.items():
            if (
                found is None
                or found.reading.first_day is None
                or found.reading.granularity in ("month", "day")
            ):
                continue
            label = named.get((found.reading.first_day, found.reading.last_day), found.reading.label)
            self.resolved[place] = replace(found, reading=replace(found.reading, label=label))

    def _number_parts(self) -> None:
        """Let the parts of a business year carry its number, where the document counts business years.

        The second quarter to August is one of 2027 in a text that names the `Geschäftsjahr 2026/27`.
        """
        resolver = self.resolver
        if not resolver.calendar_known or resolver.year_end is None:
            return
        if not any(map(self._counts_business_years, self.joined)):
            return
        for place, found in self.resolved.items():
            if found is None or found.reading.label is None or found.reading.last_day is None:
                continue
            if found.reading.granularity in PARTS_OF_YEAR:
                label = f"{resolver.calendar.year_of(found.reading.last_day):04}{found.reading.label[4:]}"
                self.resolved[place] = replace(found, reading=replace(found.reading, label=label))

    @staticmethod
    def _counts_business_years(item: JoinedExpression) -> bool:
        """Whether a business year is named by its number so that no doubt is left which one it is."""
        name = split_year(item.expression.parts)
        return name is not None and (name.split or (name.fiscal and item.last_month is not None))

    def resolve_alone(self, place: int) -> None:
        """Resolve an expression that needs no other time of the text."""
        item = self.joined[place]
        expression = item.expression
        reading = self._joined_reading(item) if item.last_month else self._reader.read(expression)
        if reading is None:
            self.resolved[place] = None
            return
        if "whole" in expression.parts and split_year(expression.parts) is None:
            reading = self.in_sentence(place, ("year",)) or reading  # `2020 waren es im gesamten Jahr 5 Mio.`
        prior = "prior" in expression.parts and reading.granularity != "week"
        if prior:
            reading = self._a_year_before(reading)
        comparison = self._is_comparison(expression, reading, prior)
        if comparison and "relative" in expression.parts and "year" not in expression.parts:
            reading = self._before_named(place, reading)
        before = self.resolved.get(place - 1)
        if before is not None and before.comparison and self.one_more(place) is before:
            comparison = True
        if before is not None and self._goes_on(place):
            reading = replace(reading, fiscal=reading.fiscal or before.reading.fiscal)
            comparison = comparison or before.comparison
        years = self._years_back(expression)
        self.resolved[place] = Resolved(reading, comparison or bool(years), years)

    def _is_comparison(self, expression: Expression, reading: Reading, prior: bool) -> bool:
        surroundings, start = self.resolver.surroundings, expression.start
        if reading.granularity != "day":
            return surroundings.is_comparison(start, expression.end, prior)
        words = self.words(expression)
        if words.startswith("vortag"):
            held = any(surroundings.follows(name, start) for name in ("against_prior", "against_day"))
            return words.startswith("vortages") or held
        return surroundings.follows("against_day", start)

    @staticmethod
    def _years_back(expression: Expression) -> int:
        """How far back `in den vergangenen fünf Jahren` goes."""
        parts = expression.parts
        past = expression.rule.kind == "span" and table("relative")[fold(parts["relative"])] < 0
        return count_of(parts) or 0 if past and parts["unit"] == "jahre" else 0

    def one_more(self, place: int) -> Resolved | None:
        """The time before, to compare with, where one more such figure follows: `nach 3 2010 und 2 2009`."""
        before = self.resolved.get(place - 1)
        if before is None or before.reading.label is None or not (before.comparison or before.shift):
            return None
        begin, end = self.joined[place - 1].expression.end, self.joined[place].expression.start
        gap = self.resolver.surroundings.lowered[begin:end]
        told = any(character.isdigit() for character in gap)
        return before if told and special_pattern("joins", "one_more").fullmatch(gap) else None

    def _goes_on(self, place: int) -> bool:
        """Whether a year goes on a list of years (`in den Geschäftsjahren 2016, 2017 und 2018`)."""
        if self.joined[place].expression.rule.kind != "year figure":
            return False
        between = self.resolver.surroundings.lowered[
            self.joined[place - 1].expression.end : self.joined[place].expression.start
        ]
        return between.strip() in (",", "und", "oder", "sowie", "bzw.", "beziehungsweise", "/")

    def is_ahead(self, reading: Reading) -> bool:
        """Whether a time is not over at publication."""
        published = self.resolver.published
        if published is None or reading.label is None:
            return False
        if reading.last_day is not None:
            return reading.last_day >= published
        return int(reading.label[:4]) > published.year

    def _before_named(self, place: int, reading: Reading) -> Reading:
        """The year before one named already, as `mehr als im vorigen Geschäftsjahr` compares with another."""
        named = [self.primary(other) for other in range(max(place - _REACH, 0), place)]
        expression = self.joined[place].expression
        ahead = self.resolver.surroundings.looks_ahead(expression.start, expression.end)
        if (
            reading.granularity != "year"
            or ahead
            or all(other is None or other.label != reading.label for other in named)
        ):
            return reading
        return shifted(reading, 1)

    def _a_year_before(self, reading: Reading) -> Reading:
        """`im dritten Quartal des Vorjahres` of news that reports this year's third quarter."""
        published = self.resolver.published
        if reading.label is None or published is None:
            return reading
        back = max(int(reading.label[:4]) - published.year + 1, 0)
        if reading.granularity not in ("month", "day") and reading.last_day is not None:
            back = 1 if published - reading.last_day < timedelta(days=200) else back
        return shifted(reading, back)

    def _joined_reading(self, item: JoinedExpression) -> Reading:
        """A time whose last month the text adds (`im ersten Quartal zu Ende April`)."""
        parts, part = item.expression.parts, part_named(item.expression)
        fiscal = is_fiscal(parts)
        length = (count_of(parts) or 3) if part is None else PARTS[part][1]
        last = self._last_month(item, part)
        if last is None:
            kind = "other" if part is None else granularity_of(f"2000-{part}" if part else "2000")
            return Reading(None, granularity=kind, fiscal=fiscal)
        days = days_of_months(last - length + 1, last)
        name = split_year(parts)
        if part is None:
            label = label_of(*days, self.resolver.year_end)
        elif name is not None:
            label = f"{name.number:04}-{part}" if part else f"{name.number:04}"
        else:
            label = part_label(part, days[1])
        return Reading(label, *days, granularity_of(label), fiscal or last % 3 != 2)

    def _last_month(self, item: JoinedExpression, part: str | None) -> int | None:
        """Index of the month in which the time ends, None where its year cannot be known."""
        month, name, published = item.last_month, split_year(item.expression.parts), self.resolver.published
        assert month is not None
        if item.last_year is not None:
            return item.last_year * 12 + month - 1
        if name is not None and part is not None:
            last = month_index(self.resolver.calendar.part_days(part, name.number)[1])
            return last - (last % 12 - month + 1) % 12
        if published is None:
            return None
        present = month_index(published)
        last = present - (present - (month - 1)) % 12
        if days_of_months(last, last)[1] > published + timedelta(days=7):
            last -= 12
        expression = item.expression
        ahead = self.resolver.surroundings.looks_ahead(expression.start, expression.end)
        return last + 12 if ahead and present - last > 5 else last
