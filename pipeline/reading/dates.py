"""The day of publication: from a field, from the beginning of a file's name, or the default of the run."""

from datetime import date

import regex

from pipeline.errors import ArticleError

DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}.*)?"
NAMED_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"


def parse_day(value: object, place: str) -> date | None:
    """Read the day of a `date` field.

    Args:
        value: `YYYY-MM-DD`, with or without a time after it; None and an empty string stand for no date.
        place: Where it stands, for the message.

    Returns:
        The day, or None where the field is empty.

    Raises:
        ArticleError: The value is no such day.
    """
    if value is None or value == "":
        return None
    if isinstance(value, str) and (match := regex.fullmatch(DAY, value.strip())):
        try:
            return date.fromisoformat(match[1])
        except ValueError:
            pass
    fault = f"the date {str(value)[:40]!r} is none"
    raise ArticleError(place, fault, "Write it as YYYY-MM-DD, or leave it out")


def day_of_name(name: str, place: str) -> date | None:
    """Read the day at the beginning of a file's name (`2020-06-02-zoom.txt`).

    Args:
        name: Name of the file, without its folder.
        place: Its path, for the message.

    Returns:
        The day, or None where the name begins otherwise.

    Raises:
        ArticleError: The name begins in the form of a day that the calendar does not have.
    """
    match = regex.match(NAMED_DAY, name)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        fault = f"the file's name begins with the date {match[0]}, which is none"
        cure = "Begin the name with the day as YYYY-MM-DD or with a word"
        raise ArticleError(place, fault, cure) from None
