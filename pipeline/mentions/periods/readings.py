"""Reads the expressions of time that need no other time of the text: quarters, months, days, years, spans."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from pipeline.mentions.periods.calendar import days_of_months, label_of, make_day
from pipeline.mentions.periods.nearest_days import nearest_day, nearest_month, nearest_months, nearest_weekday
from pipeline.mentions.periods.patterns import Expression, fold, special_pattern, table
from pipeline.mentions.periods.resolution import Resolver
from pipeline.mentions.periods.values import (
    Reading,
    count_of,
    granularity_of,
    month_of,
    months_of_parts,
    part_of,
    split_year,
)

_LAST_OF_SEASON = 6
_QUARTER, _DECEMBER = 3, 12


class Reader:
    """Reads the expressions of one document that stand for themselves.

    Attributes:
        resolver: What is known of the document.
    """

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.surroundings = resolver.surroundings
        self.published = resolver.published

    def read(self, expression: Expression) -> Reading | None:
        """What an expression means, None where it names no time (`August Huber`, `Agenda 2010`)."""
        return _READERS[expression.rule.kind](self, expression)

    def _quarter(self, expression: Expression) -> Reading | None:
        number = part_of(expression.parts)
        return self.resolver.part(f"Q{number}", expression)

    def _half(self, expression: Expression) -> Reading | None:
        number = part_of(expression.parts)
        return self.resolver.part(f"H{number}", expression) if number in (1, 2) else None

    def _first_months(self, expression: Expression) -> Reading | None:
        count = months_of_parts(expression.parts)
        if count is None or not 1 <= count <= 12:
            return None
        return self.resolver.months(0, count, expression)

    def _month_quarter(self, expression: Expression) -> Reading:
        last = table("month_quarters")[fold(expression.parts["named"])]
        return nearest_months(self.resolver, (last - 3) % 12 + 1, last, expression)

    def _month_span(self, expression: Expression) -> Reading:
        months = table("months")
        parts = expression.parts
        return nearest_months(
            self.resolver, months[fold(parts["month"])], months[fold(parts["month_to"])], expression
        )

    def _two_months(self, expression: Expression) -> Reading:
        """Two months told together, of which no form of the record is."""
        return replace(self._month_span(expression), label=None, granularity="other")

    def _month(self, expression: Expression) -> Reading | None:
        if "edge" not in expression.parts and not self._is_month(expression):
            return None
        return nearest_month(self.resolver, table("months")[fold(expression.parts["month"])], expression)

    def _is_month(self, expression: Expression) -> bool:
        """Whether `August` is the month and not the first name of someone (`August Huber`)."""
        if expression.parts["month"] not in ("august", "mai", "juli", "april", "juno"):
            return True
        if "year" in expression.parts or self.surroundings.follows("month_preposition", expression.start):
            return True
        following = self.surroundings.text[expression.end : expression.end + 2].strip()
        return not following[:1].isupper()

    def _day(self, expression: Expression) -> Reading | None:
        month = month_of(expression.parts)
        if not 1 <= month <= 12:
            return None
        return nearest_day(self.resolver, int(expression.parts["day"]), month, expression)

    def _day_span(self, expression: Expression) -> Reading | None:
        parts = expression.parts
        last = self._day(expression)
        if last is None or last.last_day is None:
            return None
        named = parts.get("named_from")
        month = table("months")[fold(named)] if named is not None else int(parts["figure_from"])
        year = int(parts.get("year_from", last.last_day.year - (month > last.last_day.month)))
        first_day = make_day(year, month, int(parts["day_from"]))
        if first_day is None or first_day > last.last_day:
            return None
        label = label_of(first_day, last.last_day, self.resolver.year_end)
        return Reading(label, first_day, last.last_day, granularity_of(label))

    def _weekday(self, expression: Expression) -> Reading:
        number = table("weekdays")[fold(expression.parts["weekday"])]
        return nearest_weekday(self.resolver, number, expression)

    def _week(self, expression: Expression) -> Reading:
        return Reading(None, granularity="week")

    def _year(self, expression: Expression) -> Reading | None:
        if "whole" in expression.parts and self.surroundings.follows("indefinite", expression.start):
            return None
        name = self.resolver.year_name(expression.parts, expression)
        if name is None:
            return Reading(None, granularity="year", fiscal="fiscal" in expression.parts)
        return self.resolver.year(name)

    def _year_figure(self, expression: Expression) -> Reading | None:
        left = self.surroundings.left(expression.start)
        number = int(expression.parts["year"])
        if "edge" not in expression.parts and "split" not in expression.parts:
            if special_pattern("not_a_year", "before").search(left):
                return None
            if number % 100 == 0 and not special_pattern("not_a_year", "round").search(left):
                return None
            aim = left.rstrip().endswith("auf") and number % 10 == 0
            if aim and not special_pattern("not_a_year", "beyond").search(left):
                return None
            digits = special_pattern("not_a_year", "digits").search(left)
            if digits and not special_pattern("not_a_year", "row").search(left):
                return None
        if special_pattern("not_a_year", "after").match(self.surroundings.text, expression.end):
            return None
        name = self.resolver.year_name(expression.parts, expression)
        assert name is not None
        if name.split and special_pattern("not_a_year", "season").search(left):
            reading = self.resolver.year(replace(name, split=False))
            return replace(reading, first_day=None, last_day=None)
        return self.resolver.year(name)

    def _whole_year(self, expression: Expression) -> Reading | None:
        name = self.resolver.year_name(expression.parts, expression)
        if name is not None:
            return self.resolver.year(name)
        if self.published is None:
            return Reading(None, granularity="year")
        return self.resolver.business_year(self.resolver.whole_year(expression.start, expression.end))

    def _year_edge(self, expression: Expression) -> Reading | None:
        parts = expression.parts
        name = split_year(parts)
        if name is None and self.published is None:
            return Reading(None, granularity="year")
        number = name.number if name is not None else self._edge_year(expression)
        edge = fold(parts["edge"])
        if edge in ("beginn", "anfang") and "since" not in parts:
            days = days_of_months(number * 12, number * 12)
            return Reading(label_of(*days), *days, "month")
        if edge == "mitte" and self.surroundings.follows("at_middle", expression.start, 8):
            return self._first_half(number, expression, named=name is not None)
        first_day, last_day = date(number, 1, 1), date(number, 12, 31)
        if "since" in parts and self.published is not None and self.published.year == number:
            last_day = self.published
        return Reading(f"{number:04}", first_day, last_day, "year")

    def _first_half(self, number: int, expression: Expression, *, named: bool) -> Reading:
        """The half that ends `zur Jahresmitte`, of the year before where it is not over yet."""
        days = days_of_months(number * 12, number * 12 + 5)
        over = self.published is None or days[1] <= self.published
        if not (named or over or self.surroundings.looks_ahead(expression.start, expression.end)):
            days = days_of_months(number * 12 - 12, number * 12 - 7)
        return Reading(label_of(*days), *days, "half")

    def _year_start(self, expression: Expression) -> Reading | None:
        """The first quarter once it is over (`mehr Umsatz zum Jahresstart`), till then the first month."""
        parts, present = expression.parts, self.published
        if present is not None and self.resolver.calendar.last_month == _DECEMBER:
            name = split_year(parts)
            number = name.number if name is not None else present.year
            if (number, _QUARTER) >= (present.year, present.month):
                days = days_of_months(number * 12, number * 12)
                return Reading(label_of(*days), *days, "month")
        return self.resolver.part("Q1", expression)

    def _edge_year(self, expression: Expression) -> int:
        assert self.published is not None
        words = self.surroundings.lowered[expression.start : expression.end]
        year = self.published.year
        if any(word in words for word in ("vorig", "vergangen", "letzt")):
            return year - 1
        if any(word in words for word in ("kommend", "naechst", "nächst")):
            return year + 1
        if fold(expression.parts["edge"]) == "wechsel":
            return year - (not self.surroundings.looks_ahead(expression.start, expression.end))
        early = self.published.month <= 4
        closing = fold(expression.parts["edge"]) in ("ende", "schluss", "ausklang")
        if not closing or "dies" in words or self.published.month >= _DECEMBER - 1:
            return year
        ahead = self.surroundings.looks_ahead(expression.start, expression.end)
        until = fold(self.surroundings.left(expression.start, 8)).endswith(("bis", "biszum"))
        moved = until and self.surroundings.follows("moved", expression.start)
        # `Die Belegschaft hat sich bis zum Jahresende verringert`, told in March
        moved = moved or (
            until and early and self.surroundings.tells_the_past(expression.start, expression.end)
        )
        past = early or moved or self.surroundings.looks_back(expression.start, expression.end)
        return year - 1 if past and (moved or not (ahead or until)) else year

    def _relative_day(self, expression: Expression) -> Reading | None:
        if self.published is None:
            return Reading(None, granularity="day")
        word = expression.parts["word"]
        back = 2 if word.startswith("vorg") else 0 if word.startswith("heut") else 1
        day = self.published - timedelta(days=back)
        if word.startswith(("vort", "vora", "tag")):
            while day.weekday() > 4:
                day -= timedelta(days=1)
        return Reading(day.isoformat(), day, day, "day")

    def _span(self, expression: Expression) -> Reading | None:
        count, ahead = count_of(expression.parts), table("relative")[fold(expression.parts["relative"])] > 0
        if count is None or expression.parts["unit"] != "jahre" or self.published is None or count > 99:
            return Reading(None)
        number = self.published.year + (count if ahead else -count)
        if ahead:
            return Reading(f"{number:04}", date(self.published.year + 1, 1, 1), date(number, 12, 31))
        return Reading(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")

    def _years_ahead(self, expression: Expression) -> Reading | None:
        """`binnen fünf Jahren` of a plan; of what is over it tells how long it took."""
        published = self.published
        if published is None:
            return None
        if "edge" in expression.parts:
            years = {"anfang": 1, "mitte": 5, "ende": 10}[expression.parts["edge"]]
            number = published.year // 10 * 10 + years
        else:
            count = count_of(expression.parts)
            ahead = self.surroundings.looks_ahead(expression.start, expression.end)
            if not ahead or count is None or count > 50:
                return None
            number = published.year + count
        return Reading(f"{number:04}", date(number, 1, 1), date(number, 12, 31))

    def _season(self, expression: Expression) -> Reading | None:
        """The season of a club or a theatre, from July to June; its days are told by nobody."""
        if self.published is None:
            return Reading(None, granularity="year")
        present = self.published.year + (self.published.month > _LAST_OF_SEASON)
        if "relative" in expression.parts:
            return Reading(
                f"{present + table('relative')[fold(expression.parts['relative'])]:04}", granularity="year"
            )
        early = _LAST_OF_SEASON - 2 <= self.published.month <= _LAST_OF_SEASON
        return Reading(f"{present + early:04}", granularity="year") if "fresh" in expression.parts else None


_READERS: dict[str, Callable[[Reader, Expression], Reading | None]] = {
    "quarter": Reader._quarter,
    "month quarter": Reader._month_quarter,
    "half": Reader._half,
    "first months": Reader._first_months,
    "month span": Reader._month_span,
    "two months": Reader._two_months,
    "months until": lambda reader, expression: None,
    "month": Reader._month,
    "day": Reader._day,
    "day span": Reader._day_span,
    "weekday": Reader._weekday,
    "relative day": Reader._relative_day,
    "week": Reader._week,
    "year": Reader._year,
    "year figure": Reader._year_figure,
    "year edge": Reader._year_edge,
    "year start": Reader._year_start,
    "whole year": Reader._whole_year,
    "span": Reader._span,
    "years ahead": Reader._years_ahead,
    "season": Reader._season,
}
