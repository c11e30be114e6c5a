"""What the words around a time say: whether the sentence looks ahead, and whether it is a comparison."""

from bisect import bisect_right
from functools import cache
from typing import Any

import regex

from pipeline.mentions.periods.patterns import special_pattern

_REACH = 160
_OUTLOOK_HEADS = ("prognose", "ziel", "ausblick", "vorgabe", "planung", "vorhersage", "erwartung", "guidance")


@cache
def _sentence_end() -> Any:
    abbreviations = r"mio|mrd|rd|ca|bzw|dr|nr|st|inkl|exkl|vgl|vj|tsd|\d{1,2}|[a-zäöü]"
    return regex.compile(
        rf"(?<!(?<!\w)(?i:{abbreviations}))[.!?][\"“»«']?\s+(?=[A-ZÄÖÜ„\"»«(\d–-])|\n[^\S\n]*(?=\n|[-•*–»>])"
    )


@cache
def _aside_end() -> Any:
    return regex.compile(r"(?<!\d),|,(?!\d)|[);]")


class Surroundings:
    """The text around the expressions of one document.

    Attributes:
        text: The document's text.
        lowered: The same in lower case, place for place.
    """

    def __init__(self, text: str, lowered: str) -> None:
        self.text = text
        self.lowered = lowered
        self._sentence_starts: list[int] | None = None

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Bounds of the sentence that holds a span, cut to what lies within reach of it."""
        if self._sentence_starts is None:
            self._sentence_starts = [0, *(match.end() for match in _sentence_end().finditer(self.text))]
        starts = self._sentence_starts
        place = bisect_right(starts, start)
        following = starts[place] if place < len(starts) else len(self.text)
        return max(starts[place - 1], start - _REACH), min(max(following, end), end + _REACH)

    def left(self, start: int, reach: int = 48) -> str:
        """The text before a place, in lower case, within its line."""
        begin = max(0, start - reach)
        return self.lowered[max(begin, self.lowered.rfind("\n\n", begin, start) + 1) : start]

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the verb nearest to a span is one of expecting, planning or the future.

        Args:
            start: First code point of the span.
            end: First code point after it.

        Returns:
            True for `Im vierten Quartal soll der Umsatz steigen`; False for `Analysten hatten mehr erwartet`.
        """
        begin, finish = self.sentence(start, end)
        if self._stands_aside(begin, finish, start, end):
            return False
        ahead = self._nearest("forward", begin, finish, start, end)
        return ahead is not None and ahead <= (self._nearest("backward", begin, finish, start, end) or ahead)

    def _stands_aside(self, begin: int, finish: int, start: int, end: int) -> bool:
        """Whether a span and a figure stand between commas, without a verb: `, Ende Mai bei 64 Mio., `."""
        if not self.lowered[begin:start].rstrip().endswith((",", "(")):
            return False
        close = _aside_end().search(self.lowered, end, finish)
        aside = self.lowered[end : close.start()] if close else ""
        return any(character.isdigit() for character in aside) and not any(
            special_pattern("outlook", name).search(aside) for name in ("forward", "backward")
        )

    def looks_back(self, start: int, end: int) -> bool:
        """Whether the nearest verb is one of the past."""
        begin, finish = self.sentence(start, end)
        back = self._nearest("backward", begin, finish, start, end)
        return back is not None and back <= (self._nearest("forward", begin, finish, start, end) or back)

    def tells_the_past(self, start: int, end: int) -> bool:
        """Whether the clause of a span has a verb of the past and none of what is to come."""
        first, last = self.sentence(start, end)
        begin = max(first, *(self.lowered.rfind(sign, first, start) + 1 for sign in ",;:–"))
        finish = min(
            (place for sign in ",;:–" if (place := self.lowered.find(sign, end, last)) >= 0), default=last
        )
        clause = self.lowered[begin:finish]
        told = [special_pattern("outlook", name).search(clause) for name in ("backward", "forward", "to_do")]
        return told[0] is not None and told[1] is None and told[2] is None

    def _nearest(self, name: str, begin: int, finish: int, start: int, end: int) -> int | None:
        pattern = special_pattern("outlook", name)
        distances = [
            start - match.end() if match.end() <= start else match.start() - end
            for match in pattern.finditer(self.lowered, begin, finish)
        ]
        return min(distances, default=None)

    def heads_outlook(self, end: int) -> bool:
        """Whether the rest of the word that goes on at a place names an outlook (`Quartalsprognose`)."""
        after = self.lowered[end : end + 24]
        head = "" if after[:1].isspace() else "".join(after.split()[:1])
        return any(word in head for word in _OUTLOOK_HEADS)

    def is_fulfilled(self, start: int, end: int) -> bool:
        """Whether the sentence says that an outlook was met, beaten or missed, so that its time is over."""
        begin, finish = self.sentence(start, end)
        return special_pattern("comparison", "fulfilled").search(self.lowered, begin, finish) is not None

    def follows(self, name: str, start: int, reach: int = 48) -> bool:
        """Whether the text before a place ends with one of the words of comparison called `name`."""
        before = self.left(start, min(reach, start - self.sentence(start, start)[0]))
        return special_pattern("comparison", name).search(before) is not None

    def precedes(self, name: str, end: int) -> bool:
        """Whether the text after a place begins with the words of comparison called `name`."""
        return special_pattern("comparison", name).match(self.lowered, end) is not None

    def is_comparison(self, start: int, end: int, prior: bool) -> bool:
        """Whether a time stands as something to compare with.

        Args:
            start: First code point of the mention.
            end: First code point after it.
            prior: The mention says by itself that it is an earlier time (`Vorjahr`).

        Returns:
            True for `gegenüber dem Vorjahr`, `(2014: 3 Mio.)`, `nach 12 Millionen im Vorjahr`.
        """
        if self.follows("against", start, 96) or self.follows("after_amount", start, 96):
            return True
        if self.follows("bracket", start, 12) and (prior or self.precedes("colon", end)):
            return True
        year = "jahr" in self.lowered[start:end] and "halb" not in self.lowered[start:end]
        if year and self.follows("against_year", start, 96):
            return True
        if prior and (self.follows("against_prior", start) or self.precedes("colon", end)):
            return True
        if prior and self.follows("after_what", start, 64):
            return True  # `Nach roten Zahlen im Vorjahresquartal stand ein Gewinn von 6 Millionen`
        if prior and (self.follows("beaten_before", start) or self.precedes("beaten_after", end)):
            return True
        if prior and self.lowered.startswith("vj", start) and self.precedes("figure", end):
            return True
        return self.follows("from_amount", start, 96) and self.precedes("to", end)
