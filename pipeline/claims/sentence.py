"""One sentence with everything found in it, and the questions that the rules of this stage ask of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from pipeline.mentions.context import Cue
from pipeline.mentions.mention import CompanyMention, PeriodMention
from pipeline.mentions.metrics import MetricMention
from pipeline.quantities.quantity import Quantity


@cache
def _boundary() -> "regex.Pattern[str]":
    # Commas inside numbers and inside `vor Zinsen, Steuern und Abschreibungen` bound nothing.
    return regex.compile(
        r"(?P<hard>;|\s[–-]\s|\n[-–•*]\s?|(?<=\s)(?:während|wohingegen|dagegen|hingegen|doch|jedoch|aber|nachdem|wobei|sondern|allerdings)(?=\s))"
        r"|(?P<soft>,(?!\d)(?!\s?(?:Zinsen|Steuern|Abschreibungen|Tilgung)))|(?P<and>\s(?:und|sowie|beziehungsweise|bzw\.)\s)"
    )


@cache
def _lead() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)(?<!\w)(um|auf|von|vom|bei|mit|nach|für|zu|zum|über|unter|gegenüber|statt|aus|an|in|im|auf bis|seit|ab|per|zuletzt|minus|plus|je|pro|nur|als)"
        r"\s*(?:(?:jetzt|nun|noch|nur|insgesamt|zusammen|zuletzt|aktuell|derzeit|zuvor|bisher|bislang|inzwischen|mittlerweile|weitere[nr]?|sogar|immerhin|dann|etwas|minus|plus"
        r"|einen|einem|eine|einer|ein|die|der|den|dem|das|stolze|satte|magere|kräftige[nr]?|deutliche[nr]?|heuer)\s+){0,3}$"
    )


@dataclass(slots=True)
class Sentence:
    """One sentence and what was found in it.

    Attributes:
        text: The whole article.
        start: First code point of the sentence.
        end: First code point after it.
        quantities: Its quantities in order.
        metrics: Its metric mentions in order.
        cues: Its cues in order.
        periods: Its period mentions in order.
        companies: Its company mentions in order.
    """

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    metrics: Sequence[MetricMention]
    cues: Sequence[Cue]
    periods: Sequence[PeriodMention]
    companies: Sequence[CompanyMention]
    _boundaries: list[tuple[int, float]] = field(init=False)
    _brackets: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Find the places where one clause ends and the next begins."""
        self._boundaries = [
            (match.start(), {"hard": 2.0, "soft": 1.0, "and": 0.4}[str(match.lastgroup)])
            for match in _boundary().finditer(self.text, self.start, self.end)
        ]
        self._brackets = [
            match.span()
            for match in regex.finditer(r"\([^()]*\)?", self.text, pos=self.start, endpos=self.end)
        ]

    def before(self, position: int, width: int = 60) -> str:
        """The text of the sentence that ends at a position, at most `width` code points of it."""
        return self.text[max(self.start, position - width) : position]

    def after(self, position: int, width: int = 60) -> str:
        """The text of the sentence that begins at a position, at most `width` code points of it."""
        return self.text[position : min(self.end, position + width)]

    def boundaries(self, first: int, second: int) -> float:
        """Summed weight of the clause boundaries between two positions."""
        low, high = min(first, second), max(first, second)
        return sum(weight for position, weight in self._boundaries if low <= position < high)

    def clause(self, position: int, weight: float = 1.0) -> tuple[int, int]:
        """The clause around a position, cut at boundaries of at least a weight.

        Args:
            position: A code point of the sentence.
            weight: 1 cuts at commas, 2 at semicolons, dashes and `während` only.
        """
        places = [place for place, strength in self._boundaries if strength >= weight]
        index = bisect_right(places, position)
        begin = places[index - 1] if index else self.start
        end = places[index] if index < len(places) else self.end
        return begin, end

    def bracket(self, position: int) -> tuple[int, int] | None:
        """The round brackets around a position, or None."""
        return next((span for span in self._brackets if span[0] <= position < span[1]), None)

    def lead(self, quantity: Quantity) -> str:
        """The preposition before a quantity and its hedge (`um` in `um rund 8 Prozent`), lower case, or an empty string."""
        match = _lead().search(self.before(quantity.hedge_start))
        return match[1].lower() if match else ""

    def cues_in(self, begin: int, end: int, *names: str) -> list[Cue]:
        """The cues of some names that begin in a part of the sentence."""
        return [cue for cue in self.cues if cue.name in names and begin <= cue.start < end]
