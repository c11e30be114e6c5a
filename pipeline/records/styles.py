"""A table of claims for a person: numbers with scale and unit, in German or English, verdicts in colour."""

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

import pandas as pd
from babel import Locale, UnknownLocaleError
from babel.numbers import format_compact_decimal, format_decimal

from pipeline.errors import UsageError
from pipeline.records.html import CONFIRMING, VERDICT_MARKS

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

SHOWN = (
    "doc_id", "company", "metric", "segment", "kind", "value", "qualifier", "period", "status", "verdict",
    "known", "verdict_reason",
)  # fmt: skip
UNITS = {"percent": "%", "percentage_points": "pp", "factor": "×", "count": ""}
SCALED_FROM = 1e6


def styled(frame: pd.DataFrame, locale: str = "de") -> "Styler":
    """Make a table of claims readable.

    Args:
        frame: Claims as `pipeline.extract` or `pipeline.validate` give them.
        locale: How numbers are written: `de`, `de_CH`, `en` or any other locale.

    Returns:
        A pandas Styler: both ends of a value in one column, as `77,8 Mrd. EUR`, beside what a person asks for
        first. The table itself stays as it was.

    Raises:
        UsageError: There is no such locale.
    """
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError) as error:
        raise UsageError(f"There is no locale {locale!r}: give one such as de, de_CH or en") from error
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    values = [_amount(row, row["low"], row["high"], locale) for row in rows]
    known = [_amount(row, row.get("known_low"), row.get("known_high"), locale) for row in rows]
    readable = frame.astype(object).where(frame.notna(), "").assign(value=values, known=known)
    columns = [name for name in SHOWN if name in readable and (readable[name] != "").any()]
    judged: list[Hashable] = [name for name in columns if name == "verdict"]
    return readable[columns].style.hide(axis="index").map(_colour, subset=judged)


def _amount(row: dict[Hashable, Any], low: float | None, high: float | None, locale: str) -> str:
    if low is None or high is None:
        return ""
    sign = "+" if row["kind"] == "change" and row["unit"] != "factor" and low > 0 else ""
    ends = [_number(value, locale) for value in dict.fromkeys((low, high))]
    return f"{sign}{'–'.join(ends)} {UNITS.get(row['unit'], row['unit'])}".rstrip()


def _number(value: float, locale: str) -> str:
    if abs(value) >= SCALED_FROM:
        return format_compact_decimal(value, locale=locale, fraction_digits=3)
    return format_decimal(value, locale=locale)


def _colour(verdict: Any) -> str:
    if not verdict:
        return ""
    judgement = verdict if verdict == "unverifiable" else "confirmed" if verdict in CONFIRMING else "refuted"
    return f"background-color: {VERDICT_MARKS[judgement][1]}"
