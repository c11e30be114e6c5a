"""What the steps look at that choose the period of a figure."""

from dataclasses import dataclass
from datetime import timedelta

from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import STOCKS
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.mention import PeriodMention

NOT_LONG_AGO = timedelta(days=200)
"""Within which a time is still told of as one of now."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the steps look at.

    Attributes:
        sentence: The sentence.
        statement: The figure, with metric, kind, link and status.
        previous: The figure before it in its group.
        time: The time that is named for it, where one is.
        memory: What the document spoke of before.
    """

    sentence: Sentence
    statement: Statement
    previous: Statement | None
    time: PeriodMention | None
    memory: Memory

    @property
    def level_of_stock(self) -> bool:
        """Whether the figure is how much there is at one time."""
        return self.statement.metric in STOCKS and self.statement.kind == "level"

    @property
    def of_visitors(self) -> bool:
        """Whether it counts who comes and goes over a time: `Gezählt wurden 1,3 Millionen Fahrgäste`."""
        return self.statement.metric == "customers" and self.sentence.says("visitors") is not None


def same_in_sentence(question: Question) -> Statement | None:
    """The figure of the same metric before it in its sentence: `2,6 Mrd. erreichen, nach 2,8 im Vorjahr`."""
    for other in question.memory.recent(0):
        if other.metric == question.statement.metric and not other.earlier and other.period:
            return other
    return None


def is_part_label(label: str) -> bool:
    """Whether a label is that of a part of a business year, and of no month."""
    return len(label) == len("2020-Q1") and not label[5:].isdigit()
