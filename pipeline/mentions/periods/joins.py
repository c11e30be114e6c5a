"""Joins a time with its last day (`im ersten Quartal zu Ende April`), and infers the business year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.mentions.periods.calendar import PARTS, FiscalCalendar
from pipeline.mentions.periods.patterns import Expression, fold, special_pattern, table
from pipeline.mentions.periods.values import month_of, months_of_parts, part_of, split_year

_PERIODS = (
    "quarter", "running quarter", "quarter alone", "half", "half alone", "first months", "months alone",
    "months until", "year", "business year alone", "whole year",
)  # fmt: skip
_ENDS = ("month", "day")
_SPANS = ("month span", "day span")
_GAP = 40
_NEXT_TIMES, _SAID_AGAIN = 2, 250
"""Times, and code points, after a part of a business year within which its months are told once more."""
_YEAR = 12
_WEEK_CALENDAR_DAYS = 10
"""A business year counted in weeks ends up to this many days into the next month."""


@dataclass(frozen=True, slots=True)
class JoinedExpression:
    """A time and, where the text adds it, the last month of it.

    Attributes:
        expression: The time, its end moved behind the day.
        last_month: Month in which it ends, None where the text does not add it.
        last_year: The year of that month, None where the text does not give it.
    """

    expression: Expression
    last_month: int | None = None
    last_year: int | None = None


def join_ends(expressions: Sequence[Expression], lowered: str) -> list[JoinedExpression]:
    """Join each time with the day or the span of months that follows it and says when it ended.

    Args:
        expressions: All expressions of a text in their order.
        lowered: The text in lower case.

    Returns:
        The expressions, those joined being one.
    """
    joined: list[JoinedExpression] = []
    for expression in expressions:
        before = joined[-1].expression if joined and joined[-1].last_month is None else None
        merged = None
        if before is not None and 0 <= expression.start - before.end <= _GAP:
            gap = lowered[before.end : expression.start]
            merged = _join(before, expression, gap, lowered)
        if merged is None:
            joined.append(JoinedExpression(expression))
        else:
            joined[-1] = merged
            if len(joined) > 1 and (part := _part_of_year(joined[-2], joined[-1], lowered)) is not None:
                joined[-2:] = [part]
    return joined


def _part_of_year(part: JoinedExpression, year: JoinedExpression, lowered: str) -> JoinedExpression | None:
    """A part and the year with its end as one: `Im Schlussquartal des Ende Februar abgelaufenen Jahres`."""
    first, whole, named = part.expression, year.expression, part_named(part.expression)
    gap = lowered[first.end : whole.start]
    if part.last_month is not None or year.last_month is None or named is None or named not in PARTS:
        return None
    if not named or "fiscal" not in whole.parts or not special_pattern("joins", "of_the_year").fullmatch(gap):
        return None
    month = (year.last_month + sum(PARTS[named]) - 1) % _YEAR + 1
    parts = {**first.parts, **whole.parts}
    return JoinedExpression(Expression(first.start, whole.end, first.rule, parts), month)


def _join(before: Expression, after: Expression, gap: str, lowered: str) -> JoinedExpression | None:
    """The two as one, None where they do not belong together."""
    if _can_end(before):
        if after.rule.kind in _SPANS:
            fits = special_pattern("joins", "bracket").fullmatch(gap) and _span_length(after) == _length(
                before
            )
        else:
            fits = after.rule.kind in _ENDS and _is_end(after, gap) and not _ends_its_year(before, after)
        return _merged(before, before, after, after) if fits else None
    until = fold(lowered[max(0, before.start - 8) : before.start]).endswith(("bis", "biszum"))
    # `für das bis Juni laufende Jahr`
    ends_year = until and after.rule.kind == "year" and "relative" in after.parts
    ending = special_pattern("joins", "ending").fullmatch(gap) is not None and "fiscal" in after.parts
    if before.rule.kind in _ENDS and (_can_end(after) or ends_year) and (ending or not gap.strip()):
        offset = table("relative").get(fold(after.parts.get("relative", after.parts.get("which", ""))))
        ends = ending or offset == -1 or (offset == 0 and until)
        return _merged(after, before, after, before) if ends else None
    if before.rule.kind in _SPANS and _can_end(after) and _span_length(before) == _length(after):
        named = special_pattern("joins", "that_is").fullmatch(gap) is not None
        return _merged(after, before, after, before) if named else None
    return None


def _ends_its_year(part: Expression, end: Expression) -> bool:
    """Whether a day is the end of the business year: `neun Monate des Jahres 1999/2000 (30. September)`."""
    name, named, month = split_year(part.parts), part_named(part), _last_month(end)[0]
    if name is None or not name.split or not named or month is None:
        return False
    return (month - sum(PARTS[named])) % _YEAR == 0


def _can_end(period: Expression) -> bool:
    """Whether a time can be told by its end; a calendar year cannot (`heuer bis Ende September`)."""
    if period.rule.kind == "year" and "fiscal" not in period.parts:
        return False
    return period.rule.kind in _PERIODS and _length(period) is not None


def _is_end(end: Expression, gap: str) -> bool:
    """Whether a month or a day is told as the end of the time before it."""
    if end.parts.get("edge", "ende") != "ende":
        return False
    if special_pattern("joins", "clause").fullmatch(gap):
        return True
    return special_pattern("joins", "until").fullmatch(gap) is not None


def _merged(
    period: Expression, first: Expression, last: Expression, end: Expression
) -> JoinedExpression | None:
    month, year = _last_month(end)
    if month is None:
        return None
    return JoinedExpression(Expression(first.start, last.end, period.rule, period.parts), month, year)


def _last_month(end: Expression) -> tuple[int | None, int | None]:
    """Month in which the time that an expression ends lies, and its year where it is named."""
    parts = end.parts
    name = split_year(parts)
    year = name.number if name is not None and not name.split else None
    month = table("months")[fold(parts["month_to"])] if "month_to" in parts else month_of(parts)
    if not 1 <= month <= 12:
        return None, None
    if "day" in parts and int(parts["day"]) <= _WEEK_CALENDAR_DAYS:
        month, year = (12, None if year is None else year - 1) if month == 1 else (month - 1, year)
    return month, year


def _span_length(span: Expression) -> int | None:
    parts = span.parts
    first = parts.get("month") if span.rule.kind == "month span" else parts.get("named_from")
    start = table("months")[fold(first)] if first is not None else int(parts.get("figure_from", 0))
    last = _last_month(span)[0]
    return None if last is None else (last - start) % 12 + 1


def _length(period: Expression) -> int | None:
    """Months that a time lasts, None where its words do not tell."""
    kind = period.rule.kind
    if "quarter" in kind:
        return 3
    if kind in ("half", "half alone"):
        return 6
    if kind in ("first months", "months alone", "months until"):
        return months_of_parts(period.parts)
    return 12


def part_named(period: Expression) -> str | None:
    """The key of `PARTS` that a time names, None where it names none (`im Quartal bis Ende Mai`)."""
    kind, length = period.rule.kind, _length(period)
    if kind in ("quarter", "half"):
        return f"{kind[0].upper()}{part_of(period.parts)}"
    if kind in ("year", "business year alone", "whole year") or (kind == "months until" and length == 12):
        return ""
    if kind == "half alone":
        return "H1"
    if kind == "first months" or (kind == "months alone" and length != 3):
        return next((part for part, span in PARTS.items() if span == (0, length) and part), None)
    return None


def year_end_told(joined: Sequence[JoinedExpression], lowered: str) -> int | None:
    """Month in which the business year ends, as the text lays it down.

    Args:
        joined: The expressions of the text.
        lowered: The text in lower case.

    Returns:
        1 to 12, None where the text does not tell. `Im ersten Geschäftsquartal zu Ende April` tells January.
    """
    if any(word in lowered for word in ("endet", "bilanz")):
        clause = special_pattern("joins", "year_ends").search(lowered)
        if clause:
            return table("months")[fold(clause["month"])]
    loose: int | None = None
    fiscal_part: str | None = None
    for place, item in enumerate(joined):
        period = item.expression
        part = part_named(period) if period.rule.kind in _PERIODS else None
        if item.last_month is not None:
            if part is not None and part in PARTS:
                if (
                    part
                    or period.rule.kind in ("business year alone", "months until")
                    or "fiscal" in period.parts
                ):
                    offset, length = PARTS[part]
                    return (item.last_month - offset - length - 1) % 12 + 1
            elif _length(period) == 3 and loose is None:
                loose = item.last_month
        elif part and "fiscal_part" in period.parts and fiscal_part is None:
            fiscal_part = part
        if "fiscal" in period.parts and place + 1 < len(joined):
            told = _laid_down(period, joined[place + 1].expression, lowered)
            if told is not None:
                return told
    if loose is not None and fiscal_part is not None and fiscal_part[0] == "Q":
        offset, length = PARTS[fiscal_part]
        return (loose - offset - length - 1) % 12 + 1
    return _months_told_again(joined)


def _months_told_again(joined: Sequence[JoinedExpression]) -> int | None:
    """The month that the months of a part give: `im ersten Halbjahr 2025/26 … Von April bis September`."""
    for place, item in enumerate(joined):
        period, name = item.expression, split_year(item.expression.parts)
        part = part_named(period) if period.rule.kind in _PERIODS else None
        if not part or name is None or not (name.split or name.fiscal):
            continue
        offset, length = PARTS[part]
        for other in joined[place + 1 : place + 1 + _NEXT_TIMES]:
            span = other.expression
            if span.rule.kind != "month span" or span.start - period.end > _SAID_AGAIN:
                continue
            last = _last_month(span)[0]
            month = None if last is None else (last - offset - length - 1) % 12 + 1
            if _span_length(span) == length and month is not None and (month != 12 or not name.split):
                return month
    return None


def _laid_down(period: Expression, following: Expression, lowered: str) -> int | None:
    """The month that `das Geschäftsjahr endet am 30. September` or `beginnt im Oktober` gives."""
    if following.rule.kind not in (*_ENDS, *_SPANS) or not 0 <= following.start - period.end <= _GAP:
        return None
    gap = lowered[period.end : following.start]
    month = _last_month(following)[0]
    if month is None:
        return None
    if special_pattern("joins", "ends").fullmatch(gap):
        return month
    if special_pattern("joins", "begins").fullmatch(gap):
        return (month_of(following.parts) - 2) % 12 + 1
    return None


def year_end_likely(joined: Sequence[JoinedExpression], published: date) -> int | None:
    """Month in which a business year written over two years (`2021/22`) most likely ends.

    Args:
        joined: The expressions of the text.
        published: Publication: by then a year called `abgelaufen` has ended, and a quarter not long ago.

    Returns:
        The month against which fewest expressions speak, September first as most German companies with such
        a year have it; None where the text writes no year over two.
    """
    evidence = []
    for item in joined:
        name = split_year(item.expression.parts)
        if name is None or name.first is not None:
            continue
        offset = table("relative").get(fold(item.expression.parts.get("relative", "")))
        closed_early = name.fiscal and offset == -1 and name.number == published.year
        if name.split or closed_early:
            part = part_named(item.expression) if item.expression.rule.kind in _PERIODS else None
            evidence.append((part, name.number, offset))
    if not evidence:
        return None
    months = (9, 6, 3, 2, 8, 1, 10, 7, 11, 5, 4)
    return max(months, key=lambda month: sum(_support(month, *entry, published) for entry in evidence))


def _support(month: int, part: str | None, fiscal_year: int, offset: int | None, published: date) -> int:
    """How well one expression goes with a business year that ends in a month."""
    calendar = FiscalCalendar(month)
    if part:
        ended = calendar.part_days(part, fiscal_year)[1]
        if ended >= published:
            return 0
        return 2 if published - ended <= timedelta(days=130) else 1
    first, last = calendar.part_days("", fiscal_year)
    if offset == -1:
        return 2 * (last < published)
    if offset == 0:
        return 2 * (first <= published <= last)
    return 0
