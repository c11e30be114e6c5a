"""What the rules of status look at, and what they answer."""

from dataclasses import dataclass
from datetime import date

from pipeline.claims.expectations import Gap
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity

NEAR_BY = 250
"""Most code points between an old outlook and the sentence that tells the new one."""

Answer = tuple[str, str]
"""A status and the reason for it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at.

    Attributes:
        sentence: The sentence.
        statement: The figure, with metric, kind and link.
        previous: The figure before it in its group.
        last: The figure stated before it, whatever it is of.
        period: The time that it covers, where one is named.
        published: Day of publication.
        gap: Its distance from an expectation, where it is one.
        near: The cues of outlook and consensus that hold for it, by name.
        anywhere: The cues of the sentence, by name.
        revised: Its clause tells of an outlook that is changed.
    """

    sentence: Sentence
    statement: Statement
    previous: Statement | None
    last: Statement | None
    period: PeriodMention | None
    published: date | None
    gap: Gap | None
    near: frozenset[str]
    anywhere: dict[str, str]
    revised: bool

    @property
    def quantity(self) -> Quantity:
        """The quantity of the figure."""
        return self.statement.quantity
