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
        duplicate_of: Id of the article that it is a near copy of, where copies are looked for.
    """

    id: str
    text: str
    date: datetime.date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A near copy that is left out on request.

    Attributes:
        place: File, and line or entry in it.
        id: Name of the document.
        duplicate_of: Id of the article that it is a copy of.
    """

    place: str
    id: str
    duplicate_of: str


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
