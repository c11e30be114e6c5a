"""The article: what every reader hands to the stages after it."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news text, exactly as it was read.

    Attributes:
        id: Name of the document, unique within a run.
        text: The whole text; every offset of a record counts in its code points.
        date: Day of publication, against which `gestern` and `Vorjahr` are resolved.
        source: The file, and the line or entry in it, that it came from.
        title: Headline where the source keeps it apart from the text.
        url: Address under which it was published, where the source gives it.
    """

    id: str
    text: str
    date: datetime.date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """An article that could not be read, and why.

    Attributes:
        place: File, and line or entry in it.
        fault: What is wrong there.
        cure: What the user can do about it.
    """

    place: str
    fault: str
    cure: str
