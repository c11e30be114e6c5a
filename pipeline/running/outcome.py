"""What became of one item of a run, and what a run came to."""

from dataclasses import dataclass, field

from pipeline.reading.article import Article, Duplicate, Reject
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running.rejects import Rejects

Item = Article | Reject | Duplicate
"""What comes in: an article, or what stands in the place of one that could not be read or is left out."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one article yielded.

    Attributes:
        doc_id: Name of the document.
        claims: Its claims in the order of the text.
        entities: Its entities in the order of the text.
    """

    doc_id: str
    claims: list[Claim]
    entities: list[Entity]


Outcome = Extracted | Reject | Duplicate
"""What comes out for each item, in the order of the items."""


@dataclass
class Summary:
    """What a run came to; articles in are articles done, duplicates and rejects together.

    Attributes:
        articles: Articles done.
        words: Words in them, as blanks part them.
        claims: Claims written.
        entities: Entities found.
        findings: Times that figures of an article cannot all be right, where they are wanted.
        duplicates: Near copies left out on request.
        rejects: What could not be read.
    """

    articles: int = 0
    words: int = 0
    claims: int = 0
    entities: int = 0
    findings: int = 0
    duplicates: int = 0
    rejects: Rejects = field(default_factory=Rejects)

    def add(self, item: Item, outcome: Outcome) -> None:
        """Count what became of one item."""
        if isinstance(outcome, Reject):
            self.rejects.add(outcome)
        elif isinstance(outcome, Duplicate):
            self.duplicates += 1
        else:
            self.articles += 1
            self.words += len(item.text.split()) if isinstance(item, Article) else 0
            self.claims += len(outcome.claims)
            self.entities += len(outcome.entities)
