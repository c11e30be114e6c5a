"""Finds the month or day that words without a year mean: mostly the last one, or one to come soon."""

from datetime import timedelta

from pipeline.mentions.periods.calendar import days_of_months, label_of, make_day, month_index
from pipeline.mentions.periods.patterns import Expression, fold, table
from pipeline.mentions.periods.resolution import Resolver
from pipeline.mentions.periods.values import Reading, granularity_of


def nearest_month(resolver: Resolver, number: int, expression: Expression) -> Reading:
    """A month, of the named year or of the one that lies nearest."""
    name = resolver.year_name(expression.parts, expression)
    if name is not None:
        index = name.number * 12 + number - 1
    elif resolver.published is not None:
        index = _index_of_month(resolver, number, expression)
    else:
        return Reading(None, granularity="month")
    days = days_of_months(index, index)
    return Reading(label_of(*days), *days, "month")


def nearest_months(resolver: Resolver, first: int, last: int, expression: Expression) -> Reading:
    """A span from one month of the year to another (`von Juli bis September`)."""
    name = resolver.year_name(expression.parts, expression)
    length = (last - first) % 12 + 1
    if "year_from" in expression.parts and name is not None:
        end = name.number * 12 + last - 1
        days = days_of_months(int(expression.parts["year_from"]) * 12 + first - 1, end)
        if days[0] > days[1]:
            return Reading(None)
    elif name is not None:
        end = name.number * 12 + last - 1
        days = days_of_months(end - length + 1, end)
    elif resolver.published is not None:
        end = _index_of_month(resolver, last, expression)
        days = days_of_months(end - length + 1, end)
    else:
        return Reading(None)
    label = label_of(*days, resolver.year_end)
    return Reading(label, *days, granularity_of(label))


def nearest_day(resolver: Resolver, number: int, month: int, expression: Expression) -> Reading | None:
    """A day of a month, of the named year or else the nearest; None where there is no such day."""
    name = resolver.year_name(expression.parts, expression)
    if name is not None:
        day = make_day(name.number, month, number)
        return Reading(day.isoformat(), day, day, "day") if day else None
    if resolver.published is None:
        return Reading(None, granularity="day") if make_day(2000, month, number) else None
    years = (resolver.published.year, resolver.published.year - 1, resolver.published.year + 1)
    days = [day for year in years if (day := make_day(year, month, number))]
    if not days:
        return None
    ahead = resolver.surroundings.looks_ahead(expression.start, expression.end)
    distances = [(day - resolver.published).days for day in days]
    costs = [-gap if gap <= 0 else gap * (1 if ahead else 2) for gap in distances]
    if ahead:
        costs = [cost + 183 * (gap < 0) for cost, gap in zip(costs, distances, strict=True)]
    day = days[costs.index(min(costs))]
    return Reading(day.isoformat(), day, day, "day")


def nearest_weekday(resolver: Resolver, number: int, expression: Expression) -> Reading:
    """The last such day of the week up to publication, or the next where the words say so."""
    if resolver.published is None:
        return Reading(None, granularity="day")
    offset = table("relative").get(fold(expression.parts.get("relative", "")), 0)
    behind = (resolver.published.weekday() - number) % 7
    if offset > 0:
        day = resolver.published + timedelta(days=7 - behind)
    else:
        day = resolver.published - timedelta(days=behind or (7 if offset < 0 else 0))
    return Reading(day.isoformat(), day, day, "day")


def _index_of_month(resolver: Resolver, number: int, expression: Expression) -> int:
    """Index of the month that is meant: mostly a past one, or one to come soon that is not called past."""
    assert resolver.published is not None
    present = month_index(resolver.published)
    behind = (present - (number - 1)) % 12
    if behind == 0:
        return present
    start, end = expression.start, expression.end
    told = table("relative").get(fold(expression.parts.get("which", "")), 0)
    if told:
        return present - behind + (12 if told > 0 else 0)
    if resolver.surroundings.follows("month_past", start):
        return present - behind
    if behind > 2 and resolver.surroundings.follows("month_ahead", start):
        return present + 12 - behind
    if behind > 2 and resolver.surroundings.follows("month_until", start, 16):
        return present - behind + (0 if resolver.surroundings.looks_back(start, end) else 12)
    ahead = resolver.surroundings.looks_ahead(start, end)
    if not ahead and 2 * (12 - behind) < behind:
        ahead = not resolver.surroundings.looks_back(start, end)
    return present + 12 - behind if ahead and behind > 2 else present - behind
