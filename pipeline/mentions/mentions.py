"""Everything that the mentions stage finds in one document, kept together for the stage after it."""

from dataclasses import dataclass
from datetime import date

from pipeline.mentions.mention import CompanyMention, EntityMention, PeriodMention

DECEMBER = 12
"""The month in which a business year ends where nothing says otherwise."""


@dataclass(frozen=True, slots=True)
class Section:
    """What an article tells of one company, where it tells of one after the other; else the whole article.

    Attributes:
        start: First code point.
        end: First code point after it.
        fiscal_year_end: Month in which the fiscal year of its company ends.
    """

    start: int
    end: int
    fiscal_year_end: int

    def holds(self, place: int) -> bool:
        """Whether a code point lies in it."""
        return self.start <= place < self.end


@dataclass(frozen=True, slots=True)
class Mentions:
    """Mentions that hold for a whole document; metrics and cues are looked for in sentences with figures.

    Attributes:
        companies: Company mentions in order.
        periods: Period mentions in order.
        published: Day of publication, where it is given or the head of the text tells it.
        sections: In order, one at least; of several, each tells of another company. The business year of one
            ends in December where nothing says otherwise.
        entities: Named entities in order, companies among them.
        present: The day of publication; where it is not known, a day from which the text seems to speak.
        of_trades: Period mentions as they are read where a whole trade is spoken of, which has no business
            year; empty where the year of the company ends in December too.
    """

    companies: tuple[CompanyMention, ...]
    periods: tuple[PeriodMention, ...]
    published: date | None
    sections: tuple[Section, ...]
    entities: tuple[EntityMention, ...] = ()
    present: date | None = None
    of_trades: tuple[PeriodMention, ...] = ()
