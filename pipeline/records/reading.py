"""One article with all that was found in it, as a notebook shows it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one article.

    Attributes:
        article: The article.
        claims: Its claims in the order of the text.
        entities: Its named entities in the order of the text.
    """

    article: Article
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]

    @property
    def frame(self) -> "pd.DataFrame":
        """The claims as a table."""
        from pipeline.records.frame import claims_frame

        return claims_frame(self.claims)

    def _repr_html_(self) -> str:
        from pipeline.records.html import text_html

        return text_html(self.article.text, self.claims)
