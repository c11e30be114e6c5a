"""Everything that the mentions stage finds in one document, kept together for the stage after it."""

from dataclasses import dataclass
from datetime import date

from pipeline.mentions.mention import CompanyMention, EntityMention, PeriodMention


@dataclass(frozen=True, slots=True)
class Section:
    """Where an article that tells of one company after the other goes over to the next.

    Attributes:
        start: First code point.
        fiscal_year_end: Month in which the fiscal year of its company ends.
    """

    start: int
    fiscal_year_end: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions that hold for a whole document; metrics and cues are looked for in sentences with figures.

    Attributes:
        companies: Company mentions in order.
        periods: Period mentions in order.
        published: Day of publication, where it is given or the head of the text tells it.
        fiscal_year_end: Month in which the fiscal year of the company spoken of ends; 12 where nothing says
            otherwise.
        entities: Named entities in order, companies among them.
        sections: Those after the first, in order; empty for an article that is no sequence of companies.
    """

    companies: tuple[CompanyMention, ...]
    periods: tuple[PeriodMention, ...]
    published: date | None
    fiscal_year_end: int
    entities: tuple[EntityMention, ...] = ()
    sections: tuple[Section, ...] = ()
    present: date | None = None
